"""Giving a name to what a command made, where the program has called it "New" or "Untitled" already."""

from __future__ import annotations

import re

import cv2
import numpy as np

from deskhand.models.local.hand import Hand
from deskhand.models.local.skills.arrived import shorten, shown
from deskhand.models.local.skills.commands.slots import slots
from deskhand.models.local.skills.rows import COLOURED
from deskhand.screen.geometry import Rect
from deskhand.vision.picture import Picture

_NEW = re.compile(r"(?:new|untitled|unnamed|no name)\b|新しい|新規|無題|名称未設定", re.IGNORECASE)
"""What programs call a thing that has no name yet."""
ROW = range(12, 40)
"""Pixels of height of a row or of selected letters."""
FULL = 0.5
"""Of its rectangle that a marked ground fills at least."""
LONGEST = 40
"""Characters of such a name."""


async def named_anew(hand: Hand, before: Picture, pane: Rect | None, value: str) -> bool:
    """Write over the name that a program gave what it made, "New Note", "Untitled": the largest letters that say so."""
    scene, view = await hand.scene(), await hand.view()
    front = await hand.front()
    within = pane if front is None else front.body  # of what changed the row may be the smaller part
    if within is None:
        return False
    called = [
        line
        for line in scene.texts
        if within.contains(line.box.center) and _NEW.match(line.text) and len(line.text) <= LONGEST
    ]
    if called and lit_since(before, view.pixels, within) and await _typed_there(hand, value):
        return True
    if pane is None:
        return False
    fields = [slot.box for slot in slots(scene, view.pixels, pane.grow(8)) if slot.kind == "text"]
    called = [line for line in called if pane.contains(line.box.center)]
    lines = [line for line in called if not any(box.contains(line.box.center) for box in fields)]
    line = max(lines, key=lambda one: one.box.height, default=None)
    if line is None:
        return False
    say = hand.say(f"Writing the name over “{line.text}”.", f"「{line.text}」を名前に書き換えます。")
    await hand.click(line.box.center, say, count=3)
    selected = (await hand.view()).changes
    if not any(area.intersect(line.box) for area in selected):
        return False  # a button, or a tab
    await hand.type(value, say)
    return await shown(hand, value)


def lit_since(before: Picture, after: Picture, within: Rect) -> Rect | None:
    """A row or a name that is marked now where nothing was: letters that are selected are hard to read."""
    if before.shape != after.shape:
        return None
    part = np.s_[within.y : within.bottom, within.x : within.right]
    now, then = after[part].astype(np.int16), before[part].astype(np.int16)
    coloured = now.max(axis=2) - now.min(axis=2) > COLOURED
    lit = (coloured & (np.abs(now - then).max(axis=2) > COLOURED)).astype(np.uint8)
    _, _, stats, _ = cv2.connectedComponentsWithStats(lit)
    found: list[Rect] = []
    for x, y, width, height, filled in ((int(value) for value in row) for row in stats[1:]):
        if height in ROW and width >= ROW.start and filled >= FULL * width * height:
            found.append(Rect(within.x + x, within.y + y, width, height))
    return max(found, key=lambda box: box.area, default=None)


async def _typed_there(hand: Hand, value: str) -> bool:
    """Where the row is marked: its name is open for writing as soon as it is made, or at F2. What a search in the list
    shows of it goes away with Return."""
    say = hand.say(f"Typing its name, “{shorten(value)}”.", f"名前「{shorten(value)}」を入力します。")
    title = (await hand.view()).focus
    for keys in ("", "F2"):
        if keys:
            await hand.key(keys, say)
        await hand.type(value, say)
        await hand.key("Return", hand.say("Pressing Return.", "Return キーを押します。"))
        await hand.took_effect()
        if (await hand.view()).focus != title:
            return False  # Return has opened a window for what was made: that asks for the name
        if await shown(hand, value):
            return True
    return False
