"""Selecting a file, also where a single click opens it.

Keys and text that follow a click are meant for the file; where it was opened they would go into it, and a slow
program's window comes only then. Some programs open at a single click: there the right button selects, with its menu.
"""

from __future__ import annotations

import re

from deskhand.models.local.hand import Hand
from deskhand.models.local.skills.common import appeared
from deskhand.models.local.windows import Window
from deskhand.screen.geometry import Point

_DOCUMENT = re.compile(r"\w\.[A-Za-z]\w{0,4}\b")
"""A file in a window's title: an archive or a document is open, and a click in it opens nothing."""


async def click_file(hand: Hand, point: Point, name: str, *, by_menu: bool = False) -> bool:
    """Select it, and see that it is only selected: False where something else than before is in front now. ``by_menu``:
    rather by the right button, where its menu is what is wanted next."""
    say = hand.say(f"Selecting {name}.", f"{name} を選びます。")
    title, front = (await hand.view()).focus, await hand.front()
    told = title or (front.title if front is not None else "")
    if by_menu and told and not _DOCUMENT.search(told):
        await hand.click(point, say, button="right")
        if await appeared(hand):
            await hand.key("Escape", hand.say("Closing its menu.", "メニューを閉じます。"))
            hand.popup = None
            return True
    view = await hand.click(point, say)
    return view.focus == title or not await _another(hand, front)


async def _another(hand: Hand, front: Window | None) -> bool:
    """Whether another window than before is in front: some titles only tell what is selected."""
    now = await hand.front()
    return now is not None and front is not None and now.box != front.box and now.title != front.title
