"""Whether a file is there, or says what it should, after a program was told to save it: seen is not saved.

Of 36 tasks on programs never met two exports were told as done of which no file came: one more dialog had been in the
way. Where a shell is offered, a look at the file costs less than half a second.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Sequence

from deskhand.models.local.behind.file import meant, named, text_of, there
from deskhand.models.local.behind.filing import ARCHIVE, as_filing
from deskhand.models.local.behind.members import listing, takes_out
from deskhand.models.local.hand import Hand, Stuck
from deskhand.models.local.memory import Memory
from deskhand.models.local.skills.commands.fit import SURE, fit
from deskhand.models.local.skills.commands.values import is_file
from deskhand.models.local.skills.paths import path_of
from deskhand.models.local.steps import DeleteFile, EditLine, ReplaceText, Save, Step, TypeText, UseCommand

KEEPING = 12
"""Seconds after which such a program has written what was typed."""
LATE = 1.0
"""Seconds after which is looked once more: programs may be late."""
_MAKES = re.compile(
    r"\b(?:export|save|convert|print|extract|merge)\w*|エクスポート|書き出|保存|変換|出力|抽出|結合", re.IGNORECASE
)
_EXPORTS = re.compile(r"\bexport\w*|エクスポート|書き出", re.IGNORECASE)
_FILE = re.compile(r"^/.+/[^/]+\.\w{1,5}$")


async def stamp(hand: Hand, step: Step) -> None:
    """Remember when the file behind the window was written, before the first command whose work is to be saved: some
    programs save at once, and then there is nothing left to save. Of what was typed the file's text tells more."""
    if hand.dialect.bash is not None and (path := file_made(step)):
        hand.unsaved.made = path, await _written(hand, path)
    first = isinstance(step, UseCommand) and hand.saves and not hand.unsaved.commands
    if hand.dialect.bash is None or not first or any(map(_tells, hand.unsaved.steps)):
        return
    file = await meant(hand)
    hand.unsaved.stamp = "" if file is None else file.path
    hand.unsaved.was = "" if file is None else await _written(hand, file.path)


def file_made(step: Step) -> str:
    """The file that a command makes, where it is told by its name alone."""
    if not isinstance(step, UseCommand) or not _EXPORTS.search(step.words):
        return ""
    files = [value for _, value in step.fields if isinstance(value, str) and is_file(value)]
    return path_of(files[0], "shared") if len(files) == 1 and "/" not in files[0] else ""


async def _written(hand: Hand, path: str) -> str:
    name = path.rpartition("/")[2]
    say = hand.say(f"Looking when {name} was written.", f"{name} の更新時刻を調べます。")
    return (await hand.reads(f"stat -c '%.Y %s' {shlex.quote(path)}", say)).text.strip()


async def prove(hand: Hand, step: Step) -> None:
    """Raises Stuck where the file that a step should have made is not there, or holds nothing of what was done, or was
    not written since."""
    if hand.dialect.bash is None:
        return
    if (
        isinstance(step, Save)
        and hand.unsaved.stamp
        and hand.unsaved.commands
        and not any(map(_tells, hand.unsaved.steps))
    ):
        await _was_written(hand)
    filing = as_filing(step, hand.wish) or step
    if isinstance(filing, DeleteFile):
        await _gone(hand, filing)
    if isinstance(step, UseCommand) and step.on is not None and is_file(step.on.name):
        to = [value for _, value in step.fields if isinstance(value, str) and value.startswith("/")]
        await _in_archive(hand, step.words, step.on.name, to)
    if isinstance(step, UseCommand):
        paths = [value for _, value in step.fields if isinstance(value, str) and _FILE.match(value)]
        if len(paths) == 1 and _MAKES.search(step.words):
            await _there(hand, paths[0])
        path, was = hand.unsaved.made
        if path and path == file_made(step):
            await _made_anew(hand, path, was)
    elif isinstance(step, Save):
        name = hand.memory.fill(step.name).strip()
        if name and (step.folder or name.startswith("/")):
            await _there(hand, path_of(name, step.folder))
        elif not name and not step.folder and any(map(_tells, hand.unsaved.steps)):
            await _holds(hand)


async def unwritten(hand: Hand) -> bool:
    """Whether the file that the window shows is as it was before the first command that changed it there."""
    stamp = hand.unsaved.stamp
    return bool(stamp) and await _written(hand, stamp) == hand.unsaved.was


async def _made_anew(hand: Hand, path: str, was: str) -> None:
    """Raises Stuck where a file that was there before is the same as it was: one more question may wait."""
    hand.unsaved.made = "", ""
    if not was[:1].isdecimal():
        return  # there was none; it may be in another folder
    for attempt in range(2):
        if await _written(hand, path) != was:
            return
        if not attempt:
            await hand.wait(LATE)
    name = path.rpartition("/")[2]
    raise Stuck(hand.say(f"I told the program to, but {name} was not written.", f"{name} は書き込まれていません。"))


async def keeps_itself(hand: Hand, step: Step) -> str:
    """The sentence for a program that has no command to save, where it has written the file since the first command:
    what was typed last is written a while later. "" for anything else."""
    if hand.dialect.bash is None or not isinstance(step, Save) or step.name or step.folder:
        return ""
    path = hand.unsaved.stamp
    if not path or not hand.unsaved.commands or await _written(hand, path) == hand.unsaved.was:
        return ""
    await hand.wait(KEEPING)
    last = hand.last_step
    told = [value for _, value in last.fields if isinstance(value, str)] if isinstance(last, UseCommand) else []
    name = path.rpartition("/")[2]
    for value in told:
        say = hand.say(f"Looking for it in {name}.", f"{name} に書かれたかを確認します。")
        if not (await hand.shell(f"grep -cF -- {shlex.quote(value)} {shlex.quote(path)}", say)).text.strip()[:1] > "0":
            return ""
    return hand.say(f"The program saves {name} by itself.", f"{name} はプログラムが自動で保存しています。")


async def _was_written(hand: Hand) -> None:
    """Raises Stuck where saving has not touched the file: a program may have asked, or have saved another."""
    for attempt in range(2):
        if await _written(hand, hand.unsaved.stamp) != hand.unsaved.was:
            return
        if not attempt:
            await hand.wait(LATE)
    name = hand.unsaved.stamp.rpartition("/")[2]
    raise Stuck(
        hand.say(
            f"I tried to save, but {name} was not written.", f"保存しようとしましたが、{name} は更新されていません。"
        )
    )


async def _gone(hand: Hand, step: DeleteFile) -> None:
    """A program may have asked once more, or have taken another one."""
    path = [path_of(step.name, step.folder)] if step.folder else []
    for attempt in range(2):
        if not await there(hand, tuple(path) or (step.name,)):
            return
        if not attempt:
            await hand.wait(LATE)
    raise Stuck(
        hand.say(
            f"I told the program to delete {step.name}, but the file is still there.",
            f"{step.name} を削除する操作をしましたが、ファイルはまだ残っています。",
        )
    )


async def _in_archive(hand: Hand, words: str, member: str, to: Sequence[str]) -> None:
    """What was to be deleted from an archive is in it no more, where the wish or the window names one; what was to be
    taken out lies in its folder."""
    if len(to) == 1 and takes_out(words) and not ARCHIVE.search(member):
        await _there(hand, f"{to[0].rstrip('/')}/{member}")
    if fit("delete", words) < SURE or ARCHIVE.search(member):
        return
    names = tuple(name for name in named(hand.wish) if ARCHIVE.search(name))
    found = await there(hand, names) if names else [file for file in [await meant(hand)] if file is not None]
    if len({file.path for file in found}) != 1 or not ARCHIVE.search(found[0].name):
        return
    lists = listing(found[0].path)
    for attempt in range(2):
        view = await hand.reads(lists, hand.say("Looking into the archive.", "書庫の中を確認します。"))
        if view.error or member not in view.text.splitlines():
            return
        if not attempt:
            await hand.wait(LATE)
    raise Stuck(
        hand.say(
            f"I told the program to delete {member}, but it is still in {found[0].name}.",
            f"{member} を削除する操作をしましたが、まだ {found[0].name} に入っています。",
        )
    )


async def _there(hand: Hand, path: str) -> None:
    name = path.rpartition("/")[2]
    say = hand.say(f"Looking whether {name} is there.", f"{name} ができたか確認します。")
    for attempt in range(2):
        # Many programs put their own ending behind a name, and some a number or the page before it.
        stem, dot, ending = path.rpartition(".") if "." in name else (path, "", "")
        either = f"{shlex.quote(path)} {shlex.quote(path)}.* {shlex.quote(stem)}*{dot}{shlex.quote(ending)}"
        view = await hand.reads(f"ls -d {either} 2>/dev/null | head -n 3", say)
        if path.rpartition(".")[0] in view.text or path in view.text:
            return
        if not attempt:
            await hand.wait(LATE)
    raise Stuck(
        hand.say(
            f"I went through the program's dialog, but there is no {name} where it should be.",
            f"プログラムの操作は終えましたが、{name} が見当たりません。",
        )
    )


async def _holds(hand: Hand) -> None:
    file = await meant(hand)
    if file is None or not file.is_plain:
        return
    for attempt in range(2):
        text = await text_of(hand, file)
        if text is None or holds(text, hand.unsaved.steps, hand.memory):
            return
        if not attempt:
            await hand.wait(LATE)
    raise Stuck(
        hand.say(
            f"I tried to save, but {file.name} does not hold the change.",
            f"保存しようとしましたが、{file.name} に変更が入っていません。",
        )
    )


def _tells(step: Step) -> bool:
    """Whether a step leaves something in the file that can be looked for."""
    return isinstance(step, TypeText | ReplaceText) or (isinstance(step, EditLine) and bool(step.text))


def _letters(text: str) -> str:
    """Programs write what was typed with signs and spaces of their own."""
    return "".join(filter(str.isalnum, text)) or "".join(text.split())


def holds(text: str, steps: Sequence[Step], memory: Memory) -> bool:
    """Whether a text has what the steps put into it, as far as each can be told by itself."""
    plain = _letters(text)
    for step in steps:
        match step:
            case TypeText() if step.into is None:
                if not all(_letters(line) in plain for line in memory.fill(step.text).splitlines()):
                    return False
            case ReplaceText(only=""):
                if step.new not in text or (step.old in text and step.old not in step.new):
                    return False
            case EditLine() if step.text and step.how not in ("upper", "lower"):
                if memory.fill(step.text).strip() not in text:
                    return False
            case _:
                pass
    return True
