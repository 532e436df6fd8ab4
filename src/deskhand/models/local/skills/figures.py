"""Numbers of a list or a table that shows: added up, averaged, and the row that has the highest or the lowest.

What is read is told with the answer's count of numbers, so that the person can see what went into it. More that is out
of sight is never guessed at.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Literal

from deskhand.models.local import layout
from deskhand.models.local.ground import matches
from deskhand.models.local.hand import Hand, Stuck
from deskhand.models.local.skills.common import visible_summary
from deskhand.models.local.steps import Comparison, Pick, Total
from deskhand.screen.geometry import Rect
from deskhand.vision.folding import fold
from deskhand.vision.scene import Scene, TextLine

_NUMBER = re.compile(r"[-−+]?[$€£¥￥]?\s?\d{1,3}(?:[,']\d{3})+(?:\.\d+)?|[-−+]?[$€£¥￥]?\s?\d+(?:\.\d+)?")
_UNITS = {"b": 1, "bytes": 1, "kb": 10**3, "kib": 2**10, "mb": 10**6, "mib": 2**20, "gb": 10**9, "gib": 2**30}
_SUM = re.compile(r"^(?:sub-?)?total\b|^sum\b|合計|総計|小計", re.IGNORECASE)
"""A row that adds up the others is none of them."""
EDGE = 40
"""Pixels that an outermost column may go beyond its heading, or a third of them."""
BAR = 34
"""Pixels below a window's title that belong to its menu bar."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number, and the row it stands in."""

    value: Decimal
    box: Rect
    row: str
    """What the row begins with."""


async def total(hand: Hand, step: Total) -> str:
    """Kept with the digits that the numbers have."""
    found = await _figures(hand, step.what)
    values = [one.value for one in found if not _SUM.search(one.row)]
    if not values:
        raise await _none(hand, step.what)
    hand.memory.store(step.store, _put_together(values, step.how))
    shown = ", ".join(_plain(value) for value in values[:20])
    return hand.say(f"I read {len(values)} numbers: {shown}.", f"読み取った数は{len(values)}個です: {shown}。")


async def pick(hand: Hand, step: Pick) -> str:
    found = [one for one in await _figures(hand, step.by) if one.row and not _SUM.search(one.row)]
    if len(found) < 2:
        raise await _none(hand, step.by)
    values = [one.value for one in found]
    best = max(values) if step.highest else min(values)
    rows = [one.row for one in found if one.value == best]
    hand.memory.store(step.store, ", ".join(rows))
    return hand.say(
        f"Of {len(found)} rows {', '.join(rows)} has {_plain(best)}.",
        f"{len(found)}行のうち、{'、'.join(rows)}が {_plain(best)} です。",
    )


async def _figures(hand: Hand, name: str) -> list[Figure]:
    front = await hand.front()
    scene = await hand.scene()
    body = front.body if front is not None else None
    inside = [
        line for line in scene.texts if body is None or (body.contains(line.box.center) and line.box.y > body.y + BAR)
    ]
    if not name:
        return _columns(inside)
    return under(scene, inside, name, body)


def under(scene: Scene, lines: Sequence[TextLine], name: str, body: Rect | None) -> list[Figure]:
    """The numbers below what heads them, or, where there are none, those in its own row."""
    for match in matches(scene, name, body):
        head = match.box
        left, right = column_of(lines, head)
        below = [
            figure
            for line in lines
            if line.box.y > head.bottom - 2 and left < line.box.center.x < right
            for figure in _of(line, lines)
        ]
        if len(below) > 1:
            return below
        beside = [
            figure
            for line in lines
            if layout.same_row(head, line.box) and line.box.x > head.right - 4
            for figure in _of(line, lines)
        ]
        if beside:
            return beside
    return []


def column_of(lines: Sequence[TextLine], head: Rect) -> tuple[int, int]:
    """From where to where the column under a heading goes: numbers stand at its right end, the heading at its left."""
    row = [line.box for line in lines if layout.same_row(head, line.box) and line.box.intersect(head) is None]
    before = max((box.right for box in row if box.right <= head.x), default=head.x - 2 * EDGE)
    after = min((box.x for box in row if box.x >= head.right), default=head.right + 3 * EDGE)
    return (before + head.x) // 2, after - 2


def _columns(lines: Sequence[TextLine]) -> list[Figure]:
    """The numbers of the only column that has any: with two of them it is not clear which is meant."""
    figures = [figure for line in lines for figure in _of(line, lines)]
    rights = sorted({round(figure.box.right / 24) for figure in figures})
    groups = [group for group in rights if sum(round(one.box.right / 24) == group for one in figures) > 1]
    return figures if len(groups) <= 1 or groups[-1] - groups[0] <= 1 else []


def _of(line: TextLine, lines: Sequence[TextLine]) -> list[Figure]:
    value = number(line.text)
    if value is None:
        return []
    row = sorted((one for one in lines if layout.same_row(line.box, one.box)), key=lambda one: one.box.x)
    named = next((one for one in row if one is not line and number(one.text) is None), None)
    first = named.text if named is not None else re.split(r"[:：\t]|\s{2,}|\s(?=[-−$€£¥￥]?\d)", line.text)[0]
    return [Figure(value, line.box, "" if number(first) is not None and first == line.text else first.strip(" :："))]


def number(text: str) -> Decimal | None:
    """The one number of a line: “Lunch: 12.50”, “1,280円”, “3.4 MB”; None where there is none, or there are several."""
    found = _NUMBER.findall(text)
    if len(found) != 1 or re.search(r"\d[-/:]\d", text):
        return None
    try:
        value = Decimal(re.sub(r"[,'\s$€£¥￥+]", "", found[0]).replace("−", "-"))
    except InvalidOperation:
        return None
    unit = re.search(rf"{re.escape(found[0])}\s*([KMG]i?B|bytes|B)\b", text, re.IGNORECASE)
    return value * _UNITS[unit[1].lower()] if unit is not None else value


def _put_together(values: Sequence[Decimal], how: Literal["sum", "average", "highest", "lowest"]) -> str:
    match how:
        case "sum":
            return _plain(sum(values, Decimal(0)))
        case "average":
            return _plain(round(sum(values, Decimal(0)) / len(values), 4))
        case "highest":
            return _plain(max(values))
        case "lowest":
            return _plain(min(values))


def _plain(value: Decimal) -> str:
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text and not re.fullmatch(r"-?\d+\.\d\d", text) else text


def rounded(text: str, decimals: int | None) -> str:
    """A number that was read, with so many digits after the point; anything else as it is."""
    value = number(text) if decimals is not None else None
    return text if value is None or decimals is None else f"{value:.{decimals}f}"


def compares(text: str, how: Comparison, to: str) -> bool:
    """Whether a value that was read is more, less …; text that is no number is only equal or empty."""
    if how == "empty":
        return not text.strip()
    one, other = number(text), number(to)
    if one is None or other is None:
        return how == "equal" and fold(text.strip()).letters == fold(to.strip()).letters
    match how:
        case "more":
            return one > other
        case "less":
            return one < other
        case "at least":
            return one >= other
        case "at most":
            return one <= other
        case "equal":
            return one == other


async def _none(hand: Hand, name: str) -> Stuck:
    seen = await visible_summary(hand)
    what = name or hand.say("that", "その項目")
    return Stuck(
        hand.say(
            f"I see no numbers of “{what}” to work with. {seen}", f"「{what}」の数値が画面に見当たりません。{seen}"
        )
    )
