"""What one command does, as a value, and what is known while it is being read."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass, field

from deskhand.guard.interface import Consequence
from deskhand.guard.shell.syntax import Redirect, Simple, Word

_ORDER: tuple[Consequence, ...] = (
    "observe", "navigate", "edit", "save", "settings", "delete", "leave", "install", "accept", "sign_in", "send", "pay",
)  # fmt: skip
SEVERITY: Mapping[Consequence, int] = {name: rank for rank, name in enumerate(_ORDER)}
"""From the harmless to what no apology brings back. Where an act does several things it is named by the worst."""


@dataclass(frozen=True, slots=True)
class Effect:
    consequence: Consequence
    words: str
    """What happens, after “this”: ``deletes notes.txt``."""
    confidence: float = 0.95
    path: str = ""
    host: str = ""


@dataclass(slots=True)
class Context:
    """What is known around a command. One per line; later commands see what earlier ones did."""

    directory: str = "~"
    files: Mapping[str, bool] = field(default_factory=dict[str, bool])
    """Whether a file is there, by its path as `resolved` has it; what is not in it is not known."""
    texts: Mapping[str, str] = field(default_factory=dict[str, str])
    """What stands in scripts that a command would run, by path."""
    reach: tuple[str, ...] = ()
    """What the gateway lets through: ``example.com``, ``*.example.org``."""
    own: set[str] = field(default_factory=set[str])
    """Files that the run itself has made: writing over these destroys nothing of the person's."""
    downloaded: set[str] = field(default_factory=set[str])
    """Files that came over the network."""
    functions: set[str] = field(default_factory=set[str])
    depth: int = 0
    """How many commands inside of commands this one is."""

    def resolved(self, word: Word | str) -> str:
        """The path as policies have it: from the root, or from ``~``."""
        text = word if isinstance(word, str) else word.text
        if not text or "://" in text:
            return text
        for home in ("$HOME", "${HOME}", "/home/user", "/root"):
            if text == home or text.startswith(home + "/"):
                text = "~" + text[len(home) :]
        if isinstance(word, Word) and not word.known and text.startswith(("$", "`")):
            return text
        if text == "~" or text.startswith(("/", "~/")):
            return _normal(text)
        return _normal(posixpath.join(self.directory, text)) if self.directory else _normal(text)

    def exists(self, word: Word | str) -> bool | None:
        return self.files.get(self.resolved(word))

    def covers(self, host: str) -> bool:
        """Whether the gateway lets this host through."""
        return any(
            rule == "*" or host == rule or (rule.startswith("*.") and host.endswith(rule[1:])) for rule in self.reach
        )


@dataclass(frozen=True, slots=True)
class Command:
    """One simple command as a program's row of the table gets it: without ``sudo``, ``env`` and the like."""

    name: str
    words: tuple[Word, ...]
    """Its arguments, the name left out."""
    redirects: tuple[Redirect, ...] = ()
    feed: str | None = None
    fed_by: Simple | None = None

    @property
    def texts(self) -> tuple[str, ...]:
        return tuple(word.text for word in self.words)

    def has(self, *options: str) -> bool:
        """Whether one of the options is there: ``-r`` also inside ``-xrf``, ``--force`` also as ``--force=…``."""
        for text in self._options():
            for option in options:
                if option.startswith("--") or len(option) > 2:
                    if text == option or text.startswith(option + "="):
                        return True
                elif text.startswith("-") and not text.startswith("--") and option[1] in text[1:]:
                    return True
        return False

    def value(self, *options: str) -> Word | None:
        """What stands behind an option: ``-o file``, ``-ofile``, ``--output=file``."""
        for index, word in enumerate(self.words):
            for option in options:
                if word.text == option and index + 1 < len(self.words):
                    return self.words[index + 1]
                if option.startswith("--") and word.text.startswith(option + "="):
                    return Word(word.text[len(option) + 1 :], word.known, word.quoted)
                if len(option) == 2 and word.text.startswith(option) and len(word.text) > 2 and option[1] != "-":
                    return Word(word.text[2:], word.known, word.quoted)
        return None

    def operands(self, *with_value: str) -> tuple[Word, ...]:
        """The arguments that are no options; ``with_value`` names those options whose next word belongs to them."""
        found: list[Word] = []
        skip = ended = False
        for word in self.words:
            if skip:
                skip = False
            elif ended or not word.text.startswith("-") or word.text == "-":
                found.append(word)
            elif word.text == "--":
                ended = True
            elif word.text in with_value:
                skip = True
        return tuple(found)

    def _options(self) -> tuple[str, ...]:
        texts: list[str] = []
        for word in self.words:
            if word.text == "--":
                break
            if word.text.startswith("-"):
                texts.append(word.text)
        return tuple(texts)


def named(words: tuple[Word, ...], limit: int = 3) -> str:
    """Some paths in a sentence."""
    told = ", ".join(word.text or "''" for word in words[:limit])
    more = len(words) - limit
    return f"{told} and {more} more" if more > 0 else told


def _normal(path: str) -> str:
    normal = posixpath.normpath(path)
    return normal[1:] if normal.startswith("//") else normal
