"""The row of a text that answers a question, by the question's words and the kind of value it asks for.

No understanding: the words of the question are looked for in the rows (with their endings off, as ideas and loan words,
days in any form), rare ones counting more; what the row itself does not say may stand in the two rows above it, as with
headings. Where two rows fit alike, or none says enough, there is no answer: a wrong one costs more than a question.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

from deskhand.models.local.behind.asking import Asked, asked, days_in, missing_day
from deskhand.models.local.behind.qualified import lacks
from deskhand.models.local.behind.saying import like, words_of
from deskhand.models.local.behind.table import table_in
from deskhand.models.local.skills.commands.terms import Term

ABOVE = (0.6, 0.35)
"""What a word counts that stands one or two rows above instead."""
ENOUGH = 0.5
"""The share of the words (by weight) that a row must have, with what stands above it."""
APART = 1.12
"""By how much the best row must be better than any other that says something else."""
ALIKE = 0.8
KNOWN = 0.45
"""The share of the question's words (by number) that must stand anywhere in the text."""
A_DAY = 2
"""Words that a day of the year is worth."""
LONGEST = 300
"""Letters of a row that is told whole; of a longer one only the sentence."""
FEW = 2
_VALUED = re.compile(r"[:：\t|]|\d")
_CELLS = re.compile(r"\t+|\s{2,}|\s*\|\s*")


@dataclass(frozen=True, slots=True)
class Answer:
    text: str
    """What is told: a row, a sentence of it, or a cell."""
    row: int


@dataclass(frozen=True, slots=True)
class _Row:
    text: str
    words: tuple[Term, ...]
    days: frozenset[tuple[int, int]]


def _row(text: str) -> _Row:
    return _Row(text, words_of(text), days_in(text))


def answer(question: str, rows: Sequence[str]) -> Answer | None:
    """What answers the question in rows of text, in reading order; None where nothing surely does."""
    wanted = asked(question)
    return None if wanted is None else answered(wanted, rows)


def answered(wanted: Asked, rows: Sequence[str]) -> Answer | None:
    if not rows or missing_day(wanted.plain, rows) or lacks(wanted.plain, rows):
        return None
    seen = [_row(row) for row in rows]
    has = [_has(wanted, row) for row in seen]
    weights = _weights(has)
    counts = [1] * len(wanted.words) + [A_DAY] * len(wanted.days)
    known = sum(count for count, weight in zip(counts, weights[: len(counts)], strict=True) if weight > 0)
    if not known or known < KNOWN * sum(counts):
        return None
    has = _with_their_records(wanted, rows, has)
    title, over_all = _title(rows)
    scored = [
        (_score(has, weights, at, over_all), at) for at, row in enumerate(seen) if at != title and _tells(wanted, row)
    ]
    of_words = [_score(has, [*weights[: len(counts)], *(0.0 for _ in wanted.hints)], at, over_all) for _, at in scored]
    scored = [one for one, own in zip(scored, of_words, strict=True) if own > 0]
    scored.sort(key=lambda one: (-one[0], one[1]))
    if not scored or scored[0][0] < ENOUGH * sum(weights[: len(counts)]):
        return None
    best, at = scored[0]
    told = _told(wanted, rows, at)
    others = [other for score, other in scored[1:] if score * APART >= best]
    if any(_told(wanted, rows, other) != told for other in others):
        return None
    return Answer(told, at)


_FIELD = re.compile(r"\s*(?P<key>[^\W\d][\w .-]{0,24}?)\s*[=:]\s*(?=\S)")
_SECTION = re.compile(r"\s*\[.*\]\s*$")


def _with_their_records(wanted: Asked, rows: Sequence[str], has: list[tuple[float, ...]]) -> list[tuple[float, ...]]:
    """Where a text is made of records with one field a row, all fields of a record tell whose it is, and what a field
    is called tells which."""
    fields = [_FIELD.match(row) for row in rows]
    if sum(field is not None for field in fields) < 0.6 * len(rows):
        return has
    starts, first = [0], ""
    for at, (row, field) in enumerate(zip(rows, fields, strict=True)):
        if _SECTION.match(row):
            starts.append(at)
            first = ""
        elif field is not None and first and field["key"].lower() == first:
            starts.append(at)
        elif field is not None and not first:
            first = field["key"].lower()
    if len(starts) < FEW + 1:
        return has
    told = list(has)
    for start, end in zip(starts, [*starts[1:], len(rows)], strict=True):
        whole = tuple(max(column) for column in zip(*has[start:end], strict=True)) if end > start else ()
        for at in range(start, end):
            field = fields[at]
            own = has[at] if field is None else _has(wanted, _row(field["key"]))
            told[at] = tuple(max(one, ABOVE[0] * theirs) for one, theirs in zip(own, whole, strict=True))
    return told


def speaks_of(wanted: Asked, rows: Sequence[str]) -> bool:
    """Whether any word of the question stands in the rows."""
    return any(any(_has(wanted, _row(row))[: len(wanted.words) + len(wanted.days)]) for row in rows)


def words_held(wanted: Asked, row: str) -> int:
    """How many of the question's words and days stand in a row."""
    return sum(one > 0 for one in _has(wanted, _row(row))[: len(wanted.words) + len(wanted.days)])


def _has(wanted: Asked, row: _Row) -> tuple[float, ...]:
    """For each word, each day and each hint of the question how surely the row has it."""
    words = [_like(word, row) for word in wanted.words]
    return (
        *words,
        *(float(day in row.days) for day in sorted(wanted.days)),
        *(_like(one, row) for one in wanted.hints),
    )


def _like(word: Sequence[Term], row: _Row) -> float:
    best = max((like(one, other) for one in word for other in row.words), default=0.0)
    return best if best >= ALIKE else 0.0


def _weights(has: Sequence[tuple[float, ...]]) -> list[float]:
    """Of each word: nothing where no row has it, more where few do."""
    weights: list[float] = []
    for column in zip(*has, strict=True):
        held = sum(one > 0 for one in column)
        weights.append(0.0 if not held else 0.3 + math.log((len(has) + 1) / held))
    return weights


def _title(rows: Sequence[str]) -> tuple[int | None, int | None]:
    """The row that is what the text is about, or the head of a table, and no entry; and that row again where its words
    count for all others: they are entries with labels, tabs or numbers, without headings of their own."""
    table = table_in(rows)
    if table is not None and table.head:
        at = len(rows) - len(table.rows) - 1
        return (at, at) if list(rows[at + 1 :]) == list(table.texts) else (None, None)
    valued = [_VALUED.search(row) is not None for row in rows]
    if len(rows) <= FEW or valued[0] or sum(valued) * 2 < len(rows):
        return None, None
    return 0, 0 if all(valued[1:]) else None


def _score(has: Sequence[tuple[float, ...]], weights: Sequence[float], at: int, over_all: int | None) -> float:
    total = 0.0
    for number, weight in enumerate(weights):
        here = max(has[at][number], 0.0 if over_all is None else ABOVE[0] * has[over_all][number])
        for back, share in enumerate(ABOVE, 1):
            if at >= back:
                here = max(here, share * has[at - back][number])
        total += weight * here
    return total


def _tells(wanted: Asked, row: _Row) -> bool:
    """Whether it holds a value of the kind that is asked for, besides what the question itself says."""
    text = row.text
    if wanted.kind in ("day", "date", "time", "mail", "phone", "link"):
        return wanted.value.search(text) is not None
    if wanted.kind == "number":
        return any(number not in re.findall(r"\d+", wanted.plain) for number in _numbers(text, bool(wanted.days)))
    others = [
        word for word in row.words if not any(like(word, one) >= ALIKE for words in wanted.words for one in words)
    ]
    return bool(others)


def _numbers(text: str, dated: bool) -> list[str]:
    if dated:  # the day itself is no value
        text = re.sub(r"\b\d{4}[-/.]\d{1,2}[-/.]\d{1,2}\b|\d{1,2}月\s*\d{1,2}日", " ", text)
    return re.findall(r"\d+", text)


def _told(wanted: Asked, rows: Sequence[str], at: int) -> str:
    row = rows[at].strip()
    if cell := _cell(wanted, rows, at):
        return cell
    if len(row) <= LONGEST:
        return re.sub(r"\s{2,}", "  ", row)
    parts = [part for part in re.split(r"(?<=[.!?])\s+|(?<=[。！？])", row) if part.strip()]
    held = [
        (sum(_has(wanted, _Row(part, words_of(part), days_in(part)))), -number) for number, part in enumerate(parts)
    ]
    return parts[-max(held)[1]].strip()


def _cell(wanted: Asked, rows: Sequence[str], at: int) -> str:
    """Where the row is one of a table whose head names what is asked for: the cell below that name."""
    if (table := table_in(rows)) is not None and table.head and rows[at] in table.texts:
        return _under_its_head(wanted, table.head, table.rows[table.texts.index(rows[at])])
    cells = _CELLS.split(rows[at].strip())
    if len(cells) < 3:
        return ""
    for above in range(at - 1, -1, -1):
        heads = _CELLS.split(rows[above].strip())
        if len(heads) != len(cells) or any(re.search(r"\d", head) for head in heads):
            continue
        return _under_its_head(wanted, heads, cells)
    return ""


def _under_its_head(wanted: Asked, heads: Sequence[str], cells: Sequence[str]) -> str:
    fitting = [fits(wanted, head) for head in heads]
    best = max(fitting)
    if best <= 0 or fitting.count(best) != 1:
        return ""
    at_head = fitting.index(best)
    rest = [cell for number, cell in enumerate(cells) if number != at_head]
    return cells[at_head] if any(fits(wanted, cell) or days_in(cell) & wanted.days for cell in rest) else ""


def fits(wanted: Asked, text: str) -> float:
    """How well a heading says one of the words of the question."""
    found = words_of(text)
    said = [word for words in (*wanted.words, *wanted.hints) for word in words]
    return max((one for word in said for other in found if (one := like(word, other)) >= ALIKE), default=0.0)
