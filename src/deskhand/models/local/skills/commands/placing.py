"""A value for a field that the instruction calls by another name than the form does, and the form's own way to keep it.

"Call it Garden" has no field "Call" in the dialog that asks for a name; and a value that was put into a dialog with OK
and Cancel is kept only when OK is pressed.
"""

from __future__ import annotations

import re

from deskhand.models.local.ground import buttons
from deskhand.models.local.hand import Hand
from deskhand.models.local.skills.commands.answering import agree
from deskhand.models.local.skills.commands.form import by_kind, put
from deskhand.models.local.skills.commands.setting_place import NAMED
from deskhand.models.local.skills.commands.slots import Slot, slots
from deskhand.models.local.skills.commands.stage import next_window
from deskhand.models.local.skills.common import dialog_in_front
from deskhand.models.local.steps import (
    CloseWindow,
    NewDocument,
    OpenFile,
    OpenProgram,
    Save,
    SwitchTo,
    Tell,
    TypeText,
    UseCommand,
)


async def put_into_form(hand: Hand, name: str, text: str) -> bool:
    """Put it where the form in front says the name in its own words, or into a dialog's field for such a value."""
    front = await hand.front()
    if front is None:
        return False
    scene, view = await hand.scene(), await hand.view()
    free = [slot for slot in slots(scene, view.pixels, front.body) if slot.kind not in ("check", "radio")]
    named = [(slot.named(name), slot) for slot in free]
    score, best = max(named if name else [], key=lambda pair: pair[0], default=(0.0, None))
    place: Slot | None = best if score >= NAMED else None
    if place is None:
        place = next((slot for slot in free if _shape(slot.value) and _shape(slot.value) == _shape(text)), None)
    if place is None and name and free and await dialog_in_front(hand):
        place = by_kind(free, text)
    if place is None:
        return False
    await put(hand, place, text)
    return True


_SHAPES = (r"#[0-9a-fA-F]{6}", r"\w+://\S+", r"\S+@\S+\.\w+", r"\d+([-/.])\d+\1\d+", r"\d{1,2}:\d{2}")


def _shape(value: str) -> int:
    """Which kind of value it is by its form: a colour, an address, a day; 0 where it has none."""
    return next((at for at, shape in enumerate(_SHAPES, 1) if re.fullmatch(shape, value.strip())), 0)


async def keep_if_done(hand: Hand) -> None:
    """Press the dialog's OK, where the plan goes on elsewhere or ends."""
    goes_on = hand.next_step
    elsewhere = (
        goes_on is None
        or isinstance(goes_on, Save | CloseWindow | NewDocument | OpenFile | OpenProgram | SwitchTo | Tell | UseCommand)
        or (isinstance(goes_on, TypeText) and goes_on.into is None)
    )
    if not elsewhere or not await dialog_in_front(hand):
        return
    front, scene = await hand.front(), await hand.scene()
    if front is None or not buttons(scene, "Cancel", front.box, 0.9):
        return
    await agree(hand, front.body, "")
    await hand.took_effect()
    await next_window(hand)
