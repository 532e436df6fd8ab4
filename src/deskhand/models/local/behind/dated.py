"""Rows of a month, a year or a day of the week: what a question says of time is no word that a cell holds.

“The total in February” must not be the total of all, and a table says 2026-02-17.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from deskhand.models.local.behind.asking import days_in
from deskhand.models.local.behind.measures import moment_in
from deskhand.models.local.behind.table import Table

_MONTHS = "january february march april may june july august september october november december".split()  # noqa: SIM905
_FULL = "|".join(name for name in _MONTHS if name != "may")
_SHORT = r"(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)(?=\b\.?(?!\w))"
_NAMED = re.compile(rf"\b({_FULL}|{_SHORT})\b", re.I)
_MAY = re.compile(r"\b(?:in|of|during|for|this|last|next)\s+May\b|\bMay\s+(?:19|20)\d\d\b|\bMay['’]s\b")
_NUMBERED = re.compile(r"(?<!\d)(1[0-2]|[1-9])\s*月(?!\s*\d)")
_YEAR = re.compile(r"(?<![\d.,-])((?:19|20)\d\d)(?:\s*年|(?![\d.,-]*\d))")
_WEEKDAYS = (
    (re.compile(r"\bmondays?\b|月曜", re.I), 0), (re.compile(r"\btuesdays?\b|火曜", re.I), 1),
    (re.compile(r"\bwednesdays?\b|水曜", re.I), 2), (re.compile(r"\bthursdays?\b|木曜", re.I), 3),
    (re.compile(r"\bfridays?\b|金曜", re.I), 4), (re.compile(r"\bsaturdays?\b|土曜", re.I), 5),
    (re.compile(r"\bsundays?\b|日曜", re.I), 6),
)  # fmt: skip
MOST = 0.7
"""The part of a column's cells that must be dates."""


def within(table: Table, said: str) -> tuple[list[int], str] | None:
    """The rows of the months, the year and the days of the week that are said, and the question without these; None
    where none are said, or the table has no one column of whole dates."""
    months = {_month(found[1]) for found in _NAMED.finditer(said)} | {
        int(found[1]) for found in _NUMBERED.finditer(said)
    }
    if _MAY.search(said):
        months.add(5)
    years = {int(found[1]) for found in _YEAR.finditer(said)}
    weekdays = {number for form, number in _WEEKDAYS if form.search(said)}
    if not (months or years or weekdays):
        return None
    columns = [at for at in range(table.width) if _is_dated(table.column(at))]
    if len(columns) != 1 or len(months) > 1 or len(years) > 1:
        return None
    kept = []
    for at, cell in enumerate(table.column(columns[0])):
        day = _day(cell)
        if day is None:
            continue
        fits = (not months or day.month in months) and (not years or day.year in years)
        if fits and (not weekdays or day.weekday() in weekdays):
            kept.append(at)
    rest = _YEAR.sub(" ", _MAY.sub(" ", _NUMBERED.sub(" ", _NAMED.sub(" ", said))))
    for form, _ in _WEEKDAYS:
        rest = form.sub(" ", rest)
    return kept, rest


def _month(name: str) -> int:
    return next(number for number, full in enumerate(_MONTHS, 1) if full.startswith(name.lower()[:3]))


def _day(cell: str) -> date | None:
    moment = moment_in(cell)
    if moment is None or len(moment) < 3 or not 1900 <= moment[0] <= 2200:
        return None
    try:
        return date(*moment[:3])
    except ValueError:
        return None


def _is_dated(cells: tuple[str, ...]) -> bool:
    return sum(_day(cell) is not None for cell in cells) >= MOST * len(cells)


_RELATIVE = (
    (re.compile(r"\bday after tomorrow\b|明後日|あさって", re.I), 2),
    (re.compile(r"\btomorrow(?:['’]s)?\b|明日|あした", re.I), 1),
    (re.compile(r"\byesterday(?:['’]s)?\b|昨日|きのう", re.I), -1),
    (re.compile(r"\btoday(?:['’]s)?\b|\btonight\b|今日|本日|きょう", re.I), 0),
)


def days_from_today(question: str) -> int | None:
    """How many days from today the question is about; None where it names none of these days."""
    return next((days for form, days in _RELATIVE if form.search(question)), None)


def is_limited(question: str) -> bool:
    """Whether it asks about some days only."""
    forms = (_NAMED, _MAY, _NUMBERED, _YEAR, *(form for form, _ in _WEEKDAYS))
    return (
        days_from_today(question) is not None or bool(days_in(question)) or any(one.search(question) for one in forms)
    )


def of_day(table: Sequence[str], day: date) -> list[str]:
    """The rows, cells apart by tabs, that have a cell which begins on that day."""
    return [row for row in table if any(_day(cell) == day for cell in row.split("\t"))]
