"""Going to a page by its number where the window has neither a field nor a command for it: leafing, and counting along.

A viewer that is nothing but a page has only its keys; that it says “Page 2/3” somewhere tells when to stop.
"""

from __future__ import annotations

import re

from deskhand.models.local.hand import Hand

MOST = 60
"""Pages that are leafed through at most."""
_COUNTER = re.compile(r"(?<![\d.,/])(\d{1,4})\s*(?:/|of|von|sur)\s*(\d{1,4})(?![\d/])", re.IGNORECASE)
AHEAD, BACK = ("Next", "Right"), ("Prior", "Left")
"""Keys that leaf on, and back."""


async def leafed_to(hand: Hand, page: int) -> bool:
    """Whether the page shows now, by the window's own word."""
    shown = await page_counted(hand)
    for ahead, back in zip(AHEAD, BACK, strict=True):
        for _ in range(MOST):
            if shown == page:
                return True
            say = hand.say(f"Leafing to page {page}.", f"{page} ページ目までめくります。")
            await hand.key(ahead if shown is None or shown < page else back, say)
            await hand.took_effect()
            now = await page_counted(hand)
            if now is None or now == shown:
                break
            shown = now
    return shown == page


async def page_counted(hand: Hand) -> int | None:
    """Which page shows, where the window says "2/3" or "2 of 3" in one place, its title included."""
    found = await _counter(hand)
    return None if found is None else int(found[0])


async def pages_counted(hand: Hand) -> str:
    """How many pages there are, by the same words; "" where they stand nowhere."""
    found = await _counter(hand)
    return "" if found is None else found[1]


async def _counter(hand: Hand) -> tuple[str, str] | None:
    front, view = await hand.front(), await hand.view()
    inside = [line.text for line in (await hand.scene()).texts if front is None or front.box.contains(line.box.center)]
    found = {(match[1], match[2]) for text in (*inside, view.focus or "") for match in _COUNTER.finditer(text)}
    return found.pop() if len(found) == 1 else None
