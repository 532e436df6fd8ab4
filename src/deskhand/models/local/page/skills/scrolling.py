# ruff: noqa: E501 - a pattern is read more easily in one line
"""Turning the wheel because the wish says so: to an end, until something shows, or over the list that is named."""

from __future__ import annotations

import re

from deskhand.models.local.page.pane import Pane
from deskhand.models.local.page.words import bare
from deskhand.screen.geometry import Rect

_IN = r"(?: (?:(?:in|through|within|inside|on|over|along)(?: the| this)?|the|this) (?P<where>(?:(?! to )[\w ])+?))?"
SCROLL = (
    rf"scroll(?: all the way| further)?(?: (?P<way>down|up))?{_IN}(?: (?:a bit|a little|further))?",
    rf"scroll(?: all the way)?(?: (?P<way>down|up))?{_IN} to (?:the )?(?P<end>bottom|end|foot|top|beginning|start)(?: of (?:the |this )?(?P<what>[\w ]+))?",
    rf"scroll(?: all the way)?(?: (?P<way>down|up))?{_IN} (?:to|until|till)(?: you (?:see|find|reach|get to))?(?: the)? (?P<name>.+?)(?: (?:appears?|shows?(?: up)?|is (?:visible|shown|in view)|comes up|can be seen))?",
)
_TURNS = 24


async def turn(pane: Pane, match: re.Match[str]) -> None:
    """``Scroll down in the list``: what is named next is then looked for there; nothing is turned before it is known."""
    told = match.groupdict()
    where = told.get("where") or told.get("what") or ""
    frame = await _frame(pane) if where and not re.fullmatch(r"page|window|screen", where, re.I) else None
    pane.wheel = None if frame is None else frame.center
    up = told.get("way") == "up" or told.get("end") in ("top", "beginning", "start")
    if told.get("end"):
        for _ in range(_TURNS):
            if not await pane.scroll("up" if up else "down", 10):
                return
    elif told.get("name"):
        for _ in range(_TURNS):
            if found := await pane.texts(bare(told["name"]), 0.86):
                pane.last = found[0].box
                return
            if not await pane.scroll("up" if up else "down", 1):  # two notches go past what a small list holds
                return


async def _frame(pane: Pane) -> Rect | None:
    """The largest framed part of the page that is not the page: what a list that scrolls is shown in."""
    sheet = await pane.sheet()
    frames = [
        region.box for region in sheet.regions
        if region.box.height > 4 * sheet.unit and region.box.width > 4 * sheet.unit
        and region.box.area < 0.8 * sheet.body.area
    ]  # fmt: skip
    return max(frames, key=lambda box: box.area, default=None)
