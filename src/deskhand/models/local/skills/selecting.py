"""Selecting a file by a click, also where a single click opens it.

Keys and text that follow a click are meant for the file; where it was opened they would go into it. Two of 27 programs
open at a single click.
"""

from __future__ import annotations

from deskhand.models.local.hand import Hand
from deskhand.models.local.windows import Window
from deskhand.screen.geometry import Point

LATE = 4
"""Looks until a window that was closed is gone."""


async def click_file(hand: Hand, point: Point, name: str) -> bool:
    """Click it, and see that it is only selected: what opened is closed again, and Ctrl keeps the next click from
    opening it. False where something else than before is in front now."""
    say = hand.say(f"Selecting {name}.", f"{name} を選びます。")
    title, front = (await hand.view()).focus, await hand.front()
    view = await hand.click(point, say)
    if view.focus == title or not await _another(hand, front):
        return True
    await hand.key("alt+F4", hand.say("A click opens it; closing that again.", "クリックで開いたので閉じます。"))

    async def back() -> bool:
        return (await hand.view()).focus == title

    if not title or not await hand.until(back, tries=LATE):
        return False
    await hand.click(point, say, keys="ctrl")
    return await hand.until(back, tries=2)


async def _another(hand: Hand, front: Window | None) -> bool:
    """Whether another window than before is in front: some titles only tell what is selected."""
    now = await hand.front()
    return now is not None and front is not None and now.box != front.box and now.title != front.title
