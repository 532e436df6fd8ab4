"""The place of an entry in its list: stepped up and down by its own arrows, or carried there."""

from __future__ import annotations

import re

from deskhand.models.local.layout import same_row
from deskhand.models.local.page.aims.controls import controls_of
from deskhand.models.local.page.aims.hear import Aim
from deskhand.models.local.page.aims.items import Item, items_of
from deskhand.models.local.page.aims.pick import pick
from deskhand.models.local.page.pane import Pane
from deskhand.models.local.page.sheet import Sheet
from deskhand.screen.geometry import Point, Rect

_PLACE = re.compile(
    r"\b(?:(?P<first>(?:(?:to|at) the )?(?:very )?(?:top|front|beginning|start)|first(?! name))"
    r"|(?P<last>(?:(?:to|at) the )?(?:very )?(?:bottom|end)|last(?! name))"
    r"|(?P<before>above|before|ahead of)|(?P<after>below|after|under(?:neath)?|behind))\b"
    r"|(?P<first_ja>一番上|いちばん上|先頭|最初|トップ)|(?P<last_ja>一番下|いちばん下|最後|末尾)|の(?P<before_ja>上|前)に|の(?P<after_ja>下|後ろ?|次)に",
    re.IGNORECASE,
)
_UP, _DOWN = ("▲", "▴", "↑", "⌃", "∧", "△", "up"), ("▼", "▾", "↓", "⌄", "∨", "▽", "down")
_STEPS = 30


async def put(pane: Pane, aim: Aim) -> bool:
    """``Blue Hour should be played first``; ``「牛乳」を一番上に``."""
    place = _PLACE.search(aim.text)
    if place is None or {"delete", "open", "edit", "send"} & set(aim.acts[:1]):
        return False
    before = {key for key, value in place.groupdict().items() if value}
    other = bool(before & {"before", "after", "before_ja", "after_ja"})
    head, tail = (place.end(), len(aim.text)) if (other and place["before"]) or place["after"] else (0, place.start())
    goal_said = aim.text[head:tail] if other else ""
    said = aim.text.replace(goal_said, " ") if goal_said else aim.text
    for step in range(_STEPS):
        sheet = await pane.sheet()
        items = items_of(sheet)
        mine = pick(sheet, items, Aim(said, aim.about, (), aim.quotes[:1]))
        if len(mine) != 1:
            return False
        alike = [item for item in items if item.group == mine[0].group and abs(item.box.x - mine[0].box.x) < 30]
        goal = pick(sheet, alike, Aim(goal_said, "", (), aim.quotes[1:])) if other else []
        if len(alike) < 2 or (other and len(goal) != 1):
            return False
        alike.sort(key=lambda item: item.box.y)
        at = alike.index(mine[0])
        end = _end(at, alike, goal, before)
        if at == end:
            return step > 0
        arrow = _arrow(sheet, mine[0], up=end < at)
        if arrow is None:
            aimed = alike[end].box
            y = aimed.y + 2 if end < at else aimed.bottom - 2
            await pane.drag(
                mine[0].name.box.center, Point(aimed.center.x, y), f"Drag “{mine[0].name.text}” to its place."
            )
            return await pane.hand.took_effect()
        await pane.click(arrow, f"Move “{mine[0].name.text}” {'up' if end < at else 'down'}.")
        if not await pane.hand.took_effect():
            return False
    return False


def _end(at: int, alike: list[Item], goal: list[Item], place: set[str]) -> int:
    if not goal:
        return 0 if place & {"first", "first_ja"} else len(alike) - 1
    to = alike.index(goal[0])
    if place & {"before", "before_ja"}:
        return to if to < at else to - 1
    return to if to > at else to + 1


def _arrow(sheet: Sheet, item: Item, *, up: bool) -> Rect | None:
    signs = _UP if up else _DOWN
    row = Rect(sheet.body.x, item.box.y - 7, sheet.body.width, item.box.height + 14)
    level = [one for one in controls_of(sheet) if row.contains(one.box.center)]
    named = [one.box for one in level if one.label.strip().lower() in signs]
    if named:
        return named[0]
    for line in sheet.lines:  # both signs read as one line
        for index, char in enumerate(line.text):
            if char in signs and same_row(line.box, item.box):
                return line.part(index, index + 1)
    return None
