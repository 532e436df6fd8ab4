"""Files and folders: opened, saved, printed, renamed, moved, deleted, packed.

One file by its name goes through the file manager or the program in front; all of a kind, and archives without a program
for them, by a command in the terminal, where a name is taken to the letter.
"""

from __future__ import annotations

import re
import shlex

from deskhand.models.local import concepts
from deskhand.models.local.skills.paths import folder_path, path_of
from deskhand.models.local.steps import (
    ClickOn,
    DeleteFile,
    MakeFolder,
    MoveFile,
    NewDocument,
    OpenFile,
    RenameFile,
    RunCommand,
    Save,
    Target,
    TypeText,
    UseCommand,
)
from deskhand.models.local.understand.acts import naming, places
from deskhand.models.local.understand.acts.desk import EDITOR, Desk, Made
from deskhand.models.local.understand.acts.form import Act, Argument, ResultOf
from deskhand.models.local.understand.acts.limits import limit, unlimited
from deskhand.models.local.understand.acts.places import File, Kind
from deskhand.models.local.understand.acts.targets import target
from deskhand.models.local.understand.acts.windows import into, show_folder
from deskhand.models.local.understand.acts.words import bare, is_it, number, plain
from deskhand.models.local.understand.shell import commands
from deskhand.models.local.understand.shell.things import Files, quoted

_ARCHIVE = re.compile(r"\.(?:zip|tar|tar\.gz|tgz)$", re.I)
_FOLDER = re.compile(r"(?:folder|directory)s?$|(?:フォルダー?|ディレクトリー?)$", re.I)
_FORMATS = (
    "pdf",
    "html",
    "png",
    "jpg",
    "jpeg",
    "csv",
    "txt",
    "svg",
    "rtf",
    "docx",
    "xlsx",
    "ods",
    "odt",
    "mp3",
    "wav",
    "gif",
    "bmp",
    "webp",
)


def known_file(desk: Desk, argument: Argument | None) -> File:
    """One file by its name.

    Raises:
        Puzzled: it is described, not named.
    """
    if isinstance(argument, ResultOf):
        made = desk.result(argument)
        if made.kind not in ("file", "folder"):
            raise desk.fail("which file")
        return File(made.name, made.folder)
    words = desk.text(argument, "which file")
    if (found := places.file(words)) is not None:
        return found
    if is_it(words):
        if not desk.file:
            raise desk.fail("which file")
        return File(desk.file, desk.folder)
    name = bare(_FOLDER.sub("", bare(words)) if _FOLDER.search(bare(words)) else words)
    if (
        not name
        or len(name.split()) > 4
        or re.search(
            r"\b(?:all|every|newest|latest|oldest|largest|old|ones?|files?|from|that)\b|全部|すべて|一番|いちばん|以外|古い|新しい|やつ|[をがは]",
            name,
        )
    ):
        raise desk.fail("which file", words)
    return File(name)


def manager(desk: Desk) -> bool:
    """Whether the program in front, as far as it is known, manages files: or none is known to be in front."""
    if not desk.front or desk.front in ("file manager", "text editor", "calculator", "web browser", "terminal"):
        return True
    named = desk.named.get(desk.front)
    return named is not None and naming.manages_files(named.name)


def open_file(desk: Desk, act: Act) -> None:
    unlimited(desk, act)
    folder = places.folder(act.words("folder")) if act.words("folder") else ""
    program = ""
    if act.words("program"):
        before = len(desk.steps)
        into(desk, act.words("program"))
        program = desk.front
        if desk.front not in desk.named:
            del desk.steps[before:], desk.sources[before:]
    value = act.args.get("file")
    if value is None:
        if not act.words("folder"):
            raise desk.fail("which file")
        show_folder(desk, act.words("folder"))
        return
    if isinstance(value, ResultOf) and desk.result(value).kind in ("found", "thing"):
        desk.add(ClickOn(Target(desk.result(value).name), count=2))
        return
    for part in value if isinstance(value, tuple) else (value,):
        words = "" if isinstance(part, ResultOf) else desk.text(part)
        if words and places.file(words) is None and (_FOLDER.search(bare(words)) or concepts.folder(bare(words))):
            show_folder(desk, words)
            continue
        found = known_file(desk, part)
        where = found.folder or folder or ""
        if "." not in found.name[1:] and desk.front and not manager(desk) and not program:
            desk.add(ClickOn(target(words or found.name), count=2))  # an entry of the program in front
        else:
            desk.file = "" if desk.file == found.name else desk.file
            desk.open(found.name, where, program)
        desk.leave(Made("file", name=found.name, folder=where))


def save(desk: Desk, act: Act) -> None:
    if words := limit(desk, act):
        raise desk.fail("limit", words)
    format_ = plain(act.words("format")).lower().lstrip(".")
    folder = places.folder(act.words("folder")) if act.words("folder") else ""
    if folder is None:
        raise desk.fail("which file")
    if act.words("folder") and not folder:
        folder = desk.folder
    value = act.args.get("file")
    words = "" if value is None else desk.text(value)
    found = File("") if not words or is_it(words) else places.file(words) or File(bare(words))
    ending = next((one for one in _FORMATS if re.search(rf"\b{one}\b|^{one}", format_)), "")
    if format_ and (not found.name.lower().endswith("." + ending) or not ending):
        export(desk, act)
        return
    last = desk.steps[-1] if desk.steps else None
    if found.name and isinstance(last, RunCommand) and len(last.command) == 1 and isinstance(last.command[0], str):
        path = path_of(found.name, found.folder or folder)
        desk.steps[-1] = RunCommand((commands.into(last.command[0], quoted(path)),), last.store)
        return
    if desk.front in ("calculator", "terminal") and found.name:
        result = next((made.value for made in reversed(desk.made.values()) if made.value), None)
        if EDITOR in desk.opened:
            desk.bring(EDITOR)
        elif result is not None:
            desk.bring(EDITOR)
            desk.add(NewDocument(), TypeText(result))
    desk.add(Save((found.name,) if found.name else (), found.folder or folder))
    if found.name:
        desk.file, desk.folder = found.name, found.folder or folder or desk.folder
        desk.leave(Made("file", name=found.name, folder=desk.folder))


def export(desk: Desk, act: Act) -> None:
    unlimited(desk, act)
    value = act.args.get("file")
    words = "" if value is None else desk.text(value)
    found = places.file(words) or File("" if is_it(words) else bare(words))
    folder = places.folder(act.words("folder")) if act.words("folder") else ""
    format_ = plain(act.words("format")) or (found.name.rpartition(".")[2].upper() if "." in found.name else "")
    if not format_ and not found.name:
        raise desk.fail("what")
    where = found.folder or folder or ""
    name = path_of(found.name, where) if found.name else (folder_path(where) + "/" if where else "")
    words = desk.say(
        f"export as {format_}".replace(" as ", " ") if format_ else "export", f"{format_} エクスポート".strip()
    )
    desk.add(UseCommand(words, ((desk.say("name", "名前"), name),) if name else ()))
    if found.name:
        desk.leave(Made("file", name=found.name, folder=where))


def print_file(desk: Desk, act: Act) -> None:
    value = act.args.get("file")
    if value is not None and not (isinstance(value, str) and is_it(value)):
        found = known_file(desk, value)
        if desk.file or not desk.front:
            desk.open(found.name, found.folder)
    fields: list[tuple[str, str]] = []
    for words in desk.texts(act.args.get("limit")):
        said = plain(words)
        if found_pages := re.search(
            r"(\d+)\s*(?:to|-|–|から|〜|～)\s*(\d+)|(?:pages?\s+)(\d+)|(\d+)\s*ページ", said, re.I
        ):
            pages = f"{found_pages[1]}-{found_pages[2]}" if found_pages[1] else found_pages[3] or found_pages[4]
            fields.append((desk.say("pages", "ページ"), pages))
        elif copies := re.fullmatch(r"(.+?)\s*(?:copies|times|部|枚|通)(?:ずつ)?", said):
            if (often := number(copies[1])) is None:
                raise desk.fail("limit", words)
            fields.append((desk.say("copies", "部数"), often))
        else:
            raise desk.fail("limit", words)
    if to := act.words("to"):
        fields.append((desk.say("printer", "プリンタ"), bare(to)))
    desk.add(UseCommand(desk.say("print", "印刷"), tuple(fields)))


def rename(desk: Desk, act: Act) -> None:
    unlimited(desk, act)
    to = bare(desk.text(act.args.get("to")))
    value = act.args.get("file")
    words = act.words("file")
    folder = places.folder(act.words("folder")) if act.words("folder") else ""
    file = None if value is None or isinstance(value, ResultOf) else places.file(words)
    made = desk.result(value) if isinstance(value, ResultOf) else None
    if (file is not None and manager(desk)) or (made is not None and made.kind in ("file", "folder")) or folder:
        found = known_file(desk, value)
        desk.add(RenameFile(found.name, to, found.folder or folder or desk.folder))
        desk.file = to
        desk.leave(Made("file", name=to, folder=found.folder or folder or desk.folder))
        return
    field = ((desk.say("name", "名前"), to),)
    if file is not None:
        desk.add(UseCommand(desk.say("rename file", "ファイル 名前を変更"), field, Target(file.name, "file")))
    elif made is not None or is_it(words) or not words:
        if made is None and not desk.front and not desk.steps:
            raise desk.fail("which file")
        thing = "" if not words else re.sub(r"^(?:this|that|the|it|この|その|これ|それ)\s*", "", words)
        desk.add(UseCommand(desk.say(f"rename {thing}", f"{thing} 名前を変更").strip(), field))
    elif _FOLDER.search(bare(words)) or (manager(desk) and desk.front in ("", "file manager")):
        found = known_file(desk, value)
        desk.add(RenameFile(found.name, to, desk.folder))
        desk.leave(Made("file", name=to, folder=desk.folder))
    else:
        thing = (
            re.sub(rf"\b{re.escape(desk.front)}\b", "", bare(words), flags=re.I).strip() if desk.front else bare(words)
        )
        aimed = target(words)
        on = (
            aimed
            if aimed.kind in ("row", "tab")
            or (not aimed.name.islower() and aimed.kind is None and thing != bare(words))
            else None
        )
        desk.add(UseCommand(desk.say(f"rename {thing}", f"{thing} 名前を変更"), field, on))


def move(desk: Desk, act: Act) -> None:
    _carry(desk, act, copies=False)


def copy_file(desk: Desk, act: Act) -> None:
    if "to" not in act.args:
        found = known_file(desk, act.args.get("file"))
        unlimited(desk, act)
        desk.add(UseCommand(desk.say("duplicate", "複製"), (), Target(found.name, "file")))
        return
    _carry(desk, act, copies=True)


def _carry(desk: Desk, act: Act, *, copies: bool) -> None:
    unlimited(desk, act)
    to_value = act.args.get("to")
    source = places.folder(act.words("from")) if act.words("from") else ""
    source = source or desk.folder
    if isinstance(to_value, ResultOf):
        made = desk.result(to_value)
        if made.kind not in ("folder", "file"):
            raise desk.fail("what")
        to = f"{made.folder}/{made.name}" if made.folder and "/" not in made.name else made.name
    else:
        words = desk.text(to_value)
        new = places.file(words)
        if copies and new is not None and "." in new.name:
            found = known_file(desk, act.args.get("file"))
            base = found.folder or source
            _run(desk, f"cp -nv {_path(found, base)} {_path(new, base)}")
            desk.leave(Made("file", name=new.name, folder=new.folder or base))
            return
        to = places.folder(words) or ""
        if not to:
            raise desk.fail("what")
    value = act.args.get("file")
    kind = places.kind(value) if isinstance(value, str) else None
    if kind is not None or (isinstance(value, tuple) and len(value) > 1):
        things = (
            [_kind_path(kind, source)]
            if kind is not None
            else [_path(known_file(desk, part), source) for part in value]  # type: ignore[union-attr]
        )
        _run(desk, f"{'cp' if copies else 'mv'} -nv {' '.join(things)} {quoted(_absolute(to, source) + '/')}")
        desk.folder = to
        return
    if not manager(desk):
        raise desk.fail("which file")
    found = known_file(desk, value)
    desk.add(MoveFile(found.name, to, found.folder or source, copies))
    desk.folder = to
    desk.at("file manager" if "file manager" in desk.named else desk.front or "file manager")
    desk.leave(Made("file", name=found.name, folder=to))


def _absolute(folder: str, base: str) -> str:
    if "/" in folder or folder in concepts.FOLDERS:
        return folder_path(folder)
    return f"{folder_path(base or 'shared')}/{folder}"


def _path(found: File, base: str) -> str:
    return quoted(path_of(found.name, found.folder or base or "shared"))


def _kind_path(kind: Kind, base: str) -> str:
    return Files("", folder_path(base or "shared"), after=f".{kind.ending}").path(None)


def _run(desk: Desk, command: str) -> None:
    """In the terminal; not where the wish names another program for it.

    Raises:
        Puzzled: it does.
    """
    named = desk.named.get(desk.front)
    if named is not None and desk.front != "terminal" and not _terminal(named.name):
        raise desk.fail("loop")
    if named is None:
        desk.bring("terminal")
    desk.add(RunCommand((command,), desk.store))


def _terminal(name: str) -> bool:
    return re.search(r"term|端末|ターミナル|コンソール|konsole", name, re.I) is not None


def delete_file(desk: Desk, act: Act) -> None:
    """Only what is named to the letter."""
    unlimited(desk, act)
    value = act.args.get("file")
    folder = places.folder(act.words("folder")) if act.words("folder") else ""
    kind = places.kind(value) if isinstance(value, str) else None
    if kind is not None:
        if not (folder or desk.folder):
            raise desk.fail("which file")
        _run(desk, f"rm {_kind_path(kind, folder or desk.folder)}")
        return
    if isinstance(value, str) and (is_it(value) and not desk.file):
        raise desk.fail("which file")
    found = known_file(desk, value)
    if not manager(desk):
        if "." not in found.name[1:]:
            raise desk.fail("which file")
        desk.add(UseCommand(desk.say("delete", "削除"), (), Target(found.name, "file")))
        return
    desk.add(DeleteFile(found.name, found.folder or folder or desk.folder))


def make_folder(desk: Desk, act: Act) -> None:
    unlimited(desk, act)
    folder = act.args.get("folder")
    where = ""
    if isinstance(folder, ResultOf):
        where = desk.result(folder).name
    elif act.words("folder"):
        where = places.folder(act.words("folder")) or ""
    for words in desk.texts(act.args.get("name")):
        path = plain(words)
        base, _, name = path.rpartition("/")
        place = places.folder(base) or "" if base else where or desk.folder
        name = re.sub(r"(?<=.)(?:という|っていう)?(?:フォルダー?)$|\s+(?:folder|directory)$", "", name)
        named = desk.named.get(desk.front)
        if desk.front == "terminal" or (named is not None and _terminal(named.name)):
            _run(desk, f"mkdir -p {quoted(path_of(name, place or 'shared'))}")
        else:
            desk.add(MakeFolder(name, place))
        desk.leave(Made("folder", name=name, folder=place))


def compress(desk: Desk, act: Act) -> None:
    unlimited(desk, act)
    archive = act.words("archive")
    found = places.file(archive) if archive else None
    value = act.args.get("files")
    if desk.front in desk.named and not manager(desk):
        files = tuple(("", known_file(desk, part).name) for part in (value if isinstance(value, tuple) else (value,)))
        name = ((desk.say("name", "名前"), found.name if found is not None else bare(archive)),) if archive else ()
        desk.add(UseCommand(desk.say("create archive", "アーカイブを作成"), (*name, *files)))
        return
    if found is None or not _ARCHIVE.search(found.name):
        raise desk.fail("which file")
    folder = places.folder(act.words("folder")) if act.words("folder") else ""
    kind = places.kind(value) if isinstance(value, str) else None
    if kind is not None:
        names, base = [f"*.{shlex.quote(kind.ending)}"], folder or desk.folder
    else:
        things = [known_file(desk, part) for part in (value if isinstance(value, tuple) else (value,))]
        bases = {one.folder for one in things} - {""}
        if len(bases) > 1:
            raise desk.fail("which file")
        names, base = [quoted(one.name) for one in things], next(iter(bases), folder or desk.folder)
    base = folder_path(base or "shared")
    target_path = quoted(path_of(found.name, found.folder or folder or base))
    pack = commands.zipped if found.name.lower().endswith(".zip") else commands.tarred
    if found.name.lower().endswith(".tar"):
        raise desk.fail("which file")
    _run(desk, pack(names, target_path, quoted(base), over=False))
    desk.leave(Made("file", name=found.name, folder=found.folder or folder or base))


def extract(desk: Desk, act: Act) -> None:
    unlimited(desk, act)
    if isinstance(act.args.get("to"), tuple):
        raise desk.fail("several")
    to = places.folder(act.words("to")) if act.words("to") else ""
    if to is None:
        raise desk.fail("what")
    if desk.front in desk.named and not manager(desk):
        fields = (("", folder_path(to)),) if to else ()
        desk.add(UseCommand(desk.say("extract", "展開"), fields))
        return
    found = known_file(desk, act.args.get("archive"))
    if not _ARCHIVE.search(found.name):
        raise desk.fail("which file")
    base = found.folder or desk.folder
    where = _absolute(to, base) if to else folder_path(base or "shared")
    _run(desk, commands.unpacked(_path(found, base), found.name, quoted(where)))


def properties(desk: Desk, act: Act) -> None:
    unlimited(desk, act)
    value = act.args.get("file")
    words = act.words("file")
    on: Target | None = None
    if isinstance(value, ResultOf) or (
        words and not is_it(words) and not re.fullmatch(r"(?:the\s+)?(?:archive|書庫|アーカイブ)", words)
    ):
        found = known_file(desk, value)
        if manager(desk) and found.name:
            desk.add(
                OpenFile("", found.folder or desk.folder)
            ) if desk.front != "file manager" and not desk.named else None
        on = Target(found.name, "file")
    desk.add(UseCommand(desk.say("properties", "プロパティ"), (), on))
    desk.leave(Made("found", name=words))
