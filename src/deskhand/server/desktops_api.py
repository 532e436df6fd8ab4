"""`/desktops`: create one, see it, act, run commands, move files, follow what happens. For programs in any language.

Coordinates are screen pixels. An action is spelled as in the newest single computer tool.
"""

from __future__ import annotations

import base64
import json
import uuid
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from deskhand.desktop.interface import DesktopError, DesktopGone, InvalidAction
from deskhand.messages import ToolUse
from deskhand.sandbox.interface import SandboxError
from deskhand.screen.geometry import Size
from deskhand.server.body import read_body
from deskhand.server.desktop_models import Act, ActDone, Exec, ExecDone, NewDesktop
from deskhand.server.desktops import Desktops, Event
from deskhand.server.errors import ApiError, invalid
from deskhand.server.parsed import number, parsed
from deskhand.server.schemas import EDITOR_NAME
from deskhand.tools.interface import ToolRun

LONGEST_WAIT = 60.0
MAX_PATH = 4096

Handler = Callable[[Request], Awaitable[Response]]


class DesktopsApi:
    def __init__(self, desktops: Desktops) -> None:
        self._desktops = desktops

    def routes(self) -> list[Route]:
        one = "/desktops/{id}"
        table: list[tuple[str, str, Handler]] = [
            ("GET", "/desktops", self.listed),
            ("POST", "/desktops", self.create),
            ("GET", one, self.show),
            ("DELETE", one, self.delete),
            ("GET", f"{one}/screenshot", self.screenshot),
            ("POST", f"{one}/act", self.act),
            ("POST", f"{one}/exec", self.exec),
            ("GET", f"{one}/files", self.read_file),
            ("PUT", f"{one}/files", self.write_file),
            ("GET", f"{one}/folder", self.folder),
            ("GET", f"{one}/events", self.events),
        ]
        paths: dict[str, dict[str, Handler]] = {}
        for method, path, handler in table:
            paths.setdefault(path, {})[method] = handler
        return [Route(path, _by_method(handlers), methods=list(handlers)) for path, handlers in paths.items()]

    async def listed(self, _: Request) -> Response:
        return JSONResponse({"desktops": [session.as_json() for session in self._desktops.all()]})

    async def create(self, request: Request) -> Response:
        wanted = await parsed(request, NewDesktop, empty=True)
        session = await self._desktops.create(Size(wanted.width, wanted.height))
        return JSONResponse(session.as_json(), 201, {"location": f"/desktops/{session.id}"})

    async def show(self, request: Request) -> Response:
        return JSONResponse(self._desktops.get(request.path_params["id"]).as_json())

    async def delete(self, request: Request) -> Response:
        await self._desktops.delete(request.path_params["id"])
        return Response(status_code=204)

    async def screenshot(self, request: Request) -> Response:
        async with self._desktops.using(request.path_params["id"]) as session:
            frame = await session.desktop.screenshot()
            await session.tell("screenshot", "Take a screenshot")
            pointer = f"{frame.pointer.x},{frame.pointer.y}"
            return Response(frame.png, media_type="image/png", headers={"x-pointer": pointer})

    async def act(self, request: Request) -> Response:
        self._desktops.get(request.path_params["id"])
        wanted = await parsed(request, Act)
        values = wanted.model_dump(exclude_none=True, exclude={"picture"})
        async with self._desktops.using(request.path_params["id"]) as session:
            run = await session.run(_use("computer", values))
            return JSONResponse(_act_done(run, wanted.picture))

    async def exec(self, request: Request) -> Response:
        self._desktops.get(request.path_params["id"])
        wanted = await parsed(request, Exec)
        if "\0" in wanted.command:
            raise invalid("command: holds a NUL character, which no shell can take")
        async with self._desktops.using(request.path_params["id"]) as session:
            async with session.lock:
                proposal = await session.permit(_use("bash", {"command": wanted.command}))
                result = await session.desktop.shell(wanted.command, timeout=wanted.timeout)
            await session.tell("bash", proposal.words, exit_code=result.exit_code)
            done = ExecDone(
                output=result.output.encode(errors="replace").decode(),
                exit_code=result.exit_code,
                timed_out=result.timed_out,
                directory=result.directory,
            )
            return JSONResponse(done.model_dump())

    async def read_file(self, request: Request) -> Response:
        path = _path(request)
        async with self._desktops.using(request.path_params["id"]) as session:
            data = await session.desktop.read_file(path)
            await session.tell("read", f"Read {path}", bytes=len(data))
            return Response(data, media_type="application/octet-stream")

    async def write_file(self, request: Request) -> Response:
        path = _path(request)
        self._desktops.get(request.path_params["id"])
        data = await read_body(request)
        async with self._desktops.using(request.path_params["id"]) as session:
            async with session.lock:
                await session.permit(_use(EDITOR_NAME, {"command": "create", "path": path, "file_text": ""}))
                await session.desktop.write_file(path, data)
            await session.tell("write", f"Write {path}", bytes=len(data))
            return Response(status_code=204)

    async def folder(self, request: Request) -> Response:
        path = _path(request)
        depth = number(request, "depth", 1, 0, 8)
        async with self._desktops.using(request.path_params["id"]) as session:
            found = await session.desktop.list_files(path, depth=int(depth))
            files = [{"path": info.path, "kind": info.kind, "bytes": info.bytes} for info in found]
            return JSONResponse({"files": files})

    async def events(self, request: Request) -> Response:
        session = self._desktops.get(request.path_params["id"])
        after = int(number(request, "after", 0, 0, 1 << 53))
        wait = number(request, "wait", 0.0, 0, LONGEST_WAIT)
        if "text/event-stream" in request.headers.get("accept", ""):
            last = request.headers.get("last-event-id", "")
            start = int(last) if last.isascii() and last.isdecimal() and len(last) < 16 else after
            return StreamingResponse(self._follow(session.id, start), media_type="text/event-stream")
        found = await session.after(after, wait)
        last_number = found[-1].number if found else after
        return JSONResponse({"events": [event.as_json() for event in found], "last": last_number})

    async def _follow(self, id: str, number: int) -> AsyncIterator[bytes]:
        """Until the desktop is gone or the client is."""
        while True:
            try:
                session = self._desktops.get(id)
            except ApiError:
                return
            found = await session.after(number, 10.0)
            for event in found:
                number = event.number
                yield _event(event)
            if not found:
                yield b": still here\n\n"
            elif found[-1].kind == "deleted":
                return


def _by_method(handlers: dict[str, Handler]) -> Handler:
    async def handle(request: Request) -> Response:
        method = "GET" if request.method == "HEAD" else request.method
        try:
            return await handlers[method](request)
        except InvalidAction as error:
            raise ApiError(400, str(error)) from error
        except DesktopGone as error:
            raise ApiError(410, str(error)) from error
        except DesktopError as error:
            raise ApiError(409, str(error)) from error
        except SandboxError as error:
            raise ApiError(503, str(error), headers={"x-should-retry": "false"}) from error

    return handle


def _path(request: Request) -> str:
    path = request.query_params.get("path", "")
    if not path:
        raise invalid("path: give the file's path as ?path=…")
    if "\0" in path or len(path) > MAX_PATH:
        raise invalid(f"path: must have no NUL character and at most {MAX_PATH} characters")
    return path


def _use(name: str, values: dict[str, Any]) -> ToolUse:
    return ToolUse(f"http_{uuid.uuid4().hex}", name, values)


def _act_done(run: ToolRun, picture: bool) -> dict[str, Any]:
    if run.is_error:
        raise ApiError(409, run.text)
    outcome = run.outcome
    shown = base64.b64encode(run.picture.png).decode("ascii") if picture and run.picture is not None else None
    return ActDone(
        text=run.text,
        changed=None if outcome is None else outcome.changed,
        regions=[] if outcome is None else [[r.x, r.y, r.width, r.height] for r in outcome.regions],
        focus="" if outcome is None else outcome.focus,
        pointer=None if outcome is None else [outcome.pointer.x, outcome.pointer.y],
        seconds=run.seconds,
        picture=shown,
    ).model_dump()


def _event(event: Event) -> bytes:
    data = json.dumps(event.as_json(), ensure_ascii=False)
    return f"id: {event.number}\nevent: {event.kind}\ndata: {data}\n\n".encode("utf-8", "replace")
