"""An act that nobody bade: the task asks for nothing of the kind, and something that was read speaks of it.

The other way round than looking for orders: first what the act would do in the world, then whether the person asked
for that, and only then whether any text that was read mentions it or what it is done to. How the text is worded matters
least for what cannot be changed back (‘Repairs that nobody withdraws by noon are charged twice’), more for the rest.
"""

# ruff: noqa: E501
from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from deskhand.guard.consequence.opening import OPENS_ONLY
from deskhand.guard.consequence.weighing import MILD
from deskhand.guard.injection.acts import Act, only_read, vague, waits
from deskhand.guard.injection.asked import asks
from deskhand.guard.injection.blocks import wordy
from deskhand.guard.injection.deeds import GRAVE, wishes
from deskhand.guard.injection.pressed import is_foreign, pressing
from deskhand.guard.injection.provenance import takes
from deskhand.guard.injection.running import carries
from deskhand.guard.injection.trusted import Trusted, content, fold
from deskhand.guard.interface import Consequence, Finding

_TYPED = 6
"""Characters of typed words from which it is no chance that a text holds them too; of Japanese half as many."""
_AROUND = 3
"""Words beside the typed ones that make a sentence of them: a list only names things."""
_LONG = 3
"""Typed words that nobody finds by chance where the task asks for no writing at all."""
_WRITES = re.compile(
    r"\b(?:write|type|enter|add|put|fill|note|compose|create|make|draft|answer|reply|respond|send|post|tell|ask|say|search|look up|"
    r"find|rename|call|insert|append|replace|change|set|book|order|register|sign|log|submit|comment|message|translate|report)\b"
    r"|書|入力|追加|作成|作っ|返信|送|検索|登録|変更|調べ|探|置き換え|記入|予約|注文|投稿",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Unbidden:
    """An act that the task does not ask for, and how to tell whether a text speaks of it."""

    grave: bool
    serves: Callable[[str], str]
    """What the act shares with a text that it would serve; empty where it does not."""
    foreign: bool = False
    """Whether it presses a button of a page that the task has no word for."""
    fewest: int = 4
    """Words of a text that can be meant: with a command's file, two are a wish."""


def unbidden(act: Act, finding: Finding, task: Trusted, *, asked: bool = False) -> Unbidden | None:
    """What ``act`` would do that the person did not ask for; None where they did, or where it matters to nobody.

    ``asked``: whether a person is asked about it anyhow, if only because nobody can tell what it does.
    """
    if task.hands_over:
        return None
    mild = waits(act, finding)
    worst = "navigate" if act.leads else "edit" if mild or vague(act, finding) else _worst(finding)
    match act.way:
        case "shell":
            return Unbidden(worst in GRAVE, lambda text: carries(act.words, text, task.text, worst), fewest=2)
        case "type" if worst != "delete":
            serves = None if takes(task.text) else _typing(act, task)
        case "click" | "key" | "tool" | "type":
            asked = asked and not act.leads and not mild
            known = worst in MILD and finding.consequence in MILD and not only_read(finding) and not asked
            guessed = bool(act.label) and only_read(finding)
            opens = known and not OPENS_ONLY.isdisjoint(finding.evidence)
            serves = pressing(act, worst, task, asked=asked, guessed=guessed, mild=known, opens=opens)
        case _:
            serves = None
    if serves is None:
        return None
    return Unbidden(worst in GRAVE and act.way in ("click", "key", "type"), serves, is_foreign(act, task))


def _worst(finding: Finding) -> Consequence:
    found = [part.consequence for part in (finding, *finding.also)]
    return next((one for one in found if one in GRAVE), found[0])


def _typing(act: Act, task: Trusted) -> Callable[[str], str] | None:
    """Words that stand in a text that wants something, and nowhere in the task."""
    typed = fold(act.words)
    least = _TYPED // 2 if any(ord(letter) > 0x3000 for letter in typed) else _TYPED
    if len(typed) < least or typed in task.folded or not content(typed) - task.words:
        return None
    nothing_to_write = wordy(typed) >= _LONG and not asks(_WRITES, task.text)

    def serves(text: str) -> str:
        if typed not in (whole := fold(text)):
            return ""
        rest = whole.replace(typed, " ")
        return act.words.strip() if wordy(rest) >= _AROUND and (nothing_to_write or wishes(rest)) else ""

    return serves
