"""The whole server as one ASGI application."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator, Callable, Sequence

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route
from starlette.types import ASGIApp

from deskhand.server.backend import Backend
from deskhand.server.capacity import Capacity
from deskhand.server.errors import ApiError
from deskhand.server.gate import Gate, defect
from deskhand.server.messages_api import MessagesApi, request_id


def make_app(
    backend: Backend,
    *,
    token: str = "",
    local_only: bool = True,
    capacity: Capacity | None = None,
    routes: Sequence[BaseRoute] = (),
    closing: Sequence[contextlib.AbstractAsyncContextManager[object]] = (),
    own: Callable[[str], bool] = lambda _: False,
) -> ASGIApp:
    """``routes`` come beside those of the Messages API; ``closing`` are entered at the start and left at the end.

    ``own`` are the paths that ask themselves who may come in (see `Gate`).
    """
    paths = {getattr(route, "path", "") for route in routes}

    @contextlib.asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        async with contextlib.AsyncExitStack() as stack:
            stack.push_async_callback(backend.close)
            for manager in closing:
                await stack.enter_async_context(manager)
            yield

    app = Starlette(
        routes=[
            *([] if "/" in paths else [Route("/", _about, methods=["GET", "HEAD"])]),
            Route("/health", _health, methods=["GET", "HEAD"]),
            *MessagesApi(backend, capacity).routes(),
            *routes,
        ],
        exception_handlers={ApiError: _api_error, HTTPException: _http_error, Exception: _defect},
        lifespan=lifespan,
    )
    app.router.redirect_slashes = False
    return Gate(app, token=token, local_only=local_only, own=own)


async def _about(_: Request) -> Response:
    return JSONResponse({"deskhand": "POST /v1/messages speaks the Messages API; /openapi.json describes the rest."})


async def _health(_: Request) -> Response:
    return JSONResponse({"status": "ok"})


async def _api_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, ApiError)
    return JSONResponse(error.body(request_id(request)), error.status, error.response_headers())


async def _defect(request: Request, error: Exception) -> Response:
    id = request_id(request)
    refused = defect(error, id)
    return JSONResponse(refused.body(id), refused.status, refused.response_headers())


async def _http_error(request: Request, error: Exception) -> Response:
    """What the router itself refuses: unknown paths and methods."""
    assert isinstance(error, HTTPException)
    path = request.url.path[:120]
    sentence = {
        404: f"There is nothing at {path}.",
        405: f"{path} does not take {request.method}.",
    }.get(error.status_code, str(error.detail))
    refused = ApiError(error.status_code, sentence, headers=dict(error.headers or {}))
    return JSONResponse(refused.body(request_id(request)), refused.status, refused.response_headers())
