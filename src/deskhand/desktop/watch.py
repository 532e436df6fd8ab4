"""What is being drawn on the screen, and when: XDamage, read as it comes, on a connection of its own."""

from __future__ import annotations

import asyncio
import time
from collections import deque
from dataclasses import dataclass
from typing import Any

import xcffib
import xcffib.damage
import xcffib.xfixes

from deskhand.desktop.display import Display
from deskhand.screen.geometry import Rect

HISTORY = 512
_TICK = 0.004
"""Drawing within this many seconds is taken as one: a busy program then costs 250 wake-ups a second, not thousands."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """Something was drawn."""

    when: float
    """`time.monotonic`."""
    rects: tuple[Rect, ...]


class Watch:
    def __init__(self, display_name: str) -> None:
        self._display = Display(display_name)
        self._damage: Any = self._display.extension(xcffib.damage)
        self._xfixes: Any = self._display.extension(xcffib.xfixes)
        self.recent: deque[Drawing] = deque(maxlen=HISTORY)
        self._changed = asyncio.Event()
        self._scheduled = False
        self._loop = asyncio.get_running_loop()
        self._handle = self._display.new_id()
        self._region = self._display.new_id()
        self._xfixes.CreateRegion(self._region, 0, [])
        self._damage.Create(self._handle, self._display.root, xcffib.damage.ReportLevel.NonEmpty)
        self._display.sync()
        self._loop.add_reader(self._display.fileno(), self._readable)

    def _readable(self) -> None:
        """Events have come: wait a tick for the rest of them, then ask once what was drawn."""
        try:
            seen = False
            while self._display.connection.poll_for_event() is not None:
                seen = True
        except (xcffib.ConnectionException, xcffib.XcffibException):
            self._loop.remove_reader(self._display.fileno())
            return
        if seen and not self._scheduled:
            self._scheduled = True
            self._note(time.monotonic(), self._fetch())
            self._loop.call_later(_TICK, self._again)

    def _again(self) -> None:
        self._scheduled = False
        self._readable()

    def _fetch(self) -> tuple[Rect, ...]:
        """The damage since the last call, which the server forgets."""
        self._damage.Subtract(self._handle, 0, self._region)
        try:
            reply = self._xfixes.FetchRegion(self._region).reply()
        except (xcffib.ConnectionException, xcffib.XcffibException):
            return ()
        return tuple(Rect(r.x, r.y, r.width, r.height) for r in reply.rectangles)

    def _note(self, when: float, rects: tuple[Rect, ...]) -> None:
        if rects:
            self.recent.append(Drawing(when, rects))
            self._changed.set()

    def poll(self) -> None:
        """Take in what has come but was not read yet."""
        self._readable()

    async def next(self, timeout: float) -> bool:
        """Wait until something is drawn, at most ``timeout`` seconds; whether it was."""
        self._changed.clear()
        try:
            await asyncio.wait_for(self._changed.wait(), timeout)
        except TimeoutError:
            return False
        return True

    def close(self) -> None:
        self._loop.remove_reader(self._display.fileno())
        self._display.close()
