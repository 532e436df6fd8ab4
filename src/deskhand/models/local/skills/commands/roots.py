"""Where menus begin: the words of a bar, the button of a main menu, the thing that is clicked with the right button."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from deskhand.models.local.hand import Hand
from deskhand.models.local.skills.commands.bar import bar_words
from deskhand.screen.geometry import Point, Rect

MAIN, CONTEXT = "☰", "▤"
"""The names that menus without a name of their own have in a path."""
_NAMED = re.compile(r"(?:\S\s)?\W*(?:menu|メニュー)\W*", re.IGNORECASE)
TOP = 110
"""Pixels below a window's upper edge within which the button of the main menu stands."""


@dataclass(frozen=True, slots=True)
class Root:
    name: str
    box: Rect
    how: Literal["bar", "button", "context"] = "bar"


async def bar_roots(hand: Hand) -> list[Root]:
    """The menus of the bar; the window that has it is brought to the front."""
    window, words = await bar_words(hand)
    front = await hand.front()
    if window is not None and front is not None and window != front:
        say = hand.say(f"Going to the window {window.title}.", f"ウィンドウ「{window.title}」に移ります。")
        await hand.click(Point(window.bar.x + window.bar.width // 3, window.bar.center.y), say)
        window, words = await bar_words(hand)
    return [Root(word.text, word.box) for word in words]


async def main_root(hand: Hand) -> Root | None:
    """The button with three bars or dots, or with the word, at the head of the window."""
    scene, front = await hand.scene(), await hand.front()
    if front is None:
        return None
    head = Rect(front.box.x, front.box.y, front.box.width, min(front.box.height, TOP))
    found = [
        widget.box
        for widget in scene.widgets
        if head.contains(widget.box.center)
        and (widget.mark in ("☰", "≡", "⋮", "⋯") or widget.idea in ("menu", "more"))
    ]
    if not found:
        found = [line.box for line in scene.texts if head.contains(line.box.center) and _NAMED.fullmatch(line.text)]
    box = max(found, key=lambda box: box.x, default=None)
    return None if box is None else Root(MAIN, box, "button")


async def context_root(hand: Hand, at: Point | None) -> Root | None:
    """What a click with the right button opens: on the thing selected, or in the middle of the window."""
    front = await hand.front()
    if at is None:
        if front is None:
            return None
        at = front.body.center
    return Root(CONTEXT, Rect(at.x, at.y, 2, 2), "context")
