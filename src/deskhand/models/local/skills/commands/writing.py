"""The text of what a command made: a node, a note, a page opens in the window's own place to write, and no form asks
for what is to stand in it."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from deskhand.models.local import layout
from deskhand.models.local.hand import Hand
from deskhand.models.local.skills.arrived import shorten, shown
from deskhand.models.local.skills.commands.atlas import Atlas
from deskhand.models.local.skills.commands.pictured import by_pictures
from deskhand.models.local.skills.commands.terms import alike, terms
from deskhand.models.local.skills.commands.visible import in_sight
from deskhand.screen.geometry import Point, Rect
from deskhand.vision.picture import Picture
from deskhand.vision.scene import Scene

_BODY = "text content body note description"
SENTENCE = 12
"""Characters of a text; less may be a field's."""
BARE = 0.7
"""Of a window's height that is without a word, where it is one place to write."""
WIDE, HIGH = 0.35, 0.3
"""Of its window that a place to write takes at least."""
KEEPS = 0.7
"""How well a button must say that it keeps what was written."""


async def written(hand: Hand, body: Rect, name: str, value: str) -> bool:
    """Write ``value`` into the largest empty place of the window, if ``name`` says that it is what stands in there."""
    if not any(alike(one, other) >= 0.9 for one in terms(name) for other in terms(_BODY)) or len(value) < SENTENCE:
        return False
    place = largest_place(await hand.scene(), body)
    if place is None:
        return False
    say = hand.say(f"Writing “{shorten(value)}”.", f"「{shorten(value)}」と書きます。")
    await hand.click(Point(place.x + min(40, place.width // 3), place.y + min(40, place.height // 3)), say)
    await hand.type(value, say)
    return await shown(hand, value)


async def written_in_the_only_place(hand: Hand, value: str) -> bool:
    """Write a text where the window in front holds nothing else: the page of a journal has no label, and needs none."""
    front = await hand.front()
    if front is None or len(value) < SENTENCE:
        return False
    empty = bare_part(await hand.scene(), front.body)
    if empty is None:
        return False
    say = hand.say(f"Writing “{shorten(value)}”.", f"「{shorten(value)}」と書きます。")
    await hand.click(Point(empty.center.x, empty.y + empty.height // 3), say)
    await hand.type(value, say)
    return await shown(hand, value)


async def written_in_what_opened(hand: Hand, before: Picture, value: str) -> bool:
    """Write where the command has emptied the window, and keep it by the window's own button: an editor for one entry
    has no label either."""
    front, view = await hand.front(), await hand.view()
    if front is None or bare_part(await hand.scene(), front.body) is None:
        return False
    part = np.s_[front.body.y : front.body.bottom, front.body.x : front.body.right]
    if before.shape != view.pixels.shape or not (before[part] != view.pixels[part]).any():
        return False
    await hand.type(value, hand.say(f"Writing “{shorten(value)}”.", f"「{shorten(value)}」と書きます。"))
    if not await shown(hand, value):
        return False
    keeps = await in_sight(hand, "save") or await by_pictures(hand, Atlas(), "save", front.body)
    if keeps and keeps[0].score >= KEEPS:
        await hand.click(keeps[0].point, hand.say(f"Choosing {keeps[0].label}.", f"「{keeps[0].label}」を選びます。"))
        await hand.took_effect()
    return True


def bare_part(scene: Scene, body: Rect) -> Rect | None:
    """The part of a window in which no word stands, if it is most of the window; a caret is read as a letter."""
    lines = [line.box for line in scene.texts if body.contains(line.box.center) and len(line.text.strip()) > 1]
    edges = sorted({body.y, body.bottom, *(box.y for box in lines), *(box.bottom for box in lines)})
    height, top = max(((low - high, high) for high, low in pairwise(edges)), default=(0, 0))
    return Rect(body.x, top, body.width, height) if height >= BARE * body.height else None


def largest_place(scene: Scene, body: Rect) -> Rect | None:
    """The largest part of the window that is one box without other boxes in it, or that holds no word at all."""
    large = [
        widget.box
        for widget in scene.widgets
        if layout.inside(widget.box, body, 4)
        and widget.box.width >= WIDE * body.width
        and widget.box.height >= HIGH * body.height
        and widget.box.area < 0.9 * body.area
    ]
    if large:
        return max(large, key=lambda box: (box.area, box.x))
    right = Rect(body.x + round((1 - WIDE) * body.width), body.y, round(WIDE * body.width), body.height)
    words = [line.box for line in scene.texts if line.box.intersect(right)]
    edges = sorted({right.y, right.bottom, *(box.y for box in words), *(box.bottom for box in words)})
    gaps = [(low - high, high) for high, low in pairwise(edges)]
    height, top = max(gaps, default=(0, 0))
    return Rect(right.x, top, right.width, height) if height >= HIGH * body.height else None
