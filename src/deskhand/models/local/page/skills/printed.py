# ruff: noqa: E501 - a pattern is read more easily in one line
"""Running text on a page: a word or a phrase of it selected with the mouse."""

from __future__ import annotations

import re

from deskhand.models.local.page import acts
from deskhand.models.local.page.pane import Pane
from deskhand.models.local.page.words import bare
from deskhand.screen.geometry import Point

MARK = (
    r"(?:select|highlight|mark|double[- ]click)(?: on)? (?:only )?(?:the |all of the )?(?P<kind>words?|phrase|name|text|sentence) (?P<text>\"[^\"]+\"|[\w'-]+)(?: (?:in|from|of|inside|within) (?:the |this )?(?:text|sentence|paragraph|line|letter|article|story|note|page|passage)(?: below| above)?)?(?: (?:with|using) the mouse)?",
)


async def mark(pane: Pane, match: re.Match[str]) -> None:
    """``Select the word "town" in the text``: a word by two clicks, more words by a drag over them."""
    text = bare(match["text"])
    for _ in range(6):
        found = [each for each in await pane.texts(text, 0.86) if _spelt(each.text) == _spelt(text)]
        if found or not await pane.scroll("down", 3):
            break
    running = [each for each in found if len(each.line.text.strip()) > len(each.text) + 1]
    if not running:
        await acts.select(pane, match["text"])
        return
    box = running[0].box
    if " " in text:
        await pane.drag(Point(box.x - 1, box.center.y), Point(box.right + 1, box.center.y), f"Select “{text}”.")
    else:
        await pane.click(box, f"Select the word “{text}”.", count=2)
    pane.last = box


def _spelt(text: str) -> str:
    return re.sub(r"[^\w ]", "", text).strip().lower()
