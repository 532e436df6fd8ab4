# ruff: noqa: E501 - a pattern is read more easily in one line
"""A table or list put in order by what the page has for that: the head of a column, or a list of orders."""

from __future__ import annotations

import re

from deskhand.models.local.hand import Stuck
from deskhand.models.local.page import choosing
from deskhand.models.local.page.columns import parted
from deskhand.models.local.page.pane import Pane
from deskhand.models.local.page.skills import lists
from deskhand.models.local.page.words import bare
from deskhand.screen.geometry import Rect
from deskhand.vision.match import similarity

_UP = r"ascending|increasing|rising|(?:cheapest|lowest|smallest|oldest|earliest|least|shortest)(?: (?:first|one first|on top|at the top))?|(?:from )?low(?:est)? to high(?:est)?|a to z|alphabetically"
_DOWN = r"descending|decreasing|falling|(?:dearest|highest|largest|biggest|newest|latest|most|longest|most expensive)(?: (?:first|one first|on top|at the top))?|(?:from )?high(?:est)? to low(?:est)?|z to a|reverse"
BY = (
    rf"(?:sort|order|arrange)(?: (?:the|all|this))?(?: (?:table|list|rows?|items?|entries|results|products|files|books|songs|people|names|offers|goods|mails?))*(?: (?:by|on|after|using)(?: the)?(?: column)? (?P<column>\"[^\"]+\"|[\w .]+?))(?: column)?(?:,? (?:in |with |with the |so that )?(?:the )?(?:(?P<up>{_UP})|(?P<down>{_DOWN}))(?: order)?)?(?:[:;]? (?:by )?click(?:ing)?(?: on)? (?:that|its|the) (?:column'?s? )?(?:head(?:ing|er)?|title))?",
)
_SIGNS = " ▲▼△▽↑↓⇅▴▾:^"


async def by(pane: Pane, match: re.Match[str]) -> None:
    """``Sort the table by Price``: its head clicked, once more where it then goes the wrong way."""
    name = bare(match["column"])
    head = await _head(pane, name)
    if head is None:
        opener = [thing for thing in await pane.things("select") if re.search(r"sort|order", thing.text, re.I)]
        if opener or await pane.field_named("Sort by") is not None or await pane.field_named("Sort") is not None:
            await choosing.choose(pane, f'"{name}"', "Sort by")
            return
        raise Stuck(f"I see no column “{name}” to sort by.")
    for _ in range(2):
        await pane.click(head, f"Sort by “{name}”.")
        await pane.hand.took_effect()
        wanted = True if match["up"] else False if match["down"] else None
        if wanted is None or await _rises(pane, name) in (wanted, None):
            return
        head = await _head(pane, name) or head


async def _head(pane: Pane, name: str) -> Rect | None:
    """The head of that column: the topmost of what bears its name."""
    cells = [
        cell for cell in parted((await pane.sheet()).lines)
        if similarity(cell.text.strip(_SIGNS).lower(), name.lower()) > 0.85
    ]  # fmt: skip
    return min((cell.box for cell in cells), key=lambda box: box.y, default=None)


async def _rises(pane: Pane, name: str) -> bool | None:
    """Whether the column goes up; None where that cannot be told."""
    head = await _head(pane, name)
    if head is None:
        return None
    cells = [
        cell for cell in parted((await pane.sheet()).lines)
        if cell.box.y > head.bottom - 4 and cell.box.x < head.right + 12 and head.x - 12 < cell.box.right
    ]  # fmt: skip
    keys = [lists.sort_key(cell.text.strip()) for cell in sorted(cells, key=lambda cell: cell.box.y)]
    keys = [key for key in keys if key[0] == keys[0][0]]
    if len(keys) < 2 or keys[0] == keys[-1]:
        return None
    return keys[0] < keys[-1]
