"""Which rectangles of a picture must be read again."""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np

from deskhand.screen.geometry import Point, Rect, Size
from deskhand.vision.picture import Picture

NOISE = 8
"""Differences up to this (of 255) are not seen: screens are exact, but scaled or compressed pictures are not."""
REACH = 24
"""Changes closer than this are one area, and so much around them is read with them, for the detector's context."""


POINTER = 26
"""A pointer's picture reaches at most so far right of and below its hot spot, and half of it to the left and above."""


def without_pointer(before: Picture, after: Picture, pointer: Point) -> Picture:
    """``after`` with the zone of a drawn pointer as it was ``before``, unless more than the pointer changed there."""
    zone = Rect(pointer.x - POINTER // 2, pointer.y - POINTER // 2, POINTER * 3 // 2, POINTER * 3 // 2)
    height, width = after.shape[:2]
    inside = zone.clip(Size(width, height))
    around = zone.grow(6).clip(Size(width, height))
    if inside is None or around is None:
        return after
    different = (cv2.absdiff(_part(before, around), _part(after, around)).max(axis=2) > NOISE).astype(np.uint8)
    total = int(different.sum())
    top, left = inside.y - around.y, inside.x - around.x
    within = int(different[top : top + inside.height, left : left + inside.width].sum())
    if total > within or total > 0.45 * inside.area:
        return after  # the change goes beyond the pointer: what is below it may have changed too
    cleaned = after.copy()
    cleaned[inside.y : inside.bottom, inside.x : inside.right] = _part(before, inside)
    return cleaned


def _part(picture: Picture, rect: Rect) -> Picture:
    return picture[rect.y : rect.bottom, rect.x : rect.right]


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
