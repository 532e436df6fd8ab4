"""Where a web page lies on the screen: under a browser's bar, or all over it.

A person's own words are about the page they have in front of them, which has no yellow box to say what it wants.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from deskhand.models.local.hand import PANEL, Hand
from deskhand.screen.geometry import Point, Rect, Size
from deskhand.vision.scene import Scene

_ADDRESS = re.compile(
    r"(?:https?://|file://|localhost\b|www\.|\b\d{1,3}(?:\.\d{1,3}){3}\b|(?<![@\w])[\w-]+(?:\.[\w-]+)+(?:/|:\d+|$))",
    re.IGNORECASE,
)
_BAR = 140
"""Pixels from the top of a browser's window to the end of its address bar, at most."""
_BROWSERS = re.compile(r"\b(?:Chromium|Chrome|Firefox|Brave|Edge|Web browser|Epiphany|Falkon|Opera|Vivaldi)\b")


async def page_in_front(hand: Hand) -> Rect | None:
    """The page's part of the screen; None when what is in front is no browser."""
    view, scene = await hand.view(), await hand.scene()
    others = [window.bar for window in await hand.windows() if not _BROWSERS.search(window.title)]
    address = _address(scene, others)
    foot = view.size.height - PANEL
    panel = any(line.box.y > foot and line.box.height < 20 for line in scene.texts)
    if address is not None and view.focus is None and panel:  # a file's name at the head of some program's window?
        view = await hand.step_aside()
    if address is not None and (view.focus is None or _BROWSERS.search(view.focus)):
        return _under(view.size, address)
    if view.focus is None and not panel and not await hand.windows() and len(scene.texts) > 3:  # all over the screen?
        edge = Point(view.size.width - 4, view.size.height // 2)  # where the pointer covers nothing
        view = await hand.hover(edge, hand.say("Looking at what is in front.", "手前の画面を確認します。"))
    if view.focus is None or not _BROWSERS.search(view.focus):
        return None
    return Rect(0, 0, view.size.width, view.size.height)


def _address(scene: Scene, titles: Sequence[Rect]) -> Rect | None:
    """The address in a browser's bar; "a.txt - Mousepad" in a title bar looks like one, and is none."""
    high = [
        line for line in scene.texts if line.box.y < _BAR and not any(bar.contains(line.box.center) for bar in titles)
    ]
    found = [line.box for line in high if _ADDRESS.search(line.text)]
    return min(found, key=lambda box: box.y, default=None)


def _under(size: Size, address: Rect) -> Rect:
    """Without the tabs and the bar above the page, and without the panel under it."""
    top = address.bottom + max(8, address.height // 2)
    return Rect.from_corners(0, top, size.width, size.height - PANEL)
