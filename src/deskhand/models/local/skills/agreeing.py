"""A dialog that was filled in is agreed to before what comes next happens elsewhere.

"Call it Garden and write … on its first page", "set the scrollback to 5000 lines": nobody says "press OK". A page of a
form in a large window is none of this: only a small window with a way out beside the way on is.
"""

from __future__ import annotations

from contextlib import suppress

from deskhand.models.local.ground import buttons
from deskhand.models.local.hand import Hand, Stuck
from deskhand.models.local.skills.common import dialog_in_front
from deskhand.models.local.skills.programs import DOCUMENT
from deskhand.models.local.skills.saved import MARKED
from deskhand.models.local.steps import (
    ChooseOption,
    ClickOn,
    Copy,
    DragTo,
    Paste,
    PressKeys,
    Read,
    ScrollBy,
    ScrollTo,
    SetChecked,
    Step,
    Tell,
    TypeText,
    WaitFor,
)

KEEPING = 16
"""Seconds: note books write what was typed 4 to 15 seconds later."""
_WAYS_ON = ("OK", "Apply", "Save", "Add", "Create", "Set")


async def agree(hand: Hand, step: Step, following: Step | None) -> None:
    """Press the button that keeps what ``step`` put into a dialog, unless ``following`` goes on in it."""
    if not _fills(step) or (following is not None and _goes_on(following)) or not await dialog_in_front(hand):
        return
    front = await hand.front()
    if front is None or not buttons(await hand.scene(), "Cancel", front.box, 0.9):
        return
    for name in _WAYS_ON:
        found = buttons(await hand.scene(), name, front.body, 0.93)
        if found:
            say = hand.say(f"Agreeing with {found[0].text}.", f"「{found[0].text}」で確定します。")
            await hand.click(found[0].box.center, say)

            async def gone() -> bool:
                return not await dialog_in_front(hand)

            await hand.until(gone, tries=3)
            return


async def let_it_keep(hand: Hand, last: Step) -> None:
    """A notebook that shows no file and no mark of unsaved changes writes down what was typed after a while: wait for
    that, where typing is the last that was wished. Nothing is saved that nobody asked to save."""
    if not isinstance(last, TypeText) or last.into is not None or hand.memory.current not in hand.memory.named:
        return
    front = await hand.front()
    title = (await hand.view()).focus or (front.title if front is not None else "")
    if title and not DOCUMENT.search(title) and not MARKED.search(title):
        with suppress(Stuck):
            await hand.wait(KEEPING)


def _fills(step: Step) -> bool:
    match step:
        case TypeText():
            return step.into is not None and not step.enter
        case SetChecked() | ChooseOption():
            return True
        case _:
            return False


def _goes_on(step: Step) -> bool:
    """Whether a step may be one in the same dialog."""
    match step:
        case TypeText():
            return step.into is not None
        case (
            SetChecked()
            | ChooseOption()
            | ClickOn()
            | PressKeys()
            | Read()
            | Tell()
            | Copy()
            | Paste()
            | DragTo()
            | ScrollBy()
            | ScrollTo()
            | WaitFor()
        ):
            return True
        case _:
            return False
