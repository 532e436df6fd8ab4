"""`deskhand image`: the images that containers and virtual machines start from, made here."""

from __future__ import annotations

import json
import time
from typing import Annotated, Literal

import typer
from rich.table import Table

from deskhand.cli.terminal import UserError, console, plain, say

HELP = "Make, list and remove the images for --sandbox docker, podman and vm. The usual walls need none."
EPILOG = """Examples:

  deskhand image build                       the root file system alone: minutes, once

  deskhand image build --provider podman     and an image of it in Podman

  deskhand run --sandbox podman "Open the calculator"

  deskhand image list

  deskhand image remove --old                what no longer fits this version

It is made from the packages that this machine's apt is set up for: a Debian
system, mmdebstrap, and 4 GiB of room. Nothing is pulled from a registry."""

app = typer.Typer(help=HELP, epilog=EPILOG, no_args_is_help=True, rich_markup_mode="rich")
_ENGINES: tuple[Literal["docker", "podman"], ...] = ("docker", "podman")


@app.command(help="Make what is missing: the root file system, and with --provider an image of it in that engine.")
def build(
    provider: Annotated[
        Literal["rootfs", "docker", "podman", "vm"],
        typer.Option(help="rootfs: the file system alone; vm: with a kernel, as a virtual machine's disk."),
    ] = "rootfs",
    tag: Annotated[
        str, typer.Option(metavar="NAME", help="A name of yours for the image, beside the one deskhand finds it by.")
    ] = "",
) -> int:
    from deskhand.sandbox import rootfs
    from deskhand.sandbox.container import engine, images

    began = time.monotonic()
    if tag and provider in ("rootfs", "vm"):
        raise UserError("--tag names an image of an engine; give --provider docker or podman with it")
    if provider == "rootfs":
        path = rootfs.tar(say)
        say(f"The root file system is {path} ({path.stat().st_size >> 20} MiB, {time.monotonic() - began:.0f} s).")
        return 0
    if provider == "vm":
        from deskhand.sandbox.vm import machine

        machine.prepare(say)
        say(f"Virtual machines can start ({time.monotonic() - began:.0f} s); the first one boots, and is kept.")
        say('Use it:  deskhand run --sandbox vm "Open the calculator"')
        return 0
    name = images.build(engine.find(provider), say, tag)
    say(f"The image is {tag or name} ({time.monotonic() - began:.0f} s).")
    say(f'Use it:  deskhand run --sandbox {provider} "Open the calculator"')
    return 0


@app.command("list", help="List what there is, and whether it fits this version of deskhand.")
def list_(json_lines: Annotated[bool, typer.Option("--json", help="One image per line, as JSON.")] = False) -> int:
    rows = _rows()
    if json_lines:
        for row in rows:
            print(json.dumps(row, ensure_ascii=False))
        return 0
    if not rows:
        say("No images yet. Make one:  deskhand image build --provider docker")
        return 0
    table = Table(box=None, pad_edge=False, header_style="dim")
    for heading in ("image", "where", "size", "state"):
        table.add_column(heading, no_wrap=True)
    for row in rows:
        state = "fits" if row["fits"] else "of another version"
        table.add_row(plain(str(row["image"])), str(row["where"]), str(row["size"]), state)
    console().print(table)
    return 0


@app.command(help="Remove images. Desktops that run on one keep it.")
def remove(
    names: Annotated[list[str] | None, typer.Argument(metavar="[NAME]...", help="As `deskhand image list` has it.")] = (
        None
    ),
    old: Annotated[bool, typer.Option("--old", help="All that no longer fit this version.")] = False,
) -> int:
    from deskhand.sandbox import rootfs
    from deskhand.sandbox.container import engine, images

    rows = _rows()
    wanted = [row for row in rows if row["image"] in (names or ()) or (old and not row["fits"])]
    known = {row["image"] for row in rows}
    for name in names or ():
        if name not in known:
            raise UserError(f"there is no image {name!r}; `deskhand image list` lists them")
    if not names and not old:
        raise UserError("say which, or --old for all that no longer fit")
    for row in wanted:
        if row["where"] == "cache":
            rootfs.remove(next(path for path in rootfs.every() if path.name == row["image"]))
        else:
            kind = next(each for each in _ENGINES if each == row["where"])
            images.remove(engine.find(kind), [str(row["image"])])
        say(f"Removed {plain(str(row['image']))}.")
    if not wanted:
        say("There is nothing to remove.")
    return 0


def _rows() -> list[dict[str, str | bool]]:
    """Those of the cache, and of every engine that answers."""
    from deskhand.sandbox import rootfs
    from deskhand.sandbox.container import engine, images
    from deskhand.sandbox.interface import SandboxError

    current = rootfs.made()
    rows: list[dict[str, str | bool]] = [
        {"image": path.name, "where": "cache", "size": f"{path.stat().st_size >> 20} MiB", "fits": path == current}
        for path in rootfs.every()
    ]
    for kind in _ENGINES:
        try:
            found = images.every(engine.find(kind))
            fitting = images.names()
        except SandboxError:
            continue
        rows += [{"image": each.name, "where": kind, "size": each.size, "fits": each.name in fitting} for each in found]
    return rows
