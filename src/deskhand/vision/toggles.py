"""Check boxes and radio buttons, and whether they are on."""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np
from numpy.typing import NDArray

from deskhand.screen.geometry import Rect
from deskhand.vision.icons import is_colourful
from deskhand.vision.picture import Picture
from deskhand.vision.scene import Widget

SMALLEST, LARGEST = 9, 26
LABEL_WITHIN = 18
"""A toggle's label starts at most so far to its right: this is what tells it from the buttons of a window's title."""
UNEVEN = 24
DIFFERENT = 48


def find_toggles(
    picture: Picture, edges: NDArray[np.uint8], boxes: Sequence[Rect], texts: Sequence[Rect]
) -> list[Widget]:
    """Small labelled squares are check boxes, small labelled discs are radio buttons."""
    found: list[Widget] = []
    for rect in [*_outlines(edges), *boxes]:
        if not _is_small_square(rect) or any(_close(rect, other.box) for other in found):
            continue
        if not any(_labels(text, rect) for text in texts):
            continue
        if any((shared := text.intersect(rect)) and shared.area > 0.3 * rect.area for text in texts):
            continue
        inside = picture[rect.y + 3 : rect.bottom - 3, rect.x + 3 : rect.right - 3]
        if not has_even_border(picture, rect) or is_colourful(inside):
            continue  # an icon beside its label
        round_one = is_round(picture, rect)
        found.append(Widget("radio" if round_one else "checkbox", rect, is_on(picture, rect)))
    return found


def _outlines(edges: NDArray[np.uint8]) -> list[Rect]:
    """Closed outlines, rounded ones too, which are too short for the straight runs of ``bordered``."""
    found: list[Rect] = []
    for threshold in (24, 60):
        strong = (edges > threshold).astype(np.uint8)
        contours, _ = cv2.findContours(strong, cv2.RETR_LIST, cv2.CHAIN_APPROX_SIMPLE)
        for contour in contours:
            x, y, w, h = cv2.boundingRect(contour)
            rect = Rect(x, y, w, h)
            if _is_small_square(rect) and cv2.contourArea(contour) > 0.6 * w * h:
                found.append(rect)
    return sorted(found, key=lambda rect: (-rect.area, rect.y, rect.x))


def _is_small_square(rect: Rect) -> bool:
    return (
        min(rect.width, rect.height) >= SMALLEST
        and max(rect.width, rect.height) <= LARGEST
        and abs(rect.width - rect.height) <= 1
    )


def _labels(text: Rect, rect: Rect) -> bool:
    gap = text.x - rect.right
    return 1 <= gap <= LABEL_WITHIN and text.y - 3 <= rect.center.y <= text.bottom + 3


def _close(one: Rect, other: Rect) -> bool:
    return abs(one.center.x - other.center.x) <= 4 and abs(one.center.y - other.center.y) <= 4


def is_round(picture: Picture, rect: Rect) -> bool:
    """The corners show what is outside, and the cut across them starts much later than that of a rounded square."""
    crop = picture[rect.y : rect.bottom, rect.x : rect.right].astype(np.int16)
    outside = picture[max(0, rect.y - 2), max(0, rect.x - 2)].astype(np.int16)
    side = min(crop.shape[:2])
    first = []
    for view in (crop, crop[::-1], crop[:, ::-1], crop[::-1, ::-1]):
        diagonal = np.abs(view[range(side), range(side)] - outside).max(axis=1) > 20
        first.append(int(diagonal.argmax()) if diagonal.any() else side)
    # On a disc of diameter d the diagonal enters after 0.146·d; on a square, even a rounded one, after 0 to 0.08·d.
    return bool(np.median(first) >= 0.12 * side)


def has_even_border(picture: Picture, rect: Rect) -> bool:
    """The middles of all four sides have one colour that is not the one outside; a folder's or a house's have not."""
    crop = picture[rect.y : rect.bottom, rect.x : rect.right].astype(np.float32)
    height, width = crop.shape[:2]
    across, down = slice(width // 2 - 1, width // 2 + 2), slice(height // 2 - 1, height // 2 + 2)
    outside = picture[max(0, rect.y - 3), max(0, rect.x - 3)].astype(np.float32)
    reach = range(3)  # the outline of an edge lies up to two pixels off the border, differently on each side
    top = [crop[i, across].mean(axis=0) for i in reach]
    others = (
        [crop[height - 1 - i, across].mean(axis=0) for i in reach],
        [crop[down, i].mean(axis=0) for i in reach],
        [crop[down, width - 1 - i].mean(axis=0) for i in reach],
    )
    return any(
        _far(colour, outside) >= 16 and all(min(_far(colour, one) for one in side) <= UNEVEN for side in others)
        for colour in top
    )


def _far(one: NDArray[np.float32], other: NDArray[np.float32]) -> float:
    return float(np.abs(one - other).max())


def is_on(picture: Picture, rect: Rect) -> bool:
    """Something is drawn inside: a tick, a dot, or another filling than the ring just within the border."""
    crop = picture[rect.y : rect.bottom, rect.x : rect.right].astype(np.int16)
    side = min(crop.shape[:2])
    rim = max(3, round(side * 0.22))
    inner = crop[rim:-rim, rim:-rim].reshape(-1, 3)
    if not len(inner):
        return False
    spread = np.abs(inner - np.median(inner, axis=0)).max(axis=1)
    return bool((spread > DIFFERENT).mean() > 0.06)
