"""What programs say of themselves, beside what is seen: the `elements` tool's words, put into a reading of the screen.

Off unless asked for (``local+elements``). A toolbar of pictures has no text to find, and a check box of an unknown
theme may be read as on where it is off; the accessibility tree names both. Skills do not know: they find what they look
for in the `Scene`, whichever eye it came from.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from deskhand.screen.geometry import Point, Rect, Size
from deskhand.vision.match import similarity
from deskhand.vision.scene import Scene, TextLine, Widget, WidgetKind

TOOL = "elements"
"""The name under which a request offers them."""
LARGEST = 0.25
"""A thing to click is at most that part of the screen; more is a container."""
MARK = 18
"""Pixels that a check box takes at the left of its element."""
ALIKE = 0.6
"""A reading that is at least so like the element's name is a reading of it."""

_LINE = re.compile(
    r"^\s*(?P<role>[a-z][a-z ]*?)(?: “(?P<name>.*)”)? at \((?P<x>\d+), (?P<y>\d+)\), (?P<w>\d+)×(?P<h>\d+)"
    r"(?:, value “(?P<value>.*)”)?(?P<states>(?:, [a-z ]+)*)$"
)
_CLICKED = frozenset(
    {"push button", "button", "toggle button", "menu", "menu item", "check menu item", "radio menu item", "check box",
     "radio button", "page tab", "label", "link", "table cell", "list item", "tree item", "icon", "heading", "static",
     "combo box", "table column header", "column header", "table row header", "spin button", "switch"}
)  # fmt: skip
_MARKS: dict[str, WidgetKind] = {"check box": "checkbox", "radio button": "radio"}
_ENTRIES = frozenset({"menu item", "check menu item", "radio menu item"})
_FIELDS = frozenset({"entry", "text", "password text", "spin button", "combo box", "editbar"})
_FIELD_HEIGHT = 64


@dataclass(frozen=True, slots=True)
class Told:
    """One element, as a program describes it."""

    role: str
    name: str
    box: Rect
    value: str
    states: frozenset[str]


def told(text: str) -> tuple[Told, ...]:
    """The elements in the tool's words; lines of another form are left out."""
    found: list[Told] = []
    for line in text.splitlines():
        match = _LINE.match(line)
        if match is None:
            continue
        width, height = int(match["w"]), int(match["h"])
        box = Rect(int(match["x"]) - width // 2, int(match["y"]) - height // 2, max(1, width), max(1, height))
        states = frozenset(state.strip() for state in (match["states"] or "").split(",") if state.strip())
        found.append(Told(match["role"], match["name"] or "", box, match["value"] or "", states))
    return tuple(found)


def with_elements(scene: Scene, elements: Sequence[Told]) -> Scene:
    """The reading with the names, boxes and states that programs tell."""
    texts, widgets = list(scene.texts), list(scene.widgets)
    menus = _menus(elements)
    for element in elements:
        if element.role not in _ENTRIES and any(menu.contains(element.box.center) for menu in menus):
            continue  # an open menu covers it, which its program does not know
        if element.box.area > LARGEST * scene.size.pixels or element.box.clip(scene.size) is None:
            continue
        if element.role in _CLICKED and element.name:
            _name(texts, element, scene.size)
        kind = _MARKS.get(element.role)
        if kind is not None:
            _mark(widgets, element, kind)
        elif element.role in _FIELDS and element.box.height <= _FIELD_HEIGHT:
            _field(widgets, element.box)
    texts.sort(key=lambda line: (line.box.center.y // 10, line.box.x))
    return Scene(scene.size, tuple(texts), tuple(widgets))


def _menus(elements: Sequence[Told]) -> list[Rect]:
    """Where the entries of open menus stand, menu by menu: entries of one column."""
    found: list[Rect] = []
    for element in elements:
        if element.role not in _ENTRIES:
            continue
        near = next(
            (menu for menu in found if abs(menu.x - element.box.x) <= 8 and menu.grow(30).intersect(element.box)), None
        )
        if near is None:
            found.append(element.box)
        else:
            found[found.index(near)] = near.union(element.box)
    return found


def _name(texts: list[TextLine], element: Told, size: Size) -> None:
    """Its name, where it was read; where it was not (a picture, a misreading), over all of it."""
    box = element.box.clip(size) or element.box
    if element.role in _MARKS and box.width > 2 * MARK:
        box = Rect(box.x + MARK + 4, box.y, box.width - MARK - 4, box.height)
    name = element.name.strip()
    for index, line in enumerate(texts):
        if element.box.grow(3).contains(line.box.center) and similarity(line.text, name) >= ALIKE:
            if line.text != name:
                texts[index] = replace(line, text=name, confidence=1.0, spans=())
            return
    texts.append(TextLine(name, box, 1.0))


def _mark(widgets: list[Widget], element: Told, kind: WidgetKind) -> None:
    checked = "checked" in element.states or "pressed" in element.states
    side = min(MARK, element.box.height, element.box.width)
    box = Rect(element.box.x, element.box.center.y - side // 2, side, side)
    for index, widget in enumerate(widgets):
        if widget.kind in ("checkbox", "radio", "icon", "box") and _same(widget.box, box):
            widgets[index] = Widget(kind, widget.box, checked)
            return
    widgets.append(Widget(kind, box, checked))


def _field(widgets: list[Widget], box: Rect) -> None:
    if not any(widget.kind == "box" and _overlap(widget.box, box) > 0.6 for widget in widgets):
        widgets.append(Widget("box", box))


def _same(one: Rect, other: Rect) -> bool:
    return other.grow(6).contains(Point(one.center.x, one.center.y)) and one.area <= 4 * other.area


def _overlap(one: Rect, other: Rect) -> float:
    shared = one.intersect(other)
    return 0.0 if shared is None else shared.area / max(one.area, other.area)
