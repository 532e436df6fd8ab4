"""`/v1/messages` and its neighbours: the routes, over whatever `Backend` stands behind them."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Awaitable
from typing import TypeVar

from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from deskhand.server import stream
from deskhand.server.backend import Answered, Asked, Backend
from deskhand.server.body import read_object
from deskhand.server.capacity import Capacity
from deskhand.server.errors import ApiError, invalid
from deskhand.server.gate import client_of

T = TypeVar("T")


def request_id(request: Request) -> str:
    return str(request.state.request_id)


def _client(request: Request) -> str:
    return client_of(request.headers, request.client.host if request.client else "")


class MessagesApi:
    def __init__(self, backend: Backend, capacity: Capacity | None = None) -> None:
        self._backend = backend
        self._capacity = capacity or Capacity()

    def routes(self) -> list[Route]:
        return [
            Route("/v1/messages", self.create, methods=["POST"]),
            Route("/v1/messages/count_tokens", self.count, methods=["POST"]),
            Route("/v1/models", self.models, methods=["GET"]),
            Route("/v1/models/{model:path}", self.model, methods=["GET"]),
        ]

    async def create(self, request: Request) -> Response:
        with contextlib.ExitStack() as held:
            held.enter_context(self._capacity.place(_client(request)))
            asked = await self._asked(request)
            answered = await _while_connected(request, self._backend.create(asked))
            if answered.frames is None:
                assert answered.message is not None
                return JSONResponse(answered.message, headers=answered.headers)
            return _Streaming(answered, held.pop_all())

    async def count(self, request: Request) -> Response:
        with self._capacity.place(_client(request)):
            return JSONResponse(await self._backend.count(await self._asked(request)))

    async def models(self, request: Request) -> Response:
        listed = await self._backend.models(self._bare(request))
        limit = _limit(request.query_params.get("limit"))
        names = [str(model["id"]) for model in listed]
        first, last = 0, len(names)
        after, before = request.query_params.get("after_id"), request.query_params.get("before_id")
        if after:
            first = _place(names, after, "after_id") + 1
        if before:
            last = _place(names, before, "before_id")
        page = listed[first:last]
        shown = page[-limit:] if before and not after else page[:limit]
        ends = (
            {"first_id": shown[0]["id"], "last_id": shown[-1]["id"]} if shown else {"first_id": None, "last_id": None}
        )
        return JSONResponse({"data": shown, "has_more": len(shown) < len(page), **ends})

    async def model(self, request: Request) -> Response:
        """A model by its id. Where one model answers to every name of Claude's, such a name is an alias of it."""
        wanted = request.path_params["model"]
        listed = await self._backend.models(self._bare(request))
        for model in listed:
            if model["id"] == wanted:
                return JSONResponse(model)
        if len(listed) == 1 and "claude" in wanted.lower():
            return JSONResponse(listed[0])
        raise ApiError(404, f"model: {wanted[:80]}")

    async def _asked(self, request: Request) -> Asked:
        body = await read_object(request)
        return Asked(body, dict(request.headers), request_id(request), request.url.query)

    def _bare(self, request: Request) -> Asked:
        return Asked({}, dict(request.headers), request_id(request), request.url.query)


class _Streaming(StreamingResponse):
    """A stream that, however it ends and even if it never begins, frees its place and stops what fills it."""

    def __init__(self, answered: Answered, held: contextlib.ExitStack) -> None:
        assert answered.frames is not None
        super().__init__(answered.frames, headers={**stream.HEADERS, **answered.headers})
        self._close = answered.close
        self._held = held

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            await super().__call__(scope, receive, send)
        finally:
            self._held.close()
            if self._close is not None:
                await self._close()


async def _while_connected(request: Request, work: Awaitable[T]) -> T:
    """What ``work`` gives; when the client hangs up before, the work is cancelled."""
    task = asyncio.ensure_future(work)
    gone = asyncio.ensure_future(_hung_up(request))
    try:
        await asyncio.wait({task, gone}, return_when=asyncio.FIRST_COMPLETED)
        if not task.done():
            raise ApiError(499, "The client closed the connection.")
        return task.result()
    finally:
        for other in (task, gone):
            if not other.done():
                other.cancel()
                with contextlib.suppress(asyncio.CancelledError, Exception):
                    await other


async def _hung_up(request: Request) -> None:
    while True:
        event = await request.receive()
        if event["type"] == "http.disconnect":
            return


def _limit(raw: str | None) -> int:
    if raw is None:
        return 20
    if not (raw.isascii() and raw.isdecimal() and len(raw) < 6 and 1 <= int(raw) <= 1000):
        raise invalid("limit: must be a whole number from 1 to 1000")
    return int(raw)


def _place(names: list[str], name: str, key: str) -> int:
    if name not in names:
        raise invalid(f"{key}: there is no model {name[:80]!r}")
    return names.index(name)
