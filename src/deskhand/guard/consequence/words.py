"""The tables of words, read once from their files: ``labels.toml`` and ``topics.toml``."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources
from typing import Any, Literal, TypeAlias, cast

from deskhand.guard.interface import Consequence

_GAP = re.compile(r"\.[*+{]")
"""Where a pattern leaves room for any words."""
Language: TypeAlias = Literal["en", "ja"]
_JAPANESE = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")
Group = tuple[Consequence, float, re.Pattern[str]]


def language_of(text: str) -> Language:
    return "ja" if _JAPANESE.search(text) else "en"


@cache
def meanings(generic: bool, language: Language) -> tuple[Group, ...]:
    """Patterns for whole labels, the first that fits decides: those that say every word, or those with gaps."""
    found: list[Group] = []
    for group in _table("labels")["group"]:
        if group["language"] != language:
            continue
        own = [part for part in _parts(group["words"]) if (_GAP.search(part) is not None) is generic]
        if own:
            found.append((_does(group["does"]), float(group["sure"]), _compiled(own)))
    return tuple(found)


@cache
def yes() -> re.Pattern[str]:
    """Words that only say yes: what they say it to stands elsewhere."""
    return _any_of(_table("labels")["yes"]["words"])


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
    return _compiled(_parts(words))


def _parts(words: str) -> list[str]:
    return [part.strip() for line in words.strip().splitlines() for part in line.split(" | ") if part.strip()]


def _compiled(patterns: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.IGNORECASE | re.MULTILINE)
