"""Bytes between a desktop and a server: passed on, counted, and ended when nothing happens any more."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Awaitable, Callable
from typing import TypeAlias

from deskhand.sandbox.gateway.flight import Flight
from deskhand.sandbox.gateway.line import Line


class AllUsed(ConnectionError):
    """The desktop has had all the bytes it may have."""


class Meter:
    """Counts all bytes of a desktop, both ways."""

    def __init__(self, most: int, on_full: Callable[[], None]) -> None:
        self._left = most
        self._on_full = on_full
        self.up = 0
        """Bytes from the desktop."""
        self.down = 0

    @property
    def full(self) -> bool:
        return self._left <= 0

    def count(self, size: int, *, up: bool) -> None:
        if self._left <= 0:
            raise AllUsed
        self._left -= size
        if up:
            self.up += size
        else:
            self.down += size
        if self._left <= 0:
            self._on_full()


class Relay:
    """The two ends of one connection, once it is known that they may speak."""

    def __init__(self, inner: Line, outer: Line, meter: Meter, flight: Flight, idle: float) -> None:
        self.inner, self.outer = inner, outer
        self._meter, self._flight, self._idle = meter, flight, idle
        self._stirred = asyncio.get_running_loop().time()

    async def up(self, data: bytes) -> None:
        """From the desktop to the server."""
        self._stirred = asyncio.get_running_loop().time()
        self._meter.count(len(data), up=True)
        self._flight.sent(len(data))
        await self.outer.send(data)

    async def down(self, data: bytes) -> None:
        self._stirred = asyncio.get_running_loop().time()
        self._meter.count(len(data), up=False)
        self._flight.received()
        await self.inner.send(data)

    async def all_up(self) -> None:
        """Everything that the desktop sends, unread, until it ends its side."""
        while data := await self.inner.read():
            await self.up(data)
        self.outer.end_sending()

    async def all_down(self) -> None:
        while data := await self.outer.read():
            await self.down(data)
        self.inner.end_sending()

    async def run(self, upward: Way, downward: Way) -> None:
        """Both directions until both have ended, one has failed, or nothing has moved for too long."""
        tasks = [asyncio.ensure_future(way()) for way in (upward, downward)]
        try:
            pending = set(tasks)
            loop = asyncio.get_running_loop()
            while pending:
                left = self._stirred + self._idle - loop.time()
                if left <= 0:
                    return
                done, pending = await asyncio.wait(pending, timeout=left, return_when=asyncio.FIRST_COMPLETED)
                for task in done:
                    task.result()
        finally:
            for task in tasks:
                task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await asyncio.gather(*tasks, return_exceptions=True)


Way: TypeAlias = Callable[[], Awaitable[None]]
