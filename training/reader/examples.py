"""Examples for the reader: wishes as rows of symbols and spans.

Every argument is a part of its wish, so that another can stand in its place and two wishes can be said in one breath:
the rows stay true (`varying`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from zlib import crc32

from deskhand.models.local.understand.acts.form import acts_of
from deskhand.models.local.understand.pointing.symbols import (
    POINTING,
    NoRow,
    Row,
    Span,
    Spans,
    row,
)

_ASIDE = 60
"""One in so many wishes is laid aside, by its own words: it stays aside when more are written."""


@dataclass(frozen=True, slots=True)
class Example:
    text: str
    language: str
    row: Row


def examples(wishes: Iterable[Mapping[str, object]]) -> list[Example]:
    """Those of which rows can be made; a list within a list has none."""
    found = []
    for told in wishes:
        text = str(told["wish"])
        try:
            made = row(acts_of(told["plan"]), str(told["reach"]), str(told.get("why", "")), Spans(text))
        except NoRow:
            continue
        found.append(Example(text, str(told["lang"]), made))
    return found


def filled(row: Row) -> Iterable[tuple[str, str, Span]]:
    """Of each argument that is pointed at its act, its slot and where it stands."""
    act = ""
    for symbol, span in pairwise(row):
        if not isinstance(symbol, str):
            continue
        if symbol.startswith("act:"):
            act = symbol[4:]
        elif symbol in POINTING and isinstance(span, tuple):
            yield act, symbol, span


def outermost(row: Row) -> Sequence[tuple[str, int]]:
    """The acts that stand in no block, and where in the row."""
    depth, found = 0, []
    for at, symbol in enumerate(row):
        if symbol in ("then", "else", "each:do"):
            depth += 1
        elif symbol == "end":
            depth -= 1
        elif isinstance(symbol, str) and symbol.startswith("act:") and not depth:
            found.append((symbol[4:], at))
    return found


def spans(row: Row) -> list[Span]:
    return [part for part in row if isinstance(part, tuple)]


def read_in(folder: Path) -> Iterable[Path]:
    """The files that are taught with."""
    return (path for path in sorted(folder.glob("*.jsonl")) if not path.name.startswith("test"))


def aside(told: Mapping[str, object]) -> bool:
    """Whether a wish is not taught."""
    return crc32(str(told["wish"]).encode()) % _ASIDE == 0
