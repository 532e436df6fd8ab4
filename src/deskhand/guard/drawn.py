"""What stands at a point of a window that describes itself to nobody: old toolkits, drawn buttons, boxes to tick.

Of 61 acts in programs that needed a person 19 were missed, 12 of these on buttons that only the picture shows: their
words were read, but words alone may be no button, and a reader takes ‘Wipe disk’ and ‘Not now’ side by side for one
line. The frame around the words says that they are one, and which words are its own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from deskhand.guard.evidence import Thing
from deskhand.guard.glimpse import distance, line_at
from deskhand.screen.geometry import Point, Rect
from deskhand.vision.scene import Role, Scene, TextLine, Widget

_ROLES: Mapping[Role, str] = {
    "button": "push button", "field": "entry", "area": "text area", "checkbox": "check box", "radio": "radio button",
    "switch": "switch", "select": "combo box", "slider": "slider", "spinner": "spin button", "tab": "page tab",
    "link": "link", "scrollbar": "scroll bar",
}  # fmt: skip
"""What the eye calls a thing, and what the accessibility tree would."""
_TITLE = 26
"""Pixels that a window's title takes."""
_TICK_GAP = 34
"""Pixels between a box to tick and its words, at most."""
DIALOG = 0.42
"""Of the screen, what a window covers at most that is a dialog: a question is no place to work in."""
_BARS = frozenset("IlT|1[]i!")
_BAR = 12
"""Pixels that the pointer reaches around its point."""
_FEW = 14
"""Lines that a dialog holds at most."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """What was read around a point."""

    thing: Thing
    near: tuple[str, ...]
    texts: tuple[str, ...]
    form: tuple[Thing, ...]
    """Its fields, boxes and buttons, as far as the eye knows them."""
    dialog: str
    """The words outside of its buttons, where the window is small and says little; else empty."""


def at(scene: Scene, point: Point, window: Rect | None, *, small: bool = False) -> Drawn:
    """``small``: the window is of a dialog's size."""
    inner = None if window is None else Rect(window.x, window.y + _TITLE, window.width, max(1, window.height - _TITLE))
    lines = [line for line in scene.texts if inner is None or inner.contains(line.box.center)]
    buttons = [widget for widget in scene.widgets if widget.role == "button"]
    own = [line for line in lines if not any(button.box.contains(line.box.center) for button in buttons)]
    dialog = " ".join(line.text for line in own) if small and len(lines) <= _FEW else ""
    near = tuple(line.text for line in sorted(lines, key=lambda line: distance(line.box, point)))
    form = tuple(
        _thing(scene, widget.box.center) for widget in scene.widgets
        if _role_of(widget) in _ROLES and not any(widget.box.contains(button.box.center) for button in buttons
                                                  if button is not widget)
    )  # fmt: skip
    return Drawn(_thing(scene, point), near, tuple(line.text for line in lines), form, dialog)


def focused(scene: Scene) -> Thing:
    """The field that takes what is typed, where there is but one: with the words left of it or above."""
    fields = [widget for widget in scene.widgets if widget.role == "field" and widget.box.height < 60]
    if len(fields) != 1:
        return Thing()
    box = fields[0].box
    above = [line for line in scene.texts if 0 <= box.y - line.box.bottom <= 30 or (
        _level(line.box, box) and line.box.right <= box.x + 4)]  # fmt: skip
    label = min(above, key=lambda line: abs(line.box.center.y - box.center.y), default=None)
    return Thing("", "entry", box, known="picture", caption="" if label is None else label.text)


def rows(lines: Sequence[TextLine]) -> tuple[str, ...]:
    """The rows of a terminal from top to bottom: a reader may take one row for two runs of text."""
    found: list[list[TextLine]] = []
    for line in sorted(lines, key=lambda line: line.box.center.y):
        if found and _level(found[-1][0].box, line.box):
            found[-1].append(line)
        else:
            found.append([line])
    told: list[str] = []
    for row in found:
        row.sort(key=lambda line: line.box.x)
        text = row[0].text
        for before, after in pairwise(row):
            text += ("" if after.box.x - before.box.right <= 3 else " ") + after.text
        told.append(text)
    return tuple(told)


def without_pointer(lines: Sequence[TextLine], pointer: Point) -> list[TextLine]:
    """The lines without the pointer itself: over a terminal it is a bar, which reads as an *I* on a line of its own.

    In two terminals that bar was taken for the command: of 8 harmless ones all 8 were asked about.
    """
    return [line for line in lines if not (line.text.strip() in _BARS and line.box.grow(_BAR).contains(pointer))]


def _thing(scene: Scene, point: Point) -> Thing:
    framed = _framed(scene, point)
    if framed is not None and framed.role is not None:
        role = _ROLES.get(framed.role, "")
        if framed.role in ("checkbox", "radio", "switch"):
            return Thing(_beside(scene, framed), role, framed.box, states=_ticked(framed), known="picture")
        label = _inside(scene, framed.box)
        if label and framed.role in ("field", "select", "tab") and _in_a_row(scene, framed):
            role = "push button"
        if label or role != "push button":
            return Thing(label, role, framed.box, known="picture")
    line = line_at(scene, point)
    if line is None:
        return Thing()
    text, box = _run(line, point)
    tick = _tick(scene, line)
    if tick is not None:
        role = _ROLES.get(tick.role or ("radio" if tick.kind == "radio" else "checkbox"), "check box")
        return Thing(line.text, role, line.box, states=_ticked(tick), known="picture")
    return Thing(text, "", box, known="picture")


def _in_a_row(scene: Scene, framed: Widget) -> bool:
    """Whether it stands in a row of buttons as large as itself: one of them the eye may well take for a field."""
    return any(
        other.role == "button" and abs(other.box.center.y - framed.box.center.y) <= 3
        and abs(other.box.height - framed.box.height) <= 4
        for other in scene.widgets if other.box != framed.box
    )  # fmt: skip


def _framed(scene: Scene, point: Point) -> Widget | None:
    """The smallest thing at the point whose role the eye knows."""
    there = [w for w in scene.widgets if _role_of(w) in _ROLES and w.box.grow(2).contains(point) and w.box.height < 400]
    small = min(there, key=lambda widget: widget.box.area, default=None)
    if small is None or small.role is not None:
        return small
    return Widget(small.kind, small.box, small.checked, small.mark, small.idea, _role_of(small))


def _role_of(widget: Widget) -> Role | None:
    if widget.role is not None:
        return widget.role
    match widget.kind:
        case "checkbox" | "radio":
            return widget.kind
        case _:
            return None


def _inside(scene: Scene, box: Rect) -> str:
    """The words that stand in a frame, of each line only those."""
    found: list[str] = []
    for line in scene.texts:
        if line.box.intersect(box) is None:
            continue
        inside = [index for index in range(len(line.text)) if box.contains(line.part(index, index + 1).center)]
        if inside:
            found.append(line.text[inside[0] : inside[-1] + 1].strip())
    return " ".join(part for part in found if part)


def _beside(scene: Scene, tick: Widget) -> str:
    """The words right of a box to tick."""
    for line in scene.texts:
        if _level(line.box, tick.box) and -4 <= line.box.x - tick.box.right <= _TICK_GAP:
            return line.text
    return ""


def _tick(scene: Scene, line: TextLine) -> Widget | None:
    """The box to tick that stands left of the words."""
    return next(
        (widget for widget in scene.widgets if _role_of(widget) in ("checkbox", "radio", "switch")
         and _level(line.box, widget.box) and -4 <= line.box.x - widget.box.right <= _TICK_GAP),
        None,
    )  # fmt: skip


def _level(one: Rect, other: Rect) -> bool:
    return abs(one.center.y - other.center.y) <= max(one.height, other.height) // 2


def _ticked(widget: Widget) -> frozenset[str]:
    return frozenset({"checked"}) if widget.checked else frozenset()


def _run(line: TextLine, point: Point) -> tuple[str, Rect]:
    """Of a line, the words at the point up to the next wide gap: buttons side by side are read as one line."""
    words = line.words
    if len(words) < 2:
        return line.text, line.box
    gaps = [after.box.x - before.box.right for before, after in pairwise(words)]
    wide = max(9, 2 * min(gaps), 0 if len(gaps) > 1 else int(line.box.height * 0.6))
    runs: list[list[int]] = [[0]]
    for index, gap in enumerate(gaps, 1):
        if gap > wide:
            runs.append([])
        runs[-1].append(index)
    nearest = min(runs, key=lambda run: _away(words[run[0]].box.x, words[run[-1]].box.right, point.x))
    first, last = words[nearest[0]].box, words[nearest[-1]].box
    return " ".join(words[i].text for i in nearest), Rect(first.x, line.box.y, last.right - first.x, line.box.height)


def _away(left: int, right: int, x: int) -> int:
    return max(left - x, x - right, 0)
