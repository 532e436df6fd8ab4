"""What a box of a form is by what stands in it: a strip of buttons, the steps of a number, a place for a value."""

from __future__ import annotations

from itertools import pairwise

from deskhand.models.local import layout
from deskhand.screen.geometry import Rect
from deskhand.vision.scene import Scene, TextLine

HEIGHTS = range(15, 50)
"""Pixels that a field of one line is high."""


def inside(scene: Scene, box: Rect) -> list[TextLine]:
    return [line for line in scene.texts if box.grow(2).contains(line.box.center)]


def is_several(scene: Scene, box: Rect) -> bool:
    """A strip of tabs or buttons: words apart from one another in one row."""
    if box.height not in HEIGHTS:
        return False
    if any(w.role == "tab" and layout.inside(w.box, box) and w.box.width < 0.8 * box.width for w in scene.widgets):
        return True
    small = [w.box for w in scene.widgets if w.box.width <= 42 and layout.inside(w.box, box) and w.box.height >= 12]
    if sum(not any(one.intersect(other) for other in small[:at]) for at, one in enumerate(small)) >= 4:
        return True  # a strip of buttons with pictures
    words = [line for line in inside(scene, box) if any(character.isalnum() for character in line.text)]
    words.sort(key=lambda line: line.box.x)
    return any(after.box.x - before.box.right > 16 for before, after in pairwise(words))


def is_stepper(scene: Scene, box: Rect) -> bool:
    """The buttons at the end of a number's field, which make it more or less."""
    words = inside(scene, box)
    return bool(words) and box.width <= 90 and all(is_sign(line.text) for line in words)


def is_sign(text: str) -> bool:
    return all(character in "-+−–—＋·. " for character in text)


def holds(scene: Scene, box: Rect) -> bool:
    """A box of the form's own colour that holds a value all the same: it begins at its left edge, where a button has
    its words in the middle, or it is a number with steps behind it; or it is empty and has a label."""
    words = [line for line in inside(scene, box) if not is_sign(line.text)]
    if not words:
        beside = [line for line in scene.texts if layout.same_row(line.box, box) and 0 < box.x - line.box.right <= 24]
        return box.width >= 60 and bool(beside) and not is_sign(beside[0].text)
    first, last = min(words, key=lambda line: line.box.x), max(words, key=lambda line: line.box.right)
    before, behind = first.box.x - box.x, box.right - last.box.right
    steps = any(
        is_sign(line.text) and layout.same_row(line.box, box) and 0 <= line.box.x - last.box.right <= 60 + behind
        for line in scene.texts
    )
    return before <= 22 and (behind > 1.5 * before + 12 or (steps and any(c.isdigit() for c in first.text)))
