"""The name in a TLS ClientHello: what a client says, in the clear, whom it wants to talk to.

Only that is read; nothing is decrypted. A hello that names nobody, or somebody twice, is nobody's: it is refused. The
other way out, an allowed address with another name, is what the one hole of a well-tested peer was made of.
"""

from __future__ import annotations

from dataclasses import dataclass

_HANDSHAKE = 22
_CLIENT_HELLO = 1
_SERVER_NAME = 0
ACCESS_DENIED = b"\x15\x03\x03\x00\x02\x02\x31"
"""A fatal alert: what a client shows for a refusal."""


@dataclass(frozen=True, slots=True)
class Hello:
    name: str | None
    """Not yet `names.normal`; None when no single name stands there."""


class NoHello(ValueError):
    """The bytes are not the beginning of TLS."""


class _Cursor:
    """Bytes taken from the front; IndexError when there are not enough."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 0

    def take(self, count: int) -> bytes:
        if self._at + count > len(self._data):
            raise IndexError
        self._at += count
        return self._data[self._at - count : self._at]

    def number(self, size: int) -> int:
        return int.from_bytes(self.take(size), "big")

    def vector(self, size: int) -> bytes:
        return self.take(self.number(size))

    @property
    def empty(self) -> bool:
        return self._at == len(self._data)


def parse(data: bytes) -> Hello | None:
    """The hello at the beginning of ``data``; None while there is not all of it. `NoHello` when it cannot be one."""
    handshake = b""
    records = _Cursor(data)
    while len(handshake) < 4 or len(handshake) < 4 + int.from_bytes(handshake[1:4], "big"):
        try:
            kind, major = records.number(1), records.number(1)
            if kind != _HANDSHAKE or major != 3:
                raise NoHello("it does not begin with a TLS handshake")
            records.take(1)
            record = records.vector(2)
        except IndexError:
            return None
        if not record or len(record) > 1 << 14:
            raise NoHello("a TLS record has an impossible length")
        handshake += record
        if handshake[0] != _CLIENT_HELLO:
            raise NoHello("it does not begin with a ClientHello")
    try:
        return Hello(_name(_Cursor(handshake[4 : 4 + int.from_bytes(handshake[1:4], "big")])))
    except IndexError:
        raise NoHello("the ClientHello is broken") from None


def _name(hello: _Cursor) -> str | None:
    hello.take(2 + 32)
    for size in (1, 2, 1):  # session id, cipher suites, compression methods
        hello.vector(size)
    if hello.empty:
        return None
    extensions = _Cursor(hello.vector(2))
    names: list[bytes] = []
    while not extensions.empty:
        kind, body = extensions.number(2), extensions.vector(2)
        if kind == _SERVER_NAME:
            entries = _Cursor(_Cursor(body).vector(2))
            while not entries.empty:
                names.append(entries.vector(2) if entries.number(1) == 0 else b"")
    if len(names) != 1:
        return None
    try:
        return names[0].decode("ascii") or None
    except UnicodeDecodeError:
        return None
