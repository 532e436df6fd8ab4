# ruff: noqa: E501 - a condition is read more easily in one line
"""Something put into a part of the page that bears a name: carried there with the mouse, or sent there by an arrow."""

from __future__ import annotations

import re

from deskhand.models.local.page.aims.controls import controls_of, fitting, within
from deskhand.models.local.page.aims.hear import Aim
from deskhand.models.local.page.aims.items import Item, items_of
from deskhand.models.local.page.aims.likeness import spoken_of
from deskhand.models.local.page.aims.pick import pick
from deskhand.models.local.page.pane import Pane
from deskhand.models.local.page.sheet import Sheet
from deskhand.screen.geometry import Point, Rect
from deskhand.vision.scene import TextLine

_WHERE = re.compile(
    r"\b(?:under|into|onto|to|in|on|over to|inside|below)\s+(?:the |my |our )?(?P<goal>[\w\"“' -]+?)[\"”']?(?: (?:column|list|folder|box|area|lane|section|stack|pile|day|slot))?[.!]?$",
    re.IGNORECASE,
)
_WHERE_JA = re.compile(
    r"(?:を|は)?(?P<goal>[^をはがでと、]+?)(?:の(?:列|欄|フォルダ|リスト|箱|枠))?(?:に|へ)(?:移|動|入|置|ドラッグ|割|回)"
)


async def carry(pane: Pane, aim: Aim) -> bool:
    """``Put that card under Done``: the entry dragged into the frame that stands under, or around, that heading."""
    if not {"move", "add"} & set(aim.acts):
        return False
    told = _WHERE.search(aim.text) or _WHERE_JA.search(aim.text)
    if told is None:
        return False
    sheet = await pane.sheet()
    goal = told["goal"].strip(" 「」\"“”'")
    heads = [
        line
        for line in sheet.lines
        if len(line.text) < 30 and max(spoken_of(line.text, goal), spoken_of(goal, line.text)) >= 0.9
    ]
    heads = heads or [
        line for line in sheet.lines if re.sub(r"\W+", "", line.text).lower() == re.sub(r"\W+", "", goal).lower()
    ]
    items = [item for item in items_of(sheet) if not any(head in item.lines for head in heads)]
    picked = pick(
        sheet, items, Aim(aim.text[: told.start("goal")], aim.about, aim.acts, aim.quotes, aim.most, aim.every)
    )
    if not heads or not picked:
        return False
    if fitting(within(controls_of(sheet), picked[0]), aim.acts, aim.said):
        return False  # it has a button of its own for that
    for item in picked:
        frame = _frame(sheet, heads[0], item)
        end = _room(sheet, frame, heads[0])
        line = max(
            item.lines, key=lambda line: (spoken_of(line.text, aim.text[: told.start("goal")]), line is item.name)
        )
        await pane.drag(line.box.center, end, f"Drag “{line.text}” to “{heads[0].text}”.")
        await pane.hand.took_effect()
        sheet = await pane.sheet()
    return True


def _frame(sheet: Sheet, head: TextLine, item: Item) -> Rect:
    """The frame that the heading names: around it, else right under it."""
    frames = [
        thing.box for thing in sheet.things if thing.box.height > 2 * sheet.unit and thing.box.width > 4 * sheet.unit
    ]
    around = [box for box in frames if box.contains(head.box.center) and not box.contains(item.box.center)]
    if around:
        return min(around, key=lambda box: box.area)
    under = [
        box
        for box in frames
        if 0 <= box.y - head.box.bottom < 4 * sheet.unit and box.x - 20 <= head.box.center.x <= box.right
    ]
    return min(under, key=lambda box: box.y) if under else head.box.grow(6)


def _room(sheet: Sheet, frame: Rect, head: TextLine) -> Point:
    """A free place in it: under what lies there already."""
    held = [line.box.bottom for line in sheet.lines if frame.contains(line.box.center)]
    low = max((*held, head.box.bottom)) if frame.height > 3 * sheet.unit else frame.center.y
    y = min(low + int(2.5 * sheet.unit), frame.bottom - max(4, int(0.6 * sheet.unit)))
    return Point(frame.center.x, max(y, frame.y + 3))
