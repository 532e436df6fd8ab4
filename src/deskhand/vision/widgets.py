"""Bordered boxes on a picture, by classical vision: every button, field and window key of a desktop in about 40 ms.

A border is a straight run of edge pixels longer than any stroke of a letter. On four web pages with exact ground truth
this found all buttons, fields and selects; what it cannot see are flat icons, which ``icons`` looks for.
"""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np
from numpy.typing import NDArray

from deskhand.screen.geometry import Rect
from deskhand.vision.detect import ink_of
from deskhand.vision.overlaps import mostly_within
from deskhand.vision.picture import Picture

RUN = 9
FLAT, FAINT, STRONG = 6, 12, 40
"""Edges of light themes differ by as little as 12 of 255, the fillings of flat fields by 8; the third pass is not
confused by gradients."""
SMALLEST = 8
PATCH = (24, 14)
"""Width and height at least of a filling; smaller ones lie within letters."""
FULL = 0.6
"""Of its box a filling covers at least so much, what is written on it left out."""
SAME = (5, 5, 8, 8)
"""Pixels in x, y, width, height: two outlines closer than this are one."""
RIM = 3
"""Borders with their rounded corners and shadows are at most so thick."""


def edges_of(picture: Picture) -> NDArray[np.uint8]:
    """How much each pixel differs from its left, upper and upper left neighbours, in the channel that differs most."""
    gradient = cv2.morphologyEx(picture, cv2.MORPH_GRADIENT, np.ones((2, 2), np.uint8))
    return np.asarray(gradient.max(axis=2), np.uint8)


def bordered(edges: NDArray[np.uint8], texts: Sequence[Rect]) -> list[Rect]:
    """The bordered rectangles, smallest first, without those that are part of a letter in ``texts``."""
    height, width = edges.shape
    found: set[Rect] = set()
    for threshold in (FLAT, FAINT, STRONG):
        strong = (edges > threshold).astype(np.uint8)
        across = cv2.morphologyEx(strong, cv2.MORPH_OPEN, np.ones((1, RUN), np.uint8))
        down = cv2.morphologyEx(strong, cv2.MORPH_OPEN, np.ones((RUN, 1), np.uint8))
        lines = cv2.dilate(np.maximum(across, down), np.ones((2, 2), np.uint8))
        contours, _ = cv2.findContours(lines.astype(np.uint8), cv2.RETR_CCOMP, cv2.CHAIN_APPROX_SIMPLE)
        for contour in contours:
            x, y, w, h = cv2.boundingRect(contour)
            fits = SMALLEST <= w <= width * 0.95 and SMALLEST <= h <= height * 0.9
            if fits and cv2.contourArea(contour) > 0.7 * w * h:
                found.add(Rect(x, y, w, h))
    found.update(_patches(edges))
    ranked = sorted(found, key=lambda r: (r.area, r.y, r.x))
    in_text = mostly_within(ranked, [text.grow(2) for text in texts], 0.8)
    kept: list[Rect] = []
    shapes = np.zeros((len(ranked), 4), np.int64)
    for rect, lettering in zip(ranked, in_text, strict=True):
        shape = (rect.x, rect.y, rect.width, rect.height)
        if lettering or bool((np.abs(shapes[: len(kept)] - shape) < SAME).all(axis=1).any()):
            continue
        shapes[len(kept)] = shape
        kept.append(rect)
    return kept


def _patches(edges: NDArray[np.uint8]) -> list[Rect]:
    """Flat fillings with a closed outline: at twice the size the straight runs of round corners no longer meet."""
    height, width = edges.shape
    flat = (edges <= FLAT // 2).astype(np.uint8)
    _, _, stats, _ = cv2.connectedComponentsWithStats(flat, connectivity=4)
    _, _, w, h, area = stats[1:].T
    fits = (w >= PATCH[0]) & (h >= PATCH[1]) & (w <= width * 0.95) & (h <= height * 0.9) & (area > FULL * w * h)
    return [Rect(int(a) - 1, int(b) - 1, int(c) + 1, int(d) + 1) for a, b, c, d in stats[1:][fits][:, :4] if a and b]


def content_of(picture: Picture, box: Rect) -> Rect | None:
    """The ink inside a small bordered box, if it stands free of the border: the + of a key, the × of a window."""
    if max(box.width, box.height) > 130 or min(box.width, box.height) < 10:
        return None
    rim = RIM if min(box.width, box.height) > 16 else 2
    inner = box.grow(-rim)
    ink = ink_of(picture[inner.y : inner.bottom, inner.x : inner.right])
    rows, columns = np.flatnonzero(ink.any(axis=1)), np.flatnonzero(ink.any(axis=0))
    if len(rows) * len(columns) < 3:
        return None
    content = Rect.from_corners(
        inner.x + int(columns[0]), inner.y + int(rows[0]), inner.x + int(columns[-1]) + 1, inner.y + int(rows[-1]) + 1
    )
    free = content.width < inner.width and content.height < inner.height
    return content if free and content.height <= 40 else None
