"""Which cell of a table is meant: by its address, or by what heads its column and what its row is called."""

from __future__ import annotations

import contextlib
import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from deskhand.models.local.behind.changing import Unclear
from deskhand.models.local.behind.held.order import Order
from deskhand.models.local.behind.held.parts import Slot, fits, mentions, same

Grid = Mapping[tuple[int, int], str]
"""What each cell shows, by row and column from 0."""
Sheet = TypeVar("Sheet")
HEADS = 4
"""Rows at the top of which one may say what the columns hold."""
_ADDRESS = re.compile(r"(?<![A-Za-z0-9])\$?([A-Za-z]{1,2})\$?(\d{1,4})(?![A-Za-z0-9])", re.ASCII)
_SUM = re.compile(r"\b(?:sum|total)\b|合計|総和", re.IGNORECASE)
_MEAN = re.compile(r"\b(?:average|mean)\b|平均", re.IGNORECASE)
_SPAN = re.compile(
    r"(?<![A-Za-z0-9])([A-Z]{1,2}\d{1,4})\s*(?::|to|through|-|–|から|〜|～)\s*([A-Z]{1,2}\d{1,4})(?![0-9])", re.ASCII
)
_COLUMN = re.compile(r"\bcolumn\s+[\"“]?([A-Z]{1,2})\b|(?<![A-Za-z])([A-Z]{1,2})\s*列", re.ASCII)


def the_fitting(sheets: Iterable[tuple[Sheet, Grid]], order: Order) -> tuple[Sheet, Grid]:
    """The one sheet of several that has the cells which are meant. Raises Unclear where it is not one."""
    found: list[tuple[Sheet, Grid]] = []
    for sheet, grid in sheets:
        with contextlib.suppress(Unclear):
            cells_meant(grid, order)
            found.append((sheet, grid))
    if len(found) != 1:
        raise Unclear
    return found[0]


def address(text: str) -> tuple[int, int] | None:
    found = _ADDRESS.fullmatch(text.strip())
    return None if found is None else (int(found[2]) - 1, column_number(found[1]))


def column_number(letters: str) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number - 1


def column_name(number: int) -> str:
    name = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        name = chr(65 + rest) + name
    return name


def cells_meant(grid: Grid, order: Order) -> dict[tuple[int, int], str]:
    """What is to be written where. Raises Unclear where it is not told once and clearly."""
    if order.deed == "add":
        return _new_row(grid, order)
    if order.deed != "set":
        raise Unclear
    cell = next((found for name in (order.label, order.on) if (found := _told(name)) is not None), None)
    if cell is None:
        cell = _crossing(grid, order.label, order) if order.label else _by_old(grid, order)
    if order.old and grid.get(cell, "").strip() != order.old.strip():
        raise Unclear
    return {cell: worked_out(grid, order, cell)}


def _told(name: str) -> tuple[int, int] | None:
    found = {match.groups() for match in _ADDRESS.finditer(name)}
    return None if len(found) != 1 else address("".join(found.pop()))


def _column(grid: Grid, label: str) -> tuple[int, int] | None:
    """Where what heads the column stands."""
    scored = [(fits(label, Slot((text,), 0, 0)), at) for at, text in grid.items() if at[0] < HEADS and text.strip()]
    best = max((score for score, _ in scored), default=0)
    found = [at for score, at in scored if score == best]
    return found[0] if best and len(found) == 1 else None


def _crossing(grid: Grid, label: str, order: Order) -> tuple[int, int]:
    """The cell below a column's name in the row of a thing."""
    head = _column(grid, label)
    if head is None and order.on:  # “Lamp” and “price” the other way round
        head, order = _column(grid, order.on), Order(order.deed, label, order.on, order.value, order.old, order.said)
    if head is None:
        raise Unclear
    below = sorted({row for row, _ in grid if row > head[0]})
    if order.on:
        rows = [row for row in below if any(same(text, order.on) for at, text in grid.items() if at[0] == row)]
        rows = rows or [
            row for row in below if any(mentions(text, order.on) for at, text in grid.items() if at[0] == row)
        ]
    else:
        names = [(row, grid[row, column]) for row, column in grid if row in below and column != head[1]]
        rows = list(dict.fromkeys(row for row, text in names if not _is_number(text) and mentions(order.said, text)))
    if len(rows) != 1:
        raise Unclear
    return rows[0], head[1]


def _by_old(grid: Grid, order: Order) -> tuple[int, int]:
    """The one cell that says what is to become another."""
    found = [at for at, text in grid.items() if same(text, order.old or order.on)]
    if len(found) != 1:
        raise Unclear
    return found[0]


def _new_row(grid: Grid, order: Order) -> dict[tuple[int, int], str]:
    heads = [(_column(grid, name), value) for name, value in order.fields]
    if not heads or any(head is None for head, _ in heads):
        raise Unclear
    cells = [(head, value) for head, value in heads if head is not None]
    row = {row for (row, _), _ in cells}
    others = [text for at, text in grid.items() if at[0] in row and at[1] not in {column for (_, column), _ in cells}]
    if any(text.strip() and mentions(order.said, text) for text in others):
        raise Unclear  # a value of the new row was told, and nobody has read it
    last = max(row for (row, _), text in grid.items() if text.strip())
    if len({column for (_, column), _ in cells}) != len(cells) or len({row for (row, _), _ in cells}) != 1:
        raise Unclear
    return {(last + 1, column): value for (_, column), value in cells}


def worked_out(grid: Grid, order: Order, cell: tuple[int, int]) -> str:
    """The value itself, or the formula of the sum that is wanted there."""
    of_sum, of_mean = _SUM.search(order.value), _MEAN.search(order.value)
    if (of_sum or of_mean) and not re.fullmatch(r"(?i)sum|total|average|mean|合計|平均", order.value.strip()):
        said = f"{order.value} {order.said}"
        name = "SUM" if of_sum else "AVERAGE"
        if (span := _SPAN.search(said)) is not None:
            return f"={name}({span[1]}:{span[2]})"
        told = _COLUMN.search(said)
        column = column_number(told[1] or told[2]) if told else None
        if column is None:
            head = _column(
                grid, re.sub(r"(?i)\b(?:sum|total|average|mean|of|the|column)\b|[のを]|合計|平均|列", " ", order.value)
            )
            column = None if head is None else head[1]
        if column is None:
            raise Unclear
        rows = [row for (row, at), text in grid.items() if at == column and _is_number(text) and (row, at) != cell]
        rows = [row for row in rows if column != cell[1] or row < cell[0]]
        if not rows or len(rows) != max(rows) - min(rows) + 1:
            raise Unclear
        letter = column_name(column)
        return f"={name}({letter}{min(rows) + 1}:{letter}{max(rows) + 1})"
    return order.value


def _is_number(text: str) -> bool:
    return number_of(text) is not None


def number_of(text: str) -> float | None:
    plain = re.sub(r"^[¥$€£]\s*|(?<=\d),(?=\d{3}\b)", "", text.strip())
    try:
        return float(plain) if re.fullmatch(r"-?\d+(?:\.\d+)?", plain) else None
    except ValueError:
        return None


def figure(number: float) -> str:
    """A number as a cell says it, all its digits kept: six of them, as usual, would make 12345.67 to 12345.7."""
    return f"{number:.15g}"


def result_of(grid: Grid, formula: str) -> float | None:
    """What a sum or a mean of numbers comes to."""
    found = re.fullmatch(r"=(SUM|AVERAGE)\(([A-Z]+\d+):([A-Z]+\d+)\)", formula)
    one, other = (address(found[2]), address(found[3])) if found else (None, None)
    if found is None or one is None or other is None:
        return None
    values = [
        number_of(text) for at, text in grid.items() if one[0] <= at[0] <= other[0] and one[1] <= at[1] <= other[1]
    ]
    numbers = [value for value in values if value is not None]
    if not numbers:
        return None
    return sum(numbers) / (len(numbers) if found[1] == "AVERAGE" else 1)


def in_text(text: str, ending: str, order: Order) -> str | None:
    """A table of plain text with cells changed, each other line to the letter; None where it is no such table."""
    head = text.split("\n", 1)[0]
    parted = "\t" if ending in ("tsv", "tab") or "\t" in head else ";" if head.count(";") > head.count(",") else ","
    lines = text.split("\n")
    rows = list(csv.reader(io.StringIO(text), delimiter=parted))
    if len(rows) != len(lines) - text.endswith("\n") or not rows or len(rows[0]) < 2:
        return None
    grid = {(row, column): cell for row, cells in enumerate(rows) for column, cell in enumerate(cells)}
    eol = "\r" if lines[0].endswith("\r") else ""
    if order.deed in ("delete", "duplicate"):
        at = _row(rows, order.on)
        lines[at : at + 1] = [] if order.deed == "delete" else [lines[at], lines[at]]
        return "\n".join(lines)
    changes = cells_meant(grid, order)
    for row in sorted({row for row, _ in changes}):
        cells = [*rows[row]] if row < len(rows) else [""] * len(rows[0])
        for (at, column), value in changes.items():
            if at == row:
                result = result_of(grid, value)
                cells += [""] * (column + 1 - len(cells))
                cells[column] = value if result is None else figure(result)
        line = _line(cells, parted) + eol
        if row < len(rows):
            lines[row] = line
        else:
            lines.insert(len(rows), line)
    return "\n".join(lines)


def _row(rows: Sequence[Sequence[str]], name: str) -> int:
    found = [at for at, cells in enumerate(rows) if any(same(cell, name) for cell in cells)]
    if len(found) != 1 or not found[0]:
        raise Unclear
    return found[0]


def _line(cells: Sequence[str], parted: str) -> str:
    out = io.StringIO()
    csv.writer(out, delimiter=parted, lineterminator="").writerow(cells)
    return out.getvalue()
