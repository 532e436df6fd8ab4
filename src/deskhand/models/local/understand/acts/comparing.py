"""Numbers that show: added up, averaged, compared."""

from __future__ import annotations

import re
import shlex
from typing import Literal

from deskhand.models.local.skills.paths import folder_path, path_of
from deskhand.models.local.steps import Pick, Total
from deskhand.models.local.understand.acts import places
from deskhand.models.local.understand.acts.counting import named_folder
from deskhand.models.local.understand.acts.desk import Desk
from deskhand.models.local.understand.acts.form import Act, ResultOf
from deskhand.models.local.understand.acts.limits import unlimited
from deskhand.models.local.understand.acts.pictures import opened
from deskhand.models.local.understand.acts.places import File
from deskhand.models.local.understand.acts.running import job
from deskhand.models.local.understand.acts.windows import is_program
from deskhand.models.local.understand.acts.words import bare, is_it, plain
from deskhand.models.local.understand.shell import commands
from deskhand.models.local.understand.shell.things import quoted

_MOST = re.compile(
    r"\b(?:largest|biggest|greatest|highest|heaviest|most(?!\s+recent)|dearest|maximum|max|newest|latest|most\s+recent|longest|fastest|top|best|tallest|hottest|warmest|costliest|priciest)\b|"
    r"(?:一番|いちばん|最も|もっとも)(?:大き|高|多|重|長|新し|でか|おっき|速|早)|最大|最高|最多|最新|最長|最重|トップ",
    re.I,
)
_LEAST = re.compile(
    r"\b(?:smallest|lowest|cheapest|least|minimum|min|oldest|earliest|shortest|fewest|lightest|slowest|soonest|coldest|worst|next|nearest|closest)\b|"
    r"(?:一番|いちばん|最も|もっとも)(?:小さ|安|少な|低|軽|短|古|ちっ|やす|近)|最小|最安|最低|最少|最古|最短|最軽",
    re.I,
)
_BY = (
    (re.compile(r"cheap|dear|expensive|pric|cost|安|高(?=い|く|$)|やす", re.I), "price", "値段"),
    (re.compile(r"heav|light|重|軽", re.I), "weight", "重さ"),
    (re.compile(r"new|old|latest|earliest|recent|古|新", re.I), "date", "日付"),
    (re.compile(r"large|big|small|大き|小さ|でか|サイズ", re.I), "size", "サイズ"),
    (re.compile(r"long|short|長|短", re.I), "length", "長さ"),
)
"""What a word compares where the wish names no column."""


_VALUE = re.compile(
    r"(?:the\s+)?(?:value|number|amount|figure|price|score)s?(?:\s+(?:in|of)\s+(?:the\s+)?(?P<en>.+))?|(?:(?P<ja>.+?)の)?(?:値|数|数字|数値|金額|値段|点数)",
    re.I,
)
"""What is compared itself is wanted, and not what it stands beside."""


def _column(of: str) -> str:
    found = re.search(r"column\s+[A-Z]\b|[A-Z]列", of)
    return "" if found is None else found[0]


_OF_FILES = re.compile(r"\bfiles?\b|ファイル|の中", re.I)


def _among_files(desk: Desk, by: str, of: str, *, most: bool) -> str:
    """The biggest or the newest file of a folder that the wish names, as a command; "" where it is something else."""
    folder = named_folder(desk)
    if not folder or desk.named or _OF_FILES.search(of) is None or places.kind(of) is not None:
        return ""
    sized = re.search(r"size|big|large|small|heav|大き|小さ|重|でか|サイズ", by, re.I) is not None
    dated = re.search(r"date|new|old|latest|recent|earliest|日付|新し|古", by, re.I) is not None
    if sized is dated:
        return ""
    return commands.ranked(quoted(folder_path(folder)), "size" if sized else "time", least=not most, number=1)


def pick(desk: Desk, act: Act) -> None:
    unlimited(desk, act)
    which = plain(act.words("which"))
    most, least = _MOST.search(which) is not None, _LEAST.search(which) is not None
    if most is least:
        raise desk.fail("worked out")
    of = act.args.get("of")
    if isinstance(of, ResultOf | tuple):
        raise desk.fail("worked out")
    by = bare(act.words("by"))
    if (command := _among_files(desk, f"{by} {which}", bare(act.words("of")), most=most)) != "":
        job(desk, command)
        desk.keeps()
        return
    if (value := _VALUE.fullmatch(bare(act.words("of")))) is not None:
        column = by or value["en"] or value["ja"] or _column(act.of)
        desk.add(Total(column, "highest" if most else "lowest", desk.store))
        desk.keeps()
        return
    if not by:
        by = next((desk.say(english, japanese) for pattern, english, japanese in _BY if pattern.search(which)), "")
    desk.add(Pick(by, most, bare(act.words("of")), desk.store))
    desk.keeps()


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
