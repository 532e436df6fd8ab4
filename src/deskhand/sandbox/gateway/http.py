"""The head of an HTTP/1 request, read more strictly than any server would.

One connection carries many requests, and each is for whom its Host says. Whether the second one begins where we think
it does is decided by lengths, and servers disagree about odd ones: so everything that two readers could read in two
ways (two lengths, a bare line feed, a folded line, a space before a colon …) is refused, not repaired.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal
from urllib.parse import urlsplit

from deskhand.sandbox.gateway.names import normal, split_port

END = b"\r\n\r\n"
_TOKEN = r"[!#$%&'*+.^_`|~0-9A-Za-z-]+"
_LINE = re.compile(rf"({_TOKEN}) ([\x21-\x7e]+) HTTP/1\.([01])")
_HEADER = re.compile(rf"({_TOKEN}):[ \t]*([^\r\n\x00]*?)[ \t]*")
_CHUNK = re.compile(rb"([0-9A-Fa-f]{1,12})(?:[ \t]*;[^\r\n\x00]*)?\r\n")


class BadRequest(ValueError):
    """No request that every server would read in the same way; the text says why."""


@dataclass(frozen=True, slots=True)
class Request:
    method: str
    target: str
    minor: int
    headers: tuple[tuple[str, str], ...]
    """Names in lower case."""
    raw: bytes
    """The whole head as it came, with the empty line."""
    body: int | Literal["chunked"]

    def header(self, name: str) -> list[str]:
        return [value for each, value in self.headers if each == name]

    @property
    def is_web_socket(self) -> bool:
        upgrade = [value.lower() for value in self.header("upgrade")]
        return upgrade == ["websocket"] and self.method == "GET" and self.body == 0

    def without(self, *names: str) -> Request:
        """The same request without these headers."""
        kept = tuple(each for each in self.headers if each[0] not in names)
        lines = [f"{self.method} {self.target} HTTP/1.{self.minor}", *(f"{name}: {value}" for name, value in kept)]
        return replace(self, headers=kept, raw="\r\n".join(lines).encode("latin-1") + END)


def parse(head: bytes) -> Request:
    """``head`` ends with the empty line."""
    lines = head.decode("latin-1").removesuffix("\r\n\r\n").split("\r\n")
    if any(sign in line for line in lines for sign in "\r\n\x00"):
        raise BadRequest("a line of the request is ended wrongly")
    first = _LINE.fullmatch(lines[0])
    if first is None:
        raise BadRequest("this is no HTTP/1 request")
    headers: list[tuple[str, str]] = []
    for line in lines[1:]:
        match = _HEADER.fullmatch(line)
        if match is None:
            raise BadRequest("a header of the request is malformed")
        headers.append((match[1].lower(), match[2]))
    minor = int(first[3])
    return Request(first[1], first[2], minor, tuple(headers), head, _body(headers, minor))


def _body(headers: list[tuple[str, str]], minor: int) -> int | Literal["chunked"]:
    lengths = [value for name, value in headers if name == "content-length"]
    codings = [value.lower() for name, value in headers if name == "transfer-encoding"]
    if codings:
        if lengths or codings != ["chunked"] or minor == 0:
            raise BadRequest("the request has two lengths, or one that cannot be told")
        return "chunked"
    if not lengths:
        return 0
    if len(lengths) > 1 or not re.fullmatch(r"[0-9]{1,15}", lengths[0]):
        raise BadRequest("the request has two lengths, or one that cannot be told")
    return int(lengths[0])


def check_name(request: Request, name: str, port: int) -> None:
    """Raises `BadRequest` unless everything in the request that names a host names this one."""
    hosts = request.header("host")
    if len(hosts) != 1:
        raise BadRequest(f"the request must name its host once, and names it {len(hosts)} times")
    _check(hosts[0], name, port)
    if request.method.upper() == "CONNECT":
        raise BadRequest("CONNECT belongs to the proxy, at 198.18.0.1:3128")
    if not request.target.startswith("/") and request.target != "*":
        url = absolute(request.target)
        _check(url.authority, name, port)


def _check(authority: str, name: str, port: int) -> None:
    said = split_port(authority, port)
    if said is None or normal(said[0]) != name or said[1] != port:
        raise BadRequest(f"the request is for {authority[:80]!r} on a connection to {name}")


@dataclass(frozen=True, slots=True)
class Absolute:
    """A request target that names its host: what a proxy gets."""

    name: str
    port: int
    authority: str
    path: str


def absolute(target: str) -> Absolute:
    """``http://name[:port]/path``; `BadRequest` for any other."""
    try:
        url = urlsplit(target)
    except ValueError:
        raise BadRequest("the address of the request is malformed") from None
    said = split_port(url.netloc, 80)
    name = normal(said[0]) if said is not None else None
    if url.scheme.lower() != "http" or said is None or name is None or "#" in target:
        raise BadRequest(f"{target[:80]!r} is no address that could be fetched here")
    rest = target[target.index("//") + 2 + len(url.netloc) :]
    return Absolute(name, said[1], url.netloc, rest if rest.startswith("/") else f"/{rest}")


def chunk_size(line: bytes) -> int:
    """Of a chunk, from its first line."""
    match = _CHUNK.fullmatch(line)
    if match is None:
        raise BadRequest("a chunk of the request is malformed")
    return int(match[1], 16)


def refusal(status: str, sentence: str) -> bytes:
    """A whole answer that says, to a person or a model, why there is no other."""
    body = f"{sentence}\n".encode()
    head = (
        f"HTTP/1.1 {status}\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: {len(body)}\r\n"
        "Cache-Control: no-store\r\nConnection: close\r\n\r\n"
    )
    return head.encode() + body
