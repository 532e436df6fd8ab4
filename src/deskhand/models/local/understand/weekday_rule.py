"""The weekday of a date that is written out: worked out from the date, as a person would who has no calendar at hand.

Leafing through a calendar for it takes a click a month, and a small one that goes away when it is started again shows
nothing at all. The answer says that it was worked out.
"""

from __future__ import annotations

import re
from datetime import date

from deskhand.models.local.named import names
from deskhand.models.local.steps import Plan, Tell
from deskhand.models.local.understand.frame import Language

LONGEST = 240
_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
_MONTH = "|".join(f"{name[:3]}(?:{name[3:]})?" if len(name) > 3 else name for name in _MONTHS)
_DATES = (
    re.compile(rf"\b(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<name>{_MONTH})\.?,?\s+(?P<y>\d{{4}})\b", re.I),
    re.compile(rf"\b(?P<name>{_MONTH})\.?\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y>\d{{4}})\b", re.I),
    re.compile(r"\b(?P<y>\d{4})[-/](?P<m>\d{1,2})[-/](?P<d>\d{1,2})\b"),
    re.compile(r"(?P<y>\d{4})\s*年\s*(?P<m>\d{1,2})\s*月\s*(?P<d>\d{1,2})\s*日"),
)
_ASKED = re.compile(
    r"\b(?:week\s?days?|(?:(?:which|what)\s+)?day\s+of\s+(?:the\s+)?week|(?:which|what)\s+day)\b|曜日|何曜", re.I
)
_REST = {
    "en": re.compile(
        r"please|can|could|you|me|i|want|need|would|like|to|know|the|a|an|of|on|in|at|it|its|is|are|will|be|does|do|fall|falls|"
        r"which|what|that|this|tell|give|say|look|up|find|out|see|check|use|using|with|little|small|open|calendar|date|my|"
        r"appointment|birthday|for|and|from|there|was|were|did|program|window|then|by|let|s|one",
        re.I,
    ),
    "ja": re.compile(
        r"カレンダー|日付|予定|調べ|教え|見て|見た|開い|使っ|答え|知りた|ください|下さい|ほしい|お願い|なり|なる|なん|何|"
        r"です|ます|ました|して|した|する|"
        r"あた|当た|その|この|日|[てでにをはがのとかへもいくたるしさあっまこれそりね]",
    ),
}
"""Words that order nothing else."""
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def by_weekday(instruction: str, language: Language) -> Plan | None:
    """The plan of such a question; None for anything else."""
    if len(instruction) > LONGEST or _ASKED.search(instruction) is None:
        return None
    found = [(match, day) for one in _DATES for match in one.finditer(instruction) if (day := _day(match)) is not None]
    if len({day for _, day in found}) != 1:
        return None
    rest, day = instruction, found[0][1]
    for words in (*(match[0] for match, _ in found), *(named.name for named in names(instruction))):
        rest = rest.replace(words, " ")
    rest = _ASKED.sub(" ", rest)
    if language == "en":
        plain = all(_REST["en"].fullmatch(word) for word in re.findall(r"[^\W_]+", rest))
    else:
        plain = re.search(r"[^\W_]", _REST["ja"].sub(" ", rest)) is None
    if not plain:
        return None
    name = _DAYS[day.weekday()]
    told = (
        f"{name} ({day.isoformat()}; worked out from the date, not read in a calendar)"
        if language == "en"
        else f"{'月火水木金土日'[day.weekday()]}曜日({day.isoformat()}、カレンダーを見ずに日付から計算しました)"
    )
    return Plan((Tell((told,)),), (instruction.strip(),), language)


def _day(match: re.Match[str]) -> date | None:
    got = match.groupdict()
    named = (got.get("name") or "")[:3].lower()
    month = int(got["m"]) if got.get("m") else next(i for i, name in enumerate(_MONTHS, 1) if name[:3] == named)
    try:
        return date(int(got["y"]), month, int(got["d"]))
    except ValueError:
        return None
