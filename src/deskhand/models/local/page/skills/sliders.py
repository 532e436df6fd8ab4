"""Sliders: taken by their knob, moved by the arrow keys, and read off until they show what is wanted."""

from __future__ import annotations

import re

from deskhand.models.local.hand import Stuck
from deskhand.models.local.page.pane import Pane
from deskhand.models.local.page.sheet import Thing
from deskhand.models.local.page.words import listed_numbers, number
from deskhand.screen.geometry import Rect
from deskhand.vision.scene import Scene, TextLine

_ROUNDS = 6
_NUMBER = re.compile(r"[-−–]?\s*\d+")


async def one(pane: Pane, match: re.Match[str]) -> None:
    """``Select -9 with the slider``; the rest of the sentence follows."""
    from deskhand.models.local.page import clauses

    wanted = number(match["value"])
    if wanted is None:
        raise Stuck(f"“{match['value']}” is no number.")
    found = await knobs(pane)
    if not found:
        raise Stuck("I see no slider to set.")
    await _set(pane, found[0], wanted)
    rest = match["rest"].strip(" ,.")
    if rest:
        await clauses.carry_out(pane, rest)


async def several(pane: Pane, match: re.Match[str]) -> None:
    """``Set the sliders to the combination [1,15,11] and submit``."""
    found, values = await knobs(pane), listed_numbers(match["values"])
    if len(found) < len(values):
        raise Stuck(f"I see {len(found)} sliders for {len(values)} values.")
    for knob, value in zip(found, values, strict=False):
        await _set(pane, knob, value)
    await pane.submit()


async def knobs(pane: Pane) -> tuple[Thing, ...]:
    return tuple(sorted(await pane.things("knob"), key=lambda thing: (thing.box.y, thing.box.x)))


async def _set(pane: Pane, knob: Thing, wanted: int) -> None:
    if await _value(pane, knob.box) == wanted:
        return
    await pane.click(knob, "Take the slider's knob.")
    for _ in range(_ROUNDS):
        shown = await _value(pane, knob.box)
        if shown is None:
            raise Stuck("I cannot read what the slider shows.")
        if shown == wanted:
            return
        await pane.key("Right" if wanted > shown else "Left", min(60, abs(wanted - shown)))
    raise Stuck(f"The slider does not go to {wanted}.")


async def _value(pane: Pane, knob: Rect) -> int | None:
    """The number beside the track on which the knob was, or close below it."""
    sheet = await pane.sheet()
    top, bottom = knob.y - 0.6 * sheet.unit, knob.y + 2.6 * sheet.unit
    near = [
        (abs(line.box.center.y - knob.center.y), line)
        for line in sheet.lines
        if _NUMBER.fullmatch(line.text.strip()) and top < line.box.y < bottom
    ]
    if near:
        return _number(min(near, key=lambda pair: pair[0])[1])
    row = Rect(pane.body.x, int(top), pane.body.width, int(bottom - top))
    return _first(await pane.closer(row.clip(sheet.scene.size) or knob, 2))


def _first(scene: Scene) -> int | None:
    found = [line for line in scene.texts if _NUMBER.fullmatch(line.text.strip())]
    return _number(found[0]) if found else None


def _number(line: TextLine) -> int:
    return int(re.sub(r"[−–]\s*", "-", line.text.strip()).replace(" ", ""))
