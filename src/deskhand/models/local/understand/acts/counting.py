"""How many: files of a folder, lines, words, what holds a text. In a file that is named, by a command; else by what shows."""

# ruff: noqa: E501
from __future__ import annotations

import re
from collections.abc import Mapping

from deskhand.models.local import concepts
from deskhand.models.local.skills.paths import folder_path, path_of
from deskhand.models.local.steps import ChooseMenu, Count, Describe, OpenFile, Read, Step, Target, UseCommand
from deskhand.models.local.understand.acts import naming, places
from deskhand.models.local.understand.acts.desk import Desk
from deskhand.models.local.understand.acts.form import Act, ResultOf
from deskhand.models.local.understand.acts.limits import unlimited
from deskhand.models.local.understand.acts.owning import owner_in
from deskhand.models.local.understand.acts.places import File
from deskhand.models.local.understand.acts.properties import hopeless, property_in
from deskhand.models.local.understand.acts.running import in_terminal, job
from deskhand.models.local.understand.acts.words import bare
from deskhand.models.local.understand.shell import commands
from deskhand.models.local.understand.shell.things import Files, quoted

_UNITS: Mapping[str, re.Pattern[str]] = {
    "words": re.compile(r"(?:number\s+of\s+)?words|単語(?:数)?|語数", re.I),
    "lines": re.compile(r"(?:number\s+of\s+)?(?:lines|rows|line\s+count)|行(?:数)?|何行", re.I),
    "characters": re.compile(r"(?:number\s+of\s+)?(?:characters|letters)|文字(?:数)?|何文字|字数", re.I),
}
_PICTURES = ("png", "jpg", "jpeg", "gif", "bmp", "webp", "svg", "tif", "tiff", "heic")
GROUPS: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...] = (
    (re.compile(r"pictures?|photos?|images?|pics|写真|画像|絵", re.I), _PICTURES),
    (
        re.compile(r"songs?|tracks?|music\s+files?|曲(?:数)?|音楽(?:ファイル)?", re.I),
        ("mp3", "ogg", "flac", "wav", "m4a", "opus"),
    ),
    (re.compile(r"videos?|films?|movies?|clips?|動画|ビデオ", re.I), ("mp4", "mkv", "avi", "webm", "mov")),
    (
        re.compile(r"documents?|文書|書類", re.I),
        ("odt", "doc", "docx", "pdf", "txt", "rtf", "ods", "xls", "xlsx", "odp", "ppt", "pptx", "md"),
    ),
)
"""Kinds of files that people name by what they hold."""
_SUBFOLDERS = re.compile(
    r"(?:sub)?(?:folders?|director(?:y|ies))|(?:サブ)?(?:フォルダー?|ディレクトリー?)(?:数)?", re.I
)
_HERE = re.compile(
    r"(?:this|the|that|my)?\s*(?:folder|directory|one|place)|(?:この|その)?(?:フォルダー?|ディレクトリー?|中)?", re.I
)
_EMPTY_LINES = re.compile(r"(?:empty|blank)\s+lines?|空行|空の行|空白行", re.I)
_FILES = re.compile(
    r"(?:number\s+of\s+)?(?:files?|entries|items?|hits?|results?)|ファイル(?:数)?|項目|件|件数|何件|検索結果", re.I
)
_HOLDS = re.compile(
    r"(?:lines?\s+)?(?:with|containing|(?:that\s+)?(?:contain|have|has|say|mention)s?|where|saying|holding)\s+(?:the\s+(?:word|text)\s+)?(?P<en>.+?)(?:\s+in\s+(?:it|them))?|"
    r"(?P<ja>.+?)(?:を含む|のある|が入っ(?:ている|た|てる)|がある|の|と書いてある|って書いてある)行(?:数)?",
    re.I,
)

_ENDS = re.compile(r"(?:(?:that|which)\s+)?end(?:s|ing)?\s+(?:in|on|with)\s+\.?(\w{2,4})", re.I)


def count(desk: Desk, act: Act) -> None:
    ends = _ENDS.fullmatch(act.words("limit").strip(" .,"))
    if ends is not None and desk.front not in desk.named and _FILES.fullmatch(bare(act.words("what"))):
        rest = {slot: value for slot, value in act.args.items() if slot != "limit"}
        act = Act(act.name, {**rest, "what": f"*.{ends[1]} files"}, act.of)
    unlimited(desk, act)
    what, where = act.args.get("what"), act.args.get("where")
    if isinstance(what, ResultOf):
        if not desk.result(what).value:
            _found(desk)
            return
        desk.add(Count("lines", desk.store))
        desk.keeps()
        return
    words = bare(desk.text(what))
    whose = owner_in(act.words("where"))
    if whose and _MUCH.search(act.of or desk.wish) and unit_of(words) == "":
        desk.add(Read(Target(words, near=whose), desk.store))  # flour is measured, and what was measured is written
        desk.keeps()
        return
    if _MATCHES.search(words) and desk.steps and desk.steps[-1] in _searches(desk):
        desk.add(Count("lines", desk.store, noun=desk.say("matches", "件")))  # which the program says itself
        desk.keeps()
        return
    around = desk.result(where).name if isinstance(where, ResultOf) else act.words("where")
    file = places.file(around) or places.file(words)
    if file is not None and (desk.front not in desk.named or in_terminal(desk)):
        job(desk, _of_file(words, file, desk))
    elif (kind := places.kind(words)) is not None and kind.ending and desk.front not in desk.named:
        folder = kind.folder or places.folder(around) or desk.folder
        if not folder:
            raise desk.fail("which file")
        pattern = Files("", None, after=f".{kind.ending}").pattern
        job(desk, f"find {quoted(folder_path(folder))} -maxdepth 1 -type f -name {pattern} | wc -l")
    elif (command := _in_folder(desk, words, around)) != "":
        job(desk, command)
    else:
        _showing(desk, words, around)
    desk.keeps()


def _in_folder(desk: Desk, words: str, around: str) -> str:
    """Of a folder that is named, or that is open: its folders, its pictures."""
    if desk.front in desk.named and not naming.manages_files(desk.named[desk.front].name):
        return ""
    where = (places.folder(around) if around and not _HERE.fullmatch(around) else "") or desk.folder
    group = next((endings for pattern, endings in GROUPS if pattern.fullmatch(words)), None)
    if not where or (group is None and not _SUBFOLDERS.fullmatch(words)):
        return ""
    if group is None:
        return commands.entry_count(quoted(folder_path(where)), "folders")
    named = " -o ".join(f"-iname '*.{ending}'" for ending in group)
    return f"find {quoted(folder_path(where))}/ -maxdepth 1 -type f \\( {named} \\) | wc -l"


def _found(desk: Desk) -> None:
    """What was searched or filtered for: how many, the program says itself."""
    if not desk.after or desk.after[0].name != "tell":
        raise desk.fail("worked out")
    desk.add(Describe(desk.store))
    desk.keeps()


_MUCH = re.compile(r"\bhow\s+much\b|どれ(?:くらい|だけ|ほど)|どのくらい", re.I)
_MATCHES = re.compile(r"\bmatch(?:es|ing)?\b|\bhits?\b|一致|ヒット|見つか", re.I)


def _searches(desk: Desk) -> list[Step]:
    """The searches by a program's own command."""
    return [step for step in desk.steps if isinstance(step, UseCommand) and step.words == desk.say("find", "検索")]


_ARCHIVED = re.compile(r"\.(zip|tar|tar\.\w{1,4}|tgz|tbz2?|txz)$", re.I)


def _of_file(words: str, file: File, desk: Desk) -> str:
    if (listing := _ARCHIVED.search(file.name)) is not None:
        if not _FILES.fullmatch(words):
            raise desk.fail("worked out")
        path_ = quoted(path_of(file.name, file.folder or desk.folder or named_folder(desk) or "shared"))
        return f"{'unzip -Z1' if listing[1].lower() == 'zip' else 'tar -tf'} {path_} | grep -vc '/$'"
    path = [quoted(path_of(file.name, file.folder or desk.folder or named_folder(desk) or "shared"))]
    if (ending := file.name.rpartition(".")[2].lower()) in _PARAGRAPHS:
        return _of_document(words, path[0], ending, desk)
    if ending in ("pdf", "doc", "ods", "xls", "xlsx", "ppt", "pptx", "odp"):
        raise desk.fail("worked out")  # its bytes are not its text
    if _EMPTY_LINES.fullmatch(words):
        return f"grep -cE '^[[:space:]]*$' {path[0]}"
    if unit := unit_of(words):
        return commands.count(unit, path)
    if (held := _HOLDS.fullmatch(words)) is not None:
        return commands.lines_with(_text(held["en"] or held["ja"]), path, number=True)
    if (lines := re.fullmatch(r"([\w.-]+)\s+lines?|(\S+)の行数?", words)) is not None:
        return commands.lines_with(_text(lines[1] or lines[2]), path, number=True)
    if _literal(desk, _text(words)):
        return commands.occurrences(_text(words), path, whole=False)
    if (found := property_in(words)) is not None:
        return commands.lines_with(found[0], path, number=True)
    raise desk.fail("worked out")


_PARAGRAPHS: Mapping[str, tuple[str, str]] = {
    "odt": ("content.xml", r"<\/text:[ph]>"),
    "docx": ("word/document.xml", r"<\/w:p>"),
}
"""Where in a document its text lies, and what ends a paragraph there."""


def _of_document(words: str, path: str, ending: str, desk: Desk) -> str:
    """The same of a document that is no plain text: its marks are taken out first."""
    part, end = _PARAGRAPHS[ending]
    text = f"unzip -p {path} {part} | sed 's/{end}/\\n/g; s/<[^>]*>//g'"
    match unit_of(words):
        case "words":
            return f"{text} | wc -w"
        case "characters":
            return f"{text} | tr -d '\\n' | wc -m"
        case "" if _literal(desk, said := _text(words)):
            return f"{text} | grep -oF {commands.text(said)} | wc -l"
        case _:
            raise desk.fail("worked out")


def _showing(desk: Desk, words: str, around: str) -> None:
    """Of what the window in front shows."""
    unit = unit_of(words)
    if _FILES.fullmatch(words):
        if around and (folder := places.folder(around)) and desk.front not in desk.named:
            desk.add(OpenFile("", folder))
            desk.at("file manager")
        desk.add(Read(Target(kind="file"), desk.store), Count("files", desk.store))
    elif unit and desk.steps and isinstance(desk.steps[-1], ChooseMenu):
        desk.add(Read(Target(words), desk.store))  # what was opened for it has it beside that label
    elif unit in ("words", "characters"):
        desk.add(UseCommand(desk.say("document statistics", "文書の統計")), Describe(desk.store))
    elif unit == "lines":
        if re.search(
            r"table|sheet|\.(?:db|ods|xlsx?|sqlite)|テーブル|表|シート", f"{around} {desk.file} {desk.wish}", re.I
        ):
            raise desk.fail("worked out")
        desk.add(Read(Target(kind="text"), desk.store), Count("lines", desk.store))
    else:
        held = _HOLDS.fullmatch(words)
        text = _text(words if held is None else held["en"] or held["ja"])
        if held is not None or _literal(desk, text):
            desk.add(Read(Target(kind="text"), desk.store), Count("lines", desk.store, text))
        elif (found := property_in(words)) is not None:
            desk.add(Read(Target(kind="text"), desk.store), Count("lines", desk.store, found[0], words))
        elif hopeless(words) or len(words.split()) > 3 or len(words) > 24 or re.search(r"[がをはに]", words):
            raise desk.fail("worked out")
        else:
            desk.add(Count("lines", desk.store, noun=words))


def _literal(desk: Desk, text: str) -> bool:
    """Whether the text itself is counted, and not what it means: it is quoted, or written like a name."""
    said = re.escape(text)
    return (
        re.search(rf"[「『\"“'‘]{said}[」』\"”'’]", desk.wish) is not None
        or re.search(
            rf"\b(?:word|phrase|term|text|string|name)\s+{said}\b|{said}(?:という|って(?:いう)?)(?:言葉|単語|語|文字)",
            desk.wish,
            re.I,
        )
        is not None
        or re.fullmatch(r"[A-Z][\w-]*|\S*[^\w\s]\S*", text) is not None
    )


def named_folder(desk: Desk) -> str:
    """The folder that the wish names anywhere, where it names one only."""
    wish = desk.wish.lower()
    found = {
        folder for name, folder in concepts.FOLDER_OF.items() if len(name) > 3 and name in wish and folder != "trash"
    }
    return found.pop() if len(found) == 1 else ""


def _text(words: str) -> str:
    return bare(words).strip("\"'“”「」")


def unit_of(words: str) -> str:
    return next((unit for unit, pattern in _UNITS.items() if pattern.fullmatch(words)), "")
