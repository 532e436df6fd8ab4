"""The rows of a boxed list, as newer programs draw their forms: a whole row is the place, its name at the left of it or
in small grey letters over its value.

An event's dialog had “Title”, “Location” and “Starts” in such rows, and no place was found for the event's name.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from deskhand.models.local import layout
from deskhand.screen.geometry import Rect
from deskhand.vision.scene import Scene, TextLine, Widget

HEIGHTS = range(40, 76)
"""Pixels that such a row is high."""
WIDE = 0.5
"""Of its form that it is wide at least."""
INSET = 40
"""Pixels from its left end to its words, at most."""
SMALLER = 0.92
"""How much smaller the name of a row is than the value below it."""
END = 44
"""Pixels at its right end in which the sign of a list stands."""
_SIGNS = ("v", "V", "˅", "⌄", "▾", "▼", "∨")
"""How the sign that it unfolds is read."""


@dataclass(frozen=True, slots=True)
class Row:
    name: str
    value: str
    kind: Literal["text", "choice", "check"] | None
    """None where it holds something else at its end, or nothing."""
    box: Rect
    widget: Widget
    """What is clicked: the row itself, or its switch."""


def rows(scene: Scene, area: Rect, pale: Callable[[TextLine], bool]) -> list[Row]:
    """The rows in ``area``, from top to bottom, where some are stacked; ``pale``: whether letters are grey."""
    boxes: list[Widget] = []
    for one in sorted(scene.widgets, key=lambda one: one.box.area):
        fits = one.kind == "box" and one.box.height in HEIGHTS and one.box.width >= WIDE * area.width
        if (
            fits
            and layout.inside(one.box, area, 6)
            and not any(other.box.intersect(one.box.grow(-4)) for other in boxes)
        ):
            boxes.append(one)
    column = [one for one in boxes if any(_stacked(one.box, other.box) for other in boxes if other is not one)]
    found = [_row(scene, one, pale) for one in sorted(column, key=lambda one: one.box.y)]
    return [row for row in found if row is not None]


def _stacked(one: Rect, other: Rect) -> bool:
    """Whether one stands right above the other."""
    apart = max(one.y, other.y) - min(one.bottom, other.bottom)
    return abs(one.x - other.x) <= 6 and abs(one.right - other.right) <= 6 and -6 <= apart <= 10


def _row(scene: Scene, widget: Widget, pale: Callable[[TextLine], bool]) -> Row | None:
    box = widget.box
    lines = [line for line in scene.texts if box.contains(line.box.center) and len(line.text.strip()) > 1]
    if not lines:
        return None
    first = min(lines, key=lambda line: (line.box.x // 6, line.box.y))
    if first.box.x - box.x > INSET:
        return None
    below = [line for line in lines if line.box.y >= first.box.bottom and abs(line.box.x - first.box.x) <= 4]
    if below:
        small = first.box.height <= SMALLER * below[0].box.height and pale(first)
        return Row(first.text, below[0].text, "text" if small else None, box, widget)
    behind = [line for line in lines if line is not first and layout.same_row(line.box, first.box)]
    value = " ".join(line.text for line in sorted(behind, key=lambda line: line.box.x))
    switches = [one for one in scene.widgets if one.role == "switch" and box.contains(one.box.center)]
    if len(switches) == 1:
        return Row(first.text, "", "check", box, switches[0])
    if _unfolds(scene, box):
        return Row(first.text, value, "choice", box, widget)
    return Row(first.text, value, "text" if not behind and pale(first) else None, box, widget)


def _unfolds(scene: Scene, box: Rect) -> bool:
    end = Rect(box.right - END, box.y, END, box.height)
    signs: Sequence[Rect] = [line.box for line in scene.texts if line.text.strip() in _SIGNS]
    signs = [*signs, *(one.box for one in scene.widgets if one.mark == "▾" or one.idea == "expand")]
    return any(end.contains(sign.center) for sign in signs)
