"""Where text stands: the DB detection network on the picture as it is, and axis-aligned boxes trimmed to the ink.

Screens are upright, so the usual minimal-area rectangles, polygon clipping and perspective warps are left out:
connected components of the probability map are enough. Trimming every box to its ink makes a box a property of the
glyphs instead of the network's mood, so that the memory of readings hits after a scroll.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from deskhand.screen.geometry import Rect, Size
from deskhand.vision.picture import Mask, Picture

PROBABILITY = 0.3
BOX_SCORE = 0.45
UNCLIP = 1.5
"""How far the shrunken kernels the network was trained on are grown back: area × 1.5 / perimeter."""
STRIDE = 32
INK = 40
"""A pixel this far (of 255, in any channel) from the crop's background is ink."""

LINE = 0.8
"""A row with so much ink is a border or an underline: no row of letters reaches two thirds."""


def ink_of(crop: Picture, background_of: Picture | None = None) -> Mask:
    """The pixels that differ from the crop's own background (or another crop's), which is its median colour."""
    source = crop if background_of is None else background_of
    flat = source.reshape(-1, crop.shape[2])
    background = np.median(flat, axis=0).astype(np.int16)
    away = np.abs(crop.astype(np.int16) - background).max(axis=2)
    return np.asarray(away > INK)


def trim(picture: Picture, box: Rect) -> Rect | None:
    """``box`` shrunk to its ink, lines that run through all of it (borders, underlines) left out; None without ink."""
    crop = picture[box.y : box.bottom, box.x : box.right]
    if crop.size == 0:
        return None
    ink = ink_of(crop)
    # A vertical border crosses the whole crop; a horizontal one most of it, though the crop may reach beyond its end.
    columns = ~ink.all(axis=0)
    rows = ink[:, columns].any(axis=1) & (ink.mean(axis=1) < LINE)
    rows = _main_band(rows, ink.sum(axis=1))
    xs = np.flatnonzero(ink[rows].any(axis=0) & columns)
    ys = np.flatnonzero(rows)
    if not len(xs) or not len(ys):
        return None
    return Rect.from_corners(box.x + int(xs[0]), box.y + int(ys[0]), box.x + int(xs[-1]) + 1, box.y + int(ys[-1]) + 1)


def _main_band(rows: NDArray[np.bool_], amount: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Without what reaches in from the line above or below: bands at the crop's edge, apart from the strongest band."""
    result = rows.copy()
    strongest = int(np.argmax(np.where(rows, amount, 0)))
    for order in (1, -1):
        view, at = result[::order], strongest if order == 1 else len(rows) - 1 - strongest
        if view[0]:
            empty = np.flatnonzero(~view[:at])
            if len(empty):
                view[: int(empty[0])] = False
    return result


def completed(picture: Picture, box: Rect, others: Sequence[Rect]) -> Rect:
    """``box`` with the narrow marks right beside it that the network left out: the minus of -4782, a closing dot.

    Taken in is what stands within half a line's height, is no wider than the line is high, and lies between the line's
    top and bottom, so that borders, icons and carets stay out.
    """
    size = Size(picture.shape[1], picture.shape[0])
    height = box.height
    if height < 5:
        return box
    reach = round(height * 1.5)
    around = Rect(box.x - reach, box.y - 2, box.width + 2 * reach, height + 4).clip(size) or box
    crop = picture[around.y : around.bottom, around.x : around.right]
    ink = ink_of(crop, picture[box.y : box.bottom, box.x : box.right])
    top, bottom = box.y - around.y, box.bottom - around.y
    outside = np.asarray(ink[:top].any(axis=0) | ink[bottom:].any(axis=0))
    columns = np.asarray(ink[top:bottom].any(axis=0))
    left = _reach(columns[: box.x - around.x][::-1], outside[: box.x - around.x][::-1], height)
    right = _reach(columns[box.right - around.x :], outside[box.right - around.x :], height)
    grown = Rect.from_corners(box.x - left, box.y, box.right + right, box.bottom)
    if grown == box or any(other != box and other.intersect(grown) for other in others):
        return box
    return grown


def _reach(columns: NDArray[np.bool_], outside: NDArray[np.bool_], height: int) -> int:
    """How many columns, going away from the line, belong to one narrow mark beside it; 0 without one."""
    inked = np.flatnonzero(columns)
    if not len(inked) or inked[0] > max(2, height // 2) or inked[0] == 0:
        return 0
    start = int(inked[0])
    blank = np.flatnonzero(~columns[start:])
    if not len(blank):
        return 0
    stop = start + int(blank[0])
    if stop - start > height or stop - start < 2 or outside[start:stop].any():
        return 0
    return stop


class Detector:
    """Boxes of text lines on a picture."""

    def __init__(self, session: Any) -> None:
        self._session = session
        self._input = session.get_inputs()[0].name

    def detect(self, picture: Picture) -> list[Rect]:
        height, width = picture.shape[:2]
        size = Size(width, height)
        probability = self._probability(picture)
        mask = (probability > PROBABILITY).astype(np.uint8)
        mask = cv2.dilate(mask, np.ones((2, 2), np.uint8)).astype(np.uint8)
        count, labels, stats, _ = cv2.connectedComponentsWithStats(mask, connectivity=8)
        boxes: list[Rect] = []
        for index in range(1, count):
            x, y, w, h = (int(v) for v in stats[index, :4])
            if w < 3 or h < 3:
                continue
            inside = labels[y : y + h, x : x + w] == index
            if float(probability[y : y + h, x : x + w][inside].mean()) < BOX_SCORE:
                continue
            margin = round(w * h * UNCLIP / (2 * (w + h)))
            grown = Rect(x, y, w, h).grow(margin).clip(size)
            trimmed = trim(picture, grown) if grown is not None else None
            if trimmed is not None:
                boxes.append(trimmed)
        return [completed(picture, box, boxes) for box in boxes]

    def _probability(self, picture: Picture) -> NDArray[np.float32]:
        height, width = picture.shape[:2]
        below, right = -height % STRIDE, -width % STRIDE
        padded = cv2.copyMakeBorder(picture, 0, below, 0, right, cv2.BORDER_REPLICATE) if below or right else picture
        values = cv2.dnn.blobFromImage(padded, 1 / 127.5, mean=(127.5, 127.5, 127.5), swapRB=True)
        result = self._session.run(None, {self._input: values})[0]
        return np.asarray(result[0, 0, :height, :width])
