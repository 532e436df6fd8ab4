"""“For each …”: lines that hold something, files of a kind, or a list of names."""

# ruff: noqa: E501
from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from deskhand.models.local.concepts import FOLDERS
from deskhand.models.local.skills.paths import folder_path, path_of
from deskhand.models.local.steps import EditLine
from deskhand.models.local.understand.acts import carrying, counting, deleting, editing, packing, places
from deskhand.models.local.understand.acts.desk import Desk
from deskhand.models.local.understand.acts.each_file import each_file, files_of
from deskhand.models.local.understand.acts.form import Act, Argument
from deskhand.models.local.understand.acts.limits import unlimited
from deskhand.models.local.understand.acts.places import File
from deskhand.models.local.understand.acts.running import job
from deskhand.models.local.understand.acts.words import bare, is_it, unquoted
from deskhand.models.local.understand.frame import Puzzled
from deskhand.models.local.understand.shell import commands
from deskhand.models.local.understand.shell.things import Files, quoted

Run = Callable[[Desk, Sequence[Act]], None]

_EVERYWHERE = re.compile(
    r"\b(?:every(?:thing)?|all|each)\b.*\b(?:text|file|document|word|occurrence|instance|place)s?\b|すべて|全部|全文",
    re.I,
)
_LINES = re.compile(
    r"(?:every|each|all(?:\s+the)?|any|the)?\s*(?:lines?|rows?|ones?|items?|whatever|entries)\s*(?:of\s+\S+\s+)?(?:(?:that\s+)?(?:has|have|is|are|with|marked|containing|contains|says?|mentions?|starts?|starting|begins?|ends?)\s*)+(?:an?\s+|the\s+)?(?:marked\s+|with\s+)?(?P<what>.+?)(?:\s+(?:in\s+front|at\s+the\s+(?:start|end)|in\s+(?:it|them)))?|"
    r"(?P<what_ja>.+?)(?:が|の|を|と)?(?:ある|含む|入っ(?:た|ている|てる)|書いてある|ついた|付いた)(?:行|もの|やつ|の)(?:を?(?:全部|すべて))?",
    re.I,
)


def each(desk: Desk, act: Act, run: Run) -> None:
    """For all that the words name: lines that hold something, files of a kind, or a list of names."""
    unlimited(desk, act)
    value = act.args.get("of_what")
    if not act.do:
        raise desk.fail("loop")
    words = "" if isinstance(value, tuple) else desk.text(value, "loop")
    if all(one.name == "edit_line" for one in act.do):
        _lines(desk, act, words)
        return
    if isinstance(value, str) and (kind := places.kind(words)) is not None and len(act.do) == 1:
        one = act.do[0]
        slot = {"move": "file", "copy_file": "file", "delete_file": "file", "compress": "files"}.get(one.name)
        if slot is not None:
            desk.act = one
            filled = Act(one.name, {**one.args, slot: f"*.{kind.ending}"}, act.of)
            {
                "move": carrying.move,
                "copy_file": carrying.copy_file,
                "delete_file": deleting.delete_file,
                "compress": packing.compress,
            }[one.name](desk, filled)
            return
    if (
        isinstance(value, str)
        and (kind := places.kind(words)) is not None
        and (command := _for_files(desk, act.do, kind))
    ):
        job(desk, command)
        desk.keeps()
        return
    if (
        len(act.do) == 1
        and act.do[0].name in ("replace", "change_case", "sort_lines")
        and (not words or _EVERYWHERE.search(words))
    ):
        run(desk, act.do)
        return
    items = desk.texts(value) if isinstance(value, tuple) else _items(words)
    if len(items) < 2 and (command := _of_lines(desk, act, words)) != "":
        job(desk, command)
        return
    if len(items) < 2 and (group := files_of(desk, words)) is not None:
        each_file(desk, act, group, run)
        return
    if len(items) < 2:
        raise desk.fail("loop", words)
    for item in items:
        run(desk, [_with(one, item) for one in act.do])


def _for_files(desk: Desk, acts: Sequence[Act], kind: places.Kind) -> str:
    """What one command does to all files of a kind: count in them, or replace a text."""
    inner = [act for act in acts if act.name not in ("open_file", "save", "close")]
    if len(inner) != 1 or not (kind.folder or desk.folder):
        return ""
    path = Files("", folder_path(kind.folder or desk.folder), after=f".{kind.ending}").path(None)
    act = inner[0]
    if act.name == "extract" and kind.ending == "zip" and "limit" not in act.args:
        to = places.folder(act.words("to")) if act.words("to") else ""
        base = folder_path(kind.folder or desk.folder)
        where = base if not to else folder_path(to) if "/" in to or to in FOLDERS else f"{base}/{to}"
        return f'for f in {path}; do unzip -n "$f" -d {quoted(where)}; done'
    if act.name == "count" and (unit := counting.unit_of(act.words("what"))):
        return f"wc {commands.COUNTS[unit]} {path}"
    if act.name == "replace" and act.words("old") and act.words("new") and "limit" not in act.args:
        return f"sed -i {commands.replace(unquoted(act.words('old')), unquoted(act.words('new')))} {path}"
    return ""


_FILE_LINES = re.compile(
    r"(?:(?:each|every|all(?:\s+the)?)\s+)?lines?\s+(?:of|in)\s+(?P<en>\S+\.[A-Za-z0-9]{1,5})|(?P<ja>\S+\.[A-Za-z0-9]{1,5})の(?:各行|すべての行|全部の行|全行|行)",
    re.I,
)


def _of_lines(desk: Desk, act: Act, words: str) -> str:
    """Something put before or behind every line of a file that is named, or every line twice; else ""."""
    found = _FILE_LINES.fullmatch(words)
    file = places.file(found["en"] or found["ja"]) if found is not None else None
    if (
        file is None
        and re.fullmatch(r"(?:各|すべての|全部の|全)?行|(?:every|each|all\s+the)\s+lines?|lines?", words, re.I)
        and desk.file
    ):
        file = File(desk.file, desk.folder)
    if file is None or len(act.do) != 1 or desk.front in desk.named:
        return ""
    one, path = act.do[0], quoted(path_of(file.name, file.folder or desk.folder or "shared"))
    if one.fixed("how") == "duplicate":
        return f"sed -i p {path}"
    text = unquoted(one.words("text"))
    place = f"{one.words('where')} {one.of}"
    if one.name not in ("type", "edit_line") or not text:
        return ""
    if re.search(r"\b(?:front|start|beginning|before)\b|頭|前|先頭", place, re.I):
        return f"sed -i {quoted(f's/^/{_literally(text)} /' if one.name == 'type' and text.isascii() and text[-1].isalnum() else f's/^/{_literally(text)}/')} {path}"
    if re.search(r"\b(?:end|behind|after)\b|後ろ|末尾|最後|おしり", place, re.I):
        return f"sed -i {quoted(f's/$/{_literally(text)}/')} {path}"
    return ""


def _literally(text: str) -> str:
    return re.sub(r"([\\&/])", r"\\\1", text)


def _lines(desk: Desk, act: Act, words: str) -> None:
    for one in act.do:
        line = one.words("line")
        if re.search(r"blank|empty|空行|空の行|空白行", line or words):
            if one.fixed("how") != "delete":
                raise desk.fail("loop", words)
            desk.act = one
            desk.add(EditLine("", "delete", every=True))
            continue
        if not line or is_it(line) or line not in desk.wish:
            found = _LINES.fullmatch(words)
            if found is None:
                raise desk.fail("loop", words)
            line = found["what"] or found["what_ja"]
        elif _LINES.fullmatch(line) is not None and (found := _LINES.fullmatch(line)) is not None:
            line = found["what"] or found["what_ja"]
        if not _literal(desk, line):
            raise desk.fail("loop", words)
        desk.act = one
        editing.line_edit(desk, Act(one.name, {**one.args, "line": bare(line)}, one.of), every=True)


def _literal(desk: Desk, line: str) -> bool:
    """Whether the words stand in the lines, and do not describe them."""
    said = unquoted(line)
    around = re.search(rf"[「『\"“'‘]{re.escape(said)}[」』\"”'’]", desk.wish) is not None
    return around or re.fullmatch(r"\S*[^\w\s]\S*|[A-Z][\w-]*|\d\S*", said) is not None


def _items(words: str) -> tuple[str, ...]:
    """The names of a list: “Jan, Feb and Mar”."""
    parts = [bare(part) for part in re.split(r"\s*,\s*(?:and\s+)?|\s+and\s+|、|と(?=[^\s])", words) if part.strip()]
    if any(
        len(part.split()) > 3 or re.search(r"\b(?:every|all|each|to|through|of)\b|全部|すべて|から|まで", part)
        for part in parts
    ):
        return ()
    return tuple(parts)


def _with(act: Act, item: str) -> Act:
    """The act with the item where it points at one."""
    args: dict[str, Argument] = {
        slot: item
        if isinstance(value, str) and (is_it(value) or re.fullmatch(r"each(?:\s+one)?|それぞれ", value))
        else value
        for slot, value in act.args.items()
    }
    if args == dict(act.args):
        raise Puzzled(item, "loop")
    return Act(act.name, args, act.of, act.then, act.otherwise, act.do)
