"""Readings that are not sure enough to be carried out blind, as plans: whether one is meant, the window tells.

Of 29 wishes for programs never met that failed, 11 had been refused or read otherwise before the program was looked at,
mostly with the right reading a little below its mark or second of its kind.
"""

from __future__ import annotations

from deskhand.models.local.steps import Plan
from deskhand.models.local.understand.acts.compiled import compiled
from deskhand.models.local.understand.acts.forbidding import permitted
from deskhand.models.local.understand.acts.form import within
from deskhand.models.local.understand.acts.mending import left_out, mended
from deskhand.models.local.understand.acts.reader import cut, loses, passed_over, unread
from deskhand.models.local.understand.acts.said import in_words
from deskhand.models.local.understand.acts.unsaid import unsaid
from deskhand.models.local.understand.frame import Language
from deskhand.models.local.understand.pointing.reader import readings

LEAST = 0.06
"""The chance of an act below which not even a window that offers it is taken at its word."""
LEAST_TO_LOSE = 0.3
"""The same where something could be lost."""
MOST = 4
_SURE_OF_NONE = 0.65
"""From here on a wish is none, whatever a window offers."""


def further(wish: str, language: Language) -> tuple[tuple[float, Plan], ...]:
    """Plans that the wish may mean, with their chances, most likely first; () where it is surely out of reach."""
    rows = readings(wish)
    if not rows or (rows[0].reach != "do" and rows[0].sure >= _SURE_OF_NONE):
        return ()
    found: list[tuple[float, Plan]] = []
    for row in map(permitted, rows):
        least = LEAST_TO_LOSE if loses(row.acts) else LEAST
        if row.reach != "do" or row.weakest < least or passed_over(row.acts, wish) or cut(row.acts, wish):
            continue
        acts = mended(row.acts, wish, language)
        if unread(acts, wish) or left_out(acts) or unsaid(acts, wish, language) or not list(within(acts)):
            continue
        plan = compiled(acts, wish, language)
        if isinstance(plan, Plan) and not any(plan.steps == other.steps for _, other in found):
            found.append((row.weakest, Plan(plan.steps, plan.sources, plan.language, plan.named, in_words(plan))))
    return tuple(found[:MOST])
