"""The space of the pictures a model sees, and the way from there to the screen.

A screen larger than the largest image that the API leaves alone is shown scaled down *by us*, so that the model's
pixels are the ones we scale back by; otherwise the API shrinks the picture and every click lands short.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from deskhand.desktop.interface import DesktopError
from deskhand.screen.geometry import Point, Rect, Size
from deskhand.tools.interface import Shown


@dataclass(frozen=True, slots=True)
class Space:
    """``screen`` in native pixels, ``picture`` in the model's."""

    screen: Size
    picture: Size

    @property
    def same(self) -> bool:
        return self.screen == self.picture

    def to_screen(self, point: Point) -> Point:
        """The screen pixel under the centre of a picture pixel: onto the first and the last one at the edges."""
        return Point(
            min((2 * point.x + 1) * self.screen.width // (2 * self.picture.width), self.screen.width - 1),
            min((2 * point.y + 1) * self.screen.height // (2 * self.picture.height), self.screen.height - 1),
        )

    def to_picture(self, point: Point) -> Point:
        x = (2 * point.x + 1) * self.picture.width // (2 * self.screen.width)
        y = (2 * point.y + 1) * self.picture.height // (2 * self.screen.height)
        return Point(min(max(x, 0), self.picture.width - 1), min(max(y, 0), self.picture.height - 1))

    def rect_to_screen(self, left: int, top: int, right: int, bottom: int) -> Rect:
        """Corners in picture pixels (right and bottom outside) as the smallest screen rectangle that covers them."""
        wide, high = self.screen.width, self.screen.height
        return Rect.from_corners(
            left * wide // self.picture.width,
            top * high // self.picture.height,
            -(-right * wide // self.picture.width),
            -(-bottom * high // self.picture.height),
        )

    def rect_to_picture(self, rect: Rect) -> Rect:
        wide, high = self.picture.width, self.picture.height
        return Rect.from_corners(
            rect.x * wide // self.screen.width,
            rect.y * high // self.screen.height,
            -(-rect.right * wide // self.screen.width),
            -(-rect.bottom * high // self.screen.height),
        )


def shown(png: bytes, size: Size, wanted: Size) -> Shown:
    """The picture in the wanted size. Untouched, byte for byte, when it has it already."""
    if size == wanted:
        return Shown(png, size)
    pixels = cv2.imdecode(np.frombuffer(png, np.uint8), cv2.IMREAD_COLOR)
    if pixels is None:
        raise DesktopError("the desktop sent a picture that is no PNG; take another screenshot")
    smaller = wanted.width < size.width or wanted.height < size.height
    how = cv2.INTER_AREA if smaller else cv2.INTER_CUBIC
    scaled = cv2.resize(pixels, (wanted.width, wanted.height), interpolation=how)
    _, encoded = cv2.imencode(".png", scaled, [cv2.IMWRITE_PNG_COMPRESSION, 3])
    return Shown(encoded.tobytes(), wanted)


def enclosed(size: Size, limit: Size) -> Size:
    """The largest size of the same shape within ``limit``: smaller things are scaled up to it."""
    if size.width * limit.height >= size.height * limit.width:
        return Size(limit.width, max(1, round(size.height * limit.width / size.width)))
    return Size(max(1, round(size.width * limit.height / size.height)), limit.height)
