# ruff: noqa: E501 - a pattern is read more easily in one line
"""Several numbers side by side, each with an arrow above and one below it: a clock, a lock, a date in wheels."""

from __future__ import annotations

import re
from dataclasses import dataclass

from deskhand.models.local.hand import Stuck
from deskhand.models.local.page.pane import Pane
from deskhand.models.local.page.sheet import Sheet
from deskhand.screen.geometry import Rect

_ROUNDS = 12
_MOST = 30
SET = (
    r"(?:set|change|adjust|turn|bring|put|move)(?: the)? (?:clock|time|timer|alarm|watch|lock|combination|code|dials?|wheels?|digits?|numbers?)(?: \w+)? (?:to|at) (?P<value>\d{1,2}:\d{2}(?: ?[AP]M)?|\d(?:[- ,]?\d)+)(?: (?:with|using|by)(?: using)? the (?:\w+ )?(?:arrows?|buttons?)(?: \w+)?)?",
)
_UP, _DOWN = ("▴", "▲", "∧", "^", "⌃", "+"), ("▾", "▼", "∨", "v", "⌄", "-", "−")


@dataclass(frozen=True, slots=True)
class Wheel:
    up: Rect
    down: Rect


def wheels(sheet: Sheet) -> list[Wheel]:
    """The columns of arrow, number, arrow; left to right."""
    signs = [(mark.mark, mark.box) for mark in sheet.marks] + [(line.text.strip(), line.box) for line in sheet.lines]
    ups = _apart([box for sign, box in signs if sign in _UP])
    downs = _apart([box for sign, box in signs if sign in _DOWN])
    found: list[Wheel] = []
    for up in sorted(ups, key=lambda box: box.center.x):
        below = [box for box in downs if box.y > up.bottom and abs(box.center.x - up.center.x) < sheet.unit]
        if below and shown(sheet, wheel := Wheel(up, min(below, key=lambda box: box.y))):
            found.append(wheel)
    return found


def shown(sheet: Sheet, wheel: Wheel) -> str:
    """What stands between the arrows."""
    words = [
        word.text for line in sheet.lines for word in line.words
        if wheel.up.bottom - 4 <= word.box.center.y <= wheel.down.y + 4
        and abs(word.box.center.x - wheel.up.center.x) < 1.2 * sheet.unit
    ]  # fmt: skip
    return re.sub(r"\D", "", "".join(words)) or "".join(words).strip(": ")


def _apart(boxes: list[Rect]) -> list[Rect]:
    """Each place once."""
    kept: list[Rect] = []
    for box in boxes:
        if not any(box.grow(6).contains(other.center) for other in kept):
            kept.append(box)
    return kept


async def put(pane: Pane, match: re.Match[str]) -> None:
    """``Set the clock to 7:45 with the arrows``."""
    told = match["value"]
    wanted = re.findall(r"\d+|[AP]M", told.upper()) if re.search(r"\D", told) else list(told)
    if not await turn(pane, wanted):
        raise Stuck(f"I see no numbers with arrows to set to {told}.")


async def turn(pane: Pane, wanted: list[str]) -> bool:
    """Turn each wheel to its value, one way round, read off after a first step; whether there are as many wheels."""
    found = wheels(await pane.sheet())
    if not found or len(found) != len(wanted):
        return False
    for wheel, value in zip(found, wanted, strict=True):
        pace = 0
        for _ in range(_ROUNDS):
            now = shown(await pane.sheet(), wheel)
            if now == value or (value.isdigit() and now.isdigit() and int(now) == int(value)):
                break
            if not value.isdigit() or not now.isdigit():
                await pane.click(wheel.up, "Turn it on.")
                continue
            apart = int(value) - int(now)
            times = min(_MOST, max(1, abs(apart) // pace)) if pace else 1
            for _ in range(times):
                await pane.click(wheel.up if apart > 0 else wheel.down, "More." if apart > 0 else "Less.")
            after = shown(await pane.sheet(), wheel)
            step = abs(int(after) - int(now)) // times if after.isdigit() else 0
            pace = step if 0 < step < 31 else pace
        else:
            raise Stuck(f"The number does not come to {value}.")
    return True
