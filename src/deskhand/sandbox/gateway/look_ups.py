"""Answers the look-ups of one desktop, over UDP and TCP, at a bounded pace."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Callable

from deskhand.sandbox.gateway import dns
from deskhand.sandbox.gateway.line import Line
from deskhand.sandbox.gateway.pace import Bucket

_AT_ONCE = 32
_A_SECOND = 500.0
_MOST_OVER_TCP = 64

Answer = Callable[[bytes], bytes | None]


class LookUps:
    """Over UDP. What comes faster than the pace waits in the kernel's buffer, and past that is lost, as UDP may be."""

    def __init__(self, door: socket.socket, answer: Answer) -> None:
        self._door, self._answer = door, answer
        self._pace = Bucket(_A_SECOND)
        self._loop = asyncio.get_running_loop()
        self._pause: asyncio.TimerHandle | None = None
        self._listen()

    def _listen(self) -> None:
        self._pause = None
        self._loop.add_reader(self._door.fileno(), self._read)

    def _read(self) -> None:
        for _ in range(_AT_ONCE):
            if wait := self._pace.take():
                self._loop.remove_reader(self._door.fileno())
                self._pause = self._loop.call_later(max(wait, 0.05), self._listen)
                return
            try:
                message, sender = self._door.recvfrom(4096)
                answer = self._answer(message)
                if answer is not None:
                    self._door.sendto(answer, sender)
            except BlockingIOError:
                return
            except OSError:
                continue  # whoever asked is gone

    def close(self) -> None:
        if self._pause is not None:
            self._pause.cancel()
        self._loop.remove_reader(self._door.fileno())


async def over_tcp(line: Line, answer: Answer) -> None:
    """One connection: messages with their length before them."""
    async with asyncio.timeout(10.0):
        for _ in range(_MOST_OVER_TCP):
            length = int.from_bytes(await line.exactly(2), "big")
            reply = answer(await line.exactly(length))
            if reply is None:
                return
            await line.send(len(reply).to_bytes(2, "big") + reply)


def answerer(lookup: Callable[[dns.Question], tuple[bytes | None, int]]) -> Answer:
    """From ``lookup``, which gives an address (or none) and a code, to a function of messages."""

    def answer(message: bytes) -> bytes | None:
        question = dns.parse(message)
        if isinstance(question, str):
            return dns.fault(message, question)
        return dns.answer(question, *lookup(question))

    return answer
