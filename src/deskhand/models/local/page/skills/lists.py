# ruff: noqa: E501 - a pattern is read more easily in one line
"""Lists: all of them but some, several at once, put into another order, dragged to another place."""

from __future__ import annotations

import re
from collections.abc import Sequence

from deskhand.models.local.counted import at
from deskhand.models.local.hand import Stuck
from deskhand.models.local.layout import in_reading_order
from deskhand.models.local.page import choosing, naming, ticking
from deskhand.models.local.page.pane import GOOD, Pane
from deskhand.models.local.page.sheet import Sheet
from deskhand.models.local.page.skills import pointing, shifting
from deskhand.models.local.page.words import bare, ordinal
from deskhand.screen.geometry import Point, Rect
from deskhand.vision.match import similarity
from deskhand.vision.scene import TextLine

_BOXES = (
    r"(?:check ?box(?:es)?|boxes|items?|options?|entries|entry|rows?|names?|words?|e?-?mails?|messages?|posts?|box)"
)
_BUT = r"(?: (?:but|except for|except|apart from|other than|besides|without) (?P<but>.+?))?(?:,? (?:and|then) (?:<click> <the>.+|<the>\"?submit\b.*))?\.?$"
EVERYTHING = (
    rf"^(?P<act>select|choose|pick|tick|check|mark) (?:all|every|each)(?: of)?(?: the)?(?: {_BOXES})?{_BUT}",
    rf"^(?P<act>select|choose|pick|tick|check|mark) everything{_BUT}",
    rf"^(?P<act>untick|uncheck|deselect|unselect|clear) (?:all|every|each|everything)(?: of)?(?: the)?(?: {_BOXES})?{_BUT}",
)
SEVERAL = (
    r"^<choose> (?P<names>.+?) (?:in|from|out of|on) <the>(?:\w+ )?(?:list|list ?box)\b(?! of links)",
    r"^(?:in|from) <the>(?:\w+ )?(?:list|list ?box),? <choose> (?P<names>.+?)(?:,? (?:and|then) <click> .*)?\.?$",
)
_DRAG = r"(?:drag|move|put|place|shift|bring)"
REORDER = (
    rf"^{_DRAG} (?!(?:the|your) (?:mouse|pointer|cursor)\b)<the>(?:item |entry |row |card )?\"?(?P<what>[^\"]+?)\"? (?P<where>above|below|under|before|after|over(?! to\b)) <the>(?:item |entry |row |card )?\"?(?P<other>[^\".]+?)\"?"
    r"(?:,? (?:and|then) .*)?\.?$",
    rf"^{_DRAG} (?!(?:the|your) (?:mouse|pointer|cursor)\b)<the>(?:item |entry |row |card )?\"?(?P<what>[^\"]+?)\"? to <the>(?P<place>top|bottom|end|beginning|start|<ordinal> (?:place|position|spot))\b",
)
_SORT = r"(?:sort|order|arrange|rank|put|bring)"
IN_ORDER = (
    r"^(?!.*\bby clicking)(?:drag|move)\b[^\"]*\b(?P<way>ascending|increasing|alphabetical\w*|descending|decreasing) order",
    rf"^(?!.*\bby clicking)(?!.*\b(?:table|column)\b)(?!\w+ [\w ]*\bby (?:the )?[\w]+ in (?:an? )?(?:a|de)scending){_SORT} (?:all )?<the>(?:\w+ ){{0,3}}(?:in|into|by|from)?\s*[^\"]*\b(?P<way>ascending|increasing|rising|alphabetical\w*|numerical\w*|descending|decreasing|falling|reverse|"
    r"(?:smallest|lowest|least) (?:to|first)|(?:largest|highest|greatest|biggest) (?:to|first)|A to Z|Z to A)\b",
)
ONTO = (
    r"^(?!.*\b(?:arrow|button)s?\b)(?:drag|drop|move) (?!(?:(?:the |your )?(?:mouse|pointer|cursor|slider|knob|handle|dial)|all|each|every)\b)(?![^\"]*\b(?:slider|knob)\b)(?!(?:the |my )?(?:e-?mail|mail|message|letter|note|post) (?:from|by) )<the>(?:item |card |file |word )?\"?(?P<what>[^\"]+?)\"?(?: from <the>[^\",.]+?)? (?:and drop it )?(?:to|into|onto|on|in|over to|inside) <the>"
    r"(?:list |box |area |column |folder |bin )?\"?(?P<goal>[^\".,]+?)\"?(?: (?:list|box|area|column|folder|bin|zone))?(?! (?:with|using|by) )(?:,? (?:and|then) .*)?\.?$",
)
_DOWN = ("descending", "decreasing", "falling", "reverse", "largest", "highest", "greatest", "biggest", "z to a")


async def everything(pane: Pane, match: re.Match[str]) -> None:
    """``Tick all boxes except B``."""
    on = not re.match(r"un|de|clear", match["act"], re.IGNORECASE)
    spared = naming.listed(match["but"]) if match["but"] else []
    ticked: set[str] = set()
    for _ in range(10):
        boxes = await pane.things("checkbox")
        for box in boxes:
            if any(similarity(box.text, name) > GOOD for name in spared) or bool(box.checked) == on:
                continue
            await pane.click(box, f"{'Tick' if on else 'Clear'} “{box.text}”.")
            ticked.add(box.text)
        if not boxes or not await pane.scroll("down", 2):
            break
    if not ticked:
        raise Stuck("I see no boxes to tick.")
    await _submit(pane)


async def several(pane: Pane, match: re.Match[str]) -> None:
    """``Select Oslo and Rome from the list``: one by a click, more with Ctrl held, scrolled to."""
    names = naming.listed(match["names"])
    if len(names) == 1 and (await pane.things("select") or not await pane.texts(names[0], 0.86)):
        await choosing.choose(pane, match["names"])
        await _submit(pane)
        return
    await choose_each(pane, names)
    await _submit(pane)


async def choose_each(pane: Pane, names: Sequence[str]) -> None:
    """All of the names in one list: boxes ticked; entries clicked, more than the first with Ctrl held."""
    boxes = await pane.things("checkbox", "radio")
    if all(naming.best(boxes, name) is not None for name in names):
        await ticking.tick(pane, ", ".join(f'"{name}"' for name in names))
        return
    for index, name in enumerate(names):
        spot = await _shown(pane, name)
        if spot is None:
            raise Stuck(f"I do not see “{name}” in the list.")
        await pane.click(spot, f"Select “{name}”.", keys="ctrl" if index else "")


async def _shown(pane: Pane, name: str) -> Rect | None:
    """Where the option shows, after turning the wheel over the list both ways."""
    for way in ("", "down", "up"):
        for _ in range(1 if not way else 8):
            if way:
                middle = _list(await pane.sheet())
                if not await pane.scroll(way, 1, middle.center if middle else None):
                    break
            found = [m for m in await pane.texts(name, 0.86) if m.whole]
            if found:
                return found[0].box
    return None


def _list(sheet: Sheet) -> Rect | None:
    tall = [t.box for t in sheet.of("area", "card") if t.box.height < 0.9 * sheet.body.height]
    return max(tall, key=lambda box: box.area, default=None)


async def reorder(pane: Pane, match: re.Match[str]) -> None:
    """``Drag Milk above Bread``; ``Move Milk to the 2nd position``."""
    what = bare(match["what"])
    said = match.groupdict()
    item = await _item(pane, what)
    if said.get("other"):
        goal = await _item(pane, bare(said["other"]))
        above = said["where"].lower() in ("above", "before", "over")
    else:
        rows = await items(pane)
        place = said["place"].lower()
        nth = 1 if place in ("top", "beginning", "start") else -1 if place in ("bottom", "end") else ordinal(place) or 1
        if (row := at(rows, nth)) is None:
            raise Stuck(f"I see {len(rows)} items only.")
        goal = row.box
        above = goal.y < item.y
    edge = goal.y + 2 if above else goal.bottom - 2
    await _carry(pane, item.center, Point(goal.center.x, edge), what)
    await _submit(pane)


async def in_order(pane: Pane, match: re.Match[str]) -> None:
    """``Sort the numbers in increasing order``: one after the other is dragged to its place."""
    down = match["way"].lower().startswith(_DOWN)
    rows = await items(pane)
    if len(rows) < 2:
        raise Stuck("I see no list to sort.")
    wanted = sorted((row.text.strip() for row in rows), key=sort_key, reverse=down)
    for index in range(len(wanted) - 1):
        rows = [row for row in await items(pane) if row.text.strip() in wanted]
        now = [row.text.strip() for row in rows]
        if len(now) <= index or wanted[index] not in now:
            raise Stuck(f"I lost sight of “{wanted[index]}” while sorting.")
        at = now.index(wanted[index])
        if at != index:
            goal = rows[index].box
            await _carry(pane, rows[at].box.center, Point(goal.center.x, goal.y + 2), wanted[index])
    await _submit(pane)


def sort_key(text: str) -> tuple[int, float, str]:
    """Numbers by their size, before words by the alphabet."""
    found = re.fullmatch(r"[$€£]?\s?(-?\d[\d,]*(?:\.\d+)?)\D*", text)
    return (0, float(found[1].replace(",", "")), "") if found else (1, 0.0, text.lower())


async def onto(pane: Pane, match: re.Match[str]) -> None:
    """``Drag Pear into the Fruit box``."""
    what, goal = bare(match["what"]), bare(match["goal"])
    if not await pane.texts(what, 0.84) or not await pane.texts(goal, 0.84):
        await pointing.drag(pane, match)  # told by what they look like
        await _submit(pane)
        return
    start, end = await _item(pane, what), await _item(pane, goal)
    sheet = await pane.sheet()
    if not match[0].lower().startswith("drag") and (arrow := shifting.between(sheet, start, end)) is not None:
        await pane.click(start, f"Choose “{what}”.")
        await pane.hand.took_effect()
        await pane.click(arrow, f"Move it over to “{goal}”.")
        await _submit(pane)
        return
    frames = [
        region.box for region in sheet.regions
        if region.box.width > 3 * sheet.unit and region.box.height > 2.5 * sheet.unit and not region.box.contains(start.center)
    ]  # fmt: skip
    holding = min((box for box in frames if box.contains(end.center)), key=lambda box: box.area, default=None)
    under = [
        box
        for box in frames
        if box.y >= end.y and box.y - end.bottom < sheet.unit and box.x < end.right and end.x < box.right
    ]
    if holding is None and under:
        holding = min(under, key=lambda box: box.y)
    await _carry(pane, start.center, (holding or end).center, what)
    await _submit(pane)


async def items(pane: Pane) -> Sequence[TextLine]:
    """The lines of a list, top to bottom, without the buttons that send a form off."""
    sheet = await pane.sheet()
    names = ("submit", "ok", "done", "save")
    return in_reading_order(
        [line for line in sheet.lines if line.text.strip().lower() not in names], lambda line: line.box
    )


async def _item(pane: Pane, name: str) -> Rect:
    found = await pane.texts(name, 0.84)
    if not found:
        raise Stuck(f"I do not see “{name}” on the page.")
    return found[0].box


async def _carry(pane: Pane, start: Point, end: Point, what: str) -> None:
    await pane.drag(start, end, f"Drag “{what}” to its place.")
    await pane.hand.took_effect()


async def _submit(pane: Pane) -> None:
    if await pane.button("Submit") is not None:
        await pane.submit("Submit")
