# ruff: noqa: E501 - a pattern is read more easily in one line
"""A calendar that lies open on the page: turned to its month by the arrows, a day of it clicked."""

from __future__ import annotations

import re

from deskhand.models.local.hand import Stuck
from deskhand.models.local.page import acts
from deskhand.models.local.page.aims import calendar
from deskhand.models.local.page.pane import Pane
from deskhand.models.local.page.words import MONTHS

_MONTH = "(?:" + "|".join(f"{month[:3]}(?:{month[3:]})?\\.?" for month in MONTHS) + r"|sept\.?)"
_GO = r"(?:go|turn|switch|change|move|page|browse|navigate|scroll|flip|set)(?: (?:on|forward|back|ahead|the calendar|the month))*(?: to)?|open|show|find|display|choose|select|pick"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
MONTH = (
    rf"(?:{_GO})(?: the)?(?: month)?(?: of)? (?P<month>{_MONTH})(?:,? (?P<year>\d{{4}}))?(?: (?:in|on|of) (?:the |this )?calendar)?",
)
_PICK = r"(?:click|press|choose|select|pick|tap|take|mark|book|set)(?: on)?"
DAY = (
    rf"{_PICK}(?: the)?(?: day| date| cell)?(?: of)?(?: the)? (?:day|date|number) {_DAY}(?: (?:in|on|of) (?:the |this |that )?(?:calendar|month))?",
    rf"{_PICK} the (?P<day>\d{{1,2}})(?:st|nd|rd|th)(?: day)?(?: (?:in|on|of) (?:the |this |that )?(?:calendar|month))?",
)
BOTH = (
    rf"{_PICK}(?: the)?(?: day| date)?(?: of)?(?: the)? {_DAY}(?: of)? (?P<month>{_MONTH})(?:,? (?P<year>\d{{4}}))?(?: (?:in|on|from) (?:the |this )?(?:calendar|date ?picker))?",
    rf"{_PICK}(?: the)?(?: day| date)?(?: of)?(?: the)? (?P<month>{_MONTH}) {_DAY}(?!\d)(?:,? (?P<year>\d{{4}}))?(?: (?:in|on|from) (?:the |this )?(?:calendar|date ?picker))?",
)


async def go(pane: Pane, match: re.Match[str]) -> None:
    """``Go to June``."""
    if calendar.heading(await pane.sheet()) is None:  # no calendar: a tab, a page or an option of that name
        await acts.select(pane, match["month"] if match["year"] is None else f"{match['month']} {match['year']}")
        return
    await _turn(pane, match)


async def _turn(pane: Pane, match: re.Match[str]) -> None:
    year = int(match["year"]) if match["year"] else None
    if not await calendar.turn(pane, year, calendar.month_of(match["month"])):
        raise Stuck(f"I see no way to turn the calendar to {match['month']}.")


async def day(pane: Pane, match: re.Match[str]) -> None:
    """``Click day 17``: of the month that shows."""
    cell = calendar.cell_of(await pane.sheet(), int(match["day"]))
    if cell is None:
        await acts.select(pane, f'"{match["day"]}"')
        return
    await pane.click(cell, f"Choose the {match['day']}.")
    pane.last = cell


async def both(pane: Pane, match: re.Match[str]) -> None:
    """``Pick 17 June``."""
    sheet = await pane.sheet()
    if calendar.heading(sheet) is None:
        for name in _spelt(match):
            if await pane.texts(name, 0.95):
                await acts.select(pane, f'"{name}"')
                return
        raise Stuck(f"I see no calendar, and no “{_spelt(match)[0]}” on the page.")
    await _turn(pane, match)
    await day(pane, match)


def _spelt(match: re.Match[str]) -> tuple[str, ...]:
    month, number = match["month"], match["day"]
    return (f"{month} {number}", f"{number} {month}", f"{month[:3]} {number}", f"{number} {month[:3]}")
