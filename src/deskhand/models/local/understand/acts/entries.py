"""Entries, rows, notes: added and changed by the commands of the program that keeps them."""

from __future__ import annotations

import re
from dataclasses import replace

from deskhand.models.local.steps import (
    ClickOn,
    EditLine,
    PressKeys,
    Ref,
    Target,
    TypeText,
    UseCommand,
)
from deskhand.models.local.understand.acts import places
from deskhand.models.local.understand.acts.carrying import make_folder
from deskhand.models.local.understand.acts.desk import Desk, Made
from deskhand.models.local.understand.acts.fields import Field, field_value, fields
from deskhand.models.local.understand.acts.form import Act, ResultOf
from deskhand.models.local.understand.acts.limits import unlimited
from deskhand.models.local.understand.acts.removing import MANY, all_of
from deskhand.models.local.understand.acts.targets import cell, in_sheet, target
from deskhand.models.local.understand.acts.words import bare, is_it

_OPENED = re.compile(r"^\s*(?:please\s+)?open\b|(?:を|も)?(?:開い|ひらい)て", re.I)
_MADE = re.compile(r"\b(?:new|add|create|make|write|start)\b|新し|新規|追加|作|足し|加え|書", re.I)
_FOLDER = re.compile(r"(?:new\s+)?(?:sub)?(?:folder|directory)|(?:新しい|新規)?(?:フォルダー?|ディレクトリー?)", re.I)
_LINE = re.compile(r"(?:new\s+)?line(?:\s+of\s+text)?|一?行", re.I)
_SHEET = re.compile(
    r"(?:an?\s+)?(?:new\s+|empty\s+|blank\s+|extra\s+)*(?:row|column)|(?:空の|空白の|新しい)?(?:行|列)", re.I
)


def add(desk: Desk, act: Act) -> None:
    unlimited(desk, act)
    kind = bare(act.words("kind"))
    told = fields(desk, act.args.get("fields"))
    names = act.args.get("name")
    if isinstance(names, tuple):
        for one in names:
            add(
                desk,
                Act(
                    act.name,
                    {**{slot: value for slot, value in act.args.items() if slot != "name"}, "name": one},
                    act.of,
                ),
            )
        return
    name = None if names is None else field_value(desk, names)
    if isinstance(name, str) and not told and opened_only(act):
        desk.add(ClickOn(target(name), count=2))  # “open the note …” adds none
        return
    if _FOLDER.fullmatch(kind) and isinstance(name, str):
        make_folder(desk, Act("make_folder", {"name": name}, act.of))
        return
    if _LINE.fullmatch(kind) and isinstance(name, str) and not told:
        desk.add(PressKeys("ctrl+End"), TypeText((name,), own_line=True))
        return
    if not kind and name is None and not told:
        raise desk.fail("what")
    on: Target | None = None
    if _SHEET.fullmatch(kind) and name is None:
        noun = "column" if re.search(r"column|列", kind, re.I) else "row"
        at = [in_sheet(_as_sheet(value, noun)) for _, value in told if isinstance(value, str)]
        if len(at) == len(told) == 1 and at[0]:
            on, told = Target(at[0], "cell"), ()
        elif told and not at:
            raise desk.fail("what", str(told[0][1]))
    if isinstance(name, str) and places.file(name) is not None and not _FILE_KIND.search(kind):
        told = (("", name), *told)  # it goes in, and is not what something new is called
    elif name is not None:
        told = ((desk.say("name", "名前"), name), *told)
    words = desk.say(f"add {kind}", f"{kind} 追加").strip()
    if not kind and desk.steps and isinstance(desk.steps[-1], UseCommand):
        kind = ""
    desk.add(UseCommand(words, told, on))
    desk.leave(Made("thing", name=name if isinstance(name, str) else ""))


def opened_only(act: Act) -> bool:
    """Whether something that is there already is opened: 「「Jitensha」というメモを開いて」."""
    named = act.name == "add" and "name" in act.args and not act.args.get("fields")
    return named and _OPENED.search(act.of) is not None and _MADE.search(act.of) is None


def _as_sheet(words: str, noun: str) -> str:
    """“C” of a column is column C; “5” of a row is row 5."""
    return f"{noun} {words}" if re.fullmatch(r"[A-Z]{1,2}|\d{1,4}", words, re.I) else words


_FIELD = re.compile(
    r"\b(?:update|change|correct|fix|adjust)\s+(?:the|their|his|her|its)\s+(?P<field>[a-z]+(?:\s+number)?)\b", re.I
)
_AT_TIME = re.compile(
    r"(?P<value>(?:午前|午後)?\d{1,2}(?:時(?:\d{1,2}分|半)?|:\d{2}))(?:から)?(?:の)?(?P<field>開始|終了|スタート)"
)


def _with_field(desk: Desk, act: Act) -> Act | None:
    """The change with the field that the wish names besides: “Lee lives in Leeds now, update the city”."""
    to, thing = act.words("to"), act.words("thing")
    if not thing or is_it(thing) or cell(thing):
        return None
    if (timed := _AT_TIME.fullmatch(to)) is not None:
        return Act(act.name, {**act.args, "field": timed["field"], "to": timed["value"]}, act.of)
    found = _FIELD.search(desk.wish)
    if found is None or found["field"].lower() in thing.lower() or found["field"] in to or not thing[:1].isupper():
        return None
    return Act(act.name, {**act.args, "field": found["field"]}, act.of)


def change(desk: Desk, act: Act) -> None:
    """A part of an entry gets another value."""
    unlimited(desk, act)
    if "to" not in act.args:
        raise desk.fail("what text")
    if MANY.search(" ".join(desk.texts(act.args.get("limit")))) or all_of(act):
        raise desk.fail("several")
    to = field_value(desk, act.args["to"])
    if isinstance(to, str) and (both := _FROM_TO.fullmatch(to)) and f"from {to}" in act.of:
        to = both["new"]
    if not act.words("field") and (mended := _with_field(desk, act)) is not None:
        change(desk, mended)
        return
    thing, part = act.args.get("thing"), bare(act.words("field"))
    words = desk.text(thing) if thing is not None else ""
    if words and part and re.search(rf"{re.escape(part)}\s*[(（]\s*{re.escape(words)}\s*[)）]", desk.wish):
        part, words = words, ""  # 「曲名(Title)」 is one field, and that is what the program calls it
    if name := cell(words):
        desk.add(TypeText((to,), Target(name, "cell")))
        return
    if (held := _CELL_SAYS.fullmatch(words)) is not None:
        desk.add(ClickOn(Target(bare(held["en"] or held["ja"]), "cell")), TypeText((to,), enter=True))
        return
    last = desk.steps[-1] if desk.steps else None
    if (
        isinstance(last, UseCommand)
        and last.fields
        and _ADDS.search(last.words)
        and (not words or is_it(words) or not part)
        and not isinstance(thing, ResultOf)
    ):
        name_of = part or bare(words)
        if name_of and not is_it(name_of):
            desk.steps[-1] = replace(last, fields=(*last.fields, (name_of, to)))  # of what is being added
            return
    if re.search(r"\b(?:all|every|each)\b|すべて|全部|それぞれ|ずつ", words + act.of):
        raise desk.fail("several")
    if isinstance(to, str) and _old_value(act.of, to) and words and _in_text(desk):
        desk.add(EditLine(bare(words), "within", (to,), old=_old_value(act.of, to)))
        return
    if isinstance(to, str) and words and _in_text(desk) and re.fullmatch(r"[\d.,:]+", to):
        desk.add(EditLine(bare(words), "within", (to,)))
        return
    if MANY.search(words):
        raise desk.fail("what target", words)
    if part and words and not is_it(words):
        if re.fullmatch(r"name|title|名前|名称|タイトル", part) and _lone(words):
            desk.add(
                UseCommand(
                    desk.say(f"rename {bare(words)}", f"{bare(words)} 名前を変更"), ((desk.say("name", "名前"), to),)
                )
            )
            return
        desk.add(UseCommand(desk.say(f"edit {part}", f"{part} 変更"), ((part, to),), target(words)))
        return
    name_ = part or bare(words)
    if not name_ or is_it(name_):
        raise desk.fail("what")
    desk.add(UseCommand(desk.say(f"change {name_}", f"{name_} 変更"), _sizes(name_, to)))


_FROM_TO = re.compile(r"\S+\s+to\s+(?P<new>\S+)")
"""What it was and what it becomes, read as one: “from 16:00 to 14:00”."""
_CELL_SAYS = re.compile(
    r"(?:the\s+)?cell\s+(?:that\s+says|with|saying|containing)\s+(?P<en>.+)|(?P<ja>.+?)(?:の|と書いてある|って書いてある)セル",
    re.I,
)
_FILE_KIND = re.compile(r"file|ファイル|document|文書", re.I)
_ADDS = re.compile(r"^add\b|追加$")


def _sizes(name: str, to: str | Ref) -> tuple[Field, ...]:
    """“width 30 and height 20” are two fields."""
    if (
        isinstance(to, str)
        and (found := re.findall(r"(width|height|幅|高さ)\D{0,4}(\d+)", to, re.I))
        and len(found) > 1
    ):
        return tuple((field.lower(), value) for field, value in found)
    return ((name, to),)


def _lone(words: str) -> bool:
    """Whether there is one such thing in the program: its sheet, its window."""
    return (
        re.fullmatch(
            r"(?:the\s+|this\s+|my\s+)?(?:sheet|layer|page|file|note|window|tab|notebook|document|シート|レイヤー?|ページ|ノート|タブ)",
            words,
            re.I,
        )
        is not None
    )


def _old_value(of: str, to: str) -> str:
    """What it was, where the wish tells: “from 3.80 to 4.50”."""
    found = re.search(
        rf"\bfrom\s+(\S+)\s+to\s+{re.escape(to)}|{re.escape(to)}\s+instead\s+of\s+(\S+?)(?=[\s,.;]*(?:$|\s))|(\S+)から\s*{re.escape(to)}",
        of,
    )
    return "" if found is None else (found[1] or found[2] or found[3]).strip("「」\"' ")


def _in_text(desk: Desk) -> bool:
    """Whether a text is what the plan works on: an editor is named for it, or a text file."""
    if re.search(r"\.(?:txt|md|log|ini|conf|cfg|json|yaml|py|sh)$", desk.file):
        return True
    return re.search(r"\.(?:txt|md|log|ini|conf|cfg)\b", desk.wish) is not None or desk.front == "text editor"
