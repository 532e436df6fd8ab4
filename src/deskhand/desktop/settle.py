"""When has the screen come to rest? Measured, not guessed: programs answer a click in 2 ms or in 2 s.

The screen rests when nothing has changed on it for a short while and no program is at work. Carets, clocks, spinners
and films never rest: they are known by changing one place again and again (`restless`), and what they do neither ends
the wait nor prolongs it.
"""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass

from deskhand.desktop.processes import Processes
from deskhand.desktop.restless import Restless
from deskhand.desktop.watch import Watch
from deskhand.screen.geometry import Rect

FIRST = 0.030
"""Seconds to give a program to begin. One that waits for the processor is seen at once; this is for the X server."""
QUIET = 0.042
"""Seconds without a change after which the screen counts as still: two and a half frames at 60 Hz."""
IDLE = 0.024
"""Seconds without work after which the programs count as idle."""
TURN = 0.008
"""Seconds between two looks at the processes."""
PATIENCE = 0.6
"""Seconds that work alone prolongs the wait when all that changes is restless: it is the work of the animation."""
CAP = 5.0


@dataclass(frozen=True, slots=True)
class Rest:
    settled: bool
    seconds: float
    restless: tuple[Rect, ...] = ()
    """Places that went on changing."""


class Settle:
    def __init__(self, watch: Watch, processes: Processes) -> None:
        self._watch = watch
        self._processes = processes
        self._restless = Restless(watch.pixels)
        self._seen = 0.0

    def begin(self) -> list[Rect]:
        """An action is about to begin: what works now is background. Returns the places that are restless already."""
        self._watch.alert(True)
        self._watch.look()
        self._take_in()
        self._processes.begin()
        return self._restless.known(time.monotonic())

    def _take_in(self) -> tuple[float, float]:
        """Go through what changed since the last call: when it last was something new, and when something restless."""
        new = restless = 0.0
        for drawing in reversed(self._watch.recent):
            if drawing.when <= self._seen:
                break
            for rect in drawing.rects:
                if self._restless.note(rect, drawing.when):
                    restless = max(restless, drawing.when)
                else:
                    new = max(new, drawing.when)
        if self._watch.recent:
            self._seen = self._watch.recent[-1].when
        return new, restless

    def stirred(self, seconds: float) -> bool:
        """Whether anything has worked or changed in the last ``seconds`` (since the last wait ended)."""
        self._watch.look()
        new, _ = self._take_in()
        return self._processes.busy() or new > time.monotonic() - seconds

    async def idle(self, seconds: float, cap: float = 1.0) -> None:
        """Return when no program has been at work for ``seconds``, or at the cap."""
        began = last_work = time.monotonic()
        while (now := time.monotonic()) - last_work < seconds and now - began < cap:
            await asyncio.sleep(min(0.004, seconds))
            if self._processes.busy():
                last_work = time.monotonic()

    async def wait(self, began: float, cap: float = CAP) -> Rest:
        """Return when the screen has come to rest after ``began`` (`time.monotonic`), or at the cap."""
        self._watch.alert(True)
        try:
            return await self._wait(began, cap)
        finally:
            self._watch.alert(False)

    async def _wait(self, began: float, cap: float) -> Rest:
        last_new = last_restless = last_work = 0.0
        while True:
            self._watch.look()
            new, restless = self._take_in()
            last_new, last_restless = max(last_new, new), max(last_restless, restless)
            now = time.monotonic()
            animated = now - last_restless < PATIENCE
            if self._processes.busy() and not (animated and now - max(last_new, began) > PATIENCE):
                last_work = now
            rest_at = max(began + FIRST, last_new + QUIET, last_work + IDLE)
            if now >= rest_at:
                return Rest(True, now - began, tuple(self._restless.known(now)))
            if now - began >= cap:
                return Rest(False, now - began, tuple(self._restless.known(now)))
            await asyncio.sleep(min(TURN, max(0.001, rest_at - now)))
