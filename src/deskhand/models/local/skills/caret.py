"""Where a caret stands behind a number: it is read as one more digit, “171.14|” as 171.141.

A display that is only a little off by it looks right beside the sum, so the stroke itself is looked for: it is taller
than the digits, or, where something is known to be wrong, no wider than a caret is.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

WIDE = 3
"""Pixels that a caret is wide at most."""
TALLER = 1.2
"""How much taller than the digits."""
_INK = 60
"""What is this far from the ground is drawn."""


def caret(pixels: NDArray[np.uint8], *, doubtful: bool) -> int | None:
    """The column in which the caret begins that ends a line; None where it ends with none. ``doubtful``: any thin
    stroke is one."""
    part = pixels.astype(np.int16)
    ink = np.abs(part - np.median(part, axis=(0, 1))).max(axis=2) > _INK
    columns = np.flatnonzero(ink.any(axis=0))
    if len(columns) < 2:
        return None
    heights = np.array([np.ptp(np.flatnonzero(ink[:, column])) + 1 for column in columns])
    digits = heights[columns < (columns[0] + columns[-1]) / 2]
    tall = heights > TALLER * digits.max(initial=1)
    short = np.flatnonzero(~tall)
    if tall[-1] and len(short) and len(digits) > 1:
        return int(columns[short[-1] + 1])
    last = np.split(columns, np.flatnonzero(np.diff(columns) > 1) + 1)[-1]
    return int(last[0]) if doubtful and len(last) <= WIDE else None
