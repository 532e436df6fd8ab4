# ruff: noqa: E501 - a pattern is read more easily in one line
"""A row of numbers carried on by its rule: the same step, the same factor, steps that grow evenly, or each the sum of two."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from fractions import Fraction

from deskhand.models.local.hand import Stuck
from deskhand.models.local.layout import same_row
from deskhand.models.local.page.pane import Pane

NEXT = (
    r"(?:which|what) number (?:comes|goes|is|should come|would come) next(?: in (?:the|this) (?:row|series|sequence|pattern|list|line))?(?: of numbers)?",
    r"(?:what|which) is the next number(?: in (?:the|this) (?:row|series|sequence|pattern|list))?",
    r"(?:continue|complete|carry on|find the (?:next|missing) number (?:in|of)) (?:the |this )?(?:number )?(?:row|series|sequence|pattern)(?: of numbers)?",
    r"<enter> the next number (?:in|of) (?:the |this )?(?:number )?(?:row|series|sequence|pattern)",
)


async def go_on(pane: Pane, match: re.Match[str]) -> None:
    """``Which number comes next in the row?``: kept, to be written."""
    words = [word for line in await pane.lines() for word in line.words]
    rows: list[list[tuple[int, int]]] = []
    for word in words:
        if re.fullmatch(r"-?\d+,?", word.text):
            row = [
                (w.box.x, int(w.text.strip(",")))
                for w in words
                if re.fullmatch(r"-?\d+,?", w.text) and same_row(w.box, word.box)
            ]
            rows.append(sorted(row))
    numbers = [value for _, value in max(rows, key=len, default=[])]
    following = after(numbers)
    if following is None:
        raise Stuck("I see no rule in the numbers.")
    pane.kept = str(following)


def after(numbers: Sequence[int]) -> int | None:
    """The number that follows; None where no simple rule holds for all."""
    if len(numbers) < 3:
        return None
    steps = [b - a for a, b in itertools.pairwise(numbers)]
    if len(set(steps)) == 1:
        return numbers[-1] + steps[-1]
    if all(numbers) and len(factors := {Fraction(b, a) for a, b in itertools.pairwise(numbers)}) == 1:
        told = numbers[-1] * factors.pop()
        return told.numerator if told.denominator == 1 else None
    if len(numbers) > 3 and all(c == a + b for a, b, c in zip(numbers, numbers[1:], numbers[2:], strict=False)):
        return numbers[-1] + numbers[-2]
    bends = {b - a for a, b in itertools.pairwise(steps)}
    if len(steps) > 2 and len(bends) == 1:
        return numbers[-1] + steps[-1] + bends.pop()
    return None
