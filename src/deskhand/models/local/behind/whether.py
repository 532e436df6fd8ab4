"""Yes or no: whether something stands in a text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from deskhand.models.local.behind.saying import words_of
from deskhand.models.local.behind.whole import has

_ASKS = re.compile(
    r"(?:^|[.!]\s+)(?:is|are|was|were|does|do|did|has|have)\s+(?!you\b)|\b(?:if|whether)\b|ますか|ですか|かどうか", re.I
)
_OPEN = re.compile(
    r"\b(?:what|which|who|whose|when|where|how|why)\b|"
    r"何|誰|だれ|どこ|いつ|どう|どの|どれ|どちら|どんな|いかが|いくら|いくつ",
    re.I,
)
_STANDS = re.compile(
    r"\b(?:contain(?:s|ed)?|includ(?:es?|ed)|mention(?:s|ed)?|lists?|listed|appears?|there)\b|"
    r"\bon (?:the|my|our) [\w\s]*list\b|載っ|入って|含まれ|書(?:いて|かれて)|あり(?:ます|ません)か|(?<![てで])いますか",
    re.I,
)
"""What is asked is whether the text has it at all."""
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][\w'’-]*(?: [A-Z][\w'’-]*)*|[\"“「『]([^\"“”「」『』]{1,40})[\"”」』]")


def is_whether(question: str) -> bool:
    return _ASKS.search(question) is not None and _OPEN.search(question.replace("かどうか", "")) is None


def whether(question: str, rows: Sequence[str]) -> tuple[bool, str] | None:
    """Whether it stands there, with its row; None where the text alone does not say."""
    stands = _STANDS.search(question) is not None
    names = [found[1] or found[0] for found in _NAME.finditer(question)]
    if names:
        held = [row for row in rows if all(re.search(_whole(name), row, re.I) for name in names)]
        if len(held) == 1 or (held and stands):
            return True, held[0].strip()
        return (False, "") if stands and not held else None
    words = words_of(_STANDS.sub(" ", question))
    seen = [words_of(row) for row in rows]
    held = [
        row
        for row, terms in zip(rows, seen, strict=True)
        if words and all(any(has((word,), other) for other in terms) for word in words)
    ]
    if len(held) == 1:
        return True, held[0].strip()
    known = any(has((word,), other) for word in words for terms in seen for other in terms)
    return (False, "") if words and stands and not known else None


def _whole(name: str) -> str:
    """The name as a word of its own: Lind is not Lindt."""
    return rf"\b{re.escape(name)}\b" if name.isascii() else re.escape(name)
