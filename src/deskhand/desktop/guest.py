"""The program inside the walls: starts the desktop and serves it over one socket, the view of it over another.

``python -m deskhand.desktop.guest --listen-fd 3 --view-fd 4 --size 1280x800 --display xvnc``: both descriptors are
listening Unix sockets. One client at a time has the desktop; when it goes, what it held down is released, and the next
one may come: a desktop outlives the process that drives it.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import os
import shutil
import signal
import socket
import sys
import tempfile
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import Any

import xcffib

from deskhand.desktop import codec
from deskhand.desktop.files import list_files, read_file, write_file
from deskhand.desktop.interface import DesktopError, DesktopGone, InvalidAction
from deskhand.desktop.machine import Machine
from deskhand.desktop.session import DisplayKind, Session
from deskhand.desktop.shell import Shell
from deskhand.desktop.wire import Fields, WireError, pack, receive
from deskhand.screen.geometry import Size

PROTOCOL = 1


class Guest:
    def __init__(self, session: Session, machine: Machine, shell: Shell) -> None:
        self._session = session
        self._machine = machine
        self._shell = shell
        self._client: tuple[asyncio.Task[None] | None, asyncio.StreamWriter] | None = None

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One client. A new one takes the desktop over from one that is still there."""
        before, self._client = self._client, (asyncio.current_task(), writer)
        if before is not None:
            # Its stream is cut rather than its task cancelled: it still has to let go of what it holds.
            task, its_writer = before
            its_writer.close()
            if task is not None and not task.done():
                await asyncio.wait([task])
        running: dict[int, asyncio.Task[None]] = {}
        try:
            while True:
                request = Fields(await receive(reader), "the request")
                number, method = request.integer("id", 0), request.text("method", 64)
                params = request.fields("params")
                if method == "cancel":
                    task = running.get(params.integer("id", 0))
                    if task is not None:
                        task.cancel()
                    continue
                if method == "halt":
                    self._abandon(running.values())
                task = asyncio.create_task(self._answer(number, method, params, writer))
                running[number] = task
                task.add_done_callback(partial(_forget, running, number))
        except (asyncio.IncompleteReadError, ConnectionError, WireError):
            pass
        finally:
            for task in list(running.values()):
                task.cancel()
            if running:
                await asyncio.wait(list(running.values()), timeout=5)
            with contextlib.suppress(DesktopError):
                await self._machine.release_all()
            self._machine.heard_in_flight(0, 0.0)  # who knew of more has gone
            writer.close()

    def _abandon(self, running: Iterable[asyncio.Task[None]]) -> None:
        """An emergency stop: nothing that was asked for is gone on with, and no command is asked to end."""
        self._shell.kill()
        for task in running:
            task.cancel()

    async def _answer(self, number: int, method: str, params: Fields, writer: asyncio.StreamWriter) -> None:
        try:
            reply = pack({"id": number, "ok": await self._perform(method, params)})
        except asyncio.CancelledError:
            reply = pack({"id": number, "error": {"kind": "error", "message": "the action was called off"}})
        except (DesktopError, WireError) as error:
            reply = pack({"id": number, "error": {"kind": _kind(error), "message": str(error)}})
        except xcffib.ConnectionException:
            message = "the X server has died; the desktop has to be started again"
            reply = pack({"id": number, "error": {"kind": "gone", "message": message}})
        except Exception as error:  # a reply is owed whatever happens
            message = f"the desktop could not do it: {type(error).__name__}: {error}"
            reply = pack({"id": number, "error": {"kind": "error", "message": message}})
        with contextlib.suppress(ConnectionError):
            writer.write(reply)
            await writer.drain()

    async def _perform(self, method: str, params: Fields) -> Any:
        machine = self._machine
        match method:
            case "hello":
                size = machine.size
                return {"protocol": PROTOCOL, "size": [size.width, size.height]}
            case "act":
                action = codec.decode_action(params.fields("action").raw)
                return codec.encode_outcome(await machine.act(action, picture=params.flag("picture")))
            case "screenshot":
                return codec.encode_frame(await machine.screenshot())
            case "zoom":
                return codec.encode_frame(await machine.zoom(codec.decode_rect(params.array("region", 4))))
            case "pointer":
                return codec.encode_point(await machine.pointer())
            case "in_flight":
                return machine.heard_in_flight(params.integer("count", 0), params.number("age"))
            case "release_all":
                return await machine.release_all()
            case "halt":
                return await machine.halt()
            case "shell":
                result = await self._shell.run(params.text("command"), params.number("timeout"))
                return codec.encode_shell(result)
            case "restart_shell":
                return await self._shell.restart()
            case "read_file":
                return await asyncio.to_thread(read_file, params.text("path", codec.MAX_NAME))
            case "write_file":
                path, data = params.text("path", codec.MAX_NAME), params.binary("data")
                return await asyncio.to_thread(write_file, path, data, create_new=params.flag("create_new"))
            case "list_files":
                path, depth = params.text("path", codec.MAX_NAME), params.integer("depth", 0, 64)
                return [codec.encode_file(info) for info in await asyncio.to_thread(list_files, path, depth)]
            case "clipboard":
                return await machine.clipboard()
            case "set_clipboard":
                return await machine.set_clipboard(params.text("text"))
            case "windows":
                return [codec.encode_window(window) for window in await machine.windows()]
            case "focus_window":
                return await machine.focus_window(params.integer("window", 0))
            case "close_window":
                return await machine.close_window(params.integer("window", 0))
            case "launch":
                return await machine.launch(params.text("program", codec.MAX_NAME))
            case "elements":
                return [codec.encode_element(element) for element in await machine.elements()]
            case _:
                raise WireError(f"the desktop knows no request {method!r}")

    async def view(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Pass one viewer's connection on to the X server's own VNC socket."""
        try:
            inner_reader, inner_writer = await asyncio.open_unix_connection(str(self._session.view_path))
        except OSError:
            writer.close()
            return
        await asyncio.gather(_pump(reader, inner_writer), _pump(inner_reader, writer), return_exceptions=True)


async def _pump(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    try:
        while data := await reader.read(1 << 16):
            writer.write(data)
            await writer.drain()
    finally:
        writer.close()


def _forget(running: dict[int, asyncio.Task[None]], number: int, _: asyncio.Task[None]) -> None:
    running.pop(number, None)


def _kind(error: Exception) -> str:
    match error:
        case InvalidAction() | WireError():
            return "invalid"
        case DesktopGone():
            return "gone"
        case _:
            return "error"


async def run(listen: socket.socket, view: socket.socket | None, size: Size, kind: DisplayKind, home: Path) -> None:
    base = os.environ.get("XDG_RUNTIME_DIR", "")
    parent = base if base and os.access(base, os.W_OK) else None
    folder = Path(tempfile.mkdtemp(prefix="desk-", dir=parent))
    folder.chmod(0o700)
    session = Session(size, home, folder, kind)
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    machine: Machine | None = None
    shell: Shell | None = None
    servers: list[asyncio.Server] = []
    try:
        await session.start()
        assert session.server is not None
        shell = Shell(home=str(home), environment=session.environment)
        machine = Machine(session)
        guest = Guest(session, machine, shell)
        servers.append(await asyncio.start_unix_server(guest.serve, sock=listen))
        if view is not None:
            servers.append(await asyncio.start_unix_server(guest.view, sock=view))
        ended = asyncio.create_task(session.server.wait())
        stopped = asyncio.create_task(stop.wait())
        await asyncio.wait([ended, stopped], return_when=asyncio.FIRST_COMPLETED)
        stopped.cancel()
    finally:
        for server in servers:
            server.close()
        if shell is not None:
            await shell.close()
        if machine is not None:
            with contextlib.suppress(Exception):
                await machine.close()
        await session.close()
        shutil.rmtree(folder, ignore_errors=True)


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="deskhand.desktop.guest", description="Serve one desktop from inside the walls."
    )
    parser.add_argument("--listen-fd", type=int, required=True, help="listening Unix socket for requests")
    parser.add_argument("--view-fd", type=int, help="listening Unix socket for viewers (VNC)")
    parser.add_argument("--size", type=Size.parse, default=Size(1280, 800), help="WIDTHxHEIGHT")
    parser.add_argument("--display", choices=["xvnc", "xvfb"], default="xvnc")
    options = parser.parse_args()
    listen = socket.socket(fileno=options.listen_fd)
    view = socket.socket(fileno=options.view_fd) if options.view_fd is not None else None
    home = Path(os.environ.get("HOME", "/home/user"))
    try:
        asyncio.run(run(listen, view, options.size, options.display, home))
    except DesktopError as error:
        sys.exit(f"the desktop could not be started: {error}")


if __name__ == "__main__":
    main()
