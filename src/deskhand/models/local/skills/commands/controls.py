"""Whatever can be pressed in a window or in what opened over it, whether or not anybody described it: buttons, tiles,
tabs, rows, lists that open, the pictures that stand for a menu."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from deskhand.models.local import layout
from deskhand.models.local.skills.commands.popup import entries
from deskhand.models.local.skills.commands.slots import slots
from deskhand.models.local.skills.commands.visible import LONGEST, is_step
from deskhand.screen.geometry import Rect
from deskhand.vision.picture import Picture
from deskhand.vision.scene import Scene, TextLine, Widget

Kind = Literal["button", "list", "menu", "tab", "row", "entry"]
TILE = 0.25
"""Of a window that a button takes at most."""
LINES = 3
"""Of text on one button at most."""
MIDDLE = 16
"""Pixels between the middle of a tile and that of the words on it, at most."""
BEHIND = 26
"""Pixels from a text to the sign that a list opens from it, at most."""
_OPENS = re.compile(r"\s*[▾▼▿▽⌄]\s*$")
_MENUS = ("☰", "≡", "⋮", "⋯")
_IDEAS = ("menu", "more", "settings", "preferences", "options")
_NO_BUTTON = ("field", "area", "header", "slider", "spinner", "scrollbar")


@dataclass(frozen=True, slots=True)
class Control:
    label: str
    kind: Kind
    box: Rect
    around: str = ""
    """What is written beside or above it."""

    @property
    def said(self) -> str:
        return f"{self.around} {self.label}".strip()


def controls(scene: Scene, pixels: Picture, area: Rect) -> list[Control]:
    """Those of a window, in reading order."""
    found: list[Control] = []
    places = slots(scene, pixels, area)
    typed = [slot.box for slot in places if slot.kind in ("text", "area")]
    for slot in places:
        if slot.kind == "choice":
            found.append(Control(slot.value, "list", slot.box, slot.label or slot.column))
    for line in scene.texts:
        box = line.box
        if (
            not area.contains(box.center)
            or len(line.text) > LONGEST
            or any(one.box.contains(box.center) for one in found)
        ):
            continue
        if _OPENS.search(line.text) or any(_is_sign(one, box) for one in scene.widgets):
            found.append(Control(_OPENS.sub("", line.text), "list", box))
        elif (widget := _button(scene, line, area)) is not None and widget.box not in typed:
            found.append(Control(line.text.strip(), _kind(widget), widget.box))
    for widget in scene.widgets:
        pictured = widget.mark in _MENUS or widget.idea in _IDEAS
        if pictured and area.contains(widget.box.center) and not is_step(scene, widget.box):
            found.append(Control(widget.idea or "menu", "menu", widget.box))
    return layout.in_reading_order(found, lambda one: one.box)


def popped_up(scene: Scene, pixels: Picture, area: Rect) -> list[Control]:
    """Those of a menu, a list or a pane that opened: every line there may be chosen."""
    lines = [
        Control(one.entry.label, "menu" if one.entry.opens else "entry", one.box)
        for one in entries(scene, pixels, area, ())
        if not one.entry.grey
    ]
    others = [one for one in controls(scene, pixels, area) if not any(line.box.intersect(one.box) for line in lines)]
    loose = [
        Control(line.text.strip(), "entry", line.box)
        for line in scene.texts
        if area.contains(line.box.center) and not any(one.box.intersect(line.box) for one in (*lines, *others))
    ]  # tiles beside each other, of which a menu's reader takes the first of each row
    return [*lines, *others, *loose]


def _is_sign(widget: Widget, text: Rect) -> bool:
    """The sign that a list opens, right behind a text."""
    opens = widget.mark == "▾" or widget.idea == "expand"
    return opens and layout.same_row(widget.box, text) and -4 <= widget.box.x - text.right <= BEHIND


def _button(scene: Scene, line: TextLine, area: Rect) -> Widget | None:
    """The smallest thing that the line stands on and that is no place to type into."""
    boxes = [
        widget
        for widget in scene.widgets
        if widget.kind == "box"
        and layout.inside(line.box, widget.box)
        and widget.box.area <= TILE * area.area
        and sum(widget.box.contains(one.box.center) for one in scene.texts) <= LINES
    ]
    best = min(boxes, key=lambda widget: widget.box.area, default=None)
    if best is not None and best.role == "area":  # the words on a tile, seen as a place to type into
        tiles = [one for one in boxes if one.role != "area" and _same_middle(one.box, best.box)]
        best = min(tiles, key=lambda widget: widget.box.area, default=best)
    return None if best is None or best.role in _NO_BUTTON else best


def _same_middle(one: Rect, other: Rect) -> bool:
    return abs(one.center.x - other.center.x) <= MIDDLE and abs(one.center.y - other.center.y) <= MIDDLE


def _kind(widget: Widget) -> Kind:
    match widget.role:
        case "tab":
            return "tab"
        case "row" | "item":
            return "row"
        case "select":
            return "list"
        case _:
            return "button"
