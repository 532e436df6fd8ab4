# ruff: noqa: E501 - a pattern is read more easily in one line
"""Strokes of the mouse between things on a drawing: lines from one to another, and text marked by a stroke."""

from __future__ import annotations

import re

from deskhand.models.local.hand import Stuck
from deskhand.models.local.page import referents
from deskhand.models.local.page.pane import Pane
from deskhand.models.local.page.words import bare, quoted
from deskhand.screen.geometry import Point

CONNECT = (
    r"<draw> (?:a |the )?(?:straight )?(?:line|stroke|arrow|path) (?:from|between) (?P<one>.+?) (?:to|and) (?P<other>.+?)",
    r"(?:connect|join|link)(?: up)? (?P<one>.+?) (?:with|to|and) (?P<other>.+?)(?: (?:with|by) (?:a |the )?(?:straight )?line)?",
)
FIND = (
    r"(?:find|locate|look for|search for|spot) (?:the )?(?:word|text|phrase|name|number|line|sentence|link|button|entry|item)? ?(?P<what>\"[^\"]+\")(?: (?:in|on|among|within|below|somewhere).*)?",
)
SELECT = (
    r"(?:highlight|mark|select) (?:the (?:word|words|text|phrase|sentence|name)s? )?(?P<what>\"[^\"]+\"|[\w ]+?)(?: (?:in|from|of) the (?:text|paragraph|sentence|page|passage)(?: below| above)?)?(?: (?:with|by|using) (?:the |your )?(?:mouse|dragging|cursor|selecting it))?",
)


async def connect(pane: Pane, match: re.Match[str]) -> None:
    """``Draw a line from the red dot to the blue dot``."""
    start = await referents.need(pane, match["one"])
    end = await referents.need(pane, match["other"])
    if start == end:
        found = [region.box for region in referents.drawn_things(await pane.sheet(), ("circle", "other"))]
        if len(found) != 2:
            raise Stuck(f"I cannot tell “{match['one']}” from “{match['other']}”.")
        start, end = found
    await pane.drag(start.center, end.center, "Draw a line from the one to the other.")


async def find(pane: Pane, match: re.Match[str]) -> None:
    """``Find the word "otter" in the text``: scrolled to, and remembered as what "it" is."""
    text = bare(match["what"])
    for _ in range(12):
        if found := await pane.texts(text, 0.86):
            pane.last = found[0].box
            return
        if not await pane.scroll("down", 3):
            break
    raise Stuck(f"I do not find “{text}”.")


async def mark(pane: Pane, match: re.Match[str]) -> None:
    """``Highlight the word "river"``: twice clicked, or the mouse drawn over several words."""
    text = (quoted(match["what"]) or [bare(match["what"])])[0]
    found = await pane.texts(text, 0.86)
    if not found:
        raise Stuck(f"I do not see “{text}”.")
    box = found[0].box
    if " " not in text:
        await pane.click(box, f"Select “{text}”.", count=2)
    else:
        await pane.drag(Point(box.x - 1, box.center.y), Point(box.right + 1, box.center.y), f"Select “{text}”.")
