"""The rows of a table in a plain file put in order, and its cells and rows changed, worked out to the letter."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping, Sequence

_SORTS = re.compile(r"\bsort|\border(?:ed)?\s+by\b|並べ替|ソート|昇順|降順", re.IGNORECASE)
_DOWN = re.compile(
    r"descend|\breverse|\b(?:largest|highest|greatest|biggest|newest|latest|most\s+expensive|dearest)\s+first|z\s*(?:to|-|–)\s*a\b"
    r"|降順|(?:大き|高|新し|多|長)い(?:もの)?(?:から|順)|逆順",
    re.IGNORECASE,
)
_EDITS = re.compile(
    r"\b(?:edit|set|change|correct|update|replace|enter|put|write)\w*|変更|編集|修正|入力|更新", re.IGNORECASE
)
_ROWS = re.compile(r"\b(?:row|record|entry|line)\b|行|レコード", re.IGNORECASE)
_REMOVES = re.compile(r"\b(?:delet|remov)\w*|削除|取り除", re.IGNORECASE)
_ADDS = re.compile(r"\b(?:add|append|insert)\b|追加|挿入", re.IGNORECASE)
_NUMBER = re.compile(r"[^\d.,-]{0,3}\s*(-?\d[\d,]*(?:\.\d+)?)\s*[^\d.,]{0,4}")
LEAST = 2
"""Columns that a table has at least."""


def sorted_table(words: str, said: str, key: str, text: str, ending: str) -> str | None:
    """The table with its rows in the order of one column; None where the words ask for no such order, or the column
    is not to be told."""
    table = _table(text, ending)
    if table is None or not _SORTS.search(words):
        return None
    head, rows, lines = table
    column = _column(head, key)
    if column is None or any(len(row) != len(head) for row in rows):
        return None
    cells = [row[column].strip() for row in rows]
    numbers = [_NUMBER.fullmatch(cell) for cell in cells]
    values = [float(found[1].replace(",", "")) for found in numbers if found is not None]
    down = _DOWN.search(f"{words} {said}") is not None
    places = range(len(rows))
    if len(values) == len(rows):  # equal ones stay in their order, downwards too
        order = sorted(places, key=lambda at: -values[at] if down else values[at])
    else:
        names = sorted({cell.casefold() for cell in cells}, reverse=down)
        order = sorted(places, key=lambda at: names.index(cells[at].casefold()))
    return "\n".join([lines[0], *(lines[at + 1] for at in order)]) + ("\n" if text.endswith("\n") else "")


def edited_table(words: str, fields: Mapping[str, str], row: str, text: str, ending: str) -> str | None:
    """The table with cells of one row changed, or a row added or taken out; None where it is no such wish, or which
    row and column are meant is not told once and clearly."""
    table = _table(text, ending)
    if table is None:
        return None
    head, rows, lines = table
    end = "\n" if text.endswith("\n") else ""
    if _ADDS.search(words) and _ROWS.search(words) and not row:
        new = _new_row(head, fields)
        return None if new is None else "\n".join([*lines, _line(new, _parted(ending, text))]) + "\n"
    found = [
        at for at, cells in enumerate(rows) if row and any(cell.strip().casefold() == row.casefold() for cell in cells)
    ]
    if len(found) != 1:
        return None
    at = found[0]
    if _REMOVES.search(words) and not fields:
        return "\n".join([line for number, line in enumerate(lines) if number != at + 1]) + end
    if not _EDITS.search(words) or not fields:
        return None
    cells = list(rows[at])
    for name, value in fields.items():
        column = _column(head, name)
        if column is None or column >= len(cells):
            return None
        cells[column] = value
    lines = [*lines]
    lines[at + 1] = _line(cells, _parted(ending, text))
    return "\n".join(lines) + end


def _table(text: str, ending: str) -> tuple[list[str], list[list[str]], list[str]] | None:
    """The columns' names, the rows, and the lines as they stand; None where a line holds more or less than one row."""
    if ending not in ("csv", "tsv") or "\r" in text:
        return None
    lines = text.removesuffix("\n").split("\n")
    rows = list(csv.reader(io.StringIO(text), delimiter=_parted(ending, text)))
    if len(rows) != len(lines) or len(rows) < LEAST or len(rows[0]) < LEAST or not all(rows):
        return None
    return rows[0], rows[1:], lines


def _parted(ending: str, text: str) -> str:
    head = text.split("\n", 1)[0]
    return "\t" if ending == "tsv" or "\t" in head else ";" if head.count(";") > head.count(",") else ","


def _column(head: Sequence[str], name: str) -> int | None:
    """The one column that a name is, or that it speaks of: “column price”, 「値段(price)」."""
    said = name.strip().casefold()
    exact = [at for at, cell in enumerate(head) if cell.strip().casefold() == said]
    among = [
        at
        for at, cell in enumerate(head)
        if cell.strip() and re.search(rf"(?<!\w){re.escape(cell.strip().casefold())}(?![a-z0-9_])", said)
    ]
    found = exact or among
    return found[0] if len(found) == 1 else None


def _new_row(head: Sequence[str], fields: Mapping[str, str]) -> list[str] | None:
    columns = [_column(head, name) for name in fields]
    if None in columns or len(set(columns)) != len(head):
        return None
    cells = [""] * len(head)
    for column, value in zip(columns, fields.values(), strict=True):
        if column is not None:
            cells[column] = value
    return cells


def _line(cells: Sequence[str], parted: str) -> str:
    out = io.StringIO()
    csv.writer(out, delimiter=parted, lineterminator="").writerow(cells)
    return out.getvalue()
