# ruff: noqa: E501 - a pattern is read more easily in one line
"""Menus: opened by a click or by pointing, level by level, until the last name shows and is clicked."""

from __future__ import annotations

import re

from deskhand.models.local.hand import Stuck
from deskhand.models.local.page.pane import Pane
from deskhand.models.local.page.words import bare
from deskhand.screen.geometry import Rect
from deskhand.vision.match import Match

_PICK = r"(?:choose|select|pick|click|press|hit|take|go to|use)(?: on)?"
MENU = (
    rf"(?:open|click|pull down|drop down|unfold|use|go to|in|from)(?: on)? the (?:menu|drop-?down) (?P<menu>\"[^\"]+\"|(?-i:[A-Z])[\w ]*?)(?:,| and| then|, and|, then)* {_PICK} (?:the )?(?P<name>.+?)(?: (?:entry|item|option|command))?",
    rf"(?:open|click|pull down|drop down|unfold|use|go to|in|from)(?: on)? the (?P<menu>\"[^\"]+\"|[\w ]+?) menu(?:,| and| then|, and|, then)* {_PICK} (?:the )?(?P<name>.+?)(?: (?:entry|item|option|command))?",
    rf"{_PICK} (?:the )?(?P<name>.+?)(?: (?:entry|item|option|command))? (?:from|in|under|of) the (?P<menu>\"[^\"]+\"|[\w ]+?) menu",
    rf"{_PICK} (?:the )?(?:entry|item|option|command) (?P<name>.+?) (?:from|in|under|of) the (?P<menu>\"[^\"]+\"|[\w ]+?) menu",
    rf"(?:{_PICK}|open|navigate to|follow)(?: the menu path)? (?P<path>[^>→›»\"]+?(?:\s*(?:>|→|›|»|->)\s*[^>→›»\".]+?)+)(?: (?:from|in) the (?:menu|menu bar))?",
)
OPEN = (
    r"(?:open|click|unfold|pull down|drop down|expand)(?: on)? the (?:menu|drop-?down) (?P<menu>\"[^\"]+\"|[A-Z][\w ]*?)",
    r"(?:open|click|unfold|pull down|drop down|expand)(?: on)? the (?P<menu>\"[^\"]+\"|[A-Z][\w ]*?) (?:menu|drop-?down)",
)
BURGER = (
    r"(?:open|click|use)(?: on)? the (?:hamburger|burger|main|side|kebab|three[- ]dots?|overflow|more)(?: menu| icon| button)+",
)
_SIGNS = ("☰", "≡", "⋮", "⋯", "…", "...", "•••", "···", "=")


async def choose(pane: Pane, match: re.Match[str]) -> None:
    """``Choose Save as from the File menu``; ``File > Export > PDF``."""
    told = match.groupdict()
    path = told.get("path")
    names = (
        [bare(part) for part in re.split(r"\s*(?:->|[>→›»])\s*", path)]
        if path
        else [bare(told["menu"]), bare(told["name"])]
    )
    await walk(pane, names)


async def walk(pane: Pane, names: list[str]) -> None:
    """Each level opens the next; pointing is tried where a click opened nothing."""
    last: Rect | None = None
    for index, name in enumerate(names):
        found = await fresh(pane, name, last)
        if found is None:
            raise Stuck(f"I see no “{name}” in the menu.")
        last = found.box
        if index == len(names) - 1:
            await pane.click(found.box, f"Click “{name}”.")
            return
        following = names[index + 1]
        await pane.hand.hover(found.box.center, f"Point at “{name}”.")
        await pane.hand.took_effect()
        if await fresh(pane, following, tries=2) is not None:
            continue
        await pane.click(found.box, f"Open “{name}”.")
        await pane.hand.took_effect()


async def fresh(pane: Pane, name: str, beside: Rect | None = None, *, tries: int = 3) -> Match | None:
    """Where ``name`` stands, waited for a little; of several the one nearest to the level before."""
    for attempt in range(tries):
        found = await pane.texts(name, 0.84)
        if found:
            best = [match for match in found if match.score >= found[0].score - 0.02]
            if beside is None:
                return best[0]
            others = [match for match in best if match.box != beside] or best
            return min(others, key=lambda match: abs(match.box.y - beside.y) + abs(match.box.x - beside.x))
        if (near := await pane.in_what_changed(name, 0.84)) is not None:
            return near
        if attempt < tries - 1:
            await pane.hand.wait(1)
    return None


async def open_one(pane: Pane, match: re.Match[str]) -> None:
    """``Open the File menu``."""
    name = bare(match["menu"])
    found = await fresh(pane, name)
    if found is None:
        raise Stuck(f"I see no menu “{name}”.")
    await pane.click(found.box, f"Open the menu “{name}”.")
    await pane.hand.took_effect()


async def burger(pane: Pane, match: re.Match[str]) -> None:
    """The sign that stands for a menu: three lines, or three dots."""
    sheet = await pane.sheet()
    signs = [line.box for line in sheet.lines if line.text.strip() in _SIGNS]
    signs += [mark.box for mark in sheet.marks if mark.mark in _SIGNS]
    if not signs:
        signs = [mark.box for mark in sheet.marks if mark.box.y < sheet.body.y + 4 * sheet.unit]
    if not signs:
        raise Stuck("I see no sign of a menu.")
    await pane.click(signs[0], "Open the menu.")
    await pane.hand.took_effect()
