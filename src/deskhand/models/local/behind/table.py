"""Rows of text as a table: what parts its cells, and whether the first row says what the columns hold."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

Cells = tuple[str, ...]
LEAST = 2
"""Rows of values that a table has at least."""
ABOVE = 3
"""Rows above it that are a title and no part of it, at most."""
_LABEL = re.compile(r"^\W*([^:：=\t]{1,40}?)\s*(?:[:：](?!\d\d)|=)\s*(\S.*)$")


@dataclass(frozen=True, slots=True)
class Table:
    head: Cells
    """What the columns are called; empty where no row says so."""
    rows: tuple[Cells, ...]
    texts: tuple[str, ...]
    """The rows as they stand, in the same order."""

    @property
    def width(self) -> int:
        return len(self.rows[0])

    def column(self, number: int) -> Cells:
        return tuple(row[number] for row in self.rows)


def _by(pattern: str) -> Callable[[str], Cells]:
    return lambda row: tuple(cell.strip() for cell in re.split(pattern, row.strip().strip("|").strip()))


def _commas(row: str) -> Cells:
    if re.search(r",\s+[a-z]", row):  # a sentence
        return (row,)
    return tuple(cell.strip() for cell in next(csv.reader([row]), [row]))


def _labelled(row: str) -> Cells:
    found = _LABEL.match(row)
    return (row,) if found is None else (found[1].strip(), found[2].strip())


_WAYS: tuple[tuple[Callable[[str], Cells], bool], ...] = (
    (_by(r"\t"), True),
    (_by(r"\s*\|\s*"), True),
    (_by(r"\s*;\s*"), True),
    (_commas, True),
    (_by(r"\s{2,}"), True),
    (_labelled, False),
    (_by(r"\s+"), True),
)
"""How cells are parted, the surest first, and whether a row of names may stand above."""


def table_in(rows: Sequence[str]) -> Table | None:
    """The one table that the rows are, but for a title above it; None where they are free text."""
    texts = [row for row in rows if row.strip() and not re.fullmatch(r"[\s|+=:-]+", row)]
    for cells_of, headed in _WAYS:
        cells = [cells_of(text) for text in texts]
        width = len(cells[-1]) if cells else 1
        start = next((at for at, row in enumerate(cells) if len(row) == width), 0)
        body = cells[start:]
        titled = start <= ABOVE and not any(re.search(r"\d", text) for text in texts[:start])
        if width < 2 or not titled or len(body) < LEAST or any(len(row) != width for row in body):
            continue
        has_head = headed and len(body) > LEAST and _is_head(body)
        first = start + has_head
        return Table(body[0] if has_head else (), tuple(cells[first:]), tuple(texts[first:]))
    return None


def _is_head(body: Sequence[Cells]) -> bool:
    """Whether the first row has no values where all the others have some, or is the only one without any."""
    first, rest = body[0], body[1:]
    valued = [at for at in range(len(first)) if all(re.search(r"\d", row[at]) for row in rest)]
    if valued:
        return not any(re.search(r"\d", first[at]) for at in valued)
    return all(first) and not any(cell in row for row in rest for cell in first)
