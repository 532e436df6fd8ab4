"""A time of day put into two numbers with a colon between them, as clocks and calendars ask for one."""

from __future__ import annotations

import re

from deskhand.models.local.hand import Hand
from deskhand.models.local.layout import same_row
from deskhand.models.local.skills.commands.days import time_said
from deskhand.screen.geometry import Rect
from deskhand.vision.scene import Scene

APART = 60
"""Pixels between hours and minutes, at most."""
_BOTH = re.compile(r"(\d{1,2})\s*[:：]\s*(\d{2})")


def parts(scene: Scene, area: Rect) -> tuple[Rect, Rect] | None:
    """Where hours and minutes stand; None where no two numbers stand so, or more than two do."""
    found: list[tuple[Rect, Rect]] = []
    lines = [line for line in scene.texts if area.contains(line.box.center)]
    for line in lines:
        if (both := _BOTH.fullmatch(line.text.strip())) is not None:
            start = line.text.index(both[0])
            spans = [(start + both.start(group), start + both.end(group)) for group in (1, 2)]
            found.append((line.part(*spans[0]), line.part(*spans[1])))
    numbers = [line for line in lines if re.fullmatch(r"\d{1,2}", line.text.strip())]
    for hours in numbers:
        behind = [
            line
            for line in numbers
            if line is not hours
            and same_row(line.box, hours.box)
            and 0 < line.box.x - hours.box.right <= APART
            and abs(line.box.height - hours.box.height) <= 4
        ]
        if len(behind) == 1 and int(hours.text) < 24 and int(behind[0].text) < 60 and len(behind[0].text.strip()) == 2:
            found.append((hours.box, behind[0].box))
    return found[0] if len(found) == 1 else None


async def put_time(hand: Hand, area: Rect, value: str) -> bool:
    """Whether both parts were put in, and read so."""
    told = time_said(value)
    where = parts(await hand.scene(), area) if told else None
    if where is None:
        return False
    for box, part, name in zip(where, told.split(":"), (("hours", "時"), ("minutes", "分")), strict=True):
        say = hand.say(f"Setting the {name[0]} to {part}.", f"「{name[1]}」を {part} にします。")
        await hand.click(box.center, say)
        await hand.key("ctrl+a", say)
        await hand.type(part, say)
        await hand.key("Tab", hand.say("Going on to the next field.", "次の欄へ移ります。"))
    await hand.step_aside()
    now = await hand.closer(where[0].union(where[1]).grow(10), 2)
    read = [int(number) for line in now.texts for number in re.findall(r"\d+", line.text)]
    return read[:2] == [int(part) for part in told.split(":")] or sorted(read) == sorted(map(int, told.split(":")))
