"""Files that go: only what is named to the letter, or picked by an act before."""

from __future__ import annotations

import re

from deskhand.models.local.skills.paths import folder_path
from deskhand.models.local.steps import DeleteFile, Target, UseCommand
from deskhand.models.local.understand.acts import carrying, places
from deskhand.models.local.understand.acts.desk import Desk
from deskhand.models.local.understand.acts.filing import known_file, manager, said_folder
from deskhand.models.local.understand.acts.form import Act
from deskhand.models.local.understand.acts.limits import excepted, unlimited
from deskhand.models.local.understand.acts.packing import by_program
from deskhand.models.local.understand.acts.running import go_on, job
from deskhand.models.local.understand.acts.words import is_it
from deskhand.models.local.understand.shell.things import quoted

_DESCRIBED = re.compile(
    r".の(?:ファイル|データ|写真|画像|文書|書類|動画)$|\b(?:in|of|from)\s+(?:this|that|here)\b", re.I
)


def delete_file(desk: Desk, act: Act) -> None:
    """Only what is named to the letter."""
    besides = excepted(desk, act)
    value = act.args.get("file")
    folder = said_folder(desk, act, "folder")
    if re.search(r"\.\w{2,4}$", folder):  # within an archive
        unlimited(desk, act)
        if not by_program(desk) or not isinstance(value, str) or (inner := places.file(value)) is None:
            raise desk.fail("which file")
        words = desk.say("delete from archive", "削除")
        desk.add(UseCommand(words, (), Target(inner.name, "file")))
        return
    if (picked := carrying.chosen(desk, value)) is not None:
        go_on(desk, picked.chosen, carrying.for_chosen(picked, "rm -v"))
        return
    if (spared := carrying.kind_spared(desk, act)) is not None and (folder or desk.folder):
        others = f"find {quoted(folder_path(folder or desk.folder))}/ -mindepth 1 -maxdepth 1"
        job(desk, f"{others} ! -iname {quoted(f'*.{spared}')} -exec rm -rv {{}} +")
        return
    kind = places.kind(value) if isinstance(value, str) else None
    if kind is not None:
        if not (folder or kind.folder or desk.folder):
            raise desk.fail("which file")
        where = folder or desk.folder
        job(
            desk,
            carrying.all_but(desk, kind, where, besides, "rm") if besides else f"rm {carrying.kind_path(kind, where)}",
        )
        return
    unlimited(desk, act)
    for part in carrying.parts(value):
        if isinstance(part, str) and is_it(part) and not desk.file:
            raise desk.fail("which file")
        found = known_file(desk, part)
        if isinstance(part, str) and _DESCRIBED.search(part) and not desk.quotes(found.name) and "." not in found.name:
            raise desk.fail("two ways", part)  # any of several may be one
        if manager(desk) and not re.search(r"\barchive\b|書庫|アーカイブ", act.of, re.I):
            desk.add(DeleteFile(found.name, found.folder or folder or desk.folder))
        elif "." in found.name[1:]:
            desk.add(UseCommand(desk.say("delete", "削除"), (), Target(found.name, "file")))
        else:
            raise desk.fail("which file")
