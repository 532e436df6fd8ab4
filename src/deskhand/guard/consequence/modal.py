"""What is typed into vi and its like: text while it inserts, letters that edit, and after a colon commands."""

from __future__ import annotations

import re

from deskhand.guard.consequence.guess import Guess
from deskhand.guard.shell import Context, effects_of
from deskhand.guard.shell.files import written
from deskhand.guard.shell.syntax import Word

NAMES = frozenset({"vi", "vim", "nvim", "vim.basic", "vim.tiny", "vim.nox", "view", "ex", "vimdiff", "gvim", "elvis"})
_INSERTS = re.compile(r"-- ?(INSERT|REPLACE|挿入|置換)", re.IGNORECASE)
_RANGE = re.compile(r"^[\d.,$%'<>+-]*\s*")
_GIVES_UP = re.compile(r"^(q(a|all|uit|uitall)?|bd(elete)?|cq(uit)?|bw(ipeout)?|close|tabc(lose)?|e(dit)?|en(ew)?)!")
_WRITES = re.compile(r"^(w|write|wq|wqa|wqall|wa|wall|x|xa|xit|exit|up|update|sav|saveas)(!?)(?:\s+(?!>>|!)(\S+))?$")
_RUNS_CODE = re.compile(
    r"^(so(urce)?|py\w*|lua\w*|ruby\w*|perl\w*|tcl\w*|exe\w*|call|let|au\w*|ter(minal)?|make|mak)\b"
)
_DELETES = re.compile(r"\bdelete\(|\bsystem\(|\brename\(")


def typed(text: str, lines: tuple[str, ...]) -> Guess:
    """``text`` as it ends in a Return, or as keys when it does not begin with a colon."""
    if any(_INSERTS.search(line) for line in lines[-4:]):
        return Guess("edit", 0.92, ("the editor inserts",), "writes into the text")
    colon = text.rfind(":")
    if colon >= 0:
        return _command(_RANGE.sub("", text[colon + 1 :].strip()))
    if text.strip().endswith("ZQ"):
        return Guess("delete", 0.85, ("`ZQ` ends without saving",), "gives up what was not saved")
    if text.strip().endswith("ZZ"):
        return Guess("save", 0.9, words="saves and ends")
    return Guess("edit", 0.85, words="edits the text or goes about in it")


def _command(said: str) -> Guess:
    if said.startswith("!") or (said[:1] in "rw" and re.match(r"^(r|read|w|write)\s*!", said)):
        worst = effects_of(said.partition("!")[2], Context())[0]
        return Guess(worst.consequence, worst.confidence, (worst.words,), worst.words)
    if _GIVES_UP.match(said):
        return Guess("delete", 0.88, (f"`:{said}` gives up what was not saved",), "gives up what was not saved")
    writes = _WRITES.match(said)
    if writes is not None and writes[3]:
        effect = written(Word(writes[3]), Context())
        return Guess("delete" if writes[2] else effect.consequence, 0.8, (effect.words,), effect.words)
    if writes is not None:
        return Guess("save", 0.92, words="saves the file that is open")
    if _RUNS_CODE.match(said) or _DELETES.search(said):
        return Guess("edit", 0.4, (f"`:{said[:40]}` may do anything",))
    return Guess("edit", 0.85, (f"the editor's command `:{said[:40]}`",), "is a command of the editor")
