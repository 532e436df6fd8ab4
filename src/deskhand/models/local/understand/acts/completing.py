"""Orders that a reading passed over, read by themselves and put in where they stand.

Long wishes are where acts get lost: of 260 wishes to be done, one to six acts each, 9 readings had passed over one, and
most of these are read rightly when they stand alone (“tell me the balance”, 「行をソートして」).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from deskhand.models.local.understand.acts.form import Act, Reading, shifted
from deskhand.models.local.understand.acts.unsaid import OPENERS, unsaid
from deskhand.models.local.understand.frame import Language

SURE = 0.5
"""How sure the reading of a clause by itself has to be."""


def completed(
    acts: Sequence[Act], wish: str, language: Language, read: Callable[[str], Reading | None]
) -> tuple[tuple[Act, ...], tuple[str, ...]]:
    """The acts with those of the clauses that were passed over, and the clauses that stay unread."""
    told, left = tuple(acts), list[str]()
    for clause in unsaid(acts, wish, language):
        found = read(clause)
        good = found is not None and found.reach == "do" and found.weakest >= SURE and found.acts
        if found is None or not good or unsaid(found.acts, clause, language):
            left.append(clause)
            continue
        at = sum(wish.find(act.of) <= wish.find(clause) for act in told)
        more = tuple(shifted(act, 0, at) for act in _fresh(found.acts, told))
        told = (*told[:at], *more, *(shifted(act, at, len(more)) for act in told[at:]))
    return told, tuple(left)


def _fresh(found: Sequence[Act], told: Sequence[Act]) -> tuple[Act, ...]:
    """Without what is open already."""
    acts = tuple(found)
    for at in reversed(range(len(acts))):
        if acts[at].name in OPENERS and any(act.args == acts[at].args for act in told if act.name in OPENERS):
            acts = (*acts[:at], *(shifted(act, at + 1, -1) for act in acts[at + 1 :]))
    return acts
