"""Whether the network's answer accounts for the whole instruction; if not, it is not trusted however sure it is.

A network is sure of itself where it knows nothing. So every quotation, file, key, address and number of the instruction
must fill a slot, every other word must be one that instructions of the training had (a slip of the finger aside), and a
*not* must have been understood as one. *Only the first*, *in red*, *on Friday* are caught by this, not by a probability.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from deskhand.models.local.concepts import FOLDERS, KINDS, PROGRAMS, nearly
from deskhand.models.local.understand.atoms import Atoms
from deskhand.models.local.understand.learned.tokens import Token
from deskhand.models.local.understand.learned.wording import Act

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


@cache
def words() -> frozenset[str]:
    """What the training's instructions said outside their arguments, and what things are called."""
    text = files("deskhand.models.local.understand.learned").joinpath("words.txt").read_text(encoding="utf-8")
    found = set(text.split())
    for table in (PROGRAMS, FOLDERS, KINDS):
        for names in table.values():
            for name in names:
                found.update(re.findall(r"[a-z]+(?:'[a-z]+)?", name.lower()))
                found.update(re.findall(r"[ァ-ヶー]+|[一-鿿々]", name))
    return frozenset(found)


@cache
def _near() -> dict[str, str]:
    return {word: word for word in words() if word.isascii() and len(word) >= 5}


def unexplained(found: Sequence[Token], spans: Sequence[tuple[int, int]], acts: Sequence[Act], atoms: Atoms) -> str:
    """The first words that nothing in the answer accounts for, or ""."""
    filled = {index for start, end in spans for index in range(start, end + 1)}
    names = {act.name for act in acts}
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
            if text not in words() and not _slip(text):
                return text
        elif re.fullmatch(r"[ァ-ヶー]+|[一-鿿々]", text) and text not in words():
            return text
    plain = "".join(" " if index in filled else f"{token.text} " if token.text.isascii() else token.text for index, token in enumerate(found))
    plain = plain.replace(" ' ", "'")
    if _NOT.search(_HARMLESS.sub(" ", plain)) and not names & _EXPLAINS:
        return (_NOT.search(plain) or re.match("", plain))[0]  # type: ignore[index]
    return ""


def _slip(word: str) -> bool:
    """One slip of the finger away from a known word."""
    return len(word) >= 5 and (nearly(word, _near()) is not None or any(
        word[:at] + word[at + 1] + word[at] + word[at + 2 :] in words() for at in range(len(word) - 1)
    ))  # fmt: skip


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
