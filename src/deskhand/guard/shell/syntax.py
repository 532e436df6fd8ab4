"""A command line taken apart, as values: words, redirections, simple commands."""

from __future__ import annotations

from dataclasses import dataclass

_GLOB = frozenset("*?[")


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a command after quotes are taken off."""

    text: str
    known: bool = True
    """False where a part of it is known only when it runs: a variable, a substitution, a brace expansion."""
    quoted: bool = False
    """Some of it stood in quotes: a wildcard in it may be none."""

    @property
    def has_wildcard(self) -> bool:
        return not self.quoted and any(c in _GLOB for c in self.text)


@dataclass(frozen=True, slots=True)
class Redirect:
    operator: str
    """``>``, ``>>``, ``<``, ``&>`` …"""
    target: Word


@dataclass(frozen=True, slots=True)
class Simple:
    """One simple command."""

    words: tuple[Word, ...]
    redirects: tuple[Redirect, ...] = ()
    sets: tuple[tuple[str, Word], ...] = ()
    """Variables that are set for it, or for good where there are no words."""
    feed: str | None = None
    """What it reads from its standard input, where that stands in the line itself."""
    fed_by: Simple | None = None
    """The command before it in its pipeline."""


@dataclass(frozen=True, slots=True)
class Script:
    commands: tuple[Simple, ...]
    functions: frozenset[str] = frozenset()
    broken: bool = False
    """The grammar could not make sense of some of it."""
