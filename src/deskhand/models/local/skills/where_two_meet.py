"""A value by the row and the column that the question names, whatever its words do there: 「5 月の電気代(Power)」.

Which of the words of a question head a column and which begin a row is seen on the screen: they stand there. It is told
only where they name one row and one column, and one thing stands where the two meet.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from deskhand.models.local import layout
from deskhand.models.local.labels import other_names
from deskhand.models.local.skills.figures import in_column
from deskhand.screen.geometry import Rect
from deskhand.vision.folding import fold
from deskhand.vision.scene import TextLine

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_WORD = re.compile(r"[A-Za-z][\w'’-]*|\d{1,4}\s?[月年日]|[ァ-ヶー一-龯々]{2,}|\d{1,4}")
_QUOTED = re.compile(r"[\"“「『]([^\"“”「」『』]{1,40})[\"”」』]")
_MONTH = re.compile(r"(\d{1,2})\s?月")
_VALUE = re.compile(r"[\d¥$€£+-]")
"""How what a table holds begins, rather than what it is called by."""
NEAR = 24
"""Pixels by which the beginnings of the rows' names differ at most."""


def named_in(question: str) -> list[frozenset[str]]:
    """The words of a question in the order they are said, each with what else it may stand as."""
    found: list[frozenset[str]] = []
    for word in (*_QUOTED.findall(question), *_WORD.findall(question)):
        found.append(frozenset(fold(one).letters.lower() for one in (word, *_otherwise(word))))
    return found


def _otherwise(word: str) -> Iterator[str]:
    yield from other_names(word)
    number = _MONTH.fullmatch(word)
    month = MONTHS[int(number[1]) - 1] if number is not None and 1 <= int(number[1]) <= len(MONTHS) else None
    for name in MONTHS:
        if name == month or word.lower() in (name.lower(), name[:3].lower()):
            yield from (name, name[:3], f"{MONTHS.index(name) + 1}月")


def met(lines: Sequence[TextLine], body: Rect, question: str) -> TextLine | None:
    """What stands where the row and the column meet that the question names; None where it names none, or several."""
    inside = [line for line in lines if body.contains(line.box.center)]
    words = named_in(question)
    said = [line for line in inside if any(fold(line.text).letters.lower() in names for names in words)]
    found: dict[Rect, TextLine] = {}
    for row in said:
        for head in said:
            if (
                head is row
                or head.box.bottom > row.box.y + 2
                or head.box.x <= row.box.right
                or not _begins(row, inside)
            ):
                continue
            cells = [
                line
                for line in in_column(inside, head.box)
                if layout.same_row(row.box, line.box) and line is not row and _VALUE.match(line.text)
            ]
            if len(cells) == 1 and _heads(head, inside):
                found[cells[0].box] = cells[0]
    return next(iter(found.values())) if len(found) == 1 else None


def _begins(row: TextLine, lines: Sequence[TextLine]) -> bool:
    """Whether nothing but a number of its own stands left of it in its row, and others begin below or above it."""
    left = [line for line in lines if layout.same_row(row.box, line.box) and line.box.right <= row.box.x]
    others = [line for line in lines if line is not row and abs(line.box.x - row.box.x) <= NEAR]
    return all(line.text.strip().isdigit() for line in left) and len(others) >= 1


def _heads(head: TextLine, lines: Sequence[TextLine]) -> bool:
    """Whether others stand in its row that hold no values: it is one of several headings."""
    row = [line for line in lines if layout.same_row(head.box, line.box) and line is not head]
    return len(row) >= 1 and not any(_VALUE.match(line.text) and len(line.text) > 2 for line in row)
