"""The places of a settings page, each with the section it stands in: fields and boxes of a form, and the rows of a list
with a switch, a choice or a button far at their right end.

A form has its label right beside the field. A list of settings, as newer programs draw it, has the label at the left
edge and the switch at the right one, 680 pixels away, and what it is about stands once, in a heading above the row.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from deskhand.models.local import layout
from deskhand.models.local.skills.commands.answering import says_no, says_yes
from deskhand.models.local.skills.commands.pages import stacked
from deskhand.models.local.skills.commands.slots import Slot, slots
from deskhand.screen.geometry import Rect
from deskhand.vision.picture import Picture
from deskhand.vision.scene import Scene, TextLine, Widget

REACH = 12
"""Pixels above and below a switch within which its row's words stand: a name, and a sentence below it."""
WIDEST = 90
"""Pixels of a switch at most."""
DARK = 0.8
"""Of the strongest letters of a row, those of its name at least."""
LONG = 1.3
"""Width by height of a switch at least."""
COLOURED = 60
"""Steps of 255 between the parts of a colour that is no grey."""
LEVEL = 6
"""Pixels by which lines of one column begin apart."""
HEADING = 48
"""Letters of a heading at most."""
LINKED = 8
"""Pixels between two buttons of which one is chosen."""


@dataclass(frozen=True, slots=True)
class Spot:
    slot: Slot
    section: str = ""
    """The heading above it."""
    told: str = ""
    """What stands below its label, smaller."""

    @property
    def label(self) -> str:
        return self.slot.label or self.slot.column


def spots(scene: Scene, pixels: Picture, area: Rect) -> list[Spot]:
    """All places of the page in ``area``, in reading order."""
    found = slots(scene, pixels, area)
    rows = _rows(scene, pixels, area, found)
    rows += _linked(scene, pixels, area, [*found, *(one for one, _ in rows)])
    listed = stacked(scene)
    kept = [slot for slot in found if slot.box not in listed and not any(_within(slot, one) for one, _ in rows)]
    labels = [text for slot in (*kept, *(one for one, _ in rows)) for text in (slot.label, slot.value)]
    labels += [text for _, text in rows]
    told = {slot.box: text for slot, text in rows}
    all_of = layout.in_reading_order([*kept, *(one for one, _ in rows)], lambda slot: slot.box)
    return [Spot(slot, _heading(scene, area, slot, labels), told.get(slot.box, "")) for slot in all_of]


def _within(slot: Slot, row: Slot) -> bool:
    """Whether a place was seen in two ways: the row's own switch, or the row taken for a field."""
    return slot.widget.box.intersect(row.widget.box) is not None and slot.kind in ("check", "radio", "text", "area")


def _rows(scene: Scene, pixels: Picture, area: Rect, known: Sequence[Slot]) -> list[tuple[Slot, str]]:
    """Switches, and choices without a label of their own, whose words stand at the other end of their row."""
    found: list[tuple[Slot, str]] = []
    marks = [
        one
        for one in scene.widgets
        if one.kind == "checkbox"
        and area.contains(one.box.center)
        and one.box.width <= WIDEST
        and not any(slot.widget.box == one.box and slot.label for slot in known)
    ]
    for mark in marks:
        if (row := _named(scene, pixels, area, mark.box)) is not None:
            state = is_on(pixels, mark)
            found.append((Slot(row[0].text, "check", mark.box, "", replace(mark, checked=state)), row[1]))
    for slot in known:
        if (
            slot.kind in ("choice", "text")
            and not slot.label
            and (row := _named(scene, pixels, area, slot.box)) is not None
        ):
            found.append((replace(slot, label=row[0].text), row[1]))
    return found


def is_on(pixels: Picture, mark: Widget) -> bool | None:
    """Whether a switch is on: it is coloured then, in nearly all themes, and grey while it is off. (Of switches in
    windows one in twenty was read wrongly, and “it is so already” told of one that was not.)"""
    box = mark.box
    if box.width < LONG * box.height:
        return mark.checked
    part = pixels[box.y + 4 : box.bottom - 4, box.x + 4 : box.right - 4].astype(np.int16)
    if not part.size:
        return mark.checked
    coloured = float(((part.max(axis=2) - part.min(axis=2)) > COLOURED).mean())
    return True if coloured > 0.25 else False if coloured < 0.05 else mark.checked


def _named(scene: Scene, pixels: Picture, area: Rect, control: Rect) -> tuple[TextLine, str] | None:
    """The name at the left end of a control's row, and what is told below it."""
    before = [
        line
        for line in scene.texts
        if area.contains(line.box.center)
        and line.box.right <= control.x + 2
        and control.y - REACH <= line.box.center.y <= control.bottom + REACH
    ]
    nearest = max(before, key=lambda line: line.box.x, default=None)
    if nearest is None:
        return None
    column = [one for one in before if abs(one.box.x - nearest.box.x) <= LEVEL]
    inks = [_ink(pixels, one.box) for one in column]
    names = [one for one, ink in zip(column, inks, strict=True) if ink >= DARK * max(inks)]  # a sentence below is paler
    name = min(names, key=lambda one: abs(one.box.center.y - control.center.y))
    below = sorted((one for one in column if one not in names and one.box.y > name.box.y), key=lambda one: one.box.y)
    return name, " ".join(one.text for one in below)


def _ink(pixels: Picture, box: Rect) -> float:
    """How strongly letters stand out from their ground."""
    part = pixels[box.y : box.bottom, box.x : box.right].astype(np.int16)
    return float(np.percentile(np.abs(part - np.median(part, axis=(0, 1))).max(axis=2), 92)) if part.size else 0.0


def _linked(scene: Scene, pixels: Picture, area: Rect, known: Sequence[Slot]) -> list[tuple[Slot, str]]:
    """Buttons side by side, of which one is chosen, behind the name of what is chosen: Placement [Left][Right]."""
    boxes = [
        widget
        for widget in scene.widgets
        if widget.kind in ("box", "part")
        and widget.role in ("button", "tab", None)
        and area.contains(widget.box.center)
        and 20 <= widget.box.height <= 60
        and widget.box.width <= area.width // 3
        and not any(slot.widget.box.intersect(widget.box) for slot in known if slot.kind in ("choice", "check"))
    ]
    worded = [(one, line) for one in boxes if (line := _only_line(scene, one)) is not None]
    found: list[tuple[Slot, str]] = []
    for widget, line in worded:
        beside = [
            other
            for other, _ in worded
            if other is not widget
            and layout.same_row(other.box, widget.box)
            and abs(other.box.height - widget.box.height) <= 4
            and min(abs(other.box.x - widget.box.right), abs(widget.box.x - other.box.right)) <= LINKED
        ]
        if not beside or says_no(line.text) or says_yes(line.text):
            continue
        group = widget.box
        for other in beside:
            group = group.union(other.box)
        row = _named(scene, pixels, area, group)
        if row is not None and layout.same_row(row[0].box, group):
            found.append((Slot(line.text, "radio", widget.box, "", widget, row[0].text), row[1]))
    return found


def _only_line(scene: Scene, widget: Widget) -> TextLine | None:
    inner = [line for line in scene.texts if widget.box.contains(line.box.center)]
    worded = len(inner) == 1 and layout.inside(inner[0].box, widget.box) and any(c.isalpha() for c in inner[0].text)
    return inner[0] if worded else None


def _heading(scene: Scene, area: Rect, slot: Slot, labels: Sequence[str]) -> str:
    """The words above a place, at its left edge or further left, that are no label themselves."""
    known = frozenset(labels)
    own = [line for line in scene.texts if line.text == slot.label and abs(line.box.center.y - slot.box.center.y) <= 40]
    left, top = (own[0].box.x, own[0].box.y) if own else (slot.box.x, slot.box.y)
    above = [
        line
        for line in scene.texts
        if area.contains(line.box.center)
        and not any(line.text == one or (len(one) > HEADING and line.text in one) for one in known)
        and line.box.bottom <= top + 2
        and line.box.x <= left + LEVEL
        and line.box.right >= left - 60
        and 1 < len(line.text.strip()) <= HEADING
        and not line.text.rstrip().endswith((".", "。"))
        and any(character.isalpha() for character in line.text)
    ]
    return max(above, key=lambda line: line.box.y).text if above else ""
