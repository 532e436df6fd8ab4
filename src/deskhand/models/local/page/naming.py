# ruff: noqa: E501 - a pattern is read more easily in one line
"""Names in the words of an act: which kind of thing is meant, several names in a row, the bare name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from deskhand.models.local.counted import at
from deskhand.models.local.hand import Stuck
from deskhand.models.local.page.pane import GOOD
from deskhand.models.local.page.sheet import Kind, Thing
from deskhand.models.local.page.words import bare, quoted
from deskhand.vision.match import similarity

REFERS = re.compile(
    r"(?:it|that|this|them|(?:the|your|its|his|her|their|that|this) (?:\w+ )?(?:total|sum|result|answer|name|value|number|"
    r"amount|average|price|score|word|date|time|solution|difference|product|city|email|address|phone|\w+))",
    re.IGNORECASE,
)
LOOSE = 0.7
"""Of the boxes that are left, the one that looks most like the name is taken: short labels are misread."""
KINDS: tuple[tuple[str, tuple[Kind, ...]], ...] = (
    (r"check ?box(?:es)?", ("checkbox",)),
    (r"radio(?: button)?s?", ("radio",)),
    (r"text ?(?:box|field|input|area)|input(?: field| box)?|field|box", ("field", "area")),
    (r"drop ?down|list|menu", ("select",)),
    (r"button", ("button", "card", "shape")),
)

_WHERE = re.compile(
    r"(?<=\w)\s+(?:in|on|from|of|inside|under)\s+(?:its|the|this|that|their)\s+(?:\w+\s+)?"
    r"(?:menu|menu bar|list|chart|table|page|window|dialog|pop-?up|toolbar|bar|tree|panel|section|suggestions|results)$",
    re.IGNORECASE,
)
"""Where on the page a thing stands, which is no part of its name: "Honey in its menu"."""

_OF_NAME = re.compile(
    r"^(?:(?:chat|conversation|thread|e-?mail|mail|message|letter|profile|page|card|details|entry|row|item|photo|picture|song|film|book|note|post)"
    r"(?: (?:window|page|list))? (?:with|from|of|for|by|called|named|titled)|(?:folder|file|song|section|panel|chapter|contact|person|friend|user|country|city|town|word|seat)"
    r"(?: (?:called|named|titled))?) (?=[A-Z@\d])"
)
"""What a thing is, before its name: "the chat with Leo"."""


def kinds_of(what: str) -> tuple[Kind, ...]:
    lowered = re.sub(r"\"[^\"]*\"", "", what.lower())
    for pattern, kinds in KINDS:
        if re.search(rf"\b(?:{pattern})\b", lowered):
            return kinds
    return ()


def listed(what: str) -> list[str]:
    """The names in ``A, B and C``, or all that are quoted."""
    names = quoted(what)
    if names:
        return names
    return [bare(part) for part in re.split(r",\s*(?:and\s+)?|\s+and\s+", what) if bare(part)]


def best(things: Sequence[Thing], name: str) -> Thing | None:
    found = max(things, key=lambda thing: similarity(thing.text, name), default=None)
    return found if found is not None and similarity(found.text, name) >= GOOD else None


def plain_name(what: str) -> str:
    """The name in ``the cancel button``, ``button ONE``, ``on the link sed``."""
    text = re.sub(r"\"", "", what).strip(" .")
    text = re.sub(r"^(?:on\s+)?(?:the\s+|a\s+|an\s+)?", "", text, flags=re.I)
    text = _OF_NAME.sub("", text)
    text = re.sub(
        r"^(?:button|link|tab|checkbox|item|option|icon|radio button)\s+(?:labell?ed\s+|named\s+|called\s+)?",
        "",
        text,
        flags=re.I,
    )
    if not re.search(r"\"", what):
        text = _WHERE.sub("", text)
    return re.sub(r"\s+(?:button|link|tab|icon|option|item|checkbox)s?$", "", text, flags=re.I).strip()


def nth_of(things: Sequence[Thing], nth: int, what: str) -> Thing:
    if (found := at(things, nth)) is None:
        raise Stuck(f"I see {len(things)} of what should be the {what}.")
    return found
