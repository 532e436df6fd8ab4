"""A dialog of several pages: its tabs, or the list of its pages at the left, gone through one after the other.

Of eleven programs whose preferences were looked at, eight had more than one page, four of them in a list at the side.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from itertools import pairwise

from deskhand.models.local import layout
from deskhand.models.local.hand import Hand
from deskhand.models.local.skills.commands.answering import says_no, says_yes
from deskhand.models.local.skills.commands.fit import fit
from deskhand.models.local.skills.commands.popup import opened
from deskhand.models.local.skills.commands.slots import slots
from deskhand.models.local.skills.commands.terms import does, terms
from deskhand.screen.geometry import Rect
from deskhand.vision.scene import Scene, TextLine

HEAD = 96
"""Pixels at the top of a dialog within which its tabs stand."""
SIDE = 0.42
"""Of a dialog's width that a list of its pages takes at most."""
LONGEST = 26
"""Characters in the name of a page."""
MOST = 16
"""Pages that are looked at."""
IDLE = 2
"""Names in a list that may lead nowhere before it is taken for something else."""
SMALLEST = 40
"""Pixels each way of a change that is another page; less is the name itself, marked."""


async def pages(hand: Hand, area: Rect, words: str) -> AsyncIterator[str]:
    """The name of each page once it shows: first "" for the one that shows already, then those whose names have to do
    with ``words``."""
    yield ""
    scene, view = await hand.scene(), await hand.view()
    taken = [slot.box for slot in slots(scene, view.pixels, area)]
    for heads in (_tabs(scene, area), _listed(scene, area, taken)):
        idle = 0
        for head in sorted(heads[:MOST], key=lambda line: -fit(words, line.text)):
            before = (await hand.view()).pixels
            say = hand.say(f"Looking under {head.text}.", f"「{head.text}」を見ます。")
            await hand.click(head.box.center, say)
            await hand.took_effect()
            shown = opened(before, (await hand.view()).pixels, None, head.box.grow(12), SMALLEST)
            if shown is None:
                idle += 1
                if idle >= IDLE:
                    break
                continue
            idle = 0
            yield head.text


def _names(scene: Scene, area: Rect) -> list[TextLine]:
    return [
        line
        for line in scene.texts
        if area.contains(line.box.center)
        and 0 < len(line.text.strip()) <= LONGEST
        and any(character.isalpha() for character in line.text)
        and not line.text.rstrip().endswith((":", "："))
        and not says_no(line.text)
        and not says_yes(line.text)
    ]


def _tabs(scene: Scene, area: Rect) -> list[TextLine]:
    """Short words in one row at the top, two at least: where some are known to be tabs, the row of those."""
    lines = [line for line in _names(scene, area) if line.box.y - area.y < HEAD and not _is_marked(scene, line)]
    heads = [widget.box for widget in scene.widgets if widget.role == "tab"]
    known = [line for line in lines if any(box.contains(line.box.center) for box in heads)]
    for first in known or lines[:1]:
        row = [line for line in lines if abs(line.box.center.y - first.box.center.y) <= 8]
        if any(does(term) for line in row for term in terms(line.text)):
            continue  # “New”, “Replay”, “Undo”: a bar of tools, which do something
        if any(one.role == "header" and one.box.contains(line.box.center) for one in scene.widgets for line in row):
            continue  # the columns of a table: a click sorts it
        if len(row) >= 2 and (known or all(layout.around(scene, line.box) is None for line in row) or len(row) >= 3):
            return row
    return []


def _listed(scene: Scene, area: Rect, taken: list[Rect]) -> list[TextLine]:
    """Short words one below the other at the left, three at least, none of them beside a field of its own."""
    lines = [
        line
        for line in _names(scene, area)
        if line.box.right <= area.x + SIDE * area.width
        and not _is_marked(scene, line)
        and not any(box.grow(2).contains(line.box.center) for box in taken if box.height < 60)
    ]
    best: list[TextLine] = []
    for first in lines:
        for column in (
            [line for line in lines if abs(line.box.x - first.box.x) <= 4],
            [line for line in lines if abs(line.box.center.x - first.box.center.x) <= 4],
        ):
            if len(column) > max(2, len(best)) and _is_list(scene, area, column):
                best = column
    return sorted(best, key=lambda line: line.box.y)


def _is_list(scene: Scene, area: Rect, column: list[TextLine]) -> bool:
    """Evenly spaced, with no box to tick among them."""
    tops = sorted(line.box.center.y for line in column)
    gaps = [lower - upper for upper, lower in pairwise(tops)]
    right = max(line.box.right for line in column)
    strip = Rect.from_corners(area.x, tops[0] - 8, right, tops[-1] + 8)
    marked = any(w.kind in ("checkbox", "radio") and strip.contains(w.box.center) for w in scene.widgets)
    return not marked and max(gaps) <= 1.35 * min(gaps) + 2


def _is_marked(scene: Scene, line: TextLine) -> bool:
    return any(layout.mark_of(scene, line.box, kind) is not None for kind in ("checkbox", "radio"))
