# ruff: noqa: E501 - a pattern is read more easily in one line
"""Closing one of several by its own cross: a tab, a card, a window of that name.

The name itself opens the tab; what closes it stands beside, small, and three alike stand in one row. A click on the name
was told as done.
"""

from __future__ import annotations

import re

from deskhand.models.local.hand import Stuck
from deskhand.models.local.layout import same_row
from deskhand.models.local.page.deeds.finding import places
from deskhand.models.local.page.pane import Pane
from deskhand.models.local.page.sheet import Sheet
from deskhand.models.local.page.words import bare
from deskhand.screen.geometry import Rect

_KIND = r"(?:browser )?(?:tab|card|panel|note|chip|tag|page)"
TAB = (
    rf"(?:close|shut|dismiss) (?:the )?{_KIND} (?:called |named |titled |with the (?:title|name) |of )?(?P<name>\"[^\"]+\"|(?-i:[A-Z])[\w ]*?)",
    rf"(?:close|shut|dismiss) (?:the )?(?P<name>\"[^\"]+\"|(?-i:[A-Z])[\w ]*?) {_KIND}",
)
_CROSS = "×"


async def tab(pane: Pane, match: re.Match[str]) -> None:
    """``Close the tab Recipes``."""
    name = bare(match["name"])
    if not await close(pane, name):
        raise Stuck(f"I see nothing to close “{name}” with.")


async def close(pane: Pane, name: str) -> bool:
    """Click the cross that belongs to ``name``; where it shows only once the tab is in front or pointed at, then."""
    for attempt in range(2):
        sheet = await pane.sheet()
        own = places(sheet, name)
        if not own:
            return False
        cross = _cross(sheet, own[0].box)
        if cross is not None:
            await pane.click(cross, pane.hand.say(f"Close “{name}”.", f"「{name}」を閉じます。"))
            return await pane.hand.took_effect()
        if attempt == 0:
            await pane.hand.hover(own[0].box.center, pane.hand.say(f"Point at “{name}”.", f"「{name}」を指します。"))
            await pane.hand.took_effect()
    return False


def _cross(sheet: Sheet, name: Rect) -> Rect | None:
    """The nearest cross after the name and before the next face; else the right end of the face that holds the name."""
    face = min(
        (r.box for r in sheet.regions if r.box.grow(2).contains(name.center) and r.box.height < 4 * sheet.unit),
        key=lambda box: box.area,
        default=None,
    )
    after = [
        place.box for place in places(sheet, _CROSS)
        if same_row(place.box, name) and name.center.x < place.box.center.x
        and (face is None or place.box.center.x <= face.right + 2 or face.right <= name.right + 4)
    ]  # fmt: skip
    if after:
        return min(after, key=lambda box: box.x)
    if (
        face is not None
        and name.width / 2 < face.right - name.center.x - 0.9 * sheet.unit < name.width + 2 * sheet.unit
    ):
        return Rect(face.right - int(1.1 * sheet.unit), name.center.y - 2, 4, 4)
    return None
