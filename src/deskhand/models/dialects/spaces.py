"""The coordinates that models count in, and the exact way to the pixels of the picture they were sent.

Most bad clicks of a good model are a coordinate read in the wrong space: 15 pixels at the far edge of a 1280×800
picture when the model's own resizing to multiples of 28 is left out.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from deskhand.screen.geometry import Point, Size


@dataclass(frozen=True, slots=True)
class Relative:
    """Parts of the picture's sides: 0 to ``parts`` (UI-TARS 1.0, Qwen3-VL, Gemini)."""

    parts: int = 1000
    last: int = 1000
    """The largest number the model writes: 1000, or 999 for Gemini."""

    def to_picture(self, x: float, y: float, picture: Size) -> Point:
        return _inside(x * picture.width / self.parts, y * picture.height / self.parts, picture)

    def from_picture(self, point: Point, picture: Size) -> tuple[int, int]:
        # Up, and not to the nearest: the way back goes down, and must come to the same pixel where there are enough.
        x, y = -(-point.x * self.parts // picture.width), -(-point.y * self.parts // picture.height)
        return min(x, self.last), min(y, self.last)


@dataclass(frozen=True, slots=True)
class Resized:
    """Pixels of the picture as the model's own preprocessing resizes it (Qwen2.5-VL, UI-TARS 1.5)."""

    factor: int = 28
    least: int = 56 * 56
    """Pixels in all."""
    most: int = 16384 * 28 * 28

    def size(self, picture: Size) -> Size:
        """Smart resize: sides that are multiples of ``factor``, the area between ``least`` and ``most``."""
        factor, width, height = self.factor, picture.width, picture.height
        if max(width, height) / min(width, height) > 200:
            raise ValueError(f"a picture of {picture} is too long and narrow for the model: at most 200 to 1")
        wide, high = (max(factor, round(side / factor) * factor) for side in (width, height))
        if wide * high > self.most:
            shrink = math.sqrt(width * height / self.most)
            wide, high = (max(factor, math.floor(side / shrink / factor) * factor) for side in (width, height))
        elif wide * high < self.least:
            grow = math.sqrt(self.least / (width * height))
            wide, high = (math.ceil(side * grow / factor) * factor for side in (width, height))
        return Size(wide, high)

    def to_picture(self, x: float, y: float, picture: Size) -> Point:
        resized = self.size(picture)
        return _inside(x * picture.width / resized.width, y * picture.height / resized.height, picture)

    def from_picture(self, point: Point, picture: Size) -> tuple[int, int]:
        resized = self.size(picture)
        return -(-point.x * resized.width // picture.width), -(-point.y * resized.height // picture.height)


def _inside(x: float, y: float, picture: Size) -> Point:
    """The pixel at that place; what lies on or beyond the far edge is the last pixel."""
    return Point(min(max(int(x + 1e-9), 0), picture.width - 1), min(max(int(y + 1e-9), 0), picture.height - 1))
