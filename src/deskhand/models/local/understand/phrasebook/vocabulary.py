"""The words of the book: what instructions say outside their arguments, and what things are called."""

from __future__ import annotations

import re
from functools import cache

from deskhand.models.local.concepts import FOLDERS, KINDS, PROGRAMS
from deskhand.models.local.understand.phrasebook import english, japanese
from deskhand.models.local.understand.phrasebook.forms import gerund
from deskhand.models.local.understand.phrasebook.pattern import lines, literals

_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?|[ァ-ヶー]+|[一-鿿々]")


@cache
def words() -> frozenset[str]:
    """All of them, in both languages."""
    return _common().union(*(_words_of(key) for ways in (english.WAYS, japanese.WAYS) for key in ways))


def _words_of(key: str) -> frozenset[str]:
    """The words of one entry of the book, in both languages."""
    found: set[str] = set()
    for ways in (english.WAYS, japanese.WAYS):
        for nodes, _ in lines(ways.get(key, "")):
            for text in literals(nodes):
                found.update(_WORD.findall(text.lower()))
                if text.isascii():
                    found.update(_WORD.findall(gerund(text.lower().strip() or "-")))
    return frozenset(found)


def _common() -> frozenset[str]:
    """Words that may stand in any instruction: how it opens, goes on and ends, and what things are called."""
    said = [*english.OPENING, *english.GERUND_OPENING, *english.CLOSING, *english.JOIN, *english.ASIDES]
    said += [*japanese.OPENING, *japanese.CLOSING, *japanese.SENTENCE_JOIN, *japanese.ENDINGS_TE, *japanese.ASIDES]
    said += [name for table in (PROGRAMS, FOLDERS, KINDS) for names in table.values() for name in names]
    said += [
        "u pls n r thx w called named labelled says saying there it that this same place times in is which from step",
        "手順 同場所回",
    ]
    return frozenset(word for text in said for word in _WORD.findall(text.lower()))
