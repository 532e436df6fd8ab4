"""Tables of a data base as rows of text, by the system's own reader; nothing is written."""

from __future__ import annotations

import re
import shlex

from deskhand.models.local.behind.file import File
from deskhand.models.local.hand import Hand

ENDINGS = frozenset(["db", "sqlite", "sqlite3", "db3"])
MOST = 400
"""Rows of a table that are read at most."""
_CREATED = re.compile(
    r"CREATE (?:TABLE|VIEW)(?: IF NOT EXISTS)?\s+[\"'\[`]?(?P<name>[A-Za-z_][\w ]*?)[\"'\]`]?\s*"
    r"(?:\((?P<columns>.*?)\)|AS\b.*?)\s*;",
    re.I | re.S,
)


async def table_rows(hand: Hand, file: File, question: str) -> tuple[str, list[str]]:
    """The name, and the head and the rows, cells apart by tabs, of the one table that the question names, whose columns
    it names, or that there is; nothing where it is longer than is read here."""
    say = hand.say(f"Looking into the tables of {file.name}.", f"{file.name} の表を見ます。")
    open_it = f"sqlite3 -readonly {shlex.quote(file.path)}"
    view = await hand.shell(f"{open_it} .schema", say)
    if view.error or "exit status" in view.text:
        return "", []
    name = meant_in(view.text, question)
    if not name:
        return "", []
    query = f'select * from "{name}" limit {MOST + 1}'
    view = await hand.shell(f"{open_it} -header -separator '\t' {shlex.quote(query)}", say)
    rows = [row for row in view.text.splitlines() if row.strip()]
    whole = not view.error and 1 < len(rows) <= MOST + 1 and "exit status" not in rows[-1]
    return (name, rows) if whole else ("", [])


def meant_in(schema: str, question: str) -> str:
    """The table of a data base that a question is about; "" where it may be several."""
    tables = {found["name"]: found["columns"] or "" for found in _CREATED.finditer(schema)}
    tables = {name: columns for name, columns in tables.items() if not name.startswith("sqlite_")}
    named = [name for name in tables if _names(question, name)]
    if not named and len(tables) > 1:
        named = [
            name
            for name, columns in tables.items()
            if any(_names(question, one) for one in re.findall(r"(?:^|,)\s*[\"'\[`]?([A-Za-z_]\w*)", columns))
        ]
    chosen = named or list(tables)
    return chosen[0] if len(chosen) == 1 else ""


def _names(question: str, name: str) -> bool:
    return re.search(rf"(?<![A-Za-z0-9_.]){re.escape(name)}s?(?![A-Za-z0-9_.])", question, re.I) is not None
