# ruff: noqa: E501 - a pattern is read more easily in one line
"""A code, word or number that the page shows and the wish only points to: "type the code shown below"."""

from __future__ import annotations

import re

from deskhand.models.local.layout import same_row
from deskhand.models.local.page.pane import Pane
from deskhand.models.local.page.sheet import Sheet
from deskhand.screen.geometry import Rect
from deskhand.vision.scene import TextLine

SHOWN = re.compile(
    r"(?:the|this|that|your) (?:\w+ )?(?P<what>code|number|text|words?|password|pin|key|letters|digits|characters|name|phrase|sentence|amount|price|date|time|address|answer|value|token|captcha|id)"
    r"(?: (?:that |which )?(?:is |are |you (?:can )?(?:see|read) )?(?:shown|displayed|written|printed|given|seen|below|above|here|there|on top|underneath|in (?:the )?(?:bold|grey|gray|box|picture|image|frame|card|text|note|message)|on the (?:page|screen|left|right|card|label|ticket|note|sign)|at the (?:top|bottom)|you (?:can )?(?:see|read)))+",
    re.IGNORECASE,
)


async def shown(pane: Pane, what: str) -> str | None:
    """The code that a page shows: behind "Your code is", under it, or what looks most like one."""
    sheet = await pane.sheet()
    fields = sheet.of("field", "area")
    lines = [line for line in sheet.lines if not _sends(sheet, line)]
    labels = [line for line in lines if any(_labels(line, field.box) for field in fields)]
    naming = [line for line in lines if re.search(rf"\b{re.escape(what.rstrip('s'))}", line.text, re.I)]
    for line in naming:
        if told := re.search(r"(?::|\bis\b|=)\s*(?P<told>\S.*)$", line.text):
            return told["told"].strip(" .")
    for line in [line for line in naming if line not in labels]:
        after = [each for each in lines if each not in labels and _follows(line, each, sheet.unit)]
        if after:
            return min(after, key=lambda each: (each.box.y, each.box.x)).text.strip()
    return _codelike([line for line in lines if line not in labels and line not in naming])


def _sends(sheet: Sheet, line: TextLine) -> bool:
    """Whether it stands on a button; a code in a grey frame looks like one, but is under no field."""
    low = max((thing.box.y for thing in sheet.of("field", "area", "select")), default=sheet.body.bottom)
    own = any(thing.box.contains(line.box.center) for thing in sheet.of("button", "select"))
    return own and line.box.y > low - 4


def _labels(line: TextLine, field: Rect) -> bool:
    return same_row(line.box, field) and line.box.right <= field.x + 4


def _follows(line: TextLine, other: TextLine, unit: float) -> bool:
    beside = abs(line.box.center.y - other.box.center.y) < unit and other.box.x > line.box.right - 4
    below = 0 <= other.box.y - line.box.bottom < 2.5 * unit and other.box.x < line.box.right
    return other is not line and (beside or below)


def _codelike(lines: list[TextLine]) -> str | None:
    """The line with digits or capitals only, or the largest print."""

    def rank(line: TextLine) -> tuple[bool, int]:
        return re.fullmatch(r"[A-Z0-9][A-Z0-9 -]{2,}", line.text.strip()) is not None, line.box.height

    best = max(lines, key=rank, default=None)
    return None if best is None else best.text.strip()
