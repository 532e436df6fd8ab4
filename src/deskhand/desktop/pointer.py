"""The pointer: exact positions, all buttons, clicks that programs count as they were meant.

A program joins two clicks into a double click when they come soon after another at one place, and models click the same
spot twice in a row. So a click waits until the last one at that place is too old to be joined with; and the clicks of a
double click follow another at once.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise
from typing import Any

import xcffib.xtest

from deskhand.desktop.actions import Button, Direction
from deskhand.desktop.display import Display
from deskhand.desktop.interface import InvalidAction
from deskhand.desktop.pace import Pace
from deskhand.screen.geometry import Point, Size

BUTTONS: dict[Button, int] = {"left": 1, "middle": 2, "right": 3, "back": 8, "forward": 9}
WHEEL: dict[Direction, int] = {"up": 4, "down": 5, "left": 6, "right": 7}
MAX_WHEEL = 1000

_PRESS, _RELEASE, _MOTION = 4, 5, 6
_JOIN_SECONDS = 0.52
"""Chromium joins clicks up to 0.5 s apart, GTK up to 0.4 s, Qt up to 0.4 s."""
_JOIN_PIXELS = 8
_CLICK_GAP = 0.05
"""Seconds between the clicks of a double click: without any, one of ten was lost between window manager and program."""
_DRAG_STEP = 0.008
_DRAG_REST = 0.06


class Pointer:
    def __init__(self, display: Display, size: Size) -> None:
        self._display = display
        self._size = size
        self._xtest: Any = display.extension(xcffib.xtest)
        self._held: set[int] = set()
        self._last_click = (0, Point(-100, -100), 0.0)

    @property
    def held(self) -> frozenset[int]:
        return frozenset(self._held)

    def position(self) -> Point:
        reply = self._display.core.QueryPointer(self._display.root).reply()
        return Point(reply.root_x, reply.root_y)

    def check(self, point: Point) -> None:
        if not self._size.contains(point):
            raise InvalidAction(
                f"{point} is outside the screen; x goes from 0 to {self._size.width - 1}"
                f" and y from 0 to {self._size.height - 1}"
            )

    def move(self, point: Point) -> None:
        self.check(point)
        self._event(_MOTION, 0, point.x, point.y)
        self._display.sync()

    def press(self, button: int) -> None:
        self._held.add(button)
        self._event(_PRESS, button)

    def release(self, button: int) -> None:
        self._event(_RELEASE, button)
        self._held.discard(button)

    def release_all(self) -> None:
        """Let go of every button, also of one that somebody else pressed."""
        mask = self._display.core.QueryPointer(self._display.root).reply().mask
        for button in self._held | {number for number in (1, 2, 3) if mask >> (7 + number) & 1}:
            self._event(_RELEASE, button)
        self._held.clear()
        self._display.sync()

    @contextmanager
    def held_down(self, button: int) -> Iterator[None]:
        self.press(button)
        try:
            yield
        finally:
            self.release(button)
            self._display.sync()

    async def click(self, button: Button, count: int) -> None:
        if not 1 <= count <= 3:
            raise InvalidAction(f"a click is single (1), double (2) or triple (3), not {count}")
        number, here = BUTTONS[button], self.position()
        await self._apart_from_last(number, here)
        for index in range(count):
            if index:
                await asyncio.sleep(_CLICK_GAP)
            with self.held_down(number):
                self._display.sync()
        self._last_click = (number, here, time.monotonic())

    async def _apart_from_last(self, number: int, here: Point) -> None:
        last, there, when = self._last_click
        near = abs(here.x - there.x) <= _JOIN_PIXELS and abs(here.y - there.y) <= _JOIN_PIXELS
        if number == last and near:
            await asyncio.sleep(max(0.0, when + _JOIN_SECONDS - time.monotonic()))

    async def drag(self, path: tuple[Point, ...], button: Button) -> None:
        """Press at the first point and release at the last, with motion between that a program sees as a drag."""
        if len(path) < 2:
            raise InvalidAction("a drag needs at least two points: where it begins and where it ends")
        for point in path:
            self.check(point)
        number = BUTTONS[button]
        self.move(path[0])
        await self._apart_from_last(number, path[0])
        with self.held_down(number):
            await asyncio.sleep(_DRAG_REST / 2)
            for start, end in pairwise(path):
                for point in _between(start, end):
                    self.move(point)
                    await asyncio.sleep(_DRAG_STEP)
            await asyncio.sleep(_DRAG_REST)
        self._last_click = (number, path[-1], time.monotonic())

    async def scroll(self, direction: Direction, amount: int, pace: Pace) -> None:
        if not 0 <= amount <= MAX_WHEEL:
            raise InvalidAction(f"scroll by 0 to {MAX_WHEEL} wheel clicks, not {amount}")
        while amount:
            turns = min(amount, pace.size)
            for _ in range(turns):
                self._event(_PRESS, WHEEL[direction])
                self._event(_RELEASE, WHEEL[direction])
            self._display.sync()
            amount -= turns
            if amount:
                await pace.rest()

    def _event(self, kind: int, detail: int, x: int = 0, y: int = 0) -> None:
        self._xtest.FakeInput(kind, detail, 0, self._display.root, x, y, 0)


def _between(start: Point, end: Point) -> list[Point]:
    """Points from ``start`` (not included) to ``end``: first a few single pixels to pass any drag threshold."""
    dx, dy = end.x - start.x, end.y - start.y
    distance = max(abs(dx), abs(dy))
    if not distance:
        return [end]
    steps = [step for step in (2, 5, 9, 14) if step < distance]
    count = min(16, max(2, distance // 24))
    steps += [distance * index // count for index in range(1, count + 1) if distance * index // count > 14]
    points = [Point(start.x + round(dx * step / distance), start.y + round(dy * step / distance)) for step in steps]
    return [*points, end] if not points or points[-1] != end else points
