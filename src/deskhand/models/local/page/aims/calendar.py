# ruff: noqa: E501 - a date is read more easily in one line
"""Days chosen in a calendar: paged to their month by its arrows, then clicked, the first and the last of a stay."""

from __future__ import annotations

import re
import unicodedata

from deskhand.models.local.page.aims.controls import controls_of
from deskhand.models.local.page.aims.hear import Aim
from deskhand.models.local.page.pane import Pane
from deskhand.models.local.page.sheet import Sheet
from deskhand.models.local.page.words import MONTHS
from deskhand.screen.geometry import Rect

_SHORT = "|".join(month[:3] for month in MONTHS)
_MONTH = rf"(?P<month>(?:{_SHORT})[a-z]*)\.?"
_DAYS = (
    rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? {_MONTH}(?:,? (?P<year>\d{{4}}))?",
    rf"{_MONTH} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?!\d)(?:,? (?P<year>\d{{4}}))?",
    r"(?:(?P<year>\d{4})年)?(?P<number>\d{1,2})月(?P<day>\d{1,2})日?",
    r"(?P<year>\d{4})-(?P<number>\d{2})-(?P<day>\d{2})",
)
_UNTIL = (
    r"(?:\s*(?:から|〜|~|–|—|-|to|until|till|through|and)\s*(?:the )?)(?P<last>\d{1,2})(?:st|nd|rd|th)?日?(?![\d月:])"
)
_HEAD = re.compile(
    rf"(?P<name>{_SHORT})[a-z]*\.?,? (?P<year>\d{{4}})|(?P<year2>\d{{4}})\s*年\s*(?P<number>\d{{1,2}})\s*月|(?P<year3>\d{{4}})[/.-](?P<number3>\d{{1,2}})$",
    re.IGNORECASE,
)
_NEXT = re.compile(r"^(?:>|›|»|→|▶|▸|next.*|次.*|翌月)$", re.IGNORECASE)
_BACK = re.compile(r"^(?:<|‹|«|←|◀|◂|prev.*|back|前.*)$", re.IGNORECASE)


def days_in(text: str) -> list[tuple[int | None, int, int]]:
    """The days that are named: year if it is told, month, day; both ends of a span."""
    folded = unicodedata.normalize("NFKC", text)
    found: list[tuple[int, tuple[int | None, int, int]]] = []
    for words in _DAYS:
        for hit in re.finditer(words, folded, re.IGNORECASE):
            parts = hit.groupdict()
            month = int(parts["number"]) if parts.get("number") else month_of(parts["month"])
            year = int(parts["year"]) if parts.get("year") else None
            day = (year, month, int(parts["day"]))
            if all(day[1:] != other[1:] for _, other in found):
                found.append((hit.start(), day))
            after = re.match(_UNTIL, folded[hit.end() :], re.IGNORECASE)
            if after is not None and (last := (year, month, int(after["last"]))) not in [other for _, other in found]:
                found.append((hit.end(), last))
            before = re.search(
                r"(\d{1,2})(?:st|nd|rd|th)?\s*(?:to|until|till|–|-|and)\s*(?:the )?$", folded[: hit.start()]
            )
            if before is not None:
                found.append((before.start(), (year, month, int(before[1]))))
    return [day for _, day in sorted(found, key=lambda pair: pair[0])]


def month_of(name: str) -> int:
    return next(index for index, month in enumerate(MONTHS, 1) if month.startswith(name[:3].lower()))


def heading(sheet: Sheet) -> tuple[int, int, Rect] | None:
    """The year and month that the calendar shows, and where it says so."""
    for line in sheet.lines:
        found = _HEAD.search(unicodedata.normalize("NFKC", line.text.strip()))
        if found is not None and len(line.text) < 24:
            year = int(found["year"] or found["year2"] or found["year3"])
            month = month_of(found["name"]) if found["name"] else int(found["number"] or found["number3"])
            if _cell(sheet, line.box, 15) is not None:
                return year, month, line.box
    return None


def _cell(sheet: Sheet, head: Rect, day: int) -> Rect | None:
    """The cell of a day under the heading."""
    below = [(word.text, word.box) for line in sheet.lines if line.box.y > head.y for word in line.words]
    fitting = [box for text, box in below if text.strip() == str(day)]
    return (
        min(fitting, key=lambda box: (box.y, abs(box.center.x - head.center.x)), default=None)
        if day > 7 or len(fitting) == 1
        else (fitting[0] if fitting else None)
    )


async def choose(pane: Pane, aim: Aim) -> bool:
    """``11月12日から15日まで``; ``from 12 to 15 November``."""
    days = days_in(f"{aim.about} {aim.text}")
    if not days or heading(await pane.sheet()) is None:
        return False
    for year, month, day in days:
        shown = heading(await pane.sheet())
        if shown is None:
            return False
        following = year or (shown[0] if month >= shown[1] else shown[0] + 1)
        if not await turn(pane, following, month) and (year or not await turn(pane, shown[0], month)):
            return False  # of a month that is past, with no year told, the next is meant, if the calendar goes so far
        cell = cell_of(await pane.sheet(), day)
        if cell is None:
            return False
        await pane.click(cell, f"Choose the {day}.")
        await pane.hand.took_effect()
    pane.meant.add("days")
    return True


async def turn(pane: Pane, year: int | None, month: int) -> bool:
    """Page the calendar to a month, of the year that shows where none is told; whether it came there."""
    for _ in range(26):
        shown = heading(await pane.sheet())
        if shown is None:
            return False
        off = (year or shown[0]) * 12 + month - (shown[0] * 12 + shown[1])
        if off == 0:
            return True
        arrow = _arrow(await pane.sheet(), shown[2], forward=off > 0)
        if arrow is None:
            return False
        await pane.click(arrow, "Go to the next month." if off > 0 else "Go to the month before.")
        await pane.hand.took_effect()
        now = heading(await pane.sheet())
        if now is not None and now[:2] == shown[:2]:
            return False  # it goes no further
    return False


def cell_of(sheet: Sheet, day: int) -> Rect | None:
    """The cell of a day in the month that shows; None when no calendar does."""
    shown = heading(sheet)
    return None if shown is None else _cell(sheet, shown[2], day)


def _arrow(sheet: Sheet, head: Rect, *, forward: bool) -> Rect | None:
    signs = _NEXT if forward else _BACK
    level = [c for c in controls_of(sheet) if abs(c.box.center.y - head.center.y) < 2 * sheet.unit]
    named = [c.box for c in level if signs.match(c.label.strip())]
    if named:
        return min(named, key=lambda box: abs(box.center.x - head.center.x))
    marks = [mark.box for mark in sheet.marks if abs(mark.box.center.y - head.center.y) < sheet.unit]
    side = [box for box in marks if (box.x > head.right if forward else box.right < head.x)]
    if not side:  # a face on which nothing was read
        small = [
            t.box
            for t in sheet.things
            if t.box.width < 4 * sheet.unit and abs(t.box.center.y - head.center.y) < sheet.unit
        ]
        side = [box for box in small if (box.x > head.right if forward else box.right < head.x)]
    return min(side, key=lambda box: abs(box.center.x - head.center.x), default=None)
