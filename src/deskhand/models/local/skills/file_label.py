"""Where a file's name stands in a file manager: on one line, wrapped under its icon, or with its ending in a column of
its own, as two of five programs with two panes have it."""

from __future__ import annotations

from deskhand.models.local import layout
from deskhand.models.local.ground import same_numbers
from deskhand.screen.geometry import Rect
from deskhand.vision.match import find, similarity
from deskhand.vision.scene import Scene

BARS = 60
"""Pixels below the title bar that belong to menu bar and tool bar."""
COLUMN = 320
"""Pixels from a name to its ending in the next column, at most."""


def label_of_file(scene: Scene, name: str, area: Rect | None) -> Rect | None:
    """In a window of this body."""
    return label_in(scene, name, None if area is None else Rect(area.x, area.y + BARS, area.width, area.height - BARS))


def label_in(scene: Scene, name: str, area: Rect | None) -> Rect | None:
    """In this part of the screen."""
    found = find(scene, name, at_least=0.86, within=area)
    whole = [match for match in found if match.whole and same_numbers(match.text, name)]
    if whole:
        return whole[0].box
    lines = [line for line in scene.texts if area is None or area.contains(line.box.center)]
    for first in lines:
        text, box = first.text, first.box
        for _ in range(3):
            after = next((line for line in lines if continues(box, line.box)), None)
            if after is None:
                break
            text, box = text + after.text, box.union(after.box)
            if similarity(text, name) >= 0.88 and same_numbers(text, name):
                return box
    if found and same_numbers(found[0].text, name):
        return found[0].box
    stem, dot, ending = name.rpartition(".")
    for line in lines if stem and dot else ():
        if line.text.split()[:2] == [stem, ending]:  # the two columns read as one
            return line.box
        if similarity(line.text, stem) < 0.93 or not same_numbers(line.text, stem):
            continue
        behind = [
            other
            for other in lines
            if layout.same_row(line.box, other.box) and 0 < other.box.x - line.box.right <= COLUMN
        ]
        if behind and similarity(min(behind, key=lambda other: other.box.x).text.split()[0], ending) >= 0.9:
            return line.box
    return None


def continues(upper: Rect, lower: Rect) -> bool:
    """The next line of a wrapped label: right below, on the same middle."""
    return 0 <= lower.y - upper.bottom + 4 <= 14 and abs(lower.center.x - upper.center.x) <= 24
