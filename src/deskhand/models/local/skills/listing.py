"""The names in a list that shows one thing a row: left-aligned, at one pitch, scrolled to its end.

A file manager's icons have their names under them; archives, search results and detailed lists have them in a column.
"""

from __future__ import annotations

import re
from itertools import pairwise
from statistics import median

from deskhand.models.local.hand import Hand
from deskhand.screen.geometry import Point, Rect
from deskhand.vision.scene import Scene, TextLine

PITCH = 46
"""Pixels from one row to the next, at most; more is a grid of icons."""
ALIGNED = 4
PAGES = 12
FOOT = 26
"""Pixels at the foot of a window that belong to its status bar."""
_FILE = re.compile(r"^\S.*\.[A-Za-z0-9]{1,5}$")


async def listed(hand: Hand) -> list[str]:
    """The names, top to bottom; [] where the window in front shows no such list."""
    front = await hand.front()
    if front is None:
        return []
    column = names_in(await hand.scene(), front.body)
    if not column:
        return []
    names = [line.text for line in column]
    place = Point(column[0].box.center.x, column[len(column) // 2].box.center.y)
    for _ in range(PAGES):
        say = hand.say("Looking whether the list goes on.", "一覧の続きがないか確認します。")
        await hand.scroll(place, "down", 5, say)
        if not (await hand.view()).changed:
            break
        more = [line.text for line in names_in(await hand.read_afresh(), front.body)]
        fresh = [name for name in more if name not in names]
        if not fresh:
            break
        names += fresh
    return names


def names_in(scene: Scene, body: Rect) -> list[TextLine]:
    """The column of file names in a window, where it has one."""
    inside = [line for line in scene.texts if body.contains(line.box.center) and line.box.bottom < body.bottom - FOOT]
    best: list[TextLine] = []
    for first in inside:
        if not _FILE.match(first.text):
            continue
        column = sorted(
            (line for line in inside if abs(line.box.x - first.box.x) <= ALIGNED), key=lambda line: line.box.y
        )
        column = _together(column, first)
        files = sum(_FILE.match(line.text) is not None for line in column)
        if len(column) >= 2 and 2 * files >= len(column) and len(column) > len(best):
            best = column
    return best


def _together(column: list[TextLine], first: TextLine) -> list[TextLine]:
    """Those that hang together with ``first`` at one pitch: a heading above stands apart, or is bold and higher."""
    if len(column) < 2:
        return []
    steps = [after.box.center.y - before.box.center.y for before, after in pairwise(column)]
    pitch = median(steps)
    if pitch > PITCH or pitch < first.box.height:
        return []
    kept: list[TextLine] = [column[0]]
    for before, after in pairwise(column):
        if after.box.center.y - before.box.center.y > 1.6 * pitch:
            if first in kept:
                break
            kept = []
        kept.append(after)
    return [line for line in kept if line is not kept[0] or _FILE.match(line.text)] if first in kept else []
