"""The tabs of the window in front, turned over one after the other: what does not show may stand under another.

A person who misses something in a window of four tabs looks under them. Two of two tasks on a system monitor ended with
“I did not find it”, with the list of processes one tab away.
"""

from __future__ import annotations

import re
from collections.abc import AsyncIterator

from deskhand.models.local.hand import Hand
from deskhand.models.local.skills.commands.fit import fit
from deskhand.screen.geometry import Rect
from deskhand.vision.scene import Scene, TextLine

MOST = 8
"""Tabs that are turned over."""
LONGEST = 28
"""Characters on a tab."""
LEVEL = 8
"""Pixels by which the words of one row of tabs stand apart in height."""
_DOCUMENT = re.compile(r"\w\.[A-Za-z]\w{0,4}\b|untitled|無題", re.IGNORECASE)
"""What the tab of an open document says: others are none of the window's own pages."""


async def each_tab(hand: Hand, words: str) -> AsyncIterator[str]:
    """What each tab of the window in front says, once it shows; first those that have to do with ``words``."""
    front = await hand.front()
    if front is None:
        return
    heads = tabs_in(await hand.scene(), front.body)
    for head in sorted(heads[:MOST], key=lambda line: -fit(words, line.text)):
        title = await _title(hand)
        await hand.click(head.box.center, hand.say(f"Looking under {head.text}.", f"「{head.text}」を見ます。"))
        if await hand.took_effect():
            if another_window(title, await _title(hand)):
                await hand.key("Escape", hand.say("That was no tab; closing it.", "タブではないので閉じます。"))
                return
            await hand.step_aside()
            yield head.text


async def _title(hand: Hand) -> str:
    """Of the window in front: a run's first picture comes without a word about the focus."""
    front = await hand.front()
    return (await hand.view()).focus or ("" if front is None else front.title)


def another_window(before: str, now: str) -> bool:
    """Whether the title in front has no word left of the one before: a button that looked like a tab has opened a
    window. What was to be put under a tab went into a file chooser's name, and was told as done."""
    words = [set(re.findall(r"\w+", title.lower())) for title in (before, now)]
    return bool(words[0] and words[1]) and not words[0] & words[1]


def tabs_in(scene: Scene, body: Rect) -> list[TextLine]:
    """The words of the topmost row of tabs, two at least: of a row that is recognised as such, never of a tool bar."""
    known = [widget.box for widget in scene.widgets if widget.role == "tab" and body.contains(widget.box.center)]
    words = [
        line
        for line in scene.texts
        if 0 < len(line.text.strip()) <= LONGEST and any(box.contains(line.box.center) for box in known)
    ]
    rows = [[one for one in words if abs(one.box.center.y - first.box.center.y) <= LEVEL] for first in words]
    found = min((row for row in rows if len(row) > 1), key=lambda row: row[0].box.y, default=[])
    return [] if any(_DOCUMENT.search(line.text) for line in found) else found
