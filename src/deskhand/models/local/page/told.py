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


_LOOK = re.compile(
    r"(?:^|(?<=[.!?] ))(?:look at|see|use|read|here is|in) (?:the|this|that|these) [\w -]{2,40}: +(?=\w)", re.IGNORECASE
)
"""“Look at the table: which town …”: where the answer stands."""


_LISTED = re.compile(
    r"\b(?P<verb>set|adjust|put|bring|change|turn) (?:the |all )?[\w ]{2,30}?(?: like this| as follows| so| this way)?: ?"
    r"(?P<pairs>[A-Z][\w -]*? (?:to |at |= ?)?-?\d+%?(?:(?:,| and|, and) (?:the )?[A-Z][\w -]*? (?:to |at |= ?)?-?\d+%?)+)",
    re.IGNORECASE,
)
_PAIR = re.compile(r"(?P<name>[A-Za-z][\w -]*?) (?:to |at |= ?)?(?P<value>-?\d+%?)$")


def spread(text: str) -> str:
    """“Set the mixer like this: Bass 8, Middle 4” is two wishes in one breath."""

    def each(found: re.Match[str]) -> str:
        pairs = [_PAIR.match(part.strip()) for part in re.split(r",(?: and)?|\band\b", found["pairs"])]
        if not all(pairs):
            return found[0]
        return ", ".join(f"set {pair['name']} to {pair['value']}" for pair in pairs if pair is not None)

    spread_out = _LISTED.sub(each, text)
    return spread_out[:1].upper() + spread_out[1:]


def without_asides(text: str) -> str:
    """The wish without what stands in brackets, and without “when you are done”, which waits for nothing."""
    bare = _LOOK.sub("", _WHEN_DONE.sub("", _ASIDE.sub("", _PLURAL.sub("", text)))).strip()
    return bare or text


def forbidden(clause: str) -> tuple[str, str] | None:
    """What a clause says is not to be done, and what is to be done instead (may be ""); None when it forbids nothing."""
    found = _FORBIDS.match(clause.strip())
    return None if found is None else (found["what"].strip(" ,."), (found["instead"] or "").strip())
