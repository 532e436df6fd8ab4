"""Numbers and moments as they are written in a cell or a row, so that they can be compared and added up."""

from __future__ import annotations

import re
from decimal import Decimal

from deskhand.models.local.behind.asking import days_in

Moment = tuple[int, ...]
_NUMBER = re.compile(r"(?<![\w.,])[-−+]?[¥￥$€£]?\s?(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?![\d,.]*\d)")
_FULL = re.compile(r"(?<!\d)((?:19|20)\d\d)(?:[-/.]|年\s*)(\d{1,2})(?:(?:[-/.]|月\s*)(\d{1,2}))?")
_YEAR = re.compile(r"(?<![\d.,])((?:19|20)\d\d)(?![\d.,]*\d)")
_TIME = re.compile(
    r"(?<![\d:.])(\d{1,2}):(\d{2})(?::(\d{2}))?(?![\d:])|(?<!\d)(\d{1,2})\s*時(?:\s*(\d{1,2})\s*分|(半))?"
)
_AFTERNOON = re.compile(r"\bp\.?m\b|午後", re.I)


def number_in(text: str) -> Decimal | None:
    """The one number of a cell; None where it holds none, or several."""
    if moment_in(text) is not None and not _YEAR.fullmatch(text.strip()):
        return None
    found = _NUMBER.findall(text.replace("−", "-"))
    if len(found) != 1:
        return None
    value = Decimal(found[0].replace(",", ""))
    return -value if re.match(r"\s*[-−]", text) else value


def moment_in(text: str) -> Moment | None:
    """When it was or will be: a date with or without its year and time, or a time alone; None where nothing says so."""
    day = _day(text)
    clock = _TIME.search(text)
    if day is None and clock is None:
        year = _YEAR.fullmatch(text.strip())
        return None if year is None else (int(year[1]),)
    return (*(day or ()), *(() if clock is None else _clock(clock, text)))


def _clock(found: re.Match[str], text: str) -> Moment:
    hours = int(found[1] or found[4])
    minutes = int(found[2] or found[5] or (30 if found[6] else 0))
    if _AFTERNOON.search(text) and hours < 12:
        hours += 12
    return hours, minutes, int(found[3] or 0)


def _day(text: str) -> Moment | None:
    full = _FULL.search(text)
    if full is not None:
        return int(full[1]), int(full[2]), int(full[3] or 0)
    days = days_in(text)
    if len(days) != 1:
        return None
    year = _YEAR.search(text)
    return (0 if year is None else int(year[1]), *next(iter(days)))


def written(number: Decimal) -> str:
    """A sum as people write it: no empty decimals."""
    plain = number.normalize()
    return f"{plain:f}" if plain == plain.to_integral() else f"{number:f}"
