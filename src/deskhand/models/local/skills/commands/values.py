"""A value as a field wants it: a date in the order that the field shows, a number with its comma."""

from __future__ import annotations

import re
from datetime import date

from deskhand.models.local.skills.commands.days import day_said, time_said, written_like

_NUMBER = re.compile(r"^(?:[€$¥£]\s?)?[-+]?[\d][\d.,' ]*\s*(?:%|px|pt|mm|cm|€|\$|¥|£|円)?$")
_DATE = re.compile(r"^(\d{1,4})([-/.])(\d{1,2})\2(\d{1,4})$")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_FILE = re.compile(r"^[^\s/][^/]*(?:/[^/]+)*\.[A-Za-z][A-Za-z0-9]{0,4}$")


def is_number(value: str) -> bool:
    return _NUMBER.match(value.strip()) is not None and day_of(value) is None


def is_file(value: str) -> bool:
    return _FILE.match(value.strip()) is not None or value.startswith(("/", "~/"))


def is_time(value: str) -> bool:
    return time_said(value) != ""


def day_of(value: str) -> date | None:
    """The day that a value names, where it names a whole one: year first, or a month by its name."""
    text = value.strip().lower()
    numbers: tuple[int, int, int] | None = None
    if (found := re.match(r"^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$", text)) or (
        found := re.match(r"^(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日$", text)
    ):
        numbers = int(found[1]), int(found[2]), int(found[3])
    elif found := re.match(r"^([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$", text):
        numbers = int(found[3]), _month(found[1]), int(found[2])
    elif found := re.match(r"^(\d{1,2})(?:st|nd|rd|th)?\.?\s+(?:of\s+)?([a-z]{3,9})\.?,?\s+(\d{4})$", text):
        numbers = int(found[3]), _month(found[2]), int(found[1])
    if numbers is None:
        return day_said(value, date.today())
    try:
        return date(*numbers)
    except ValueError:
        return None


def _month(name: str) -> int:
    return _MONTHS.index(name[:3]) + 1 if name[:3] in _MONTHS else 0


def as_shown(value: str, shown: str) -> str:
    """``value`` in the form of what the field shows now; as it is where that tells nothing."""
    if (day := day_of(value)) is not None:
        return written_like(day, shown) or _as_date(day, value, shown.strip())
    if (clock := time_said(value)) and re.fullmatch(r"\d{1,2}:\d{2}(?::\d{2})?", shown.strip()):
        return f"{clock}:00" if shown.count(":") == 2 else clock
    if is_number(value) and re.search(r"\d,\d{2}(?!\d)", shown) and "," not in value:
        return value.strip().replace(".", ",")
    return value


def _as_date(day: date, value: str, shown: str) -> str:
    found = _DATE.match(shown)
    if found is None:
        return value
    first, sign, second, last = found[1], found[2], found[3], found[4]
    if len(first) == 4:
        return sign.join((f"{day.year}", f"{day.month:02d}", f"{day.day:02d}"))
    year = f"{day.year}" if len(last) == 4 else f"{day.year % 100:02d}"
    day_first = int(first) > 12 or (int(second) <= 12 and sign == ".")
    parts = (day.day, day.month) if day_first else (day.month, day.day)
    return sign.join((*(f"{part:02d}" for part in parts), year))
