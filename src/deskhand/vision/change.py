"""Which rectangles of a picture must be read again."""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np

from deskhand.screen.geometry import Rect, Size
from deskhand.vision.picture import Picture

NOISE = 8
"""Differences up to this (of 255) are not seen: screens are exact, but scaled or compressed pictures are not."""
REACH = 24
"""Changes closer than this are one area, and so much around them is read with them, for the detector's context."""


def changed_areas(before: Picture, after: Picture, boxes: Sequence[Rect]) -> list[Rect]:
    """Rectangles that cover every difference, none of which cuts one of ``boxes``, and which do not overlap."""
    if np.array_equal(before, after):
        return []
    height, width = after.shape[:2]
    size = Size(width, height)
    different = (cv2.absdiff(before, after).max(axis=2) > NOISE).astype(np.uint8)
    if not different.any():
        return []
    spread = cv2.dilate(different, np.ones((REACH, REACH), np.uint8))
    _, _, stats, _ = cv2.connectedComponentsWithStats(spread.astype(np.uint8))
    areas = [Rect(*(int(v) for v in row[:4])) for row in stats[1:]]
    settled = _without_cuts(areas, boxes, size)
    if sum(area.area for area in settled) > 0.6 * size.pixels:
        return [Rect(0, 0, width, height)]
    return settled


def _without_cuts(areas: list[Rect], boxes: Sequence[Rect], size: Size) -> list[Rect]:
    """Grow the areas over the boxes that cross their edges, and join those that meet, until nothing changes."""
    pending = list(areas)
    done: list[Rect] = []
    while pending:
        area = pending.pop()
        grown = area
        for box in boxes:
            if grown.intersect(box):
                grown = (grown.union(box.grow(4))).clip(size) or grown
        met = [other for other in done if other.intersect(grown)]
        for other in met:
            done.remove(other)
            grown = grown.union(other)
        if grown != area or met:
            pending.append(grown)
        else:
            done.append(area)
    return done
