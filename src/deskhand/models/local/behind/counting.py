"""How many words, lines or letters a text has, or how often something stands in it."""

from __future__ import annotations

import re
from collections.abc import Sequence

_WORDS = re.compile(r"\bhow many words\b|\bnumber of words\b|\bword count\b|単語数|何語|語数", re.I)
_LINES = re.compile(r"\bhow many lines\b|\bnumber of lines\b|行数|何行", re.I)
_LETTERS = re.compile(r"\bhow many (?:characters|letters)\b|\bnumber of characters\b|文字数|何文字", re.I)
_OFTEN = re.compile(r"\bhow (?:often|many times)\b|何回|何か所|何箇所|いくつ", re.I)
_NAMED = re.compile(r"[\"“「『]([^\"“”「」『』]{1,40})[\"”」』]")


def counted(question: str, rows: Sequence[str]) -> int | None:
    """The number that the question asks for, where it is one of the text as a whole; None for any other question."""
    names = [name for name in _NAMED.findall(question) if not re.search(r"\.\w{1,5}$", name)]
    text = "\n".join(rows)
    if not text:
        return None
    if len(names) == 1 and (_OFTEN.search(question) or _WORDS.search(question)):
        return len(re.findall(re.escape(names[0]), text, re.I)) or None
    if names:
        return None
    if _WORDS.search(question):
        return len(text.split()) if re.search(r"[A-Za-z]", text) else None
    if _LINES.search(question):
        return len(rows)
    if _LETTERS.search(question):
        return len(re.sub(r"\s", "", text))
    return None
