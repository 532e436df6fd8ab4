"""`deskhand desktops`: the desktops that stand, whoever drives them."""

from __future__ import annotations

import asyncio
import json
import signal
import time
from typing import TYPE_CHECKING, Annotated

import typer
from rich.table import Table

from deskhand.cli.terminal import UserError, console, plain, say

if TYPE_CHECKING:
    from deskhand.sandbox.standing import Standing

HELP = "List the desktops that are kept; attach to one, stop one, clear up after crashes."
EPILOG = """Examples:

  deskhand desktop --keep work        start one that outlives this command

  deskhand desktops                   which are kept, and how long each still waits

  deskhand desktops attach work       drive it until Ctrl-C, then leave it running

  deskhand run --on work "Open the text editor"

  deskhand desktops stop work"""

app = typer.Typer(help=HELP, epilog=EPILOG, invoke_without_command=True, rich_markup_mode="rich")
All = Annotated[bool, typer.Option("--all", help="Also those that end with the process that drives them.")]
Json = Annotated[bool, typer.Option("--json", help="One desktop per line, as JSON.")]


@app.callback(help=HELP, epilog=EPILOG)
def desktops(context: typer.Context, every: All = False, json_lines: Json = False) -> int:
    return _list(every, json_lines) if context.invoked_subcommand is None else 0


@app.command("list", help="List the desktops.")
def list_(every: All = False, json_lines: Json = False) -> int:
    return _list(every, json_lines)


@app.command(help="Drive a kept desktop until Ctrl-C. It runs on afterwards.")
def attach(name: Annotated[str, typer.Argument(help="Its name or id.")]) -> int:
    return asyncio.run(_attach(name))


@app.command(help="End desktops, whoever drives them, and all that was not saved in their ~/Shared or a snapshot.")
def stop(names: Annotated[list[str], typer.Argument(metavar="NAME...", help="Names or ids.")]) -> int:
    from deskhand.sandbox import standing

    async def work() -> None:
        for name in names:
            found = await standing.find(name)
            await standing.stop(found)
            say(f"Stopped {plain(found.label)}.")

    asyncio.run(work())
    return 0


@app.command(help="Clear up what crashed processes left. Desktops that run are not touched, but for --waiting.")
def sweep(
    waiting: Annotated[
        bool, typer.Option("--waiting", help="Also stop the kept desktops that nobody drives now.")
    ] = False,
) -> int:
    from deskhand.sandbox import standing

    async def work() -> list[str]:
        done = []
        for each in await standing.every() if waiting else []:
            if not each.driven:
                await standing.stop(each)
                done.append(f"desktop {each.label}")
        return done + await asyncio.to_thread(standing.clear_up)

    removed = asyncio.run(work())
    for line in removed:
        say(f"Removed {plain(line)}.")
    if not removed:
        say("Nothing was left behind.")
    return 0


def _list(every: bool, json_lines: bool) -> int:
    from deskhand.sandbox import standing

    found = [each for each in asyncio.run(standing.every()) if every or each.name]
    if json_lines:
        for each in found:
            values = {"desktop": each.label, "id": each.id, "kept_as": each.name, "made": each.made, "size": each.size}
            where = {"driven": each.driven, "waits": each.waits, "view": str(each.folder / "view.sock")}
            where |= {"walls": each.walls}
            print(json.dumps({**values, **where}, ensure_ascii=False))
        return 0
    if not found:
        say("No desktop is kept. Start one that stays:  deskhand desktop --keep NAME")
        return 0
    table = Table(box=None, pad_edge=False, header_style="dim")
    for heading in ("desktop", "id", "since", "screen", "state"):
        table.add_column(heading, no_wrap=True)
    for each in found:
        since = time.strftime("%m-%d %H:%M", time.localtime(each.made)) if each.made else "?"
        table.add_row(plain(each.label), each.id, since, each.size, _state(each))
    console().print(table)
    return 0


def _state(desktop: Standing) -> str:
    if desktop.driven:
        return "in use" if desktop.name else "in use, ends with its process"
    return f"waits {_span(desktop.waits or 0)} more"


def _span(seconds: float) -> str:
    for unit, length in (("d", 86400), ("h", 3600), ("min", 60)):
        if seconds >= 2 * length:
            return f"{seconds / length:.0f} {unit}"
    return f"{seconds:.0f} s"


async def _attach(name: str) -> int:
    from deskhand.sandbox import standing
    from deskhand.sandbox.open import attach_desktop

    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    found = await standing.find(name)
    if not found.name:
        raise UserError(f"{plain(found.label)} belongs to the process that drives it, and is not kept")
    desktop = await attach_desktop(found.id)
    out = console()
    out.print(f"Attached to {plain(found.label)}. To look at it and take over:")
    out.print(f"\n    vncviewer {desktop.sandbox.view_socket}\n")
    out.print("Ctrl-C leaves it running.")
    out.file.flush()
    await stop.wait()
    await desktop.leave()
    say(f"Left. `deskhand desktops stop {plain(found.label)}` ends it.")
    return 0
