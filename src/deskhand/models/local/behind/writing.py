"""The command that makes one text of another, with no more of it than what changes.

What stands around the change is somebody's content, often full of orders to people. A command that repeats all of it is
hard to judge for whoever is asked about it, and the guard holds it for an act that serves those words.
"""

from __future__ import annotations

import difflib
import re
import shlex
from collections.abc import Sequence

from deskhand.models.local.steps import ReplaceText, Step

MOST = 40
"""Lines that are changed one by one; more are written anew with all the rest."""


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
        if any(line[:1].strip() == "" for line in new[start:end]):
            return []  # the editor of streams drops what is empty or begins with a space
        text = "\\n".join(_put(line) for line in new[start:end])
        if how == "delete":
            script.append(f"{first + 1},{last}d")
        elif how == "insert" and first == 0:
            script.append(f"1i\\{text}")
        elif how == "insert":
            script.append(f"{first}a\\{text}")
        else:
            script += [f"{first + 1},{last}c\\{text}"] if last - first == 1 or end - start == 1 else []
            if not (last - first == 1 or end - start == 1):
                return []
    return script if len(script) <= MOST else []


def _searched(text: str) -> str:
    return re.sub(r"([\\.\[\]*^$/])", r"\\\1", text)


def _put(text: str) -> str:
    return re.sub(r"([\\&/])", r"\\\1", text)
