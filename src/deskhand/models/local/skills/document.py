"""The document in front, known line by line: where its lines are, what they say, and whether all of it shows.

Selecting everything marks the text and nothing else, in every toolkit: where the picture changes, the document is.
Without that, a toolbar's words and a status bar's figures were taken for lines. A line that two readings at different
sizes disagree on makes the document not known: what is only nearly known is not typed again.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

import numpy as np

from deskhand.models.local import layout
from deskhand.models.local.effects import Reading
from deskhand.models.local.hand import Hand
from deskhand.models.local.view import View
from deskhand.screen.geometry import Rect
from deskhand.vision.folding import fold
from deskhand.vision.match import similarity
from deskhand.vision.picture import as_picture
from deskhand.vision.scene import Scene, TextLine

_NUMBERED = re.compile(r"(\d+)\s*(.*)")
_MENU = re.compile(
    r"\b(?:File|Edit|View|Search|Options|Tools|Document|Format|Insert|Help|Window|Preferences)\b"
    r"|ファイル|編集|表示|検索|ツール|ヘルプ|オプション|設定|書式|文書"
)
BAR = 34
"""Pixels under the title in which a bar of menus stands."""
_UNSURE = re.compile(r"\[\]|\(\)|\{\}|[|¦]|\.{2,}|…")
"""What two readings agree on and still may be otherwise: a space between brackets, strokes, dots in a row."""
THINNEST = 6
"""A selection is at least so many pixels wide and high; a caret is thinner."""
WIDE = 1.1
"""A gap between two words is at most so many times as wide as the row is high; two of a typewriter's are wider."""
SCROLLED = 60
"""Pixels of height that change when a view scrolls; going to another line changes two rows at most."""
BAR_BELOW = 60
"""Pixels at the foot of a window in which its bars stand; the first line of a text stands higher."""
EDGE = 14
"""Pixels by which the parts of one selection begin apart: each line's begins at the edge of the text; a button of the
toolbar that has come alive stands elsewhere."""
FOOT = 4
"""Pixels that a line of the text may begin above what the selection changed."""
OVERLAP = 0.9
"""Of a row's height that is a step to the next at least: where boxes overlap more, one was read too high."""
INDENT = 7
"""Pixels by which a line may begin further right than the others and still begin at the edge."""


@dataclass(frozen=True, slots=True)
class Row:
    text: str
    box: Rect
    sure: bool = True
    """Whether two readings of it agree."""


@dataclass(frozen=True, slots=True)
class Document:
    rows: tuple[Row, ...]
    """The lines, top to bottom, empty ones included (with an empty text)."""
    whole: bool
    """Whether nothing of it is out of sight."""

    @property
    def lines(self) -> tuple[str, ...]:
        return tuple(row.text for row in self.rows)

    @property
    def exact(self) -> bool:
        """Whether it may be typed again from what is known: all in sight, all read alike twice, nothing indented."""
        left = min((row.box.x for row in self.rows if row.text), default=0)
        return self.whole and all(row.sure and (not row.text or row.box.x - left <= INDENT) for row in self.rows)


async def document_in_front(hand: Hand) -> Document | None:
    """The document of the window in front; None where nothing can be selected. The caret is left at its end."""
    top = await hand.key("ctrl+Home", hand.say("Going to the top of the text.", "文頭に移ります。"))
    view = await hand.key("ctrl+End", hand.say("Going to the end of the text.", "文末に移ります。"))
    front = await hand.front()
    body = front.body if front is not None else Rect(0, 0, view.size.width, view.size.height)
    scrolled = any(area.height > SCROLLED and area.width > SCROLLED for area in view.changes)
    plain = without_menu_bar(await hand.scene(), body)
    areas: list[Rect] = []
    for _ in range(2):
        marked = await hand.key(
            "ctrl+a", hand.say("Selecting all, to see what is the text.", "本文の範囲を見るため、すべて選択します。")
        )
        if not marked.changes and await hand.took_effect():
            marked = await hand.view()
        areas = [
            area
            for area in marked.changes
            if area.width >= THINNEST and area.height >= THINNEST and body.intersect(area) is not None
        ]
        areas = [] if at_the_foot(areas, body) else areas
        back = await hand.key("ctrl+End", hand.say("Taking the selection back.", "選択を解除します。"))
        if not areas or taken_back(areas, back.changes):
            break
    near, times = _closely(areas, view)
    if near is not None:  # small letters are overlooked where a whole screen is read, or patches of it
        plain = without_menu_bar(await Reading(view.picture, near, times), body)
    found = selected_rows(plain, areas)
    if not found:
        return None
    reach = max(row.box.bottom for row in found) + 2.5 * _pitch([row.box for row in found])
    if any(area.bottom > reach and area.y < reach - 30 and area.height > SCROLLED for area in areas):
        return None  # far beyond the last word, as in a sheet of cells
    edge = min(area.x for area in areas if any(area.grow(2).contains(line.box.center) for line in found))
    sizes = (3, 4, 1) if times > 1 else (2, 3, 4)
    rows = [await _twice(view.picture, line, edge, sizes) for line in found[:-1]]
    # A caret at the end of the last line is read as a letter or a digit: it is read where the caret is not.
    last = found[-1]
    rows.append(
        await _twice(view.picture, last, edge, sizes)
        if scrolled or len(found) == 1
        else await _twice(top.picture, last, edge, seen=False)
    )
    return Document(tuple(with_empty_rows(without_numbers(rows))), not scrolled)


def at_the_foot(areas: Sequence[Rect], body: Rect) -> bool:
    """Whether nothing but a bar at the foot of the window changed: there old editors say which keys they have got."""
    return all(area.y >= body.bottom - BAR_BELOW for area in areas)


def taken_back(areas: list[Rect], changes: Sequence[Rect]) -> bool:
    """Whether what changed with the selection changed back without it: where the selection was drawn too late, one line
    whose misspelling was underlined at that moment was taken for the whole text, and the rest of it was lost."""
    main = max(areas, key=lambda area: area.area)
    return any((both := main.intersect(area)) is not None and 2 * both.area >= main.area for area in changes)


def without_menu_bar(scene: Scene, body: Rect) -> Scene:
    """A bar of menus right under the title hangs together with the first line, and changes with a selection."""
    top = Rect(body.x, body.y, body.width, BAR)
    names = [line for line in scene.texts if top.contains(line.box.center) and _MENU.search(line.text)]
    if len({word for line in names for word in _MENU.findall(line.text)}) < 2:
        return scene
    middle = median(line.box.center.y for line in names)
    return replace(
        scene, texts=tuple(x for x in scene.texts if abs(x.box.center.y - middle) > 6 or x.box.y > top.bottom)
    )


def without_numbers(rows: list[Row]) -> list[Row]:
    """Without the numbers of the lines, where each row begins with its own."""
    parted = [_NUMBERED.match(row.text) for row in rows]
    if len(rows) < 2 or any(one is None or int(one[1]) != place for place, one in enumerate(parted, 1)):
        return rows
    return [replace(row, text=one[2]) for row, one in zip(rows, parted, strict=True) if one is not None]


def selected_rows(scene: Scene, areas: list[Rect]) -> list[TextLine]:
    """The text rows inside what a selection changed: those that hang together with its largest part, so that a status
    bar that tells what is selected does not count."""
    if not areas:
        return []
    main = max(areas, key=lambda area: area.area)
    areas = [area for area in areas if abs(area.x - main.x) <= EDGE]
    lines = [line for line in scene.texts if any(_lies_in(line.box, area) for area in areas)]
    rows: list[TextLine] = []
    for line in sorted(lines, key=lambda line: (line.box.center.y, line.box.x)):
        if rows and layout.same_row(rows[-1].box, line.box):
            rows[-1] = _joined(rows[-1], line)
        else:
            rows.append(line)
    if not rows:
        return []
    pitch = _pitch([row.box for row in rows])
    kept: list[TextLine] = []
    for row in rows:
        if kept and row.box.y - kept[-1].box.bottom > 3.5 * pitch:
            if main.grow(2).contains(kept[-1].box.center):
                break
            kept = []
        kept.append(row)
    return kept


def _lies_in(box: Rect, area: Rect) -> bool:
    """Whether a line is within what changed; the last row of a bar right above has only its foot there."""
    return area.grow(2).contains(box.center) and box.y >= area.y - FOOT


def with_empty_rows(rows: list[Row]) -> list[Row]:
    """Empty lines are not read, but leave a gap of whole rows."""
    pitch = _pitch([row.box for row in rows])
    full: list[Row] = []
    for row in rows:
        if full:
            gap = row.box.center.y - full[-1].box.center.y
            for number in range(1, round(gap / pitch)):
                box = full[-1].box
                full.append(Row("", Rect(row.box.x, box.y + round(pitch), 1, box.height)))
                del number
        full.append(row)
    return full


def _pitch(boxes: list[Rect]) -> float:
    """From one row to the next: the smallest usual step."""
    steps = sorted(after.center.y - before.center.y for before, after in pairwise(boxes))
    high = median(box.height for box in boxes) if boxes else 0
    steps = [step for step in steps if step > 4 and step >= OVERLAP * high] or [step for step in steps if step > 4]
    if not steps:
        return float(boxes[0].height) * 1.3 if boxes else 20.0
    return float(median([step for step in steps if step <= 1.4 * steps[0]]))


def _closely(areas: list[Rect], view: View) -> tuple[Rect | None, int]:
    """The part of the screen that the selection changed, and how many times to enlarge it to read it."""
    if not areas:
        return None, 1
    main = max(areas, key=lambda area: area.area)
    near = main
    for area in areas:
        if abs(area.x - main.x) <= EDGE or area.intersect(main) is not None:
            near = near.union(area)
    near = near.grow(8).clip(view.size) or near
    return near, 2 if 4 * near.area <= view.size.pixels // 2 else 1


async def _twice(
    picture: bytes, line: TextLine, edge: int, sizes: tuple[int, ...] = (2, 3, 4), *, seen: bool = True
) -> Row:
    """A row as two of up to four readings at different sizes have it; what stands left of the text's ``edge``, the
    number of the line, is no part of it. ``seen``: the line itself is one of the readings."""
    part = line.box.grow(6)
    if line.box.x < edge - INDENT:
        part, seen = Rect.from_corners(edge - 2, part.y, max(part.right, edge + 20), part.bottom), False
    part = Rect.from_corners(max(0, part.x), max(0, part.y), part.right, part.bottom)
    readings = [line.text.strip()] if seen else []
    for size in sizes:
        closer = await Reading(picture, part, size)
        parts = sorted((one for one in closer.texts if layout.same_row(one.box, line.box)), key=lambda one: one.box.x)
        readings.append(" ".join(one.text for one in parts).strip())
        for text in readings:
            if text and readings.count(text) >= 2:
                return Row(text, line.box, sure=_UNSURE.search(text) is None and not spaced_out(picture, part))
    return Row(readings[0], line.box, sure=False)


def spaced_out(picture: bytes, part: Rect) -> bool:
    """Whether a row has gaps wider than a space between its words: how many spaces those are cannot be read."""
    pixels = as_picture(picture)[part.y : part.bottom, part.x : part.right].astype(np.int16)
    if not pixels.size:
        return False
    ink = np.abs(pixels - np.median(pixels, axis=(0, 1))).max(axis=2) > 60
    columns, rows = np.flatnonzero(ink.any(axis=0)), np.flatnonzero(ink.any(axis=1))
    if len(columns) < 2:
        return False
    return bool(np.diff(columns).max() > WIDE * (rows[-1] - rows[0] + 1))


def _joined(one: TextLine, other: TextLine) -> TextLine:
    return TextLine(f"{one.text} {other.text}", one.box.union(other.box), min(one.confidence, other.confidence))


def same_lines(found: tuple[str, ...], wanted: tuple[str, ...]) -> bool:
    """Whether a document reads as it should, misread letters and empty lines at its end aside."""
    one, other = _trimmed(found), _trimmed(wanted)
    return len(one) == len(other) and all(
        fold(a).shapes == fold(b).shapes or similarity(a, b) >= 0.93 for a, b in zip(one, other, strict=True)
    )


def _trimmed(lines: tuple[str, ...]) -> list[str]:
    kept = list(lines)
    while kept and not kept[-1].strip():
        kept.pop()
    return kept
