"""A window that shows nothing but a prompt is a terminal, whatever it is called: jobs of a shell go there.

Most terminals have it in their names, and a few are called otherwise. By the name alone three of three jobs in such a
one were looked for in menus that it does not have.
"""

from __future__ import annotations

import re

from deskhand.models.local.conversation import Task
from deskhand.models.local.hand import Hand
from deskhand.models.local.skills.terminal import rows_of
from deskhand.models.local.steps import Plan

PROMPT = re.compile(r"[^$#%>]{0,60}[$#%>](?:\W|\w?\s*$)")
"""A prompt, and after it at most the cursor."""
BESIDE = 2
"""Letters that another row has at most: the pointer over the window is read as one."""


async def for_what_shows(task: Task, plan: Plan) -> Plan:
    """The plan; or the one for a shell, where it has one and the window in front waits for a command."""
    if plan.at_prompt is None:
        return plan
    hand = Hand(task.dialect, task.memory, plan.language, task.picture)
    front = await hand.front()
    if front is None:
        return plan
    inside = [line.text.strip() for line in (await hand.scene()).texts if front.body.contains(line.box.center)]
    rows = inside or [row for row in await rows_of(hand, front) if row]
    return plan.at_prompt if waits_only(rows, begun=task.resume_at > 0) else plan


def waits_only(rows: list[str], *, begun: bool = False) -> bool:
    """Whether a window of these rows holds no more than a prompt; or, once work has begun, one among the last."""
    if begun:
        return any(PROMPT.match(row) for row in rows[-2:])
    others = [row for row in rows if not PROMPT.fullmatch(row)]
    return len(rows) - len(others) == 1 and all(sum(map(str.isalnum, row)) <= BESIDE for row in others)
