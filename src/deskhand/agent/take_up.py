"""Going on where a run was cut off: every open call is answered, truthfully, before the model is asked again.

Nothing is done again: what the journal says was begun may have happened, and only a look at the screen can tell.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace

from deskhand.agent import telling
from deskhand.agent.acting import refusal
from deskhand.agent.events import Acted
from deskhand.agent.journal import Journal
from deskhand.agent.recovery import Cut, OpenCall
from deskhand.agent.transcript import NOT_RUN
from deskhand.desktop.interface import Desktop, DesktopError
from deskhand.guard.interface import Decision
from deskhand.messages import Image, Text
from deskhand.screen.geometry import Size
from deskhand.tools.interface import Proposal, Shown, ToolRun, failed, succeeded
from deskhand.tools.pictures import shown

LOOKED = (
    "It is not known whether this was carried out: the run was cut off in the middle of it. The screenshot shows how "
    "things stand now; check before you do it again."
)
LOST = (
    "It is not known whether this was carried out: the run was cut off in the middle of it, and the desktop it was "
    "meant for is gone."
)
SAME_DESKTOP = (
    "[The run was cut off for a while and goes on now, at the same desktop, just as it was left. Nothing was done in "
    "between. Keys that were held have been let go.]"
)
NEW_DESKTOP = (
    "[The run was cut off, and goes on at a new desktop: programs, windows, the shell's state and all files outside "
    "the shared folder are gone. What lies in the shared folder is still there. Take a screenshot first, then do "
    "again what is needed of what was done before.]"
)


async def answers(
    cut: Cut, desktop: Desktop, picture_size: Size, journal: Journal, *, same_desktop: bool
) -> AsyncIterator[Acted]:
    """The results of the calls that were left open, to be journalled one by one."""
    look: Shown | None = None
    if same_desktop and any(call.begun for call in cut.calls):
        try:
            look = shown(await desktop.screenshot(), picture_size)
        except DesktopError:
            pass  # then the model has to look for itself, and is told that nobody knows
    for call in cut.calls:
        yield telling.acted(call.step, _answer(call, look), journal)


def _answer(open_call: OpenCall, look: Shown | None) -> ToolRun:
    call, begun = open_call.call, open_call.begun
    proposal = Proposal(call, begun.tool if begun else "", begun.name if begun else call.name, call.name)
    if begun is not None and look is not None:
        run = ToolRun(proposal, succeeded(call, Text(LOOKED), Image(look.png)), picture=look)
    elif begun is not None:
        run = ToolRun(proposal, failed(call, LOST))
    elif open_call.refused is not None:
        word = open_call.refused
        run = ToolRun(proposal, failed(call, refusal(Decision(False, word.by, word.reason))))
    else:
        run = ToolRun(proposal, failed(call, NOT_RUN))
    return replace(run, proposal=replace(proposal, error=run.text if run.is_error else ""))
