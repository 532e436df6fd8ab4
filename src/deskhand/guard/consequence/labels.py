"""What a label on a button, a link or a menu item means, in English and Japanese.

Two kinds of words: those that say it themselves (*Place order*, 注文を確定する), and those that only say yes (*OK*,
*Continue*, 次へ), which take their meaning from what stands around them.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, TypeAlias

from deskhand.guard.consequence import words
from deskhand.guard.interface import Consequence

Kind: TypeAlias = Literal["plain", "yes"]
LONGEST = 60
"""Characters of a label; what is longer is a text, and a text is no order to the machine."""

_MNEMONIC = re.compile(r"\s*[(（][_&]?[A-Za-z0-9][)）]\s*$")
_EDGES = re.compile(r"^[^\w$€£¥#@(（\[]+|[^\w%)）\]?]+$")
_COUNT = re.compile(r"\s*[(（\[]\s*\d+\s*[)）\]]\s*$")
_SHORTCUT = re.compile(r"\s+(ctrl|alt|shift|super|⌘)\s*\+\s*\S+$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Meaning:
    consequence: Consequence
    confidence: float
    kind: Kind = "plain"


@lru_cache(maxsize=4096)
def folded(text: str) -> str:
    """A label without what is no word of it: case, width, mnemonics, arrows, counts, dots."""
    text = unicodedata.normalize("NFKC", text).replace("_", " ").replace("\u200b", "")
    text = " ".join(text.split())
    text = _SHORTCUT.sub("", text)
    before = ""
    while text != before:
        before = text
        text = _EDGES.sub("", _COUNT.sub("", _MNEMONIC.sub("", text))).strip()
    return text.casefold().replace("’", "'")


_SIGNS: tuple[tuple[str, Consequence, float], ...] = (
    ("›»→➜▶►‹«←◀◄▲▼↑↓<>⌄⌃…⋮⋯☰≡🔍🏠⟳↻🔄ⓘ?", "navigate", 0.85),
    ("×✕✖✗", "navigate", 0.75),
    ("🗑❌", "delete", 0.75),
    ("❤♥♡👍👎✉➤🔁", "send", 0.7),
    ("★☆✎✏🖉+-−📎", "edit", 0.75),
    ("⚙🔧", "navigate", 0.8),
    ("💾", "save", 0.85),
    ("🛒", "navigate", 0.8),
)
"""Labels that are no words."""


def sign_of(label: str) -> Meaning | None:
    """What a label says that is one or two signs; None when it is words, or signs that nobody knows."""
    signs = [c for c in label if not c.isspace() and c not in "\ufe0f\u200d"]
    if not 0 < len(signs) <= 3:
        return None
    return next((Meaning(does, sure) for known, does, sure in _SIGNS if all(c in known for c in signs)), None)


@lru_cache(maxsize=4096)
def meaning_of(label: str) -> Meaning | None:
    """What the label says by itself; None when it says nothing that is known."""
    text = folded(label)
    if not text:
        return sign_of(label)
    if len(text) > LONGEST:
        return None
    for consequence, confidence, pattern in words.meanings():
        if pattern.fullmatch(text):
            return Meaning(consequence, confidence)
    if words.yes().fullmatch(text):
        return Meaning("edit", 0.4, "yes")
    return None
