"""A row of a data base changed, added or taken out by statements, where the program for it does not let it be."""

from __future__ import annotations

import json
import re
import shlex
from collections.abc import Mapping, Sequence

from deskhand.models.local.behind.changing import Unclear
from deskhand.models.local.behind.file import File
from deskhand.models.local.behind.held.grid import cells_meant, number_of
from deskhand.models.local.behind.held.order import Order
from deskhand.models.local.behind.held.parts import mentions, same
from deskhand.models.local.behind.writing import begun
from deskhand.models.local.hand import Hand

MOST = 300
"""Rows of a table that are looked through at most."""
Row = Mapping[str, object]


async def in_database(hand: Hand, file: File, order: Order) -> str:
    """The sentence for it; "" where the row that is meant is not told clearly, or the data base is in use."""
    tables = await _asked(hand, file, "SELECT name FROM sqlite_master WHERE type='table' AND name NOT LIKE 'sqlite_%'")
    names = [str(one["name"]) for one in tables]
    meant = [name for name in names if mentions(order.said, name)] or names
    found: list[tuple[str, Sequence[Row]]] = []
    for name in meant[:4]:
        rows = await _asked(hand, file, f'SELECT rowid AS "rowid of it", * FROM {_name(name)} LIMIT {MOST}')
        try:
            found += [(statement(name, rows, order), rows)]
        except Unclear:
            pass
    if len(found) != 1:
        return ""
    say = begun(hand, file)
    view = await hand.shell(f"sqlite3 {shlex.quote(file.path)} {shlex.quote(found[0][0])} && echo is done", say)
    if view.error or "is done" not in view.text.splitlines():
        return ""
    hand.unsaved.written = file.path
    return hand.say(
        f"I changed the data base {file.name} itself, since I could not do it in the program: "
        "its window may show the old values until it is opened again.",
        f"プログラムではできなかったため、データベース {file.name} を直接変更しました。"
        "開き直すまで、ウィンドウには元の値が表示されることがあります。",
    )


async def _asked(hand: Hand, file: File, query: str) -> list[Row]:
    say = hand.say(f"Looking into {file.name} itself.", f"{file.name} の中を調べます。")
    view = await hand.reads(f"sqlite3 -readonly -json {shlex.quote(file.path)} {shlex.quote(query)}", say)
    try:
        rows = json.loads(view.text)
    except ValueError:
        return []
    return rows if isinstance(rows, list) and all(isinstance(row, dict) for row in rows) else []


def statement(table: str, rows: Sequence[Row], order: Order) -> str:
    """What changes the one row that is meant, and that alone."""
    if not rows:
        raise Unclear
    columns = [name for name in rows[0] if name != "rowid of it"]
    if order.deed == "delete":
        found = [row for row in rows if any(same(str(row[name]), order.on) for name in columns)]
        if len(found) != 1:
            raise Unclear
        return f"DELETE FROM {_name(table)} WHERE rowid={_row(found[0])};"
    grid = {(0, at): name for at, name in enumerate(columns)}
    grid |= {(number + 1, at): _said(row[name]) for number, row in enumerate(rows) for at, name in enumerate(columns)}
    changes = cells_meant(grid, order)
    told = ", ".join(_name(columns[column]) for _, column in changes)
    values = [_value(value) for value in changes.values()]
    (number,) = {row for row, _ in changes}
    if number > len(rows):
        return f"INSERT INTO {_name(table)} ({told}) VALUES ({', '.join(values)});"
    sets = ", ".join(f"{_name(columns[column])}={value}" for (_, column), value in zip(changes, values, strict=True))
    return f"UPDATE {_name(table)} SET {sets} WHERE rowid={_row(rows[number - 1])};"


def _row(row: Row) -> int:
    number = row["rowid of it"]
    if not isinstance(number, int):
        raise Unclear
    return number


def _said(value: object) -> str:
    return "" if value is None else str(value)


def _name(name: str) -> str:
    return name if re.fullmatch(r"[A-Za-z_]\w*", name, re.ASCII) else '"' + name.replace('"', '""') + '"'


def _value(value: str) -> str:
    number = number_of(value)
    if number is not None and not re.match(r"[¥$€£]|-?0\d", value) and "," not in value:
        return value
    return "'" + value.replace("'", "''") + "'"
