"""Can a person see this text? What only the program tells, and the eye does not see, was not meant for people.

White on white, one pixel high, behind a picture: such text reaches a model through the accessibility tree, a page's
source or a sharper eye. How much a text stands out is measured on the pixels themselves.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

import numpy as np

from deskhand.screen.geometry import Rect, Size
from deskhand.vision.picture import Picture

Sight: TypeAlias = Literal["plain", "faint", "tiny", "hidden"]

FAINT = 1.6
"""Contrast ratio below which text is not read by people; the guideline for body text is 4.5."""
HIDDEN = 1.12
ROW = 24
"""Pixels of a strip in which a line stands: three short ones in an empty document are less than 1 % of it, and were
called hidden."""
TINY = 7
"""Pixels of a line of text: letters of 4 pixels."""


def sight(picture: Picture, box: Rect) -> Sight:
    """How the text in ``box`` looks on ``picture`` (RGB)."""
    part = box.clip(Size(picture.shape[1], picture.shape[0]))
    if part is None or part.width < 3 or part.height < 3:
        return "hidden"
    ratio = contrast(crop := picture[part.y : part.bottom, part.x : part.right])
    if ratio < FAINT and part.height > 2 * ROW:
        ratio = max(contrast(crop[at : at + ROW]) for at in range(0, part.height - ROW + 1, ROW // 2))
    if ratio < HIDDEN:
        return "hidden"
    if box.height <= TINY:
        return "tiny"
    return "faint" if ratio < FAINT else "plain"


def contrast(crop: Picture) -> float:
    """Between the ground and what stands on it, as the accessibility guidelines count it: 1 is none, 21 the most.

    The ground is the commonest brightness; what stands out most from it, in 1 % of the pixels at least, is the text.
    """
    linear = np.where(crop <= 10, crop / 3294.6, ((crop / 255 + 0.055) / 1.055) ** 2.4)
    light = linear @ np.array([0.2126, 0.7152, 0.0722])
    levels = np.round(light.ravel(), 2)
    values, counts = np.unique(levels, return_counts=True)
    ground = float(values[counts.argmax()])
    enough = max(2, levels.size // 100)
    best = 1.0
    above = np.sort(light[light > ground + 0.004].ravel())[::-1]
    below = np.sort(light[light < ground - 0.004].ravel())
    for side in (above, below):
        if side.size >= enough:
            other = float(side[enough - 1])
            high, low = max(ground, other), min(ground, other)
            best = max(best, (high + 0.05) / (low + 0.05))
    return best
