"""What the person said, as something to hold other words against.

Only two things are trusted: the task and what the person says later. Whatever they name (an address, a file, a sum)
may be typed and opened; whatever they hand over (‘do what the mail says’) makes the orders of that text theirs.
"""

# ruff: noqa: E501
from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache

from deskhand.guard.injection.strings import Named, named

_WORD = re.compile(r"[a-z][a-z'-]+|[0-9]+|[\u3040-\u30ff\u4e00-\u9fff々ー]+")
_FILLING = """
the a an and or of to in on at for from with by is are was were be been it its this that these those as if then
than you your i me my we our us he she they them their his her please can could would should will shall may must do
does did not no so also any all some more most have has had there here what which who whom when where how why into
onto about after before up down out over under again just only very too let make sure get got give
"""
_COMMON = frozenset(_FILLING.split())
_HANDED_OVER = re.compile(
    r"\b(?:follow|do|perform|execute|complete|carry out|work through|act on|handle|process|implement|apply|take care of)\b"
    r"(?:(?!\bfollowing\b)[^.;:]){0,40}\b(?:instructions?|actions?|tasks?|steps?|to-?dos?|requests?|items|guide|tutorial|directions|"
    r"(?:what|whatever|as) (?:[\w.]+ ){0,3}?(?:says?|asks?|wants?|tells?|described|specified|instructed|requested))\b",
    re.IGNORECASE,
)
_HANDED_OVER_JA = re.compile(
    r"(?:指示|手順|依頼|説明|内容|リスト|やること|TODO)[^。]{0,12}(?:従っ|通り|どおり|実行|行っ|こなし|済ませ|対応)|書いてある(?:こと|通り|とおり)"
)


def fold(text: str) -> str:
    """For comparing: one width, one case, one kind of white space."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


@lru_cache(maxsize=4096)
def content(text: str) -> frozenset[str]:
    """The words of ``text`` that carry meaning, cut to stems; of Japanese, pairs of characters."""
    found: set[str] = set()
    for word in _WORD.findall(fold(text)):
        if word[0] >= "\u3040":
            found.update(word[i : i + 2] for i in range(len(word) - 1)) if len(word) > 1 else found.add(word)
        elif word not in _COMMON:
            found.add(_stem(word))
    return frozenset(found)


def _stem(word: str) -> str:
    for ending in ("'s", "ing", "ies", "ed", "es", "s", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word


@dataclass(slots=True)
class Trusted:
    """The person's words so far."""

    text: str = ""
    folded: str = ""
    words: frozenset[str] = frozenset()
    names: frozenset[Named] = frozenset()
    hands_over: bool = False
    """Whether the person told the agent to do what some text says."""
    _parts: list[str] = field(default_factory=list)

    def add(self, text: str) -> None:
        self._parts.append(text)
        self.text = "\n".join(self._parts)
        self.folded = fold(self.text)
        self.words = content(self.text)
        self.names = frozenset(named(self.text))
        self.hands_over = hands_over(self.text)

    def says(self, text: str) -> bool:
        """Whether the person wrote just this."""
        return fold(text) in self.folded


def hands_over(text: str) -> bool:
    return bool(_HANDED_OVER.search(text) or _HANDED_OVER_JA.search(text))


def overlap(words: frozenset[str], trusted: frozenset[str]) -> float:
    """The share of ``words`` that the person used too."""
    return len(words & trusted) / len(words) if words else 0.0
