"""Orders that a reading passed over, read by themselves and put in where they stand.

Long wishes are where acts get lost: of 260 wishes to be done, one to six acts each, 9 readings had passed over one, and
most of these are read rightly when they stand alone (“tell me the balance”, 「行をソートして」).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from deskhand.models.local.understand.acts.form import Act, Reading, shifted
from deskhand.models.local.understand.acts.unsaid import OPENERS, unsaid
from deskhand.models.local.understand.frame import Language

SURE = 0.5
"""How sure the reading of a clause by itself has to be."""
_RUN = re.compile(
    r"(?:(?:please|and|then|just)\s+)*(?P<en>run|execute|start)\s+(?:it|this|the\s+(?:program|script|code))(?:\s+please)?|"
    r"(?:これを|それを|プログラムを)?(?P<ja>実行)して(?:ください|下さい)?",
    re.IGNORECASE,
)
"""What is open is to be run: that stands alone and says too little to be read."""
_LOOKS = frozenset(("read", "tell", "count", "pick", "sum"))


def completed(
    acts: Sequence[Act], wish: str, language: Language, read: Callable[[str], Reading | None]
) -> tuple[tuple[Act, ...], tuple[str, ...]]:
    """The acts with those of the clauses that were passed over, and the clauses that stay unread."""
    told, left = tuple(acts), list[str]()
    for clause in unsaid(acts, wish, language):
        if (runs := _RUN.fullmatch(clause.strip())) is not None:  # what it prints is asked for before, and shows after
            at = next((place for place, act in enumerate(told) if act.name in _LOOKS), len(told))
            run = Act("command", {"words": runs["en"] or runs["ja"]}, clause)
            told = (*told[:at], run, *(shifted(act, at, 1) for act in told[at:]))
            continue
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
