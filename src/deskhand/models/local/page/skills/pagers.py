# ruff: noqa: E501 - a pattern is read more easily in one line
"""Lists on several pages: a page by its number, the next, the one before, and going on until something shows."""

from __future__ import annotations

import re

from deskhand.models.local.hand import Stuck
from deskhand.models.local.page import gist
from deskhand.models.local.page.pane import Pane
from deskhand.models.local.page.words import bare, number, ordinal
from deskhand.screen.geometry import Rect

_MOST = 24
_ON = (
    "next",
    "next page",
    "more",
    "forward",
    "older",
    "load more",
    "show more",
    ">",
    "›",
    "»",
    "→",
    "＞",
    "▶",
    "►",
    ">>",
    "next >",
    "next ›",
    "next »",
    "next →",
)
_BACK = (
    "prev",
    "previous",
    "previous page",
    "back",
    "newer",
    "<",
    "‹",
    "«",
    "←",
    "◀",
    "◄",
    "<<",
    "< prev",
    "‹ prev",
    "« prev",
)
PAGE = (
    r"(?:go|turn|switch|jump|move|navigate|skip|change|flip|click|open)(?: on)?(?: to)? (?:the )?page (?:number )?(?P<page>\d+|\w+)(?: of .+)?",
    r"(?:go|turn|switch|jump|move|navigate|open)(?: to)? (?:the )?(?P<page>first|second|third|fourth|fifth|sixth|last|next|previous|\d+(?:st|nd|rd|th)) page(?: of .+)?",
)
BROWSE = (
    r"(?:<click>|use|keep (?:clicking|pressing)|go through|look through|browse|page through|flip through|turn)[^\"]*?(?:\"(?:next|more|load more|show more)\"|next|more|pages?|results|slides?|photos?|pictures?)[^\"]*? (?:until|till|to find|and find|for) (?:you (?:see|find|get to|reach) )?(?:the (?:page|slide|picture|photo|one|item|entry|product) (?:with|of|called|named|that says|that shows) )?(?P<name>\"[^\"]+\"|[^\"]+?)(?: (?:shows?(?: up)?|appears?|comes? up|is (?:shown|visible|there)))?",
)


async def page(pane: Pane, match: re.Match[str]) -> None:
    """``Go to page 3 of the list``: by its number, or one after the other."""
    said = match["page"].lower()
    if said in ("next", "previous"):
        if not await turn(pane, forward=said == "next"):
            raise Stuck(f"I see nothing to go to the {said} page with.")
        return
    wanted = number(said) or ordinal(said) or 1
    if said == "last":
        await _last(pane)
        return
    for _ in range(_MOST):
        box = await _numbered(pane, wanted)
        if box is not None:
            await pane.click(box, f"Go to page {wanted}.")
            await pane.hand.took_effect()
            return
        if not await turn(pane, forward=True):
            break
    raise Stuck(f"I see no way to page {wanted}.")


async def _numbered(pane: Pane, wanted: int) -> Rect | None:
    """The number among the other numbers of pages: the lowest on the page that stands alone."""
    sheet = await pane.sheet()
    found = [word.box for line in sheet.lines if re.fullmatch(r"[\W\d]*(?:prev\w*|next|back|first|last|page)?[\W\d]*(?:next|last)?[\W\d]*", line.text, re.I)
             for word in line.words if word.text.strip("[]().,|") == str(wanted)]  # fmt: skip
    found += [thing.box for thing in sheet.of("button") if thing.text.strip() == str(wanted)]
    if found:
        return max(found, key=lambda box: box.y)
    return _by_neighbours(sheet.lines, [mark.box for mark in sheet.marks], wanted, sheet.unit)


def _by_neighbours(lines: object, marks: list[Rect], wanted: int, unit: float) -> Rect | None:
    """Single digits may not be read at all: then the signs in a row at the foot are 1, 2, 3."""
    rows: list[list[Rect]] = []
    for mark in sorted(marks, key=lambda box: (box.y, box.x)):
        row = next((row for row in rows if abs(row[0].center.y - mark.center.y) < 0.5 * unit), None)
        if row is None:
            rows.append([mark])
        else:
            row.append(mark)
    rows = [sorted(row, key=lambda box: box.x) for row in rows if len(row) >= 2]
    low = max(rows, key=lambda row: row[0].y, default=[])
    return low[wanted - 1] if 0 < wanted <= len(low) else None


async def _last(pane: Pane) -> None:
    for name in ("Last", "»", ">>"):
        if (found := await pane.texts(name, 0.95)) and found[0].whole:
            await pane.click(found[0].box, "Go to the last page.")
            return
    while await turn(pane, forward=True):
        pass


async def turn(pane: Pane, *, forward: bool) -> bool:
    """One page on or back; whether the page changed."""
    sheet = await pane.sheet()
    names = _ON if forward else _BACK
    places = [(thing.box, thing.text) for thing in sheet.of("button", "card", "shape")]
    places += [(line.box, line.text) for line in sheet.lines]
    places += [(word.box, word.text) for line in sheet.lines for word in line.words]
    places += [(mark.box, mark.mark) for mark in sheet.marks if mark.mark]
    for name in names:
        fitting = [box for box, text in places if text.strip().lower() == name]
        if fitting:
            await pane.click(max(fitting, key=lambda box: box.y), "Go on." if forward else "Go back.")
            return await pane.hand.took_effect()
    return False


async def browse(pane: Pane, match: re.Match[str]) -> None:
    """``Click Next until you see "Walnut"``."""
    name = bare(match["name"])
    for _ in range(_MOST):
        found = await pane.texts(name, 0.88)
        meant = gist.best(await pane.sheet(), name) if " " in name and not found else None
        if found or meant is not None:
            pane.last = found[0].box if found else meant.box if meant is not None else None
            return
        if not await turn(pane, forward=True):
            break
    raise Stuck(f"I went through the pages and do not find “{name}”.")
