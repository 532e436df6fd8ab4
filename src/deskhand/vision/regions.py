"""Flat regions: every connected patch of one colour, with its outline and its shape.

Straight borders (`widgets`) miss what has round corners, a screen at three times the size, and everything that is
flat: on 55 pages of forms they found none of the 31 text fields. A field's inside, a button's face, a card, a tab, a
slider's knob and a drawn circle are all one thing to the eye: a patch of one colour that something else surrounds.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

import cv2
import numpy as np
from numpy.typing import NDArray

from deskhand.screen.geometry import Rect
from deskhand.vision.picture import Picture

Shape: TypeAlias = Literal["rectangle", "circle", "triangle", "other"]
Colour: TypeAlias = tuple[int, int, int]
"""Red, green, blue; 0 to 255."""

SMALLEST = 40
"""Pixels of a patch; less is the edge of a letter."""
_COLOURS = 64
"""Colours that are looked at, the commonest first: a photograph has thousands, and no patches."""


@dataclass(frozen=True, slots=True)
class Region:
    box: Rect
    colour: Colour
    area: int
    """Its own pixels."""
    filled: int
    """Its pixels together with what it surrounds: the text on a button's face."""
    shape: Shape
    corners: int
    """Of its outline, straightened."""

    @property
    def fullness(self) -> float:
        """How much of its box it fills, what it surrounds included: 1 a rectangle, 0.785 a disc, 0.5 a triangle."""
        return self.filled / max(1, self.box.area)


def find_regions(picture: Picture, within: Rect | None = None) -> tuple[Region, ...]:
    """The patches of ``picture`` (or of a part of it), in picture pixels, largest first."""
    origin = within or Rect(0, 0, picture.shape[1], picture.shape[0])
    part = picture[origin.y : origin.bottom, origin.x : origin.right].astype(np.uint32)
    packed = (part[..., 0] << 16) | (part[..., 1] << 8) | part[..., 2]
    values, counts = np.unique(packed, return_counts=True)
    common = np.argsort(-counts)[:_COLOURS]
    found: list[Region] = []
    for index in common:
        if counts[index] < SMALLEST:
            break
        value = int(values[index])
        colour = (value >> 16, value >> 8 & 255, value & 255)
        found += _patches((packed == value).astype(np.uint8), colour, origin)
    return tuple(sorted(found, key=lambda region: -region.box.area))


def _patches(mask: NDArray[np.uint8], colour: Colour, origin: Rect) -> list[Region]:
    number, _, stats, _ = cv2.connectedComponentsWithStats(mask, connectivity=4)
    if number <= 1:
        return []
    found: list[Region] = []
    contours, _ = cv2.findContours(mask, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    outlines = {tuple(cv2.boundingRect(contour)): contour for contour in contours}
    for x, y, width, height, area in stats[1:]:
        if area < SMALLEST:
            continue
        outline: NDArray[Any] | None = outlines.get((int(x), int(y), int(width), int(height)))
        if outline is None:  # inside another patch of its colour: outlined on its own
            outline = _outline(mask, int(x), int(y), int(width), int(height))
        filled = int(cv2.contourArea(outline)) + len(outline) // 2 + 1 if outline is not None else int(area)
        box = Rect(origin.x + int(x), origin.y + int(y), int(width), int(height))
        shape, corners = _shape(outline, box, filled)
        found.append(Region(box, colour, int(area), max(filled, int(area)), shape, corners))
    return found


def _outline(mask: NDArray[np.uint8], x: int, y: int, width: int, height: int) -> NDArray[np.int32] | None:
    contours, _ = cv2.findContours(
        np.ascontiguousarray(mask[y : y + height, x : x + width]), cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE
    )
    best = max(contours, key=cv2.contourArea, default=None)
    return None if best is None else np.asarray(best, np.int32)


def _shape(outline: NDArray[Any] | None, box: Rect, filled: int) -> tuple[Shape, int]:
    if outline is None or len(outline) < 3:
        return "other", 0
    length = cv2.arcLength(outline, True)
    corners = len(cv2.approxPolyDP(outline, 0.04 * length, True))
    fullness = filled / max(1, box.area)
    (_, radius) = cv2.minEnclosingCircle(outline)
    roundness = filled / max(1.0, np.pi * radius * radius)
    if fullness > 0.9:
        return "rectangle", corners
    if roundness > 0.85:
        return "circle", corners
    if corners == 3 and 0.4 < fullness < 0.65:
        return "triangle", corners
    return "other", corners
