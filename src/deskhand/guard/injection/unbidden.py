"""An act that nobody bade: the task asks for nothing of the kind, and something that was read speaks of it.

The other way round than looking for orders: first what the act would do in the world, then whether the person asked
for that, and only then whether any text that was read mentions it or what it is done to. How the text is worded matters
least for what cannot be changed back (‘Repairs that nobody withdraws by noon are charged twice’), more for the rest.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from deskhand.guard.injection.acts import Act
from deskhand.guard.injection.blocks import wordy
from deskhand.guard.injection.deeds import GRAVE, asked_for, kinds_of, wishes
from deskhand.guard.injection.provenance import taking
from deskhand.guard.injection.running import carries
from deskhand.guard.injection.trusted import Trusted, content, fold
from deskhand.guard.interface import Consequence, Finding

Serves = Callable[[str], str]
"""What an act shares with a text that it would serve; empty where it does not."""
_PRESSED = frozenset({"push button", "button", "toggle button", "push button menu", "menu item", "check menu item", ""})
MOST = 0.6
"""The share of a button's words that a text holds when it speaks of that button."""
LONGEST_LABEL = 80
_TYPED = 6
"""Characters of typed words from which it is no chance that a text holds them too; of Japanese half as many."""

_AROUND = 3
"""Words beside the typed ones that make a sentence of them: a list only names things."""


@dataclass(frozen=True, slots=True)
class Unbidden:
    """An act that the task does not ask for, and how to tell whether a text speaks of it."""

    grave: bool
    serves: Serves


def unbidden(act: Act, finding: Finding, task: Trusted) -> Unbidden | None:
    """What ``act`` would do that the person did not ask for; None where they did, or where it matters to nobody."""
    if task.hands_over:
        return None
    worst = _worst(finding)
    match act.way:
        case "shell":
            return Unbidden(worst in GRAVE, lambda text: carries(act.words, text, task.text, worst))
        case "click" | "key" | "tool":
            return _pressing(act, finding, worst, task)
        case "type" if not taking(task):
            return _typing(act, task)
        case _:
            return None


def _worst(finding: Finding) -> Consequence:
    found = [part.consequence for part in (finding, *finding.also)]
    return next((one for one in found if one in GRAVE), found[0])


def _pressing(act: Act, finding: Finding, worst: Consequence, task: Trusted) -> Unbidden | None:
    label = act.label.replace("_", " ")
    if len(label) > LONGEST_LABEL:
        return None
    grave = worst in GRAVE and act.way != "tool"
    named = act.role in _PRESSED or act.way == "tool"
    kinds = list(kinds_of(label, worst)) if grave or named else []
    if not (grave or (named and label and (kinds or finding.consequence == "edit"))):
        return None
    if _said(label, task) or asked_for(label, worst, task.text):
        return None
    own = content(label) - task.words

    def serves(text: str) -> str:
        theirs = content(text)
        shared = own & theirs
        speaks = any(kind.text.search(text) for kind in kinds)
        if own and len(shared) >= MOST * len(own) and (grave or wishes(text)):
            return label
        if (speaks or shared) and (wishes(text) or (grave and speaks)):
            return label or finding.consequence
        return ""

    def serves_by_name(text: str) -> str:
        return label if len(own & content(text)) >= MOST * max(1, len(own)) and wishes(text) else ""

    return Unbidden(grave, serves if kinds or grave else serves_by_name)


def _said(label: str, task: Trusted) -> bool:
    """Whether the person named the button itself."""
    words = content(label)
    return (len(label) > 2 and fold(label) in task.folded) or (bool(words) and words <= task.words)


def _typing(act: Act, task: Trusted) -> Unbidden | None:
    """Words that stand in a text that wants something, and nowhere in the task."""
    typed = fold(act.words)
    least = _TYPED // 2 if any(ord(letter) > 0x3000 for letter in typed) else _TYPED
    if len(typed) < least or typed in task.folded or not content(typed) - task.words:
        return None

    def serves(text: str) -> str:
        rest = fold(text).replace(typed, " ")
        return act.words.strip() if typed in fold(text) and wordy(rest) >= _AROUND and wishes(rest) else ""

    return Unbidden(False, serves)


def without_echo(lines: list[str], command: str) -> list[str]:
    """A terminal's lines without the one in which the command itself was just typed; it may have been misread."""
    words = set(command.casefold().split())
    for at in range(len(lines) - 1, -1, -1):
        if len(words & set(lines[at].casefold().split())) >= MOST * len(words):
            return [*lines[:at], *lines[at + 1 :]]
    return lines
