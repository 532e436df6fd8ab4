"""`/api/sessions`: give a task, follow it, steer it. The page has no other way than programs have."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from deskhand.agent.journal import JournalError, Reader
from deskhand.errors import DeskhandError
from deskhand.guard.vault import Vault
from deskhand.server.errors import ApiError, invalid
from deskhand.server.parsed import number, parsed
from deskhand.server.sessions.access import Access, Visitor
from deskhand.server.sessions.lent import vault_of
from deskhand.server.sessions.models import Again, Answer, GoOn, HandBack, NewSession, Say, SessionInfo, StopIt, Wanted
from deskhand.server.sessions.options import Options
from deskhand.server.sessions.session import Further
from deskhand.server.sessions.sessions import Sessions

Handler = Callable[[Request, Visitor], Awaitable[Response]]
_FOREVER = "private, max-age=31536000, immutable"


class SessionsApi:
    def __init__(self, sessions: Sessions, access: Access, options: Options) -> None:
        self._sessions, self._access, self._options = sessions, access, options

    def routes(self) -> list[BaseRoute]:
        one = "/api/sessions/{id}"
        return routes_of(
            self._access,
            [
                ("GET", "/api/sessions", self.listed),
                ("POST", "/api/sessions", self.create),
                ("GET", one, self.show),
                ("DELETE", one, self.delete),
                ("GET", f"{one}/pictures/{{sha256}}", self.picture),
                ("POST", f"{one}/answers", self.answer),
                ("POST", f"{one}/pause", self.pause),
                ("POST", f"{one}/resume", self.resume),
                ("POST", f"{one}/stop", self.stop),
                ("POST", f"{one}/say", self.say),
                ("POST", f"{one}/takeover", self.take_over),
                ("POST", f"{one}/handback", self.hand_back),
                ("POST", f"{one}/continue", self.go_on),
                ("POST", f"{one}/again", self.again),
            ],
        )

    async def listed(self, request: Request, visitor: Visitor) -> Response:
        asked = request.query_params
        limit = int(number(request, "limit", 50, 1, 200))
        found, following, total = self._sessions.page(
            visitor.user, asked.get("query", "")[:500], asked.get("state", ""), asked.get("before", ""), limit
        )
        listed = [info.model_dump() for info in found]
        return JSONResponse({"sessions": listed, "next": following or None, "total": total})

    async def create(self, request: Request, visitor: Visitor) -> Response:
        wanted = await parsed(request, NewSession)
        return self._created(visitor, wanted)

    async def again(self, request: Request, visitor: Visitor) -> Response:
        """The same with changes."""
        changes = (await parsed(request, Again, empty=True)).changes
        before = self._sessions.info(visitor.user, _id(request))
        given = {key: value for key, value in before.options.items() if key in Wanted.model_fields}
        changed = changes.model_dump(exclude_unset=True)
        wanted = NewSession.model_validate({"task": before.task, **given, **changed})
        return self._created(visitor, wanted, self._sessions.lent.of(visitor.user, before.id))

    def _created(self, visitor: Visitor, wanted: NewSession, before: Vault | None = None) -> Response:
        """``before``: what was lent to the session that this one repeats."""
        task, options = self._options.complete(visitor.user, wanted)
        vault = vault_of(wanted.secrets) or before or Vault()
        session = self._sessions.create(visitor.user, task, options, vault)
        info = self._sessions.info(visitor.user, session.id)
        return JSONResponse(info.model_dump(), 201, {"location": f"/api/sessions/{session.id}"})

    async def show(self, request: Request, visitor: Visitor) -> Response:
        return _shown(self._sessions.info(visitor.user, _id(request)), 200)

    async def delete(self, request: Request, visitor: Visitor) -> Response:
        await self._sessions.delete(visitor.user, _id(request))
        return Response(status_code=204)

    async def picture(self, request: Request, visitor: Visitor) -> Response:
        """By its hash, so it never changes; private, so that no cache between keeps it."""
        folder = self._sessions.folder(visitor.user, _id(request))
        try:
            reader = Reader(folder)
            try:
                data = reader.picture(request.path_params["sha256"])
            finally:
                reader.close()
        except JournalError as error:
            raise ApiError(404, str(error)) from None
        headers = {"cache-control": _FOREVER, "content-security-policy": "default-src 'none'; sandbox"}
        return Response(data, media_type=_kind(data), headers=headers)

    async def answer(self, request: Request, visitor: Visitor) -> Response:
        given = await parsed(request, Answer)
        self._sessions.live(visitor.user, _id(request)).answer(given, "page" if visitor.cookie else "api")
        return Response(status_code=204)

    async def pause(self, request: Request, visitor: Visitor) -> Response:
        self._sessions.live(visitor.user, _id(request)).pause()
        return self._steered(request, visitor)

    async def resume(self, request: Request, visitor: Visitor) -> Response:
        self._sessions.live(visitor.user, _id(request)).go_on()
        return self._steered(request, visitor)

    async def stop(self, request: Request, visitor: Visitor) -> Response:
        wanted = await parsed(request, StopIt, empty=True)
        await self._sessions.stop(visitor.user, _id(request), at_once=wanted.at_once)
        return self._steered(request, visitor)

    async def say(self, request: Request, visitor: Visitor) -> Response:
        wanted = await parsed(request, Say)
        await self._sessions.live(visitor.user, _id(request)).say(_words(wanted.text))
        return self._steered(request, visitor)

    async def take_over(self, request: Request, visitor: Visitor) -> Response:
        self._sessions.live(visitor.user, _id(request)).take_over()
        return self._steered(request, visitor)

    async def hand_back(self, request: Request, visitor: Visitor) -> Response:
        wanted = await parsed(request, HandBack, empty=True)
        self._sessions.live(visitor.user, _id(request)).hand_back(wanted.text)
        return self._steered(request, visitor)

    async def go_on(self, request: Request, visitor: Visitor) -> Response:
        wanted = await parsed(request, GoOn, empty=True)
        limits: dict[str, Any] = wanted.model_dump(exclude={"text", "secrets"})
        further = Further(wanted.text.strip(), limits)
        self._sessions.go_on(visitor.user, _id(request), further, vault_of(wanted.secrets))
        return self._steered(request, visitor)

    def _steered(self, request: Request, visitor: Visitor) -> Response:
        return _shown(self._sessions.info(visitor.user, _id(request)), 202)


def routes_of(access: Access, table: list[tuple[str, str, Handler]]) -> list[BaseRoute]:
    """Routes whose handlers get to know who asks; nobody else comes through."""
    paths: dict[str, dict[str, Handler]] = {}
    for method, path, handler in table:
        paths.setdefault(path, {})[method] = handler
    return [Route(path, _guarded(access, handlers), methods=list(handlers)) for path, handlers in paths.items()]


def _guarded(access: Access, handlers: dict[str, Handler]) -> Callable[[Request], Awaitable[Response]]:
    async def handle(request: Request) -> Response:
        visitor = access.admit(request)
        method = "GET" if request.method == "HEAD" else request.method
        try:
            response = await handlers[method](request, visitor)
        except DeskhandError as error:
            raise ApiError(400, str(error)) from error
        response.headers.setdefault("cache-control", "no-store")
        response.headers.setdefault("content-security-policy", "default-src 'none'; sandbox")
        response.headers.setdefault("referrer-policy", "no-referrer")
        response.headers.setdefault("cross-origin-resource-policy", "same-origin")
        return response

    return handle


def _shown(info: SessionInfo, status: int) -> Response:
    return JSONResponse(info.model_dump(), status)


def _id(request: Request) -> str:
    id: str = request.path_params["id"]
    return id


def _words(text: str) -> str:
    if not text.strip():
        raise invalid("text: is empty")
    return text.strip()


def _kind(data: bytes) -> str:
    if data.startswith(b"\x89PNG"):
        return "image/png"
    if data[:4] == b"RIFF":
        return "image/webp"
    return "image/jpeg" if data[:2] == b"\xff\xd8" else "application/octet-stream"
