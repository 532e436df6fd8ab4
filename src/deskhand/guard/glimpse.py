"""Letters read off a small part of the picture, for things whose program says nothing about them.

Reading 920×220 pixels cost 250 to 440 ms before a click; the label of one button is in 300×80 (60 ms), and a part
whose pixels were read before is not read again, wherever else the screen has changed.
"""

from __future__ import annotations

import asyncio
import hashlib
from collections import OrderedDict

import numpy as np

from deskhand.screen.geometry import Point, Rect, Size
from deskhand.vision.picture import as_picture
from deskhand.vision.read import Reader
from deskhand.vision.scene import Scene

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
