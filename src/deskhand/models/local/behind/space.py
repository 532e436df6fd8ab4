"""How much room folders and files take, with all that is below them: what a program for it draws as boxes or rings."""

from __future__ import annotations

import re
import shlex
from collections.abc import Sequence

from deskhand.models.local.behind.file import there
from deskhand.models.local.behind.folder import names_of_folders
from deskhand.models.local.behind.whole import whole
from deskhand.models.local.hand import Hand
from deskhand.models.local.skills.paths import HOME

_FOLDERS = re.compile(r"\b(?:sub-?)?(?:folders?|director(?:y|ies))\b|フォルダ|ディレクトリ", re.I)
_FILES = re.compile(r"\bfiles?\b|ファイル", re.I)
_WHICH = re.compile(r"\b(?:which|what)\b|どの|どれ|何が|名前", re.I)
_ROOM = re.compile(
    r"\b(?:largest|biggest|smallest)\b|\b(?:most|least)\s+(?:disk\s+)?(?:space|room)\b|"
    r"(?:いちばん|一番|最も|もっとも)[^、。]{0,8}(?:大き|小さ|容量|場所)|最大|最小",
    re.I,
)
_LEAST = re.compile(r"smallest|\bleast\b|小さ|最小", re.I)
_HERE = re.compile(
    r"(?:(?P<which>\b(?:which|what)\s+(?:of\s+the\s+)?(?:sub-?)?(?:folder|director)\w*)|(?P<ja>どのフォルダー?|フォルダー?(?:は|が)?(?:どれ|何|なに)|フォルダー?の名前))",
    re.I,
)


def of_space(question: str) -> bool:
    """Whether the largest folder, or the largest file in all folders below one, is asked for."""
    if not (_WHICH.search(question) and _ROOM.search(question)):
        return False
    below = re.search(
        r"\b(?:below|under|anywhere|sub-?folders|whole tree|all folders)\b|以下|配下|サブフォルダ|全体", question, re.I
    )
    return _HERE.search(question) is not None or (_FILES.search(question) is not None and below is not None)


async def largest_below(hand: Hand, question: str) -> str:
    """Its name; "" where two are alike, or it is not known below which folder."""
    folder = await _folder(hand, question)
    if not folder:
        return ""
    say = hand.say(f"Adding up what is in {folder}.", f"{folder} の中の大きさを調べます。")
    of_folders = _HERE.search(question) is not None
    path = shlex.quote(folder)
    command = f"du -b --max-depth=1 {path}" if of_folders else f"find {path} -type f -printf '%s\\t%p\\n' | head -n 400"
    view = await hand.shell(command, say)
    return "" if view.error else utmost(question, view.text.splitlines(), folder)


def utmost(question: str, rows: Sequence[str], folder: str) -> str:
    """The one of the sizes and paths that is the largest, or the smallest, the folder itself left out."""
    found = [(int(row[1]), row[2]) for text in rows if (row := re.match(r"(\d+)\t(.+)", text)) is not None]
    found = [(size, path) for size, path in found if path.rstrip("/") != folder.rstrip("/")]
    if len(found) < 2 or whole(question) is None:
        return ""
    best = (min if _LEAST.search(question) else max)(size for size, _ in found)
    held = [path for size, path in found if size == best]
    return held[0].rpartition("/")[2] if len(held) == 1 else ""


async def _folder(hand: Hand, question: str) -> str:
    named = names_of_folders(question)
    found = {one.path for one in await there(hand, tuple(named))} if named else set[str]()
    if len(found) == 1:
        return found.pop()
    if named and found:
        return ""
    say = hand.say("Looking which folder the program shows.", "プログラムが表示しているフォルダーを調べます。")
    view = await hand.shell(f"ps -eo args | grep -F {HOME}/ | grep -v grep", say)
    paths = {
        word.rstrip("/")
        for line in view.text.splitlines()
        for word in line.split()[1:]
        if word.startswith(f"{HOME}/") and "." not in word
    }
    if len(paths) == 1:
        return paths.pop()
    return f"{HOME}/Shared" if re.search(r"\bshared folder\b|共有フォルダ", question, re.I) else ""
