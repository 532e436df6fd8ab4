"""Files: which one is meant; opened, saved, exported, printed."""

from __future__ import annotations

import re

from deskhand.models.local import concepts
from deskhand.models.local.skills.paths import folder_path, path_of
from deskhand.models.local.steps import (
    ChooseOption,
    ClickOn,
    RunCommand,
    Save,
    SetChecked,
    SetSetting,
    Target,
    TypeText,
    UseCommand,
)
from deskhand.models.local.understand.acts import naming, places
from deskhand.models.local.understand.acts.desk import EDITOR, Desk, Made
from deskhand.models.local.understand.acts.form import LIMIT, Act, Argument, ResultOf
from deskhand.models.local.understand.acts.limits import limit, unlimited
from deskhand.models.local.understand.acts.paging import pages_of
from deskhand.models.local.understand.acts.places import File
from deskhand.models.local.understand.acts.running import go_on, in_terminal
from deskhand.models.local.understand.acts.targets import target
from deskhand.models.local.understand.acts.windows import into, show_folder
from deskhand.models.local.understand.acts.words import bare, is_it, number, plain
from deskhand.models.local.understand.shell import commands
from deskhand.models.local.understand.shell.things import quoted

FOLDER_WORD = re.compile(r"(?:folder|directory)s?$|(?:フォルダー?|ディレクトリー?)$", re.I)
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
        if made.kind not in ("file", "folder") or not made.name:
            raise desk.fail("which file")
        return File(made.name, made.folder)
    words = desk.text(argument, "which file")
    if (found := places.file(words)) is not None:
        return found
    if is_it(words) and not desk.quotes(words):
        if (last := desk.latest("file")) is not None and "." in last.name:
            return File(last.name, last.folder)
        if not desk.file:
            raise desk.fail("which file")
        return File(desk.file, desk.folder)
    if re.search(r"\S@\S", words):
        raise desk.fail("which file", words)
    name = bare(FOLDER_WORD.sub("", bare(words)) if FOLDER_WORD.search(bare(words)) else words)
    quoted_name = re.fullmatch(r"[「“\"'『].+[」”\"'』].*", words.strip()) is not None
    if quoted_name and name:
        return File(name)
    if (
        not name
        or name.lower() in _FORMATS
        or len(name.split()) > 4
        or re.search(
            r"\b(?:all|every|newest|latest|oldest|largest|old|ones?|files?|from|that)\b|全部|すべて|一番|いちばん|以外|古い|新しい|やつ|[をがは]",
            name,
        )
    ):
        raise desk.fail("which file", words)
    return File(name)


def said_folder(desk: Desk, act: Act, slot: str) -> str:
    """The folder that fills the slot, as the steps have it; "" where none does."""
    words = act.words(slot)
    if not words:
        return ""
    found = places.folder(words)
    if found is None:
        raise desk.fail("which file", words)
    return found or desk.folder


def manager(desk: Desk) -> bool:
    """Whether the program in front, as far as it is known, manages files: or none is known to be in front."""
    if not desk.front or desk.front in ("file manager", "text editor", "calculator", "web browser", "terminal"):
        return True
    named = desk.named.get(desk.front)
    return named is not None and naming.manages_files(named.name)


_PREFERENCES = re.compile(
    r"(?:the\s+|its\s+)?(?:settings?|preferences|options)|(?:環境)?設定(?:画面|ダイアログ|ウィンドウ)?", re.I
)


def open_file(desk: Desk, act: Act) -> None:
    unlimited(desk, act)
    if _PREFERENCES.fullmatch(bare(act.words("file"))) and not desk.quotes(act.words("file")):
        desk.add(UseCommand(bare(act.words("file"))))  # a dialog, and no file of that name
        return
    folder = said_folder(desk, act, "folder")
    program = ""
    if act.words("program"):
        before = len(desk.steps)
        into(desk, act.words("program"))
        program = desk.front
        if desk.front not in desk.named:
            del desk.steps[before:], desk.sources[before:]
    value = act.args.get("file")
    if isinstance(value, ResultOf) and (picked := desk.result(value)).chosen:
        base = (
            "./"
            if picked.folder == picked.within != "/"
            else ""
            if picked.folder == "/"
            else f"{quoted(folder_path(picked.folder))}/"
        )
        go_on(desk, picked.chosen, f'xdg-open {base}"{picked.chosen}"')
        desk.at("")
        return
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
        if words and places.file(words) is None and (FOLDER_WORD.search(bare(words)) or concepts.folder(bare(words))):
            show_folder(desk, words)
            continue
        found = known_file(desk, part)
        where = found.folder or folder or ""
        if in_terminal(desk) and not program and desk.later("sort_lines", "count", "replace"):
            desk.file, desk.folder = found.name, where or desk.folder  # for the command that follows
            continue
        plainly = "." not in found.name[1:] and not desk.quotes(words)
        if plainly and program and not manager(desk) and _SHOWN.match(act.of):
            desk.add(UseCommand(bare(words)))  # “show me the statistics report”: nothing of that name is a file
        elif "." not in found.name[1:] and desk.front and not manager(desk) and not program:
            desk.add(ClickOn(target(words or found.name), count=2))  # an entry of the program in front
        else:
            desk.file = "" if desk.file == found.name else desk.file
            own = (desk.front in desk.named and not manager(desk)) or desk.front == EDITOR
            desk.open(found.name, where, program or (desk.front if own else ""))
        desk.leave(Made("file", name=found.name, folder=where))


_SHOWN = re.compile(r"\s*(?:please\s+)?(?:show|display|bring\s+up)\b", re.I)
_PART_OF = re.compile(r"\battachments?\b|添付|に(?:付|つ)い(?:た|てる|ている)", re.I)


_SETTINGS = re.compile(
    r"(?:the\s+|these\s+|my\s+|your\s+)?(?:new\s+)?(?:settings?|preferences|configuration|options|changes?)"
    r"|(?:その|この)?(?:設定|変更|環境設定)(?:内容)?",
    re.I,
)


def _what_is_saved(words: str, said: str) -> bool:
    """Whether it is what is saved and no name for it: “save them all”, “save the address book”, 「住所録を保存」."""
    name = re.escape(words.strip())
    english = rf"\b(?:sav|stor|keep)\w*\s+(?:(?:them|it|the|my|this|these|your|our)\s+)?{name}(?!\w)"
    return bool(name) and re.search(rf"{english}|{name}\s*を\s*(?:上書き)?保存", said, re.IGNORECASE) is not None


def save(desk: Desk, act: Act) -> None:
    only = " ".join(desk.texts(act.args.get(LIMIT)))
    if only and pages_of(desk, only, act.words("file"), said_folder(desk, act, "folder")):
        return
    if words := limit(desk, act):
        raise desk.fail("limit", words)
    format_ = plain(act.words("format")).lower().lstrip(".")
    folder = said_folder(desk, act, "folder")
    value = act.args.get("file")
    words = "" if value is None else desk.text(value)
    if re.fullmatch(
        r"(?:the\s+)?(?:original|old\s+(?:file|one)|same\s+(?:name|file))|元の?(?:ファイル)?|同じ(?:名前|ファイル)"
        r"|(?:the\s+|its\s+)?(?:(?:audio\s+|music\s+)?file'?s?\s+)?(?:own\s+)?tags?|(?:(?:元の)?ファイル(?:自体)?の)?タグ",
        words,
        re.I,
    ):
        words = ""  # over what is there, or in it
    if "." not in words and not desk.quotes(words) and _what_is_saved(words, act.of):
        words = ""
    if _SETTINGS.fullmatch(words) and desk.steps and isinstance(desk.steps[-1], SetSetting | SetChecked | ChooseOption):
        return  # the dialog is agreed to when a setting is made
    found = File("") if not words or is_it(words) else places.file(words) or File(bare(words))
    if "." not in found.name and not desk.quotes(found.name) and _PART_OF.search(found.name):
        raise desk.fail("what target", words)  # a part of what shows, and not a name
    ending = next((one for one in _FORMATS if re.search(rf"\b{one}\b|^{one}", format_)), "")
    if format_ and (not found.name.lower().endswith("." + ending) or not ending):
        export(desk, act)
        return
    if not found.name and folder and desk.front == "terminal":
        packed = next((desk.made[at] for at in sorted(desk.made, reverse=True) if desk.made[at].kind == "file"), None)
        if packed is None or folder_path(packed.folder) != folder_path(folder):
            raise desk.fail("which file")
        return  # what a command made lies there already
    if not found.name:
        desk.to_text()
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
            desk.fresh()
            desk.add(TypeText(result))
    desk.add(Save((found.name,) if found.name else (), found.folder or folder))
    if found.name:
        desk.file, desk.folder = found.name, found.folder or folder or desk.folder
        desk.leave(Made("file", name=found.name, folder=desk.folder))


def export(desk: Desk, act: Act) -> None:
    unlimited(desk, act)
    value = act.args.get("file")
    words = "" if value is None else desk.text(value)
    if words and (places.kind(words) is not None or re.search(r"\b(?:all|every|each)\b|全部|すべて", words)):
        raise desk.fail("loop", words)
    found = places.file(words) or File("" if is_it(words) else bare(words))
    folder = said_folder(desk, act, "folder")
    format_ = plain(act.words("format")) or (found.name.rpartition(".")[2].upper() if "." in found.name else "")
    if not format_ and not found.name:
        raise desk.fail("what")
    where = found.folder or folder or ""
    ending = found.name.rpartition(".")[2].lower() if "." in found.name else ""
    if ending and act.words("format") and not _same_format(ending, format_):
        if found.name != desk.file:  # it is what becomes of that format, and not the name it gets
            desk.open(found.name, where, desk.front if desk.front in desk.named else "")
        found, where = File(""), "" if _stands_there(desk, act) else folder
    name = path_of(found.name, where) if found.name else (folder_path(where) + "/" if where else "")
    words = desk.say(
        f"export as {format_}".replace(" as ", " ") if format_ else "export", f"{format_} エクスポート".strip()
    )
    desk.add(UseCommand(words, ((desk.say("name", "名前"), name),) if name else ()))
    if found.name:
        desk.leave(Made("file", name=found.name, folder=where))


def _stands_there(desk: Desk, act: Act) -> bool:
    """Whether the folder is where the file is, and not where it goes: 「共有フォルダーの umi.png を JPG に」."""
    folder, file = re.escape(act.words("folder").strip()), re.escape(bare(act.words("file")))
    where = rf"{folder}(?:の中)?(?:の|にある)\s*{file}|{file}\s+(?:in|from|of)\s+(?:the\s+|my\s+)?{folder}"
    return bool(folder) and re.search(where, desk.wish) is not None


def _same_format(ending: str, format_: str) -> bool:
    return (
        ending in format_.lower() or {"jpg": "jpeg", "htm": "html", "txt": "text"}.get(ending, "?") in format_.lower()
    )


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
            r"(\d+)\s*(?:ページ目?|枚目)?\s*(?:to|-|–|から|〜|～)\s*(\d+)|(?:pages?\s+)(\d+)|(\d+)\s*ページ", said, re.I
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
