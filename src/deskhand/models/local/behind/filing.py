"""A file renamed, moved, copied, deleted or a folder made by the shell, where no file manager let it be done."""

from __future__ import annotations

import re
import shlex

from deskhand.models.local.behind.file import File, there
from deskhand.models.local.behind.owning import owned
from deskhand.models.local.hand import Hand
from deskhand.models.local.skills.commands.fit import SURE, fit
from deskhand.models.local.skills.commands.values import is_file
from deskhand.models.local.skills.paths import FOLDERS, folder_path, path_of
from deskhand.models.local.steps import DeleteFile, MakeFolder, MoveFile, RenameFile, Step, UseCommand

FAILED = re.compile(r"^\[exit status \d+\]$", re.MULTILINE)
"""What stands below the output of a command that went wrong."""


ARCHIVE = re.compile(r"\.(?:zip|tar(?:\.\w+)?|tgz|tbz2?|txz|7z|rar|jar|cbz)(?!\w)", re.IGNORECASE | re.ASCII)
_OF_ARCHIVE = re.compile(r"(?<!folder )(?<!folder, )\barchive\b(?! folder)|アーカイブ|書庫|圧縮ファイル")


def as_filing(step: Step, wish: str = "") -> DeleteFile | RenameFile | None:
    """A program's own command on a file, as work on that file; what lies in an archive is no file of the same name."""
    if not isinstance(step, UseCommand) or step.on is None or not is_file(step.on.name):
        return None
    if not ARCHIVE.search(step.on.name) and (ARCHIVE.search(wish) or _OF_ARCHIVE.search(f"{step.words} {wish}")):
        return None
    values = [value for _, value in step.fields if isinstance(value, str)]
    if not step.fields and fit("delete", step.words) >= SURE:
        return DeleteFile(step.on.name, "")
    if len(values) == len(step.fields) == 1 and is_file(values[0]) and fit("rename", step.words) >= SURE:
        return RenameFile(step.on.name, values[0], "")
    return None


async def filed(hand: Hand, step: Step) -> str:
    """The sentence for what was done; "" where it is no such step, or the one file that is meant is not known."""
    if hand.dialect.bash is None:
        return ""
    if (process := _process(hand, step)) is not None:
        ended = f"pkill -x {process} && sleep 1 && ! pgrep -x {process} >/dev/null"
        return await _done(hand, ended, process)
    if isinstance(step, UseCommand) and (ordered := await owned(hand, step)) is not None:
        return await _done(hand, *ordered)
    step = as_filing(step, hand.wish) or step
    if isinstance(step, MakeFolder):
        path = path_of(step.name, step.folder or "shared")
        return await _done(hand, f"mkdir {shlex.quote(path)}", step.name)
    if not isinstance(step, DeleteFile | RenameFile | MoveFile):
        return ""
    file = await _one(hand, step.name, step.folder)
    if file is None:
        return ""
    path, beside = shlex.quote(file.path), file.path.rpartition("/")[0]
    match step:
        case DeleteFile():  # what went into the wastebasket can be had back
            command = f"{{ gio trash {path} 2>/dev/null || rm {path}; }} && [ ! -e {path} ]"
        case RenameFile():
            new = shlex.quote(f"{beside}/{step.new_name}")
            command = f"[ ! -e {new} ] && mv -n {path} {new}"
        case MoveFile():
            folder = step.to if step.to.startswith(("/", "~")) or step.to.lower() in FOLDERS else f"{beside}/{step.to}"
            to = shlex.quote(f"{folder_path(folder).rstrip('/')}/{file.name}")
            command = f"[ ! -e {to} ] && {'cp -rn' if step.copy else 'mv -n'} {path} {to}"
    return await _done(hand, command, file.name)


_ENDS = re.compile(r"\b(?:end|kill|stop|terminat\w*|quit)\b|終了|強制|停止|止め", re.IGNORECASE)
_OF_PROCESSES = re.compile(r"\bprocess(?:es)?\b|プロセス", re.IGNORECASE)


def _process(hand: Hand, step: Step) -> str | None:
    """The one process that the wish names and wants to end."""
    if not isinstance(step, UseCommand) or not _ENDS.search(step.words) or not _OF_PROCESSES.search(hand.wish):
        return None
    named = [step.on.name] if step.on is not None else [value for _, value in step.fields if isinstance(value, str)]
    return named[0] if len(named) == 1 and re.fullmatch(r"[A-Za-z][\w.+-]{1,30}", named[0], re.ASCII) else None


async def _one(hand: Hand, name: str, folder: str) -> File | None:
    found = await there(hand, (path_of(name, folder) if folder else name,))
    return found[0] if len({one.path for one in found}) == 1 else None


async def _done(hand: Hand, command: str, name: str) -> str:
    say = hand.say(
        f"The program does not let me; doing it by the shell: {name}.",
        f"プログラムではできないので、シェルで行います: {name}",
    )
    view = await hand.shell(command, say)
    if view.error or FAILED.search(view.text):
        return ""
    return hand.say(
        f"I did it with {name} by the shell, since I could not do it in the program.",
        f"プログラムではできなかったため、シェルで {name} を処理しました。",
    )
