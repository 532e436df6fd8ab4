"""A request's body, read with a limit and parsed strictly: what Python's parser would let through and no JSON is."""

from __future__ import annotations

import asyncio
import json
from typing import Any

from starlette.requests import ClientDisconnect, Request

from deskhand.server.errors import ApiError, invalid

MAX_BODY = 32 << 20
"""Bytes of one request, as at the hosted API."""
SLOWEST = 60.0
"""Seconds that a body may take: a slow client must not hold a place for ever."""
LARGE = 256 << 10
MAX_DEPTH = 64
"""Levels of nesting; a tool's schema, the deepest thing anyone sends, has about ten."""


async def read_body(request: Request, limit: int = MAX_BODY) -> bytes:
    """The whole body; 413 as soon as it is clear that it is too large."""
    declared = request.headers.get("content-length", "")
    if declared.isdecimal() and len(declared) < 19 and int(declared) > limit:
        raise _too_large(limit)
    parts: list[bytes] = []
    size = 0
    try:
        async with asyncio.timeout(SLOWEST):
            async for part in request.stream():
                size += len(part)
                if size > limit:
                    raise _too_large(limit)
                parts.append(part)
    except TimeoutError:
        raise ApiError(408, f"The whole request must arrive within {SLOWEST:g} seconds.") from None
    except ClientDisconnect:
        raise ApiError(400, "The connection ended before the whole request had arrived.") from None
    return b"".join(parts)


async def read_object(request: Request, limit: int = MAX_BODY) -> dict[str, Any]:
    """The body as a JSON object. A large one is parsed beside the loop, so that others do not wait for it."""
    raw = await read_body(request, limit)
    return parse_object(raw) if len(raw) < LARGE else await asyncio.to_thread(parse_object, raw)


def parse_object(raw: bytes) -> dict[str, Any]:
    try:
        value = json.loads(raw.decode("utf-8"), parse_constant=_no_constant, parse_float=_finite)
    except UnicodeDecodeError as error:
        raise invalid(f"The request body is not UTF-8 (byte {error.start}).") from None
    except RecursionError:
        raise invalid("The request body is nested too deeply.") from None
    except ValueError as error:
        raise invalid(f"The request body is not valid JSON: {str(error)[:200]}") from None
    if not isinstance(value, dict):
        raise invalid(f"The request body must be a JSON object, not {_named(value)}.")
    _check_depth(value)
    if b"\\ud" in raw or b"\\uD" in raw:
        value = _without_halves(value)
    checked: dict[str, Any] = value
    return checked


def _too_large(limit: int) -> ApiError:
    return ApiError(413, f"The request is larger than {limit >> 20} MB, the largest that is taken.")


def _no_constant(name: str) -> None:
    raise ValueError(f"{name} is no JSON value")


def _finite(digits: str) -> float:
    """Not ``1e999``, which would be read as infinity, and could not be written again."""
    value = float(digits)
    if value in (float("inf"), float("-inf")):
        raise ValueError(f"{digits[:20]} is too large")
    return value


def _named(value: object) -> str:
    match value:
        case None:
            return "null"
        case list():
            return "a list"
        case str():
            return "a string"
        case _:
            return "a number or boolean"


def _check_depth(value: object) -> None:
    level: list[object] = [value]
    for _ in range(MAX_DEPTH):
        level = [
            inner
            for item in level
            if isinstance(item, dict | list)
            for inner in (item.values() if isinstance(item, dict) else item)
        ]
        if not level:
            return
    raise invalid("The request body is nested too deeply.")


def _without_halves(value: Any) -> Any:
    """Halves of surrogate pairs (``"\\ud83d"``) are no text that could be sent on or written down."""
    match value:
        case str():
            return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        case dict():
            return {_without_halves(key): _without_halves(item) for key, item in value.items()}
        case list():
            return [_without_halves(item) for item in value]
        case _:
            return value
