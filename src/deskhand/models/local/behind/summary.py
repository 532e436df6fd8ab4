"""The answer that all rows together give: the greatest or latest of them, their number, their sum."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from decimal import Decimal

from deskhand.models.local.behind.asking import Asked
from deskhand.models.local.behind.measures import Moment, moment_in, number_in, written
from deskhand.models.local.behind.saying import words_of
from deskhand.models.local.behind.table import Table, table_in
from deskhand.models.local.behind.whole import Whole, column_of, has, kept

_ROWS = re.compile(
    r"\b(?:rows?|lines?|entr(?:y|ies)|records?|people|persons|members?|names?|items?|orders?|books?|guests?|participants?)\b|"
    r"[人件行名冊]|項目|登録|名前|会員",
    re.I,
)
"""What a row of a list is called."""
_WHO = re.compile(r"\bwho(?:se|m)?\b|誰|だれ|どの人", re.I)
_PROPER = re.compile(r"(?<=[a-z,] )[A-Z][a-z]+|[\"“「『]([^\"“”「」『』]{1,40})[\"”」』]")


def summed_up(of: Whole, wanted: Asked, rows: Sequence[str]) -> str:
    """What is told; "" where the rows do not say it for certain."""
    table = table_in(rows)
    texts = rows if table is None else table.texts
    if not texts or _unknown(wanted, rows):
        return ""
    if of.of == "count":
        return _number(wanted, table, texts, kept(wanted, table, texts, range(len(texts))))
    if of.of in ("sum", "average"):
        return _added(of, wanted, table, texts)
    return _utmost(of, wanted, table, texts)


def _unknown(wanted: Asked, rows: Sequence[str]) -> bool:
    """Whether a name in the question stands nowhere in the text: what is asked about something else is not answered."""
    seen = [term for row in rows for term in words_of(row)]
    for found in _PROPER.finditer(wanted.plain):
        terms = words_of(found[1] or found[0])
        if terms and not any(has((term,), other) for term in terms for other in seen):
            return True
    return False


def _utmost(of: Whole, wanted: Asked, table: Table | None, texts: Sequence[str]) -> str:
    for what in (of.of, of.or_else):
        if what is None:
            continue
        moments = what in ("last", "first")
        read: Callable[[str], Decimal | Moment | None] = moment_in if moments else number_in
        at = None if table is None else column_of(table, read, wanted, of.about)
        if table is not None and at is None and table.width > 1 and not (moments and _one_column(table)):
            continue
        cells = texts if table is None or at is None else table.column(at)
        valued = [number for number, cell in enumerate(cells) if read(cell) is not None]
        chosen = kept(wanted, table, texts, valued)
        values = [(value, number) for number in chosen if (value := read(cells[number])) is not None]
        if len(values) < 2 and len(chosen) != 1:
            continue
        shapes = {len(value) for value, _ in values if isinstance(value, tuple)}
        if not values or len(shapes) > 1:  # some with a date and some without cannot be compared
            continue
        best = (max if what in ("most", "last") else min)(value for value, _ in values)
        return ", ".join(_called(wanted, table, texts, number, at) for value, number in values if value == best)
    return ""


def _one_column(table: Table) -> bool:
    """Whether the date and the time of a row stand in cells of their own: the row is read as a whole."""
    return not table.head and all(moment_in(text) is not None for text in table.texts)


def _called(wanted: Asked, table: Table | None, texts: Sequence[str], row: int, measured: int | None) -> str:
    """What the row is told as: the cell that was asked for, and the value by which it was chosen."""
    if table is None or measured is None:
        return texts[row].strip()
    cells = table.rows[row]
    value = cells[measured]
    named = [
        at
        for at, head in enumerate(table.head)
        if at != measured and any(has(words, other) for words in wanted.words for other in words_of(head))
    ]
    others = [at for at in range(table.width) if at != measured]
    worded = [at for at in others if number_in(cells[at]) is None and moment_in(cells[at]) is None and cells[at]]
    at = named[0] if len(named) == 1 else (worded or others)[0]
    own = bool(table.head) and any(
        has(words, other) for words in wanted.words for other in words_of(table.head[measured])
    )
    somebody = _WHO.search(wanted.plain) is not None
    valued = wanted.kind in ("number", "date", "time", "day") or own
    return f"{value} ({cells[at]})" if valued and not somebody and len(named) != 1 else f"{cells[at]} ({value})"


def _added(of: Whole, wanted: Asked, table: Table | None, texts: Sequence[str]) -> str:
    at = None if table is None else column_of(table, number_in, wanted, "amount price cost 金額 値段 料金")
    if table is not None and at is None:
        return ""
    cells = texts if table is None or at is None else table.column(at)
    valued = [number for number, cell in enumerate(cells) if number_in(cell) is not None]
    chosen = kept(wanted, table, texts, valued)
    values = [value for number in chosen if (value := number_in(cells[number])) is not None]
    if len(values) < 2 or (table is None and len(valued) < len(texts) - 1):
        return ""
    total = sum(values, Decimal(0))
    return written(total if of.of == "sum" else (total / len(values)).quantize(Decimal("0.01")))


def _number(wanted: Asked, table: Table | None, texts: Sequence[str], chosen: Sequence[int]) -> str:
    """How many rows have what is asked for. One row alone may itself hold the number: “eggs: 4”."""
    if len(chosen) == len(texts):
        return str(len(texts)) if table is not None and _ROWS.search(wanted.plain) else ""
    if len(chosen) == 1 and any(number_in(cell) is not None for cell in (table.rows[chosen[0]] if table else texts)):
        return ""
    if len(chosen) == 1 and not _ROWS.search(wanted.plain):
        return ""
    return str(len(chosen))
