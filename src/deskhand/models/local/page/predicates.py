"""Which of several texts fit a description: even numbers, more than 20, words that begin with b."""

from __future__ import annotations

import re
from collections.abc import Callable

from deskhand.models.local.page import categories
from deskhand.models.local.page.skills.reckoning import value_in
from deskhand.models.local.page.words import number

Fits = Callable[[str], bool]
_N = r"\$?(?P<n>-?\d+(?:\.\d+)?)"
_LETTER = r"(?:the (?:letter|word|letters)? ?)?[\"']?(?P<l>\w+)[\"']?"


def _value(text: str) -> float | None:
    return value_in(text) if re.search(r"\d", text) else None


def _whole(text: str) -> int | None:
    value = _value(text)
    return int(value) if value is not None and value == int(value) else None


def predicate(words: str) -> Fits | None:
    """The test that ``words`` put; None when they put none."""
    said = words.lower()
    if re.search(r"\beven\b", said):
        return lambda text: (n := _whole(text)) is not None and n % 2 == 0
    if re.search(r"\bodd\b", said):
        return lambda text: (n := _whole(text)) is not None and n % 2 == 1
    if re.search(r"\bprime\b", said):
        return lambda text: (n := _whole(text)) is not None and n > 1 and all(n % d for d in range(2, int(n**0.5) + 1))
    if found := re.search(rf"\bbetween {_N} and \$?(?P<m>-?\d+(?:\.\d+)?)", said):
        low, high = float(found["n"]), float(found["m"])
        return lambda text: (v := _value(text)) is not None and low <= v <= high
    if found := re.search(
        rf"\b(?:greater|larger|bigger|higher|more|above|over|older|after)\b(?: than)? (?:or equal to )?{_N}", said
    ):
        limit = float(found["n"])
        return lambda text: (v := _value(text)) is not None and v > limit
    if found := re.search(
        rf"\b(?:less|smaller|lower|fewer|below|under|cheaper|younger|before)\b(?: than)? (?:or equal to )?{_N}", said
    ):
        ceiling = float(found["n"])
        return lambda text: (v := _value(text)) is not None and v < ceiling
    if found := re.search(rf"\b(?:divisible by|multiples? of) {_N}", said):
        by = int(float(found["n"]))
        return lambda text: by != 0 and (n := _whole(text)) is not None and n % by == 0
    if found := re.search(rf"\b(?:start|begin)(?:s|ning|ing)? with {_LETTER}", said):
        head = found["l"]
        return lambda text: text.strip().lower().startswith(head)
    if found := re.search(rf"\bend(?:s|ing)? (?:with|in) {_LETTER}", said):
        tail = found["l"]
        return lambda text: text.strip().lower().rstrip(".").endswith(tail)
    if found := re.search(
        r"\b(?:contain(?:s|ing)?|with|having|has|have) (?:the )?(?:letter|word)s? [\"']?(?P<l>\w+)[\"']?", said
    ):
        part = found["l"]
        return lambda text: part in text.lower()
    if found := re.search(r"\b(?:with|of|having) (?P<n>\w+) letters\b", said):
        many = number(found["n"])
        return lambda text: len(re.sub(r"\W", "", text)) == many
    for word in re.findall(r"[a-z]+", said):
        kind = categories.kind_of(word)
        if kind is not None and word not in categories.KINDS["colour"]:
            return lambda text: categories.belongs(text, kind)
    if re.search(r"\b(?:capital|upper-?case|all caps)\b", said):
        return lambda text: text.strip().isupper()
    if re.search(r"\blower-?case\b", said):
        return lambda text: text.strip().islower()
    return None
