"""Lines cut where what the reader took for one is several: at check marks between words, at the borders of fields.

`pieces` cuts at wide gaps; but a label and the value in the field after it stand close, and the border between them is
read as a bracket ("File name:[ Large"), and a row of check boxes becomes "☑ Always ☑ Bold". Then a label is not found,
or the word of the wrong box is clicked.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

import numpy as np

from deskhand.screen.geometry import Rect
from deskhand.vision.detect import trim
from deskhand.vision.ocr import RawLine
from deskhand.vision.overlaps import corners
from deskhand.vision.picture import Picture
from deskhand.vision.repair import Placed

CHECKS = frozenset("☐☑☒□■○●◯◉⊙✓✔")
BARS = frozenset("[]|｜!Il1()「」『』{}［］-—_ー.")
"""What a border between two characters is read as."""
HIGHEST = 4
"""Times the line's height: higher boxes are panels, whose border a line does not cross."""


def without_checks(lines: Iterable[RawLine]) -> list[RawLine]:
    """The lines without the check marks that stand apart in them: those are looked at as boxes."""
    found: list[RawLine] = []
    for line in lines:
        marks = [index for index in range(len(line.places)) if _is_check(line.places, index)]
        if not marks or len(line.mark.strip()) == 1:
            found.append(line)
            continue
        parts = [line.places[a + 1 : b] for a, b in zip([-1, *marks], [*marks, len(line.places)], strict=True)]
        found.extend(part for places in parts if (part := _part_of(line, places)) is not None)
    return found


def at_borders(lines: Iterable[RawLine], boxes: Sequence[Rect], picture: Picture) -> list[RawLine]:
    """The lines, cut where the left or right border of a box crosses them between two characters."""
    found: list[RawLine] = []
    pending = list(lines)
    left, top, right, bottom = corners(boxes).T
    while pending:
        line = pending.pop()
        low, high, middle = line.box.x, line.box.right + 4, line.box.center.y
        near = (top <= middle) & (middle <= bottom)
        near &= ((low < left) & (left < high)) | ((low < right) & (right < high))
        cut = next((parts for index in np.flatnonzero(near).tolist() for parts in _cuts(line, boxes[index])), None)
        if cut is None:
            found.append(line)
        else:
            pending.extend(_tight(part, picture) for part in cut)
    return found


def _is_check(places: Sequence[Placed], index: int) -> bool:
    if places[index].character not in CHECKS:
        return False
    before = places[index - 1].character if index else " "
    after = places[index + 1].character if index + 1 < len(places) else " "
    return before.isspace() and after.isspace()


def _cuts(line: RawLine, box: Rect) -> Iterable[tuple[RawLine, ...]]:
    """The parts on both sides of a border, what the border was read as left out; nothing where letters cross it."""
    height = line.box.height
    if not (box.y <= line.box.center.y <= box.bottom and height - 4 <= box.height <= HIGHEST * height + 8):
        return
    for edge in (box.x, box.right):
        at = edge - line.box.x
        if not 4 < at < line.box.width + 3:
            continue
        places = [_clipped(place, at) for place in line.places]
        across = [p for p in places if p.left < at - 1 and p.right > at + 1 and not p.character.isspace()]
        if any(p.character not in BARS for p in across):
            continue  # the letters run on: a selection, the line of a text cursor
        kept = [p for p in places if not (p.character in BARS and p.left <= at + 2 and p.right >= at - 2)]
        left = _part_of(line, [p for p in kept if p.left + p.right < 2 * at])
        right = _part_of(line, [p for p in kept if p.left + p.right >= 2 * at])
        if left is not None and (right is not None or kept != list(line.places)):
            yield (left,) if right is None else (left, right)


def _clipped(place: Placed, at: int) -> Placed:
    """Of a letter beside a border without the pixels of the border."""
    if place.character not in BARS and at - 2 <= place.right - 1 <= at + 6 and place.left < at - 6:
        return replace(place, right=min(place.right, at - 1))
    return place


def _part_of(line: RawLine, places: Sequence[Placed]) -> RawLine | None:
    inked = [index for index, place in enumerate(places) if not place.character.isspace()]
    if not inked:
        return None
    part = places[inked[0] : inked[-1] + 1]
    start, stop = part[0].left, max(part[-1].right, part[0].left + 1)
    moved = tuple(replace(place, left=place.left - start, right=place.right - start) for place in part)
    return replace(line, box=Rect(line.box.x + start, line.box.y, stop - start, line.box.height), places=moved)


def _tight(line: RawLine, picture: Picture) -> RawLine:
    """With the height of its own ink, without the border's."""
    trimmed = trim(picture, line.box)
    if trimmed is None or 2 * trimmed.height < line.box.height:
        return line
    return replace(line, box=Rect(line.box.x, trimmed.y, line.box.width, trimmed.height))
