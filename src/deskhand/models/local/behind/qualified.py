"""Which of several alike values is asked for: the work number, not the one that the list shows.

A list of an address book shows one number of each person; asked for the work number, it was told. Where the word that
tells them apart stands nowhere in what is read, no number of it is the answer.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_APART = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        r"\b(?:work|office|business)(?=\W*(?:tele)?(?:phone|number|e-?mail|address|fax|tel))|(?:会社|勤務先|職場)の(?:電話|メール|住所|番号)",
        r"\b(?:home|private|personal)(?=\W*(?:tele)?(?:phone|number|e-?mail|address|tel))|自宅|個人",
        r"\b(?:mobile|cell)(?:\W*phone)?\b|携帯",
        r"\bfax\b|ファックス|ファクス|FAX",
        r"\b(?:departs?|departures?|leaves?)\b|出発|発車",
        r"\b(?:arriv(?:es?|als?))\b|到着",
        r"\bgross\b|税込",
        r"\b(?:net(?= (?:price|amount|total|pay)))\b|税抜",
    )
)
_SAME = (
    r"work|office|business|company|会社|勤務|職場|org",
    r"home|private|personal|自宅|個人",
    r"mobile|cell|携帯",
    r"fax|ファックス|ファクス",
    r"dep(?:art|\b)|leav|from|出発|発",
    r"arr(?:iv|\b)|到着|着",
    r"gross|税込|incl",
    r"net\b|税抜|excl",
)


def lacks(question: str, rows: Sequence[str]) -> bool:
    """Whether the question has such a word of which the text says nothing."""
    text = "\n".join(rows)
    return any(
        asks.search(question) is not None and re.search(same, text, re.I) is None
        for asks, same in zip(_APART, _SAME, strict=True)
    )
