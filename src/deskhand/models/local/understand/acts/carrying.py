"""Files and folders that get another name, another place, or go.

One by its name goes through the file manager, or by a command of the program in front; all of a kind by a command in the
terminal, where a name is taken to the letter. What is only described is never moved or deleted.
"""

# ruff: noqa: E501
from __future__ import annotations

import re
from dataclasses import replace

from deskhand.models.local import concepts
from deskhand.models.local.skills.paths import folder_path, path_of
from deskhand.models.local.steps import MakeFolder, MoveFile, Target, UseCommand
from deskhand.models.local.understand.acts import places
from deskhand.models.local.understand.acts.counting import named_folder
from deskhand.models.local.understand.acts.desk import Desk, Made
from deskhand.models.local.understand.acts.filing import FOLDER_WORD, known_file, manager, said_folder
from deskhand.models.local.understand.acts.form import Act, Argument, ResultOf
from deskhand.models.local.understand.acts.limits import excepted, unlimited
from deskhand.models.local.understand.acts.places import File, Kind
from deskhand.models.local.understand.acts.running import go_on, in_terminal, job
from deskhand.models.local.understand.acts.targets import target
from deskhand.models.local.understand.acts.words import bare, is_it, plain
from deskhand.models.local.understand.shell.things import ENDINGS, Files, quoted

_THERE = re.compile(
    r"(?:in|into|inside)?\s*(?:there|it|that\s+(?:folder|one)|the\s+new\s+folder)|(?:そこ|その中|中|そのフォルダー?)(?:に|へ)?",
    re.I,
)
_NEW = re.compile(r"\bnew\s+(?:folder|directory)|新しい(?:フォルダ|ディレクトリ)|新規フォルダ", re.I)
_NAMED_FOLDER = re.compile(r"(?<=.)(?:という|っていう)?(?:フォルダー?)$|\s+(?:folder|directory)$")


def chosen(desk: Desk, value: Argument | None) -> Made | None:
    """What an earlier act picked among files by their size or age."""
    made = desk.result(value) if isinstance(value, ResultOf) else None
    return made if made is not None and made.chosen else None


def for_chosen(made: Made, verb: str, goal: str = "") -> str:
    """A command for each of them; their names are never taken for anything but names."""
    base = (
        "./"
        if made.folder == made.within != "/"
        else ""
        if made.folder == "/"
        else f"{quoted(folder_path(made.folder))}/"
    )
    inside = f"{folder_path(made.within)}/"
    goal, base = goal.replace(f" {inside}", " ", 1), base.replace(inside, "", 1)
    if not made.chosen.startswith("$fs"):
        return f'{verb} {base}"{made.chosen}"{goal}'
    return f'printf \'%s\\n\' "{made.chosen}" | while IFS= read -r f; do {verb} {base}"$f"{goal}; done'


def move(desk: Desk, act: Act) -> None:
    _carry(desk, act, copies=False)


def copy_file(desk: Desk, act: Act) -> None:
    if "to" not in act.args or act.words("to") == act.words("file"):
        unlimited(desk, act)
        found = known_file(desk, act.args.get("file"))
        desk.add(UseCommand(desk.say("duplicate", "複製"), (), Target(found.name, "file")))
        return
    _carry(desk, act, copies=True)


def _carry(desk: Desk, act: Act, *, copies: bool) -> None:
    if (spared := kind_spared(desk, act)) is not None and not isinstance(act.args.get("file"), ResultOf | tuple):
        base = said_folder(desk, act, "from") or desk.folder or named_folder(desk)
        if not base:
            raise desk.fail("which file")
        to = absolute(goal_of(desk, act.args.get("to")), base)
        verb = f"{'cp -rnv' if copies else 'mv -nv'} -t {quoted(to)}/ {{}} +"
        others = f"find {quoted(folder_path(base))}/ -mindepth 1 -maxdepth 1 ! -iname {quoted(f'*.{spared}')} ! -path {quoted(to)}"
        job(desk, f"{others} -exec {verb}")
        return
    besides = excepted(desk, act)
    source = said_folder(desk, act, "from") or desk.folder
    value, goal = act.args.get("file"), act.args.get("to")
    if isinstance(value, str) and len(names := places.names(value)) > 1:
        value = names
    if (picked := chosen(desk, value)) is not None:
        where = absolute(goal_of(desk, goal), picked.folder)
        go_on(desk, picked.chosen, for_chosen(picked, f"{'cp' if copies else 'mv'} -nv", f" {quoted(where)}/"))
        if picked.folder != "/":
            gone = replace(picked, folder=where)
            desk.leave(gone)
            if isinstance(value, ResultOf):
                desk.made[value.act] = gone
        return
    if (
        isinstance(value, str)
        and places.file(value) is None
        and places.kind(value) is None
        and not (manager(desk) and _filed(desk, value, goal))
    ):
        unlimited(desk, act)
        _entry_moved(desk, value, goal, copies=copies)
        return
    if copies and isinstance(goal, str) and (new := places.file(goal)) is not None and "." in new.name:
        found = known_file(desk, value)
        base = found.folder or source
        job(desk, f"cp -nv {_path(found, base)} {_path(new, new.folder or base)}")
        desk.leave(Made("file", name=new.name, folder=new.folder or base))
        return
    to = goal_of(desk, goal)
    kind = places.kind(value) if isinstance(value, str) else None
    several = isinstance(value, tuple) and len(value) > 1
    if besides and kind is not None:
        verb = f"{'cp' if copies else 'mv'} -nv -t {quoted(absolute(to, source) + '/')}"
        job(desk, all_but(desk, kind, source or "shared", besides, verb))
        return
    if besides:
        raise desk.fail("limit", " ".join(desk.texts(act.args.get("limit"))))
    if kind is not None or (several and in_terminal(desk)):
        things = (
            [kind_path(kind, source)]
            if kind is not None
            else [_path(known_file(desk, part), source) for part in parts(value)]
        )
        goal_path = absolute(to, source)
        made = f"mkdir -p {quoted(goal_path)} && " if _NEW.search(act.of) else ""
        job(desk, f"{made}{'cp' if copies else 'mv'} -nv {' '.join(things)} {quoted(goal_path + '/')}")
        return
    if not manager(desk):
        raise desk.fail("which file")
    for part in parts(value):
        found = known_file(desk, part)
        desk.add(MoveFile(found.name, to, found.folder or source or ("shared" if several else ""), copies))
        desk.leave(Made("file", name=found.name, folder=to))
    desk.folder = source or "shared"  # the file manager shows the other folder now
    desk.at("file manager" if "file manager" in desk.named or not desk.front else desk.front)


_ALL_WORDS = re.compile(
    r"everything|all(?:\s+(?:of\s+it|the\s+files|files))?|.*(?:もの|全部|ぜんぶ|すべて|中身|ファイル)", re.I
)


def kind_spared(desk: Desk, act: Act) -> str | None:
    """The ending of what stays, of all that is in a folder: “everything except the .zip files”."""
    words = plain(" ".join(desk.texts(act.args.get("limit"))))
    found = re.fullmatch(
        r"(?:but\s+)?(?:but|except|keep|leave|not|apart\s+from|other\s+than)\s+(?:for\s+)?(?:the\s+|any\s+)?\.?(?P<en>[a-z0-9]{2,4})(?:\s+files?|s)?(?:\s+.*)?|\.?(?P<ja>[A-Za-z0-9]{2,4})(?:ファイル)?(?:以外|は残\S*|を除\S*)",
        words,
        re.I,
    )
    what = act.words("file")
    if found is None or (what and not _ALL_WORDS.fullmatch(bare(what))):
        return None
    ending = (found["en"] or found["ja"]).lower()
    many = ending.endswith("s") and re.fullmatch(ENDINGS, ending, re.I) is None
    return ending[:-1] if many and re.fullmatch(ENDINGS, ending[:-1], re.I) else ending  # “the PDFs”


def _filed(desk: Desk, words: str, goal: Argument | None) -> bool:
    """Whether a thing without an ending is a file or a folder: by where it goes, or by what it is called."""
    if isinstance(goal, ResultOf) or FOLDER_WORD.search(bare(words)) or desk.front == "file manager":
        return True
    said = bare(goal) if isinstance(goal, str) else ""
    return FOLDER_WORD.search(said) is not None or concepts.folder(said) is not None or "/" in said or is_it(words)


def parts(value: Argument | None) -> tuple[Argument | None, ...]:
    return value if isinstance(value, tuple) else (value,)


def goal_of(desk: Desk, goal: Argument | None) -> str:
    """The folder that it goes to."""
    if isinstance(goal, ResultOf):
        made = desk.result(goal)
        if made.kind not in ("folder", "file"):
            raise desk.fail("what")
        return f"{made.folder}/{made.name}" if made.folder and "/" not in made.name else made.name
    words = "" if goal is None else desk.text(goal)
    if not words or is_it(words) or _THERE.fullmatch(bare(words)):
        made_here = desk.latest("folder")
        if made_here is None:
            raise desk.fail("what")
        return (
            f"{made_here.folder}/{made_here.name}" if made_here.folder and "/" not in made_here.name else made_here.name
        )
    to = places.folder(words)
    if not to or re.search(r"\b(?:usb|stick|phone|drive|card)\b|USB|スマホ|外付け", to, re.I):
        raise desk.fail("what")
    return to


def _entry_moved(desk: Desk, words: str, goal: Argument | None, *, copies: bool) -> None:
    """A mail, a task, a note: by the program's own command."""
    if not isinstance(goal, str) or re.search(r"\b(?:all|every|both|these|those)\b|全部|すべて|やつ", words):
        raise desk.fail("which file", words)
    verb = desk.say("copy to", "コピー") if copies else desk.say("move to", "移動")
    desk.add(UseCommand(verb, (("", bare(goal)),), target(words)))


def absolute(folder: str, base: str) -> str:
    if "/" in folder or folder in concepts.FOLDERS:
        return folder_path(folder)
    return f"{folder_path(base or 'shared')}/{folder}"


def _path(found: File, base: str) -> str:
    return quoted(path_of(found.name, found.folder or base or "shared"))


def kind_path(kind: Kind, base: str) -> str:
    return Files("", folder_path(kind.folder or base or "shared"), after=f".{kind.ending}").path(None)


def all_but(desk: Desk, kind: Kind, folder: str, besides: tuple[str, ...], verb: str) -> str:
    """A command over all files of a kind, without those that are named.

    Raises:
        Puzzled: one of them is described, not named.
    """
    spared = [places.file(name) for name in besides]
    names = [one.name for one in spared if one is not None and "." in one.name]
    if len(names) != len(besides):
        raise desk.fail("limit", besides[0])
    where = quoted(folder_path(kind.folder or folder))
    out = " ".join(f"! -name {quoted(name)}" for name in names)
    return f"find {where}/ -maxdepth 1 -type f -name {quoted('*.' + kind.ending)} {out} -exec {verb} {{}} +"


def _then_kinds(desk: Desk) -> bool:
    """Whether a command for all files of a kind follows, which needs the folder in a place that it knows."""
    return any(
        act.name in ("move", "copy_file") and isinstance(value := act.args.get("file"), str) and places.kind(value)
        for act in desk.after
    )


def make_folder(desk: Desk, act: Act) -> None:
    unlimited(desk, act)
    folder = act.args.get("folder")
    where = desk.result(folder).name if isinstance(folder, ResultOf) else said_folder(desk, act, "folder")
    for words in desk.texts(act.args.get("name")):
        if (
            places.file(words) is not None
            and re.search(r"\bfile\b|ファイル", act.of, re.I)
            and not FOLDER_WORD.search(act.of)
        ):
            kind = (
                desk.say("empty file", "空のファイル")
                if re.search(r"empty|blank|空", act.of)
                else desk.say("file", "ファイル")
            )
            desk.add(UseCommand(desk.say(f"add {kind}", f"{kind} 追加"), ((desk.say("name", "名前"), plain(words)),)))
            continue
        base, _, name = plain(words).rpartition("/")
        place = places.folder(base) or "" if base else where or desk.folder
        name = _NAMED_FOLDER.sub("", name)
        if in_terminal(desk) or _then_kinds(desk):
            job(desk, f"mkdir -p {quoted(path_of(name, place or 'shared'))}")
        else:
            desk.add(MakeFolder(name, place))
        desk.leave(Made("folder", name=name, folder=place))
