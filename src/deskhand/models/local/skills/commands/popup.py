"""What an opened menu shows, line by line: label, tick, whether it is grey, whether another menu is behind it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from deskhand.models.local import layout
from deskhand.models.local.skills.commands.atlas import Entry, bare
from deskhand.screen.geometry import Point, Rect
from deskhand.vision.change import changed_areas
from deskhand.vision.picture import Picture
from deskhand.vision.scene import Scene, TextLine

SMALLEST = 24
"""Pixels that a menu measures each way at least."""
PALE = 0.62
"""Of the strongest line's contrast: below that a line is grey, and cannot be chosen."""
ARROW = 26
"""Pixels at the right end of a line where an arrow stands."""
TICKS = "✓✔☑√●◉"


@dataclass(frozen=True, slots=True)
class Shown:
    """An entry, and where it stands now."""

    entry: Entry
    box: Rect


def opened(before: Picture, after: Picture, at: Rect | None) -> Rect | None:
    """What shows now and did not before: of several places the one at ``at``, else the largest."""
    if before.shape != after.shape:
        return None
    areas = [area for area in changed_areas(before, after, []) if area.width >= SMALLEST and area.height >= SMALLEST]
    if at is not None:
        near = [area for area in areas if area.grow(14).intersect(at)]
        areas = near or areas
    return max(areas, key=lambda area: area.area, default=None)


def entries(scene: Scene, pixels: Picture, area: Rect, path: tuple[str, ...]) -> tuple[Shown, ...]:
    """The lines of the menu in ``area``, from top to bottom."""
    inside = [line for line in scene.texts if area.grow(3).contains(line.box.center) and line.text.strip()]
    rows: list[list[TextLine]] = []
    for line in layout.in_reading_order(inside, lambda line: line.box):
        if rows and layout.same_row(rows[-1][0].box, line.box):
            rows[-1].append(line)
        else:
            rows.append([line])
    found: list[tuple[str, TextLine, Rect]] = []
    for row in rows:
        label, box = _label(row)
        if any(character.isalnum() for character in label):
            found.append((label, row[0], box))
    strongest = max((_contrast(pixels, box) for _, _, box in found), default=1.0)
    shown: list[Shown] = []
    for label, line, box in found:
        entry = Entry(
            bare(label), path, _ticked(scene, line, label, box), _contrast(pixels, box) < PALE * strongest,
            _arrow(scene, pixels, area, box),
        )  # fmt: skip
        shown.append(Shown(entry, box))
    return tuple(shown)


def _label(row: Sequence[TextLine]) -> tuple[str, Rect]:
    """The first run of text; what stands far behind it is its shortcut."""
    words = [line for line in row if any(character.isalnum() for character in line.text)] or list(row)
    text, box = words[0].text, words[0].box
    for line in words[1:]:
        if line.box.x - box.right > 1.1 * box.height:
            break
        text, box = f"{text} {line.text}", box.union(line.box)
    name = bare(text)
    if name != text and name and (start := text.find(name)) >= 0 and len(words) == 1:
        box = words[0].part(start, start + len(name))
    return text, box


def _ticked(scene: Scene, line: TextLine, label: str, box: Rect) -> bool | None:
    if label.lstrip()[:1] in TICKS:
        return True
    for kind in ("checkbox", "radio"):
        mark = layout.mark_of(scene, box, kind)
        if mark is not None and mark.box.right <= box.x + 4:
            return mark.checked
    return None


def _contrast(pixels: Picture, box: Rect) -> float:
    part = pixels[max(0, box.y) : box.bottom, max(0, box.x) : box.right].astype(np.int16)
    if part.size == 0:
        return 0.0
    ground = np.median(part, axis=(0, 1))
    return float(np.percentile(np.abs(part - ground).max(axis=2), 97))


def _arrow(scene: Scene, pixels: Picture, area: Rect, box: Rect) -> bool:
    """Something small is drawn at the right end of the line, that is no text."""
    end = Rect(max(area.right - REACHED - ARROW, box.right + 6), box.y, ARROW, box.height)
    if end.right > area.right or any(
        len(line.text.strip()) > 1 and line.box.intersect(end) for line in scene.texts if line.box.x > box.right
    ):
        return False
    part = pixels[end.y : end.bottom, end.x : end.right].astype(np.int16)
    if part.size == 0:
        return False
    ink = np.abs(part - np.median(part, axis=(0, 1))).max(axis=2) > 50
    columns = np.flatnonzero(ink.any(axis=0))
    return 6 <= int(ink.sum()) <= 140 and len(columns) > 0 and int(columns[-1] - columns[0]) <= 14


REACHED = 12
"""Pixels that changes reach beyond what changed (`changed_areas` looks around them)."""


def line_at(shown: Sequence[Shown], entry: Entry) -> Shown | None:
    """The same entry in a menu that was opened again."""
    same = [one for one in shown if one.entry.label == entry.label]
    return same[0] if same else None


def beside(area: Rect) -> Point:
    """A point inside a menu that is no entry's text: its upper left corner."""
    return Point(area.x + 4, area.y + 4)
