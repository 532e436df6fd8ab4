"""The one stream between host and guest: a 4-byte big-endian length, then MessagePack.

Requests are ``{id, method, params}``, replies ``{id, ok}`` or ``{id, error: {kind, message}}``; a request may be sent
before the last was answered. The guest runs what a model wants run, so the host believes nothing it says: every length
is capped before it is read, and every value is looked at for type and size before it is used.
"""

from __future__ import annotations

import asyncio
import struct
from typing import Any

import msgpack  # type: ignore[import-untyped,unused-ignore]

MAX_MESSAGE = 96 << 20
"""Bytes of one message: a lossless picture of 3840×2160 noise is 25 MB; a file to be written may be 64 MiB."""

MAX_TEXT = 16 << 20
MAX_ITEMS = 20_000
MAX_VALUES = 2_000_000
"""Of one message, all lists and maps together. An empty list is one byte on the wire and 64 in memory: without a limit
a message of 96 MB could become 6 GB. The largest honest one, 20,000 elements, has 400,000 values."""


class WireError(Exception):
    """What came over the stream is not what was agreed."""


def pack(message: dict[str, Any]) -> bytes:
    body: bytes = msgpack.packb(message, use_bin_type=True)
    if len(body) > MAX_MESSAGE:
        raise WireError(f"a message of {len(body)} bytes is more than the {MAX_MESSAGE} that may be sent at once")
    return struct.pack(">I", len(body)) + body


async def receive(reader: asyncio.StreamReader) -> dict[str, Any]:
    """The next message; IncompleteReadError at the end of the stream, WireError when it is not one."""
    (length,) = struct.unpack(">I", await reader.readexactly(4))
    if length > MAX_MESSAGE:
        raise WireError(f"a message of {length} bytes was announced; {MAX_MESSAGE} is the most")
    body = await reader.readexactly(length)
    try:
        message = _unpack(body)
    except (ValueError, msgpack.UnpackException, RecursionError) as error:
        raise WireError(f"a message was not MessagePack: {error}") from error
    if not isinstance(message, dict):
        raise WireError("a message was not a map")
    return message


def _unpack(body: bytes) -> object:
    left = MAX_VALUES

    def count(made: Any) -> Any:
        nonlocal left
        left -= 1 + len(made)
        if left < 0:
            raise WireError(f"a message holds more than {MAX_VALUES} values")
        return made

    return msgpack.unpackb(
        body,
        raw=False,
        strict_map_key=True,
        list_hook=count,
        object_hook=count,
        max_array_len=MAX_VALUES,
        max_map_len=MAX_ITEMS,
    )


class Fields:
    """A map that came over the stream; every getter checks what it gives out."""

    def __init__(self, value: object, what: str) -> None:
        if not isinstance(value, dict):
            raise WireError(f"{what} is not a map")
        self._value: dict[str, object] = value
        self._what = what

    @property
    def raw(self) -> dict[str, object]:
        return self._value

    def _get(self, key: str) -> object:
        try:
            return self._value[key]
        except KeyError:
            raise WireError(f"{self._what} lacks {key!r}") from None

    def has(self, key: str) -> bool:
        return self._value.get(key) is not None

    def integer(self, key: str, low: int = -(1 << 31), high: int = 1 << 53) -> int:
        value = self._get(key)
        if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
            raise WireError(f"{key!r} of {self._what} is not a whole number from {low} to {high}")
        return value

    def number(self, key: str, low: float = 0.0, high: float = 1e9) -> float:
        value = self._get(key)
        if isinstance(value, bool) or not isinstance(value, int | float) or not low <= value <= high:
            raise WireError(f"{key!r} of {self._what} is not a number from {low:g} to {high:g}")
        return float(value)

    def text(self, key: str, limit: int = MAX_TEXT) -> str:
        value = self._get(key)
        if not isinstance(value, str) or len(value) > limit:
            raise WireError(f"{key!r} of {self._what} is not a text of at most {limit} characters")
        return value

    def binary(self, key: str, limit: int = MAX_MESSAGE) -> bytes:
        value = self._get(key)
        if not isinstance(value, bytes) or len(value) > limit:
            raise WireError(f"{key!r} of {self._what} is not a string of at most {limit} bytes")
        return value

    def flag(self, key: str) -> bool:
        value = self._get(key)
        if not isinstance(value, bool):
            raise WireError(f"{key!r} of {self._what} is neither true nor false")
        return value

    def array(self, key: str, limit: int = MAX_ITEMS) -> list[object]:
        value = self._get(key)
        if not isinstance(value, list) or len(value) > limit:
            raise WireError(f"{key!r} of {self._what} is not a list of at most {limit}")
        return value

    def fields(self, key: str) -> Fields:
        return Fields(self._get(key), f"{key!r} of {self._what}")
