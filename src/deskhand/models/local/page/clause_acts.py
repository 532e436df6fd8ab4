# ruff: noqa: E501 - a pattern is read more easily in one line
"""The simple act that one clause tells: its kind, what it is done to, and where."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, TypeAlias

from deskhand.models.local.page.phrases import pattern

_SUBMIT = re.compile(r"(?:(?:click|press|hit|push|tap)\s+(?:on\s+)?)?(?:the\s+)?\"?submit\b.*", re.IGNORECASE)
CLICK = r"(?:click|press|hit|push|tap)(?:\s+on)?"


ActKind: TypeAlias = Literal["submit", "enter", "tick", "clear", "choose", "select", "click", "nothing"]


@dataclass(frozen=True, slots=True)
class Act:
    """One simple act, as a clause tells it."""

    kind: ActKind
    what: str = ""
    into: str = ""


_INTO = r"(?:into|in|to|as|inside|on)"
_ACTS: tuple[tuple[ActKind, re.Pattern[str]], ...] = (
    ("click", pattern(r"(?:go to |proceed to )?(?P<what>check ?out)$")),
    ("click", pattern(r"(?:put|place|draw|make|set) (?:an? |the |your )?(?:x|o|mark|cross|tick|piece|token|stone|counter) (?:in|on|into|at)\s+(?P<what>.+)$")),
    ("enter", pattern(r"<enter>\s+(?:your|the)\s+(?P<into>(?!number|text|word|value)[\w ]+?)\s+as\s+(?P<what>\"[^\"]+\"|(?-i:[A-Z0-9])[^,\"]*)$")),
    ("enter", pattern(rf"<enter>\s+(?P<what>.+?)\s+{_INTO}\s+(?:the\s+)?(?P<into>.+)$")),
    ("enter", pattern(r"fill\s+(?:in\s+|out\s+)?(?:the\s+)?(?P<into>.+?)\s+(?:with|as|by)\s+(?P<what>.+)$")),
    ("enter", pattern(rf"{_INTO}\s+(?:the\s+)?(?P<into>[^\",]+?|\"[^\"]+\"[^\",]*),?\s+<enter>\s+(?P<what>.+)$")),
    ("clear", pattern(r"(?:uncheck|untick|unmark|deselect|unselect|clear)\s+(?P<what>.+)$")),
    ("tick", pattern(r"(?:check|tick|mark)\s+(?P<what>.+)$")),
    ("choose", pattern(r"(?:choose|select|pick|take)\s+(?P<what>.+?)\s+(?:from|in|out of)\s+(?:the\s+)?(?P<into>.+)$")),
    ("choose", pattern(r"(?:choose|select|pick|take|use|set)\s+(?P<what>.+?)\s+(?:as|for)\s+(?:(?:the|your|its|his|her|a)\s+)?(?P<into>[\w ]+|\"[^\"]+\")$")),
    ("choose", pattern(r"(?:from|in)\s+(?:the\s+)?(?P<into>.+?),?\s+(?:choose|select|pick|take)\s+(?P<what>.+)$")),
    ("choose", pattern(r"set\s+(?:the\s+)?(?P<into>.+?)\s+to\s+(?P<what>.+)$")),
    ("select", pattern(r"(?:choose|select|pick|take)\s+(?P<what>.+)$")),
    ("click", pattern(r"(?:click|press|hit|push|tap)(?:\s+on)?\s+(?P<what>.+)$")),
    ("click", pattern(r"(?:activate|use|follow|open|go to|visit|expand|unfold|collapse)\s+(?P<what>.+)$")),
    ("enter", pattern(r"(?:enter|type|write|input|key in|fill in)\s+(?P<what>.+)$")),
    ("click", pattern(r"(?P<what>(?:the|its) (?:tab|link|button|entry|item|menu|option) .+|(?:the )?\"[^\"]+\" (?:tab|link|button|entry|item|menu|option)(?: .+)?)$")),
    ("click", pattern(r"(?:answer|confirm with|reply with|say|respond with)\s+(?:with\s+)?(?P<what>\"[^\"]+\"|yes|no|ok|okay|cancel|[A-Z]\w*(?: \w+)?)(?: (?:to|in) (?:it|the (?:question|dialog|message|box|window)))?(?: (?:when|if|once|as soon as) .+)?$")),
    ("nothing", pattern(r"(?:find|locate|look for (?:it|them))$")),
    ("nothing", pattern(r"(?:hold|keep holding|press and hold|keep)(?: down)? (?:the )?(?:ctrl|control|shift|command|cmd|(?:left )?(?:mouse )?button|mouse)(?: key)?(?: (?:down|pressed|held))?$")),
    ("click", pattern(r"focus\s+(?:into|on)?\s*(?P<what>.+)$")),
)  # fmt: skip


def act_of(clause: str) -> Act | None:
    """What a clause asks for; None when that is not understood."""
    lowered = clause.lower()
    if re.fullmatch(CLICK, lowered) or _SUBMIT.fullmatch(lowered):  # its last word may be cut off
        return Act("submit")
    for kind, words in _ACTS:
        if found := words.match(clause):
            said = found.groupdict()
            return Act(kind, said.get("what") or "", said.get("into") or "")
    return None
