"""What truly changes on the screen, and when: XDamage says where to look, pixels say whether anything is different.

Programs redraw what has not changed all the time (Chromium presents whole windows again), so damage alone would never
come to rest. Each piece of damage is therefore fetched and compared with a shadow of the screen kept here. That costs
0.1 to 1 ms; outside of an action the looks are spaced so that they use at most 3 % of a core.
"""

from __future__ import annotations

import asyncio
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

import numpy as np
import xcffib
import xcffib.damage
import xcffib.xfixes

from deskhand.desktop.capture import Capture, PointerImage
from deskhand.desktop.display import Display
from deskhand.screen.change import few
from deskhand.screen.geometry import Rect
from deskhand.screen.png import Pixels

_T = TypeVar("_T")

HISTORY = 1024
_ALERT_GAP, _ALERT_SHARE = 0.003, 0.3
_CALM_GAP, _CALM_SHARE = 0.008, 0.03
_LOOKS = 4
"""Rectangles fetched in one look; more are joined."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """One look that found something different."""

    when: float
    """`time.monotonic`."""
    rects: tuple[Rect, ...]
    """Tight round the pixels that differ."""


Listener = Callable[[float, Rect, Pixels], None]
"""Called with the time, the rectangle and its new pixels (a copy)."""


class Watch:
    def __init__(self, display_name: str) -> None:
        self._display = Display(display_name)
        self._capture = Capture(self._display)
        self._damage: Any = self._display.extension(xcffib.damage)
        self._xfixes: Any = self._display.extension(xcffib.xfixes)
        self._size = self._display.size
        self.recent: deque[Drawing] = deque(maxlen=HISTORY)
        self.listener: Listener | None = None
        self.spent = 0.0
        """Seconds used for looking, in all."""
        self._alert = False
        self._news = asyncio.Event()
        self._timer: asyncio.TimerHandle | None = None
        self._not_before = 0.0
        self._loop = asyncio.get_running_loop()
        self._handle = self._display.new_id()
        self._region = self._display.new_id()
        self._xfixes.CreateRegion(self._region, 0, [])
        self._damage.Create(self._handle, self._display.root, xcffib.damage.ReportLevel.NonEmpty)
        self._display.sync()
        self._shadow = self._capture.grab()
        self._dirty = True
        self._loop.add_reader(self._display.fileno(), self._readable)

    @property
    def pixels(self) -> int:
        return self._size.pixels

    def alert(self, on: bool) -> None:
        """While alert, every change is seen within a few milliseconds."""
        self._alert = on
        if on:
            self._not_before = 0.0

    def _drain(self) -> None:
        """Read all events; any of them means damage."""
        try:
            while self._display.connection.poll_for_event() is not None:
                self._dirty = True
        except (xcffib.ConnectionException, xcffib.XcffibException):
            self._loop.remove_reader(self._display.fileno())
            self._dirty = False

    def _readable(self) -> None:
        self._drain()
        if not self._dirty or self._timer is not None:
            return
        wait = self._not_before - time.monotonic()
        if wait <= 0:
            self._look()
        else:
            self._timer = self._loop.call_later(wait, self._due)

    def _due(self) -> None:
        self._timer = None
        self._readable()

    # Pictures share the watch's memory with the X server: 4 MB for 1280×800, both here and there.

    def grab(self) -> Pixels:
        """The whole screen, without the pointer, in memory of its own."""
        return self._heedful(self._capture.grab())

    def part(self, region: Rect) -> Pixels:
        """A copy of ``region``, which must lie inside the screen."""
        return self._heedful(self._capture.part(region))

    def pointer(self) -> PointerImage:
        return self._heedful(self._capture.pointer())

    def _heedful(self, answer: _T) -> _T:
        """Events that came along with an answer do not make the descriptor readable: see to them soon."""
        self._loop.call_soon(self._readable)
        return answer

    def since(self, when: float) -> list[Drawing]:
        """What was seen after ``when``, in order."""
        later: list[Drawing] = []
        for drawing in reversed(self.recent):
            if drawing.when <= when:
                break
            later.append(drawing)
        return later[::-1]

    def look(self) -> None:
        """Take in at once what was drawn so far."""
        self._drain()
        if self._dirty:
            self._look()

    def _look(self) -> None:
        began = time.perf_counter()
        when = time.monotonic()
        self._dirty = False
        try:
            found = [rect for box in self._damaged() for rect in [self._compare(box, when)] if rect is not None]
        except (xcffib.ConnectionException, xcffib.XcffibException):
            return
        self._drain()
        if found:
            self.recent.append(Drawing(when, tuple(found)))
            self._news.set()
        cost = time.perf_counter() - began
        self.spent += cost
        gap, share = (_ALERT_GAP, _ALERT_SHARE) if self._alert else (_CALM_GAP, _CALM_SHARE)
        self._not_before = time.monotonic() + max(gap, cost / share)
        if self._dirty and self._timer is None:
            self._timer = self._loop.call_later(self._not_before - time.monotonic(), self._due)

    def _damaged(self) -> list[Rect]:
        """Where something was drawn since the last call, in few rectangles."""
        self._damage.Subtract(self._handle, 0, self._region)
        rectangles = self._xfixes.FetchRegion(self._region).reply().rectangles
        boxes = [Rect(r.x, r.y, r.width, r.height).clip(self._size) for r in rectangles]
        return few([box for box in boxes if box is not None], _LOOKS)

    def _compare(self, box: Rect, when: float) -> Rect | None:
        """The part of ``box`` that differs from the shadow, which is brought up to date."""
        new = self._capture.part_view(box)
        old = self._shadow[box.y : box.bottom, box.x : box.right]
        different = new.view(np.uint32)[:, :, 0] != old.view(np.uint32)[:, :, 0]
        rows = np.flatnonzero(different.any(axis=1))
        if not rows.size:
            return None
        top, bottom = int(rows[0]), int(rows[-1]) + 1
        columns = np.flatnonzero(different[top:bottom].any(axis=0))
        left, right = int(columns[0]), int(columns[-1]) + 1
        old[top:bottom, left:right] = new[top:bottom, left:right]
        rect = Rect.from_corners(box.x + left, box.y + top, box.x + right, box.y + bottom)
        if self.listener is not None:
            self.listener(when, rect, new[top:bottom, left:right])
        return rect

    async def next(self, timeout: float) -> bool:
        """Wait until something changes, at most ``timeout`` seconds; whether it did."""
        self._news.clear()
        try:
            await asyncio.wait_for(self._news.wait(), timeout)
        except TimeoutError:
            return False
        return True

    def close(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
        self._loop.remove_reader(self._display.fileno())
        self._capture.close()
        self._display.close()
