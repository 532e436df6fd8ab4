"""Days and times as people say them, worked out from today, and written in the form that a field shows.

“The 15th of this month”, 「来週の月曜日」: no form takes such words, and nearly each wish for calendars and accounts
has one. A day without its year is the nearest one of that name.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_YOUBI = "月火水木金土日"
_MONTH = "|".join(rf"{name[:3]}(?:t?\.|t\b|{name[3:]})?" for name in _MONTHS)
_WEEKDAY = "|".join(rf"{name[:3]}(?:{name[3:]})?" for name in _DAYS)
_COUNTS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "ten": 10,
    "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "十": 10,
}  # fmt: skip
_NTH = r"(\d{1,2})(?:st|nd|rd|th)?"
_BY_NAME = {
    "today": 0, "tonight": 0, "tomorrow": 1, "day after tomorrow": 2, "yesterday": -1,
    "今日": 0, "本日": 0, "きょう": 0, "明日": 1, "あした": 1, "あす": 1,
    "明後日": 2, "あさって": 2, "昨日": -1, "きのう": -1,
}  # fmt: skip
_WHICH_MONTH = {"this": 0, "the current": 0, "current": 0, "next": 1, "last": -1, "今": 0, "来": 1, "先": -1}
_WHICH_WEEK = {"今週": 0, "来週": 1, "再来週": 2}
_AROUND = re.compile(r"^(?:on|at|for|by|the)\s+|\s*[((][月火水木金土日](?:曜日?)?[))]|[、,。.]$|\s+$", re.IGNORECASE)


def day_said(text: str, today: date) -> date | None:
    """The day that ``text`` names and nothing besides; None for anything else."""
    plain = re.sub(r"\s+", " ", text.strip().lower())
    for _ in range(2):
        plain = _AROUND.sub("", plain).strip()
    plain = re.sub(rf"^(?:{_WEEKDAY}),? (?:the )?(?=\d|[a-z]{{3}})", "", plain)
    if plain in _BY_NAME:
        return today + timedelta(days=_BY_NAME[plain])
    for pattern, made in _FORMS:
        found = re.fullmatch(pattern, plain)
        if found is not None:
            try:
                return made(found, today)
            except ValueError:
                return None
    return None


def _month(name: str) -> int:
    return next(number for number, one in enumerate(_MONTHS, 1) if one.startswith(name[:3]))


def _nearest(month: int, day: int, today: date) -> date:
    """The one of that name that is nearest: a birthday in March is told in November for the March to come."""
    years = [date(year, month, day) for year in (today.year - 1, today.year, today.year + 1)]
    return min(years, key=lambda one: (abs((one - today).days), one < today))


def _in_month(ahead: int, day: int, today: date) -> date:
    months = today.year * 12 + today.month - 1 + ahead
    return date(months // 12, months % 12 + 1, day)


def _weekday(name: str) -> int:
    return _YOUBI.index(name[0]) if name[0] in _YOUBI else next(n for n, d in enumerate(_DAYS) if d[:3] == name[:3])


def _coming(weekday: int, today: date, *, week: int | None = None) -> date:
    """The next such day; ``week``: that of this week, of the next …"""
    if week is None:
        return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)
    return today + timedelta(days=weekday - today.weekday() + 7 * week)


def _count(text: str) -> int:
    return int(text) if text.isdigit() else _COUNTS[text]


_N = r"(\d{1,2}|" + "|".join(_COUNTS) + ")"
_FORMS: tuple[tuple[str, Callable[[re.Match[str], date], date]], ...] = (
    (r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})", lambda m, t: date(int(m[1]), int(m[2]), int(m[3]))),
    (r"(\d{4}) ?年 ?(\d{1,2}) ?月 ?(\d{1,2}) ?日", lambda m, t: date(int(m[1]), int(m[2]), int(m[3]))),
    (rf"({_MONTH}) {_NTH},? (\d{{4}})", lambda m, t: date(int(m[3]), _month(m[1]), int(m[2]))),
    (rf"{_NTH}\.? (?:of )?({_MONTH}),? (\d{{4}})", lambda m, t: date(int(m[3]), _month(m[2]), int(m[1]))),
    (rf"({_MONTH}) (?:the )?{_NTH}", lambda m, t: _nearest(_month(m[1]), int(m[2]), t)),
    (rf"{_NTH}\.? (?:of )?({_MONTH})", lambda m, t: _nearest(_month(m[2]), int(m[1]), t)),
    (r"(\d{1,2}) ?月 ?(\d{1,2}) ?日", lambda m, t: _nearest(int(m[1]), int(m[2]), t)),
    (
        rf"{_NTH} of (this|the current|next|last) month",
        lambda m, t: _in_month(_WHICH_MONTH[m[2]], int(m[1]), t),
    ),
    (r"(\d{1,2})(?:st|nd|rd|th)", lambda m, t: _in_month(0, int(m[1]), t)),
    (r"(今|来|先)月の?(\d{1,2}) ?日", lambda m, t: _in_month(_WHICH_MONTH[m[1]], int(m[2]), t)),
    (r"(\d{1,2}) ?日", lambda m, t: _in_month(0, int(m[1]), t)),
    (rf"({_WEEKDAY}) (?:of )?next week", lambda m, t: _coming(_weekday(m[1]), t, week=1)),
    (rf"(?:next|this|coming|this coming)? ?({_WEEKDAY})", lambda m, t: _coming(_weekday(m[1]), t)),
    (rf"(今週|来週|再来週)の?([{_YOUBI}])曜日?", lambda m, t: _coming(_weekday(m[2]), t, week=_WHICH_WEEK[m[1]])),
    (rf"(?:次の|今度の)?([{_YOUBI}])曜日?", lambda m, t: _coming(_weekday(m[1]), t)),
    (rf"in {_N} days?|{_N} days from (?:now|today)", lambda m, t: t + timedelta(days=_count(m[1] or m[2]))),
    (rf"in {_N} weeks?|{_N} weeks from (?:now|today)", lambda m, t: t + timedelta(weeks=_count(m[1] or m[2]))),
    (rf"{_N} ?日後", lambda m, t: t + timedelta(days=_count(m[1]))),
    (rf"{_N} ?週間後", lambda m, t: t + timedelta(weeks=_count(m[1]))),
)  # fmt: skip

_TIMES = (
    re.compile(r"(?P<h>\d{1,2})[:：](?P<m>\d{2})(?::(?P<s>\d{2}))?\s*(?P<half>[ap]\.?m\.?)?", re.IGNORECASE),
    re.compile(r"(?P<h>\d{1,2})\s*(?P<half>[ap]\.?m\.?|o['’]?clock)", re.IGNORECASE),
    re.compile(r"(?P<half>午前|午後)?\s*(?P<h>\d{1,2})\s*時\s*(?:(?P<m>\d{1,2})\s*分|(?P<mid>半))?"),
)


def time_said(text: str) -> str:
    """``HH:MM`` of a time of day, 「午後3時半」 or “3 pm”; "" for anything else."""
    for form in _TIMES:
        found = form.fullmatch(text.strip())
        if found is None:
            continue
        parts = found.groupdict()
        hour, minute = int(parts["h"]), int(parts.get("m") or (30 if parts.get("mid") else 0))
        half = (parts.get("half") or "").lower()
        if half.startswith(("p", "午後")) and hour < 12:
            hour += 12
        elif half.startswith(("a", "午前")) and hour == 12:
            hour = 0
        return f"{hour:02d}:{minute:02d}" if hour < 24 and minute < 60 else ""
    return ""


_WRITTEN = re.compile(
    rf"(?P<y>\d{{4}})|(?P<ampm>午[前後])|(?P<w>(?:{_WEEKDAY})\b|[{_YOUBI}]曜日?|(?<=[((])[{_YOUBI}](?=[))]))"
    rf"|(?P<b>\b(?:{_MONTH}))|(?P<n>\d{{1,2}})",
    re.IGNORECASE,
)


def written_like(day: date, shown: str) -> str:
    """``day`` in the form in which ``shown`` writes one; "" where that is no day written out."""
    parts = list(_WRITTEN.finditer(shown.strip()))
    kinds = [part.lastgroup for part in parts]
    numbers = [part for part in parts if part.lastgroup == "n"]
    named = "b" in kinds
    if "ampm" in kinds or kinds.count("b") > 1 or kinds.count("y") > 1 or len(parts) > 5:
        return ""
    if not named and not (len(numbers) == 3 or (len(numbers) == 2 and "y" in kinds)):
        return ""
    if named and not (len(numbers) == 1 and ("y" in kinds or len(parts) <= 3)):
        return ""
    rest = _WRITTEN.sub("", shown.strip())
    if re.search(r"[:a-z]", rest.lower()):
        return ""
    order = _order(kinds, [int(part[0]) for part in numbers], rest)
    values = iter(order)
    told: list[str] = []
    at = 0
    for part in parts:
        told.append(shown.strip()[at : part.start()])
        at = part.end()
        match part.lastgroup:
            case "y":
                told.append(f"{day.year}")
            case "w":
                told.append(_named(part[0], _DAYS, day.weekday()))
            case "b":
                told.append(_named(part[0], _MONTHS, day.month - 1))
            case _:
                one = {"d": day.day, "m": day.month, "y": day.year % 100}[next(values)]
                told.append(f"{one:02d}" if _padded(numbers) else f"{one}")
    told.append(shown.strip()[at:])
    return "".join(told)


def _padded(numbers: list[re.Match[str]]) -> bool:
    """Whether days and months have two figures always: one that needs one has, or all of several have two."""
    return any(part[0][0] == "0" for part in numbers) or (len(numbers) > 1 and all(len(p[0]) == 2 for p in numbers))


def _order(kinds: list[str | None], numbers: list[int], rest: str) -> str:
    """Which of the figures is the day, the month, the year of two figures."""
    if "b" in kinds:
        return "d"
    if len(numbers) == 2:
        year_first = kinds.index("y") < kinds.index("n")
        if year_first:
            return "md"
        return "dm" if numbers[0] > 12 or (numbers[1] <= 12 and "." in rest) else "md"
    return "dmy" if numbers[0] > 12 or (numbers[1] <= 12 and "." in rest) else "mdy"


def _named(was: str, names: tuple[str, ...], at: int) -> str:
    """The name as long, and with as large letters, as the one that stood there."""
    if was[0] in _YOUBI:
        return _YOUBI[at] + was[1:]
    whole = names[at]
    bare = was.rstrip(".")
    name = whole if len(bare) > 3 or bare.lower() == whole else whole[:3]
    if len(bare) == 3 and bare.lower() == "may" and len(was) == 3:
        name = whole[:3] if names is _MONTHS else name
    name += "." if was.endswith(".") else ""
    return name.upper() if was.isupper() else name.capitalize() if was[0].isupper() else name
