"""A value whose place shows, its field or the cell beside its name, is put there, and no menu is asked.

“Set the project name to Lantern” needs no command where a field “Project name:” stands in sight, nor “set the artist”
where a table has “Artist” in its first column; both were looked for in every menu and given up.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from deskhand.models.local.ground import ENOUGH, buttons, locate
from deskhand.models.local.hand import Hand
from deskhand.models.local.skills.arrived import shorten, shown
from deskhand.models.local.skills.commands.form import Field, put
from deskhand.models.local.skills.commands.slots import Slot, slots
from deskhand.models.local.skills.file_dialog import is_dialog
from deskhand.models.local.skills.table_cells import written_at
from deskhand.models.local.skills.tabs import each_tab
from deskhand.models.local.steps import Target
from deskhand.screen.geometry import Point, Rect

EDITS = re.compile(r"\b(?:edit|change|set)\b|変更|編集|設定", re.IGNORECASE)
"""How the command of a change is called."""
NAMED = 0.66
"""What the label of a place must say of a value's name."""
STACKED = 4
"""Pixels by which the cells of one column may begin apart, and stand apart."""
ROWS = 3
"""Cells one below the other, from which on they are a table's."""


async def changed_in_place(hand: Hand, words: str, fields: Sequence[Field], of: str = "") -> str:
    """The sentence for values that stand in their places now, on whichever tab these are; "" where the window has no
    such places. ``of``: whose values they are, where that is no row of its own but a part of the label."""
    if not fields or not all(name for name, _ in fields) or EDITS.search(words) is None:
        return ""
    if await is_dialog(hand):
        return ""  # the name of a file to open is no title of anything
    put_in = await _all_put(hand, fields, of)
    if not put_in:
        async for _ in each_tab(hand, " ".join(name for name, _ in fields)):
            if await is_dialog(hand):
                return ""
            if put_in := await _all_put(hand, fields, of):
                break
    if not put_in:
        return ""
    await applied(hand)
    told = ", ".join(f"{name}: {shorten(value, 30)}" for name, value in fields)
    return hand.say(f"I set {told}.", f"{told} に変えました。")


async def _all_put(hand: Hand, fields: Sequence[Field], of: str) -> bool:
    """Whether all have places here and read so there; nothing is put while one has none."""
    front = await hand.front()
    if front is None or None in [await place_of(hand, front.body, name, of) for name, _ in fields]:
        return False
    for name, value in fields:
        place = await place_of(hand, front.body, name, of)
        if place is None or not await _put(hand, front.body, place, value):
            return False
    return True


async def place_of(hand: Hand, body: Rect, name: str, of: str = "") -> Slot | None:
    """The one place in the window whose label says the name best."""
    scene, view = await hand.scene(), await hand.view()
    free = [slot for slot in slots(scene, view.pixels, body) if slot.kind in ("text", "choice", "area")]
    said = f"{of} {name}".strip()
    ranked = sorted(((slot.named(said), -at) for at, slot in enumerate(free)), reverse=True)
    if not ranked or ranked[0][0] < NAMED:
        return None
    best = free[-ranked[0][1]]
    if of and best.named(name) < NAMED and not best.label:
        return None
    return best


async def _put(hand: Hand, body: Rect, place: Slot, value: str) -> bool:
    scene, view = await hand.scene(), await hand.view()
    if place.kind == "text" and is_cell(place, slots(scene, view.pixels, body)):
        return await written_at(hand, Point(place.box.x + min(24, place.box.width // 3), place.box.center.y), value)
    if not await put(hand, place, value):
        return False
    if place.kind == "choice" or await shown(hand, value):
        return True
    await hand.step_aside()  # it was clicked into, and the pointer stands on what is to be read
    return await shown(hand, value)


def is_cell(place: Slot, others: Sequence[Slot]) -> bool:
    """Whether it is one of a table's column: places of the same width, one right upon the other."""
    column = [one for one in others if one.kind == "text" and abs(one.box.x - place.box.x) <= STACKED]
    same = [one for one in column if abs(one.box.width - place.box.width) <= STACKED]
    close = [
        one
        for one in same
        if one is not place and min(abs(one.box.y - place.box.bottom), abs(place.box.y - one.box.bottom)) <= STACKED
    ]
    return len(same) >= ROWS and bool(close)


async def applied(hand: Hand) -> None:
    """A window that keeps what was put in only when told so."""
    front = await hand.front()
    found = [] if front is None else buttons(await hand.scene(), "Apply", front.body, 0.93)
    if found and found[0].whole:
        await hand.click(found[0].box.center, hand.say("Applying it.", "適用します。"))
        hand.applied = hand.step
        await hand.took_effect()


async def stands_here(hand: Hand, target: Target) -> bool:
    """Whether what the values belong to shows as something of its own."""
    found = locate(await hand.scene(), target, await hand.here())
    return bool(found) and found[0].score >= ENOUGH
