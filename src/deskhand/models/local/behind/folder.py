"""Which file of a folder is the newest or the largest, and how many there are of a kind, by the folder's list."""

from __future__ import annotations

import re
import shlex
from collections.abc import Sequence
from dataclasses import dataclass

from deskhand.models.local.behind.file import PICTURES, named, there
from deskhand.models.local.behind.whole import whole
from deskhand.models.local.hand import Hand

_FILES = r"\b(?:files?|pictures?|photos?|images?|documents?|pdfs?)\b|ファイル|画像|写真|文書|PDF"
_BY_SIZE = re.compile(r"\b(?:largest|biggest|smallest)\b|大き|小さ|最大|最小|サイズ|容量", re.I)
_BY_TIME = re.compile(r"\b(?:newest|latest|most recent(?:ly)?|oldest)\b|新し|古|最新|最近", re.I)
_INSIDE = re.compile(
    r"\bcontain|\bmention|\bthat (?:say|hold|have)\b|\bwords?\b|\barchive\b|\bsearch|\bfind\b|"
    r"含|書かれ|書いて|検索|探|アーカイブ",
    re.I,
)
"""What stands in the files, or is to be found by a program, is another question."""
_NAMED = (
    re.compile(r"\bfolder\s+(?:called\s+|named\s+)?[\"“]?([A-Za-z0-9_.-]+)"),
    re.compile(r"[\"“]?\b([A-Za-z0-9_.-]+)[\"”]?\s+folder\b"),
    re.compile(r"[「『]([^「」『』]{1,40})[」』]\s*(?:という)?\s*フォルダ"),
    re.compile(r"([A-Za-z0-9_.-]+|[一-龯ァ-ヶー]+)\s*(?:という)?\s*フォルダ"),
    re.compile(r"フォルダー?\s*[「『]?([A-Za-z0-9_.-]+)"),
)
_NO_NAME = frozenset(
    "the this that a my our is in of with which each every same shared showing shows この その".split()  # noqa: SIM905
)
_SHARED = re.compile(r"\bshared folder\b|共有フォルダ", re.I)
_KINDS = (
    (r"\bpdfs?\b|PDF", ("pdf",)),
    (r"\b(?:pictures?|photos?|images?)\b|画像|写真", PICTURES),
    (r"\btext files?\b|テキスト", ("txt",)),
)


@dataclass(frozen=True, slots=True)
class Listed:
    name: str
    size: int
    changed: int


def of_a_folder(question: str) -> bool:
    """Whether a folder's list of files answers it."""
    of = whole(question)
    if of is None or named(question) or not re.search(_FILES, question, re.I) or _INSIDE.search(question):
        return False
    if not (_SHARED.search(question) or names_of_folders(question)):
        return False
    by = _BY_SIZE.search(question) or _BY_TIME.search(question)
    return of.of == "count" or (of.of not in ("sum", "average") and by is not None)


def names_of_folders(question: str) -> list[str]:
    found = [match[1] for form in _NAMED for match in form.finditer(question)]
    return [name for name in dict.fromkeys(found) if name.lower() not in _NO_NAME and name != "共有"]


async def in_folder(hand: Hand, question: str) -> str:
    """What the list says; "" where no such folder is there or two files are alike."""
    names = names_of_folders(question)
    folders = {one.path for one in await there(hand, tuple(names))} if names else set[str]()
    if not folders and _SHARED.search(question) and not names:
        folders = {"/home/user/Shared"}
    if len(folders) != 1:
        return ""
    folder = folders.pop()
    say = hand.say(f"Looking at the list of {folder}.", f"{folder} の一覧を見ます。")
    view = await hand.reads(f"ls -l --time-style=+%s {shlex.quote(folder)}", say)
    return "" if view.error else of_list(question, listed(view.text))


def listed(text: str) -> list[Listed]:
    """The files of a long list: no folders, no links."""
    found: list[Listed] = []
    for line in text.splitlines():
        parts = re.match(r"-\S+\s+\d+\s+\S+\s+\S+\s+(\d+)\s+(\d+)\s(.+)", line)
        if parts is not None:
            found.append(Listed(parts[3], int(parts[1]), int(parts[2])))
    return found


def of_list(question: str, files: Sequence[Listed]) -> str:
    of = whole(question)
    endings = next((endings for form, endings in _KINDS if re.search(form, question)), None)
    if endings is not None:
        files = [one for one in files if one.name.rpartition(".")[2].lower() in endings]
    if of is None or not files:
        return ""
    if of.of == "count":
        return str(len(files))
    large = of.of in ("most", "last") and of.or_else != "first"
    by_size = _BY_SIZE.search(question) is not None
    values = [one.size if by_size else one.changed for one in files]
    best = max(values) if large else min(values)
    found = [one.name for one, value in zip(files, values, strict=True) if value == best]
    return found[0] if len(found) == 1 else ""
