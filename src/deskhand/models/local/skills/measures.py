"""What a text measures: a number with its unit, or a day and a time, so that rows can be compared by either."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation

_NUMBER = re.compile(r"[-−+]?[$€£¥￥]?\s?\d{1,3}(?:[,']\d{3})+(?:\.\d+)?|[-−+]?[$€£¥￥]?\s?\d+(?:\.\d+)?")
_UNITS = {"b": 1, "bytes": 1, "kb": 10**3, "kib": 2**10, "mb": 10**6, "mib": 2**20, "gb": 10**9, "gib": 2**30}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAMED = "|".join(_MONTHS)
_DAYS = (
    re.compile(r"(?P<y>\d{4})\s?[-/.年]\s?(?P<m>\d{1,2})\s?[-/.月]\s?(?P<d>\d{1,2})"),
    re.compile(r"(?<!\d)(?P<d>\d{1,2})\.(?P<m>\d{1,2})\.(?P<y>\d{4})"),
    re.compile(r"(?<!\d)(?P<m>\d{1,2})/(?P<d>\d{1,2})/(?P<y>\d{4})"),
    re.compile(rf"(?<!\d)(?P<d>\d{{1,2}})\.? (?P<n>{_NAMED})[a-z]*\.?,? (?P<y>\d{{4}})", re.IGNORECASE),
    re.compile(rf"(?P<n>{_NAMED})[a-z]*\.? (?P<d>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<y>\d{{4}})", re.IGNORECASE),
)
_CLOCK = re.compile(r"(?<!\d)(\d{1,2}):(\d{2})(?!\d)")


def number(text: str) -> Decimal | None:
    """The one number of a text: “Lunch: 12.50”, “1,280円”, “3.4 MB”; None where there is none, or there are several."""
    found = _NUMBER.findall(text)
    if len(found) != 1 or re.search(r"\d[-/:]\d", text):
        return None
    try:
        value = Decimal(re.sub(r"[,'\s$€£¥￥+]", "", found[0]).replace("−", "-"))
    except InvalidOperation:
        return None
    unit = re.search(rf"{re.escape(found[0])}\s*([KMG]i?B|bytes|B)\b", text, re.IGNORECASE)
    return value * _UNITS[unit[1].lower()] if unit is not None else value


def moment(text: str) -> Decimal | None:
    """A day, and the time where one is told, as minutes that grow with time; a time alone counts within one day."""
    clock = _CLOCK.search(text)
    minutes = int(clock[1]) * 60 + int(clock[2]) if clock is not None else 0
    for pattern in _DAYS:
        found = pattern.search(text)
        if found is None:
            continue
        named = found.groupdict().get("n")
        month = _MONTHS.index(named[:3].lower()) + 1 if named else int(found["m"])
        return Decimal(((int(found["y"]) * 12 + month) * 31 + int(found["d"])) * 1440 + minutes)
    return Decimal(minutes) if clock is not None else None


def measure(text: str) -> Decimal | None:
    """The number, or else the moment."""
    value = number(text)
    return value if value is not None else moment(text)
