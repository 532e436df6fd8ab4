"""Rectangles, check boxes and icons on a picture, by classical vision in about 50 ms."""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np

from deskhand.screen.geometry import Rect
from deskhand.vision.picture import Picture
from deskhand.vision.scene import Widget

RUN = 9
"""A border is a straight run of edge pixels at least this long; the strokes of letters are shorter."""


def find_widgets(picture: Picture, texts: Sequence[Rect]) -> tuple[Widget, ...]:
    """The widgets, smallest first; what is only the loop of a letter inside ``texts`` is left out."""
    return tuple(Widget("box", box) for box in bordered(picture, texts))


def bordered(picture: Picture, texts: Sequence[Rect]) -> list[Rect]:
    edges = cv2.morphologyEx(picture, cv2.MORPH_GRADIENT, np.ones((2, 2), np.uint8)).max(axis=2)
    height, width = picture.shape[:2]
    found: set[Rect] = set()
    for threshold in (12, 40):
        strong = (edges > threshold).astype(np.uint8)
        across = cv2.morphologyEx(strong, cv2.MORPH_OPEN, np.ones((1, RUN), np.uint8))
        down = cv2.morphologyEx(strong, cv2.MORPH_OPEN, np.ones((RUN, 1), np.uint8))
        lines = cv2.dilate(np.maximum(across, down), np.ones((2, 2), np.uint8))
        contours, _ = cv2.findContours(lines.astype(np.uint8), cv2.RETR_CCOMP, cv2.CHAIN_APPROX_SIMPLE)
        for contour in contours:
            x, y, w, h = cv2.boundingRect(contour)
            if 8 <= w <= width * 0.95 and 8 <= h <= height * 0.9 and cv2.contourArea(contour) > 0.7 * w * h:
                found.add(Rect(x, y, w, h))
    kept: list[Rect] = []
    for rect in sorted(found, key=lambda r: (r.area, r.y, r.x)):
        if any(_same(rect, other) for other in kept):
            continue
        if any((shared := rect.intersect(text)) and shared.area > 0.8 * rect.area for text in texts):
            continue
        kept.append(rect)
    return kept


def _same(one: Rect, other: Rect) -> bool:
    return (
        abs(one.x - other.x) < 5
        and abs(one.y - other.y) < 5
        and abs(one.width - other.width) < 8
        and abs(one.height - other.height) < 8
    )
