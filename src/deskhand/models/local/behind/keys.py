"""The settings that a program's schemas describe: what they are called, what they may be set to.

A schema (GSettings) names every key, says in a sentence or two what it is for, and lists what it may be. It is read as
text: nothing in it is followed or expanded.
"""

from __future__ import annotations

import html
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

_SCHEMA = re.compile(r"<schema\b([^>]*)>(.*?)</schema>", re.DOTALL)
_KEY = re.compile(r"<key\b([^>]*?)(?:/>|>(.*?)</key>)", re.DOTALL)
_ENUM = re.compile(r"<(?:enum|flags)\b([^>]*)>(.*?)</(?:enum|flags)>", re.DOTALL)
_NICK = re.compile(r"\bnick=[\"']([^\"']+)[\"']")
_CHOICE = re.compile(r"<choice\b[^>]*\bvalue=[\"']([^\"']*)[\"']")
_RANGE = re.compile(r"<range\b([^>]*)/?>")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_ATTRIBUTE = re.compile(r"([\w-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")


@dataclass(frozen=True, slots=True)
class Key:
    schema: str
    name: str
    type: str
    """As GVariant writes it (b, i, u, d, s …); "enum" where it is one of ``choices``."""
    summary: str = ""
    description: str = ""
    choices: tuple[str, ...] = ()
    least: float | None = None
    most: float | None = None

    @property
    def label(self) -> str:
        """What it says of itself: its summary, with the words of its name that this leaves out."""
        words = [word for word in self.name.split("-") if word.lower() not in self.summary.lower()]
        return f"{self.summary} {' '.join(words)}".strip()

    @property
    def around(self) -> tuple[str, ...]:
        """Where it belongs: the last words of its schema, and what the description begins with."""
        return (" ".join(self.schema.replace("-", ".").split(".")[2:]), self.name.replace("-", " "))


def keys_in(text: str, schemas: Sequence[str]) -> list[Key]:
    """The keys of these schemas, in the order of the files that describe them."""
    text = _COMMENT.sub("", text)
    enums = {told["id"]: tuple(_NICK.findall(body)) for attributes, body in _ENUM.findall(text)
             if "id" in (told := _told(attributes))}  # fmt: skip
    wanted, found = frozenset(schemas), list[Key]()
    for attributes, body in _SCHEMA.findall(text):
        schema = _told(attributes).get("id", "")
        if schema not in wanted:
            continue
        for key_attributes, key_body in _KEY.findall(body):
            if (key := _key(schema, _told(key_attributes), key_body, enums)) is not None:
                found.append(key)
    return found


def _key(schema: str, told: Mapping[str, str], body: str, enums: Mapping[str, tuple[str, ...]]) -> Key | None:
    name, kind = told.get("name", ""), told.get("type", "")
    choices: tuple[str, ...] = ()
    if "enum" in told:
        kind, choices = "enum", enums.get(told["enum"], ())
    elif kind == "s" and (some := _CHOICE.findall(body)):
        kind, choices = "enum", tuple(html.unescape(one) for one in some)
    if not name or not kind:
        return None
    limits = _told(found[1]) if (found := _RANGE.search(body)) else {}
    return Key(
        schema, name, kind, _text(body, "summary"), _text(body, "description"), choices,
        _number(limits.get("min")), _number(limits.get("max")),
    )  # fmt: skip


def _told(attributes: str) -> dict[str, str]:
    return {name: html.unescape(one or other) for name, one, other in _ATTRIBUTE.findall(attributes)}


def _text(body: str, part: str) -> str:
    found = re.search(rf"<{part}\b[^>]*>(.*?)</{part}>", body, re.DOTALL)
    return "" if found is None else " ".join(html.unescape(found[1]).split())


def _number(text: str | None) -> float | None:
    try:
        return None if text is None else float(text)
    except ValueError:
        return None


NUMBERS = frozenset("iuxtnqyd")
_IN_SECONDS = re.compile(r"\bin seconds\b|\bseconds\b|\bsecs?\b", re.IGNORECASE)
_IN_MILLIS = re.compile(r"\bmilli-?seconds?\b|\bms\b", re.IGNORECASE)
_AMOUNT = re.compile(r"(-?\d+(?:[.,]\d+)?)\s*([a-zA-Z%]+|ミリ秒|秒|分|時間|パーセント)?")
_SECONDS = {
    "s": 1.0, "sec": 1.0, "secs": 1.0, "second": 1.0, "seconds": 1.0, "秒": 1.0, "min": 60.0, "mins": 60.0,
    "minute": 60.0, "minutes": 60.0, "分": 60.0, "h": 3600.0, "hour": 3600.0, "hours": 3600.0, "時間": 3600.0,
    "ms": 0.001, "millisecond": 0.001, "milliseconds": 0.001, "ミリ秒": 0.001,
}  # fmt: skip


def number_for(key: Key, said: str) -> str:
    """What was said, as a number of the key's own unit; "" where it is none, or lies outside the key's range."""
    found = _AMOUNT.fullmatch(said.strip())
    if found is None:
        return ""
    value = float(found[1].replace(",", "."))
    factor = _SECONDS.get((found[2] or "").lower())
    if factor is not None:
        words = f"{key.summary} {key.description}"
        if _IN_MILLIS.search(words):
            value *= factor * 1000
        elif _IN_SECONDS.search(words):
            value *= factor
    if key.type != "d" and value != int(value):
        return ""
    if (key.least is not None and value < key.least) or (key.most is not None and value > key.most):
        return ""
    return f"{value:g}" if key.type == "d" else str(int(value))
