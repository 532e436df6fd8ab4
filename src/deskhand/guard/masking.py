"""Covering secrets on pictures, before anybody but the person sees them.

A password field shows dots, but a token field, a "show password" and a terminal show the value. From the moment in
which a secret is known to be inside, each picture is looked through in two ways: by the accessibility tree (whose
fields say what they hold) and by reading the picture, allowing for the reader's slips. What is found is painted over
with the secret's placeholder, the field or line as a whole.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from deskhand.desktop.interface import Desktop, DesktopError, DesktopGone, Frame
from deskhand.guard.secrets import Redactor, placeholder
from deskhand.guard.vault import Vault
from deskhand.screen.geometry import Rect, Size
from deskhand.vision.folding import fold
from deskhand.vision.scene import TextLine

SLIPS = 0.2
"""Share of a value's characters that may have been misread."""
_MARGIN = 3
_GREY = (70, 70, 70)
_WHITE = (255, 255, 255)


@dataclass(frozen=True, slots=True)
class Cover:
    """A part of the screen that must not be seen, and what stands there instead."""

    box: Rect
    """In the pixels of the picture."""
    name: str


class Mask:
    """Covers one run's secrets on one desktop's pictures; does nothing until it is armed."""

    def __init__(self, desktop: Desktop, vault: Vault) -> None:
        self._desktop = desktop
        self._values = {secret.name: secret.value for secret in vault}
        self._redactors = {name: Redactor({}, {name: value}) for name, value in self._values.items()}
        self._armed = False
        self._reader: Any = None
        self._covers: tuple[Cover, ...] = ()
        """Of the latest whole picture."""

    def arm(self) -> None:
        """A secret has got inside: from now on every picture is looked through (0.1 to 0.7 s, by what changed)."""
        self._armed = True

    async def frame(self, frame: Frame) -> Frame:
        """A picture of the whole screen."""
        if not self._armed:
            return frame
        covers = [*await self._fields(), *await asyncio.to_thread(self._read, frame.png)]
        self._covers = tuple(covers)
        return replace(frame, png=await asyncio.to_thread(painted, frame.png, covers)) if covers else frame

    async def part(self, png: bytes, region: Rect) -> bytes:
        """A picture of ``region`` in native pixels."""
        if not self._armed:
            return png
        whole = [*await self._fields(), *self._covers]
        inside = [Cover(Rect(c.box.x - region.x, c.box.y - region.y, c.box.width, c.box.height), c.name) for c in whole]
        covers = [*inside, *await asyncio.to_thread(self._read, png, apart=True)]
        return await asyncio.to_thread(painted, png, covers) if covers else png

    async def _fields(self) -> list[Cover]:
        """By what programs say of their fields."""
        try:
            elements = await self._desktop.elements()
        except DesktopGone:
            raise
        except DesktopError:
            return []
        return [
            Cover(element.box, name)
            for element in elements
            for name, redactor in self._redactors.items()
            if redactor.finds(element.value) or redactor.finds(element.name)
        ]

    def _read(self, png: bytes, *, apart: bool = False) -> list[Cover]:
        """By what can be read on the picture; ``apart``: it is no picture of the whole screen."""
        from deskhand.vision.read import Reader  # here: only runs that have typed a secret need it

        if self._reader is None:
            self._reader = Reader()
        if apart:
            size = _size(png)
            scene = self._reader.read_part(png, Rect(0, 0, size.width, size.height))
        else:
            scene = self._reader.read(png)
        return [Cover(box, name) for name, value in self._values.items() for box in where(value, scene.texts)]


def where(value: str, lines: Sequence[TextLine]) -> list[Rect]:
    """The lines on which ``value`` stands, as far as the reader's slips allow; also one that goes over several."""
    wanted = fold(value).shapes
    text, owner = [], []
    for index, line in enumerate(lines):
        for shape in fold(line.text).shapes:
            text.append(shape)
            owner.append(index)
    touched: set[int] = set()
    for start, stop in _near(wanted, "".join(text), int(len(wanted) * SLIPS)):
        touched.update(owner[start:stop])
    return [lines[index].box for index in sorted(touched)]


def _near(wanted: str, text: str, slips: int) -> Iterable[tuple[int, int]]:
    """Where ``wanted`` stands in ``text`` with at most so many characters changed, missing or too many."""
    if not wanted:
        return
    costs, starts = [0] * (len(text) + 1), list(range(len(text) + 1))
    for row, a in enumerate(wanted, 1):
        before, begun = costs, starts
        costs, starts = [row], [0]
        for column, b in enumerate(text, 1):
            swap, gap, extra = before[column - 1] + (a != b), before[column] + 1, costs[column - 1] + 1
            best = min(swap, gap, extra)
            costs.append(best)
            if best == swap:
                starts.append(begun[column - 1])
            else:
                starts.append(begun[column] if best == gap else starts[column - 1])
    taken: list[tuple[int, int]] = []
    for cost, stop in sorted((cost, stop) for stop, cost in enumerate(costs)):
        start = starts[stop]
        if cost > slips:
            return
        if stop > start and all(stop <= first or start >= last for first, last in taken):
            taken.append((start, stop))
            yield start, stop


def painted(png: bytes, covers: Iterable[Cover]) -> bytes:
    """The picture with the covers painted over it."""
    import cv2  # here: it takes 0.1 s to load
    import numpy as np

    picture = cv2.imdecode(np.frombuffer(png, np.uint8), cv2.IMREAD_COLOR)
    if picture is None:
        raise DesktopError("the desktop sent something that is no picture; take another screenshot")
    size = Size(picture.shape[1], picture.shape[0])
    for cover in covers:
        box = cover.box.grow(_MARGIN).clip(size)
        if box is None:
            continue
        cv2.rectangle(picture, (box.x, box.y), (box.right - 1, box.bottom - 1), _GREY, -1)
        words, scale = placeholder(cover.name), min(0.6, box.height / 40)
        (width, height), _ = cv2.getTextSize(words, cv2.FONT_HERSHEY_SIMPLEX, scale, 1)
        if width <= box.width and height <= box.height:
            at = (box.x + 4, box.y + (box.height + height) // 2)
            cv2.putText(picture, words, at, cv2.FONT_HERSHEY_SIMPLEX, scale, _WHITE, 1, cv2.LINE_AA)
    _, encoded = cv2.imencode(".png", picture)
    return bytes(encoded.tobytes())


def _size(png: bytes) -> Size:
    from deskhand.screen.png import png_size

    size = png_size(png)
    if size is None:
        raise DesktopError("the desktop sent something that is no picture; take another screenshot")
    return size
