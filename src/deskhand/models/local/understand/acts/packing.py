"""Archives: made and unpacked by the program that the wish names, or by a command; and what a file's properties are."""

from __future__ import annotations

import re
import shlex

from deskhand.models.local.concepts import FOLDERS
from deskhand.models.local.skills.paths import folder_path, path_of
from deskhand.models.local.steps import OpenFile, Target, UseCommand
from deskhand.models.local.understand.acts import places
from deskhand.models.local.understand.acts.desk import Desk, Made
from deskhand.models.local.understand.acts.filing import FOLDER_WORD, known_file, manager, said_folder
from deskhand.models.local.understand.acts.form import LIMIT, Act, Argument, ResultOf
from deskhand.models.local.understand.acts.limits import unlimited
from deskhand.models.local.understand.acts.paging import pages_of
from deskhand.models.local.understand.acts.places import File
from deskhand.models.local.understand.acts.running import in_terminal, job
from deskhand.models.local.understand.acts.words import bare, is_it, plain
from deskhand.models.local.understand.shell import commands
from deskhand.models.local.understand.shell.things import quoted

_MADE = re.compile(r"\.(?:zip|tar\.gz|tgz)$", re.I)
_UNPACKED = re.compile(r"\.(?:zip|tar|tar\.\w+|tgz)$", re.I)
_OTHERS = re.compile(r"\.(?:7z|rar|iso|cab|deb|rpm)$", re.I)
"""Archives that no command which is surely there unpacks."""
_THE_ARCHIVE = re.compile(r"(?:the\s+)?archive|書庫|アーカイブ", re.I)
_TAR = re.compile(r"\.?tar\.gz|tgz|tarball", re.I)
_ZIP = re.compile(r"\bzip|ジップ|ZIP", re.I)
_ADDS = re.compile(r"\badd\b|\bput\b.*\binto\b|\bas\s+well\b|足し|追加|加え|(?:書庫|\.\w{2,4})に入れ", re.I)
_NEW = re.compile(r"\b(?:creat|mak|new|pack|compress)|(?<!\.)\bzip|作|新し|新規|圧縮", re.I)
_ONLY = re.compile(r"^(?:just|only)\s+(?:the\s+file\s+)?|だけ(?:を)?$|のみ$", re.I)


def by_program(desk: Desk) -> bool:
    """Whether a program that the wish names is in front, and is not one for files in general."""
    return desk.front in desk.named and not manager(desk) and not in_terminal(desk)


def _parts(value: Argument | None) -> tuple[Argument | None, ...]:
    return value if isinstance(value, tuple) else (value,)


def compress(desk: Desk, act: Act) -> None:
    unlimited(desk, act)
    archive = act.words("archive")
    found = places.file(archive) if archive else None
    value = act.args.get("files")
    adds = any(_ADDS.search(said) is not None and _NEW.search(said) is None for said in (act.of, desk.wish))
    if by_program(desk) and adds and (found is None or _UNPACKED.search(found.name)):
        added = [known_file(desk, part) for part in _parts(value)]
        fields = tuple(("", path_of(one.name, one.folder) if one.folder else one.name) for one in added)
        desk.add(UseCommand(desk.say("add files", "ファイルを追加"), fields))  # to the archive that it shows
        return
    if by_program(desk):
        files = tuple(("", known_file(desk, part).name) for part in _parts(value))
        name = ((desk.say("name", "名前"), found.name if found is not None else bare(archive)),) if archive else ()
        desk.add(UseCommand(desk.say("create archive", "アーカイブを作成"), (*name, *files)))
        return
    if found is None and archive and "." not in bare(archive) and _ZIP.search(desk.wish):
        found = File(f"{bare(archive)}.zip")
    if found is None and archive and "." not in bare(archive) and _TAR.search(desk.wish):
        found = File(f"{bare(archive)}.tar.gz")
    if archive and _THE_ARCHIVE.fullmatch(bare(archive)) and not desk.named:
        added = [known_file(desk, part) for part in _parts(value)]
        desk.add(UseCommand(desk.say("add files", "ファイルを追加"), tuple(("", one.name) for one in added)))
        return  # to the archive that is in front
    if found is not None and _OTHERS.search(found.name) and isinstance(value, str | tuple):
        files = tuple(("", known_file(desk, part).name) for part in _parts(value))
        desk.bring("archive manager")
        desk.add(
            UseCommand(desk.say("create archive", "アーカイブを作成"), ((desk.say("name", "名前"), found.name), *files))
        )
        desk.leave(Made("file", name=found.name, folder=said_folder(desk, act, "folder")))
        return
    if found is None and not archive and _ZIP.search(act.of) and isinstance(value, str | ResultOf):
        one = known_file(desk, value)  # as file managers call it
        found = File(f"{one.name.rpartition('.')[0] or one.name}.zip", one.folder)
    if found is None or not _MADE.search(found.name):
        raise desk.fail("which archive")
    folder = said_folder(desk, act, "folder")
    kind = places.kind(value) if isinstance(value, str) else None
    if kind is not None:
        names, base = [f"*.{shlex.quote(kind.ending)}"], kind.folder or folder or desk.folder
    else:
        things = [known_file(desk, part) for part in _parts(value)]
        bases = {one.folder for one in things} - {""}
        if len(bases) > 1:
            raise desk.fail("which file")
        names, base = [quoted(one.name) for one in things], next(iter(bases), folder or desk.folder)
    base = folder_path(base or "shared")
    goal = path_of(found.name, found.folder or folder or base)
    if _ADDS.search(act.of) and found.name.lower().endswith(".zip"):
        job(desk, f"(cd {quoted(base)} && zip -rq {quoted(goal)} {' '.join(names)})")
        return
    pack = commands.zipped if found.name.lower().endswith(".zip") else commands.tarred
    job(desk, pack(names, quoted(goal), quoted(base), over=False))
    desk.leave(Made("file", name=found.name, folder=found.folder or folder or base))


def extract(desk: Desk, act: Act) -> None:
    """All of it, or the files that are named as its limit."""
    said = " ".join(desk.texts(act.args.get(LIMIT)))
    if by_program(desk) and pages_of(desk, said, act.words("to") or act.words("file"), ""):
        return
    inside = (
        places.kind(_ONLY.sub("", plain(said)).removeprefix("the "))
        if said and places.file(_ONLY.sub("", plain(said))) is None
        else None
    )
    if inside is not None:
        act = Act(act.name, {slot: value for slot, value in act.args.items() if slot != LIMIT}, act.of)
    only = _only(desk, act)
    if isinstance(act.args.get("to"), tuple):
        raise desk.fail("several")
    to = places.folder(act.words("to")) if act.words("to") else ""
    if to is None:
        raise desk.fail("what")
    if by_program(desk):
        if inside is not None:
            raise desk.fail("limit", said)
        fields = (("", folder_path(to)),) if to else ()
        for one in only or (None,):
            on = Target(one.name, "file") if one is not None else None
            desk.add(UseCommand(desk.say("extract", "展開"), fields, on))
        return
    found = known_file(desk, act.args.get("archive"))
    if _OTHERS.search(found.name) and not only and inside is None:  # as a person would: opened, and told to unpack
        desk.open(found.name, found.folder)
        desk.add(UseCommand(desk.say("extract", "展開"), (("", folder_path(to)),) if to else ()))
        return
    if not _UNPACKED.search(found.name):
        raise desk.fail("which archive")
    base = found.folder or desk.folder
    where = folder_path(base or "shared")
    if to:
        where = folder_path(to) if "/" in to or to in FOLDERS else f"{where}/{to}"
    archive = quoted(path_of(found.name, base or "shared"))
    if inside is not None:
        if not found.name.lower().endswith(".zip"):
            raise desk.fail("limit", said)
        job(desk, f"unzip -n {archive} {quoted(f'*.{inside.ending}')} -d {quoted(where)}")
        desk.leave(Made("folder", name=where))
        return
    if only:
        if not found.name.lower().endswith(".zip"):
            raise desk.fail("limit", only[0].name)
        job(desk, f"unzip -n {archive} {' '.join(quoted(one.name) for one in only)} -d {quoted(where)}")
        if len(only) == 1:
            desk.leave(Made("file", name=only[0].name, folder=where))
        return
    job(desk, commands.unpacked(archive, found.name, quoted(where)))
    desk.leave(Made("folder", name=where))


def _only(desk: Desk, act: Act) -> tuple[File, ...]:
    """The files that are to come out, where it is not all of them."""
    words = _ONLY.sub("", plain(" ".join(desk.texts(act.args.get(LIMIT)))))
    if (found := places.file(words)) is not None:
        return (found,)
    if len(names := places.names(words)) > 1:
        return tuple(File(name) for name in names)
    unlimited(desk, act)
    return ()


_WHEN = re.compile(r"\bwhen\b|\bdate\b|last\s+(?:changed|modified|edited|saved)|いつ|日時|更新日|日付", re.I)
_BIG = re.compile(r"\b(?:size|big|large|heavy|bytes|[kmg]b)\b|サイズ|容量|大きさ|何(?:バイト|メガ|キロ|KB|MB)", re.I)


def _asked(words: str) -> str:
    """The one thing that is asked about a file, as `find` prints it; "" where it is another, or all."""
    when, big = _WHEN.search(words) is not None, _BIG.search(words) is not None
    if when is big:
        return ""
    return "%TY-%Tm-%Td %TH:%TM\\n" if when else "%s bytes\\n"


def properties(desk: Desk, act: Act) -> None:
    unlimited(desk, act)
    value = act.args.get("file")
    words = act.words("file")
    on: Target | None = None
    named = places.file(words) if words else None
    if named is not None and manager(desk) and not desk.named and desk.later("tell") and (form := _asked(act.of)):
        where = folder_path(named.folder or desk.folder or "home")
        depth = " -maxdepth 1" if named.folder or desk.folder else ""
        job(desk, f"find {quoted(where)}/{depth} -not -path '*/.*' -name {quoted(named.name)} -printf {quoted(form)}")
        desk.keeps()
        return
    if words and named is None and re.search(r"の$", words) and not FOLDER_WORD.search(words):
        raise desk.fail("question")  # of somebody, not of a file
    if isinstance(value, ResultOf) or (words and not is_it(words) and not _THE_ARCHIVE.fullmatch(words)):
        found = known_file(desk, value)
        if manager(desk) and desk.front != "file manager" and not desk.named:
            desk.add(OpenFile("", found.folder or desk.folder or "shared"))
            desk.at("file manager")
        on = Target(found.name, "file")
    desk.add(UseCommand(desk.say("properties", "プロパティ"), (), on))
    desk.leave(Made("found", name=words))
