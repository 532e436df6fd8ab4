"""Letters read off a small part of the picture, for things whose program says nothing about them.

Reading 920×220 pixels cost 250 to 440 ms before a click; the label of one button is in 300×80 (60 ms), and a part
whose pixels were read before is not read again, wherever else the screen has changed.
"""

from __future__ import annotations

import asyncio
import hashlib
from collections import OrderedDict

import numpy as np

from deskhand.guard import letters
from deskhand.screen.geometry import Point, Rect, Size
from deskhand.vision.picture import as_picture
from deskhand.vision.read import Reader
from deskhand.vision.scene import Scene, TextLine

NARROW = (150, 25, 55)
"""Pixels to each side, above and below: a button's words, and a name that stands under its icon."""
WIDE = (460, 110, 110)
"""What stands around a button that only says yes, or whose words nobody knows."""
KEPT = 48


def around(point: Point, reach: tuple[int, int, int], size: Size) -> Rect | None:
    wide, above, below = reach
    return Rect(point.x - wide, point.y - above, 2 * wide, above + below).clip(size)


class Glimpses:
    """One reader, and what it has read: by place and pixels."""

    def __init__(self, reader: Reader | None = None) -> None:
        self._reader = reader
        self._known: OrderedDict[tuple[Rect, bytes], Scene] = OrderedDict()

    async def read(self, png: bytes, part: Rect) -> Scene:
        """What stands in ``part``, in the picture's pixels."""
        return await asyncio.to_thread(self._read, png, part)

    def _read(self, png: bytes, part: Rect) -> Scene:
        picture = as_picture(png)
        if (read := letters.recall(picture, part)) is not None:
            return read
        cut = np.ascontiguousarray(picture[part.y : part.bottom, part.x : part.right])
        key = (part, hashlib.blake2b(cut.tobytes(), digest_size=16).digest())
        known = self._known.get(key)
        if known is None:
            if self._reader is None:
                self._reader = Reader()
            known = self._known[key] = self._reader.read_part(picture, part)
            while len(self._known) > KEPT:
                self._known.popitem(last=False)
        return known


def line_at(scene: Scene, point: Point) -> TextLine | None:
    """The text at the point, or the one that a button around the point carries."""
    for line in scene.texts:
        if line.box.grow(4).contains(point):
            return line
    boxes = [w.box for w in scene.widgets if w.kind == "box" and w.box.contains(point) and w.box.height < 90]
    for box in sorted(boxes, key=lambda box: box.area):
        for line in scene.texts:
            if box.contains(line.box.center):
                return line
    below = [line for line in scene.texts if 0 <= line.box.y - point.y <= 45 and abs(line.box.center.x - point.x) <= 60]
    return below[0] if below else None


def distance(box: Rect, point: Point) -> int:
    return abs(box.center.x - point.x) + 2 * abs(box.center.y - point.y)
