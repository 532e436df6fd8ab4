"""What a command is done to: the second row, the line with Milk, the phone column, a file, a word in quotes."""

# ruff: noqa: E501
from __future__ import annotations

import re

from deskhand.models.local import concepts
from deskhand.models.local.steps import Target, TargetKind
from deskhand.models.local.understand.atoms import Atoms, any_of
from deskhand.models.local.understand.numbers import ORDINAL_EN, english_number, ordinal
from deskhand.models.local.understand.roles.english.kinds import THING, THINGS

QUOTED = any_of("quote", "command")
FILED = any_of("file")
_THE = r"(?:(?:the|my|our|this|that|its|these|those|a|an|all|both|only|just|whole|entire|very|selected|current)\s+)*"
_ORDINAL = rf"(?:{ORDINAL_EN}|top|bottom|final)"
_SAYS = r"(?:called|named|titled|labelled|labeled|with|containing|(?:that|which)\s+(?:says|contains|has|reads|holds|mentions|begins\s+with|starts\s+with|is\s+called)|saying|about|mentioning|starting\s+with|beginning\s+with|reading|of|where\s+it\s+says)"
_GENERIC = frozenset(
    [
        "text",
        "picture",
        "image",
        "document",
        "page",
        "table",
        "selection",
        "drawing",
        "photo",
        "title",
        "file",
        "list",
        "window",
        "archive",
        "letters",
        "font",
        "screen",
    ]
)
"""What the program shows anyway: said of the whole, nothing is selected for it."""


def thing(text: str, atoms: Atoms) -> Target | None:
    """The one thing that these words mean; None where they are words of a command."""
    text = re.sub(r"\s+", " ", text.strip(" ,."))
    if not text:
        return None
    if re.fullmatch(
        rf"{_THE}{FILED}(?:(?:\s*,\s*(?:and\s+)?|\s+and\s+){FILED})*(?:\s+(?:file|archive|document))?", text, re.I
    ):
        return Target("\n".join(atoms.plain(char) for char in re.findall(FILED, text)), "file")
    if found := re.fullmatch(rf"{_THE}(?:words?\s+|texts?\s+|letters?\s+)?({QUOTED})", text, re.I):
        return Target(atoms.plain(found[1]), "text")
    if found := re.fullmatch(rf"{_THE}({THING})s?\s+(?:number\s+|no\.?\s+)?(\d+)", text, re.I):
        return Target(kind=_kind(found[1]), nth=int(found[2]))
    if found := re.fullmatch(rf"{_THE}({_ORDINAL})(?:\s+(?!{THING})[\w-]+)?\s+({THING}|one)", text, re.I):
        return Target(kind=_kind(found[2]), nth=_nth(found[1]))
    if found := re.fullmatch(rf"{_THE}(?:word|words)\s+(\w[\w'-]*)", text, re.I):
        return Target(found[1], "text")
    if found := re.fullmatch(
        r"(?:cell\s+|column\s+)?([A-Z]{1,2}\d{1,4}(?::[A-Z]{1,2}\d{1,4})?|(?<=column )[A-Z]{1,2})", text
    ):
        return Target(found[1], "cell")
    if found := re.fullmatch(rf"{_THE}([\w-]+\s+)?({THING})s?\s+{_SAYS}\s+(?:it\s+)?(.+)", text, re.I):
        inner = re.sub(rf"^{_THE}(?:words?\s+|text\s+|name\s+)?", "", found[3], flags=re.I)
        name = atoms.plain(inner).strip(" .,")
        if concepts.key_name(name) is not None:
            return None
        if re.fullmatch(rf"(?:{THING})s?|here|there|mine", name):
            return None
        if 0 < len(name.split()) <= 8 and not re.search(r"\b(?:which|that|it|them)\b", name):
            return Target(name, _kind(found[2]))
    if found := re.fullmatch(
        rf"{_THE}({THING})\s+({QUOTED}|{FILED}|(?!I\b)[A-Z0-9][\w'&-]*(?:\s+(?!(?:and|or|is|was|to|as|in|on|from|with|I)\b)[\w'&:-]+){{0,5}})",
        text,
    ):
        return Target(atoms.plain(found[2]), _kind(found[1]))
    if found := re.fullmatch(
        rf"(?:the|my|that|this)\s+((?:[\w'&-]+|{QUOTED})(?:\s+(?!and\b)[\w'&-]+){{0,3}}?)\s+({THING})", text, re.I
    ):
        name = atoms.plain(found[1])
        if re.search(r"\b(?:in|into|to|on|of|from|with|for|a|an|the|and|by)\b", name, re.I):
            return None
        if name.lower() not in _PLAIN_WORDS and not re.search(rf"^(?:{_PLAIN_PATTERN})\b", name, re.I):
            return Target(name, _kind(found[2]))
    if found := re.fullmatch(rf"{QUOTED}(?:(?:\s*,\s*(?:and\s+)?|\s+and\s+){QUOTED})+", text):
        return Target("\n".join(atoms.plain(char) for char in re.findall(QUOTED, text)), "text")
    return None


_PLAIN_PATTERN = r"newest|oldest|latest|most\s+recent|recent|biggest|largest|smallest|cheapest|best|big|small|red|whole|entire|selected|current|new|other|text|open|active|right|left|upper|lower|next|previous|last|first|same|main|full|marked|all|background|status|tool|menu|side|side\s+by\s+side|empty|blank|header|heading|font|line|word|page|print|file|tab|row|column|cell|window|zoom"
_PLAIN_WORDS = frozenset(_PLAIN_PATTERN.split("|"))
"""Words before a noun that do not name one thing of many."""


def _kind(word: str) -> TargetKind | None:
    return THINGS.get(word.lower())


def _nth(word: str) -> int | None:
    return {"top": 1, "bottom": -1, "final": -1}.get(word.lower(), ordinal(word))


def number(text: str) -> int | None:
    """``three`` or ``3``."""
    return int(text) if text.isascii() and text.isdigit() else english_number(text)


def generic(target: Target, text: str) -> bool:
    """Whether it is the whole of what the program shows: ``the text``, ``the picture``."""
    return (not target.name and target.nth is None) or (
        text.lower().split()[-1] in _GENERIC and target.name.lower() in ("", "whole")
    )


def verbatim(text: str, atoms: Atoms) -> str:
    """Words to be written, as they were given: without quotation marks only where all of them are one quotation."""
    text = text.strip()
    return atoms.plain(text) if re.fullmatch(QUOTED, text) else atoms.restore(text)
