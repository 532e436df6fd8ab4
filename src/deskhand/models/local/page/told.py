# ruff: noqa: E501 - a pattern is read more easily in one line
"""What a wish says besides what is to be done: asides in brackets, what must not be done, and what is only told.

“(The signs show when you point at a message.)” was done as if it were asked for, and “Don't press Run itself” pressed Run.
"""

from __future__ import annotations

import re

_ASIDE = re.compile(r"\s*(?:\([^()]*[A-Za-z]{2}[^()]*\s[^()]*\)|（[^（）]{4,}）)\.?")
"""Words, not coordinates or a sign; a bracket of one word may be part of a name."""
_PLURAL = re.compile(r"(?<=\w)\((?:e?s|ren)\)")
_FORBIDS = re.compile(
    r"(?:(?:but|and|please)\s+)?(?:do not|don't|dont|never|avoid|without)\b(?!\s+forget)(?P<what>[^:;]*)(?:[:;,—–]\s*(?P<instead>.+))?$",
    re.IGNORECASE,
)
_WHEN_DONE = re.compile(
    r",?\s+(?:when|once|as soon as|after)\s+(?:you(?:'re| are| have)|it(?:'s| is)|that(?:'s| is)|everything(?:'s| is)|all(?: that)? is)\s+"
    r"(?:all\s+)?(?:done|finished|ready|set|right|in order)\b",
    re.IGNORECASE,
)


def without_asides(text: str) -> str:
    """The wish without what stands in brackets, and without “when you are done”, which waits for nothing."""
    bare = _WHEN_DONE.sub("", _ASIDE.sub("", _PLURAL.sub("", text))).strip()
    return bare or text


def forbidden(clause: str) -> tuple[str, str] | None:
    """What a clause says is not to be done, and what is to be done instead (may be ""); None when it forbids nothing."""
    found = _FORBIDS.match(clause.strip())
    return None if found is None else (found["what"].strip(" ,."), (found["instead"] or "").strip())
