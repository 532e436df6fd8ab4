"""One HTTP connection to a server, its errors as sentences, and its stream of server-sent events."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Mapping
from typing import Any

import httpx2

from deskhand.errors import DeskhandError

_SILENCE = 45.0
"""Seconds without a byte after which a stream is taken for dead: the server says something every 15."""


class ClientError(DeskhandError):
    """The server said no; the text is its own sentence."""

    def __init__(self, status: int, message: str, code: str = "") -> None:
        super().__init__(message)
        self.status = status
        self.code = code


class NotReachable(DeskhandError):
    """There is no server at that address, or the connection broke."""


class Connection:
    def __init__(self, url: str, token: str, *, timeout: float = 60.0) -> None:
        self.url = url.rstrip("/")
        self._http = httpx2.AsyncClient(
            base_url=self.url,
            headers={"authorization": f"Bearer {token}"} if token else {},
            timeout=httpx2.Timeout(timeout, connect=10.0),
            trust_env=False,  # what is said to a server on this computer is no proxy's business
        )

    async def call(
        self, method: str, path: str, body: Mapping[str, Any] | None = None, *, content: Any = None, **query: Any
    ) -> Any:
        """The answer's JSON; None where there is none."""
        response = await self.raw(method, path, body, content=content, **query)
        return response.json() if response.content else None

    async def raw(
        self, method: str, path: str, body: Mapping[str, Any] | None = None, *, content: Any = None, **query: Any
    ) -> httpx2.Response:
        sent = {name: value for name, value in query.items() if value is not None}
        try:
            response = await self._http.request(method, path, json=body, content=content, params=sent)
        except httpx2.TransportError as error:
            raise self._broken(error) from error
        if response.status_code >= 400:
            raise refused(response)
        return response

    async def stream(self, path: str, **query: Any) -> AsyncIterator[dict[str, Any]]:
        """The objects of a stream of server-sent events, until it ends. Raises `NotReachable` when it breaks off."""
        timeout = httpx2.Timeout(_SILENCE, connect=10.0)
        try:
            async with self._http.stream(
                "GET", path, params=query, headers={"accept": "text/event-stream"}, timeout=timeout
            ) as response:
                if response.status_code >= 400:
                    await response.aread()
                    raise refused(response)
                async for line in response.aiter_lines():
                    if line.startswith("data: "):
                        yield json.loads(line.removeprefix("data: "))
        except httpx2.TransportError as error:
            raise self._broken(error) from error

    async def close(self) -> None:
        await self._http.aclose()

    def _broken(self, error: Exception) -> NotReachable:
        return NotReachable(f"{self.url} does not answer ({type(error).__name__}): does `deskhand serve` run there?")


def refused(response: httpx2.Response) -> ClientError:
    try:
        error = response.json()["error"]
        code = str(error.get("details", {}).get("error_code", ""))
        return ClientError(response.status_code, str(error["message"]), code)
    except (ValueError, KeyError, TypeError, AttributeError):
        return ClientError(response.status_code, f"The server answered {response.status_code}: {response.text[:200]}")
