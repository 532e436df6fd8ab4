"""From a command line to everything it would do, the worst first."""

from __future__ import annotations

import re

from deskhand.guard.shell import archives, files, wrappers
from deskhand.guard.shell.asking import only_asks
from deskhand.guard.shell.effects import SEVERITY, Command, Context, Effect
from deskhand.guard.shell.interpreters import local_program
from deskhand.guard.shell.parse import parse
from deskhand.guard.shell.programs import PROGRAMS
from deskhand.guard.shell.rehearsals import only_rehearses
from deskhand.guard.shell.syntax import Script, Simple, Word
from deskhand.guard.shell.tables import NAVIGATES, NOTHING, OBSERVES, SAVES

DEEPEST = 8
HARMLESS = Effect("observe", "does nothing that lasts", 0.9)
_ADDS = re.compile(r"--?(un)?install|--add-(extension|addon)|--remove-(extension|addon)|--load-extension")
"""Options by which programs of the desktop bring in parts of themselves: ``code --install-extension``."""
_VERSION = (("--help",), ("-h",), ("-help",), ("--version",), ("-V",), ("-version",), ("version",))
_EDITORS = frozenset({"vi", "vim", "nvim", "emacs", "ex"})
_LOADERS = frozenset({"PATH", "LD_PRELOAD", "LD_LIBRARY_PATH", "BASH_ENV", "ENV", "PROMPT_COMMAND", "PYTHONPATH"})
"""Variables that make a familiar name mean another program."""


def effects_of(text: str, context: Context | None = None) -> tuple[Effect, ...]:
    """What running ``text`` would do, the worst first; never empty."""
    context = context or Context()
    if context.depth > DEEPEST:
        return (Effect("edit", "nests commands deeper than can be followed", 0.1),)
    script = parse(text)
    found = _script(script, context)
    if script.broken:
        found.append(Effect("edit", "cannot be read as a shell command, so what it does is not known", 0.1))
    return ordered(found)


def ordered(found: list[Effect]) -> tuple[Effect, ...]:
    unique = list(dict.fromkeys(found)) or [HARMLESS]
    # An unsure effect may be anything: it stands before the sure harmless ones.
    unique.sort(key=lambda effect: -(SEVERITY[effect.consequence] if effect.confidence >= 0.5 else 3.5))
    return tuple(unique)


def _script(script: Script, context: Context) -> list[Effect]:
    context.functions |= script.functions
    found: list[Effect] = []
    for simple in script.commands:
        for name, _ in simple.sets:
            if name in _LOADERS:
                found.append(Effect("edit", f"sets {name}, which can make any command mean another", 0.4))
        for redirect in simple.redirects:
            found.extend(files.redirected(redirect, context))
        if simple.words:
            command = Command(
                simple.words[0].text, simple.words[1:], simple.redirects, simple.feed or _told(simple), simple.fed_by
            )
            found.extend(command_effects(command, simple.words[0], context))
            if command.name in ("cd", "pushd"):
                context.directory = went(command, context)
    return found


def command_effects(command: Command, word: Word, context: Context) -> list[Effect]:
    """What one command does, with whatever it starts in turn."""
    name = command.name.rsplit("/", 1)[-1] if command.name.startswith(("/bin/", "/usr/", "/sbin/")) else command.name
    if not word.known or (word.has_wildcard and name not in ("[", "[[")):
        return [Effect("edit", f"runs whatever {command.name or 'the words'} stands for", 0.2)]
    command = Command(name, command.words, command.redirects, command.feed, command.fed_by)
    if name in context.functions or name in NOTHING:
        return []
    inner = wrappers.WRAPPERS.get(name)
    if inner is not None:
        return inner(command, context)
    row = PROGRAMS.get(name)
    if row is not None:
        if only_rehearses(command):
            return [Effect("observe", f"only says what it would do ({name})", 0.9)]
        return row(command, context)
    if name in OBSERVES or command.texts in _VERSION:
        return [Effect("observe", f"looks ({name})", 0.95)]
    if name in NAVIGATES and any(_ADDS.match(text) for text in command.texts):
        return [Effect("install", f"adds or removes a part of {name}", 0.9)]
    if name in _EDITORS and any(text.startswith(("+", "-c", "-s", "--cmd", "-es")) for text in command.texts):
        return [Effect("edit", f"gives {name} commands of its own", 0.4)]
    if name in NAVIGATES:
        return [Effect("navigate", f"starts {name}", 0.9)]
    if name in SAVES:
        return archives.makes(command, context)
    asked = only_asks(command, known=False)
    return [asked] if asked is not None else local_program(command, context)


def went(command: Command, context: Context) -> str:
    """The folder after ``cd``; empty where it is not known."""
    words = command.operands()
    if not words:
        return "~"
    return context.resolved(words[0]) if words[0].known and words[0].text != "-" else ""


def _told(simple: Simple) -> str | None:
    """What the command before it in the pipeline writes, where that is plain: ``echo 'rm x' | sh``."""
    before = simple.fed_by
    if before is None or not before.words:
        return None
    name, words = before.words[0].text, before.words[1:]
    if name == "cat" and before.feed is not None and not words:
        return before.feed
    if name not in ("echo", "printf") or not all(word.known for word in words):
        return None
    return " ".join(word.text for word in words if not word.text.startswith("-")).replace("\\n", "\n") + "\n"
