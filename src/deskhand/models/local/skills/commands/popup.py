"""What an opened menu shows, line by line: label, tick, whether it is grey, whether another menu is behind it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

import cv2
import numpy as np

from deskhand.models.local import layout
from deskhand.models.local.skills.commands.atlas import Entry, bare
from deskhand.screen.geometry import Rect
from deskhand.vision.change import NOISE
from deskhand.vision.picture import Picture
from deskhand.vision.scene import Scene, TextLine

SMALLEST = 24
"""Pixels that a menu measures each way at least."""
PALE = 0.62
"""Of the strongest line's contrast: below that a line is grey, and cannot be chosen."""
ARROW = 26
"""Pixels at the right end of a line where an arrow stands."""
JOIN = 9
"""Differences closer than this are one thing: a menu's lines are joined by its frame, its bar's title bar is not."""
Mask: TypeAlias = np.ndarray[tuple[int, ...], np.dtype[np.uint8]]
TICKS = "✓✔☑√●◉"


@dataclass(frozen=True, slots=True)
class Shown:
    """An entry, and where it stands now."""

    entry: Entry
    box: Rect


def opened(
    before: Picture, after: Picture, at: Rect | None, beside: Rect | None = None, smallest: int = SMALLEST
) -> Rect | None:
    """What shows now and did not before, to the pixel: of several places the one at ``at``, else the largest.
    ``beside``: what happens in there does not count."""
    if before.shape != after.shape:
        return None
    different = (cv2.absdiff(before, after).max(axis=2) > NOISE).astype(np.uint8)
    if beside is not None:
        different[max(0, beside.y) : beside.bottom, max(0, beside.x) : beside.right] = 0
    joined = cv2.dilate(different, np.ones((JOIN, JOIN), np.uint8))
    _, _, stats, _ = cv2.connectedComponentsWithStats(joined)
    areas = [_tight(different, Rect(*(int(value) for value in row[:4]))) for row in stats[1:]]
    large = [area for area in areas if area.width >= smallest and area.height >= smallest]
    near = [area for area in large if at is not None and area.grow(14).intersect(at)]
    return max(near or large, key=lambda area: area.area, default=None)


def _tight(different: Mask, area: Rect) -> Rect:
    """An area without what joined its parts; single pixels beyond its mass do not count."""
    part = different[area.y : area.bottom, area.x : area.right]
    columns, rows = np.flatnonzero(part.sum(axis=0) > 1), np.flatnonzero(part.sum(axis=1) > 1)
    if not len(columns) or not len(rows):
        return Rect(area.x, area.y, 1, 1)
    left, top = area.x + int(columns[0]), area.y + int(rows[0])
    return Rect.from_corners(left, top, area.x + int(columns[-1]) + 1, area.y + int(rows[-1]) + 1)


def entries(scene: Scene, pixels: Picture, area: Rect, path: tuple[str, ...]) -> tuple[Shown, ...]:
    """The lines of the menu in ``area``, from top to bottom."""
    inside = [line for line in scene.texts if layout.inside(line.box, area, 2) and line.text.strip()]
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
    if all(one.entry.opens for one in shown):  # what stands at the right end is the menu's own edge
        return tuple(Shown(replace(one.entry, opens=False), one.box) for one in shown)
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
    end = Rect(area.right - ARROW, box.y, ARROW - 3, box.height)
    if end.x < box.right + 4 or any(
        len(line.text.strip()) > 1 and line.box.intersect(end) for line in scene.texts if line.box.x > box.right
    ):
        return False
    part = pixels[end.y : end.bottom, end.x : end.right].astype(np.int16)
    if part.size == 0:
        return False
    ink = np.abs(part - np.median(part, axis=(0, 1))).max(axis=2) > 50
    columns = np.flatnonzero(ink.any(axis=0))
    return 6 <= int(ink.sum()) <= 140 and len(columns) > 0 and int(columns[-1] - columns[0]) <= 14


def line_at(shown: Sequence[Shown], entry: Entry) -> Shown | None:
    """The same entry in a menu that was opened again."""
    same = [one for one in shown if one.entry.label == entry.label]
    return same[0] if same else None
