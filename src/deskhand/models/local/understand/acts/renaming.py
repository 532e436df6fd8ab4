"""Another name: for files in the file manager, for sheets, tabs and layers in the program that has them."""

# ruff: noqa: E501
from __future__ import annotations

import re
from typing import Literal

from deskhand.models.local.skills.paths import folder_path, path_of
from deskhand.models.local.steps import RenameFile, Target, UseCommand
from deskhand.models.local.understand.acts import carrying, places
from deskhand.models.local.understand.acts.desk import Desk, Made
from deskhand.models.local.understand.acts.filing import FOLDER_WORD, known_file, manager, said_folder
from deskhand.models.local.understand.acts.form import Act, ResultOf
from deskhand.models.local.understand.acts.limits import unlimited
from deskhand.models.local.understand.acts.places import File
from deskhand.models.local.understand.acts.running import go_on, job
from deskhand.models.local.understand.acts.targets import target
from deskhand.models.local.understand.acts.words import bare, is_it
from deskhand.models.local.understand.shell.things import quoted

_POINTS = re.compile(r"^(?:this|that|the|it|この|その|これ|それ)\s*", re.I)


def rename(desk: Desk, act: Act) -> None:
    unlimited(desk, act)
    to = bare(desk.text(act.args.get("to")))
    kind = places.kind(act.words("file")) if act.words("file") else None
    if kind is not None and (ending := re.fullmatch(r"\.?(\w{2,4})", to)) is not None:
        where = folder_path(kind.folder or said_folder(desk, act, "folder") or desk.folder or "shared")
        job(
            desk,
            f'(cd {quoted(where)} && for f in *.{kind.ending}; do mv -nv "$f" "${{f%.{kind.ending}}}.{ending[1]}"; done)',
        )
        return
    value = act.args.get("file")
    if (picked := carrying.chosen(desk, value)) is not None and "." in to:
        go_on(desk, picked.chosen, carrying.for_chosen(picked, "mv -nv", f" {quoted(path_of(to, picked.folder))}"))
        desk.leave(Made("file", name=to, folder=picked.folder))
        return
    words = act.words("file")
    folder = said_folder(desk, act, "folder")
    file = places.file(words) if words else None
    made = desk.result(value) if isinstance(value, ResultOf) else None
    if (file is not None and manager(desk)) or (made is not None and made.kind in ("file", "folder")) or folder:
        _renamed(desk, known_file(desk, value), to, folder)
        return
    field = ((desk.say("name", "名前"), to),)
    if file is None and (part := _part_named(desk, words)):
        kind_of, noun = part
        desk.add(UseCommand(desk.say(f"rename {noun}", f"{noun} 名前を変更"), field, Target(bare(words), kind_of)))
        return
    if file is not None:
        desk.add(UseCommand(desk.say("rename file", "ファイル 名前を変更"), field, Target(file.name, "file")))
    elif made is not None or is_it(words):
        if (
            made is None
            and not desk.front
            and not desk.steps
            and not re.search(r"sheet|tab|layer|note|シート|タブ|レイヤー|ノート", words, re.I)
        ):
            raise desk.fail("which file")
        thing = _POINTS.sub("", words)
        desk.add(UseCommand(desk.say(f"rename {thing}", f"{thing} 名前を変更").strip(), field))
    elif FOLDER_WORD.search(bare(words)) or (manager(desk) and desk.front in ("", "file manager")):
        _renamed(desk, known_file(desk, value), to, "")
    else:
        thing = re.sub(rf"\b{re.escape(desk.front)}\b", "", bare(words), flags=re.I).strip()
        aimed = target(words)
        named = not aimed.name.islower() and aimed.kind is None and thing == bare(words)
        on = aimed if aimed.kind in ("row", "tab") or named else None
        desk.add(
            UseCommand(
                desk.say(f"rename {'' if on else thing}".strip(), f"{'' if on else thing} 名前を変更".strip()),
                field,
                on,
            )
        )


def _part_named(desk: Desk, words: str) -> tuple[Literal["tab", "row"], str] | None:
    """Whether the wish calls it a sheet, a tab or a layer: 「シート「Sheet1」」, “the sheet Sheet1”."""
    said = re.escape(words)
    found = re.search(
        rf"(sheet|tab|layer|シート|タブ|レイヤー?)\s*[「『\"“']?{said}|{said}[」』\"”']?\s*(?:という)?(sheet|tab|layer|シート|タブ|レイヤー?)\b",
        desk.wish,
        re.I,
    )
    if not words or found is None or is_it(words):
        return None
    noun = (found[1] or found[2]).lower()
    return ("row" if noun.startswith(("layer", "レイヤ")) else "tab"), noun


def _renamed(desk: Desk, found: File, to: str, folder: str) -> None:
    where = found.folder or folder or desk.folder
    desk.add(RenameFile(found.name, to, where))
    desk.file = to
    desk.leave(Made("file", name=to, folder=where))
