# ruff: noqa: E501 - a pattern is read more easily in one line
"""Values that change by themselves: watched until a condition holds."""

from __future__ import annotations

import re

from deskhand.models.local.hand import Stuck
from deskhand.models.local.page.pane import Pane
from deskhand.vision.scene import TextLine

_LOOKS = 30
_BELOW = ("below", "under", "less than", "lower than", "at most", "beneath")
_CONDITION = (
    r"(?:the |a |its )?(?P<label>[\w .]+?)\s+(?:is|are|gets?|falls?|drops?|sinks?|rises?|goes|climbs?|becomes?|has fallen|reads?|shows?)\s+"
    r"(?:to\s+)?(?P<way>below|under|beneath|less than|lower than|at most|above|over|more than|higher than|greater than|at least)"
    r"\s+\$?(?P<limit>\d+(?:\.\d+)?)"
)
UNTIL = (
    r"(?:wait|watch|stay)\b[^\"]*?\b(?:until|till|for)\s+"
    + _CONDITION
    + r"[^\"]*?<click> <the>\"?(?P<what>[^\".]+?)\"?(?: button)?[.]?$",
    r"(?:when|once|as soon as|if|after)\s+"
    + _CONDITION
    + r"[^\"]*?<click> <the>\"?(?P<what>[^\".]+?)\"?(?: button)?[.]?$",
    r"<click> <the>\"?(?P<what>[^\".,]+?)\"?,? (?:when|once|as soon as|only when)\s+" + _CONDITION,
)


async def until(pane: Pane, match: re.Match[str]) -> None:
    """``Wait until the price is below 50, then click "Buy"``."""
    label = re.sub(r"^(?:the|a|an|its)\s+", "", match["label"].strip(), flags=re.IGNORECASE)
    limit, way = float(match["limit"]), match["way"].lower()
    name = re.sub(r"\s+button$", "", match["what"].strip(' "'))
    for _ in range(_LOOKS):
        value = value_at(await pane.lines(), label)
        if value is not None and holds(value, way, limit):
            await pane.press(name)
            return
        await pane.hand.wait(1)
    raise Stuck(f"I watched for {_LOOKS} looks, and {label} never was {way} {limit:g}.")


def holds(value: float, way: str, limit: float) -> bool:
    if way == "at most":
        return value <= limit
    if way == "at least":
        return value >= limit
    return value < limit if way in _BELOW else value > limit


def value_at(lines: tuple[TextLine, ...], label: str) -> float | None:
    """The number in the line that has the label, or beside it; else the only one there is."""
    numbers = [
        (line, float(found[1].replace(",", "")))
        for line in lines
        if (found := re.search(r"\$?\s?(-?\d[\d,]*(?:\.\d+)?)", line.text))
    ]
    named = [line for line in lines if label.lower() in line.text.lower()]
    for line in named:
        beside = [(abs(other.box.center.y - line.box.center.y) + abs(other.box.x - line.box.right) / 8, value)
                  for other, value in numbers if other is line or other.box.x > line.box.x]  # fmt: skip
        if beside:
            return min(beside)[1]
    return numbers[0][1] if len(numbers) == 1 else None
