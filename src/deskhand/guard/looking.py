"""The screen as the guard knows it: picture, windows and accessibility tree, read while the model thinks.

A tree of a page costs 60 to 150 ms, a picture 5. Read once after each act, it was stale in one act of eight: a page
loads, a list of suggestions opens after the picture was taken, and the next act had to wait for the tree again. So the
screen is followed for as long as screens go on changing, and a caret that blinks changes nothing.
"""

from __future__ import annotations

import asyncio
import contextlib
import zlib
from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from deskhand.desktop.interface import Desktop, DesktopError, DesktopGone, Element, Window
from deskhand.guard.evidence import Evidence
from deskhand.screen.geometry import Rect
from deskhand.vision.errors import VisionError
from deskhand.vision.picture import Picture, as_picture

FOLLOWED = (0.08, 0.12, 0.2, 0.3, 0.5, 0.8)
"""Seconds between one look and the next while the model thinks: after two seconds most screens have come to rest."""
CARET = (3, 40)
"""Pixels, wide and high, of what may differ without the tree being read again: less than any letter."""


@dataclass(frozen=True, slots=True)
class Look:
    """The screen at one moment."""

    png: bytes
    key: int
    windows: tuple[Window, ...]
    elements: tuple[Element, ...]
    failed: bool = False


class Looking:
    """Looks at one desktop. For one run at a time."""

    def __init__(self, desktop: Desktop) -> None:
        self._desktop = desktop
        self._look: Look | None = None
        self._decoded: tuple[int, Picture] | None = None
        """The picture that the tree belongs to, to compare with."""
        self._task: asyncio.Task[None] | None = None
        self._wanted = asyncio.Event()
        """Set when somebody waits for the following to end."""

    def prepare(self, then: Callable[[Evidence], None] = lambda _: None) -> None:
        """Follow the screen in the background: the model is about to think. ``then`` is told what it shows."""
        before = None if self.idle else self._task
        self._wanted.set()
        self._wanted = asyncio.Event()
        self._task = asyncio.ensure_future(self._follow(then, before, self._wanted))

    @property
    def idle(self) -> bool:
        """Whether nothing is followed any more."""
        return self._task is None or self._task.done()

    async def now(self, windows: tuple[Window, ...] | None = None) -> Look:
        """The picture, the windows and the tree, the tree anew only where the picture is another one."""
        self._wanted.set()
        if self._task is not None and not self.idle:
            await asyncio.wait({self._task})
        return await self._again(windows)

    async def picture(self) -> bytes:
        """The screen as it is this moment; nothing waits for it to come to rest."""
        size = self._desktop.size
        return (await self._desktop.zoom(Rect(0, 0, size.width, size.height))).png

    async def close(self) -> None:
        if self._task is not None:
            self._task.cancel()
            with contextlib.suppress(asyncio.CancelledError, Exception):
                await self._task

    async def _follow(
        self, then: Callable[[Evidence], None], before: asyncio.Task[None] | None, wanted: asyncio.Event
    ) -> None:
        if before is not None:
            await asyncio.wait({before})
        told: Look | None = None
        with contextlib.suppress(DesktopError):
            for pause in (0.0, *FOLLOWED):
                if pause:
                    with contextlib.suppress(TimeoutError):
                        await asyncio.wait_for(wanted.wait(), pause)
                if wanted.is_set() and told is not None:
                    return
                look = await self._again(None)
                if told is None or look.png is not told.png:
                    then(Evidence(elements=look.elements, windows=look.windows, picture=look.png))
                told = look

    async def _again(self, windows: tuple[Window, ...] | None) -> Look:
        png = await self.picture()
        key = zlib.crc32(png)
        if windows is None:
            windows = tuple(await self._desktop.windows())
        known = self._look
        if known is not None and known.windows == windows and not known.failed:
            if known.key == key:
                return known
            if self._holds(known, png, key):
                self._look = replace(known, png=png, key=key)
                return self._look
        self._look = await self._read(png, key, windows)
        return self._look

    async def _read(self, png: bytes, key: int, windows: tuple[Window, ...]) -> Look:
        self._decoded = None
        try:
            return Look(png, key, windows, tuple(await self._desktop.elements()))
        except DesktopGone:
            raise
        except DesktopError:
            return Look(png, key, windows, (), failed=True)

    def _holds(self, known: Look, png: bytes, key: int) -> bool:
        """Whether the tree of ``known`` holds for this picture too. It is compared with the one that the tree was read
        for, not with the last: many small changes are a large one."""
        try:
            if self._decoded is None:
                self._decoded = (known.key, as_picture(known.png))
            after = as_picture(png)
        except VisionError:
            return False
        return only_a_caret(self._decoded[1], after)


def only_a_caret(before: Picture, after: Picture) -> bool:
    """Whether two pictures differ by nothing, or by what is no larger than a caret."""
    if before.shape != after.shape:
        return False
    rows = np.flatnonzero((before != after).any(axis=(1, 2)))
    if not rows.size:
        return True
    if rows[-1] - rows[0] >= CARET[1]:
        return False
    part = slice(int(rows[0]), int(rows[-1]) + 1)
    columns = np.flatnonzero((before[part] != after[part]).any(axis=(0, 2)))
    return bool(columns[-1] - columns[0] < CARET[0])
