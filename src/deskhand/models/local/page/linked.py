"""Links in running text: words whose ink is of another colour than that of the words around them."""

from __future__ import annotations

import re

import numpy as np

from deskhand.models.local.counted import at
from deskhand.models.local.page.sheet import Sheet
from deskhand.models.local.page.words import ordinal
from deskhand.screen.geometry import Rect

NTH = re.compile(r"(?:the )?(?P<nth>[\w]+) (?:hyper)?link\b(?! (?:called|named|labell?ed|\"))", re.IGNORECASE)
_COLOURED = 60
"""How far the channels of an ink are apart: black and grey have none."""


def links(sheet: Sheet) -> list[Rect]:
    """One box for each stretch of coloured words, in reading order; a line that is all coloured is a link too."""
    found: list[Rect] = []
    for line in sorted(sheet.lines, key=lambda line: (line.box.y // max(1, int(sheet.unit)), line.box.x)):
        before: Rect | None = None
        for word in line.words:
            if not _coloured(sheet, word.box):
                before = None
                continue
            if before is not None:
                found[-1] = before = Rect(before.x, before.y, word.box.right - before.x, before.height)
            else:
                found.append(before := word.box)
    return found


def nth_link(sheet: Sheet, words: str) -> Rect | None:
    """``the third link in the paragraph``."""
    told = NTH.match(words.strip())
    nth = ordinal(told["nth"]) if told is not None else None
    return at(links(sheet), nth) if nth is not None else None


def _coloured(sheet: Sheet, box: Rect) -> bool:
    part = sheet.picture[box.y : box.bottom, box.x : box.right].reshape(-1, 3).astype(int)
    if not len(part):
        return False
    ground = np.median(part, axis=0)
    far = np.abs(part - ground).max(axis=1)
    ink = part[far > 0.75 * far.max()] if far.max() > 60 else part[:0]
    if not len(ink):
        return False
    middle = np.median(ink, axis=0)
    return bool(middle.max() - middle.min() > _COLOURED and ground.max() - ground.min() < _COLOURED)
