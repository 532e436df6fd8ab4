"""A detected "line" taken apart: check boxes beside a label are not its letters, and columns are not one line.

The detector happily puts a check box, its label and the radio button after it into one box. What belongs to a character
is at most about as wide as the font is high, and stands around the place where the line reader saw it.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from deskhand.vision import letters
from deskhand.vision.picture import Mask
from deskhand.vision.repair import Placed, fixed_pitch

WIDEST = 1.1
"""Of the font size: no character is wider (W and kanji are 1.0), so what is wider holds a neighbour that is none."""
NARROW = frozenset("Iil1|.,:;'!tfrj()[]")
NARROWEST = 0.6
"""Of the font size, for narrow characters at either end of a line, where icons stand."""
LEAST_CUT = 0.1
COLUMN_GAP = 1.1
"""Of the font size: entries of a menu bar stand 1.2 apart, words at most 0.8 even in justified text."""
COLUMN_CELLS = 4.0
"""In fixed-width text, where two spaces are common inside a line of a terminal."""


def trimmed(line: list[Placed], centers: list[float], ink: Mask) -> list[Placed]:
    """Every character without the ink that is too far from where it was seen to belong to it."""
    height = _text_height(line, ink)
    em = letters.em_size("".join(place.character for place in line), height)
    columns = np.asarray(ink.any(axis=0))
    result: list[Placed] = []
    for index, (place, center) in enumerate(zip(line, centers, strict=True)):
        at_end = index in (0, len(line) - 1)
        widest = (NARROWEST if at_end and place.character in NARROW else WIDEST) * em
        # On a line of a few pixels a character's share, worked out from the font, may end beyond the ink.
        end = min(place.right, len(columns))
        if not place.character.isspace() and end - place.left > widest:
            left, right = _around(columns, place.left, end, center, em)
            place = replace(place, left=left, right=right)
        result.append(place)
    return result


def split(line: list[Placed], height: int) -> list[list[Placed]]:
    """The line cut where a gap is too wide for a space."""
    em = letters.em_size("".join(place.character for place in line), height)
    pitch = fixed_pitch(line, em)
    widest = COLUMN_GAP * em if pitch is None else COLUMN_CELLS * pitch
    parts: list[list[Placed]] = []
    for place in line:
        if place.character.isspace():
            if parts:
                parts[-1].append(place)
            continue
        last = next((p for p in reversed(parts[-1]) if not p.character.isspace()), None) if parts else None
        if last is None or place.left - last.right > widest:
            parts.append([])
        parts[-1].append(place)
    for part in parts:
        while part[-1].character.isspace():
            part.pop()
    return parts


def _text_height(line: list[Placed], ink: Mask) -> int:
    """The height of the ink of the characters that are not suspiciously wide."""
    whole = ink.shape[0]
    rows = np.zeros(whole, np.bool_)
    for place in line:
        if not place.character.isspace() and place.right - place.left <= whole:
            rows |= ink[:, place.left : place.right].any(axis=1)
    inked = np.flatnonzero(rows)
    return int(inked[-1] - inked[0]) + 1 if len(inked) else whole


def _around(columns: NDArray[np.bool_], left: int, right: int, center: float, em: float) -> tuple[int, int]:
    """The part of ``left`` to ``right`` that holds ``center``, bounded by gaps that are wide enough to part letters."""
    least = max(2, round(LEAST_CUT * em))
    low, high = left, right
    start: int | None = None
    for x in range(left, right + 1):
        empty = x < right and not columns[x]
        if empty and start is None:
            start = x
        elif not empty and start is not None:
            if x - start >= least:
                if x <= center + 0.1 * em and x > low:
                    low = x
                elif start >= center - 0.1 * em and start < high:
                    high = start
            start = None
    return (low, high) if high > low else (left, right)
