"""When has the screen come to rest? Measured, not guessed: programs answer a click in 2 ms or in 2 s.

The screen rests when nothing new has been drawn for a short while and no program is at work. Some things never rest: a
caret blinks, a clock ticks, a spinner spins, a film plays. They draw over the same places again and again; such drawing
neither ends the wait nor prolongs it.
"""

from __future__ import annotations

import time
from dataclasses import dataclass

from deskhand.desktop.processes import Processes
from deskhand.desktop.watch import Watch
from deskhand.screen.geometry import Rect

QUIET = 0.045
"""Seconds without drawing after which the screen counts as still: nearly three frames at 60 Hz."""
FIRST = 0.06
"""Seconds to give a program to begin drawing at all."""
CAP = 5.0
TURN = 0.015


@dataclass(frozen=True, slots=True)
class Rest:
    settled: bool
    seconds: float
    last_drawing: float | None
    """`time.monotonic` of the last drawing that counted; None when there was none."""


class Settle:
    def __init__(self, watch: Watch, processes: Processes) -> None:
        self._watch = watch
        self._processes = processes

    async def wait(self, began: float, cap: float = CAP) -> Rest:
        """Return when the screen has come to rest after ``began`` (`time.monotonic`), or at the cap."""
        places: dict[Rect, int] = {}
        last: float | None = None
        seen = began
        self._processes.busy()
        busy_until = began
        while True:
            self._watch.poll()
            for drawing in self._watch.recent:
                if drawing.when <= seen:
                    continue
                if any(self._counts(rect, places) for rect in drawing.rects):
                    last = drawing.when
            if self._watch.recent:
                seen = max(seen, self._watch.recent[-1].when)
            now = time.monotonic()
            if self._processes.busy():
                busy_until = now
            rest_at = max(began + FIRST, (last or began) + QUIET, busy_until + TURN)
            if now >= rest_at:
                return Rest(True, now - began, last)
            if now - began >= cap:
                return Rest(False, now - began, last)
            await self._watch.next(min(TURN, max(0.001, rest_at - now), max(0.001, began + cap - now)))

    @staticmethod
    def _counts(rect: Rect, places: dict[Rect, int]) -> bool:
        if rect.width <= 3 and rect.height <= 48:
            return False
        places[rect] = places.get(rect, 0) + 1
        return places[rect] <= 12
