"""A slider set to a number that is written beside it: by its keys, each press measured, until the number says so.

What is typed at a slider is lost, and where exactly along it a value lies nobody can see: 500 ms of a thousand was told
as set while it stood at 300.
"""

from __future__ import annotations

import re

from deskhand.models.local.hand import Hand
from deskhand.models.local.layout import same_row
from deskhand.models.local.skills.commands.slots import SLIM, Slot
from deskhand.screen.geometry import Point, Rect

BATCH = 30
"""Presses of a key in one turn."""
MOST = 240
"""Presses at most."""
WAYS = (("Right", "Left"), ("Up", "Down"))
_NUMBER = re.compile(r"(?<![\w.])[-+]?\d+(?:[.,]\d+)?")


def is_slider(slot: Slot) -> bool:
    """Whether it is one, or as slim as one and without words."""
    known = slot.widget.role == "slider"
    return known or (
        slot.kind == "text" and not _NUMBER.search(slot.value) and slot.box.width >= SLIM * slot.box.height
    )


async def slid(hand: Hand, area: Rect, slot: Slot, value: str) -> bool | None:
    """Whether the slider stands at the number now; None where this is no slider with a number beside it."""
    wanted = _NUMBER.match(value.strip())
    if wanted is None or not is_slider(slot) or await _number(hand, area, slot) is None:
        return None
    target = float(wanted[0].replace(",", "."))
    say = hand.say(
        f"Moving “{slot.label or slot.column}” to {value}.", f"「{slot.label or slot.column}」を {value} に動かします。"
    )
    await hand.click(Point(slot.box.x + slot.box.width // 2, slot.box.center.y), say)
    await hand.step_aside()
    for more, less in WAYS:
        if (before := await _number(hand, area, slot)) is None:
            return False
        if before == target:
            return True
        key = more if target > before else less
        await hand.key(key, say)
        now = await _number(hand, area, slot)
        if now is None or now == before:
            continue  # it takes other keys, or stands at its end
        times = (target - now) / (now - before)
        if times < 0 or times > MOST or abs(times - round(times)) > 0.01:
            return now == target
        for start in range(0, round(times), BATCH):
            await hand.key(" ".join([key] * min(BATCH, round(times) - start)), say)
        return await _number(hand, area, slot) == target
    return False


async def _number(hand: Hand, area: Rect, slot: Slot) -> float | None:
    """What is written behind the slider, in its row."""
    row = [
        (line.box.x, found[0])
        for line in (await hand.scene()).texts
        if area.contains(line.box.center)
        and same_row(line.box, slot.box)
        and line.box.x > slot.box.center.x
        and (found := _NUMBER.match(line.text.strip())) is not None
    ]
    return float(min(row)[1].replace(",", ".")) if row else None
