"""Points, sizes and rectangles in whole pixels: origin top left, x to the right, y down.

A coordinate is data, also when it is 0: these types exist so that nobody writes ``if x and y``.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Point:
    """One pixel."""

    x: int
    y: int

    def __str__(self) -> str:
        return f"({self.x}, {self.y})"


@dataclass(frozen=True, slots=True)
class Size:
    """Width and height in pixels, both at least 1."""

    width: int
    height: int

    def __post_init__(self) -> None:
        if self.width < 1 or self.height < 1:
            raise ValueError(f"a size needs at least 1×1 pixels, not {self.width}×{self.height}")

    @classmethod
    def parse(cls, text: str) -> Size:
        """``1280x800`` (or ``1280×800``) as a size; ValueError says what is expected."""
        width, _, height = text.lower().replace("×", "x").partition("x")
        if not (width.strip().isdecimal() and height.strip().isdecimal()):
            raise ValueError(f"a size is written WIDTHxHEIGHT, such as 1280x800, not {text!r}")
        return cls(int(width), int(height))

    @property
    def pixels(self) -> int:
        return self.width * self.height

    def contains(self, point: Point) -> bool:
        return 0 <= point.x < self.width and 0 <= point.y < self.height

    def __str__(self) -> str:
        return f"{self.width}x{self.height}"


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle: left and top are inside, right and bottom (``x + width``, ``y + height``) are not."""

    x: int
    y: int
    width: int
    height: int

    @classmethod
    def from_corners(cls, left: int, top: int, right: int, bottom: int) -> Rect:
        return cls(left, top, right - left, bottom - top)

    @property
    def right(self) -> int:
        return self.x + self.width

    @property
    def bottom(self) -> int:
        return self.y + self.height

    @property
    def area(self) -> int:
        return max(0, self.width) * max(0, self.height)

    @property
    def center(self) -> Point:
        return Point(self.x + self.width // 2, self.y + self.height // 2)

    def contains(self, point: Point) -> bool:
        return self.x <= point.x < self.right and self.y <= point.y < self.bottom

    def intersect(self, other: Rect) -> Rect | None:
        """The common part, or None when the two do not overlap."""
        left, top = max(self.x, other.x), max(self.y, other.y)
        right, bottom = min(self.right, other.right), min(self.bottom, other.bottom)
        if left >= right or top >= bottom:
            return None
        return Rect.from_corners(left, top, right, bottom)

    def union(self, other: Rect) -> Rect:
        """The smallest rectangle that covers both."""
        return Rect.from_corners(
            min(self.x, other.x),
            min(self.y, other.y),
            max(self.right, other.right),
            max(self.bottom, other.bottom),
        )

    def grow(self, margin: int) -> Rect:
        return Rect(self.x - margin, self.y - margin, self.width + 2 * margin, self.height + 2 * margin)

    def clip(self, size: Size) -> Rect | None:
        """The part inside a picture of ``size``, or None."""
        return self.intersect(Rect(0, 0, size.width, size.height))

    def __str__(self) -> str:
        return f"{self.width}×{self.height} at ({self.x}, {self.y})"


def bounding(rects: Iterable[Rect]) -> Rect | None:
    """The smallest rectangle that covers all of ``rects``; None when there are none."""
    result: Rect | None = None
    for rect in rects:
        result = rect if result is None else result.union(rect)
    return result
