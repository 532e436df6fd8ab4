"""Who may come in, asked before anything else of a request is looked at.

A server on loopback is within reach of every web page that the user's browser shows: pages can send requests to
127.0.0.1, and a name of theirs can be made to resolve to it. So a request that says it comes from a page of another
origin is refused, and so is one addressed to a name that is not this server's. No CORS header is ever sent.
"""

from __future__ import annotations

import hashlib
import hmac
import ipaddress
import logging
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from deskhand.server.answer import new_id
from deskhand.server.errors import ApiError

log = logging.getLogger("deskhand.server")

_LOCAL_NAMES = frozenset({"localhost", "ip6-localhost"})


def is_loopback(host: str) -> bool:
    """Whether an address or name is this machine's own, reachable from nowhere else."""
    name = host.strip("[]").lower()
    if name in _LOCAL_NAMES or name.endswith(".localhost"):
        return True
    try:
        return ipaddress.ip_address(name).is_loopback
    except ValueError:
        return False


def given_key(headers: Mapping[str, str]) -> str:
    """The key of either form: ``x-api-key`` (SDKs before 2.0), ``Authorization: Bearer`` (since)."""
    scheme, _, rest = headers.get("authorization", "").partition(" ")
    if scheme.lower() == "bearer" and rest.strip():
        return rest.strip()
    return headers.get("x-api-key", "").strip()


def client_of(headers: Mapping[str, str], address: str) -> str:
    """Who a request is from, for fairness only; the key itself is kept nowhere."""
    key = given_key(headers)
    return hashlib.sha256(key.encode()).hexdigest()[:16] if key else address


class Gate:
    """ASGI middleware around everything. ``token`` is what clients must show; empty: nothing.

    ``own`` says of a path whether what lies behind it asks itself who may come in: the page and its sessions, which
    are never open to whoever can reach the port.
    """

    def __init__(
        self, app: ASGIApp, *, token: str = "", local_only: bool = True, own: Callable[[str], bool] = lambda _: False
    ) -> None:
        self._own = own
        self._app = app
        self._token = token
        self._local_only = local_only

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
            return
        request_id = new_id("req")
        path: str = scope["path"]
        if path.startswith("/v1/v1/"):  # a base URL that ends in /v1: the SDKs add their own
            scope = {**scope, "path": path[3:], "raw_path": scope.get("raw_path", path.encode())[3:]}
        scope = {**scope, "state": {**scope.get("state", {}), "request_id": request_id}}
        begun = False

        async def tagged(event: Message) -> None:
            nonlocal begun
            if event["type"] == "http.response.start":
                begun = True
                headers = MutableHeaders(scope=event)
                headers.setdefault("request-id", request_id)
                headers.setdefault("x-content-type-options", "nosniff")
            await send(event)

        try:
            self._check(Headers(scope=scope), self._own(scope["path"]))
            await self._app(scope, receive, tagged)
        except ApiError as error:
            await _refuse(error, request_id, scope, receive, tagged)
        except Exception as error:
            log.exception("request %s failed", request_id)
            if not begun:  # else the connection is closed in the middle, which is all that can still be said
                await _refuse(defect(error, request_id), request_id, scope, receive, tagged)

    def _check(self, headers: Headers, own: bool) -> None:
        host = headers.get("host", "")
        if self._local_only and (own or not self._token) and not is_loopback(_name(host)):
            raise ApiError(403, f"This server answers only to its own address, not to {host[:80]!r}.")
        origin = headers.get("origin")
        if origin is not None and urlsplit(origin).netloc.lower() != host.lower():
            raise ApiError(403, f"Web pages of another origin ({origin[:80]}) may not use this server.")
        if self._token and not own and not hmac.compare_digest(given_key(headers).encode(), self._token.encode()):
            shown = "is not the one this server wants" if given_key(headers) else "is missing"
            raise ApiError(401, f"The key {shown}: send the server's token as the API key (x-api-key or Bearer).")


def defect(error: Exception, request_id: str) -> ApiError:
    """For what should never happen: the kind of error, and nothing of what it says."""
    sentence = f"a defect in deskhand: {type(error).__name__}; the server's log has more under {request_id}"
    return ApiError(500, sentence)


def _name(host: str) -> str:
    """A Host header without its port."""
    if host.startswith("["):
        return host.partition("]")[0].lstrip("[")
    return host.rpartition(":")[0] if ":" in host else host


async def _refuse(error: ApiError, request_id: str, scope: Scope, receive: Receive, send: Any) -> None:
    if scope["type"] == "websocket":
        await send({"type": "websocket.close", "code": 1008, "reason": error.message[:120]})
        return
    response = JSONResponse(error.body(request_id), error.status, error.response_headers())
    await response(scope, receive, send)
