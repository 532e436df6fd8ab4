"""Sliders: taken by their knob, moved by the arrow keys, and read off until they show what is wanted."""

from __future__ import annotations

import re

from deskhand.models.local.hand import Stuck
from deskhand.models.local.page.pane import Pane
from deskhand.models.local.page.sheet import Thing
from deskhand.models.local.page.words import number
from deskhand.vision.scene import Scene, TextLine

_ROUNDS = 6


async def one(pane: Pane, match: re.Match[str]) -> None:
    """``Select -9 with the slider``; the rest of the sentence follows."""
    from deskhand.models.local.page import clauses

    wanted = number(match["value"])
    if wanted is None:
        raise Stuck(f"“{match['value']}” is no number.")
    await _set(pane, 0, wanted)
    rest = match["rest"].strip(" ,.")
    if rest:
        await clauses.carry_out(pane, rest)


async def several(pane: Pane, match: re.Match[str]) -> None:
    """``Set the sliders to the combination [1,15,11] and submit``."""
    for index, value in enumerate(re.findall(r"-?\d+", match["values"])):
        await _set(pane, index, int(value))
    await pane.submit()


async def knobs(pane: Pane) -> tuple[Thing, ...]:
    return tuple(sorted(await pane.things("knob"), key=lambda thing: (thing.box.y, thing.box.x)))


async def _set(pane: Pane, index: int, wanted: int) -> None:
    found = await knobs(pane)
    if index >= len(found):
        raise Stuck("I see no slider to set.")
    knob = found[index]
    await pane.click(knob, "Take the slider's knob.")
    for _ in range(_ROUNDS):
        shown = await _value(pane, index)
        if shown is None:
            raise Stuck("I cannot read what the slider shows.")
        if shown == wanted:
            return
        await pane.key("Right" if wanted > shown else "Left", min(60, abs(wanted - shown)))
    raise Stuck(f"The slider does not go to {wanted}.")


async def _value(pane: Pane, index: int) -> int | None:
    """The number beside the track, or close below it."""
    found = await knobs(pane)
    if index >= len(found):
        return None
    knob = found[index].box
    sheet = await pane.sheet()
    near = [
        (abs(line.box.center.y - knob.center.y), line)
        for line in sheet.lines
        if re.fullmatch(r"[-−–]?\s*\d+", line.text.strip())
        and -0.6 * sheet.unit < line.box.y - knob.y < 2.6 * sheet.unit
    ]
    if near:
        return _number(min(near, key=lambda pair: pair[0])[1])
    row = await pane.closer(knob.grow(int(2 * sheet.unit)).clip(sheet.scene.size) or knob, 2)
    return _first(row)


def _first(scene: Scene) -> int | None:
    found = [line for line in scene.texts if re.fullmatch(r"[-−–]?\s*\d+", line.text.strip())]
    return _number(found[0]) if found else None


def _number(line: TextLine) -> int:
    return int(re.sub(r"[−–]\s*", "-", line.text.strip()).replace(" ", ""))
