"""`deskhand snapshots`: what is kept of desktops, to begin others with."""

from __future__ import annotations

import asyncio
import json
import time
from typing import Annotated

import typer
from rich.table import Table

from deskhand.cli.terminal import console, plain, say

HELP = "List, make and remove snapshots: the files of a desktop, for others to begin with."
EPILOG = """Examples:

  deskhand snapshots                            what there is

  deskhand snapshots take work base             of the desktop "work" (see deskhand desktops), named "base"

  deskhand run --from base "Open report.txt"    on a desktop that begins with it

  deskhand snapshots remove base

A snapshot holds everything written on the desktop but ~/Shared, /tmp and
/run. It does not hold running programs."""

From = Annotated[
    str, typer.Option("--from", metavar="NAME", help="Begin with the files of this snapshot (`deskhand snapshots`).")
]
app = typer.Typer(help=HELP, epilog=EPILOG, invoke_without_command=True, rich_markup_mode="rich")
Json = Annotated[bool, typer.Option("--json", help="One snapshot per line, as JSON.")]


@app.callback(help=HELP, epilog=EPILOG)
def snapshots(context: typer.Context, json_lines: Json = False) -> int:
    return _list(json_lines) if context.invoked_subcommand is None else 0


@app.command("list", help="List the snapshots.")
def list_(json_lines: Json = False) -> int:
    return _list(json_lines)


@app.command(help="Make a snapshot of a desktop that runs. A name that is taken means the new one from then on.")
def take(
    desktop: Annotated[str, typer.Argument(help="Its name or id: `deskhand desktops --all` lists them.")],
    name: Annotated[str, typer.Argument(help="Of the snapshot.")],
    end: Annotated[
        bool, typer.Option("--end", help="End the desktop first. Without, its programs go on, and a file that is "
        "being written at that moment may be half in the snapshot.")
    ] = False,
) -> int:  # fmt: skip
    from deskhand.desktop.remote import RemoteDesktop
    from deskhand.sandbox import standing, store
    from deskhand.sandbox import take as taking

    async def work() -> None:
        found = await standing.find(desktop)
        taking.refuse_impossible(found.folder)
        if end and not found.driven:  # else it has one client, who is somebody else
            guest = await RemoteDesktop.connect(found.folder / "guest.sock")
            await taking.end_programs(guest)
            await guest.close()
        made = await taking.of(found.folder, name, "end" if end else "keep")
        how = "after its programs had ended" if end else "while its programs ran: a file being written may be half"
        say(f"The snapshot {made.name} holds {made.files} files, {_size(made.bytes)}; taken {how}.")

    store.check_name(name)
    asyncio.run(work())
    return 0


@app.command(help="Remove a snapshot. Desktops that stand on it go on, and its space comes free when they end.")
def remove(names: Annotated[list[str], typer.Argument(metavar="NAME...")]) -> int:
    from deskhand.sandbox import store

    for name in names:
        freed = store.remove(name)
        say(f"Removed {plain(name)}." + ("" if freed else " Its space comes free when the desktops on it have ended."))
    return 0


def _list(json_lines: bool) -> int:
    from deskhand.sandbox import store

    found = store.every()
    if json_lines:
        for each in found:
            values = {"name": each.name, "made": each.made, "files": each.files, "bytes": each.bytes}
            print(json.dumps({**values, "programs": each.programs}, ensure_ascii=False))
        return 0
    if not found:
        say("No snapshots yet. Make one of a desktop that runs:  deskhand snapshots take DESKTOP NAME")
        return 0
    table = Table(box=None, pad_edge=False, header_style="dim")
    for heading in ("snapshot", "made", "files", "size", "programs"):
        table.add_column(heading, no_wrap=True, justify="right" if heading in ("files", "size") else "left")
    for each in found:
        when = time.strftime("%Y-%m-%d %H:%M", time.localtime(each.made))
        state = "had ended" if each.programs == "end" else "were running"
        table.add_row(each.name, when, str(each.files), _size(each.bytes), state)
    console().print(table)
    return 0


def _size(count: int) -> str:
    return f"{count / 1e6:.1f} MB" if count < 1e9 else f"{count / 1e9:.1f} GB"
