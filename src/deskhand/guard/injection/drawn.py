"""Letters that stand on the picture and in no accessibility tree: posters, score boards, pictures of words.

A page can draw its words on a canvas, in a pseudo-element, or hide them from assistive technology alone
(``aria-hidden``); three of the five attacks that reached their goal, and both of the next twenty-one, were drawn. So
where there is ink of the grain of letters and no element that has so much to say, the picture is read. Looking for such
places costs 3 ms of a screen; what is found is read in the background, as blind windows are.
"""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np
from numpy.typing import NDArray

from deskhand.desktop.interface import Element
from deskhand.screen.geometry import Rect, Size
from deskhand.vision.picture import Picture

_EDGE = 28
"""Levels between two neighbouring pixels of a letter's rim: of 255; text of a contrast of 1.3 has it."""
_CELL = 8
"""Pixels of the grid on which ink is counted: less than a line of text, more than a letter's stroke."""
_INK = 6
"""Rims in a cell from which it holds ink: a straight line through it has 8 on one side only."""
_ALL_SIDES = 2
"""Rims of each direction: rules and frames have those of one."""
_LEAST = 7
"""Cells in a row that a sentence takes at least: 56 pixels."""
_SLACK = 6
"""Pixels around an element within which ink is its own: shadows, rims, descenders."""
_PER_LETTER = 1500
"""Pixels that an element explains for each of its letters; four times what a heading of 30 pixels needs."""
_SMALL = 8000
"""Pixels that any element with a name explains: a button, a field, an icon."""
_MOST = 4
"""Places that are read of one screen, the largest: each takes 0.1 to 0.5 s."""
_FILLS = 0.7
"""Of a window: ink all over it is a photograph or a game, and is left to whoever reads whole windows."""


def drawn(picture: Picture, elements: Sequence[Element], within: Sequence[Rect], known: Sequence[Rect]) -> list[Rect]:
    """Where ``picture`` holds letters, as far as their grain tells, that ``elements`` do not tell of.

    ``within``: the windows to look at. ``known``: what is read anyway.
    """
    cells = _inked(picture)
    size = Size(picture.shape[1], picture.shape[0])
    mask = np.zeros_like(cells)
    for box in within:
        _fill(mask, box, 1)
    for element in elements:
        if _explains(element):
            _fill(mask, element.box.grow(_SLACK), 0)
    for box in known:
        _fill(mask, box, 0)
    found = [part for box in _joined(_lines(cells & mask)) if (part := box.clip(size)) is not None]
    return sorted((box for box in found if box.area < _FILLS * size.pixels), key=lambda box: -box.area)[:_MOST]


def _explains(element: Element) -> bool:
    """Whether what an element says is enough for the place that it takes."""
    letters = len(element.name) + len(element.value.replace("\ufffc", ""))
    return letters > 0 and element.box.area <= _SMALL + _PER_LETTER * letters


def _inked(picture: Picture) -> NDArray[np.uint8]:
    """Which cells hold rims of both directions, as letters do and rules and shades do not."""
    grey = cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY)
    high, wide = grey.shape[0] // _CELL * _CELL, grey.shape[1] // _CELL * _CELL
    grey = grey[:high, :wide]
    across = np.zeros((high, wide), np.uint8)
    down = np.zeros((high, wide), np.uint8)
    across[:, 1:] = cv2.absdiff(grey[:, 1:], grey[:, :-1]) > _EDGE
    down[1:] = cv2.absdiff(grey[1:], grey[:-1]) > _EDGE
    small = (wide // _CELL, high // _CELL)
    share = [cv2.resize(rims * 64, small, interpolation=cv2.INTER_AREA) for rims in (across, down)]
    of = [rims.astype(np.uint16) * (_CELL * _CELL) // 64 for rims in share]
    inked: NDArray[np.bool_] = (of[0] >= _ALL_SIDES) & (of[1] >= _ALL_SIDES) & (of[0] + of[1] >= _INK)
    return inked.astype(np.uint8)


def _fill(mask: NDArray[np.uint8], box: Rect, value: int) -> None:
    left, top = max(0, box.x // _CELL), max(0, box.y // _CELL)
    right, bottom = -(-box.right // _CELL), -(-box.bottom // _CELL)
    if value:  # a window's own cells; what is outside by a part of a cell is not its
        right, bottom = box.right // _CELL, box.bottom // _CELL
    mask[top : max(top, bottom), left : max(left, right)] = value


def _lines(cells: NDArray[np.uint8]) -> list[Rect]:
    """Rows of ink, gaps of a word bridged, that are long enough for words and higher than nothing."""
    bridged = cv2.morphologyEx(cells, cv2.MORPH_CLOSE, np.ones((1, 5), np.uint8))
    count, _, stats, _ = cv2.connectedComponentsWithStats(bridged, connectivity=8)
    found: list[Rect] = []
    for left, top, wide, high, area in stats[1:count]:
        if wide >= _LEAST and area >= _LEAST and area >= wide * min(int(high), 2) // 3:
            found.append(Rect(int(left) * _CELL, int(top) * _CELL, int(wide) * _CELL, int(high) * _CELL))
    return found


def _joined(boxes: list[Rect]) -> list[Rect]:
    """Lines that stand together as one place, with a margin that a reader needs."""
    grown = [box.grow(2 * _CELL) for box in boxes]
    again = True
    while again:
        again = False
        for at, box in enumerate(grown):
            other = next((n for n in range(at + 1, len(grown)) if grown[n].intersect(box)), None)
            if other is not None:
                joined = grown.pop(other)
                grown[at] = Rect.from_corners(
                    min(box.x, joined.x),
                    min(box.y, joined.y),
                    max(box.right, joined.right),
                    max(box.bottom, joined.bottom),
                )
                again = True
                break
    return grown
