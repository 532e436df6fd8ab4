"""Who may write a file, a link to it, a new empty one, one packed alone: by the shell, where no program let it be."""

from __future__ import annotations

import re
import shlex
from collections.abc import Sequence

from deskhand.models.local.behind.file import File, named, there
from deskhand.models.local.hand import Hand
from deskhand.models.local.skills.commands.values import is_file
from deskhand.models.local.skills.paths import FOLDERS, folder_path
from deskhand.models.local.steps import UseCommand

_NOT_WRITABLE = re.compile(
    r"\bread[- ]?only\b|\bwrite[- ]?protect\w*|読み(?:取り|込み)専用|書き込み(?:を)?(?:禁止|できない|不可)",
    re.IGNORECASE,
)
_WRITABLE = re.compile(r"\bwrit(?:e?able)\b|書き込み(?:可能|できる)|読み(?:取り|込み)専用.*(?:解除|外)", re.IGNORECASE)
_RUNS = re.compile(
    r"\bexecutable\b|\brun(?:nable)?\s+as\s+a?\s*program\b|実行(?:可能|できる|権限|を許可)", re.IGNORECASE
)
_LINKS = re.compile(r"\b(?:sym(?:bolic)?[ -]?)?link\b|\bshortcut\b|リンク|ショートカット", re.IGNORECASE)
_MAKES = re.compile(r"\b(?:create|make|new|add)\b|作成|作|新規|追加", re.IGNORECASE)
_EMPTY = re.compile(
    r"\b(?:empty|blank|new|text)\s+(?:text\s+)?(?:file|document)\b|\bcreate\s+(?:file|document)\b|空の?(?:ファイル|文書)|新規ファイル|ファイル.*(?:作成|新規)",
    re.IGNORECASE,
)
_GZIP = re.compile(r"\bgzip\b|\.gz\b", re.IGNORECASE)


async def owned(hand: Hand, step: UseCommand) -> tuple[str, str] | None:
    """The command and the file's name; None where it is no such step, or which file is meant is not known."""
    words = f"{step.words} {hand.said}"
    values = [value for _, value in step.fields if isinstance(value, str)]
    names = [*((step.on.name,) if step.on is not None else ()), *values]
    if _LINKS.search(step.words) and _MAKES.search(words):
        return await _linked(hand, names)
    if (
        _EMPTY.search(step.words)
        and _MAKES.search(words)
        and len(files := [name for name in names if is_file(name)]) == 1
    ):
        path = await _beside(hand, files[0])
        return f"[ ! -e {shlex.quote(path)} ] && touch {shlex.quote(path)}", files[0].rpartition("/")[2]
    file = await _one(hand, names)
    if file is None:
        return None
    path = shlex.quote(file.path)
    if _WRITABLE.search(words):
        return f"chmod u+w {path} && [ -w {path} ]", file.name
    if _NOT_WRITABLE.search(words):
        return f"chmod a-w {path} && stat -c %A {path} | grep -qv w", file.name
    if _RUNS.search(words):
        return f"chmod a+x {path} && [ -x {path} ]", file.name
    if _GZIP.search(words) and not file.name.endswith((".gz", ".tgz")):
        new = shlex.quote(f"{file.path}.gz")
        return f"[ ! -e {new} ] && gzip -k {path} && gzip -t {new}", file.name
    return None


async def _one(hand: Hand, names: Sequence[str]) -> File | None:
    told = [name for name in names if is_file(name)] or list(named(hand.wish))
    found = await there(hand, tuple(told)) if told else []
    return found[0] if len({one.path for one in found}) == 1 else None


async def _linked(hand: Hand, names: Sequence[str]) -> tuple[str, str] | None:
    """A link of the name that is not there to the file that is."""
    files = [name for name in names if name]
    found = await there(hand, tuple(files)) if files else []
    if len({one.path for one in found}) != 1:
        return None
    target = found[0]
    others = [name for name in files if name.rpartition("/")[2] != target.name and name.lower() not in FOLDERS]
    if len(others) != 1:
        return None
    new = await _beside(hand, others[0], target)
    q, goal = shlex.quote(new), shlex.quote(target.path)
    return f"[ ! -e {q} ] && ln -s {goal} {q} && [ {q} -ef {goal} ]", target.name


async def _beside(hand: Hand, name: str, other: File | None = None) -> str:
    if name.startswith("/"):
        return name
    folder = (
        other.path.rpartition("/")[0]
        if other is not None
        else (hand.memory.folder or folder_path("shared")).rstrip("/")
    )
    return f"{folder}/{name}"
