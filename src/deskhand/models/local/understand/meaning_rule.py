"""What a dictionary says of a word: the word is looked up in it before anything is read.

“What does "lagoon" mean in …?” was taken for a label `word "lagoon"` that the window should show; before a word is
looked up, a dictionary shows none.
"""

from __future__ import annotations

import re
from dataclasses import replace

from deskhand.models.local.steps import Describe, OpenProgram, Plan, Read, SwitchTo, Target, Tell
from deskhand.models.local.steps.acting import UseCommand

_WORD = r"[\"“‘「『']?(?P<{0}>[A-Za-z][A-Za-z’'-]{{1,30}}|(?<=[「『\"“])[^「」『』\"“”]{{1,30}})[\"”’」』']?"
_ENGLISH = (
    re.compile(
        rf"\bwhat\s+(?:does|do|did)\s+(?:the\s+)?(?:(?:english\s+)?word\s+)?{_WORD.format('word')}\s+means?\b", re.I
    ),
    re.compile(
        rf"\b(?P<what>meaning|definition|synonyms?|translation|explanation)s?\s+(?:(?:does|do)\s+it\s+(?:give|have|show|list)\s+)?"
        rf"(?:of|for)\s+(?:the\s+)?(?:(?:english\s+)?word\s+)?{_WORD.format('word')}(?!\s+(?:field|list|file))",
        re.I,
    ),
)
_JAPANESE = (
    re.compile(
        rf"(?:英単語|単語|言葉|語)?(?:の)?\s*{_WORD.format('word')}\s*(?:という(?:単語|言葉|語))?の\s*(?P<what>意味|定義|類語|同義語|訳語?|言い換え)"
    ),
)
_LOOKS = (OpenProgram, SwitchTo, Read, Describe, Tell)
_MEANS = {"en": "definition", "ja": "意味"}


def with_its_word(plan: Plan, instruction: str) -> Plan:
    """The plan with the word looked up before it is read, where it asks what a word means and does not do so itself."""
    found = [match for one in (*_ENGLISH, *_JAPANESE) for match in one.finditer(instruction)]
    words = {match["word"] for match in found}
    opened = any(isinstance(step, OpenProgram | SwitchTo) for step in plan.steps)
    if len(words) != 1 or not opened or not all(isinstance(step, _LOOKS) for step in plan.steps):
        return plan
    at = next((i for i, step in enumerate(plan.steps) if isinstance(step, Read | Describe)), None)
    if at is None:
        return plan
    read = plan.steps[at]
    store = read.store if isinstance(read, Read | Describe) else "result"
    look = UseCommand("find" if plan.language == "en" else "検索", (("", words.pop()),))
    asked = found[0].groupdict().get("what") or _MEANS[plan.language]
    steps = (*plan.steps[:at], look, Read(Target(asked), store), *plan.steps[at + 1 :])
    sources = (*plan.sources[: at + 1], plan.sources[at], *plan.sources[at + 1 :])
    return replace(plan, steps=steps, sources=sources)
