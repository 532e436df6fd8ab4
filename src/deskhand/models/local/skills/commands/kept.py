"""Whether a field kept what was typed into it.

A metronome's speed typed and left by Tab was told as set, and the program went on at the old one: some programs take a
number by Return only. So a number, or a colour's digits, is read once more where it was put.
"""

from __future__ import annotations

import re

from deskhand.models.local.hand import Hand, Stuck
from deskhand.models.local.skills.commands.slots import Slot
from deskhand.screen.geometry import Point


async def kept(hand: Hand, slot: Slot, text: str) -> None:
    """A number or a colour is looked at again where it was put: some programs take it by Return only, and show the old
    one as soon as their field is left."""
    if not exact(text) or not exact(slot.value.lstrip(": ")):
        return
    if await _read_in(hand, slot) in ("", bare_value(text)):
        return
    await hand.step_aside()  # the pointer may stand on it
    if await _read_in(hand, slot) in ("", bare_value(text)):
        return
    say = hand.say("It was not taken; once more, with Return.", "受け付けられていないので、Return で入れ直します。")
    await hand.click(Point(slot.box.x + min(24, slot.box.width // 3), slot.box.center.y), say)
    await hand.key("End", say)
    await hand.key("shift+Home", say)  # Ctrl+A may be another command of the program's, and marks nothing then
    await hand.type(text, say)
    await hand.key("Return", say)
    await hand.step_aside()
    reads = await _read_in(hand, slot)
    if reads and reads != bare_value(text):
        name = slot.label.rstrip(" :：") or slot.column
        raise Stuck(
            hand.say(
                f"I typed {text} into “{name}”, but it shows {reads} now.",
                f"「{name}」に {text} と入力しましたが、表示は {reads} です。",
            )
        )


async def _read_in(hand: Hand, slot: Slot) -> str:
    """What stands in a field, looked at closely; "" where no number or colour can be read there."""
    box = slot.box.grow(2)
    inner = [line for line in (await hand.closer(box, 3)).texts if box.contains(line.box.center)]
    told = [part for line in sorted(inner, key=lambda line: line.box.x) for part in line.text.split() if exact(part)]
    if not told or await _is_out_of_sight(hand, slot):
        return ""
    return bare_value(told[0])


async def _is_out_of_sight(hand: Hand, slot: Slot) -> bool:
    """Whether its form has gone, with the key that left it."""
    front = await hand.front()
    return front is None or not front.box.contains(slot.box.center)


def exact(text: str) -> bool:
    """Whether it is a number or a colour, which reads as it was typed or is another."""
    return re.fullmatch(r"[-+]?\d+(?:[.,]\d+)?|#[0-9A-Fa-f]{6}", text.strip()) is not None


def bare_value(text: str) -> str:
    """The same number however it is written: 100 and 100.0."""
    plain = text.strip().replace(",", ".").lower()
    return f"{float(plain):g}" if re.fullmatch(r"[-+]?\d+(?:\.\d+)?", plain) else plain
