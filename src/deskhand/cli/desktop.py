"""`deskhand desktop`: an empty desktop behind the same walls, to look at and to try things in by hand."""

from __future__ import annotations

import asyncio
import contextlib
import json
import signal
import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from deskhand.cli.network import AllowAddress, AllowDomain, AskDomain, NetworkFile, TerminalAsker, policy_of
from deskhand.cli.sandboxes import SandboxOption
from deskhand.cli.snapshots import From
from deskhand.cli.terminal import UserError, console, plain, say
from deskhand.screen.geometry import Size

if TYPE_CHECKING:
    from deskhand.face import Desktop, Opening
    from deskhand.sandbox.gateway.decisions import Decision
    from deskhand.sandbox.gateway.policy import NetworkPolicy
    from deskhand.sandbox.interface import ProviderName

_TWO_WEEKS = 14 * 86400.0

HELP = "Start a desktop, say how to look at it, and keep it until Ctrl-C."
EPILOG = """Examples:

  deskhand desktop                       a Unix socket that only you can open; nothing listens on the network

  deskhand desktop --share out           with a folder of yours as ~/Shared

  deskhand desktop --from base           with the files of a snapshot (deskhand snapshots)

  deskhand desktop --keep work           one that stays when this command ends (deskhand desktops)

  deskhand desktop --vnc-port 5900       also on 127.0.0.1:5900, for viewers that know no Unix sockets"""


def desktop(
    share: Annotated[
        Path | None, typer.Option(metavar="DIR", help="A folder that appears read-write as ~/Shared; made if missing.")
    ] = None,
    size: Annotated[str, typer.Option(metavar="WxH", help="Of the screen, in pixels.")] = "1280x800",
    vnc_port: Annotated[
        int | None,
        typer.Option(metavar="PORT", min=0, max=65535, help="Also listen on this port of 127.0.0.1 (0: any free one). "
        "Every user of this machine can then look and click."),
    ] = None,
    json_out: Annotated[bool, typer.Option("--json", help="One line of JSON in place of the words.")] = False,
    allow_domain: AllowDomain = None,
    network_policy: NetworkFile = None,
    ask_domain: AskDomain = False,
    allow_address: AllowAddress = None,
    sandbox: SandboxOption = "namespaces",
    base: From = "",
    keep: Annotated[
        str, typer.Option(metavar="NAME", help="End this command at once and leave the desktop running, for "
        "`deskhand desktops attach NAME`, for two weeks or until `deskhand desktops stop NAME`.")
    ] = "",
) -> int:  # fmt: skip
    try:
        screen = Size.parse(size)
    except ValueError as error:
        raise UserError(f"--size: {error}") from None
    if share is not None:
        share = share.expanduser()
        share.mkdir(parents=True, exist_ok=True)
    network = policy_of(allow_domain, network_policy, ask_domain, allow_address)
    if keep:
        if vnc_port is not None or network is not None:
            raise UserError("--keep: nothing would listen or let it out any more; give these to the one that attaches")
        return asyncio.run(_leave(keep, screen, share, base, json_out, sandbox))
    return asyncio.run(_keep(screen, share, vnc_port, json_out, network, base, sandbox))


async def _leave(name: str, size: Size, share: Path | None, base: str, json_out: bool, sandbox: ProviderName) -> int:
    """Start a desktop that outlives us."""
    from deskhand.sandbox import standing
    from deskhand.sandbox.open import open_desktop

    if name in [each.name for each in await standing.every()]:
        raise UserError(f"there is a desktop {name!r} already; choose another name, or stop that one")
    began = time.monotonic()
    opened = await open_desktop(size=size, share=share, base=base, keep_as=name, patience=_TWO_WEEKS, sandbox=sandbox)
    await opened.leave()
    found = await standing.find(name)
    view = found.folder / "view.sock"
    if json_out:
        line = {"event": "desktop", "view": str(view), "id": found.id, "seconds": round(time.monotonic() - began, 3)}
        print(json.dumps(line), flush=True)
        return 0
    out = console()
    out.print(f"The desktop {plain(name)} is up ({time.monotonic() - began:.1f} s), and stays. To look at it:")
    out.print(f"\n    vncviewer {view}\n")
    out.print(f"deskhand run --on {plain(name)} TASK works on it; deskhand desktops stop {plain(name)} ends it.")
    return 0


async def _keep(
    size: Size,
    share: Path | None,
    port: int | None,
    json_out: bool,
    network: NetworkPolicy | None,
    base: str,
    sandbox: ProviderName,
) -> int:
    from deskhand.face import open_desktop

    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        loop.add_signal_handler(number, stop.set)
    began = time.monotonic()
    asker = TerminalAsker(console(stderr=True))
    tell = None if json_out else _tell_decision
    reach = {"network": network, "asker": asker, "on_decision": tell}
    opening = asyncio.ensure_future(_opened(open_desktop(size, share=share, base=base, sandbox=sandbox, **reach)))
    stopped = asyncio.ensure_future(stop.wait())
    await asyncio.wait({opening, stopped}, return_when=asyncio.FIRST_COMPLETED)
    if not opening.done():
        opening.cancel()
    opened = None
    with contextlib.suppress(asyncio.CancelledError):
        opened = await opening
    if opened is None:
        return 130
    server = None
    try:
        view = opened.view_socket
        if port is not None:
            try:
                server = await asyncio.start_server(_Relay(view).serve, "127.0.0.1", port)
            except OSError as error:
                raise UserError(f"--vnc-port {port}: {error.strerror}; choose another, or 0 for any") from None
            port = server.sockets[0].getsockname()[1]
        _tell(view, port, time.monotonic() - began, share, json_out)
        gone = asyncio.ensure_future(_until_gone(opened))
        await asyncio.wait({stopped, gone}, return_when=asyncio.FIRST_COMPLETED)
        died = gone.done() and not stop.is_set()
        gone.cancel()
        if died:
            raise UserError("the desktop has ended by itself")
    finally:
        if server is not None:
            server.close()
        await opened.close()
    if not json_out:
        say("The desktop is gone.")
    return 0


async def _opened(opening: Opening) -> Desktop:
    return await opening


def _tell_decision(decision: Decision) -> None:
    if not (decision.kind == "name" and decision.allowed):
        say(decision.words)


def _tell(view: Path, port: int | None, seconds: float, share: Path | None, json_out: bool) -> None:
    if json_out:
        line = {"event": "desktop", "view": str(view), "port": port, "seconds": round(seconds, 3)}
        print(json.dumps(line, ensure_ascii=False), flush=True)
        return
    out = console()
    out.print(f"A desktop is up ({seconds:.1f} s). To look at it and take over:")
    out.print(f"\n    vncviewer {view}\n")
    if port is not None:
        out.print(f"or any VNC viewer at 127.0.0.1:{port} (no password: every user of this machine can connect).\n")
    else:
        out.print("From another computer, over ssh:")
        out.print(f"\n    ssh -L 5901:{view} USER@THIS-MACHINE      then: vncviewer localhost:5901\n")
    if share is not None:
        out.print(f"Its ~/Shared is {share}/.")
    out.print("Ctrl-C ends it.")
    out.file.flush()


async def _until_gone(desktop: Desktop) -> None:
    """Return when the desktop no longer answers."""
    from deskhand.desktop.interface import DesktopError, DesktopGone

    while True:
        try:
            await desktop.pointer()
        except DesktopGone:
            return
        except DesktopError:
            pass
        await asyncio.sleep(1)


class _Relay:
    """Bytes between a TCP connection and the desktop's view socket."""

    def __init__(self, view: Path) -> None:
        self._view = view

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            inner_reader, inner_writer = await asyncio.open_unix_connection(str(self._view))
        except OSError:
            writer.close()
            return
        try:
            await asyncio.gather(_copy(reader, inner_writer), _copy(inner_reader, writer))
        finally:
            inner_writer.close()
            writer.close()


async def _copy(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    with contextlib.suppress(ConnectionError):
        while data := await reader.read(65536):
            writer.write(data)
            await writer.drain()
    writer.close()
