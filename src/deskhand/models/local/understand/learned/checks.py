"""Whether the network's answer accounts for the whole instruction; if not, it is not trusted however sure it is.

A network is sure of itself where it knows nothing. So every quotation, file, key, address and number of the instruction
must fill a slot, every other word must be one that the book has for the acts answered (a slip of the finger aside), and
a *not* must have been understood as one. *Only the first*, *in red*, *on Friday* are caught by this, not by a probability.
"""

# ruff: noqa: E501
from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from deskhand.models.local.concepts import FOLDERS, KINDS, PROGRAMS, nearly
from deskhand.models.local.understand.atoms import Atoms
from deskhand.models.local.understand.learned.tokens import Token
from deskhand.models.local.understand.learned.wording import Act
from deskhand.models.local.understand.phrasebook import english, japanese
from deskhand.models.local.understand.phrasebook.forms import gerund
from deskhand.models.local.understand.phrasebook.pattern import lines, literals

_NOT = re.compile(
    r"\b(?:not|never|without|no|none|except|but\s+not|instead\s+of|rather\s+than|unless|avoid|other\s+than)\b|n't\b|\bdont\b"
    r"|ない(?:で|よう|まま)|ずに?(?:[、に]|$)|せず|以外|除い|代わり|禁止|だめ|ではなく|じゃなく",
    re.IGNORECASE,
)
_EXPLAINS = frozenset(
    ("close unsaved", "close window unsaved", "close all unsaved", "leave", "uncheck", "delete", "save", "rewrite", "close all",
     "close", "replace", "rename", "compute", "append", "copy file")
)  # fmt: skip
"""Acts in whose wordings a negation has a place: *I don't need it any more*, *is not ticked*, *instead*."""
_HARMLESS = re.compile(
    r"\b(?:don't|do\s+not|dont)\s+(?:forget|mind|worry)|\b(?:no\s+rush|don't\s+need|do\s+not\s+need|no\s+longer|not\s+needed|nothing\s+else|if\s+you\s+don't\s+mind|can't\s+do|isn't\s+needed)|くれない|もらえない|いただけない|くださいません|もらえません|くれません|いらない|要らない|使わない|必要ない|間違えないように|離せない|かわりに|代わりに",
    re.IGNORECASE,
)


_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?|[ァ-ヶー]+|[一-鿿々]")


@cache
def words() -> frozenset[str]:
    """What instructions of the book say outside their arguments, and what things are called."""
    return _common().union(*(words_of(key) for ways in (english.WAYS, japanese.WAYS) for key in ways))


@cache
def words_of(key: str) -> frozenset[str]:
    """The words of one entry of the book, in both languages."""
    found: set[str] = set()
    for ways in (english.WAYS, japanese.WAYS):
        for nodes, _ in lines(ways.get(key, "")):
            for text in literals(nodes):
                found.update(_WORD.findall(text.lower()))
                if text.isascii():
                    found.update(_WORD.findall(gerund(text.lower().strip() or "-")))
    return frozenset(found)


@cache
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


@cache
def _known(names: frozenset[str]) -> frozenset[str]:
    """Words that an instruction with these acts may have."""
    keys = {
        key
        for ways in (english.WAYS, japanese.WAYS)
        for key in ways
        if names & {"if" if part.startswith("if") else part for part in key.split("+")}
    }
    return _common().union(*(words_of(key) for key in keys))


def unexplained(found: Sequence[Token], spans: Sequence[tuple[int, int]], acts: Sequence[Act], atoms: Atoms) -> str:
    """The first words that nothing in the answer accounts for, or ""."""
    filled = {index for start, end in spans for index in range(start, end + 1)}
    names = {act.name for act in acts}
    known = _known(frozenset(names))
    for index, token in enumerate(found):
        if index in filled:
            continue
        if (atom := atoms.get(token.text)) is not None:
            return atom.raw
        text = token.text.lower()
        if re.fullmatch(r"\d+(?:[.,]\d+)*", text):
            if not _counts(found, index, names):
                return text
        elif re.fullmatch(r"[a-z]+(?:'[a-z]+)?", text):
            if text not in known and not _slip(text, known):
                return text
        elif re.fullmatch(r"[ァ-ヶー]+|[一-鿿々]", text) and text not in known:
            return text
    plain = "".join(
        " " if index in filled else f"{token.text} " if token.text.isascii() else token.text
        for index, token in enumerate(found)
    )
    plain = plain.replace(" ' ", "'")
    if _NOT.search(_HARMLESS.sub(" ", plain)) and not names & _EXPLAINS:
        return (_NOT.search(plain) or re.match("", plain))[0]  # type: ignore[index]
    return ""


def _slip(word: str, known: frozenset[str]) -> bool:
    """One slip of the finger away from a known word."""
    if len(word) < 5:
        return False
    swapped = (word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in range(len(word) - 1))
    return nearly(word, {name: name for name in known if name.isascii()}) is not None or any(
        name in known for name in swapped
    )


def _counts(found: Sequence[Token], index: int, names: set[str]) -> bool:
    """A number that numbers the steps, or belongs to a turn of speech (*1行ずつ*)."""
    before = found[index - 1].text.lower() if index else "\n"
    after = found[index + 1].text if index + 1 < len(found) else ""
    if after in (".", ")", ":", "．", "。") and before in ("\n", "step", "(", "順", ".", "。", ";", ","):
        return True
    if before in ("step", "順") or (before == "(" and after == ")"):
        return True
    if found[index].text == "1" and after in ("行", "つ"):
        return True
    return found[index].text == "2" and after == "回" and "double click" in names
