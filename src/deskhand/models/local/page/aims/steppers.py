"""A number of an entry stepped up or down to what is wished, by the signs in that entry: degrees, pieces, guests."""

from __future__ import annotations

import re
import unicodedata

from deskhand.models.local.page.aims.controls import controls_of
from deskhand.models.local.page.aims.hear import Aim
from deskhand.models.local.page.aims.likeness import spoken_of
from deskhand.models.local.page.pane import Pane
from deskhand.models.local.page.sheet import Sheet
from deskhand.screen.geometry import Rect
from deskhand.vision.scene import TextLine

_TO = re.compile(
    r"(?:\b(?:to|at)\s+|を|は)(?P<value>\d+(?:\.\d+)?)\s*(?:°|degrees?|度|個|人|名|枚|本|つ|%|％)?", re.IGNORECASE
)
_NUMBER = re.compile(r"(?<![\w.])\d+(?:\.\d+)?")
_MORE, _LESS = ("+", "＋", "▲", "▴"), ("-", "−", "–", "—", "－", "ー", "一", "▼", "▾")
_MOST = 40


async def step(pane: Pane, aim: Aim) -> bool:
    """``bedroom to 17.5 degrees``; ``りんごを3個に``."""
    told = _TO.search(unicodedata.normalize("NFKC", aim.text))
    if told is None:
        return False
    wanted = float(told["value"])
    sheet = await pane.sheet()
    found = _number(sheet, aim)
    if found is None:
        return False
    frame, line = found
    signs = {more: _sign(sheet, frame, more=more) for more in (True, False)}
    for _ in range(_MOST):
        value = await _shown(pane, frame, line)
        if value is None:
            return False
        if abs(value - wanted) < 0.001:
            return True
        sign = signs[wanted > value]  # looked for once: under the pointer it is not read
        if sign is None:
            return False
        await pane.click(sign, "More." if wanted > value else "Less.")
        if not await pane.hand.took_effect():
            return False
    return False


async def _shown(pane: Pane, frame: Rect, was: TextLine) -> float | None:
    """What the number says now: looked at again with the pointer out of the way where it is not read."""
    for attempt in range(2):
        lines = [
            line for line in (await pane.sheet()).lines
            if frame.contains(line.box.center)
            and abs(line.box.center.x - was.box.center.x) < 3 * max(12, was.box.height)
            and _NUMBER.match(unicodedata.normalize("NFKC", line.text.strip()))
        ]  # fmt: skip
        if lines:
            nearest = min(lines, key=lambda line: abs(line.box.center.x - was.box.center.x))
            shown = _NUMBER.search(unicodedata.normalize("NFKC", nearest.text))
            return None if shown is None else float(shown[0])
        if attempt == 0:
            await pane.hand.step_aside()
    return None


def _number(sheet: Sheet, aim: Aim) -> tuple[Rect, TextLine] | None:
    """The number beside or under the name that is meant, and the frame around both."""
    names = [
        line for line in sheet.lines if spoken_of(line.text, aim.said) >= 1 and not _NUMBER.fullmatch(line.text.strip())
    ]
    for name in names:
        frames = sorted(
            (t.box for t in sheet.things if t.box.contains(name.box.center) and t.box.height > 2 * sheet.unit),
            key=lambda box: box.area,
        )
        row = Rect(sheet.body.x, name.box.y - 10, sheet.body.width, name.box.height + 20)
        for frame in (*frames[:2], row):
            numbers = [
                line for line in sheet.lines
                if frame.contains(line.box.center) and _NUMBER.match(line.text.strip()) and len(line.text.strip()) < 8
            ]  # fmt: skip
            if numbers and _sign(sheet, frame, more=True) is not None and _sign(sheet, frame, more=False) is not None:
                return frame, max(numbers, key=lambda line: line.box.height)
    return None


def _sign(sheet: Sheet, frame: Rect, *, more: bool) -> Rect | None:
    inside = [one for one in controls_of(sheet) if frame.contains(one.box.center)]
    named = [one.box for one in inside if one.label.strip() in (_MORE if more else _LESS)]
    if named:
        return named[0]
    round_ones = sorted(
        (
            region.box for region in sheet.regions
            if frame.contains(region.box.center) and abs(region.box.width - region.box.height) < 5
            and 1.2 * sheet.unit < region.box.width < 4 * sheet.unit
        ),
        key=lambda box: box.x,
    )  # fmt: skip
    pairs = [
        (a, b)
        for a in round_ones
        for b in round_ones
        if b.x > a.right and abs(a.y - b.y) < 4 and abs(a.width - b.width) < 4
    ]
    return (pairs[0][1] if more else pairs[0][0]) if len(pairs) == 1 else None
