"""Examples for the reader: wishes as rows of symbols and spans, and new ones made of them.

Every argument is a part of its wish, so another of the same slot can stand in its place, and two wishes can be said in
one breath: the rows stay true.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from random import Random

from deskhand.models.local.understand.acts.form import acts_of
from deskhand.models.local.understand.pointing.symbols import (
    DO,
    DONE,
    LIMIT,
    NUMBERS,
    POINTING,
    NoRow,
    Row,
    Span,
    Spans,
    row,
)

JOINTS: Mapping[str, tuple[str, ...]] = {
    "en": (". Then ", ", then ", " and ", ". ", " and then ", ". After that, ", ", also ", "; "),
    "ja": ("。それから", "、それから", "。", "。あと、", "、あと", "。次に", "。そのあと、", "。終わったら"),
}
_SWAPPED, _JOINED, _LOWER, _BARE = 0.35, 0.12, 0.08, 0.3
"""How often an argument is another one, two wishes are one, capitals are small, the last full stop is missing."""
_MOST_SWAPS = 3
_LONGEST_JOINED = 110


@dataclass(frozen=True, slots=True)
class Example:
    text: str
    language: str
    row: Row


@dataclass(frozen=True, slots=True)
class Pool:
    """The arguments that stand in each slot of each act."""

    held: dict[tuple[str, str, str], list[str]] = field(default_factory=dict)

    def add(self, example: Example) -> None:
        for act, slot, (start, end) in filled(example.row):
            self.held.setdefault((example.language, act, slot), []).append(example.text[start:end])


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


def varied(example: Example, others: Sequence[Example], pool: Pool, random: Random) -> Example:
    """The example, or one made of it."""
    if random.random() < _JOINED and example.row[0] == DO:
        other = random.choice(others)
        if other.row[0] == DO and other.language == example.language:
            example = joined(example, other, random)
    example = swapped(example, pool, random)
    text = example.text
    if random.random() < _LOWER and len(text.lower()) == len(text):
        text = text.lower()
    if (
        random.random() < _BARE
        and text[-1] in ".。"
        and all(s[1] < len(text) for s in example.row if isinstance(s, tuple))
    ):
        text = text[:-1]
    return Example(text, example.language, example.row)


def joined(first: Example, second: Example, random: Random) -> Example:
    text = first.text.rstrip(" .。、,")
    count = sum(1 for act in outermost(first.row))
    if len(text) + len(second.text) > _LONGEST_JOINED or any(
        s[1] > len(text) for s in first.row if isinstance(s, tuple)
    ):
        return first
    text += random.choice(JOINTS[first.language])
    later: Row = []
    for before, symbol in zip([DO, *second.row], second.row, strict=False):
        if isinstance(symbol, tuple):
            later.append((symbol[0] + len(text), symbol[1] + len(text)))
        elif isinstance(before, str) and before.endswith("@"):
            later.append(NUMBERS[min(int(symbol) + count, 9)])
        else:
            later.append(symbol)
    said = second.text
    if text[-1] == " " and not text.endswith(". "):
        said = said[:1].lower() + said[1:] if len(said[:1].lower()) == 1 else said
    return Example(text + said, first.language, [*first.row[:-1], *later[1:-1], DONE])


def outermost(row: Row) -> Iterable[str]:
    depth = 0
    for symbol in row:
        if symbol in ("then", "else", "each:do"):
            depth += 1
        elif symbol == "end":
            depth -= 1
        elif isinstance(symbol, str) and symbol.startswith("act:") and not depth:
            yield symbol


def swapped(example: Example, pool: Pool, random: Random) -> Example:
    """Some arguments are others of the same slot."""
    swaps = 0
    for act, slot, _ in list(filled(example.row)):
        if slot in (LIMIT, "condition") or random.random() > _SWAPPED or swaps == _MOST_SWAPS:
            continue
        choices = pool.held.get((example.language, act, slot), ())
        places = [span for a, s, span in filled(example.row) if (a, s) == (act, slot)]
        if len(choices) > 3 and places:
            example = _with(example, random.choice(places), random.choice(choices))
            swaps += 1
    return example


def _with(example: Example, span: Span, words: str) -> Example:
    start, end = span
    longer = len(words) - (end - start)
    moved: Row = []
    for symbol in example.row:
        if isinstance(symbol, str):
            moved.append(symbol)
        elif symbol[0] >= end:
            moved.append((symbol[0] + longer, symbol[1] + longer))
        elif symbol[0] <= start and symbol[1] >= end:
            moved.append((symbol[0], symbol[1] + longer))
        elif symbol[1] <= start:
            moved.append(symbol)
        else:  # it stands half or wholly within what would go
            return example
    return Example(example.text[:start] + words + example.text[end:], example.language, moved)


def read_in(folder: Path) -> Iterable[Path]:
    """The files that are taught with."""
    return (path for path in sorted(folder.glob("*.jsonl")) if not path.name.startswith("test"))
