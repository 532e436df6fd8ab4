"""Equations and sums that the page shows."""

from __future__ import annotations

import re
from fractions import Fraction

from deskhand.models.local.hand import Stuck
from deskhand.models.local.layout import in_reading_order
from deskhand.models.local.page.pane import Pane

_TERM = re.compile(r"([+-]?)(\d+(?:\.\d+)?)?\*?([a-z])?", re.IGNORECASE)
_LOOKS = str.maketrans({"×": "x", "−": "-", "–": "-", "—": "-", "÷": "/", "·": "*", "＋": "+"})


async def solve(pane: Pane, match: re.Match[str]) -> None:
    """``x + 2 = 81``: work out x, write it into the field, submit."""
    for line in await _rows(pane):
        answer = unknown(line)
        if answer is not None:
            await _answer(pane, answer)
            return
    seen = " / ".join(await _rows(pane))
    raise Stuck(f"I see no equation on the page that I can solve: {seen}")


async def add_up(pane: Pane, match: re.Match[str]) -> None:
    """``5 + 6 =``."""
    for line in await _rows(pane):
        found = re.search(r"(-?\d+)\s*([+*/x-])\s*(-?\d+)\s*=", line.translate(_LOOKS))
        if found:
            a, b = int(found[1]), int(found[3])
            value = {"+": a + b, "-": a - b, "*": a * b, "x": a * b, "/": a // b if b else 0}[found[2]]
            await _answer(pane, Fraction(value))
            return
    raise Stuck("I see no sum on the page.")


async def blocks(pane: Pane, match: re.Match[str]) -> None:
    """``Type the total number of blocks into the textbox``: small squares of one colour."""
    sheet = await pane.sheet()
    small = [
        region
        for region in sheet.regions
        if region.shape == "rectangle"
        and max(region.colour) - min(region.colour) > 40
        and abs(region.box.width - region.box.height) < 8
        and region.box.width < 3 * sheet.unit
    ]
    await _answer(pane, Fraction(len(small)))


async def _rows(pane: Pane) -> list[str]:
    """The lines of the page, what stands in one row put together."""
    lines = in_reading_order(await pane.lines(), lambda line: line.box)
    rows: list[list[str]] = []
    last = None
    for line in lines:
        if last is not None and abs(line.box.center.y - last.box.center.y) < 0.6 * last.box.height:
            rows[-1].append(line.text)
        else:
            rows.append([line.text])
        last = line
    return [" ".join(row) for row in rows]


def unknown(equation: str) -> Fraction | None:
    """The value of the one letter in a linear equation; None for what is none."""
    text = re.sub(r"\s+", "", equation.translate(_LOOKS))
    left, equals, right = text.partition("=")
    if not equals or not left or not right:
        return None
    a, b = _sides(left), _sides(right)
    if a is None or b is None or a[0] == b[0]:
        return None
    return (b[1] - a[1]) / (a[0] - b[0])


def _sides(text: str) -> tuple[Fraction, Fraction] | None:
    """The factor of the letter, and the rest."""
    factor = rest = Fraction(0)
    position = 0
    while position < len(text):
        found = _TERM.match(text, position)
        if found is None or found.end() == position:
            return None
        sign = -1 if found[1] == "-" else 1
        if found[3]:
            factor += sign * Fraction(found[2] or "1")
        elif found[2]:
            rest += sign * Fraction(found[2])
        else:
            return None
        position = found.end()
    return factor, rest


async def _answer(pane: Pane, value: Fraction) -> None:
    text = str(value.numerator) if value.denominator == 1 else f"{float(value):g}"
    fields = await pane.things("field")
    if not fields:
        raise Stuck(f"The answer is {text}, but I see no field for it.")
    await pane.fill(fields[0], text)
    await pane.submit()
