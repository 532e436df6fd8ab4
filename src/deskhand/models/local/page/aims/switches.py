"""Switches and boxes turned on and off: those that are named, only those, or all the rest."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from deskhand.models.local.page.aims.hear import Aim
from deskhand.models.local.page.aims.items import items_of
from deskhand.models.local.page.aims.likeness import spoken_of
from deskhand.models.local.page.pane import Pane
from deskhand.models.local.page.sheet import Sheet
from deskhand.screen.geometry import Rect

_NAMED = 0.75


@dataclass(frozen=True, slots=True)
class Switch:
    label: str
    box: Rect
    on: bool


def switches(sheet: Sheet) -> list[Switch]:
    """Every switch with its label: a round knob in a track that lies to one side of it; boxes to tick too."""
    found: list[Switch] = []
    items = items_of(sheet)
    for thing in sheet.things:
        if thing.kind not in ("radio", "checkbox", "knob", "shape") or (thing.text and thing.kind in ("shape", "knob")):
            continue
        if not 0.7 < thing.box.width / max(1, thing.box.height) < 1.4 or thing.box.height > 3 * sheet.unit:
            continue
        on = _track(sheet, thing.box) if thing.shape == "circle" else None
        if on is None and thing.kind != "checkbox":
            continue
        item = next((item for item in items if item.box.grow(2).contains(thing.box.center)), None)
        item = item or next((item for item in items if thing in item.things), None)
        label = thing.text or ("" if item is None else item.text)
        if label and not any(abs(other.box.y - thing.box.y) < 4 and other.label == label for other in found):
            found.append(Switch(label, thing.box, bool(thing.checked) if on is None else on))
    return found


def _track(sheet: Sheet, knob: Rect) -> bool | None:
    """Whether the track lies to the left of the knob, which is on; None when there is no track."""
    y, reach = knob.center.y, max(5, int(0.5 * knob.width))
    row = sheet.picture[y].astype(int)
    left, right = knob.x - reach, knob.right + reach
    if left - 2 * knob.width < 0 or right + 2 * knob.width >= len(row):
        return None
    paper = row[knob.right + 2 * knob.width - 4]
    other = row[knob.x - 2 * knob.width + 4]

    def differs(at: int, ground: np.ndarray[tuple[int], np.dtype[np.int_]]) -> bool:
        return bool(np.abs(row[at] - ground).max() > 14)

    to_left, to_right = differs(left, other), differs(right, paper)
    return None if to_left == to_right else to_left


async def turn(pane: Pane, aim: Aim) -> bool:
    """``「メンション」だけオンにして``; ``turn everything else off``."""
    on, off = "on" in aim.acts, "off" in aim.acts
    found = switches(await pane.sheet())
    if not found or not (on or off):
        return False
    spoken = f"{aim.text} {' '.join(aim.quotes)}"
    named = [
        each for each in found if spoken_of(each.label.split("\n")[0], spoken) >= _NAMED or _starts(each.label, aim)
    ]
    if aim.rest:
        wanted = {each.label: on and not off for each in found if each.label not in pane.meant}
    elif aim.only and named and on and off:
        wanted = {each.label: each in named for each in found}
    elif aim.only and named:
        wanted = {each.label: (each in named) == on for each in found}
    elif aim.every and not named:
        wanted = {each.label: on and not off for each in found}
    else:
        wanted = {each.label: on and not off for each in named}
    if not wanted:
        return False
    pane.meant.update(each.label for each in named)
    for each in found:
        if each.label in wanted and each.on != wanted[each.label]:
            now = next((one for one in switches(await pane.sheet()) if one.label == each.label), each)
            if now.on != wanted[each.label]:
                await pane.click(now.box, f"Turn “{each.label}” {'on' if wanted[each.label] else 'off'}.")
    return True


def _starts(label: str, aim: Aim) -> bool:
    return any(label.startswith(quote) for quote in aim.quotes)
