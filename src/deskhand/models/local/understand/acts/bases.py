"""Numbers in other bases: “0xFF to decimal”, 「255を16進数に」, as a command of the shell."""

from __future__ import annotations

import re

from deskhand.models.local.understand.acts.words import plain

_BASES = (
    (2, re.compile(r"binary|bin|base\s*2|2進(?:数|法)?|二進(?:数|法)?|バイナリ", re.I), r"(?:0b)?[01][01 ]*"),
    (8, re.compile(r"octal|oct|base\s*8|8進(?:数|法)?|八進(?:数|法)?", re.I), r"(?:0o?)?[0-7]+"),
    (16, re.compile(r"hex(?:adecimal)?|base\s*16|16進(?:数|法)?|十六進(?:数|法)?", re.I), r"(?:0x|#)?[0-9a-f]+"),
    (10, re.compile(r"decimal|dec|base\s*10|10進(?:数|法)?|十進(?:数|法)?", re.I), r"\d+"),
)
_AROUND = re.compile(r"^(?:to|in|into|from|as)\s+|\s+(?:number|notation|form)$|(?:に|で|から|の)$", re.I)


def in_base(value: str, from_: str, to: str) -> str | None:
    """The command that prints it; None where the words name no bases, or the digits are none of the first."""
    said = plain(value)
    goal = next((base for base, names, _ in _BASES if names.fullmatch(_bare(to))), None)
    start = next((base for base, names, _ in _BASES if from_ and names.fullmatch(_bare(from_))), None)
    if start is None:
        start = (
            16
            if re.fullmatch(r"0x[0-9a-f]+|[0-9a-f]*[a-f][0-9a-f]*", said, re.I)
            else 2
            if said.lower().startswith("0b")
            else 10
        )
    if goal is None or goal == start:
        return None
    digits = re.sub(r"^(?:0x|0b|0o|#)|\s", "", said, flags=re.I)
    if not re.fullmatch(next(pattern for base, _, pattern in _BASES if base == start), digits, re.I):
        return None
    number = f"$(({start}#{digits}))" if start != 10 else digits
    match goal:
        case 10:
            return f"echo {number}"
        case 16:
            return f"printf '%X\\n' {number}"
        case 8:
            return f"printf '%o\\n' {number}"
        case _:
            return f"awk -v n={number} 'BEGIN{{while(n){{s=n%2 s;n=int(n/2)}}print s}}'"


def _bare(words: str) -> str:
    return re.sub(
        r"^(?:to|in|into|from|as)\s+|\s+(?:number|notation|form)$|(?:に|で|から|の)$", "", plain(words), flags=re.I
    )
