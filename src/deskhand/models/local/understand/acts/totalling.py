"""Numbers of a column that are added up or averaged: in a text table by a command, else as they show."""

from __future__ import annotations

import re
import shlex
from typing import Literal

from deskhand.models.local.skills.paths import path_of
from deskhand.models.local.steps import Total
from deskhand.models.local.understand.acts import places
from deskhand.models.local.understand.acts.desk import Desk
from deskhand.models.local.understand.acts.form import Act, ResultOf
from deskhand.models.local.understand.acts.limits import unlimited
from deskhand.models.local.understand.acts.pictures import opened
from deskhand.models.local.understand.acts.places import File
from deskhand.models.local.understand.acts.running import job
from deskhand.models.local.understand.acts.windows import is_program
from deskhand.models.local.understand.acts.words import bare, is_it
from deskhand.models.local.understand.shell.things import quoted


def total(desk: Desk, act: Act) -> None:
    unlimited(desk, act)
    what = act.args.get("what")
    if isinstance(what, ResultOf | tuple):
        raise desk.fail("worked out")
    words = bare(desk.text(what))
    where = act.args.get("where")
    if isinstance(where, ResultOf) or len(words.split()) > 4:
        raise desk.fail("worked out")
    how: Literal["sum", "average"] = "average" if re.search(r"\b(?:average|mean)\b|平均", words, re.I) else "sum"
    file = places.file(where) if isinstance(where, str) else None
    table = file or (File(desk.file, desk.folder) if desk.file and not desk.front else None)
    label = re.sub(
        r"^(?:the\s+)?(?:total|sum|average|mean)\s+(?:of\s+)?(?:the\s+)?|\s*(?:total|sum|average)$|の?(?:合計|総額|平均|総計)$",
        "",
        words,
        flags=re.I,
    )
    if table is not None and re.search(r"\.(?:csv|tsv)$", table.name, re.I) and desk.front not in desk.named:
        column = _COLUMN.sub("", bare(label))
        path = quoted(path_of(table.name, table.folder or desk.folder or "shared"))
        job(desk, table_command(column, path, table.name, how))
    else:
        if file is not None:
            opened(desk, file)
        elif isinstance(where, str) and not is_it(where) and not _SHEET.search(where) and not is_program(desk, where):
            raise desk.fail("worked out", where)  # “this month”: a sum of all would be another one
        desk.add(Total("" if is_it(label) else _IN_COLUMN.sub(r"\1", bare(label)), how, desk.store))
    desk.keeps()


_SHEET = re.compile(r"table|sheet|column|list|window|page|screen|selection|表|シート|列|一覧|画面|ページ", re.I)
_IN_COLUMN = re.compile(
    r"^(?:amounts?|numbers?|values?|figures?|prices?)\s+(?:in|of)\s+(?:the\s+)?(column\s+\w+)$", re.I
)


_COLUMN = re.compile(r"^(?:the\s+)?column\s+|\s+column$|(?:の)?列$", re.I)


def table_command(column: str, path: str, name: str, how: Literal["sum", "average"]) -> str:
    """A column of a text table, by its letter or its head, added up to the last digit."""
    separator = "\\t" if name.lower().endswith(".tsv") else ","
    if re.fullmatch(r"[A-Za-z]", column):
        value, start = f"${ord(column.upper()) - 64}", ""
    else:
        value = "$c"
        start = "NR==1{for(i=1;i<=NF;i++)if(tolower($i)==tolower(h))c=i}"
    end = "s" if how == "sum" else "s/n"
    counted = f"c&&{value}+0=={value}" if start else f"{value}+0=={value}"
    script = f'{start}{counted}{{s+={value};n++}}END{{printf "%.10g\\n",{end}}}'
    head = f" -v h={shlex.quote(column)}" if start else ""
    return f"awk -F{shlex.quote(separator)}{head} {shlex.quote(script)} {path}"
