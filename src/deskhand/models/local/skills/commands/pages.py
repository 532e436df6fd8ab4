"""A dialog of several pages: its tabs, or the list of its pages at the left, gone through one after the other.

Of eleven programs whose preferences were looked at, eight had more than one page, four of them in a list at the side.
"""

from __future__ import annotations

from collections.abc import AsyncIterator

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
PAGE = 0.7
"""Of a dialog's width that a page with tabs takes at least."""
EDGE = 6
"""Pixels between a tab's edge and its page's."""
IDLE = 2
"""Names in a list that may lead nowhere before it is taken for something else."""
FLUSH = 3
"""Pixels between two rows of a list at most, and by which their edges differ."""
SMALLEST = 40
"""Pixels each way of a change that is another page; less is the name itself, marked."""


async def pages(hand: Hand, area: Rect, words: str) -> AsyncIterator[str]:
    """The name of each page once it shows: first "" for the one that shows already, then those whose names have to do
    with ``words``."""
    yield ""
    for heads in await heads_of(hand, area):
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


async def heads_of(hand: Hand, area: Rect) -> tuple[list[TextLine], list[TextLine]]:
    """The names of the pages that tabs lead to, and of those in a list at the side."""
    scene, view = await hand.scene(), await hand.view()
    taken = [slot.box for slot in slots(scene, view.pixels, area)]
    return _tabs(scene, area), _listed(scene, area, taken)


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
        if sum(len(line.text.strip()) > 1 for line in row) < 2:
            continue  # a page's own title, and the letter that a button's picture was taken for
        bare = all(layout.around(scene, line.box) is None for line in row)
        if len(row) >= 2 and (known or bare or len(row) >= 3 or _on_a_page(scene, area, row)):
            return row
    return []


def _on_a_page(scene: Scene, area: Rect, row: list[TextLine]) -> bool:
    """Whether words in boxes stand at the upper left corner of a page with a frame, as a note book's tabs do."""
    first = min(row, key=lambda line: line.box.x)
    tab = layout.around(scene, first.box)
    return tab is not None and any(
        one.kind == "box"
        and one.box.width >= PAGE * area.width
        and one.box.height >= 3 * tab.box.height
        and min(abs(one.box.y - tab.box.y), abs(one.box.y - tab.box.bottom)) <= EDGE
        and 0 <= tab.box.x - one.box.x <= 3 * EDGE
        for one in scene.widgets
    )


def _listed(scene: Scene, area: Rect, taken: list[Rect]) -> list[TextLine]:
    """Short words one below the other at the left, three at least, none of them beside a field of its own."""
    rows = stacked(scene)
    fields = [box for box in taken if box.height < 60 and box not in rows]
    lines = [
        line
        for line in _names(scene, area)
        if line.box.right <= area.x + SIDE * area.width and not _is_marked(scene, line)
    ]
    held = [line for line in lines if any(box.grow(2).contains(line.box.center) for box in fields)]
    best: list[TextLine] = []
    for first in lines:
        for column in (
            [line for line in lines if abs(line.box.x - first.box.x) <= 4],
            [line for line in lines if abs(line.box.center.x - first.box.center.x) <= 4],
        ):
            for run in _runs(column):
                free = sum(line not in held for line in run)  # the chosen one may have a frame of its own
                if len({line.text for line in run}) < len(run) - 1:
                    continue  # the column of a table says the same again and again
                if free > 2 and len(run) - free <= 1 and len(run) > len(best) and not _has_marks(scene, area, run):
                    best = run
    return best


def _runs(column: list[TextLine]) -> list[list[TextLine]]:
    """Lines one below the other, evenly spaced: a button below a list stands further down."""
    column = sorted(column, key=lambda line: line.box.center.y)
    found: list[list[TextLine]] = []
    for line in column:
        run = found[-1] if found else []
        gap = run[1].box.center.y - run[0].box.center.y if len(run) > 1 else 0
        off = line.box.center.y - run[-1].box.center.y if run else 0
        if run and (not gap or abs(off - gap) <= 0.2 * gap + 2):
            run.append(line)
        else:  # what begins another run may have ended this one
            found.append([run[-1], line] if len(run) == 2 else [line])
    return found


def stacked(scene: Scene) -> frozenset[Rect]:
    """Boxes of one width, three at least, one right upon the other: the rows of a list, and no fields."""
    boxes = [one.box for one in scene.widgets if one.kind == "box"]
    follows = {
        box: next(
            (
                other
                for other in boxes
                if abs(other.y - box.bottom) <= FLUSH
                and abs(other.x - box.x) <= FLUSH
                and abs(other.width - box.width) <= FLUSH
            ),
            None,
        )
        for box in boxes
    }
    found: set[Rect] = set()
    for box in boxes:
        run = [box]
        while (after := follows[run[-1]]) is not None and after not in run:
            run.append(after)
        if len(run) > 2:
            found.update(run)
    return frozenset(found)


def _has_marks(scene: Scene, area: Rect, column: list[TextLine]) -> bool:
    """Whether boxes to tick stand among the names: then these are no pages."""
    right = max(line.box.right for line in column)
    strip = Rect.from_corners(area.x, column[0].box.center.y - 8, right, column[-1].box.center.y + 8)
    return any(w.kind in ("checkbox", "radio") and strip.contains(w.box.center) for w in scene.widgets)


def _is_marked(scene: Scene, line: TextLine) -> bool:
    return any(layout.mark_of(scene, line.box, kind) is not None for kind in ("checkbox", "radio"))
