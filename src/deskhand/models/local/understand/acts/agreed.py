"""A wish whose readings differ in their cut alone: “turn page 2 to the left”, with “to the left” or “left” for the way.

Each alone is too unsure to be believed, and the plan that all of them come to was refused for it. So what counts
is how likely the plan is by all its readings together, and how much of what was read it has against any other. Of
twelve refused wishes that pass the marks below eleven were read rightly; the twelfth was a question, which stays
refused: a wrong answer is believed, while a wrong command mostly shows nothing to press.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from deskhand.models.local.steps import OpenFile, Plan, Step, Tell
from deskhand.models.local.understand.acts.compiled import compiled
from deskhand.models.local.understand.acts.forbidding import permitted
from deskhand.models.local.understand.acts.form import Reading
from deskhand.models.local.understand.acts.mending import left_out, mended
from deskhand.models.local.understand.acts.reader import composes, cut, loses, passed_over, unread
from deskhand.models.local.understand.acts.said import in_words
from deskhand.models.local.understand.acts.unsaid import unsaid
from deskhand.models.local.understand.frame import Language
from deskhand.models.local.understand.pointing.reader import weighed

LIKELY = 0.28
"""What the network must give a plan in all its readings together."""
AGREED = 0.7
"""The share of it in all that was read."""
LIKELY_TO_LOSE, AGREED_TO_LOSE = 0.45, 0.8
"""The same where something could be lost by it."""


@dataclass(slots=True)
class _Found:
    plan: Plan
    chance: float
    loses: bool


def agreed(wish: str, language: Language) -> Plan | None:
    """The plan that most of what was read comes to; None where there is none, or where it only tells something."""
    found: dict[tuple[Step, ...], _Found] = {}
    whole = 0.0
    for reading, log in weighed(wish):
        chance = math.exp(log)
        whole += chance
        read = _plan(permitted(reading), wish, language)
        if read is None:
            continue
        plan, risky = read
        key = tuple(step for step in plan.steps if not isinstance(step, OpenFile))
        if key in found:
            found[key].chance += chance
        else:
            found[key] = _Found(plan, chance, risky)
    best = max(found.values(), key=lambda one: one.chance, default=None)
    if best is None or any(isinstance(step, Tell) for step in best.plan.steps):
        return None
    likely, share = (LIKELY_TO_LOSE, AGREED_TO_LOSE) if best.loses else (LIKELY, AGREED)
    if best.chance < likely or best.chance < share * whole:
        return None
    return replace(best.plan, reading=in_words(best.plan))


def _plan(reading: Reading, wish: str, language: Language) -> tuple[Plan, bool] | None:
    """What is made of one reading, if it makes a plan of all that is ordered."""
    if reading.reach != "do" or passed_over(reading.acts, wish) or cut(reading.acts, wish):
        return None
    acts = mended(reading.acts, wish, language)
    if unread(acts, wish) or left_out(acts) or unsaid(acts, wish, language):
        return None
    plan = compiled(acts, wish, language)
    risky = loses(acts) or any(composes(act) for act in acts)
    return (plan, risky) if isinstance(plan, Plan) else None
