"""Times and days said in words, written into a calendar's own form."""

from __future__ import annotations

import re
from datetime import datetime

_CLOCK = re.compile(
    r"(?P<noon>午前|午後)?\s*(?<![\d.])(?P<hour>[01]?\d|2[0-3])(?:\s*[:：]\s*(?P<minute>[0-5]\d)|\s*時\s*(?:(?P<min>[0-5]?\d)\s*分|(?P<half>半))?|(?=\s*[ap]\.?m))"
    r"\s*(?P<half_day>[ap]\.?m\.?(?!\w))?",
    re.IGNORECASE,
)
_DAY = re.compile(r"(?<!\d)(?P<year>\d{4})[-/年.](?P<month>\d{1,2})[-/月.](?P<day>\d{1,2})日?(?!\d)")
_STAMP = re.compile(r"(\d{8})(?:T(\d{2})(\d{2})(\d{2})(Z?))?")
FORM = "%Y%m%dT%H%M%S"


def is_moment(text: str) -> bool:
    return _CLOCK.search(text) is not None or _DAY.search(text) is not None


def moved(stamp: str, said: str) -> str | None:
    """A calendar's time with the said time of day, or day, in its place; None where it is none, or nothing is said."""
    found = _STAMP.fullmatch(stamp.strip())
    day, clock = _DAY.search(said), _CLOCK.search(_DAY.sub(" ", said))
    if found is None or (day is None and clock is None) or (clock is not None and not found[2]):
        return None
    date = found[1] if day is None else f"{int(day['year']):04d}{int(day['month']):02d}{int(day['day']):02d}"
    if not found[2]:
        return date
    if clock is None:
        return f"{date}T{found[2]}{found[3]}{found[4]}{found[5]}"
    hour, minute = int(clock["hour"]), int(clock["minute"] or clock["min"] or (30 if clock["half"] else 0))
    later = clock["noon"] == "午後" or (clock["half_day"] or "").lower().startswith("p")
    hour = (
        hour + 12
        if later and hour < 12
        else 0
        if (clock["half_day"] or "").lower().startswith("a") and hour == 12
        else hour
    )
    return f"{date}T{hour:02d}{minute:02d}00{found[5]}"


def as_much_later(stamp: str, before: str, after: str) -> str | None:
    """The end moved as the beginning was."""
    try:
        by = datetime.strptime(after.rstrip("Z"), FORM) - datetime.strptime(before.rstrip("Z"), FORM)
        return (datetime.strptime(stamp.rstrip("Z"), FORM) + by).strftime(FORM) + ("Z" if stamp.endswith("Z") else "")
    except ValueError:
        return None
