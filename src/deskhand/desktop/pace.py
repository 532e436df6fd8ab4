"""How much of a long action is sent at once: no more than the program reads in a blink.

10,000 characters are sent in 0.3 s; a program that takes 5 ms for each then works for 50 s on what lies in its queue,
and no stop can call that back. So after each portion the program is asked whether it has read it, and the portions are
made as large as 40 ms of reading allow. What a program needs once for every portion, however small (it draws itself
anew: 30 ms where a line is 10,000 characters long), is told apart from what it needs for each event by a straight line
through the latest measurements: by smaller portions it would only get more.
"""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable

BLINK = 0.04
"""Seconds that a program may need for reading one portion."""
FIRST, MOST = 8, 512
"""Events of the first portion, and of the largest."""
_FORGET = 0.7
"""How much a measurement still counts when the next one is made."""

TakenIn = Callable[[], Awaitable[bool]]
"""Returns once the program has read everything sent so far; False when it does not answer."""


class Pace:
    """Of one action."""

    def __init__(self, taken_in: TakenIn) -> None:
        self._taken_in = taken_in
        self.size = FIRST
        """Events to send before the next `rest`."""
        self._sums = (0.0, 0.0, 0.0, 0.0, 0.0)

    async def rest(self) -> None:
        """Wait until the program has read what was sent, and learn from how long it took."""
        began = time.monotonic()
        if not await self._taken_in():
            self.size = MOST  # it hangs: waiting for it again and again would only take longer
            return
        seconds = time.monotonic() - began
        wanted = int(BLINK / self._per_event(self.size, seconds))
        if seconds < BLINK / 2:
            wanted = 2 * self.size  # whatever the line says
        self.size = max(1, self.size // 2, min(MOST, 2 * self.size, wanted))

    def _per_event(self, count: int, seconds: float) -> float:
        """The slope of seconds over events."""
        weight, x, y, xx, xy = (_FORGET * each for each in self._sums)
        self._sums = weight, x, y, xx, xy = (
            weight + 1,
            x + count,
            y + seconds,
            xx + count * count,
            xy + count * seconds,
        )
        spread = xx - x * x / weight
        if spread < 0.02 * x * x / weight:  # portions of one size tell nothing: the worst is supposed
            return max(1e-6, seconds / count)
        return max(1e-6, (xy - x * y / weight) / spread)
