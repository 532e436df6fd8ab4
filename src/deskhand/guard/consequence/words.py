"""The tables of words, read once from their files: ``labels.toml`` and ``topics.toml``."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources
from typing import Any, cast

from deskhand.guard.interface import Consequence

Group = tuple[Consequence, float, re.Pattern[str]]


@cache
def meanings() -> tuple[Group, ...]:
    """Patterns for whole labels, the first that fits decides."""
    return tuple(
        (_does(group["does"]), float(group["sure"]), _any_of(group["words"])) for group in _table("labels")["group"]
    )


@cache
def yes() -> re.Pattern[str]:
    """Words that only say yes: what they say it to stands elsewhere."""
    return _any_of(_table("labels")["yes"]["words"])


_LIGHT = "[にを]?(開始|確定|完了|実行|申請|希望|参加|賛同)(する|します)?"
_DOES = f"(する|します|した|ます|になる|なる|{_LIGHT})?"
"""How a Japanese verb goes on after its stem, and the light verbs that are put behind it."""
_YES = "((yes|ok(ay)?|sure)[,.!]? (please )?|please |(i want|i'd like) to |(click|tap) to |はい[、,]? ?)?"
"""What may stand before the verb and says nothing itself."""


@cache
def verbs() -> tuple[tuple[Consequence, re.Pattern[str]], ...]:
    """The beginning of a label that fits no whole pattern (or its end, in Japanese)."""
    return tuple(
        (_does(name), re.compile(rf"{_YES}({_any_of(words.replace('(する)?', _DOES)).pattern})\b", re.IGNORECASE))
        for name, words in _table("labels")["verbs"].items()
    )


@cache
def around(name: str) -> re.Pattern[str]:
    """Words that decide what a label means at its place."""
    return _any_of(_table("topics")["around"][name])


@cache
def of_dialogs() -> tuple[tuple[Consequence, re.Pattern[str]], ...]:
    return tuple((_does(group["does"]), _any_of(group["words"])) for group in _table("topics")["dialog"])


@cache
def of_pages() -> tuple[tuple[Consequence, re.Pattern[str], float], ...]:
    return tuple(
        (_does(group["means"]), _any_of(group["words"]), float(group["weight"])) for group in _table("topics")["page"]
    )


def _table(name: str) -> dict[str, Any]:
    text = (resources.files("deskhand.guard.consequence") / f"{name}.toml").read_text("utf-8")
    return tomllib.loads(text)


def _does(name: str) -> Consequence:
    return cast(Consequence, name)


def _any_of(words: str) -> re.Pattern[str]:
    patterns = [pattern.strip() for line in words.strip().splitlines() for pattern in line.split(" | ")]
    return re.compile("|".join(pattern for pattern in patterns if pattern), re.IGNORECASE | re.MULTILINE)
