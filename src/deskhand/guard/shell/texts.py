"""Commands that read texts and look for files, and the options that make writers of them."""

from __future__ import annotations

import re
from collections.abc import Mapping

from deskhand.guard.shell.effects import Command, Context, Effect
from deskhand.guard.shell.files import STARTS, Row, holds_secret, reads_secret, written
from deskhand.guard.shell.inner import rest_effects
from deskhand.guard.shell.syntax import Word

_NAMES_SECRET = re.compile(r"token|secret|pass|api.?key|credential|private.?key|_KEY\b|AWS_", re.IGNORECASE)
_CUTS = re.compile(r"^\s*[\d$,~+]*(/[^/]*/)?(,[\d$~+]*(/[^/]*/)?)?\s*!?\s*[dQ]\s*(;|$)")
"""A script that deletes lines: ``1,5d``, ``/x/d``."""


def _reads(command: Command, context: Context) -> list[Effect]:
    secret = [
        reads_secret(context.resolved(word))
        for word in command.words
        if not word.text.startswith("-") and holds_secret(context.resolved(word))
    ]
    return secret or [Effect("observe", f"looks ({command.name})", 0.95)]


def _greps(command: Command, context: Context) -> list[Effect]:
    """Looking for words; the words of secrets in variables or settings bring these to light."""
    before = command.fed_by.words[0].text if command.fed_by is not None and command.fed_by.words else ""
    wanted = next(iter(command.operands("-e", "-f", "-m", "-A", "-B", "-C")), None)
    given = command.value("-e") or wanted
    hidden = before in ("env", "printenv", "set", "export") or command.has("-r", "-R")
    if given is not None and hidden and _NAMES_SECRET.search(given.text):
        return [Effect("sign_in", f"looks for secrets ({command.name} {given.text})", 0.7)]
    return _reads(command, context)


def _finds(command: Command, context: Context) -> list[Effect]:
    where = next((word.text for word in command.words if not word.text.startswith("-")), ".")
    found: list[Effect] = []
    for index, word in enumerate(command.words):
        match word.text:
            case "-delete":
                found.append(Effect("delete", f"deletes what it finds in {where}", 0.97, context.resolved(where)))
            case "-exec" | "-execdir" | "-ok" | "-okdir":
                rest = command.words[index + 1 :]
                end = next((i for i, part in enumerate(rest) if part.text in (";", "+")), len(rest))
                found.extend(rest_effects(rest[:end], context))
            case "-fprint" | "-fprintf" | "-fls" if index + 1 < len(command.words):
                found.append(written(command.words[index + 1], context))
    return found or [Effect("observe", f"looks for files in {where}", 0.95)]


def _fd(command: Command, context: Context) -> list[Effect]:
    """`fd` and its like, which may start a command for what they find."""
    for index, word in enumerate(command.words):
        if word.text in ("-x", "-X", "--exec", "--exec-batch"):
            return rest_effects((*command.words[index + 1 :], Word("{}")), context)
    return [Effect("observe", "looks for files", 0.95)]


def _sed(command: Command, context: Context) -> list[Effect]:
    inplace = command.has("-i") or command.has("--in-place")
    scripts = [word.text for word in command.words if not word.text.startswith("-")][:1]
    if any(re.search(r"(^|[;}\d$/])\s*[we]\s+\S|/[gpIi0-9]*[we](\s|$)", script) for script in scripts):
        return [Effect("edit", "is a sed script that writes files or runs commands", 0.4)]
    if not inplace:
        return _reads(command, context)
    named_files = command.operands("-e", "-f", "--expression", "--file")
    files = named_files if command.value("-e", "--expression") else named_files[1:]
    effects: list[Effect] = []
    for word in files:
        path = context.resolved(word)
        kind = Effect("settings", f"changes {word.text}, which other programs obey", 0.9, path)
        cuts = (command.has("-n") or any(_CUTS.search(script) for script in scripts)) and path not in context.own
        change = Effect("delete", f"deletes lines of {word.text}", 0.85, path)
        if not cuts:
            change = Effect("save", f"changes {word.text} in place", 0.85, path)
        effects.append(kind if STARTS.search(path) else change)
    return effects or [Effect("save", "changes files in place", 0.8)]


def _awk(command: Command, context: Context) -> list[Effect]:
    program = next((word.text for word in command.operands("-F", "-v", "-f")), "")
    named_files = re.findall(r"(>>?)\s*\"([^\"$]+)\"", program)
    rest = re.sub(r">>?\s*\"[^\"$]+\"", "", program)
    if "system(" in rest or re.search(r"\|\s*(getline|\")|(?<![<>=])>\s*\(?\$|\|&", rest) or command.has("-f", "-i"):
        return [Effect("edit", "is an awk program that runs commands or writes files", 0.4)]
    found = [written(Word(name), context, append=arrow == ">>") for arrow, name in named_files]
    return [*found, *_reads(command, context)]


def _tee(command: Command, context: Context) -> list[Effect]:
    append = command.has("-a", "--append")
    return [written(word, context, append=append) for word in command.operands()]


def _reads_and_may_save(command: Command, context: Context) -> list[Effect]:
    target = command.value("-o", "--output")
    return [*_reads(command, context), *([written(target, context)] if target is not None else [])]


ROWS: Mapping[str, Row] = {
    **dict.fromkeys(("cat", "head", "tail", "less", "more", "strings", "xxd", "od", "base64"), _reads),
    **dict.fromkeys(("grep", "egrep", "fgrep", "rg", "ag", "ack"), _greps),
    **dict.fromkeys(("sort", "tree", "uniq"), _reads_and_may_save),
    **dict.fromkeys(("awk", "gawk", "mawk", "nawk"), _awk),
    "find": _finds,
    **dict.fromkeys(("fd", "fdfind"), _fd),
    "sed": _sed,
    "tee": _tee,
}
