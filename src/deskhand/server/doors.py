"""What `deskhand serve` starts, put together from what was asked for."""

from __future__ import annotations

import signal
import socket
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from deskhand.desktop.interface import Desktop
from deskhand.models.choose import make_model
from deskhand.sandbox.open import open_desktop
from deskhand.screen.geometry import Size
from deskhand.server import openapi
from deskhand.server.app import make_app
from deskhand.server.backend import Backend
from deskhand.server.capacity import Capacity
from deskhand.server.desktops import Desktops
from deskhand.server.desktops_api import DesktopsApi
from deskhand.server.model_backend import ModelBackend
from deskhand.server.recording import Recording, Replay
from deskhand.server.serving import address_of, listen, serve
from deskhand.server.sessions.doors import Desk, Rooms
from deskhand.server.upstream import Upstream


@dataclass(frozen=True, slots=True)
class Door:
    host: str = "127.0.0.1"
    port: int = 0
    upstream: str = "local"
    """``local``, a model's name, or the URL of another server."""
    record: Path | None = None
    replay: Path | None = None
    any_picture: bool = False
    token: str = ""
    local_only: bool = True
    desktops: int = 4
    at_once: int = 16
    desk: Desk | None = None
    """The page and its sessions; None: neither."""


@dataclass(frozen=True, slots=True)
class Opened:
    """What the person who started the server is told."""

    address: str
    backend: str
    """What answers, in words."""
    rooms: Rooms | None


async def open_door(door: Door, ready: Callable[[Opened], None]) -> None:
    """Serve until interrupted.

    A SIGTERM, which is how a system ends a service to start it anew, leaves the desktops of sessions standing for the
    next server to go on with; Ctrl-C ends them.
    """
    sock = listen(door.host, door.port)
    try:
        backend = await _backend(door)
        desktops = Desktops(_open, door.desktops)
        rooms = None if door.desk is None else Rooms(door.desk)
        app = make_app(
            backend,
            token=door.token,
            local_only=door.local_only,
            capacity=Capacity(door.at_once),
            routes=[
                *(DesktopsApi(desktops).routes() if door.desktops else ()),
                openapi.route(),
                *(rooms.routes() if rooms else ()),
            ],
            closing=[desktops, *([rooms] if rooms else [])],
            own=rooms.page.owns if rooms else lambda _: False,
        )
        if rooms is not None:
            rooms.address = address_of(sock).replace("//0.0.0.0:", f"//{socket.gethostname()}:")

        def ends(number: int) -> None:
            if rooms is not None:
                rooms.sessions.leaves = number == signal.SIGTERM

        opened = Opened(address_of(sock), f"What answers: {backend.name}.", rooms)
        await serve(app, sock, lambda: ready(opened), ends=ends)
    finally:
        sock.close()


async def _open(size: Size) -> Desktop:
    return await open_desktop(size=size)


async def _backend(door: Door) -> Backend:
    if door.replay is not None:
        return Replay(door.replay, any_picture=door.any_picture)
    backend = await _answering(door)
    if door.record is None:
        return backend
    try:
        return Recording(backend, door.record)
    except BaseException:
        await backend.close()
        raise


async def _answering(door: Door) -> Backend:
    name = door.upstream
    if "://" in name:
        # Where clients show our token as their key, it is no key of the other server's.
        return Upstream(name, keep_client_keys=not door.token)
    backend = ModelBackend(lambda: make_model(name), name)
    try:
        await backend.start()
    except BaseException:
        await backend.close()
        raise
    return backend
