"""When has the screen come to rest? Measured, not guessed: programs answer a click in 2 ms or in 2 s.

The screen rests when nothing has changed on it for a short while and no program is at work. Carets, clocks, spinners
and films never rest: they are known by changing one place again and again (`restless`), and what they do neither ends
the wait nor prolongs it.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass

from deskhand.desktop.habits import LONGEST, Habit, Habits
from deskhand.desktop.processes import Processes
from deskhand.desktop.restless import Restless, is_caret
from deskhand.desktop.traffic import Traffic
from deskhand.desktop.watch import Watch
from deskhand.screen.geometry import Rect

FIRST = 0.030
"""Seconds to give a program to begin. One that waits for the processor is seen at once; this is for the X server."""
QUIET = 0.042
"""Seconds without a change after which the screen counts as still: two and a half frames at 60 Hz."""
IDLE = 0.024
"""Seconds without work after which the programs count as idle."""
STARTING_IDLE = 0.15
"""The same while a program has been started and shows no window yet: it waits for the bus, the disk, other programs."""
TURN = 0.008
"""Seconds between two looks at the processes."""
PATIENCE = 0.6
"""Seconds that work alone prolongs the wait when all that changes is restless: it is the work of the animation."""
HEARTBEAT = 0.3
"""Seconds between two looks at the processes while nothing is done."""
LOADING_PATIENCE = 2.0
"""Seconds without anything new to wait beside a small animation that the action has started (a browser's tab says so
that it loads), or while something travels over the network."""
ANSWER_PATIENCE = 3.0
"""The same while a request that the action led to is known to wait for its answer. Not the 4 s that the gateway counts
one for: a connection held open for news would cost them in full."""
PAUSE = 0.25
"""Seconds without a turn after which a spinner has stopped."""
CAP = 5.0


@dataclass(frozen=True, slots=True)
class Rest:
    settled: bool
    seconds: float
    changed: bool = True
    """Whether anything new was seen to change."""
    restless: tuple[Rect, ...] = ()
    """Places that went on changing."""


@dataclass(slots=True)
class _News:
    """When each kind of change was last seen (`time.monotonic`; 0 for never)."""

    new: float = 0.0
    restless: float = 0.0
    spinner: float = 0.0

    def update(self, later: _News) -> None:
        self.new = max(self.new, later.new)
        self.restless = max(self.restless, later.restless)
        self.spinner = max(self.spinner, later.spinner)


class Settle:
    def __init__(self, watch: Watch, processes: Processes, windows: Callable[[], int]) -> None:
        """``windows`` counts the windows there are."""
        self._windows = windows
        self._windows_before = 0
        self._watch = watch
        self._processes = processes
        self._traffic = Traffic()
        self._restless = Restless(watch.pixels)
        self._seen = 0.0
        self._habits = Habits()
        self._last: tuple[Habit, float, float] | None = None
        self._waiting = False
        self._loop = asyncio.get_running_loop()
        self._heart = self._loop.call_later(HEARTBEAT, self._beat)

    def begin(self) -> list[Rect]:
        """An action is about to begin: what works now is background. Returns the small places that are restless."""
        self._watch.alert(True)
        self._watch.look()
        self._learn()
        self._take_in(0.0)
        self._processes.begin()
        self._traffic.begin()
        self._windows_before = self._windows()
        return self._restless.known(time.monotonic(), small=True)

    def _take_in(self, began: float, until: float = float("inf")) -> _News:
        """Go through what changed since the last call; what came after ``until`` is left for the next one."""
        news = _News()
        for drawing in self._watch.since(self._seen):
            if drawing.when > until:
                break
            self._seen = drawing.when
            for rect in drawing.rects:
                place = self._restless.note(rect, drawing.when)
                if place is None:
                    if began or not is_caret(rect):
                        news.new = drawing.when
                elif self._restless.is_spinner(place, began):
                    news.spinner = drawing.when
                else:
                    news.restless = drawing.when
        return news

    def _beat(self) -> None:
        """Between actions, see which programs are at work on their own account."""
        if not self._waiting:
            self._processes.observe()
        self._heart = self._loop.call_later(HEARTBEAT, self._beat)

    def heard_in_flight(self, count: int, age: float) -> None:
        """So many requests wait at the gateway, the oldest for ``age`` seconds; at any time."""
        self._traffic.heard(count, age)

    def close(self) -> None:
        self._heart.cancel()
        self._processes.close()
        self._traffic.close()

    def _learn(self) -> None:
        """See whether the picture after the last action was taken too early."""
        if self._last is None:
            return
        habit, began, last_new = self._last
        self._last = None
        late = self._take_in(0.0, until=began + LONGEST).new
        if late:
            self._habits.was_late(habit, late - began)
        else:
            self._habits.was_in_time(habit, needed=last_new - began > self._habits.patience(habit) / 2)

    async def idle(self, seconds: float, cap: float = 1.0) -> None:
        """Return when no program has been at work for ``seconds``, or at the cap."""
        began = last_work = time.monotonic()
        while (now := time.monotonic()) - last_work < seconds and now - began < cap:
            await asyncio.sleep(min(0.004, seconds))
            if self._processes.busy():
                last_work = time.monotonic()

    async def wait(self, began: float, cap: float = CAP, habit: Habit | None = None) -> Rest:
        """Return when the screen has come to rest after ``began`` (`time.monotonic`), or at the cap.

        ``habit``: what was done to which program, to profit from what was learned of it, and to learn.
        """
        self._watch.alert(True)
        self._waiting = True
        try:
            patience = self._habits.patience(habit) if habit else 0.0
            rest, last_new = await self._wait(began, cap, max(FIRST, patience))
            self._last = (habit, began, last_new) if habit else None
            return rest
        finally:
            self._watch.alert(False)
            self._waiting = False

    async def _wait(self, began: float, cap: float, first: float) -> tuple[Rest, float]:
        last, last_work = _News(), 0.0
        while True:
            self._watch.look()
            last.update(self._take_in(began))
            now = time.monotonic()
            waited = now - max(last.new, began)
            animated = now - max(last.restless, last.spinner) < PATIENCE
            loading = now - last.spinner < PAUSE or self._traffic.under_way(now)
            loading = loading and waited < LOADING_PATIENCE
            loading = (self._traffic.asked(now) and waited < ANSWER_PATIENCE) or loading
            if self._processes.busy() and (loading or not animated or waited < PATIENCE):
                last_work = now
            starting = self._processes.newborn() and self._windows() <= self._windows_before
            idle = STARTING_IDLE if starting and waited < LOADING_PATIENCE else IDLE
            rest_at = max(began + first, last.new + QUIET, last_work + idle)
            if now >= rest_at and not loading:
                return Rest(True, now - began, last.new > 0, tuple(self._restless.known(now))), last.new
            if now - began >= cap:
                return Rest(False, now - began, last.new > 0, tuple(self._restless.known(now))), last.new
            await asyncio.sleep(min(TURN, max(0.001, rest_at - now)))
