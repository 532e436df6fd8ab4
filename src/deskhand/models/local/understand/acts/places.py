"""Files and folders in the words of an act: one by its name, or all of a kind, and where."""

# ruff: noqa: E501
from __future__ import annotations

import re
from dataclasses import dataclass

from deskhand.models.local import concepts
from deskhand.models.local.understand.acts.words import JAPANESE, bare, plain
from deskhand.models.local.understand.shell.things import ENDINGS

_NAME = re.compile(
    r"(?:(?:~|/|\.{1,2}/|[\w.-]+/)[\w./+~-]*/?)?\.?[\w\-+()（）·・ー@&]+(?:[ .][\w\-+()]+)*\.[A-Za-z][A-Za-z0-9]{0,6}(?![\w.])"
)
_PATH = re.compile(r"(?:~|/)[\w./+~-]*")
_FOLDER = re.compile(r"\s*(?:folder|directory|subfolder)$|(?:の)?(?:フォルダー?|ディレクトリー?)$", re.I)
_DESCRIBED = re.compile(
    r"\b(?:first|second|last|newest|oldest|other|right|left|same)\b.*|\bon\s+the\s+(?:list|left|right)\b|一番|最初|最後",
    re.I,
)
"""A folder that is described, and not named."""
_AMONG = re.compile(r"(?:の中|のなか|内|直下)$|^(?:in|into|inside|to|from|under|on)\s+(?:the\s+|my\s+)?", re.I)
_SAME = re.compile(
    r"(?:the\s+)?same(?:\s+(?:folder|place|directory))?|同じ(?:フォルダー?|場所|ところ)|隣|となり|next\s+to\s+it|where\s+it\s+(?:is|lies)|here|there|ここ|そこ|その場|この中|その中",
    re.I,
)
_KIND = re.compile(
    rf"(?:(?:all|every|each|any|the|of|my|全部の|すべての|全ての|ここにある|ある)\s*)*(?:\*?\.)?(?P<ending>{ENDINGS})(?:\s*(?:files?|images?|s\b|ファイル|画像)|s\b)?"
    r"(?:\s*(?:を|は)?(?:全部|ぜんぶ|すべて|全て|だけ))?$",
    re.I,
)


_ENDS = re.compile(
    r"(?:everything|anything|files?|things?|those|names?)\s+(?:(?:that|which)\s+)?(?:ends?|ending|finish\w*)\s+(?:in|with|on)\s+\.?(?P<en>\w{2,4})|拡張子が\.?(?P<ja>[A-Za-z0-9]{2,4})の(?:やつ|もの|ファイル)?",
    re.I,
)
_WITHIN = re.compile(
    r"(?P<what>.+?)\s+(?:in|from|of)\s+(?:the\s+(?:folder\s+)?|my\s+)?(?P<after>\S.*)|(?P<before>.+?)(?:フォルダー?)?(?:の中)?(?:にある|の)(?P<what_ja>.+)",
    re.I,
)
_AMID = re.compile(
    r"\b(?:of|in|the|a|an|and|or|from|to|called|named|file|files|folder|paragraph|line|lines|picture|photo|image|all|every|with|into|open|my)\b",
    re.I,
)
"""Words that do not stand within a file's name."""
_BESIDES = re.compile(
    r"(?:(?:the|my|a|an|this|that|new|old|open|text|image|picture|photo|file|document|archive|called|named|of|in|named|script|video|book|sheet|spreadsheet|"
    r"png|jpe?g|pdf|gif|bmp|svg|という|っていう|って|名前|の|ファイル|中|開いている|開いてる|新しい|画像|写真|文書|書庫|アーカイブ|[「」“”\"'(),:、])\s*)*",
    re.I,
)
"""What may stand beside the name; other words make it a part of the file, or several."""


@dataclass(frozen=True, slots=True)
class File:
    name: str
    folder: str = ""
    """As the steps have it: ``shared``, a path, a name; empty: not said."""


@dataclass(frozen=True, slots=True)
class Kind:
    """All files with an ending."""

    ending: str
    folder: str = ""


def folder(words: str) -> str | None:
    """The folder as the steps have it; "" for where things are already; None where the words name none."""
    text = plain(words)
    if _SAME.fullmatch(text):
        return ""
    if path := re.search(r"[（(]((?:/|~)[\w./-]*)[)）]", text):
        return path[1]
    text = _AMONG.sub("", bare(text)).strip()
    if (known := concepts.folder(text)) is not None:
        return known
    inner = bare(_FOLDER.sub("", text))
    if _DESCRIBED.search(inner):
        return None
    if (known := concepts.folder(inner)) is not None:
        return known
    if found := re.fullmatch(r"(\S+)/(\S.*)", text):
        first = concepts.folder(found[1])
        return f"{first}/{found[2].strip('/')}" if first else text.rstrip("/")
    if _PATH.fullmatch(text):
        return text.rstrip("/") or "/"
    return inner or None


def file(words: str) -> File | None:
    """The one file of the words: “the file Shared/two.txt”; None where no name with an ending stands there."""
    text = plain(words)
    found = list(_NAME.finditer(text))
    if len(found) != 1:
        return None
    name = found[0][0]
    start = found[0].start()
    if " " in name and _AMID.search(name.rpartition(" ")[0]):
        start += len(name.rpartition(" ")[0]) + 1
        name = name.rpartition(" ")[2]
    if (led := re.match(r"(.*(?:フォルダー?|にある|の中))の?\s*(?=[\w一-龥ァ-ヶ-]+\.)", name)) is not None:
        place_, start = name[: led.end()], start + led.end()
        name = name[led.end() :]
        if not _said(place_):
            return None
        return File(name, _said(place_))
    if JAPANESE.search(name):
        name = re.sub(r"^.*?(?:ファイル|フォルダの|フォルダーの|にある|の)(?=[\w一-龥ァ-ヶ]+\.)", "", name)
    else:
        name = re.sub(r"^(?:(?:the|my|a|file|called|named|of|in|document)\s+)+", "", name, flags=re.I)
    place, _, last = name.rpartition("/")
    rest = (text[:start] + " " + text[found[0].end() :]).strip()
    if not _BESIDES.fullmatch(rest) and not _said(rest):
        return None
    where = folder(place) if place else _said(rest)
    return File(last, where or "")


_LISTED = re.compile(r"[\w\-+()·・ー]+\.[A-Za-z][A-Za-z0-9]{0,6}(?![\w.])")


def names(words: str) -> tuple[str, ...]:
    """The files of a list: “feb.csv, mar.csv and apr.csv”; () where other words stand among them."""
    text = plain(words)
    found = _LISTED.findall(text)
    rest = re.sub(r"\b(?:and|the|files?)\b|[、,と&\s]|を|も", "", _LISTED.sub("", text), flags=re.I)
    return tuple(found) if not rest else ()


def _said(rest: str) -> str:
    """A folder that is named besides the file: “march.txt in the shared folder”, 「共有フォルダの a.txt」."""
    rest = re.sub(r"^(?:the\s+)?file\s*|^(?:in|from|on|under)\s+", "", rest, flags=re.I)
    rest = re.sub(r"(?:にある|の中の|内の|の)\s*$", "", rest).strip(" ,")
    return (concepts.folder(rest) or "") if rest else ""


def kind(words: str) -> Kind | None:
    """“all the .txt files”, 「pngを全部」, “.csv files in Downloads”."""
    text = bare(plain(words))
    where = ""
    if (within := _WITHIN.fullmatch(text)) is not None:
        where = folder(within["after"] or within["before"]) or ""
        text = within["what"] or within["what_ja"]
    text = re.sub(
        r"^(?:all|every|each)\s+(?:of\s+)?(?:the\s+)?|^(?:the\s+)?(?:two|three|four|five|six|seven|eight|nine|ten|\d+)\s+(?=\S+\s+files?)|^\*",
        "",
        text,
        flags=re.I,
    )
    if (ends := _ENDS.fullmatch(text)) is not None:
        text = ends["en"] or ends["ja"]
    text = re.sub(r"^(?:ここにある|中の|フォルダの|全部の|すべての|全ての)", "", text)
    if (found := _KIND.fullmatch(text)) is None:
        return None
    return Kind(found["ending"].lower(), where)
