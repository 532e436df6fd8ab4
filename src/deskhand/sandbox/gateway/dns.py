"""Answers to DNS questions, made up here: nothing a desktop asks ever leaves the computer.

A resolver that forwards is a way out (the name itself carries the data). So allowed names get a fake address that
stands for them (see `fakes`), everything else does not exist. There is no IPv6 inside, and the records that would
lead a browser to QUIC or encrypted names (HTTPS, SVCB) are empty.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import Literal

from deskhand.sandbox.gateway.names import MOST

A = 1
ANY = 255
TTL = 30
"""Seconds. Short, because the fakes of one gateway mean nothing to the next one (`attach`)."""
_HEADER = struct.Struct(">HHHHHH")
_MOST = 512 * 4


@dataclass(frozen=True, slots=True)
class Question:
    number: int
    name: str
    """As it was asked, not yet `names.normal`."""
    kind: int
    raw: bytes
    """The question as it stands in the message: the answer repeats it to the letter."""
    recursion: bool


Fault = Literal[
    "silent",  # what is no question at all gets no answer
    "form",  # FORMERR
    "kind",  # NOTIMP
]
_CODES = {"form": 1, "kind": 4}
NXDOMAIN = 3
SERVFAIL = 2


def parse(message: bytes) -> Question | Fault:
    if len(message) < _HEADER.size or len(message) > _MOST:
        return "silent"
    number, flags, questions, *_rest = _HEADER.unpack_from(message)
    if flags & 0x8000:
        return "silent"  # an answer; two gateways must never talk to each other
    if flags & 0x7800:
        return "kind"
    if questions != 1:
        return "form"
    labels: list[str] = []
    at = _HEADER.size
    try:
        while (length := message[at]) != 0:
            if length > 63:
                return "form"  # a pointer: nothing stands before a question that it could point to
            labels.append(message[at + 1 : at + 1 + length].decode("ascii"))
            at += 1 + length
        kind, family = struct.unpack_from(">HH", message, at + 1)
    except (IndexError, struct.error, UnicodeDecodeError):
        return "form"
    name = ".".join(labels)
    if family != 1 or len(name) > MOST or any("." in label for label in labels):
        return "form"
    return Question(number, name, kind, message[_HEADER.size : at + 5], bool(flags & 0x0100))


def fault(message: bytes, what: Fault) -> bytes | None:
    """The answer to a message that is no proper question."""
    if what == "silent":
        return None
    return message[:2] + struct.pack(">HHHHH", 0x8080 | _CODES[what], 0, 0, 0, 0)


def answer(question: Question, address: bytes | None, code: int = 0) -> bytes:
    """``address``: the four bytes that an A question gets, if it is one; None: nothing of that kind."""
    records = b""
    if address is not None and question.kind in (A, ANY):
        records = b"\xc0\x0c" + struct.pack(">HHIH", A, 1, TTL, 4) + address
    flags = 0x8080 | (0x0100 if question.recursion else 0) | code
    return _HEADER.pack(question.number, flags, 1, 1 if records else 0, 0, 0) + question.raw + records
