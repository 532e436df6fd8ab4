"""What a label on a button, a link or a menu item means, in English and Japanese.

Three kinds of words: those that say it themselves (*Place order*, 注文を確定する), those that only say yes (*OK*,
*Continue*, 次へ), which take their meaning from what stands around them, and those that send or only open the form for
it (*Comment*, *Contact the seller*, コメントする). Whole labels come first, then what a label does to what (`phrases`).
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from functools import lru_cache

from deskhand.guard.consequence import phrases, words
from deskhand.guard.consequence.icons import sign_of
from deskhand.guard.consequence.meaning import Meaning as Meaning
from deskhand.guard.shell.effects import SEVERITY

LONGEST = 60
"""Characters of a label; what is longer is a text, and a text is no order to the machine."""

_MNEMONIC = re.compile(r"\s*[(（][\s&]*[A-Za-z0-9][)）]\s*$")
_EDGES = re.compile(r"^[^\w$€£¥#@(（\[]+|[^\w%)）\]?]+$")
_COUNT = re.compile(r"\s*[(（\[]\s*\d+\s*[)）\]]\s*$")
_SHORTCUT = re.compile(r"\s+(ctrl|alt|shift|super|⌘)\s*\+\s*\S+$", re.IGNORECASE)


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
    words = text.split()
    if len(words) % 2 == 0 and words[: len(words) // 2] == words[len(words) // 2 :]:
        text = " ".join(words[: len(words) // 2])  # GTK 4 tells a button as ‘_Cancel Cancel’
    return text.casefold().replace("’", "'")


@lru_cache(maxsize=4096)
def meaning_of(label: str) -> Meaning | None:
    """What the label says by itself; None when it says nothing that is known."""
    text = folded(label)
    if not text:
        return sign_of(label)
    if len(text) > LONGEST:
        return None
    return _whole(text, generic=False) or _serious_part(text) or _by_rules(text, "rules") or _known(text)


def _known(text: str) -> Meaning | None:
    whole = _whole(text, generic=True)
    if whole is not None:
        return whole
    if words.yes().fullmatch(text):
        return Meaning("edit", 0.4, "yes")
    return _by_rules(text, "late")


def _whole(text: str, *, generic: bool) -> Meaning | None:
    for consequence, confidence, pattern in words.meanings(generic, words.language_of(text)):
        if pattern.fullmatch(text):
            return Meaning(consequence, confidence)
    return None


def _by_rules(text: str, stage: phrases.Stage) -> Meaning | None:
    found = phrases.said(text, stage)
    if found is None:
        return None
    does, sure = found
    match does:
        case "opens":
            return Meaning("send", sure, "opens")
        case "unclear":
            return Meaning("edit", sure, "unclear")
        case _:
            return Meaning(does, sure, "phrase")


def _serious_part(text: str) -> Meaning | None:
    """Of a label that says two things, the one that matters: ‘Review and place order’ pays."""
    found = [meaning_of(part) for part in phrases.parts(text)]
    if found and found[0] is not None and found[0].consequence == "save":
        # ‘Save and e-mail’: nothing more is to be written first.
        found = [replace(one, kind="phrase") if one is not None and one.kind == "opens" else one for one in found]
    serious = [one for one in found if one is not None and one.kind in ("plain", "phrase")
               and SEVERITY[one.consequence] > SEVERITY["save"]]  # fmt: skip
    deleting = [one for one in serious if one.consequence == "delete"]
    if deleting and all(one.consequence in ("delete", "send") for one in serious):
        return deleting[0]  # ‘Cancel this trip and request a refund’: what is sent says no more than what is gone
    return max(serious, key=lambda one: SEVERITY[one.consequence], default=None)
