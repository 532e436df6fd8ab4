"""Which part of a line is meant."""

from __future__ import annotations

import re

from deskhand.models.local.hand import Hand, Stuck
from deskhand.models.local.skills.arrived import shorten

_FIGURE = re.compile(r"\d+(?:[.,:]\d+)*")


def part_of(line: str, old: str) -> tuple[int, int] | None:
    """Where in the line the part stands that reads ``old``, or, where that is not told, its only number; None where
    there is none, or several."""
    if old:
        found = [match.span() for match in re.finditer(re.escape(old), line)]
        found = found or [match.span() for match in re.finditer(re.escape(old), line, re.IGNORECASE)]
    else:
        found = [match.span() for match in _FIGURE.finditer(line)]
    return found[0] if len(found) == 1 else None


def which_part(hand: Hand, line: str) -> Stuck:
    return Stuck(
        hand.say(
            f"I cannot tell which part of “{shorten(line)}” is to change, so I changed nothing.",
            f"「{shorten(line)}」のどの部分を変えるのか分からないので、何も変えていません。",
        )
    )
