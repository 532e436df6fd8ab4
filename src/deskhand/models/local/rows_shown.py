"""The rows of a list or a table that a window shows, as a person counts them: below its heading, one pitch apart.

“The third subtitle”, “how many entries”, 「2 番目」 name a thing by where it stands in a list whose rows say neither
“subtitle” nor “entry”. Of 27 misses on programs never met nine named what they wanted in such a way, or by the row it
is in. Where a window has two such lists nobody can tell which is meant, and none is taken.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from deskhand.models.local import layout
from deskhand.screen.geometry import Rect
from deskhand.vision.scene import Scene, TextLine, Word

APART = 0.6
"""Heights of a line between two words that stand in cells of their own, at least."""
PITCH = 60
"""Pixels from a heading to the first row, and from one row to the next, at most."""
UNEVEN = 0.25
"""By which part of the pitch rows may stand closer or further apart."""
ALIGNED = 6
"""Pixels by which rows of a list without a heading may begin apart."""
LEAST = 3
"""Rows that make a list where no heading says so."""
WORD = 3
"""Letters that most headings have at least."""
FOOT = 1.6
"""Pitches below the last row within which the list's frame ends where more rows may be out of sight."""
_VALUE = re.compile(r"[\W\d_]*\d[\W\d_]*(?:[A-Za-z%]{1,3})?")
"""A number, a time, a size: what tells of a row, and is not what it says."""


@dataclass(frozen=True, slots=True)
class Row:
    cells: tuple[TextLine, ...]
    """From left to right."""

    @property
    def box(self) -> Rect:
        left, right = self.cells[0].box, self.cells[-1].box
        return Rect.from_corners(
            left.x, min(cell.box.y for cell in self.cells), right.right, max(cell.box.bottom for cell in self.cells)
        )

    @property
    def text(self) -> str:
        return " ".join(cell.text for cell in self.cells)

    @property
    def wording(self) -> TextLine:
        """The cell that says what the row is: the first that is no number, else the first."""
        return next((cell for cell in self.cells if not _VALUE.fullmatch(cell.text)), self.cells[0])

    @property
    def only_words(self) -> TextLine | None:
        """The only cell that is no number; None where several are words, or none is."""
        words = [cell for cell in self.cells if not _VALUE.fullmatch(cell.text)]
        return words[0] if len(words) == 1 else None


@dataclass(frozen=True, slots=True)
class Listing:
    heads: tuple[TextLine, ...]
    """The headings of a table's columns; () where it has none."""
    rows: tuple[Row, ...]
    whole: bool
    """Whether there is room below the last row: else more may be out of sight."""


def listing_in(scene: Scene, body: Rect) -> Listing | None:
    """The one list or table of a window; None where it has none, or several."""
    lines = parted([line for line in scene.texts if body.contains(line.box.center)])
    tables = [table for head in _headings(scene, lines) if (table := _below(scene, lines, body, head)) is not None]
    if tables:
        return tables[0] if len(tables) == 1 else None
    plain = _columns(scene, lines, body)
    return plain[0] if len(plain) == 1 else None


def parted(lines: Sequence[TextLine]) -> list[TextLine]:
    """The lines, taken apart where they are wider apart than words: a whole row of a table may be read as one."""
    found: list[TextLine] = []
    for line in lines:
        words: list[Word] = []
        for word in line.words:
            if words and word.box.x - words[-1].box.right > APART * line.box.height:
                found.append(_line_of(words, line))
                words = []
            words.append(word)
        found.append(_line_of(words, line) if words else line)
    return found


def _line_of(words: Sequence[Word], line: TextLine) -> TextLine:
    box = Rect.from_corners(words[0].box.x, line.box.y, words[-1].box.right, line.box.bottom)
    return replace(line, text=" ".join(word.text for word in words), box=box, spans=())


def _headings(scene: Scene, lines: Sequence[TextLine]) -> list[list[TextLine]]:
    """Rows of words that stand on headings, or that have a column of their own each: two of them at least. Of several
    upon each other the topmost, for a table's rows have the next ones below them as a heading has."""
    marks = [widget.box for widget in scene.widgets if widget.role == "header"]
    rows = [
        row
        for row in _in_rows(lines)
        if len(row) > 1
        and not any(line.text.rstrip().endswith((":", "：")) or _VALUE.fullmatch(line.text) for line in row)
        and sum(_is_pressed(scene, line) for line in row) * 2 < len(row)
        and sum(len(line.text) >= WORD for line in row) * 2 >= len(row)
    ]
    found: list[list[TextLine]] = []
    for row in rows:
        marked = sum(any(mark.contains(line.box.center) for mark in marks) for line in row) * 2 >= len(row)
        if (not marked and (len(row) < LEAST or not _heads(row, lines))) or _follows(row, lines):
            continue
        above = found[-1] if found else None
        if above is None or not any(layout.under(one.box, other.box) for one in above for other in row):
            found.append(row)
    return found


def _heads(row: Sequence[TextLine], lines: Sequence[TextLine]) -> bool:
    """Whether most of the words have something right below them that begins with them."""
    bottom = max(line.box.bottom for line in row)
    below = [line for line in lines if 0 <= line.box.y - bottom <= PITCH // 2]
    return sum(any(abs(line.box.x - one.box.x) <= ALIGNED for one in below) for line in row) * 2 > len(row)


def _follows(row: Sequence[TextLine], lines: Sequence[TextLine]) -> bool:
    """Whether most of the words have something right above them that begins with them: then they are rows, too."""
    top = min(line.box.y for line in row)
    above = [line for line in lines if 0 <= top - line.box.bottom <= PITCH // 2]
    return sum(any(abs(line.box.x - one.box.x) <= ALIGNED for one in above) for line in row) * 2 > len(row)


def _is_pressed(scene: Scene, line: TextLine) -> bool:
    """Whether it stands on a button of its own, or on a tab."""
    around = layout.around(scene, line.box)
    return (around is not None and around.role == "button") or any(
        widget.role in ("button", "tab") and widget.box.contains(line.box.center) and widget.box.height <= PITCH
        for widget in scene.widgets
    )


def _below(scene: Scene, lines: Sequence[TextLine], body: Rect, head: Sequence[TextLine]) -> Listing | None:
    """The rows under a heading, as far as they follow one upon the other."""
    top = max(line.box.bottom for line in head)
    left = min(line.box.x for line in head) - 40
    frame = _frame(scene, body, Rect(head[0].box.x, top + 2, 40, 40))
    under = [line for line in lines if line.box.y >= top - 2 and left <= line.box.x < frame.right]
    rows = [Row(tuple(row)) for row in _in_rows(under)]
    kept = _evenly(rows, top)
    boxed = sum(_boxed(scene, cell) for row in kept for cell in row.cells)
    if boxed * 2 > sum(len(row.cells) for row in kept):
        return None  # buttons side by side and below each other
    return None if not kept else Listing(tuple(head), tuple(kept), _has_room(kept, frame))


def _boxed(scene: Scene, line: TextLine) -> bool:
    around = layout.around(scene, line.box)
    return around is not None and around.box.height <= PITCH


def _columns(scene: Scene, lines: Sequence[TextLine], body: Rect) -> list[Listing]:
    """Words one below the other at one pitch, that begin together and stand neither on buttons nor before fields."""
    fields = [widget.box for widget in scene.widgets if layout.is_field(widget)]
    free = [
        line
        for line in lines
        if not line.text.rstrip().endswith((":", "："))
        and not _is_pressed(scene, line)
        and not any(layout.same_row(line.box, box) and box.x >= line.box.x for box in fields)
    ]
    found: list[Listing] = []
    used: list[TextLine] = []
    for first in sorted(free, key=lambda line: (line.box.x, line.box.y)):
        if first in used:
            continue
        column = sorted(
            (line for line in free if abs(line.box.x - first.box.x) <= ALIGNED), key=lambda line: line.box.y
        )
        kept = _evenly([Row((line,)) for line in column], column[0].box.y - 1)
        used += [row.cells[0] for row in kept]
        if len(kept) < LEAST or any(_besides(one, kept) for one in found):
            continue
        frame = _frame(scene, body, kept[0].box)
        whole = [Row(tuple(line for line in free if layout.same_row(row.box, line.box)
                           and row.box.x <= line.box.x < frame.right)) for row in kept]  # fmt: skip
        found.append(Listing((), tuple(sorted(whole, key=lambda row: row.box.y)), _has_room(kept, frame)))
    return found


def _besides(one: Listing, rows: Sequence[Row]) -> bool:
    """Whether the rows are another column of a list that was found."""
    cells = [cell for row in one.rows for cell in row.cells]
    return all(row.cells[0] in cells for row in rows)


def _evenly(rows: Sequence[Row], top: int) -> list[Row]:
    """Those from the first one on that stand one pitch apart; [] where the first does not follow upon ``top``."""
    if not rows or rows[0].box.y - top > PITCH:
        return []
    kept = [rows[0]]
    pitch = 0
    for before, after in pairwise(rows):
        step = after.box.center.y - before.box.center.y
        if step > PITCH or (pitch and abs(step - pitch) > max(4, UNEVEN * pitch)):
            break
        pitch = pitch or step
        kept.append(after)
    return kept


def _frame(scene: Scene, body: Rect, first: Rect) -> Rect:
    """The box around the rows, where one was made out; else the window."""
    around = [
        widget.box
        for widget in scene.widgets
        if widget.kind == "box" and widget.box.contains(first.center) and widget.box.height > 3 * first.height
    ]
    return min(around, key=lambda box: box.area, default=body)


def _has_room(rows: Sequence[Row], frame: Rect) -> bool:
    pitch = rows[-1].box.center.y - rows[-2].box.center.y if len(rows) > 1 else 2 * rows[0].box.height
    return frame.bottom - rows[-1].box.bottom >= FOOT * pitch - rows[-1].box.height


def _in_rows(lines: Sequence[TextLine]) -> list[list[TextLine]]:
    rows: list[list[TextLine]] = []
    for line in sorted(lines, key=lambda line: line.box.center.y):
        if rows and layout.same_row(rows[-1][0].box, line.box):
            rows[-1].append(line)
        else:
            rows.append([line])
    return [sorted(row, key=lambda line: line.box.x) for row in rows]
