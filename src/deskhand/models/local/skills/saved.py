"""Whether keys have saved: the marks of what is not saved yet, and the search that the same keys open elsewhere.

The oldest editors search with Ctrl+S, at the foot of their window: what was typed there was said to be saved.
"""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable

from deskhand.models.local.ground import buttons
from deskhand.models.local.hand import Hand, Stuck
from deskhand.models.local.skills.common import appeared, visible_summary

MARKED = re.compile(r"^[*●•]|\*$|\*(?=\s*[-–—(])|\((?:modified|changed)\)|\[modified\]| \[?\+\]? \(", re.I)
"""How titles say that there are unsaved changes."""
_SEARCH = re.compile(r"^(?:search|find|検索)\b", re.IGNORECASE)
"""What a window of searching is called."""
SEEKS = re.compile(r"^(?:\S{1,2}-)?search\s*[:：]", re.IGNORECASE)
"""What a line says that is asked for at the foot of a window, by keys that search there."""
_STATE = re.compile(r"^\S{0,4}\*\*\S{0,2} +\S+\.\w")
"""How a line below the text says so, before its file's name, where the title does not."""


async def says(hand: Hand, what: re.Pattern[str]) -> bool:
    """Whether a line of the window in front begins so."""
    front = await hand.front()
    lines = (await hand.scene()).texts if front is not None else ()
    return any(front.box.contains(line.box.center) and what.search(line.text) for line in lines if front is not None)


async def searches(hand: Hand) -> bool:
    """Whether the keys for saving have opened a search, as they do in the oldest editors; it is closed again."""
    front, focus = await hand.front(), (await hand.view()).focus or ""
    if front is None or not _SEARCH.search(focus) or not await appeared(hand):
        return False
    say = hand.say("These keys search here; closing that.", "ここでは検索のキーなので閉じます。")
    cancel = buttons(await hand.scene(), "Cancel", front.body, 0.9)
    await (hand.click(cancel[0].box.center, say) if cancel else hand.key("Escape", say))
    await hand.took_effect()
    return True


async def only_searches(hand: Hand) -> Stuck:
    seen = await visible_summary(hand)
    return Stuck(hand.say(f"Ctrl+S searches here, and I found no other way to save. {seen}",
                          f"ここでは Ctrl+S が検索で、ほかの保存方法が見つかりません。{seen}"))  # fmt: skip


async def unsaved(hand: Hand) -> bool:
    """Whether the title still carries the mark of unsaved changes: then these keys do not save here."""

    async def marked() -> bool:
        front = await hand.front()
        title = (await hand.view()).focus or (front.title if front is not None else "")
        return MARKED.search(title) is not None or await says(hand, _STATE)

    return await marked() and not await hand.until(_not(marked), tries=3)


def _not(true: Callable[[], Awaitable[bool]]) -> Callable[[], Awaitable[bool]]:
    async def opposite() -> bool:
        return not await true()

    return opposite
