"""Going on where a run was cut off: every open call is answered, truthfully, before the model is asked again.

Nothing is done again: what the journal says was begun may have happened, and only a look at the screen can tell.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace

from deskhand.agent import telling
from deskhand.agent.acting import Hands, refusal
from deskhand.agent.asking import Asking
from deskhand.agent.compaction import continuation, newest
from deskhand.agent.events import Acted, Noted, Resumed
from deskhand.agent.journal import Journal, Reader
from deskhand.agent.recovery import Cut, OpenCall
from deskhand.agent.transcript import NOT_RUN, conversation
from deskhand.desktop.interface import Desktop, DesktopError
from deskhand.guard.interface import Decision
from deskhand.messages import Image, Text
from deskhand.models.interface import traits_of
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


async def take_up(cut: Cut, asking: Asking, hands: Hands, desktop: Desktop, *, same_desktop: bool, say: str) -> None:
    """Bring journal and conversation to where the model can be asked again. ``say``: a person's word to it."""
    journal, steps = asking.journal, cut.spent.steps
    asking.spent, asking.usage, hands.refusal = cut.spent, cut.usage, cut.refusal
    await asking.emit(Resumed(same_desktop, steps))
    await asking.emit(Noted(f"The run was resumed at {'the same' if same_desktop else 'a new'} desktop.", steps))
    async for event in answers(cut, desktop, asking.tools.picture_size, journal, same_desktop=same_desktop):
        await asking.emit(event)
    reader = Reader(journal.folder)
    try:
        entries = await asyncio.to_thread(reader.read)
        asking.messages[:] = conversation((entry.event for entry in entries), reader.picture)
    finally:
        reader.close()
    if cut.summary:
        asking.begin_anew(continuation(cut.summary), newest(asking.messages))
    if cut.turn is not None and not say:
        asking.heard = cut.turn  # nothing need be said to a model that has had its say
    elif traits_of(asking.model).ends_by_word:
        asking.say(cut.handed_back)
        if not same_desktop:
            asking.say(NEW_DESKTOP)
        elif cut.finished is None:
            asking.say(SAME_DESKTOP)
    elif not same_desktop and not say:  # it goes by what its programs did, and these are gone
        asking.begin_anew("")
    asking.say(say)


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
