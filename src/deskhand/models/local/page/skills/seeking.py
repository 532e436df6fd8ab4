# ruff: noqa: E501 - a pattern is read more easily in one line
"""Trying, and going by what the page says to it: a number guessed by halves, a thing steered by buttons to its goal."""

from __future__ import annotations

import re

from deskhand.models.local.hand import Stuck
from deskhand.models.local.page import referents
from deskhand.models.local.page.pane import Pane
from deskhand.screen.geometry import Rect

_GUESSES = 12
_MOVES = 36
_LOW = re.compile(r"\b(?:too (?:low|small)|higher|larger|bigger|greater|more|up|increase)\b", re.IGNORECASE)
_HIGH = re.compile(r"\b(?:too (?:high|large|big)|lower|smaller|less|down|decrease)\b", re.IGNORECASE)
GUESS = (
    r"(?:guess|find)(?: out)? (?:the|a|my|what) (?:secret |hidden |right |correct )?number\b(?:[^\"]*? (?:between|from) (?P<low>-?\d+) (?:and|to|-) (?P<high>-?\d+))?.*",
)
STEER = (
    r"(?:(?:use|press|click|with|by (?:using|pressing|clicking))(?: on)? (?:the )?(?:\w+ )?(?:arrows?|buttons?|keys?|arrow keys?|controls?)(?: below| on (?:the|your) keyboard)?,? ?(?:to|and|until)? ?)(?:move|steer|bring|get|guide|take|drive|push|walk|lead) (?:the )?(?P<what>[\w ]+?) (?:to|onto|into|on|reaches|until it (?:reaches|is on|is at)) (?:the )?(?P<goal>[\w ]+?)",
    r"(?:move|steer|bring|get|guide|take|drive|push|walk|lead) (?:the )?(?P<what>[\w ]+?) (?:to|onto|into|on) (?:the )?(?P<goal>[\w ]+?) (?:with|using|by (?:using|pressing|clicking)) (?:the )?(?:\w+ )?(?:arrows?|buttons?|keys?|arrow keys?|controls?)(?: below)?",
)
_WAYS = {
    "up": ("↑", "▲", "▴", "⬆", "up", "∧", "^", "north"),
    "down": ("↓", "▼", "▾", "⬇", "down", "∨", "v", "south"),
    "left": ("←", "◀", "◄", "⬅", "left", "<", "west"),
    "right": ("→", "▶", "►", "➡", "right", ">", "east"),
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
    """``Use the arrow buttons to move the ball to the flag``: the longer way first, until it is there."""
    stuck_at: Rect | None = None
    for _ in range(_MOVES):
        thing, goal = await _both(pane, match["what"], match["goal"])
        if thing is None or goal is None:
            return  # one covers the other
        dx, dy = goal.center.x - thing.center.x, goal.center.y - thing.center.y
        if max(abs(dx), abs(dy)) < 0.5 * max(thing.width, thing.height):
            return
        ways = ["right" if dx > 0 else "left", "down" if dy > 0 else "up"]
        if abs(dy) > abs(dx):
            ways.reverse()
        if stuck_at == thing:
            ways.reverse()
        stuck_at = thing
        box = await _way(pane, ways[0])
        if box is not None:
            await pane.click(box, f"Move {ways[0]}.")
        else:
            await pane.key(ways[0].capitalize())


async def _both(pane: Pane, what: str, goal: str) -> tuple[Rect | None, Rect | None]:
    """The thing and its goal: told by words, or the two that are drawn."""
    one, other = await referents.find(pane, what), await referents.find(pane, goal)
    if one is not None and other is not None and one != other:
        return one, other
    sheet = await pane.sheet()
    keys = [
        t.box for t in sheet.of("button", "field") if t.box.height < 4 * sheet.unit and t.box.width < 8 * sheet.unit
    ]
    drawn = [
        region for region in referents.drawn_things(sheet)
        if not any(key.grow(6).intersect(region.box) for key in keys) and max(region.colour) - min(region.colour) > 60
    ]  # fmt: skip
    round_ones = [region.box for region in drawn if region.shape == "circle"]
    thing = one or (round_ones[0] if round_ones else None)
    rest = [region.box for region in drawn if region.box != thing]
    return thing, other if other is not None and other != thing else (rest[0] if rest else None)


async def _way(pane: Pane, way: str) -> Rect | None:
    sheet = await pane.sheet()
    places = [(t.box, t.text.strip().lower()) for t in sheet.of("button", "shape", "card")]
    places += [(line.box, line.text.strip().lower()) for line in sheet.lines]
    places += [(mark.box, mark.mark) for mark in sheet.marks]
    return next((box for box, text in places if text in _WAYS[way]), None)
