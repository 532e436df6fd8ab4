# ruff: noqa: E501 - a pattern is read more easily in one line
"""Strokes of the mouse between things on a drawing: lines from one to another, and text marked by a stroke."""

from __future__ import annotations

import re

from deskhand.models.local.hand import Stuck
from deskhand.models.local.layout import distance
from deskhand.models.local.page import letters, referents
from deskhand.models.local.page.drawn import drawn_things
from deskhand.models.local.page.pane import Pane
from deskhand.models.local.page.words import bare, quoted
from deskhand.screen.geometry import Point, Rect

CONNECT = (
    r"<draw> (?:a |the )?(?:straight )?(?:line|stroke|arrow|path) (?:from|between) (?P<one>.+?) (?:to|and) (?P<other>.+?)(?: (?:with|by|using) (?:the |your )?(?:mouse|pen|dragging))?",
    r"(?:connect|join|link)(?: up)? (?P<one>.+?) (?:with|to|and) (?P<other>.+?)(?: (?:with|by) (?:a |the )?(?:straight )?line)?",
)
ALONG = (
    r"<draw> (?:a |the )?(?:straight |thick |thin )?(?P<how>line|stroke|box|frame|rectangle) (?P<where>under(?:neath)?|below|beneath|over|above|through|across|around|round) (?P<what>.+?)(?: (?:with|by|using) (?:the |your )?(?:mouse|pen|pencil|dragging))?",
    r"(?P<where>underline|strike (?:out|through)|cross out) (?P<what>.+?) (?:with|by|using) (?:the |your |a )?(?:mouse|pen|pencil|dragging|line)",
)
FIND = (
    r"(?:find|locate|look for|search for|spot) (?:the )?(?:word|text|phrase|name|number|line|sentence|link|button|entry|item)? ?(?P<what>\"[^\"]+\")(?: (?:in|on|among|within|below|somewhere).*)?",
)
SELECT = (
    r"(?:highlight|mark|select) (?:the (?:word|words|text|phrase|sentence|name)s? )?(?P<what>\"[^\"]+\"|[\w ]+?)(?: (?:in|from|of) the (?:text|paragraph|sentence|page|passage)(?: below| above)?)?(?: (?:with|by|using) (?:the |your )?(?:mouse|dragging|cursor|selecting it))?",
)


async def connect(pane: Pane, match: re.Match[str]) -> None:
    """``Draw a line from the red dot to the blue dot``."""
    start, end = await _ends(pane, match["one"], match["other"])
    if start == end:
        found = [region.box for region in drawn_things(await pane.sheet(), ("circle", "other"))]
        if len(found) != 2:
            raise Stuck(f"I cannot tell “{match['one']}” from “{match['other']}”.")
        start, end = found
    await pane.drag(start.center, end.center, "Draw a line from the one to the other.")


async def along(pane: Pane, match: re.Match[str]) -> None:
    """``Draw a line under the word "Garden"``: from a little before it to a little behind it."""
    names = quoted(match["what"])
    found = await pane.texts(names[0], 0.86) if names else []
    box = found[0].box if found else await referents.need(pane, match["what"])
    told, pad = match["where"].lower(), max(3, box.height // 4)
    if told.endswith("round") or match.groupdict().get("how") in ("box", "frame", "rectangle"):
        await pane.drag(
            Point(box.x - pad, box.y - pad), Point(box.right + pad, box.bottom + pad), f"Draw around {match['what']}."
        )
        return
    y = box.bottom + pad // 2 if told.startswith(("under", "bel", "ben")) else box.y - pad // 2
    y = box.center.y if told.startswith(("through", "across", "strike", "cross")) else y
    await pane.drag(Point(box.x - 2, y), Point(box.right + 2, y), f"Draw a line along {match['what']}.")


async def _ends(pane: Pane, one: str, other: str) -> tuple[Rect, Rect]:
    """Both ends of a line: of two points that bear letters, the one whose letter cannot be read is the other."""
    names = [
        re.sub(r"^(?:the )?(?:point|dot|node|corner|vertex|circle|letter) ", "", bare(words), flags=re.I)
        for words in (one, other)
    ]
    if any(len(name) > 2 for name in names):
        return await referents.need(pane, one), await referents.need(pane, other)
    points = [region.box for region in drawn_things(await pane.sheet(), ("circle",))]
    found = [await _lettered(pane, name, points) for name in names]
    left = [point for point in points if point not in found]
    if found.count(None) == 1 and len(left) == 1:
        found[found.index(None)] = left[0]
    start, end = found
    return start or await referents.need(pane, one), end or await referents.need(pane, other)


async def _lettered(pane: Pane, name: str, points: list[Rect]) -> Rect | None:
    """The point that bears the letter, or the letter itself where there is none beside it."""
    letter = await letters.lone(pane, name)
    if letter is None:
        return None
    near = min(
        (box for box in points if not box.contains(letter.center)), key=lambda box: distance(box, letter), default=None
    )
    return near if near is not None and distance(near, letter) < 2 * (await pane.sheet()).unit else letter


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
    await select_text(pane, text)


async def select_text(pane: Pane, text: str) -> None:
    found = await pane.texts(text, 0.86)
    if not found:
        raise Stuck(f"I do not see “{text}”.")
    box = found[0].box
    if " " not in text:
        await pane.click(box, f"Select “{text}”.", count=2)
    else:
        await pane.drag(Point(box.x - 1, box.center.y), Point(box.right + 1, box.center.y), f"Select “{text}”.")
