"""Values and entries of a text, with where they stand in it, and how a person's words are held against their names."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from deskhand.models.local.behind.held.called import roles


def as_is(text: str) -> str:
    return text


@dataclass(frozen=True, slots=True)
class Slot:
    """One value that has a name: `volume` of `[headset]`, the title of a paper, somebody's telephone number."""

    labels: tuple[str, ...]
    """What it is called."""
    start: int
    end: int
    """Where the value stands, without quotes and marks."""
    of: tuple[str, ...] = ()
    """The names of what it belongs to: a section, a person, a note."""
    put: Callable[[str], str] = as_is
    """How a text is written there."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A note, a section, a person, an appointment: what can be added to, renamed, or taken out whole."""

    names: tuple[str, ...]
    start: int
    end: int
    body: tuple[int, int] | None = None
    """Where its text stands; None where it has none."""
    title: Slot | None = None
    """Where its name stands."""
    of: tuple[str, ...] = ()
    """The names of what it lies in."""
    longer: Callable[[str, str], str] | None = None
    """Its text with one more line at the end."""
    depth: int = 0


@dataclass(slots=True)
class Held:
    text: str
    slots: list[Slot] = field(default_factory=list[Slot])
    entries: list[Entry] = field(default_factory=list[Entry])
    escape: Callable[[str], str] = as_is
    """How a text is written between marks."""

    def value(self, slot: Slot) -> str:
        return self.text[slot.start : slot.end]


def plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


_AROUND = re.compile(r"^(?:the|a|an|my|its)\s+|\s*(?:'s|さん|様|氏)$")
_KIND = re.compile(
    r"^(?:section|note|node|page|chapter|heading|line|entry|item|field|key|value|task|contact|event|appointment|group|subtitle|number)\s+"
    r"|\s+(?:section|note|node|page|chapter|heading|line|entry|item|field|key|value|column|setting|task|contact|event|"
    r"appointment|group)$"
    r"|^(?:節|メモ|ノート|ノード|ページ|章|見出し|行|項目|セクション|予定|連絡先|字幕)\s*|(?:の?(?:節|メモ|ノート|ノード|ページ|章|見出し|行|欄|項目|セクション|予定|値))$"
)
_QUOTES = " \t\"'“”「」『』[]<>*`:："


def bare(name: str) -> str:
    """A name without the words for what kind of thing it is: “the note "Thursday"” is Thursday."""
    said = plain(name)
    for _ in range(3):
        short = _KIND.sub("", _AROUND.sub("", said.strip(_QUOTES))).strip(_QUOTES)
        if short == said or not short:
            break
        said = short
    return said


def same(one: str, other: str) -> bool:
    return bool(one.strip()) and (plain(one) == plain(other) or bare(one) == bare(other))


def mentions(said: str, name: str) -> bool:
    """Whether a wish has the name as words of its own."""
    wanted = bare(name)
    if not wanted or (wanted.isascii() and len(wanted) < 2 and not wanted.isdigit()):
        return False
    edge = r"(?<![a-z0-9_])", r"(?![a-z0-9_])"
    return re.search(f"{edge[0]}{re.escape(wanted)}{edge[1]}", plain(said)) is not None


EXACT, BY_ROLE, AMONG = 100, 10, 5


def fits(label: str, slot: Slot) -> int:
    """How well a said label is the slot's; 0: not at all."""
    wanted = bare(label)
    best = 0
    for one in slot.labels:
        if same(label, one):
            return EXACT
        name = bare(one)
        if len(name) > 2 and len(wanted) > 2 and (mentions(label, one) or mentions(one, label)):
            best = max(best, AMONG)
    shared = roles(label) & frozenset(role for one in slot.labels for role in roles(one))
    return max(best, BY_ROLE * len(shared))


def unique(starts: Iterable[int]) -> bool:
    return len(set(starts)) == 1
