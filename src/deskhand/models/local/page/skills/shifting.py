# ruff: noqa: E501 - a pattern is read more easily in one line
"""Things moved by arrows: to another column by the arrows they bear, up or down their list, from one list to the other."""

from __future__ import annotations

import re

from deskhand.models.local.hand import Stuck
from deskhand.models.local.layout import same_row
from deskhand.models.local.page.pane import Pane
from deskhand.models.local.page.sheet import Sheet
from deskhand.models.local.page.words import bare, number
from deskhand.screen.geometry import Rect

_KIND = r"(?: the)?(?: (?:card|item|task|entry|row|note|ticket|song|step|line|word|name)(?= ))?"
_BY = r"(?:with|using|by|by using|by pressing|by clicking|by means of)(?: on)? (?:its|the|their|his|her)(?: own)?(?: little| small)? (?:arrows?|arrow (?:buttons?|signs?)|buttons?)"
ACROSS = (
    rf"(?:move|shift|bring|push|send|put|take){_KIND} (?P<what>\"[^\"]+\"|.+?) (?:to|into|in|under|over to)(?: the)?(?: (?:column|list|lane|row|section|stage))? (?P<goal>\"[^\"]+\"|.+?)(?: (?:column|list|lane|section))? {_BY}",
)
ALONG = (
    rf"(?:move|shift)(?! the (?:circle|disc|slider|knob|mouse|pointer|cursor)\b){_KIND} (?P<what>\"[^\"]+\"|.+?) (?:(?P<times>one|two|three|four|\d+|a)(?: (?:place|step|row|position|line|spot)s?)? )?(?P<way>up|down)(?:wards?)?(?: (?:by )?(?P<more>one|two|three|four|\d+|once|twice)(?: (?:place|step|row|position|line|spot|time)s?)?)?(?: in the list| the list)?(?: {_BY})?",
)
_SIGNS: dict[str, tuple[str, ...]] = {
    "right": ("→", ">", "›", "▶", "►", "➔", "➜", "⇨", "->", "▸", "»"),
    "left": ("←", "<", "‹", "◀", "◄", "⇦", "<-", "◂", "«"),
    "up": ("↑", "▲", "△", "⌃", "∧", "^", "▴", "up"),
    "down": ("↓", "▼", "▽", "⌄", "∨", "v", "V", "▾", "down"),
}
_MOST = 10


async def across(pane: Pane, match: re.Match[str]) -> None:
    """``Move the card Print to the column Done with its arrows``: until it stands under that name."""
    what, goal = bare(match["what"]), bare(match["goal"])
    for _ in range(_MOST):
        sheet = await pane.sheet()
        name, head = await _spot(pane, what), await _spot(pane, goal)
        if name is None or head is None:
            raise Stuck(f"I see no “{what if name is None else goal}” on the page.")
        frame = _frame(sheet, name)
        dx, dy = head.center.x - frame.center.x, head.center.y - frame.center.y
        sideways = abs(dx) > 0.6 * frame.width
        if not sideways and ((head.y <= frame.y and head.bottom <= frame.y + 2) or same_row(head, frame)):
            return
        way = ("right" if dx > 0 else "left") if sideways else ("down" if dy > 0 else "up")
        arrow = _arrow(sheet, frame, name, way)
        if arrow is None:
            raise Stuck(f"I see no arrow at “{what}” that points {way}.")
        await pane.click(arrow, f"Move “{what}” {way}.")
        if not await pane.hand.took_effect():
            raise Stuck(f"“{what}” does not move {way}.")


async def along(pane: Pane, match: re.Match[str]) -> None:
    """``Move Bread up two places``."""
    what, way = bare(match["what"]), match["way"].lower()
    told = match["times"] or match["more"] or "one"
    times = {"a": 1, "once": 1, "twice": 2}.get(told.lower()) or number(told) or 1
    for _ in range(times):
        sheet, name = await pane.sheet(), await _spot(pane, what)
        arrow = None if name is None else _arrow(sheet, _frame(sheet, name), name, way)
        if name is None:
            raise Stuck(f"I see no “{what}” on the page.")
        if arrow is None:  # chosen first, then moved by what stands beside the list
            await pane.click(name, f"Choose “{what}”.")
            await pane.hand.took_effect()
            arrow = _any(await pane.sheet(), way)
        if arrow is None:
            raise Stuck(f"I see no arrow to move “{what}” {way} with.")
        await pane.click(arrow, f"Move “{what}” {way}.")
        await pane.hand.took_effect()


def between(sheet: Sheet, start: Rect, goal: Rect) -> Rect | None:
    """The sign between two lists that brings what is chosen over to the one that is headed by ``goal``."""
    over = goal.center.x > start.center.x
    low, high = (start.right, goal.x) if over else (goal.right, start.x)
    middle = [
        box
        for box, text in _places(sheet)
        if low - 30 < box.center.x < high + 30 and text in _SIGNS["right" if over else "left"]
    ]
    if middle:
        return middle[0]
    faces = [
        t.box for t in sheet.of("button", "knob", "field", "shape")
        if len(t.text) < 3 and t.box.width < 4 * sheet.unit and t.box.height < 3 * sheet.unit
    ]  # fmt: skip
    stacked = sorted((box for box in faces if low - 30 < box.center.x < high + 30), key=lambda box: box.y)
    return (stacked[0] if over else stacked[1]) if len(stacked) == 2 else None


async def _spot(pane: Pane, name: str) -> Rect | None:
    found = await pane.texts(name, 0.84)
    exact = [each for each in found if each.text.strip().lower() == name.lower()]
    return (exact or found)[0].box if found else None


def _frame(sheet: Sheet, name: Rect) -> Rect:
    """The card or row around a name: the smallest face that holds more than the name."""
    around = [
        region.box for region in sheet.regions
        if region.box.contains(name.center) and region.box.area > 1.6 * name.area and region.box.height < 8 * sheet.unit
    ]  # fmt: skip
    return min(around, key=lambda box: box.area, default=name)


def _places(sheet: Sheet) -> list[tuple[Rect, str]]:
    found = [(t.box, t.text.strip()) for t in sheet.of("button", "shape", "card", "field")]
    found += [(word.box, word.text.strip()) for line in sheet.lines for word in line.words]
    found += [(mark.box, mark.mark) for mark in sheet.marks]
    return found


def _arrow(sheet: Sheet, frame: Rect, name: Rect, way: str) -> Rect | None:
    """The arrow of that direction on the card, or in the row."""
    own = [(box, text) for box, text in _places(sheet) if frame.contains(box.center) or same_row(box, name)]
    signs = [box for box, text in own if text.lower() in _SIGNS[way]]
    if signs:
        return min(signs, key=lambda box: abs(box.center.x - name.center.x) + abs(box.center.y - name.center.y))
    faces = sorted(
        (t.box for t in sheet.things if frame.contains(t.box.center) and t.box != frame and not t.box.contains(name.center)
         and t.box.width < 3 * sheet.unit and t.box.height < 3 * sheet.unit),
        key=lambda box: (box.x, box.y),
    )  # fmt: skip
    known = [text for _, text in own if any(text.lower() in signs for signs in _SIGNS.values())]
    if not faces or (len(faces) == 1 and known):
        return None
    return faces[-1] if way in ("right", "down") else faces[0]


def _any(sheet: Sheet, way: str) -> Rect | None:
    return next((box for box, text in _places(sheet) if text.lower() in (*_SIGNS[way], f"move {way}")), None)
