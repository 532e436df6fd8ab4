"""Numbers of a list or a table that shows: added up, averaged, and the row that has the highest or the lowest.

What is read is told with the answer's count of numbers, so that the person can see what went into it. More that is out
of sight is never guessed at.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, TypeAlias

from deskhand.models.local import layout
from deskhand.models.local.ground import matches
from deskhand.models.local.hand import Hand, Stuck
from deskhand.models.local.skills.common import visible_summary
from deskhand.models.local.skills.measures import measure, number
from deskhand.models.local.steps import Comparison, Pick, Total
from deskhand.screen.geometry import Rect
from deskhand.vision.folding import fold
from deskhand.vision.scene import Scene, TextLine

_SUM = re.compile(r"^(?:sub-?)?total\b|^sum\b|合計|総計|小計", re.IGNORECASE)
"""A row that adds up the others is none of them."""
ALIGNED = 5
"""Pixels by which what is aligned may be off."""
WIDEST = 120
"""Pixels that the last column goes beyond its heading at most."""
Read: TypeAlias = Callable[[str], Decimal | None]
HEADS = (
    ("date", "日付", "modified", "date modified", "changed", "created", "due", "更新日時", "更新日", "期限"),
    ("size", "サイズ", "bytes", "original size", "大きさ", "容量"),
    ("price", "値段", "cost", "amount", "price each", "価格", "金額", "料金"),
    ("length", "長さ", "duration", "time", "時間"),
    ("weight", "重さ", "kg", "重量"),
)
"""What else may head the values of a comparison."""
_SIZES = HEADS[1]
_UNIT = re.compile(r"\d\s*(?:[KMGT]i?B|bytes)\b", re.IGNORECASE)
_USUAL = [heads for heads in HEADS if heads[0] in ("size", "price")]
"""What the largest of several is largest by, where two columns have numbers and nothing is said."""
BAR = 34
"""Pixels below a window's title that belong to its menu bar."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number, and the row it stands in."""

    value: Decimal
    box: Rect
    row: str
    """What the row begins with."""
    text: str = ""
    """As it stands there."""


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
    found = [one for one in await _figures(hand, step.by, measure) if one.row and not _SUM.search(one.row)]
    if step.among:
        found = [one for one in found if any(_names(one.row, name) for name in step.among)]
    found = without_the_whole(found)
    values = sorted({one.value for one in found}, reverse=step.highest)
    if len(found) < 2 or len(values) < step.place:
        raise await _none(hand, step.by)
    best = values[step.place - 1]
    chosen = [one for one in found if one.value == best]
    rows = [one.row for one in chosen]
    hand.memory.store(step.store, ", ".join(rows))
    return hand.say(
        f"Of {len(found)} rows {', '.join(rows)} has {chosen[0].text}.",
        f"{len(found)}行のうち、{'、'.join(rows)}が {chosen[0].text} です。",
    )


def without_the_whole(found: list[Figure]) -> list[Figure]:
    """Without a first or last row that is as much as all the others together: the folder that they are in."""
    for whole in (found[:1], found[-1:]) if len(found) > 2 else ():
        others = sum((one.value for one in found if one is not whole[0]), Decimal(0))
        if others and abs(whole[0].value - others) <= Decimal("0.02") * others:
            return [one for one in found if one is not whole[0]]
    return found


def _names(row: str, name: str) -> bool:
    return fold(name).letters.lower() in fold(row).letters.lower()


async def _figures(hand: Hand, name: str, read: Read = number) -> list[Figure]:
    front = await hand.front()
    scene = await hand.scene()
    body = front.body if front is not None else None
    inside = [
        line for line in scene.texts if body is None or (body.contains(line.box.center) and line.box.y > body.y + BAR)
    ]
    if not name:
        if only := _columns(inside, read):
            return only
        if len(sized := by_unit(inside, read)) > 1:
            return sized
        usual = (under(scene, inside, head, body, read) for heads in _USUAL for head in heads)
        return next((found for found in usual if len(found) > 1), [])
    if name.lower() in _SIZES and len(sized := by_unit(inside, read)) > 1:
        return sized
    for head in (name, *next((heads for heads in HEADS if name.lower() in heads), ())):
        if found := delimited(inside, head, read) or under(scene, inside, head, body, read):
            return found
    return _columns(inside, read)


def by_unit(lines: Sequence[TextLine], read: Read) -> list[Figure]:
    """The column of sizes, "7.8 MB", that is largest altogether: a folder has its own size and that of its tree."""
    columns: dict[int, list[Figure]] = {}
    for line in lines:
        for figure in _of(line, lines, read) if _UNIT.search(line.text) else ():
            at = next((right for right in columns if abs(right - line.box.right) <= 2 * ALIGNED), line.box.right)
            columns.setdefault(at, []).append(figure)
    return max(columns.values(), key=lambda column: sum(one.value for one in column), default=[])


def delimited(lines: Sequence[TextLine], name: str, read: Read = number) -> list[Figure]:
    """The column of that name in rows like “Item,Price,Stock”."""
    for sign in (",", ";", "\t", "|"):
        rows = [(line, [cell.strip() for cell in line.text.split(sign)]) for line in lines if sign in line.text]
        for place, (_, heads) in enumerate(rows):
            column = next((n for n, head in enumerate(heads) if fold(head).letters == fold(name).letters), None)
            if column is None:
                continue
            values = [
                (line, cells[0], cells[column], read(cells[column]))
                for line, cells in rows[place + 1 :]
                if len(cells) == len(heads)
            ]
            return [Figure(value, line.box, first, text) for line, first, text, value in values if value is not None]
    return []


def under(scene: Scene, lines: Sequence[TextLine], name: str, body: Rect | None, read: Read = number) -> list[Figure]:
    """The numbers below what heads them, or, where there are none, those in its own row."""
    for match in matches(scene, name, body):
        head = match.box
        below = [figure for line in in_column(lines, head) for figure in _of(line, lines, read)]
        if len(below) > 1:
            return below
        beside = [
            figure
            for line in lines
            if layout.same_row(head, line.box) and line.box.x > head.right - 4
            for figure in _of(line, lines, read)
        ]
        if beside:
            return beside
    return []


def in_column(lines: Sequence[TextLine], head: Rect) -> list[TextLine]:
    """What stands below a heading: begins, ends or is centred with it; else from where it begins to the next one, for
    numbers stand at a column's right end and its heading at the left."""
    others = [line.box for line in lines if layout.same_row(head, line.box) and line.box.intersect(head) is None]
    end = min((box.x for box in others if box.x >= head.right), default=head.right + WIDEST)
    found: list[TextLine] = []
    for line in lines:
        if line.box.y <= head.bottom - 2:
            continue
        if _aligned(line.box, head) or (
            head.x - ALIGNED <= line.box.center.x < end and not any(_aligned(line.box, other) for other in others)
        ):
            found.append(line)
    return found


def _aligned(box: Rect, head: Rect) -> bool:
    pairs = ((box.x, head.x), (box.right, head.right), (box.center.x, head.center.x))
    return any(abs(one - other) <= ALIGNED for one, other in pairs)


def _columns(lines: Sequence[TextLine], read: Read) -> list[Figure]:
    """The numbers of the only column that has any: with two of them it is not clear which is meant."""
    figures = [figure for line in lines for figure in _of(line, lines, read)]
    rights = sorted({round(figure.box.right / 24) for figure in figures})
    groups = [group for group in rights if sum(round(one.box.right / 24) == group for one in figures) > 1]
    return figures if len(groups) <= 1 or groups[-1] - groups[0] <= 1 else []


def _of(line: TextLine, lines: Sequence[TextLine], read: Read) -> list[Figure]:
    value = read(line.text)
    if value is None:
        return []
    row = sorted((one for one in lines if layout.same_row(line.box, one.box)), key=lambda one: one.box.x)
    named = next((one for one in row if one is not line and measure(one.text) is None), None)
    first = named.text if named is not None else re.split(r"[:：\t]|\s{2,}|\s(?=[-−$€£¥￥]?\d)", line.text)[0]
    name = "" if number(first) is not None and first == line.text else first.strip(" :：")
    return [Figure(value, line.box, name, line.text)]


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
