"""Another Messages API behind ours: requests are passed on as they came, answers come back as they are.

For recording a real model once, and for putting deskhand's door in front of a server that has none.
"""

from __future__ import annotations

import os
from collections.abc import AsyncIterator, Mapping
from typing import Any

import httpx2

from deskhand.server import stream
from deskhand.server.backend import Answered, Asked, Json
from deskhand.server.errors import ApiError
from deskhand.server.gate import given_key

_SENT = ("authorization", "x-api-key", "anthropic-version", "anthropic-beta", "user-agent", "x-stainless-helper")
_RETURNED = ("request-id", "retry-after", "retry-after-ms", "x-should-retry")
_RETURNED_PREFIX = "anthropic-"
_TIMEOUT = httpx2.Timeout(600.0, connect=10.0)


class Upstream:
    """``url`` as SDKs take it: without ``/v1``. Clients' own keys are passed on; without one, the environment's."""

    def __init__(self, url: str, *, keep_client_keys: bool = True) -> None:
        self._url = url.rstrip("/").removesuffix("/v1")
        self._keep = keep_client_keys
        self._http = httpx2.AsyncClient(timeout=_TIMEOUT, follow_redirects=False)

    @property
    def name(self) -> str:
        return self._url

    async def create(self, asked: Asked) -> Answered:
        response = await self._send("POST", "/v1/messages", asked, asked.body)
        headers = _returned(response.headers)
        if asked.body.get("stream") is True:
            kind = response.headers.get("content-type", "")
            if not kind.startswith("text/event-stream"):
                await response.aclose()
                raise ApiError(502, f"{self._url} answered a request for a stream with {kind or 'nothing'}")
            return Answered(frames=_frames(response, asked.request_id), headers=headers, close=response.aclose)
        return Answered(message=await _object(response, self._url), headers=headers)

    async def count(self, asked: Asked) -> Json:
        response = await self._send("POST", "/v1/messages/count_tokens", asked, asked.body)
        return await _object(response, self._url)

    async def models(self, asked: Asked) -> list[Json]:
        response = await self._send("GET", "/v1/models", asked, None)
        data = (await _object(response, self._url)).get("data")
        return [model for model in data if isinstance(model, dict) and "id" in model] if isinstance(data, list) else []

    async def close(self) -> None:
        await self._http.aclose()

    async def _send(self, method: str, path: str, asked: Asked, body: Json | None) -> httpx2.Response:
        headers = {name: asked.headers[name] for name in _SENT if name in asked.headers}
        if not self._keep or not given_key(headers):
            headers.pop("authorization", None)
            headers.pop("x-api-key", None)
            if key := os.environ.get("ANTHROPIC_API_KEY"):
                headers["x-api-key"] = key
        query = f"?{asked.query}" if asked.query else ""
        request = self._http.build_request(method, f"{self._url}{path}{query}", headers=headers, json=body)
        try:
            response = await self._http.send(request, stream=True)
        except httpx2.TimeoutException:
            raise ApiError(504, f"{self._url} did not answer in time") from None
        except (httpx2.HTTPError, httpx2.InvalidURL) as error:
            said = str(error) or type(error).__name__
            raise ApiError(502, f"{self._url} cannot be reached: {said}") from None
        if response.status_code >= 300:
            raise await _passed(response, self._url)
        return response


class Passed(ApiError):
    """An error of the other server, handed on as it came."""

    def __init__(self, status: int, body: Json, headers: Mapping[str, str]) -> None:
        error = body.get("error")
        said = error.get("message") if isinstance(error, dict) else None
        super().__init__(status, str(said or body))
        self.raw = body
        self._headers = dict(headers)

    def body(self, request_id: str) -> dict[str, Any]:
        return self.raw

    def response_headers(self) -> dict[str, str]:
        return self._headers


async def _passed(response: httpx2.Response, url: str) -> ApiError:
    headers = _returned(response.headers)
    try:
        body = await _object(response, url)
    except ApiError:
        body = {}
    if not isinstance(body.get("error"), dict):
        return ApiError(
            response.status_code if response.status_code >= 400 else 502,
            f"{url} answered with status {response.status_code}",
            headers=headers,
        )
    return Passed(response.status_code, body, headers)


async def _object(response: httpx2.Response, url: str) -> Json:
    try:
        await response.aread()
        value = response.json()
    except (ValueError, httpx2.HTTPError):
        value = None
    finally:
        await response.aclose()
    if not isinstance(value, dict):
        raise ApiError(502, f"{url} answered with something that is no JSON object")
    return value


async def _frames(response: httpx2.Response, request_id: str) -> AsyncIterator[bytes]:
    try:
        async for data in response.aiter_bytes():
            yield data
    except httpx2.HTTPError as error:
        # The status is out already: the rest of the story is an event, which the SDKs raise as an error.
        yield stream.failure(ApiError(502, f"the stream broke off: {str(error) or type(error).__name__}"), request_id)


def _returned(headers: Mapping[str, str]) -> dict[str, str]:
    return {
        name.lower(): value
        for name, value in headers.items()
        if name.lower() in _RETURNED or name.lower().startswith(_RETURNED_PREFIX)
    }
