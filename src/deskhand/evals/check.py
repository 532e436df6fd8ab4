"""Did it happen? The outcome of a task against its check, told as sentences about what is wrong."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from deskhand.desktop.interface import Window
from deskhand.evals.task import Check, FileCheck, ShellCheck, WindowCheck

_MOST = 200
"""Characters of a file that a sentence shows."""


def wrong(check: Check, *, status: str, answer: str, shared: Path, windows: Sequence[Window]) -> list[str]:
    """What is not as the task wants it; empty when all is."""
    found: list[str] = []
    if status not in check.status:
        found.append(f"the run ended as {status!r}, not as {' or '.join(map(repr, check.status))}")
    if check.answer is not None and not re.search(check.answer, answer, re.IGNORECASE):
        found.append(f"the answer {_shown(answer)} does not match {check.answer!r}")
    for file in check.files:
        found += _file(file, shared)
    for window in check.windows:
        found += _window(window, windows)
    return found


def printed(check: ShellCheck, output: str) -> list[str]:
    """What is not as wanted in the ``output`` of the check's command."""
    found: list[str] = []
    if not re.search(check.matches, output, re.MULTILINE):
        found.append(f"{check.command!r} prints {_shown(output)}, which does not match {check.matches!r}")
    return found + [f"{check.command!r} still prints {part!r}" for part in check.lacks if part in output]


def _file(check: FileCheck, shared: Path) -> list[str]:
    path = shared / check.path
    if not path.resolve().is_relative_to(shared.resolve()):
        return [f"{check.path} leads out of the shared folder"]
    if not check.exists:
        return [f"{check.path} is still there"] if path.exists() else []
    if check.folder:
        return [] if path.is_dir() else [f"there is no folder {check.path}"]
    if not path.is_file():
        return [
            f"there is no file {check.path}; there are: {', '.join(sorted(p.name for p in shared.iterdir())) or 'none'}"
        ]
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return [f"{check.path} is not UTF-8"]
    found: list[str] = []
    if check.equals is not None and text.removesuffix("\n") != check.equals.removesuffix("\n"):
        found.append(f"{check.path} holds {_shown(text)}, not {_shown(check.equals)}")
    found += [f"{check.path} lacks {part!r}: it holds {_shown(text)}" for part in check.contains if part not in text]
    found += [f"{check.path} still holds {part!r}" for part in check.lacks if part in text]
    if check.matches is not None and not re.search(check.matches, text, re.MULTILINE):
        found.append(f"{check.path} holds {_shown(text)}, which does not match {check.matches!r}")
    return found


def _window(check: WindowCheck, windows: Sequence[Window]) -> list[str]:
    hits = [
        w
        for w in windows
        if check.program.lower() in w.program.lower() and re.search(check.title, w.title, re.IGNORECASE)
    ]
    wanted = " ".join(filter(None, (check.program, f"titled {check.title!r}" if check.title else "")))
    if check.open and not hits:
        return [f"no window of {wanted} is open; open are: {', '.join(w.title for w in windows) or 'none'}"]
    if not check.open:
        return [f"a window of {wanted} is still open"] if hits else []
    if check.focused is not None and check.focused not in {w.focused for w in hits}:
        return [f"the window of {wanted} is {'not ' if check.focused else ''}in front"]
    return []


def _shown(text: str) -> str:
    return repr(text if len(text) <= _MOST else text[: _MOST - 1] + "…")
