"""The places of a form that hold a value, each with what is written beside it: found from the place, not from the name.

A dialog nobody described calls its fields what it likes ("Info:", "Memo:", a column "Width" over a row "New"). So every
place is given all the words around it that can be its label, and the name in the instruction is compared with those.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from deskhand.models.local import layout
from deskhand.models.local.skills.commands import boxed_rows
from deskhand.models.local.skills.commands.boxes import HEIGHTS, holds, inside, is_several, is_sign, is_stepper
from deskhand.models.local.skills.commands.fit import fit
from deskhand.models.local.skills.commands.popup import one_triangle
from deskhand.screen.geometry import Rect
from deskhand.vision.picture import Picture
from deskhand.vision.scene import Scene, TextLine, Widget

Kind = Literal["text", "area", "choice", "check", "radio"]
TALLEST = 400
SQUARES = range(11, 21)
"""Pixels that a box to tick measures each way."""
NARROWEST = 30
LEFT = 190
"""Pixels that a label stands left of its field at most."""
BESIDE = 40
"""Pixels between a field and the label that is surely its own."""
ABOVE = 34
"""Pixels between a column's name and the field below it; one field may stand between them."""
SQUARE = 1.25
"""Width by height of a place for a value at least; a number may stand in less."""
PALE = 125
"""Steps of 255 between grey letters and their ground, at most."""
SLIM = 8
"""Width by height of a slider, at least."""
ARROW = 26
"""Pixels at the right end of a field in which the arrow of its list stands."""
COLOUR = re.compile(r"#(?:[0-9A-Fa-f]{6}|[0-9A-Fa-f]{8})")
STEPS = ":"
"""How the two small arrows of a number's field are read, one above the other."""
_NUMBER = re.compile(r"[\d.,]+\s*(?:%|\w{1,3})?")
NAMED = 0.45
"""What a label must say of a name at least."""


_NEW = re.compile(r"^\s*(?:new|新しい|新規の?)\s*(?=\S)", re.IGNORECASE)
"""“New name” is a name, and says nothing of adding one."""
_WAS = re.compile(r"\b(?:old|original|previous|current)\b|元の|現在", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Slot:
    label: str
    kind: Kind
    box: Rect
    value: str
    """What it shows."""
    widget: Widget
    column: str = ""
    """What is written above it."""
    grey: bool = False

    @property
    def unlikely(self) -> float:
        """What speaks against it: grey letters, or that it only shows how things were."""
        return (0.3 if self.grey else 0.0) + (0.2 if _WAS.search(self.label) else 0.0)

    def named(self, name: str) -> float:
        """How well its labels say a name; what stands beside it counts more than what stands above."""
        own = max(fit(name, self.label), fit(name, _NEW.sub("", self.label))) if self.label else 0.0
        above = fit(name, self.column) if self.column else 0.0
        both = fit(name, f"{self.label} {self.column}") if self.label and self.column else 0.0
        score = max(own, 0.95 * above, both)
        return score + (0.05 if score and "new" in self.label.lower() else 0.0) - self.unlikely


def slots(scene: Scene, pixels: Picture, area: Rect) -> list[Slot]:
    """Every place for a value in ``area``, in reading order."""
    inputs = _inputs(scene, pixels, area)
    inputs += _bare_colours(scene, area, inputs)
    found = _with_sliders([_slot(scene, pixels, area, widget, inputs) for widget in inputs])
    for kind in ("checkbox", "radio"):
        found += _marks(scene, pixels, area, "check" if kind == "checkbox" else "radio", inputs)
    found = _with_rows(scene, pixels, area, found)
    return layout.in_reading_order(found, lambda slot: slot.box)


def _with_rows(scene: Scene, pixels: Picture, area: Rect, found: list[Slot]) -> list[Slot]:
    """Together with the rows of a boxed list; what stands at the end of one has the row's name."""
    rows = boxed_rows.rows(scene, area, lambda line: _pale(pixels, line))
    if not rows:
        return found
    kept: list[Slot] = []
    for slot in found:
        row = next((one for one in rows if one.box.grow(4).contains(slot.box.center)), None)
        if row is None:
            kept.append(slot)
        elif slot.box.width < 0.9 * row.box.width:
            kept.append(replace(slot, label=row.name))
            rows.remove(row)
    return kept + [Slot(row.name, row.kind, row.box, row.value, row.widget) for row in rows if row.kind is not None]


def _of_a_column(scene: Scene) -> list[Widget]:
    """What was taken for a switch and is as wide and high as the field right above or below it: one of a column, with
    its number marked."""
    fields = [one.box for one in scene.widgets if one.kind == "box" and one.box.height in HEIGHTS]
    return [
        Widget("box", widget.box, role="field")
        for widget in scene.widgets
        if widget.kind == "checkbox" and widget.box.width >= NARROWEST
        for box in fields
        if abs(box.x - widget.box.x) <= 1
        and abs(box.width - widget.box.width) <= 1
        and abs(box.height - widget.box.height) <= 1
        and 0 < abs(box.y - widget.box.y) <= 2 * box.height
    ][:1]


def _bare_colours(scene: Scene, area: Rect, inputs: Sequence[Widget]) -> list[Widget]:
    """A colour's digits that stand by themselves: a program that shows colours draws no frame around what it takes."""
    return [
        Widget("box", line.box, role="field")
        for line in scene.texts
        if COLOUR.fullmatch(line.text.strip())
        and layout.inside(line.box, area, 2)
        and not any(one.box.grow(2).contains(line.box.center) for one in inputs)
    ]


def _with_sliders(found: list[Slot]) -> list[Slot]:
    """A number right behind a slider is the slider's own, and has its label."""
    own: dict[Rect, str] = {}
    for slot in found:
        slider = slot.widget.role == "slider" or (not slot.value and slot.box.width >= SLIM * slot.box.height)
        behind = [
            one
            for one in found
            if slider
            and one is not slot
            and not one.label
            and _NUMBER.fullmatch(one.value)
            and layout.same_row(slot.box, one.box)
            and 0 <= one.box.x - slot.box.right <= BESIDE
        ]
        if slot.label and len(behind) == 1:
            own[behind[0].box] = slot.label
    return [replace(slot, label=own[slot.box]) if slot.box in own else slot for slot in found]


def _inputs(scene: Scene, pixels: Picture, area: Rect) -> list[Widget]:
    ground = _ground(pixels, area)
    boxes: list[Widget] = []
    for widget in (*scene.widgets, *_of_a_column(scene)):
        box = widget.box
        if (
            widget.kind != "box"
            or not layout.inside(box, area, 6)
            or box.width < NARROWEST
            or box.height < HEIGHTS.start
        ):
            continue
        if box.height not in HEIGHTS and not (box.height <= TALLEST and widget.role in (None, "area")):
            continue
        other = widget.role in ("button", "tab", "item", "row", "header", "link") and not _numbered(scene, box)
        if other or is_several(scene, box) or ticked_row(scene, box):
            continue
        if box.width < SQUARE * box.height and not any(line.text.strip().isdigit() for line in inside(scene, box)):
            continue  # a button with a picture
        known = widget.role in ("select", "spinner", "slider") or (widget.role == "field" and box.height in HEIGHTS)
        if is_stepper(scene, box) or not (known or _stands_out(pixels, box, ground) or holds(scene, box)):
            continue
        boxes.append(widget)
    boxes = [one for one in boxes if not _heads(pixels, one, boxes, ground)]
    kept: list[Widget] = []
    for widget in sorted(boxes, key=lambda one: (one.role is None, -one.box.area)):
        if widget.box.height not in HEIGHTS and any(
            layout.inside(other.box, widget.box) for other in boxes if other is not widget
        ):
            continue  # a frame around other fields
        if _side_by_side(widget, boxes):
            continue  # a frame around two fields of a row
        if any(_shares(widget.box, other.box) > 0.5 for other in kept):
            continue
        kept.append(widget)
    return kept


def _heads(
    pixels: Picture, widget: Widget, boxes: Sequence[Widget], ground: np.ndarray[tuple[int, ...], np.dtype[np.int16]]
) -> bool:
    """Whether a strip of the form's own ground stands right upon a field as wide: it is where the field's name is."""
    box = widget.box
    if widget.role is not None or _stands_out(pixels, box, ground):
        return False
    return any(
        -2 <= other.box.y - box.bottom <= 4
        and abs(other.box.x - box.x) <= 12
        and abs(other.box.right - box.right) <= 24
        and _stands_out(pixels, other.box, ground)
        for other in boxes
        if other is not widget
    )


def ticked_row(scene: Scene, box: Rect) -> bool:
    """Whether a strip holds a box to tick at its left end and that one's words, or a frame some of them: no place for a
    value."""
    if box.height not in HEIGHTS:
        return any(one.kind in ("checkbox", "radio") and layout.inside(one.box, box) for one in scene.widgets)
    marks = [
        one.box
        for one in scene.widgets
        if one.box.width in SQUARES
        and abs(one.box.width - one.box.height) <= 2
        and 0 <= one.box.x - box.x <= 12
        and box.contains(one.box.center)
    ]
    words = inside(scene, box)
    return bool(marks and words) and all(line.box.x >= marks[0].right - 2 for line in words)


def _numbered(scene: Scene, box: Rect) -> bool:
    """Whether a number stands in it and a label with a colon right before it: that is no button, whatever it looks
    like while it has the caret."""
    held = [line.text.strip() for line in inside(scene, box) if not is_sign(line.text)]
    return (
        bool(held)
        and all(_NUMBER.fullmatch(text) for text in held)
        and any(line.text.rstrip().endswith((":", "：")) and _right_before(line.box, box) for line in scene.texts)
    )


def _side_by_side(widget: Widget, boxes: Sequence[Widget]) -> bool:
    inner = [
        other.box
        for other in boxes
        if other is not widget
        and layout.inside(other.box, widget.box)
        and other.box.height >= 0.7 * widget.box.height
        and other.box.width <= 0.7 * widget.box.width
    ]
    return any(one.right <= other.x + 2 for one in inner for other in inner)


def _slot(scene: Scene, pixels: Picture, area: Rect, widget: Widget, inputs: Sequence[Widget]) -> Slot:
    box = widget.box
    inner = [line for line in inside(scene, box) if not is_sign(line.text)]
    value = " ".join(line.text for line in layout.in_reading_order(inner, lambda line: line.box))
    drops = _drops(scene, widget) or (bool(value) and widget.role != "spinner" and drawn_arrow(pixels, box))
    kind: Kind = "choice" if drops else "text" if box.height in HEIGHTS else "area"
    label = _left(scene, area, box, inputs)
    pale = bool(inner) and _pale(pixels, inner[0])
    hint = pale and _stands_out(pixels, box, _ground(pixels, area))  # "Search…" waits on a field's own ground
    if hint:
        label, value = label or value, ""
    return Slot(label, kind, box, value, widget, _above(scene, area, box, inputs), pale and not hint)


def _drops(scene: Scene, widget: Widget) -> bool:
    """A list opens from it: it is known to be one, or has the sign at its right end."""
    end = Rect(widget.box.right - 40, widget.box.y, 40, widget.box.height)
    if any(other.mark == STEPS and end.contains(other.box.center) for other in scene.widgets) and any(
        _NUMBER.fullmatch(line.text.strip()) for line in inside(scene, widget.box)
    ):
        return False  # no list opens from it; what "closed the list" closed the whole dialog
    if widget.role == "spinner" and any(_NUMBER.fullmatch(line.text.strip()) for line in inside(scene, widget.box)):
        return False
    return widget.role == "select" or any(
        (other.mark == "▾" or other.idea == "expand") and end.contains(other.box.center) for other in scene.widgets
    )


def drawn_arrow(pixels: Picture, box: Rect) -> bool:
    """Whether nothing but a small triangle or chevron that points down is drawn in its right end."""
    if box.height not in HEIGHTS:
        return False
    part = pixels[box.y + 3 : box.bottom - 3, box.right - ARROW : box.right - 3].astype(np.int16)
    if part.size == 0:
        return False
    ink = np.abs(part - np.median(part, axis=(0, 1))).max(axis=2) > 60
    ink[:, ink.mean(axis=0) > 0.8] = False  # the line before the arrow's part
    return one_triangle(ink.T)


def _left(scene: Scene, area: Rect, box: Rect, inputs: Sequence[Widget]) -> str:
    """The words in its row, up to the next place for a value."""
    row = Rect(box.x, box.y, box.width, min(box.height, 40))
    before = [
        line
        for line in scene.texts
        if area.grow(4).contains(line.box.center)
        and layout.same_row(line.box, row)
        and -6 <= box.x - line.box.right <= LEFT
        and not any(other.box.grow(2).contains(line.box.center) for other in inputs)
    ]
    nearest = max(before, key=lambda line: line.box.right, default=None)
    if nearest is None:
        return ""
    between = Rect.from_corners(nearest.box.right, box.y, max(nearest.box.right + 1, box.x), box.bottom)
    blocked = any(
        other.box != box and other.box.intersect(between) and layout.same_row(other.box, row) for other in inputs
    )
    if not blocked:
        return nearest.text
    return f"{nearest.text} …" if len(before) == 1 else nearest.text


def _above(scene: Scene, area: Rect, box: Rect, inputs: Sequence[Widget]) -> str:
    """The words over it; other fields of the same column may stand between."""
    top = box.y
    for _ in range(3):
        lines = [
            line
            for line in scene.texts
            if area.contains(line.box.center)
            and -3 <= top - line.box.bottom <= ABOVE
            and line.box.x < box.right
            and box.x - 12 < line.box.right
            and not any(_right_before(line.box, other.box) for other in inputs)
            and not _leads(scene, line)
            and not any(other.box.grow(2).contains(line.box.center) for other in inputs)
        ]
        if lines:
            return max(lines, key=lambda line: (line.box.bottom // 6, -abs(line.box.x - box.x))).text
        over = [
            other.box
            for other in inputs
            if other.box.bottom <= top + 3 and top - other.box.bottom <= ABOVE and abs(other.box.x - box.x) <= 8
        ]
        if not over:
            return ""
        top = max(over, key=lambda other: other.bottom).y
    return ""


def _leads(scene: Scene, label: TextLine) -> bool:
    """Whether a label with a colon has a box right behind it, whatever that was taken for: it is that one's own."""
    colon = label.text.rstrip().endswith((":", "："))
    boxes = (one.box for one in scene.widgets if one.kind in ("box", "checkbox") and one.box.width >= NARROWEST)
    return colon and any(_right_before(label.box, box) and box.height in HEIGHTS for box in boxes)


def _right_before(label: Rect, field: Rect) -> bool:
    """Whether words stand right before a field, in its row: they are its own, and head no column below."""
    return layout.same_row(label, field) and 0 <= field.x - label.right <= BESIDE


def _marks(
    scene: Scene, pixels: Picture, area: Rect, kind: Literal["check", "radio"], inputs: Sequence[Widget]
) -> list[Slot]:
    wanted = "checkbox" if kind == "check" else "radio"
    found: list[Slot] = []
    for widget in [one for one in scene.widgets if one.kind == wanted] + (
        _squares(scene, pixels) if kind == "check" else []
    ):
        box = widget.box
        if not area.contains(box.center) or box.width > 34:
            continue
        if any(
            other.box.contains(box.center) and other.box.height in HEIGHTS and _is_entry(scene, other.box, box)
            for other in inputs
        ):
            continue
        texts = [line for line in scene.texts if layout.same_row(line.box, box)]
        behind = [line for line in texts if -4 <= line.box.x - box.right <= 24]
        # What stands before it beyond the edge is of the window below: "Five" instead of "Dice animation".
        before = [line for line in texts if 0 <= box.x - line.box.right <= 24 and line.box.center.x >= area.x]
        label = min(behind, key=lambda line: line.box.x, default=max(before, key=lambda line: line.box.x, default=None))
        if label is None:
            label = _across(area, box, texts)
        if label is not None:
            found.append(Slot(label.text, kind, box.union(label.box), "", widget))
    return found


def _across(area: Rect, mark: Rect, row: Sequence[TextLine]) -> TextLine | None:
    """The words at the other end of a form's row, where all its marks stand in a column at the right."""
    alone = [line for line in row if area.contains(line.box.center)]
    return (
        alone[0] if len(alone) == 1 and alone[0].text.rstrip().endswith(":") and alone[0].box.right < mark.x else None
    )


def marks_in(scene: Scene, pixels: Picture) -> list[Widget]:
    """All boxes to tick, those that were seen as no more than squares as well."""
    return [widget for widget in scene.widgets if widget.kind == "checkbox"] + _squares(scene, pixels)


def _squares(scene: Scene, pixels: Picture) -> list[Widget]:
    """Small empty or ticked squares that were seen as no more than boxes."""
    known = [widget.box for widget in scene.widgets if widget.kind in ("checkbox", "radio")]
    found: list[Widget] = []
    for widget in scene.widgets:
        box = widget.box
        if widget.kind != "box" or abs(box.width - box.height) > 2 or box.width not in SQUARES:
            continue
        if any(one.grow(4).contains(box.center) for one in known):
            continue
        part = pixels[box.y + 3 : box.bottom - 3, box.x + 3 : box.right - 3].astype(np.int16)
        ink = (np.abs(part - np.median(part, axis=(0, 1))).max(axis=2) > 60).mean() if part.size else 0.0
        found.append(replace(widget, kind="checkbox", checked=bool(ink > 0.1)))
    return found


def _is_entry(scene: Scene, field: Rect, mark: Rect) -> bool:
    """The mark is part of a field (a letter read as one), not a field drawn around a mark and its words."""
    return mark.x - field.x > 24 or not any(
        field.contains(line.box.center) and line.box.x >= mark.right for line in scene.texts
    )


def _ground(pixels: Picture, area: Rect) -> np.ndarray[tuple[int, ...], np.dtype[np.int16]]:
    part = pixels[area.y : area.bottom : 3, area.x : area.right : 3].reshape(-1, 3)
    if not len(part):
        return np.zeros(3, np.int16)
    colours, counts = np.unique(part // 4, axis=0, return_counts=True)
    commonest: np.ndarray[tuple[int, ...], np.dtype[np.int16]] = colours[counts.argmax()].astype(np.int16)
    return (commonest * 4 + 2).astype(np.int16)


def _stands_out(pixels: Picture, box: Rect, ground: np.ndarray[tuple[int, ...], np.dtype[np.int16]]) -> bool:
    """Whether its ground is another than the form's: a field's is, a frame's and most buttons' are not."""
    part = pixels[box.y + 3 : box.bottom - 3, box.x + 3 : box.right - 3].reshape(-1, 3)
    if not len(part):
        return False
    own = np.median(part, axis=0).astype(np.int16)
    return bool(np.abs(own - ground).max() > 6)


def _pale(pixels: Picture, line: TextLine) -> bool:
    """Grey letters: it cannot be typed into."""
    part = pixels[line.box.y : line.box.bottom, line.box.x : line.box.right].astype(np.int16)
    if part.size == 0:
        return False
    off = np.abs(part - np.median(part, axis=(0, 1))).max(axis=2)
    ink = off[off > 30]  # the pointer may stand on a part of it
    return bool(ink.size) and bool(np.percentile(ink, 85) < PALE)


def _shares(one: Rect, other: Rect) -> float:
    shared = one.intersect(other)
    return 0.0 if shared is None else shared.area / min(one.area, other.area)
