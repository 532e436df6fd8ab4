"""Giving a name to what a command made, where the program has called it "New" or "Untitled" already."""

from __future__ import annotations

import re

from deskhand.models.local.hand import Hand
from deskhand.models.local.skills.arrived import shorten, shown
from deskhand.models.local.skills.commands.slots import slots
from deskhand.models.local.skills.rows import marked
from deskhand.screen.geometry import Rect

_NEW = re.compile(r"(?:new|untitled|unnamed|no name)\b|新しい|新規|無題|名称未設定", re.IGNORECASE)
"""What programs call a thing that has no name yet."""
LONGEST = 40
"""Characters of such a name."""


async def named_anew(hand: Hand, pane: Rect, value: str) -> bool:
    """Write over the name that a program gave what it made, "New Note", "Untitled": the largest letters that say so."""
    scene, view = await hand.scene(), await hand.view()
    fields = [slot.box for slot in slots(scene, view.pixels, pane.grow(8)) if slot.kind == "text"]
    front = await hand.front()
    within = pane if front is None else front.body  # of what changed the row may be the smaller part
    called = [
        line
        for line in scene.texts
        if within.contains(line.box.center) and _NEW.match(line.text) and len(line.text) <= LONGEST
    ]
    if any(marked(view.pixels, line.box) for line in called) and await _typed_there(hand, value):
        return True
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


async def _typed_there(hand: Hand, value: str) -> bool:
    """Into a row that is marked: its name is open for writing as soon as it is made, or at F2."""
    say = hand.say(f"Typing its name, “{shorten(value)}”.", f"名前「{shorten(value)}」を入力します。")
    for keys in ("", "F2"):
        if keys:
            await hand.key(keys, say)
        await hand.type(value, say)
        if await shown(hand, value):
            await hand.key("Return", hand.say("Pressing Return.", "Return キーを押します。"))
            return True
    return False
