"""A month as calendars draw it, seven columns of numbers: where each of its days is, and how it is turned to another.

A day's button opens such a month in most programs, and calendars are nothing else; what was typed instead went nowhere.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median

from deskhand.models.local import layout
from deskhand.models.local.hand import Hand
from deskhand.screen.geometry import Point, Rect
from deskhand.vision.scene import Scene

MOST = 24
"""Months that are turned at most."""
FEWEST = 16
"""Days of a month that must be read for it to be one."""
OFF = 0.3
"""Of a column's width by which its numbers may stand apart."""
HEAD = 3.2
"""Rows above the first week within which the month is told; in a large calendar no more than `HIGHEST` pixels."""
HIGHEST = 150
_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
_NAME = re.compile(rf"\b({'|'.join(f'{name[:3]}(?:{name[3:]})?' for name in _MONTHS)})\b|(\d{{1,2}})\s*月", re.I)
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_ARROWS = ("<", ">", "‹", "›", "«", "»", "◀", "▶", "◁", "▷", "＜", "＞", "〈", "〉", "←", "→")


@dataclass(frozen=True, slots=True)
class Month:
    days: dict[int, Rect]
    """Those that were read."""
    column: float
    row: float
    """Pixels from one day to the next, and from one week to the next."""
    left: float
    """Where the first column's numbers stand."""
    head: Rect | None
    """Where its name is."""
    month: int = 0
    """0 where it is not told."""
    year: int = 0

    @property
    def box(self) -> Rect:
        boxes = list(self.days.values())
        return Rect.from_corners(
            min(box.x for box in boxes), min(box.y for box in boxes),
            max(box.right for box in boxes), max(box.bottom for box in boxes),
        )  # fmt: skip

    def at(self, day: int) -> Point:
        """Where a day's number is, or must be: today's may be white on a colour, and not be read."""
        if day in self.days:
            return self.days[day].center
        near, box = min(self.days.items(), key=lambda one: abs(one[0] - day))
        place = round((box.center.x - self.left) / self.column) + day - near
        return Point(round(self.left + self.column * (place % 7)), round(box.center.y + self.row * (place // 7)))


def month_in(scene: Scene, area: Rect) -> Month | None:
    """The largest month in ``area``."""
    return max(months_in(scene, area), key=lambda one: one.box.area, default=None)


def months_in(scene: Scene, area: Rect) -> list[Month]:
    found = [
        (int(word.text), word.box)
        for line in scene.texts
        for word in line.words
        if area.contains(word.box.center) and re.fullmatch(r"[1-9]|[12]\d|3[01]", word.text)
    ]
    return [one for group in _together(found) if (one := _month(scene, area, group)) is not None]


def _together(found: Sequence[tuple[int, Rect]]) -> list[dict[int, Rect]]:
    """Numbers that stand as those of one month do: each beside the next, and above that of the week after."""
    beside: list[tuple[int, int]] = []
    below: list[tuple[int, int]] = []
    for one, (number, box) in enumerate(found):
        level = [
            at for at, (value, other) in enumerate(found)
            if value == number + 1 and other.x > box.x and abs(other.center.y - box.center.y) <= max(4, box.height // 2)
        ]  # fmt: skip
        under = [
            at for at, (value, other) in enumerate(found)
            if value == number + 7 and other.y > box.y and abs(other.center.x - box.center.x) <= max(6, box.height)
        ]  # fmt: skip
        if level:
            beside.append((one, min(level, key=lambda at: found[at][1].x)))
        if under:
            below.append((one, min(under, key=lambda at: found[at][1].y)))
    group = list(range(len(found)))
    for one, other in (*beside, *below):
        a, b = _root(group, one), _root(group, other)
        numbers = [{found[at][0] for at in range(len(found)) if _root(group, at) == root} for root in (a, b)]
        if a != b and not numbers[0] & numbers[1]:
            group[b] = a
    roots = {_root(group, at) for at in range(len(found))}
    return [{found[at][0]: found[at][1] for at in range(len(found)) if _root(group, at) == root} for root in roots]


def _root(group: list[int], at: int) -> int:
    while group[at] != at:
        at = group[at]
    return at


def _month(scene: Scene, area: Rect, days: dict[int, Rect]) -> Month | None:
    if len(days) < FEWEST:
        return None
    across = [days[day + 1].center.x - box.center.x for day, box in days.items() if day + 1 in days]
    down = [days[day + 7].center.y - box.center.y for day, box in days.items() if day + 7 in days]
    across = [gap for gap in across if gap > 0]
    if len(across) < FEWEST // 2 or len(down) < FEWEST // 3:
        return None
    column, row = median(across), median(down)
    left = median(sorted(box.center.x for box in days.values())[: max(2, len(days) // 10)])
    if any(abs((box.center.x - left) / column - round((box.center.x - left) / column)) > OFF for box in days.values()):
        return None
    top = min(box.y for box in days.values())
    box = Rect.from_corners(
        round(left - column), max(area.y, round(top - min(HEAD * row, HIGHEST))), round(left + 7 * column), top
    )
    lines = [line for line in scene.texts if box.contains(line.box.center) and area.contains(line.box.center)]
    named = [(line, said) for line in lines if (said := _NAME.search(line.text)) is not None]
    line, said = max(named, key=lambda one: one[0].box.y, default=(None, None))
    head = None if line is None or said is None else line.part(*said.span())
    years = [int(found[1]) for line in lines if (found := _YEAR.search(line.text)) is not None]
    number = 0 if said is None else int(said[2]) if said[2] else _number(said[1])
    return Month(days, column, row, left, head, number if number <= 12 else 0, years[0] if len(set(years)) == 1 else 0)


def _number(name: str) -> int:
    return next(number for number, one in enumerate(_MONTHS, 1) if one.startswith(name[:3].lower()))


async def day_clicked(hand: Hand, area: Rect, day: date, today: date) -> bool:
    """Click a day in the month that shows in ``area``, turned to first; whether anything changed by the click."""
    shown = await turned_to(hand, area, day, today)
    if shown is None:
        return False
    say = hand.say(f"Clicking the {day.day} of the month.", f"{day.day} 日をクリックします。")
    return (await hand.click(shown.at(day.day), say)).changed


async def turned_to(hand: Hand, area: Rect, day: date, today: date) -> Month | None:
    """The month of a day, once it shows; None where there is none, or it cannot be turned."""
    for _ in range(MOST):
        shown = month_in(await hand.scene(), area)
        if shown is None:
            return None
        ahead = (day.year - (shown.year or today.year)) * 12 + day.month - (shown.month or today.month)
        if ahead == 0:
            return shown
        if not await _turned(hand, area, shown, forward=ahead > 0):
            return None
        now = month_in(await hand.scene(), area)
        if now is None or (now.month, now.year) == (shown.month, shown.year):
            return None
    return None


async def _turned(hand: Hand, area: Rect, shown: Month, *, forward: bool) -> bool:
    scene = await hand.scene()  # a small month beside it may turn it along
    months = sorted(months_in(scene, area), key=lambda one: one.box != shown.box)
    arrow = next((at for one in months if (at := arrow_of(scene, area, one, forward=forward)) is not None), None)
    if arrow is None:
        return False
    say = hand.say("Turning to the next month.", "次の月に進みます。")
    await hand.click(arrow, say if forward else hand.say("Turning to the month before.", "前の月に戻ります。"))
    return await hand.took_effect()


def arrow_of(scene: Scene, area: Rect, shown: Month, *, forward: bool) -> Point | None:
    """The sign that turns to the next month, or to the one before: at both sides of the month's name, or both behind
    it."""
    head = shown.head
    if head is None:
        return None
    signs = [
        widget.box
        for widget in scene.widgets
        if widget.box.width <= 48
        and widget.box.height <= 48
        and layout.same_row(widget.box, head)
        and area.contains(widget.box.center)
        and not widget.box.grow(-2).intersect(head)
    ]
    signs += [
        word.box
        for line in scene.texts
        if layout.same_row(line.box, head)
        for word in line.words
        if word.text in _ARROWS and area.contains(word.box.center)
    ]
    right = sorted((box for box in signs if box.x >= head.right - 2), key=lambda box: box.x)
    left = sorted((box for box in signs if box.right <= head.x + 2), key=lambda box: -box.right)
    apart: list[Rect] = []
    for box in right:
        if not any(box.intersect(other) for other in apart):
            apart.append(box)
    if left and apart:
        return (apart[0] if forward else left[0]).center
    if len(apart) >= 2:
        return apart[1 if forward else 0].center
    return None
