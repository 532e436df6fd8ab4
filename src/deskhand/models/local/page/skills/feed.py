"""A feed of posts: each has a name with an @ and a row of small pictures under its text."""

from __future__ import annotations

import re

from deskhand.models.local.hand import Stuck
from deskhand.models.local.page.pane import Pane
from deskhand.models.local.page.sheet import Sheet
from deskhand.models.local.page.words import number
from deskhand.screen.geometry import Rect

_ORDER = ("reply", "retweet", "like", "share")
_PLACES = (0.13, 0.38, 0.63, 0.87)
_MOST = 24


async def one(pane: Pane, match: re.Match[str]) -> None:
    """``For the user @quam, click on the "Like" button``."""
    done = await _act(pane, match["user"], match["what"], 1)
    if not done:
        raise Stuck(f"I find no post by {match['user']}.")


async def some(pane: Pane, match: re.Match[str]) -> None:
    """``Click the "Like" button on 2 posts by @sed and then click Submit``."""
    word = match["count"].lower()
    wanted = number(word) or 10_000
    await _act(pane, match["user"], match["what"], wanted)
    await pane.submit()


async def _act(pane: Pane, user: str, what: str, wanted: int) -> int:
    """Press it on the next posts of the user, scrolling; how often it was pressed."""
    name = user.lstrip("@").lower().strip(" .")
    done = 0
    for _ in range(_MOST):
        sheet = await pane.sheet()
        rows = _posts(sheet)
        for index, (box, said) in enumerate(rows):
            foot = rows[index + 1][0].y if index + 1 < len(rows) else None
            if said != name:
                continue
            icons = _icons(sheet, box, foot)
            if not icons:
                continue
            icon = _icon(sheet, icons, what)
            if _pressed(sheet, icon):
                continue
            await pane.hand.hover(icon.center, f"Point at “{what}”.")  # it may be drawn anew under the pointer
            await pane.hand.took_effect()
            await pane.click(icon, f"Click “{what}”.")
            if what.lower() not in _ORDER:  # one of those behind the three dots
                await pane.hand.took_effect()
                await _menu(pane, what, icon)
            done += 1
            if done >= wanted:
                return done
        if not await pane.scroll("down", 1):
            break
    return done


async def _menu(pane: Pane, what: str, opener: Rect) -> None:
    """The opened menu may reach below the edge."""
    for attempt in range(6):
        found = await pane.texts(what, 0.85)
        if found:
            await pane.click(found[0].box, f"Click “{what}”.")
            return
        if attempt == 0:
            await pane.hand.wait(1)
        elif not await pane.scroll("down", 1):
            await pane.click(opener, "Open the menu again.")
            await pane.hand.took_effect()
    raise Stuck(f"I see no “{what}” in the menu of the post.")


def _posts(sheet: Sheet) -> list[tuple[Rect, str]]:
    """The lines that name who posted, with the name."""
    found: list[tuple[Rect, str]] = []
    for line in sheet.lines:
        user = re.search(r"[@©®]\s?(\w+)", line.text)
        if user:
            found.append((line.box, user[1].lower()))
    return found


def _icons(sheet: Sheet, head: Rect, foot: int | None) -> list[Rect]:
    """The pictures under a post, left to right: grey patches between its text and the next post."""
    end = foot if foot is not None else sheet.body.bottom
    boxes: list[Rect] = []
    for region in sorted(sheet.regions, key=lambda region: -region.area):
        box, colour = region.box, region.colour
        if not (head.bottom + 0.8 * sheet.unit < box.y and box.bottom < end):
            continue
        if box.width > 2.6 * sheet.unit or box.height > 2 * sheet.unit or box.width < 0.3 * sheet.unit:
            continue
        if min(colour) > 235 or max(colour) < 90 or any(line.box.grow(2).contains(box.center) for line in sheet.lines):
            continue
        near = next((i for i, other in enumerate(boxes) if abs(other.center.x - box.center.x) < 1.6 * sheet.unit), None)
        if near is None:
            boxes.append(box)
    return sorted(boxes, key=lambda box: box.x)


def _icon(sheet: Sheet, icons: list[Rect], what: str) -> Rect:
    """By its usual place in the row."""
    key = what.lower()
    index = _ORDER.index(key) if key in _ORDER else 3
    y = sorted(box.center.y for box in icons)[len(icons) // 2]
    width = 0.92 * sheet.body.width
    x = sheet.body.x + _PLACES[index] * width
    return min(icons, key=lambda box: abs(box.center.x - x) + 4 * abs(box.center.y - y))


def _pressed(sheet: Sheet, box: Rect) -> bool:
    """One that was pressed has taken a colour."""
    part = sheet.picture[box.y : box.bottom, box.x : box.right].reshape(-1, 3).astype(int)
    return bool(((part.max(axis=1) - part.min(axis=1)) > 70).mean() > 0.15)
