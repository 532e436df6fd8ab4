"""Where the sure readers and a very sure learned reading differ: which of them is taken.

The sure readers account for every word by rules, and a rule can be the wrong one: where the learned reading is at least
0.65 sure of other deeds, theirs lost a step, typed the words of the wish, or opened what was to be unpacked. A plan
that does the same by other steps stays theirs, since those are tried the longest.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from deskhand.models.local.steps import ClickOn, Describe, NotUnderstood, Plan, PressKeys, Read, Step
from deskhand.models.local.understand.acts.form import Reading
from deskhand.models.local.understand.acts.reader import judged
from deskhand.models.local.understand.frame import Language
from deskhand.models.local.understand.pointing.reader import read

VERY_SURE = 0.65
"""From here on another reading counts."""
SURE_OF_NONE = 0.85
"""From here on its word is taken that a wish is none, or can be meant in two ways, although there is a plan."""
_BY_THE_WAY = frozenset(("OpenProgram", "SwitchTo", "NewDocument", "Paste"))
"""Steps that one reader puts in and the other leaves to the next step."""
_PRESSED = frozenset(
    ("ClickOn", "ChooseMenu", "ChooseOption", "SetChecked", "SetSetting", "UseCommand", "PressKeys", "SwitchTo")
)
"""Different ways to the same command of a program."""
_LOOKED = frozenset(("Read", "Describe"))


def settled(sure: Plan, wish: str, language: Language) -> Plan | NotUnderstood:
    """The plan of the sure readers, or what the learned one says against it."""
    reading = read(wish)
    if reading is None or reading.sure < VERY_SURE:
        return sure
    other = judged(reading, wish, language)
    return other if other is not None and wins(reading, other, sure) else sure


def rather_asked(plan: Plan, wish: str) -> bool:
    """Whether a plan for a program by a name of its own presses what only the usual program of its kind has: “unpack it
    in Foo” by a button “Extract” of its archive manager's, “delete the second row” by the keys for lines of a text."""
    if not plan.named:
        return False
    said = wish.lower()
    clicks = [step.target.name.lower() for step in plan.steps if isinstance(step, ClickOn)]
    strange = len(set(clicks)) < len(clicks) or any(name not in said for name in clicks)
    keys = any(isinstance(step, PressKeys) and step.keys.lower() == "shift+down" for step in plan.steps)
    return strange or (keys and _OF_TEXT.search(wish) is None)


_OF_TEXT = re.compile(r"\blines?\b|\bparagraph\b|行", re.IGNORECASE)


def wins(reading: Reading, other: Plan | NotUnderstood, sure: Plan) -> bool:
    """Whether the learned reading's plan does something that the other leaves out; its refusal to plan a wish that it
    did read says nothing against a plan."""
    if isinstance(other, NotUnderstood):
        return reading.reach != "do" and reading.sure >= SURE_OF_NONE
    return (bool(_deeds(other.steps) - _deeds(sure.steps)) or _names_more(other, sure)) and not other.left_out


def _names_more(other: Plan, sure: Plan) -> bool:
    """Whether one thing is asked for where the other plan would tell all that shows."""
    asked = [step for step in other.steps if isinstance(step, Read) and step.what.name]
    return bool(asked) and any(isinstance(step, Describe) for step in sure.steps)


def _deeds(steps: Sequence[Step]) -> Counter[str]:
    """What kinds of things are done, and how often."""
    kinds = [type(step).__name__ for step in steps]
    return Counter(
        "pressed" if kind in _PRESSED else "looked" if kind in _LOOKED else kind
        for kind in kinds
        if kind not in _BY_THE_WAY
    )
