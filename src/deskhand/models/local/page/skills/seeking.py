# ruff: noqa: E501 - a pattern is read more easily in one line
"""Trying, and going by what the page says to it: a number guessed by halves, a thing steered by buttons to its goal."""

from __future__ import annotations

import re

from deskhand.models.local.hand import Stuck
from deskhand.models.local.layout import inside
from deskhand.models.local.page import referents
from deskhand.models.local.page.drawn import drawn_things
from deskhand.models.local.page.pane import Pane
from deskhand.screen.geometry import Rect

_GUESSES = 12
_MOVES = 36
_ON = 6
"""Pixels: as near as this is there."""
_LOW = re.compile(r"\b(?:too (?:low|small)|higher|larger|bigger|greater|more|up|increase)\b", re.IGNORECASE)
_HIGH = re.compile(r"\b(?:too (?:high|large|big)|lower|smaller|less|down|decrease)\b", re.IGNORECASE)
GUESS = (
    r"(?:guess|find)(?: out)? (?:the|a|my|what) (?:secret |hidden |right |correct )?number\b(?:[^\"]*? (?:between|from) (?P<low>-?\d+) (?:and|to|-) (?P<high>-?\d+))?.*",
)
STEER = (
    r"(?:(?:use|press|click|with|by (?:using|pressing|clicking))(?: on)? (?:the )?(?:\w+ )?(?:arrows?|buttons?|keys?|arrow keys?|controls?)(?: below| on (?:the|your) keyboard)?,? ?(?:to|and|until)? ?)(?:move|steer|bring|get|guide|take|drive|push|walk|lead) (?:the )?(?P<what>[\w ]+?) (?:to|onto|into|on|reaches|until it (?:reaches|is on|is at)) (?:the )?(?P<goal>\"[^\"]+\"|[\w ]+?)",
    r"(?:move|steer|bring|get|guide|take|drive|push|walk|lead) (?:the )?(?P<what>[\w ]+?) (?:to|onto|into|on) (?:the )?(?P<goal>\"[^\"]+\"|[\w ]+?) (?:with|using|by (?:using|pressing|clicking)) (?:the )?(?:\w+ )?(?:arrows?|buttons?|keys?|arrow keys?|controls?)(?: below)?",
)
_WAYS = {
    "up": ("↑", "▲", "▴", "⬆", "up", "∧", "^", "north"),
    "down": ("↓", "▼", "▾", "⬇", "down", "∨", "v", "south"),
    "left": ("←", "◀", "◄", "◂", "⬅", "left", "<", "west"),
    "right": ("→", "▶", "►", "▸", "➡", "right", ">", "east"),
}


async def guess(pane: Pane, match: re.Match[str]) -> None:
    """By halves, as the page says higher or lower."""
    low, high = int(match["low"] or 0), int(match["high"] or 100)
    text = match[0]
    if not match["low"]:
        numbers = [int(n) for line in await pane.lines() for n in re.findall(r"\d+", line.text)]
        told = re.search(r"(\d+)\s*(?:and|to|-|–)\s*(\d+)", " ".join(line.text for line in await pane.lines()) + text)
        low, high = (int(told[1]), int(told[2])) if told else (low, max([high, *numbers]))
    for _ in range(_GUESSES):
        fields = await pane.things("field")
        if not fields or low > high:
            break
        tried = (low + high) // 2
        before = {line.text for line in await pane.lines()}
        await pane.fill(fields[0], str(tried), clear=True)
        await pane.submit()
        await pane.hand.took_effect()
        said = " ".join(line.text for line in await pane.lines() if line.text not in before) or " ".join(
            line.text for line in await pane.lines()
        )
        if _first(_HIGH, said) < _first(_LOW, said):
            high = tried - 1
        elif _LOW.search(said):
            low = tried + 1
        else:
            return
    raise Stuck("I tried by halves and did not find the number.")


def _first(pattern: re.Pattern[str], text: str) -> int:
    found = pattern.search(text)
    return found.start() if found else len(text) + 1


async def steer(pane: Pane, match: re.Match[str]) -> None:
    """``Use the arrow buttons to move the ball to the flag``: the longer way first, looked at after each move, until
    it covers the goal or comes no nearer."""
    goal: Rect | None = None
    blocked: set[str] = set()
    before, way = None, ""
    for _ in range(_MOVES):
        thing, seen = await _both(pane, match["what"], match["goal"])
        goal = goal or seen
        if thing is None or goal is None:
            return  # one covers the other
        if thing == before and way:
            blocked.add(way)
        else:
            blocked.clear()
        before = thing
        dx, dy = goal.center.x - thing.center.x, goal.center.y - thing.center.y
        if inside(goal, thing) and abs(dx) < thing.width // 4 and abs(dy) < thing.height // 4:
            return  # a frame around it: what is written in a frame seldom stands in its very middle
        ways = ["right" if dx > 0 else "left"] if abs(dx) > _ON else []
        ways += ["down" if dy > 0 else "up"] if abs(dy) > _ON else []
        if abs(dy) > abs(dx):
            ways.reverse()
        ways = [each for each in ways if each not in blocked]
        if not ways:
            return
        way = ways[0]
        box = await _way(pane, way)
        if box is not None:
            await pane.click(box, f"Move {way}.")
        else:
            await pane.key(way.capitalize())


async def _both(pane: Pane, what: str, goal: str) -> tuple[Rect | None, Rect | None]:
    """The thing and its goal: of what is drawn, without the buttons that steer; told by words, or the two that are left."""
    sheet = await pane.sheet()
    ways = [box for way in _WAYS if (box := await _way(pane, way)) is not None]

    def free(box: Rect | None) -> bool:
        return box is not None and not any(way.grow(4).intersect(box) for way in ways)

    one, other = await referents.find(pane, what), await referents.find(pane, goal)
    if one is not None and other is not None and one != other and free(one) and free(other):
        return one, other
    keys = [
        t.box
        for t in sheet.of("button", "field", "select")
        if t.box.height < 4 * sheet.unit and t.box.width < 8 * sheet.unit
    ]
    drawn = [
        region for region in drawn_things(sheet)
        if free(region.box) and not any(key.grow(6).intersect(region.box) for key in keys)
        and region.box.area < 0.2 * sheet.body.area
    ]  # fmt: skip
    drawn.sort(key=lambda region: min(region.colour) - max(region.colour))
    round_ones = [region.box for region in drawn if region.shape == "circle"]
    thing = one if free(one) else next(iter(round_ones or [region.box for region in drawn]), None)
    rest = [region.box for region in drawn if region.box != thing]
    return thing, other if free(other) and other != thing else (rest[0] if rest else None)


async def _way(pane: Pane, way: str) -> Rect | None:
    sheet = await pane.sheet()
    places = [(t.box, t.text.strip().lower()) for t in sheet.of("button", "shape", "card")]
    places += [(line.box, line.text.strip().lower()) for line in sheet.lines]
    places += [(mark.box, mark.mark) for mark in sheet.marks]
    return next((box for box, text in places if text in _WAYS[way]), None)
