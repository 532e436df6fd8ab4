"""What an opened menu shows, line by line: label, tick, whether it is grey, whether another menu is behind it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias

import cv2
import numpy as np

from deskhand.models.local import layout
from deskhand.models.local.skills.commands.atlas import Entry, asks, bare
from deskhand.screen.geometry import Rect
from deskhand.vision.change import NOISE
from deskhand.vision.match import similarity
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
EDGE = 4
"""Pixels within which two lines end at the same edge."""
ALIGNED = 30
"""Pixels by which the words of one menu begin apart."""
GROUND = 14
"""Steps of 255 within which the ground of a line is one colour."""
MOST_ALIKE = 0.5
"""Of the lines that must share an edge before the others are left out."""
HANGS = 40
"""Pixels between what was clicked and the menu that hangs from it, at most."""
SAME = 0.8
"""How alike a label is to itself when it is read again: a sign before it may be taken for a letter."""
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


def hung_from(scene: Scene, area: Rect, at: Rect) -> Rect:
    """The frame that hangs from what was clicked, where more than that changed at the same time: a table behind an
    opened menu that sorts itself anew; else ``area``."""
    frames = [
        one.box
        for one in scene.widgets
        if one.kind == "box"
        and layout.inside(one.box, area, 6)
        and one.box.x <= at.center.x <= one.box.right
        and at.y <= one.box.y <= at.bottom + HANGS
        and one.box.height >= 2 * HANGS
        and sum(one.box.contains(line.box.center) for line in scene.texts) > 1
    ]
    frame = max(frames, key=lambda box: box.area, default=area)
    return frame if area.width - frame.width > frame.width // 2 else area


def _tight(different: Mask, area: Rect) -> Rect:
    """An area without what joined its parts; single pixels beyond its mass do not count."""
    part = different[area.y : area.bottom, area.x : area.right]
    columns, rows = np.flatnonzero(part.sum(axis=0) > 1), np.flatnonzero(part.sum(axis=1) > 1)
    if not len(columns) or not len(rows):
        return Rect(area.x, area.y, 1, 1)
    left, top = area.x + int(columns[0]), area.y + int(rows[0])
    return Rect.from_corners(left, top, area.x + int(columns[-1]) + 1, area.y + int(rows[-1]) + 1)


def entries(
    scene: Scene, pixels: Picture, area: Rect, path: tuple[str, ...], *, hangs: bool = False
) -> tuple[Shown, ...]:
    """The lines of the menu in ``area``, from top to bottom. ``hangs``: it hangs from a bar above, so that what
    changed further down, where a game plays itself, is none of it."""
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
    found, area = _framed(pixels, area, _hanging(pixels, area, found) if hangs else found)
    strongest = max((_contrast(pixels, box) for _, _, box in found), default=1.0)
    shown: list[Shown] = []
    for label, _, box in found:
        entry = Entry(
            bare(label), path, _ticked(scene, pixels, area, label, box), _contrast(pixels, box) < PALE * strongest,
            _arrow(scene, pixels, area, box), asks(label),
        )  # fmt: skip
        shown.append(Shown(entry, box))
    return tuple(shown)


def _framed(
    pixels: Picture, area: Rect, found: list[tuple[str, TextLine, Rect]]
) -> tuple[list[tuple[str, TextLine, Rect]], Rect]:
    """The lines whose ground ends at the same right edge, and the area up to there: what changed behind or below a menu
    at the same time is no part of it."""
    ends = [_end(pixels, area, box) for _, _, box in found]
    edge = max(ends, key=lambda end: (sum(abs(other - end) <= EDGE for other in ends), end), default=area.right)
    kept = [one for one, end in zip(found, ends, strict=True) if abs(end - edge) <= EDGE]
    if len(kept) < max(2, MOST_ALIKE * len(found)):
        return found, area
    return kept, Rect.from_corners(area.x, area.y, min(area.right, edge), area.bottom)


def _hanging(pixels: Picture, area: Rect, found: list[tuple[str, TextLine, Rect]]) -> list[tuple[str, TextLine, Rect]]:
    """The lines from the top whose ground ends where the first one's does, if the others do not: all, where that is
    only one."""
    own = [one for one in found if abs(one[2].x - found[0][2].x) <= ALIGNED]
    ends = [_end(pixels, area, box) for _, _, box in own]
    top = next((number for number, end in enumerate(ends) if abs(end - ends[0]) > EDGE), len(ends))
    below = ends[top:]
    return found if top < 2 or any(abs(end - ends[0]) <= EDGE for end in below) else own[:top]


def _end(pixels: Picture, area: Rect, box: Rect) -> int:
    """How far to the right the ground of a line goes, above its letters or below them."""
    far, left = area.x, max(box.x, area.x + EDGE)  # beyond the menu's own border
    for y in (max(area.y, box.y - 3), min(area.bottom - 1, box.bottom + 2)):
        row = pixels[y, left : area.right].astype(np.int16)
        other = np.flatnonzero(np.abs(row - row[0]).max(axis=1) > GROUND) if len(row) else np.zeros(0, np.int64)
        far = max(far, left + int(other[0]) if len(other) else area.right)
    return far


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


def _ticked(scene: Scene, pixels: Picture, area: Rect, label: str, box: Rect) -> bool | None:
    if label.lstrip()[:1] in TICKS:
        return True
    for kind in ("checkbox", "radio"):
        mark = layout.mark_of(scene, box, kind)
        if (
            mark is not None
            and mark.box.right <= box.x + 4
            and abs(mark.box.center.y - box.center.y) <= box.height // 2
        ):
            return mark.checked
    return True if _has_tick(pixels, area, box) else None


def _has_tick(pixels: Picture, area: Rect, box: Rect) -> bool:
    """A small sign without colour before the label and without a frame around it: a tick or a dot."""
    part = pixels[box.y - 2 : box.bottom + 2, area.x + 3 : box.x - 2].astype(np.int16)
    if part.size == 0 or part.shape[1] < 6:
        return False
    off = np.abs(part - np.median(part, axis=(0, 1))).max(axis=2) > 60
    rows, columns = np.flatnonzero(off.any(axis=1)), np.flatnonzero(off.any(axis=0))
    if not len(rows) or len(columns) > 14 or columns[-1] - columns[0] > 14:
        return False
    wide, high = int(columns[-1] - columns[0]) + 1, int(rows[-1] - rows[0]) + 1
    ink = part[off]
    coloured = (ink.max(axis=1) - ink.min(axis=1)).max() > 60 and np.ptp(part.reshape(-1, 3), axis=0).max() > 60
    ground = np.median(part, axis=(0, 1))
    coloured = coloured and int(ground.max() - ground.min()) < 40  # a line that is marked has a coloured ground
    edge = off[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    framed = edge[0].mean() > 0.8 and edge[-1].mean() > 0.8 and edge[:, 0].mean() > 0.8
    return 4 <= wide <= 14 and 4 <= high <= 14 and not coloured and not framed


def _contrast(pixels: Picture, box: Rect) -> float:
    part = pixels[max(0, box.y) : box.bottom, max(0, box.x) : box.right].astype(np.int16)
    if part.size == 0:
        return 0.0
    ground = np.median(part, axis=(0, 1))
    return float(np.percentile(np.abs(part - ground).max(axis=2), 97))


def _arrow(scene: Scene, pixels: Picture, area: Rect, box: Rect) -> bool:
    """A small triangle or chevron is drawn at the right end of the line; a single letter there is a shortcut."""
    end = Rect(area.right - ARROW, box.y - 2, ARROW - 3, box.height + 4)
    if end.x < box.right + 4 or any(
        len(line.text.strip()) > 1 and line.box.intersect(end) for line in scene.texts if line.box.x > box.right
    ):
        return False
    part = pixels[end.y : end.bottom, end.x : end.right].astype(np.int16)
    if part.size == 0:
        return False
    ink = np.abs(part - np.median(part, axis=(0, 1))).max(axis=2) > 50
    ink[:, ink.mean(axis=0) > 0.9] = False  # the menu's own border
    return one_triangle(ink)


def one_triangle(ink: np.ndarray[tuple[int, ...], np.dtype[np.bool_]]) -> bool:
    """Whether one thing is drawn, and points to the right."""
    _, _, stats, _ = cv2.connectedComponentsWithStats(ink.astype(np.uint8), connectivity=8)
    shapes = [Rect(*(int(value) for value in row[:4])) for row in stats[1:] if row[4] >= 6]
    return len(shapes) == 1 and _points_right(ink, shapes[0])


def _points_right(ink: np.ndarray[tuple[int, ...], np.dtype[np.bool_]], shape: Rect) -> bool:
    """Its columns close in upon its middle from left to right, as far as a triangle's or a chevron's do."""
    if not (3 <= shape.width <= 12 and 5 <= shape.height <= 16):
        return False
    part = ink[shape.y : shape.bottom, shape.x : shape.right]
    rows = [np.flatnonzero(column) for column in part.T]
    spans = [int(run[-1] - run[0]) + 1 for run in rows if len(run)]
    middles = [(int(run[-1]) + int(run[0])) / 2 for run in rows if len(run)]
    level = all(abs(middle - (shape.height - 1) / 2) <= 1.5 for middle in middles)
    widest = max(range(len(spans)), key=lambda index: spans[index])
    falling = all(after <= before for before, after in pairwise(spans[widest:]))
    half = (
        spans[(widest + len(spans)) // 2] / spans[widest]
    )  # a letter keeps its height till there, an arrow's shaft none
    return level and falling and widest <= len(spans) // 3 and spans[-1] <= shape.height // 3 + 1 and 0.3 <= half <= 0.8


def line_at(shown: Sequence[Shown], entry: Entry) -> Shown | None:
    """The same entry in a menu that was opened again."""
    likeness = [(similarity(one.entry.label, entry.label), one) for one in shown]
    best, found = max(likeness, key=lambda pair: pair[0], default=(0.0, None))
    return found if best >= SAME else None
