"""What is to be done to each file of a folder: by one command where a command does it, else by opening one after the other."""

# ruff: noqa: E501
from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from deskhand.models.local import concepts
from deskhand.models.local.skills.paths import folder_path
from deskhand.models.local.steps import EACH, CloseWindow, ForEach, OpenFile, RunCommand, Save, Step
from deskhand.models.local.understand.acts import naming, places
from deskhand.models.local.understand.acts.carrying import absolute, goal_of
from deskhand.models.local.understand.acts.counting import GROUPS, named_folder, unit_of
from deskhand.models.local.understand.acts.desk import Desk, Made
from deskhand.models.local.understand.acts.form import Act
from deskhand.models.local.understand.acts.running import job
from deskhand.models.local.understand.acts.words import JAPANESE, bare, plain, unquoted
from deskhand.models.local.understand.shell import commands
from deskhand.models.local.understand.shell.things import ENDINGS, quoted

Run = Callable[[Desk, Sequence[Act]], None]

_NOUN = r"(?:files?|everything|things?|items?|folders?|director(?:y|ies)|pictures?|photos?|images?|pics|songs?|tracks?|videos?|films?|clips?|documents?|letters?|(?:\*?\.)?(?P<ending>[a-z0-9]{2,4})(?:\s*files?|s)?)"
_OF = re.compile(
    rf"(?:(?:all|every|each|any)\s+(?:of\s+)?|one\s+by\s+one\s+)*(?:the\s+|my\s+)?(?P<noun>{_NOUN})(?:\s+(?:in|inside|of|from|under)\s+(?P<folder>.+))?",
    re.I,
)
_OF_JA = re.compile(
    r"(?:(?P<folder>.+?)(?:の中|内|の下|フォルダー?|の)*(?:にある|の)?)??(?:各|すべての|全部の|全)?(?P<noun>ファイル|もの|中身|フォルダー?|写真|画像|絵|曲|動画|文書|書類|(?:\.)?(?P<ending>[A-Za-z0-9]{2,4})(?:ファイル)?)(?:を|は)?(?:全部|ぜんぶ|すべて|全て|順に|一つずつ|1つずつ|一枚ずつ|1枚ずつ|1個ずつ|1件ずつ)*"
)
_ENDING_JA = re.compile(r"拡張子が\.?(?P<ending>[A-Za-z0-9]{2,4})の(?:やつ|もの|ファイル)?")
_CHANGES = frozenset(
    (
        "rotate",
        "flip",
        "resize",
        "crop",
        "fill",
        "replace",
        "sort_lines",
        "change_case",
        "edit_line",
        "format",
        "command",
    )
)
"""Acts after which a file wants to be saved."""


@dataclass(frozen=True, slots=True)
class Group:
    """Files of a folder."""

    folder: str
    endings: tuple[str, ...] = ()
    """Empty: all."""
    folders: bool = False
    """Its folders, not its files."""

    @property
    def find(self) -> str:
        kind = "d" if self.folders else "f"
        depth = "-mindepth 1 -maxdepth 1" if self.folders else "-maxdepth 1"
        named = " -o ".join(f"-iname {quoted(f'*.{ending}')}" for ending in self.endings)
        return f"find {quoted(folder_path(self.folder))}/ {depth} -type {kind}" + (f" \\( {named} \\)" if named else "")


def files_of(desk: Desk, words: str) -> Group | None:
    """The files that the words name; None where they name other things, or no folder is known."""
    said = plain(words).strip()
    japanese = JAPANESE.search(said) is not None
    found = (_ENDING_JA.fullmatch(said) or _OF_JA.fullmatch(said)) if japanese else _OF.fullmatch(said)
    if found is None or (desk.front in desk.named and not naming.manages_files(desk.named[desk.front].name)):
        return None
    told = found.groupdict()
    noun, where = told.get("noun") or "", told.get("folder") or ""
    where = re.sub(r"^(?:the\s+)?(?:folder|directory)\s+", "", where, flags=re.I)
    if where and japanese and not _names_folder(desk, where):
        return None
    folder = (places.folder(where) if where else "") or desk.folder or named_folder(desk) or ""
    if not folder:
        return None
    ending = (told.get("ending") or "").lower()
    if ending and not re.fullmatch(f"{ENDINGS}|odp|pptx?|xls|tiff?|heic", ending):
        return None
    endings = (ending,) if ending else next((group for pattern, group in GROUPS if pattern.fullmatch(noun)), ())
    return Group(folder, endings, re.search(r"folder|director|フォルダ", noun, re.I) is not None)


def _names_folder(desk: Desk, where: str) -> bool:
    """Whether the words name a folder: by a known one, by its name, or because the wish calls it one."""
    said = re.escape(where)
    called = re.search(rf"{said}(?:フォルダ|の中|内|の下|の下|直下|配下)|[「『]{said}[」』]", desk.wish) is not None
    return called or concepts.folder(where) is not None or where.isascii()


def each_file(desk: Desk, act: Act, group: Group, run: Run) -> None:
    """The acts for each of them.

    Raises:
        Puzzled: they cannot be gone through in this way.
    """
    inner = [
        one
        for one in act.do
        if one.name not in ("open_file", "close", "tell") and not (one.name == "save" and "file" not in one.args)
    ]
    if len(inner) == 1 and (command := _command(desk, inner[0], group)) != "":
        desk.act = inner[0]
        job(desk, command)
        desk.keeps()
        return
    if group.folders or not inner:
        raise desk.fail("loop")
    steps = _opened(desk, act, group, run)
    desk.act = Act(act.name, act.args, _whole(desk, act))
    if any(isinstance(step, RunCommand | ForEach) for step in steps):
        raise desk.fail("loop")  # a name that a command printed goes into no command
    desk.bring("terminal")
    desk.add(ForEach(f"{group.find} -printf '%f\\n' | sort", steps))
    desk.at("")


def _whole(desk: Desk, act: Act) -> str:
    """The part of the wish that it all comes from."""
    parts = [(at, at + len(one.of)) for one in (act, *act.do) if one.of and (at := desk.wish.find(one.of)) >= 0]
    return desk.wish[min(start for start, _ in parts) : max(end for _, end in parts)] if parts else desk.wish


def _command(desk: Desk, act: Act, group: Group) -> str:
    """The one command that does it; "" where there is none."""
    if "limit" in act.args:
        return ""
    base = quoted(folder_path(group.folder))
    match act.name:
        case "move" | "copy_file":
            to = quoted(absolute(goal_of(desk, act.args.get("to")), group.folder))
            return f"{group.find} -exec {'mv' if act.name == 'move' else 'cp'} -nv -t {to}/ {{}} +"
        case "delete_file":
            return f"{group.find} -exec rm -v {{}} +" if not group.folders else ""
        case "rename":
            return _renamed(desk, act, group, base)
        case "compress" if group.folders:
            return f'(cd {base} && for d in */; do zip -rq "${{d%/}}.zip" "$d"; done)'
        case "change_case" if re.search(r"name|名", f"{act.words('what')} {act.of}"):
            letters = "A-Z a-z" if act.fixed("case") == "lower" else "a-z A-Z"
            return f'(cd {base} && for f in {_pattern(group)}; do [ -e "$f" ] || continue; mv -nv -- "$f" "$(printf %s "$f" | tr {letters})"; done)'
        case "count" if unit := unit_of(act.words("what")):
            return f"{group.find} -exec wc {commands.COUNTS[unit]} {{}} +"
        case "read" if line := re.fullmatch(
            r"(?:line\s+(\d+)|(?:the\s+)?(first|last)\s+line|(\d+)行目.*|(最初|最後)の行)",
            bare(act.words("what")),
            re.I,
        ):
            wanted = line[1] or line[3] or ("1" if (line[2] or line[4]) in ("first", "最初") else "$")
            return f"{group.find} -exec sed -n -s {quoted(f'{wanted}p')} {{}} +"
        case _:
            return ""


def _pattern(group: Group) -> str:
    return " ".join(f"*.{ending}" for ending in group.endings) or "*"


_PREFIX = re.compile(
    r"\b(?:in\s+front|starts?\s+with|begins?\s+with|at\s+the\s+(?:start|front))\b|頭に|先頭に|前に", re.I
)
_NUMBERED = re.compile(r"(?P<stem>\S*?)(?:1|１|一)(?P<tail>\D*?)\s*(?:,|、|…|and|\s).*", re.I)


def _renamed(desk: Desk, act: Act, group: Group, base: str) -> str:
    to = bare(unquoted(act.words("to")))
    if (ending := re.fullmatch(r"\.?([A-Za-z0-9]{2,4})", to)) is not None and len(group.endings) == 1:
        old = group.endings[0]
        return f'(cd {base} && for f in *.{old}; do [ -e "$f" ] || continue; mv -nv -- "$f" "${{f%.{old}}}.{ending[1]}"; done)'
    if _PREFIX.search(act.of) or _PREFIX.search(desk.wish):
        return f'(cd {base} && for f in {_pattern(group)}; do [ -f "$f" ] && mv -nv -- "$f" {quoted(to)}"$f"; done)'
    if (row := _NUMBERED.fullmatch(to)) is not None:
        return f'(cd {base} && i=1; for f in {_pattern(group)}; do [ -e "$f" ] || continue; mv -nv -- "$f" {quoted(row["stem"])}"$i.${{f##*.}}"; i=$((i+1)); done)'
    return ""


def _opened(desk: Desk, act: Act, group: Group, run: Run) -> tuple[Step, ...]:
    """The steps for one of them: it is opened, and closed at the end."""
    steps, sources, after, program = (
        desk.steps,
        desk.sources,
        desk.after,
        desk.front if desk.front in desk.named else "",
    )
    desk.steps, desk.sources = [], []
    try:
        desk.add(OpenFile(EACH, group.folder, program))
        desk.file, desk.folder = EACH, group.folder
        desk.leave(Made("file", name=EACH, folder=group.folder))
        for one in act.do:
            if one.name in ("open_file", "close") or (one.name == "open_program" and program):
                continue
            held = {
                slot: value
                for slot, value in one.args.items()
                if slot not in ("what", "file") or one.name not in _WHOLE
            }
            run(desk, [Act(one.name, held, one.of, one.then, one.otherwise, one.do)])
        saved = any(isinstance(step, Save) for step in desk.steps)
        if not saved and any(one.name in _CHANGES for one in act.do):
            desk.add(Save())
        if len(desk.steps) < 2:
            raise desk.fail("loop")
        desk.add(CloseWindow(program, True if any(one.name in _CHANGES for one in act.do) else None))
        return tuple(desk.steps)
    finally:
        desk.steps, desk.sources, desk.after = steps, sources, after
        desk.file = ""


_WHOLE = frozenset(("rotate", "flip", "resize", "crop", "export", "print", "save", "fill"))
"""Here what it is done to is the file that is open."""
