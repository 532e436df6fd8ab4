"""What happens in a session, to whoever follows it: by WebSocket, by server-sent events, or asked for again and again.

The events are read from the journal by their numbers, never from memory: a page that comes late gets them all, and one
that comes back gets those after the last it has, also when the server was started anew in between.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import BaseRoute, WebSocketRoute
from starlette.websockets import WebSocket, WebSocketDisconnect

from deskhand.agent.journal import JournalError, Reader
from deskhand.server.errors import ApiError
from deskhand.server.parsed import number
from deskhand.server.sessions.access import Access, Visitor
from deskhand.server.sessions.api import routes_of
from deskhand.server.sessions.models import SessionInfo
from deskhand.server.sessions.news import Watcher
from deskhand.server.sessions.sessions import Sessions

_AT_ONCE = 200
"""Events read at a time: a run of 1,000 steps is 10 MB."""
_QUIET = 15.0
"""Seconds after which a word is sent so that nobody in between takes the connection for dead."""
_ELSEWHERE = 0.3
"""Seconds between two looks at a journal that another process writes."""
_LONGEST = 60.0
_MOST = 1 << 53
Told = dict[str, Any]


class EventsApi:
    def __init__(self, sessions: Sessions, access: Access) -> None:
        self._sessions, self._access = sessions, access

    def routes(self) -> list[BaseRoute]:
        return [
            WebSocketRoute("/api/sessions/{id}/events", self.socket),
            WebSocketRoute("/api/live", self.live_socket),
            *routes_of(
                self._access, [("GET", "/api/sessions/{id}/events", self.events), ("GET", "/api/live", self.live)]
            ),
        ]

    # --- one session --------------------------------------------------------------------------------------------

    async def events(self, request: Request, visitor: Visitor) -> Response:
        id: str = request.path_params["id"]
        after = int(number(request, "after", 0, 0, _MOST))
        self._sessions.folder(visitor.user, id)  # raises when there is none
        if "text/event-stream" in request.headers.get("accept", ""):
            last = request.headers.get("last-event-id", "")
            after = int(last) if last.isascii() and last.isdecimal() and len(last) < 16 else after
            return _stream(self._follow(visitor.user, id, after))
        wait = number(request, "wait", 0.0, 0, _LONGEST)
        tape = _Tape(self._sessions, visitor.user, id, after)
        try:
            found = tape.read()
            with self._sessions.news[visitor.user].of(id) as watcher:
                loop = asyncio.get_running_loop()
                until = loop.time() + wait
                while not found and (left := until - loop.time()) > 0:
                    await watcher.wait(min(left, _ELSEWHERE if tape.elsewhere else left))
                    found = tape.read()
        finally:
            tape.close()
        listed = [{key: told[key] for key in ("number", "time", "event")} for told in found]
        return JSONResponse({"events": listed, "last": found[-1]["number"] if found else after})

    async def socket(self, socket: WebSocket) -> None:
        visitor = self._access.admit(socket)
        id: str = socket.path_params["id"]
        after = int(number(socket, "after", 0, 0, _MOST))
        self._sessions.folder(visitor.user, id)
        await _send_all(socket, self._follow(visitor.user, id, after))

    async def _follow(self, user: str, id: str, after: int) -> AsyncIterator[Told | None]:
        """Everything from ``after`` on; None where nothing has happened for a while. Ends when it is deleted."""
        tape = _Tape(self._sessions, user, id, after)
        shown: SessionInfo | None = None
        caught_up = False
        try:
            with self._sessions.news[user].of(id) as watcher:
                while True:
                    try:
                        info = self._sessions.info(user, id)
                    except ApiError:
                        yield {"type": "gone", "id": id}
                        return
                    if shown is None or _differ(shown, info):
                        shown = info
                        yield {"type": "session", "session": info.model_dump()}
                    while found := tape.read():
                        for told in found:
                            yield told
                    if not caught_up:
                        caught_up = True
                        yield {"type": "caught_up", "number": tape.after}
                    for delta in _deltas(watcher):
                        yield delta
                    pause = _ELSEWHERE if info.state == "elsewhere" else _QUIET
                    if not await watcher.wait(pause) and pause == _QUIET:
                        yield None
        finally:
            tape.close()

    # --- all of them --------------------------------------------------------------------------------------------

    async def live(self, request: Request, visitor: Visitor) -> Response:
        if "text/event-stream" in request.headers.get("accept", ""):
            return _stream(self._follow_all(visitor.user))
        listed = [info.model_dump() for info in self._sessions.all_live(visitor.user)]
        return JSONResponse({"type": "sessions", "sessions": listed})

    async def live_socket(self, socket: WebSocket) -> None:
        visitor = self._access.admit(socket)
        await _send_all(socket, self._follow_all(visitor.user))

    async def _follow_all(self, user: str) -> AsyncIterator[Told | None]:
        with self._sessions.news[user].of_all() as watcher:
            shown = {info.id: info for info in self._sessions.all_live(user)}
            yield {"type": "sessions", "sessions": [info.model_dump() for info in shown.values()]}
            while True:
                changed = await watcher.wait(_QUIET)
                if not changed:
                    yield None
                for id in sorted(changed):
                    try:
                        info = self._sessions.info(user, id)
                    except ApiError:
                        shown.pop(id, None)
                        yield {"type": "gone", "id": id}
                        continue
                    if id not in shown or _differ(shown[id], info):
                        shown[id] = info
                        yield {"type": "session", "session": info.model_dump()}


class _Tape:
    """A session's journal from a number on. There may be none yet: the session waits in the queue."""

    def __init__(self, sessions: Sessions, user: str, id: str, after: int) -> None:
        self._sessions, self._user, self._id = sessions, user, id
        self._reader: Reader | None = None
        self.after = after

    @property
    def elsewhere(self) -> bool:
        return self._sessions.known(self._user, self._id) is None

    def read(self) -> list[Told]:
        if self._reader is None:
            try:
                self._reader = Reader(self._sessions.folder(self._user, self._id))
            except (JournalError, ApiError):
                return []
        try:
            lines = self._reader.lines(self.after, _AT_ONCE)
        except JournalError:
            self.close()
            return []
        if lines:
            self.after = lines[-1][0]
        return [{"type": "event", "number": seq, "time": time, "event": json.loads(data)} for seq, time, data in lines]

    def close(self) -> None:
        if self._reader is not None:
            self._reader.close()
            self._reader = None


def _deltas(watcher: Watcher) -> list[Told]:
    found: list[Told] = []
    while watcher.deltas:
        delta = watcher.deltas.popleft()
        found.append({"type": "delta", "kind": delta.kind, "text": delta.text})
    return found


def _differ(before: SessionInfo, now: SessionInfo) -> bool:
    """Whether anything has changed that is not the time alone or the number of the last event."""
    same = {"seconds": 0.0, "last": 0}
    return before.model_copy(update=same) != now.model_copy(update=same)


async def _send_all(socket: WebSocket, stream: AsyncIterator[Told | None]) -> None:
    """Until the stream ends or the client goes. What the client sends is not read for its words."""
    await socket.accept()
    listening = asyncio.ensure_future(_until_gone(socket))
    sending = asyncio.ensure_future(_pump(socket, stream))
    try:
        await asyncio.wait({listening, sending}, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in (listening, sending):
            task.cancel()
        await asyncio.gather(listening, sending, return_exceptions=True)


async def _pump(socket: WebSocket, stream: AsyncIterator[Told | None]) -> None:
    try:
        async for told in stream:
            if told is not None:  # the protocol's own pings keep the connection alive
                await socket.send_text(json.dumps(told, ensure_ascii=False))
        await socket.close()
    except (WebSocketDisconnect, RuntimeError):
        pass  # the client went while something was being sent


async def _until_gone(socket: WebSocket) -> None:
    while (await socket.receive())["type"] != "websocket.disconnect":
        pass


def _stream(told: AsyncIterator[Told | None]) -> Response:
    return StreamingResponse(_as_lines(told), media_type="text/event-stream", headers={"x-accel-buffering": "no"})


async def _as_lines(stream: AsyncIterator[Told | None]) -> AsyncIterator[bytes]:
    async for told in stream:
        if told is None:
            yield b": still here\n\n"
            continue
        head = f"id: {told['number']}\n" if told["type"] == "event" else ""
        data = json.dumps(told, ensure_ascii=False)
        yield f"{head}event: {told['type']}\ndata: {data}\n\n".encode("utf-8", "replace")
