"""The command that makes one text of another, with no more of it than what changes.

What stands around the change is somebody's content, often full of orders to people. A command that repeats all of it is
hard to judge for whoever is asked about it, and the guard holds it for an act that serves those words.
"""

from __future__ import annotations

import difflib
import re
import shlex
from collections.abc import Sequence

from deskhand.models.local.behind.file import File
from deskhand.models.local.hand import Hand
from deskhand.models.local.steps import ReplaceText, Step

AROUND = 12
"""Letters beside what comes in anew."""
MOST = 40
"""Lines that are changed one by one; more are written anew with all the rest."""


def begun(hand: Hand, file: File) -> str:
    """What is said before the file itself is changed."""
    return hand.say(
        f"The program does not let me; changing {file.name} itself.",
        f"プログラムではできないので、{file.name} そのものを変更します。",
    )


def written(hand: Hand, file: File) -> str:
    """The sentence for a file that was read back as it should be; saves of it are passed over from now on."""
    hand.unsaved.written = file.path
    return hand.say(
        f"I wrote it into the file {file.name} itself, since I could not do it in the program: "
        "its window may show the old text until the file is opened again.",
        f"プログラムではできなかったため、ファイル {file.name} に直接書き込みました。"
        "開き直すまで、ウィンドウには元の内容が表示されることがあります。",
    )


def command(before: str, after: str, steps: Sequence[Step], path: str) -> str:
    """A shell command after which the file at ``path`` holds ``after`` in place of ``before``."""
    file = shlex.quote(path)
    only = steps[-1] if len(steps) == 1 else None
    if isinstance(only, ReplaceText) and not only.only and "\n" not in only.old + only.new:
        return f"sed -i {shlex.quote(substitution(only.old, only.new))} {file}"
    if after.startswith(before) and before.endswith("\n"):
        return f"printf '%s' {shlex.quote(after[len(before) :])} >> {file}"
    script = _lines_changed(before, after)
    if script and before.endswith("\n") and after.endswith("\n"):
        return f"sed -i {' '.join(f'-e {shlex.quote(one)}' for one in script)} {file}"
    return f"printf '%s' {shlex.quote(after)} > {file}"


def substitution(old: str, new: str) -> str:
    """What `sed` is told to put one text for another, wherever it stands."""
    return f"s/{_searched(old)}/{_put(new)}/g"


def _lines_changed(before: str, after: str) -> list[str]:
    """The lines that go, come or become others, by their numbers in the text as it was; [] where they are too many."""
    old, new = before.removesuffix("\n").split("\n"), after.removesuffix("\n").split("\n")
    script: list[str] = []
    for how, first, last, start, end in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if how == "equal":
            continue
        both = min(last - first, end - start)
        script += [_within(first + at + 1, old[first + at], new[start + at]) for at in range(both)]
        rest = [_put(line) for line in new[start + both : end]]
        if first + both < last:
            script.append(f"{first + both + 1},{last}d")
        elif rest and first + both == 0:
            script.append("1s/^/" + "".join(f"{line}\\n" for line in rest) + "/")
        elif rest:
            script.append(f"{first + both}s/$/" + "".join(f"\\n{line}" for line in rest) + "/")
    return script if len(script) <= MOST else []


def _within(number: int, old: str, new: str) -> str:
    """One line made another by the part of it that differs, with as much around it as tells where in the line."""
    start = _alike(old, new)
    while start and old[start - 1].isalnum() and len(old) - start < AROUND + len(old) // 2:
        start -= 1
    end = _alike(old[start:][::-1], new[start:][::-1])
    if len(old) - end == start:  # only something more: what stands beside it says where
        start, end = max(0, start - AROUND), end if start else max(0, end - AROUND)
    part, put = old[start : len(old) - end], new[start : len(new) - end]
    at, count = old.find(part) if part else -1, 1
    while 0 <= at < start:
        at, count = old.find(part, at + len(part)), count + 1
    if at != start:
        return f"{number}s/^.*$/{_put(new)}/"
    return f"{number}s/{_searched(part)}/{_put(put)}/{count if count > 1 else ''}"


def _alike(one: str, other: str) -> int:
    """How many letters at their beginning are the same."""
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _searched(text: str) -> str:
    return re.sub(r"([\\.\[\]*^$/])", r"\\\1", text).replace("\r", "\\r")


def _put(text: str) -> str:
    return re.sub(r"([\\&/])", r"\\\1", text).replace("\r", "\\r")
