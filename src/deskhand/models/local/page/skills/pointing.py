# ruff: noqa: E501 - a pattern is read more easily in one line
"""What the mouse does to one thing besides a plain click: the other button, twice, pointing, holding, dragging."""

from __future__ import annotations

import re

from deskhand.models.local.hand import Stuck
from deskhand.models.local.layout import inside
from deskhand.models.local.page import predicates, referents, ticking
from deskhand.models.local.page.drawn import alike, drawn_things
from deskhand.models.local.page.pane import Pane
from deskhand.models.local.page.words import bare, number
from deskhand.screen.geometry import Point, Rect

_LOOKS = 12
_OVER = r"(?:hover|point)(?: (?:with )?(?:the|your) (?:mouse|pointer|cursor))?(?: over| at| on| to| above)?|(?:move|bring|put) (?:the|your) (?:mouse|pointer|cursor) (?:over|on|onto|to)|mouse over"
RIGHT = (
    r"(?:do|make|perform) a right[- ]click (?:on|over) (?P<what>.+)",
    r"use the right (?:mouse )?button (?:on|over) (?P<what>.+)",
    r"(?:bring up|show|get) the (?:context|right-click) menu (?:of|for|on) (?P<what>.+)",
    r"(?:right[- ]click|secondary[- ]click|open the (?:context|right-click) menu)(?: (?:on|of|for|over|upon))? (?P<what>.+)",
    r"<click> (?P<what>.+?) with the right (?:mouse )?button",
)
DOUBLE = (
    r"(?:do|make|perform|give)(?: (?P<what>.+?))? a double[- ]click(?: on (?P<other>.+))?",
    r"double[- ]tap(?: on)? (?P<what>.+)",
    r"double[- ]click(?: on)? (?P<what>.+)",
    r"<click> (?P<what>.+?) (?:exactly )?(?P<times>twice|two times|thrice|\w+ times)",
    r"<click> (?P<times>twice|two times|thrice|\w+ times) on (?P<what>.+)",
    r"triple[- ]click(?: on)? (?P<what>.+)",
)
REVEAL = (
    rf"(?:{_OVER}) (?:(?:each|every|all|any|one)(?: of)? )?(?:the )?(?P<what>[\w ]+?)(?:,? (?:one (?:by one|after (?:the other|another))|in turn))? (?:to|until|till|and) (?:(?:you )?find|look for|see|know)(?: out)? (?:(?:which|what) (?:one )?is )?(?P<goal>[^\"]*?(?:\"[^\"]+\"|(?-i:[A-Z])[\w -]*?))(?:,| and| then)+ <click>(?: on)? (?:it|that|that one|that \w+)",
    rf"(?:{_OVER}) (?:(?:each|every|all|any|one)(?: of)? )?(?:the )?(?P<what>[\w ]+?)(?:,? (?:one (?:by one|after (?:the other|another))|in turn))? (?:to|until|till|so that you|and) (?:see|read|find(?: out)?|learn|show|reveal|look at|know) [^\"]*?(?:,| and| then)+ <click>(?: on)? (?P<goal>.+)",
)
"""Names that show only while the pointer is on what bears them."""
HOVER = (
    r"(?:let|have) (?:the|your) (?:mouse|pointer|cursor) (?:rest|stay|hover|stop) (?:on|over|above) (?P<what>.+?)",
    r"mouse over (?P<what>.+?)",
    r"(?:hover|point)(?: the (?:mouse|pointer|cursor))?(?: over| at| on| to| above)? (?P<what>(?:(?! to (?:see|read|find|learn|show|reveal) ).)+?)(?: (?:and|then) (?:wait|keep it there|stay there|hold it there)(?: until| till) (?P<until>.+?))?",
    r"(?:move|bring|put|place|rest|hold|keep) (?:the|your) (?:mouse|pointer|cursor)(?: pointer)? (?:over|on|onto|to|above|inside|into|in) (?P<what>.+?)"
    r"(?:,? (?:and|then) (?:wait|keep it there|stay there|hold it there|leave it there)(?: (?:until|till) (?P<until>.+?))?)?",
)
STAY = (
    r"(?:stay|keep (?:it|the (?:mouse|pointer|cursor)) there|hold it(?: there)?|do not move)(?: there)?(?: until| till| for)(?: the)? (?P<until>.+?)(?: to)?(?: shows?| appears?| comes up| is (?:shown|done|finished|ready)| finish(?:es)?| loads?| to (?:appear|finish|load))*",
)
HOLD = (r"(?:<click> and hold|hold down|press and hold|long[- ]press)(?: on)? (?P<what>.+?)(?: (?:for|until) .+)?",)
CLICK_ALL = (r"(?:<click>|select|choose|pick|mark)(?: on)? (?:all|each|every)(?: of)?(?: the)? (?P<what>[^\"]+?)",)
DRAG_ALL = (
    r"(?:drag and drop|drag|drop|move|put|place|bring|carry|sort) (?:all|each|every)(?: of)?(?: the)? (?P<what>.+?) (?:into|onto|on to|on top of|inside|in|on|to) (?P<goal>(?:the |a |an |its )?[^.]+?)",
)
DRAG = (
    r"<drag> (?P<what>.+?) (?:to the (?P<way>left|right|top|bottom)|(?P<up>up|down)(?:wards?)?)",
    r"(?:drag and drop|drag|drop|move|put|place|bring|carry) (?!an? (?:x|o|mark|cross|tick)\b)(?!the (?:\w+ )?(?:slider|knob)(?: \w+)? to (?:the |its )?(?:very |far )?(?:left|right|start|end|beginning|minimum|maximum|top|bottom)\b)(?P<what>.+?) (?:over to|over into|across to|into|onto|on to|on top of|over|inside|in|on|to|under|below|above|between) (?P<goal>(?:the |a |an |its )?[^.]+?)",
)
KEY = (
    r"(?:press|hit|push|tap|use)(?: on)? (?:the )?\"?(?P<key>(?:(?:ctrl|control|shift|alt)\s?[+-]\s?)*(?:enter|return|tab|escape|esc|space ?bar|space|backspace|delete|page ?(?:up|down)|home|end|f\d+|(?:up|down|left|right) arrow|arrow (?:up|down|left|right)))\"?(?: key)?(?: (?P<times>\w+) times?)?",
    r"(?:press|hit) (?:the )?(?P<key>(?:ctrl|control|shift|alt)\s?[+-]\s?\w)(?: key)?",
    r"(?:press|hit|push|tap) (?:the )?\"?(?P<key>\w)\"? key(?: on (?:the|your) keyboard)?(?: (?P<times>\w+) times?)?",
)
KEYS = (
    r"(?:press|hit|type|push)(?: on)? (?:these|the following|the) keys?(?: (?:on|of|with) (?:the|your) keyboard)?(?:,? (?:in (?:this|that|the given) order|in (?:turn|order)|one (?:after (?:the other|another)|by one)))?(?: (?:on|with) (?:the|your) keyboard)?: ?(?P<keys>[^:]+)",
)
_NAMES = {"return": "Return", "enter": "Return", "escape": "Escape", "esc": "Escape", "spacebar": "space", "pageup": "Prior",
          "pagedown": "Next", "backspace": "BackSpace", "tab": "Tab", "delete": "Delete", "home": "Home", "end": "End",
          "control": "ctrl", "uparrow": "Up", "downarrow": "Down", "leftarrow": "Left", "rightarrow": "Right",
          "arrowup": "Up", "arrowdown": "Down", "arrowleft": "Left", "arrowright": "Right"}  # fmt: skip


async def right(pane: Pane, match: re.Match[str]) -> None:
    """``Right-click the file "notes.txt"``."""
    box = await referents.need(pane, _thing(match["what"]))
    await pane.hand.click(box.center, f"Right-click {match['what']}.", button="right")
    await pane.hand.took_effect()


async def double(pane: Pane, match: re.Match[str]) -> None:
    """``Double-click the folder``; ``click the button three times``."""
    what = match["what"] or match.groupdict().get("other") or ""
    box = await referents.need(pane, _thing(what))
    times = match.groupdict().get("times") or ("triple" if match[0].lower().startswith("triple") else "twice")
    count = {"twice": 2, "thrice": 3, "triple": 3}.get(times.lower(), number(times) or 2)
    if re.match(r"double|triple|(?:do|make|perform|give)\b", match[0], re.I):
        await pane.click(box, f"Click {what} {count} times.", count=count)
        return
    for _ in range(min(count, 20)):
        await pane.click(box, f"Click {match['what']}.")


async def hover(pane: Pane, match: re.Match[str]) -> None:
    """``Hover over the green square``; what then has to show is waited for."""
    box = await referents.need(pane, _thing(match["what"]))
    await pane.hand.hover(box.center, f"Point at {match['what']}.")
    await pane.hand.took_effect()
    if until := match.groupdict().get("until"):
        await _wait(pane, until)


async def reveal(pane: Pane, match: re.Match[str]) -> None:
    """``Point at the dots to see their names, and click on Turin``: one after the other, until the name shows."""
    told = re.sub(r" (?:in|on|of|at) .*$", "", match["what"])
    goal = (re.findall(r"\"([^\"]+)\"", match["goal"]) or [_named(match["goal"])])[0]
    sheet = await pane.sheet()
    shapes = referents.said(told).shapes
    boxes = alike([region.box for region in drawn_things(sheet, shapes, referents.said(told).colour)]) or alike(
        [region.box for region in drawn_things(sheet)]
    )
    for box in boxes:
        await pane.hand.hover(box.center, f"Point at one of the {told}.")
        await pane.hand.took_effect()
        if await pane.texts(goal, 0.84) or await pane.in_what_changed(goal, 0.84) is not None:
            pane.last = box
            await pane.click(box, f"Click it: it is {goal}.")
            return
    raise Stuck(f"I pointed at {len(boxes)} {told}, and none showed “{goal}”.")


def _named(words: str) -> str:
    """The name in “on the one called Turin”, “the dot of Turin”."""
    return re.sub(
        r"^(?:on )?(?:the )?(?:(?:one|[a-z]+) (?:called|named|labell?ed|of|for|with(?: the (?:name|text|label))?|that (?:says|is|shows)) )?",
        "",
        words.strip(" ."),
    )


async def stay(pane: Pane, match: re.Match[str]) -> None:
    """``Keep it there until the word "Ready" shows``."""
    await _wait(pane, match["until"])


async def _wait(pane: Pane, until: str) -> None:
    shown = re.findall(r"\"([^\"]+)\"", until)
    for _ in range(_LOOKS):
        if shown and (found := await pane.texts(shown[0], 0.86)):
            pane.last = found[0].box
            return
        await pane.hand.wait(1)
        if not shown and (await pane.hand.view()).changed:
            return


async def hold(pane: Pane, match: re.Match[str]) -> None:
    """Press, and let go a pixel further: a drag to the same place holds the button long enough for most."""
    box = await referents.need(pane, _thing(match["what"]))
    await pane.drag(box.center, Point(box.center.x + 1, box.center.y), f"Hold {match['what']}.")


async def click_all(pane: Pane, match: re.Match[str]) -> None:
    """``Click all the green squares``; ``click every word that begins with b``."""
    what = match["what"]
    whose = ticking.ALL_OF.fullmatch(f"all {what}".strip(" ."))
    if whose is not None and await ticking.tick_rows(pane, bare(whose["who"])):
        return
    told, fits = referents.said(what), predicates.predicate(what)
    sheet = await pane.sheet()
    if told.colour or (told.shapes and fits is None):
        boxes = [region.box for region in drawn_things(sheet, told.shapes, told.colour)]
    elif fits is not None:
        boxes = [line.box for line in sheet.lines if fits(line.text)] or [
            word.box for line in sheet.lines for word in line.words if fits(word.text)
        ]
    else:
        boxes = [thing.box for thing in sheet.of(*told.kinds)] if told.kinds else []
    if not boxes:
        raise Stuck(f"I see nothing that would be “{what}”.")
    for box in boxes:
        await pane.click(box, f"Click one of {what}.")


async def drag_all(pane: Pane, match: re.Match[str]) -> None:
    """``Drag each fruit into the basket``; ``drag all the red squares into the box``."""
    goal = await referents.need(pane, _thing(match["goal"]))
    fits = predicates.predicate(match["what"])
    told = referents.said(match["what"])
    for _ in range(20):
        sheet = await pane.sheet()
        into = await _frame(pane, goal, Rect(0, 0, 1, 1))
        if fits is not None and not told.shapes:
            left = [line.box for line in sheet.lines if fits(line.text) and not into.contains(line.box.center)]
        else:
            drawn = drawn_things(sheet, told.shapes, told.colour)
            left = [
                region.box for region in drawn if not inside(region.box, into, 8) and not inside(into, region.box, 8)
            ]
        if not left:
            return
        await pane.drag(left[0].center, into.center, f"Drag one of {match['what']}.")
        await pane.hand.took_effect()


async def drag(pane: Pane, match: re.Match[str]) -> None:
    """``Drag the red square onto the blue circle``."""
    start = await referents.need(pane, _thing(match["what"]))
    told = match.groupdict()
    way = (told.get("way") or told.get("up") or "").lower()
    if way:
        far = 3 * max(start.width, start.height)
        dx, dy = {"left": (-far, 0), "right": (far, 0), "top": (0, -far), "up": (0, -far)}.get(way, (0, far))
        end = Point(
            min(max(pane.body.x + 6, start.center.x + dx), pane.body.right - 6),
            min(max(pane.body.y + 6, start.center.y + dy), pane.body.bottom - 6),
        )
    else:
        goal = await referents.need(pane, _thing(told["goal"]))
        end = (await _frame(pane, goal, start)).center
    await pane.drag(start.center, end, f"Drag {match['what']}.")
    await pane.hand.took_effect()


async def _frame(pane: Pane, goal: Rect, start: Rect) -> Rect:
    """The box that a name heads: the smallest frame around it, or right under it, which does not hold the thing."""
    sheet = await pane.sheet()
    frames = [
        region.box
        for region in sheet.regions
        if region.box.width > 1.5 * sheet.unit
        and region.box.height > 1.5 * sheet.unit
        and region.box.area < 0.6 * sheet.body.area
        and not region.box.contains(start.center)
    ]
    around = [box for box in frames if box.contains(goal.center)]
    if around:
        return min(around, key=lambda box: box.area)
    below = [
        box for box in frames if 0 <= box.y - goal.bottom < sheet.unit and box.x < goal.right and goal.x < box.right
    ]
    return min(below, key=lambda box: box.y) if below else goal


async def key(pane: Pane, match: re.Match[str]) -> None:
    """``Press Enter``; ``press the Tab key three times``."""
    parts = re.split(r"\s?[+-]\s?", match["key"].strip('" ').lower())
    keys = "+".join(_NAMES.get(part.replace(" ", ""), part.replace(" ", "")) for part in parts)
    times = match.groupdict().get("times")
    await pane.key(keys, (number(times) or 1) if times else 1)


async def typed_keys(pane: Pane, match: re.Match[str]) -> None:
    """``Press these keys, one after another: 9, D, Enter``."""
    told = [part.strip(' ."').lower() for part in re.split(r",\s*(?:and |then )?|\s+(?:and|then)\s+", match["keys"])]
    for name in filter(None, told):
        plain = _NAMES.get(name.replace(" ", ""), name.replace(" ", ""))
        if len(plain) > 1 and plain.lower() not in _KNOWN:
            raise Stuck(f"I know no key “{name}”.")
        await pane.key(plain)


_KNOWN = frozenset({*map(str.lower, _NAMES.values()), "space"})


def _thing(words: str) -> str:
    """Without what a file or an entry is called by, where its name follows."""
    words = words.strip(" .")
    named = re.search(
        r"\b(?:file|folder|entry|row|item|word|link|name|text|image|picture|option|contact|friend|user|column|lane|list|group)\s+(\"[^\"]+\"|[A-Z][\w.]+|[\w-]+\.[a-z0-9]{1,5}\b)",
        words,
    ) or re.search(r"\b(?:e-?mail|mail|message|letter|note|post|card)s? (?:from|by|of) (\"[^\"]+\"|[A-Z]\w+)", words)
    return named[1] if named else words
