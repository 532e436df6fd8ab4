"""Which of several readings is meant, told by what the program's window offers.

A wish is read before its program is looked at, so a reading in doubt had to be refused: of 174 wordings of tasks that
were, 128 had a plan below its mark or second in rank. The program is brought to the front, which harms nothing, its
menus and fields are looked at once, and the reading is taken that they fit; where none does, it is refused as before.
"""

from __future__ import annotations

from collections.abc import Sequence

from deskhand.models.local.conversation import Task
from deskhand.models.local.hand import Hand, Refused, Stuck
from deskhand.models.local.skills.offers import offers
from deskhand.models.local.skills.programs import open_program
from deskhand.models.local.steps import OpenProgram, Plan

OFFERED = 0.6
"""What the window must offer of a reading at least."""

UNNAMED = 0.3
"""How sure a reading must be that names no program: whatever is in front may offer something of the kind."""


async def by_the_window(task: Task, readings: Sequence[tuple[float, Plan]]) -> Plan | None:
    """The reading that the window offers, the likelier the better; None where it offers none of them, or where no
    program is named or open that could."""
    if not readings or task.resume_at > 0:
        return None
    hand = Hand(task.dialect, task.memory, readings[0][1].language, task.picture)
    hand.wish = task.text
    best: tuple[float, Plan] | None = None
    brought = ""
    for chance, plan in readings:
        hand.memory.named = {named.kind: named for named in plan.named}
        name = _program(plan)
        if name != brought:
            if not name or not await _brought(hand, name):
                continue
            brought = name
        if not name and (chance < UNNAMED or await hand.front() is None):
            continue
        offer = await offers(hand, plan.steps)
        if offer >= OFFERED and (best is None or chance * offer > best[0]):
            best = chance * offer, plan
    return None if best is None else best[1]


def _program(plan: Plan) -> str:
    """The program that the plan begins with, as its steps call it."""
    first = plan.steps[0]
    return first.name if isinstance(first, OpenProgram) else ""


async def _brought(hand: Hand, name: str) -> bool:
    try:
        await open_program(hand, name)
    except Refused:
        raise
    except Stuck:
        return False
    return True
