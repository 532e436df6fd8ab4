"""One English clause: its verb, what it is done to, its values and its adverbs."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from deskhand.models.local.steps import Ref, Target
from deskhand.models.local.understand.atoms import Atoms
from deskhand.models.local.understand.roles.english.lexicon import opens, slip

_ARTICLE = re.compile(
    r"\b(?:the|a|an|my|our|your|its|their|some|this|that|these|those|please|just|it|them|whole|entire|of\s+mine)\b\s*",
    re.I,
)


@dataclass(slots=True)
class Clause:
    """What is said, with its words kept."""

    verb: str
    rest: str
    """Behind the verb, program and file taken out."""
    atoms: Atoms
    source: str
    on: Target | None = None
    values: list[tuple[str, str | Ref]] = field(default_factory=list[tuple[str, str | Ref]])


def verb_of(text: str) -> tuple[str, str] | None:
    """The verb that opens the clause, its particle joined to it, and the rest."""
    found = opens(text, behind=False)
    if found is None:
        first, _, rest = text.partition(" ")
        near = slip(first)
        return verb_of(f"{near} {rest}") if near is not None and rest else None
    verb, rest = " ".join(found[0].lower().split()), text[found.end() :].strip(" ,:")
    if verb in (
        "turn",
        "switch",
        "put",
        "take",
        "throw",
        "kick",
        "cut",
        "cross",
        "tick",
        "get",
        "set",
        "bring",
        "write",
        "fill",
        "roll",
        "zoom",
        "back",
        "pack",
        "split",
        "print",
        "speed",
        "slow",
        "line",
    ):
        if moved := re.fullmatch(r"(.+?)\s+(on|off|out|away|up|down|back|over|in)(?:\s+(?:again|please))?", rest, re.I):
            joined = f"{verb} {moved[2].lower()}"
            again = opens(joined, behind=False)
            if joined != "set on" and again is not None and again[0].lower() == joined:
                return joined, moved[1]
        if moved := re.fullmatch(r"(.+?)\s+(out|off)\s+(of\s+.+|from\s+.+)", rest, re.I):
            return ("take out" if verb in ("kick", "throw", "take", "get") else verb), f"{moved[1]} {moved[3]}"
    return verb, rest


def plain_words(text: str, atoms: Atoms) -> str:
    """Words of a command: without articles and marks."""
    text = _ARTICLE.sub("", atoms.plain(text))
    text = re.sub(r"\s+(?:in|on|to|of|from|with|as|and|by|for|at)\s*$", "", re.sub(r"\s+", " ", text).strip(" ,.:"))
    return re.sub(r"\s*,\s*", " ", text).strip(" ,.:").lower()
