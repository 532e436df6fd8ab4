# ruff: noqa: E501 - a condition is read more easily in one line
"""What on a page can be pressed for an act: a button, a link, a sign, by any name of the act or the wish's own words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from deskhand.models.local.layout import inside
from deskhand.models.local.page.aims.acts import label_names
from deskhand.models.local.page.aims.items import Item
from deskhand.models.local.page.aims.likeness import is_japanese, spoken_of, words
from deskhand.models.local.page.sheet import Sheet
from deskhand.screen.geometry import Rect

_IDEAS = {
    "trash": "delete", "delete": "delete", "star": "favourite", "heart": "like", "search": "search", "save": "save", "edit": "edit", "pencil": "edit",
    "close": "close", "add": "add", "plus": "add", "cart": "buy", "download": "download", "upload": "upload", "print": "print", "copy": "copy", "play": "play",
    "pause": "pause", "send": "send", "reply": "reply", "mute": "mute", "check": "confirm", "pin": "pin", "archive": "archive", "call": "call", "share": "send",
}  # fmt: skip
"""What an icon without words stands for, as an act."""
_LONGEST = 36


@dataclass(frozen=True, slots=True)
class Control:
    label: str
    box: Rect
    face: bool
    """Whether it looks like a button, and not like a word only."""
    idea: str = ""


def controls_of(sheet: Sheet) -> list[Control]:
    """All that may be pressed: faces with a word, words, and icons."""
    found = [
        Control(thing.text, thing.box, True) for thing in sheet.of("button", "card", "shape", "field")
        if 0 < len(thing.text) < _LONGEST and thing.box.height < 4.5 * sheet.unit
    ]  # fmt: skip
    faces = [control.box for control in found]
    found += [
        Control(line.text, line.box, False) for line in sheet.lines
        if len(line.text) < _LONGEST and not any(inside(line.box, face, 2) for face in faces)
    ]  # fmt: skip
    found += [
        Control(mark.mark, mark.box, False, _IDEAS.get(mark.idea.lower(), ""))
        for mark in sheet.marks
        if (mark.mark or mark.idea) and not any(inside(mark.box, face, 2) for face in faces)
    ]
    return found


def fitting(
    controls: Iterable[Control], acts: Sequence[str], said: str, near: Rect | None = None
) -> list[tuple[float, Control]]:
    """Those that an act or the wish's words name, best first, with how well; of equals those over or under ``near``."""

    def aside(control: Control) -> bool:
        return near is not None and (control.box.right < near.x or near.right < control.box.x)

    scored = [(_score(control, acts, said), control) for control in controls]
    likely = [(score, one) for score, one in scored if score >= 0.8]
    return sorted(likely, key=lambda pair: (-pair[0] + 0.5 * aside(pair[1]), -pair[1].box.y))


def _score(control: Control, acts: Sequence[str], said: str) -> float:
    named = next((1.0 - 0.1 * rank for rank, act in enumerate(acts) if label_names(control.label, act)), 0.0)
    if not named and control.idea in acts:
        named = 0.9
    told = spoken_of(control.label, said) if control.label else 0.0
    length = len(words(control.label)) or 1
    if named and not control.face and (len(control.label) > 13 if is_japanese(control.label) else length > 3):
        named *= 0.6  # a sentence that has the word in it
    plain = re.fullmatch(r"[\W\d_]*", control.label) is not None and not control.idea
    if not named and (told < 0.8 or plain):
        return 0.0
    return named + 0.5 * min(told, 1.2) + (0.25 if control.face else 0.0)


def outside(controls: Iterable[Control], items: Sequence[Item], sheet: Sheet) -> list[Control]:
    """Those that belong to no entry of a list, and are no heading."""
    boxes = [
        item.box
        for item in items
        if len([i for i in items if i.group == item.group]) > 1 and len(item.lines) + len(item.things) > 1
    ]
    heads = 1.45 * sheet.unit
    return [
        control for control in controls
        if not any(box.contains(control.box.center) for box in boxes) and (control.face or control.box.height < heads)
    ]  # fmt: skip


def within(controls: Iterable[Control], item: Item) -> list[Control]:
    return [one for one in controls if item.box.grow(2).contains(one.box.center) and one.box.area < 0.8 * item.box.area]
