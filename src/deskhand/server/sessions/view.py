"""The live picture: a session's desktop to any number of viewers, and the hand of a person who has taken over.

The bytes from the desktop are passed on as they come, 64 KiB at a time, and the viewer asks for each picture itself:
a slow viewer gets fewer pictures and holds up neither the desktop nor others.
"""

from __future__ import annotations

import asyncio
import contextlib
import socket as sockets
from pathlib import Path

from starlette.routing import BaseRoute, WebSocketRoute
from starlette.websockets import WebSocket, WebSocketDisconnect

from deskhand.server.sessions.access import Access
from deskhand.server.sessions.rfb import ClientMessages, Message, NotRfb
from deskhand.server.sessions.session import Session
from deskhand.server.sessions.sessions import Sessions

NO_DESKTOP, ANOTHER_DESKTOP, NOT_RFB = 4404, 4205, 4400
_CHUNK = 64 << 10
_MOST_VIEWERS = 16


class ViewApi:
    def __init__(self, sessions: Sessions, access: Access) -> None:
        self._sessions, self._access = sessions, access
        self._viewers: dict[tuple[str, str], int] = {}

    def routes(self) -> list[BaseRoute]:
        return [WebSocketRoute("/api/sessions/{id}/view", self.view)]

    async def view(self, socket: WebSocket) -> None:
        visitor = self._access.admit(socket)
        id: str = socket.path_params["id"]
        self._sessions.folder(visitor.user, id)
        offered = socket.scope.get("subprotocols", [])
        await socket.accept("binary" if "binary" in offered else None)
        session = self._sessions.known(visitor.user, id)
        path = None if session is None else _view_of(session)
        if session is None or path is None:
            await _close(socket, NO_DESKTOP, "There is no desktop to look at now.")
            return
        key = (visitor.user, id)
        if self._viewers.get(key, 0) >= _MOST_VIEWERS:
            await _close(socket, NO_DESKTOP, f"{_MOST_VIEWERS} viewers are the most.")
            return
        self._viewers[key] = self._viewers.get(key, 0) + 1
        try:
            await _bridge(socket, session, path)
        finally:
            self._viewers[key] -= 1
            if not self._viewers[key]:
                del self._viewers[key]


async def _bridge(socket: WebSocket, session: Session, path: Path) -> None:
    """Until one of both ends."""
    try:
        reader, writer = await asyncio.open_unix_connection(str(path), limit=_CHUNK)
    except OSError:
        await _close(socket, NO_DESKTOP, "The desktop does not answer.")
        return
    _at_once(writer)
    down = asyncio.ensure_future(_down(socket, reader))
    up = asyncio.ensure_future(_up(socket, writer, session))
    try:
        done, _ = await asyncio.wait({down, up}, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in (down, up):
            task.cancel()
        results = await asyncio.gather(down, up, return_exceptions=True)
        writer.close()
        with contextlib.suppress(OSError):
            await writer.wait_closed()
    wrong = next((result for result in results if isinstance(result, NotRfb)), None)
    if wrong is not None:
        await _close(socket, NOT_RFB, str(wrong))
    elif down in done:  # the X server is gone: another desktop is behind the session, or none
        anew = _view_of(session) not in (None, path)
        await _close(socket, ANOTHER_DESKTOP if anew else NO_DESKTOP, "The desktop was reset." if anew else "It ended.")


async def _down(socket: WebSocket, reader: asyncio.StreamReader) -> None:
    with contextlib.suppress(OSError, WebSocketDisconnect, RuntimeError):
        while data := await reader.read(_CHUNK):
            await socket.send_bytes(data)


async def _up(socket: WebSocket, writer: asyncio.StreamWriter, session: Session) -> None:
    messages = ClientMessages()
    with contextlib.suppress(OSError, WebSocketDisconnect):
        while True:
            received = await socket.receive()
            if received["type"] == "websocket.disconnect":
                return
            data = received.get("bytes")
            if data is None:
                raise NotRfb("a viewer sends bytes, no text")
            passed = [message.data for message in messages.feed(data) if _may_pass(message, session)]
            if passed:
                writer.write(b"".join(passed))
                await writer.drain()


def _may_pass(message: Message, session: Session) -> bool:
    """Whoever only looks on has no hand: what it would do is dropped. What a hand does is counted, and not kept."""
    match message.kind:
        case "greeting" | "picture":
            return True
        case "resize":
            return False  # the agent's coordinates are those of the screen as it was begun
        case "key" if session.hands_on:
            session.hand.key(message.down)
            return True
        case "pointer" if session.hands_on:
            session.hand.pointer(message.buttons)
            return True
        case "clipboard" if session.hands_on:
            session.hand.pasted()
            return True
        case _:
            return False


def _view_of(session: Session) -> Path | None:
    desktop = session.desktop
    return None if desktop is None or session.over else desktop.sandbox.view_socket


def _at_once(writer: asyncio.StreamWriter) -> None:
    sock = writer.get_extra_info("socket")
    with contextlib.suppress(OSError):
        sock.setsockopt(sockets.SOL_SOCKET, sockets.SO_SNDBUF, 1 << 18)


async def _close(socket: WebSocket, code: int, reason: str) -> None:
    with contextlib.suppress(RuntimeError, WebSocketDisconnect):
        await socket.close(code, reason)
