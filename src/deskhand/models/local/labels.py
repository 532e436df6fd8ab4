"""Other names for what an instruction names: the screen may say "Save As…" where the person says 名前を付けて保存.

An English desktop and a Japanese instruction share no letters, so text matching alone finds nothing. A table of some
two hundred concepts does what a 91 MB embedder did worse (12 to 16 of 20 labels across the two languages).
"""

from __future__ import annotations

import functools
from dataclasses import dataclass
from importlib import resources
from typing import Literal

from deskhand.models.local.concepts import PROGRAMS
from deskhand.vision.folding import fold

Language = Literal["en", "ja"]


@dataclass(frozen=True, slots=True)
class Concept:
    english: tuple[str, ...]
    japanese: tuple[str, ...]

    @property
    def names(self) -> tuple[str, ...]:
        return self.english + self.japanese


@functools.cache
def concepts() -> tuple[Concept, ...]:
    """The table, in the order of the file."""
    text = resources.files(__package__).joinpath("labels.txt").read_text(encoding="utf-8")
    rows = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    halves = [line.partition("|") for line in rows]
    return tuple(Concept(_names(english), _names(japanese)) for english, _, japanese in halves)


@functools.cache
def _index() -> dict[str, tuple[Concept, ...]]:
    index: dict[str, tuple[Concept, ...]] = {}
    for concept in concepts():
        for name in concept.names:
            index[_key(name)] = (*index.get(_key(name), ()), concept)
    return index


def other_names(name: str) -> tuple[str, ...]:
    """What else the thing may be called on a screen, both languages, without ``name`` itself; usual names first."""
    found: dict[str, None] = {}
    for concept in _index().get(_key(name), ()):
        for other in concept.names:
            if _key(other) != _key(name):
                found[other] = None
    return tuple(found)


def program_names(name: str) -> tuple[str, ...]:
    """Every name of a program, as a title or a menu may show it; ``name`` first."""
    lowered = name.lower()
    for concept, names in PROGRAMS.items():
        if lowered == concept or lowered in names:
            return tuple(dict.fromkeys((concept.title(), name, *names, *other_names(concept))))
    return tuple(dict.fromkeys((name, *other_names(name))))


def spoken(name: str, language: Language) -> str:
    """The usual name in the language of the conversation; the name itself where the table has none."""
    if (name.isascii() and language == "en") or (not name.isascii() and language == "ja"):
        return name
    for concept in _index().get(_key(name), ()):
        names = concept.english if language == "en" else concept.japanese
        if names:
            return names[0]
    return name


def _names(half: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in half.split(",") if name.strip())


def _key(name: str) -> str:
    return fold(name.rstrip(" .…:：")).letters
