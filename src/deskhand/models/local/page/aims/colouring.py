"""A colour given to an entry: its patch of colour opens the others, and that one is taken that is asked for."""

from __future__ import annotations

import re

from deskhand.models.local.page.aims.hear import Aim
from deskhand.models.local.page.aims.items import items_of
from deskhand.models.local.page.aims.pick import pick
from deskhand.models.local.page.drawn import drawn_things
from deskhand.models.local.page.pane import Pane
from deskhand.models.local.page.words import COLOURS

_JAPANESE = {
    "赤": "red", "青": "blue", "緑": "green", "黄": "yellow", "紫": "purple", "オレンジ": "orange", "ピンク": "pink",
    "茶": "brown", "黒": "black", "白": "white", "灰": "gray", "グレー": "gray", "水色": "aqua",
}  # fmt: skip
_COLOUR = re.compile(r"\b(" + "|".join(COLOURS) + r")\b|(" + "|".join(_JAPANESE) + ")", re.IGNORECASE)


async def recolour(pane: Pane, aim: Aim) -> bool:
    """``Make the Urgent label orange``."""
    found = list(_COLOUR.finditer(aim.text))
    if not found or not {"set", "edit", "tick"} & set(aim.acts):
        return False
    colour = (found[-1][1] or _JAPANESE[found[-1][2]]).lower()
    sheet = await pane.sheet()
    picked = pick(sheet, items_of(sheet), aim)
    if picked:
        patches = [
            region.box for region in drawn_things(sheet)
            if picked[0].box.grow(2 * int(sheet.unit)).contains(region.box.center) and region.box.width < 4 * sheet.unit
            and abs(region.box.center.y - picked[0].name.box.center.y) < sheet.unit
        ]  # fmt: skip
        if not patches:
            return False
        await pane.click(patches[0], f"Open the colours of “{picked[0].name.text}”.")
        await pane.hand.took_effect()
        changed = (await pane.hand.view()).changes
    else:
        changed = ()
    now = drawn_things(await pane.sheet(), (), colour)
    fresh = [
        region.box for region in now if not picked or any(box.grow(4).contains(region.box.center) for box in changed)
    ]
    if not fresh:
        return False
    await pane.click(fresh[0], f"Take {colour}.")
    return True
