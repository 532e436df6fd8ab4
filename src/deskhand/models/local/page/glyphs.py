"""Letters drawn one by one, told from their look-alikes by the shape of their ink.

The print reader knows words; of crooked letters that make none it takes a large O for a nought and a small s for a
large one. Each letter is one patch of ink, and its height and its narrowness among the others say which it is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np

from deskhand.screen.geometry import Rect
from deskhand.vision.picture import Picture

_EITHER = "cosvwxzu"
"""Letters whose small and large form are alike but for their height."""
_ROUND = "O0o"
_NARROW = 0.84
"""A nought is narrower than that, a large O is not, however it is turned."""
_LOW = 0.74
"""Small letters are that high against large ones."""
_INK = 110
"""Steps of 255 from the paper."""


@dataclass(frozen=True, slots=True)
class Glyph:
    x: int
    height: int
    narrow: float
    """Its shorter side over its longer one, turned upright; 1 a circle."""


def likeliest(picture: Picture, region: Rect, readings: Sequence[str]) -> str:
    """Of several readings of one word, that one which has as many letters as there are patches of ink, set right."""
    glyphs = _glyphs(picture, region)
    told = [text for text in readings if text]
    fitting = [text for text in told if len(text) == len(glyphs)]
    if not fitting:
        return max(told, key=len, default="")
    return _set_right(Counter(fitting).most_common(1)[0][0], glyphs)


def _glyphs(picture: Picture, region: Rect) -> list[Glyph]:
    part = picture[region.y : region.bottom, region.x : region.right].astype(int)
    ink = (np.abs(part - np.median(part.reshape(-1, 3), axis=0)).max(axis=2) > _INK).astype(np.uint8)
    count, labels, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    found: list[Glyph] = []
    spans: list[tuple[int, int]] = []
    for index in sorted(range(1, count), key=lambda index: -int(stats[index, 4])):
        left, right = int(stats[index, 0]), int(stats[index, 0] + stats[index, 2])
        flat = stats[index, 2] > 4 * stats[index, 3]  # the edge of the field under it
        if stats[index, 4] <= 30 or flat or any(a - 2 <= left and right <= b + 2 for a, b in spans):
            continue  # a speck, a line, or the dot of an i
        spans.append((left, right))
        points = np.argwhere(labels == index)[:, ::-1].astype(np.float32)
        sides = sorted(float(side) for side in cv2.minAreaRect(points)[1])
        found.append(Glyph(int(stats[index, 0]), int(stats[index, 3]), sides[0] / max(1.0, sides[1])))
    return sorted(found, key=lambda glyph: glyph.x)


def _set_right(text: str, glyphs: Sequence[Glyph]) -> str:
    tall = [
        glyph.height
        for glyph, letter in zip(glyphs, text, strict=True)
        if letter.lower() not in _EITHER and (letter.isupper() or letter.isdigit() or letter in "bdfhklt")
    ]
    low = [glyph.height for glyph, letter in zip(glyphs, text, strict=True) if letter in "aemnr"]
    usual = float(np.median(tall)) if tall else float(np.median(low)) / _LOW if low else 0.0

    def right(glyph: Glyph, letter: str) -> str:
        if letter in _ROUND:
            if usual and glyph.height < 0.8 * usual:
                return "o"
            return "0" if glyph.narrow < _NARROW else "O" if usual or letter != "o" else "o"
        if usual and letter.lower() in _EITHER:
            return letter.lower() if glyph.height < 0.8 * usual else letter.upper()
        return letter

    return "".join(right(glyph, letter) for glyph, letter in zip(glyphs, text, strict=True))
