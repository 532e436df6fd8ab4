"""Which of many rectangles meet which, all at once: a spreadsheet has a thousand boxes and a hundred texts.

Asked one pair at a time, that was half of the time in which a typed word was read again.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from deskhand.screen.geometry import Rect


def corners(rects: Sequence[Rect]) -> NDArray[np.int64]:
    """Left, top, right, bottom of each."""
    return np.array([(r.x, r.y, r.x + r.width, r.y + r.height) for r in rects], np.int64).reshape(-1, 4)


def shared(these: NDArray[np.int64], others: NDArray[np.int64]) -> NDArray[np.int64]:
    """For each of ``these`` (rows) and each of ``others`` (columns) the area that they share."""
    low = np.maximum(these[:, None, :2], others[None, :, :2])
    high = np.minimum(these[:, None, 2:], others[None, :, 2:])
    return np.asarray(np.clip(high - low, 0, None).prod(axis=2), np.int64)


def mostly_within(these: Sequence[Rect], others: Sequence[Rect], part: float) -> NDArray[np.bool_]:
    """Whether more than ``part`` of each of ``these`` lies in one of ``others``."""
    if not these or not others:
        return np.zeros(len(these), np.bool_)
    areas = np.array([r.area for r in these])
    return np.asarray((shared(corners(these), corners(others)) > part * areas[:, None]).any(axis=1))


def holds_a_center(these: Sequence[Rect], others: Sequence[Rect]) -> NDArray[np.bool_]:
    """Whether each of ``these`` holds the middle of one of ``others``."""
    if not these or not others:
        return np.zeros(len(these), np.bool_)
    boxes = corners(these)
    x, y = np.array([r.center.x for r in others]), np.array([r.center.y for r in others])
    across = (boxes[:, :1] <= x) & (x < boxes[:, 2:3])
    down = (boxes[:, 1:2] <= y) & (y < boxes[:, 3:])
    return np.asarray((across & down).any(axis=1))
