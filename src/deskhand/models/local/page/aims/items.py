# ruff: noqa: E501 - a condition is read more easily in one line
"""Entries of a page: the rows, cards and lines of which there are several alike, with what stands in each.

Whatever a shop, a mail program or a list of settings is about, it shows several things of one kind in the same way; a
wish picks some of them by words, looks or worth, and acts on what belongs to them.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

import cv2
import numpy as np

from deskhand.models.local.layout import same_row
from deskhand.models.local.page.sheet import Sheet, Thing
from deskhand.screen.geometry import Rect, bounding
from deskhand.vision.scene import TextLine

_MOST = 9
"""Lines in one entry; what has more is a list."""


@dataclass(frozen=True, slots=True)
class Item:
    box: Rect
    lines: tuple[TextLine, ...]
    group: int = 0
    """Which entries are alike."""
    things: tuple[Thing, ...] = field(default=(), compare=False)
    """Buttons, boxes and fields in it."""

    @property
    def text(self) -> str:
        return " ".join(line.text for line in self.lines)

    @property
    def name(self) -> TextLine:
        """What it is called: its first line with letters."""
        return next((line for line in self.lines if re.search(r"[^\W\d_]{2}", line.text)), self.lines[0])


def items_of(sheet: Sheet) -> list[Item]:
    """All entries, the smallest frames first; a line of text is in one entry only."""
    found: list[Item] = []
    taken: set[int] = set()
    framed = _framed(sheet)
    for group, boxes in enumerate(framed):
        for box in boxes:
            lines = [line for line in sheet.lines if box.contains(line.box.center)]
            if lines and not any(id(line) in taken for line in lines):
                taken.update(id(line) for line in lines)
                found.append(Item(box, _in_order(lines), group, _things(sheet, box)))
    rest = [line for line in sheet.lines if id(line) not in taken]
    for group, column in enumerate(_columns(rest), len(framed)):
        for index, first in enumerate(column):
            if id(first) in taken:
                continue
            foot = first.box.bottom + int(2.2 * sheet.unit)
            below = min(foot, column[index + 1].box.y if index + 1 < len(column) else foot)
            frame = _container(sheet, first)
            lines = [
                line for line in rest
                if id(line) not in taken and line.box.x >= first.box.x - 4 and frame.contains(line.box.center)
                and (same_row(line.box, first.box) or (first.box.y <= line.box.center.y < below - 2 and _under(line, first)))
            ]  # fmt: skip
            taken.update(id(line) for line in lines)
            box = bounding([line.box for line in lines]) or first.box
            found.append(Item(box, _in_order(lines or [first]), group, _beside(sheet, box, frame)))
    return found


def _container(sheet: Sheet, line: TextLine) -> Rect:
    """The smallest frame around a line that holds others too."""
    boxes = [
        thing.box for thing in sheet.things
        if thing.box.contains(line.box.center) and thing.box.height > 5 * sheet.unit and thing.box.width > line.box.width
    ]  # fmt: skip
    return min(boxes, key=lambda box: box.area, default=sheet.body)


def _framed(sheet: Sheet) -> list[list[Rect]]:
    """Sets of frames of about one size with several lines or a control in each, the smallest first."""
    boxes = [
        thing.box for thing in sheet.things
        if thing.kind in ("card", "area", "field", "button", "shape", "select") and thing.text
        and thing.box.width > 5 * sheet.unit and thing.box.height > 1.3 * sheet.unit
        and thing.box.area < 0.45 * sheet.body.area
    ]  # fmt: skip
    groups: list[list[Rect]] = []
    for box in boxes:
        group = next((g for g in groups if abs(g[0].width - box.width) <= 6 and _like(g[0].height, box.height)), None)
        if group is None:
            groups.append([box])
        elif not any(box.intersect(other) for other in group):
            group.append(box)
    sets = [group for group in groups if len(group) > 1 and _tell_more(sheet, group)]
    return sorted(sets, key=lambda group: group[0].area)


def _tell_more(sheet: Sheet, group: Sequence[Rect]) -> bool:
    """Frames with one word each are buttons, unless a word and a control share them."""
    texts = [" ".join(line.text for line in sheet.lines if box.contains(line.box.center)) for box in group]
    if len(set(texts)) == 1:
        return False  # "Add to cart" six times
    if any(_is_list(sheet, box) for box in group):
        return False
    if len(set(texts)) == len(texts) > 3 and all(_apart(box, group) for box in group):
        return True  # tiles with a word each
    return any(
        sum(box.contains(line.box.center) for line in sheet.lines) > 1
        or any(box != thing.box and box.contains(thing.box.center) for thing in sheet.things)
        for box in group
    )


def _apart(box: Rect, group: Sequence[Rect]) -> bool:
    """Whether it touches none of the others, as the cells of a table do."""
    return not any(other != box and box.grow(2).intersect(other.grow(1)) for other in group)


def _is_list(sheet: Sheet, box: Rect) -> bool:
    """Whether a frame holds a list itself: many lines, or several under one another and nothing else."""
    lines = [line for line in sheet.lines if box.contains(line.box.center)]
    level = len({line.box.x // 6 for line in lines}) == 1
    return len(lines) > _MOST or (len(lines) > 3 and level and box.height > 8 * sheet.unit)


def _like(one: int, other: int) -> bool:
    return abs(one - other) <= 0.22 * max(one, other)


def _columns(lines: Sequence[TextLine]) -> list[list[TextLine]]:
    """Lines under one another at one left edge, three or more, leftmost first."""
    edges: list[list[TextLine]] = []
    for line in sorted(lines, key=lambda line: (line.box.x, line.box.y)):
        column = next((c for c in edges if abs(c[0].box.x - line.box.x) <= 5), None)
        if column is None:
            edges.append([line])
        else:
            column.append(line)
    edges.sort(key=lambda column: all(len(line.text.strip()) < 3 for line in column))  # numbers before names
    return [sorted(column, key=lambda line: line.box.y) for column in edges if len(column) > 1]


def _under(line: TextLine, first: TextLine) -> bool:
    return line.box.x < first.box.right + 30 and abs(line.box.x - first.box.x) < 40


def _in_order(lines: Sequence[TextLine]) -> tuple[TextLine, ...]:
    return tuple(sorted(lines, key=lambda line: (line.box.center.y // 10, line.box.x)))


def _things(sheet: Sheet, box: Rect) -> tuple[Thing, ...]:
    return tuple(t for t in sheet.things if t.box != box and box.contains(t.box.center) and t.box.area < 0.7 * box.area)


def _beside(sheet: Sheet, box: Rect, frame: Rect) -> tuple[Thing, ...]:
    """In its row, to the left close by, to the right anywhere before the next text far off."""
    return tuple(
        t for t in sheet.things
        if same_row(t.box, box) and frame.contains(t.box.center) and box.x - 4 * sheet.unit < t.box.center.x and t.box.height < 4 * sheet.unit
        and not t.box.contains(box.center)
    )  # fmt: skip


# --- looks ---


def weight(sheet: Sheet, line: TextLine) -> float:
    """How thick the strokes of a line are, against the height of its print."""
    box = line.box.clip(sheet.scene.size) or line.box
    part = sheet.picture[box.y : box.bottom, box.x : box.right].astype(np.int32)
    if not part.size:
        return 0.0
    away = np.abs(part - np.median(part.reshape(-1, 3), axis=0)).max(axis=2)
    peak = float(np.percentile(away, 98)) or 1.0
    ink = (away > 0.5 * peak).astype(np.uint8)
    if not ink.any():
        return 0.0
    outline = cv2.morphologyEx(ink, cv2.MORPH_GRADIENT, np.ones((2, 2), np.uint8))
    return float(ink.sum()) / max(1.0, float(outline.sum()))


def bold_ones(sheet: Sheet, items: Sequence[Item]) -> list[Item]:
    """Those printed thicker than others of their kind: what is unread, new or chosen."""
    found: list[Item] = []
    for group in {item.group for item in items}:
        alike = [item for item in items if item.group == group]
        weights = [weight(sheet, item.name) for item in alike]
        order = sorted(weights)
        gaps = [(b / a if a else 1.0, (a + b) / 2) for a, b in itertools.pairwise(order)]
        widest, limit = max(gaps, default=(1.0, 0.0))
        if widest > 1.12:
            found += [item for item, own in zip(alike, weights, strict=True) if own > limit]
    return found
