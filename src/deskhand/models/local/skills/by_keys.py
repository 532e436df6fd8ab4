"""Lists and pages drawn with letters, in which a click does nothing: their mark is moved by the arrow keys.

An address book, a list of tasks, a browser in a terminal: a click selects nothing there, and what is pressed next goes
to the row that happens to be marked. Where the mark is, the first press of an arrow shows: two rows change.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from deskhand.models.local.hand import Hand
from deskhand.models.local.skills.key_bar import hints
from deskhand.screen.geometry import Point, Rect
from deskhand.vision.picture import Picture
from deskhand.vision.scene import TextLine

WIDE = 0.15
"""Of the window's width that a row's mark takes at least; less is a cursor or a count."""
MOST = 40
"""Rows that the mark is moved by at most."""
CURSOR = 24
"""Pixels of width that a cursor takes at most, where it was and where it is."""
NOISE = 24
"""Of 255 by which a pixel differs at least."""
TOUCH = 3
"""Rows of pixels between two parts of one change at most."""
CLOSE = 8
"""Pixels between two rows at least."""


async def has_key_bar(hand: Hand) -> bool:
    """Whether the window in front tells its keys at its head or its foot, as programs in a terminal do."""
    front = await hand.front()
    return front is not None and bool(hints((await hand.scene()).texts, front))


async def walked_to(hand: Hand, place: Point) -> bool:
    """Move the mark to the row at a point; whether it was seen to come there."""
    front = await hand.front()
    if front is None:
        return False
    lines = [line for line in (await hand.scene()).texts if front.body.contains(line.box.center)]
    pitch = pitch_of(lines)
    say = hand.say("Moving the mark by the arrow keys.", "矢印キーで選択を動かします。")
    await hand.key("Down", say)
    at = mark_in(await _differs(hand, front.body), front.body, pitch)
    if pitch == 0 or at is None:
        return False
    steps = round((place.y - at) / pitch)
    if abs(steps) > MOST:
        return False
    if steps:
        await hand.key(" ".join(["Down" if steps > 0 else "Up"] * abs(steps)), say)
        wide = [box for box in await _differs(hand, front.body) if box.width >= WIDE * front.body.width]
        return any(box.y <= place.y <= box.bottom for box in wide)
    return True


async def _differs(hand: Hand, body: Rect) -> list[Rect]:
    """The bands of a window that differ from before the last key, to the pixel: what is told of a change is wider."""
    view = await hand.view()
    if view.before is None or view.before.size != view.size:
        return []
    return bands(view.before.pixels, view.pixels, body)


def bands(before: Picture, after: Picture, body: Rect) -> list[Rect]:
    """Rows of pixels that differ, joined where they touch; those of a mark apart from those of a cursor beside it."""
    one, other = (each[body.y : body.bottom, body.x : body.right].astype(np.int16) for each in (before, after))
    different = np.abs(one - other).max(axis=2) > NOISE
    found: list[Rect] = []
    was_wide = False
    for y in np.flatnonzero(different.any(axis=1)).tolist():
        across = np.flatnonzero(different[y])
        wide = len(across) >= WIDE * body.width
        strip = Rect.from_corners(body.x + int(across[0]), body.y + y, body.x + int(across[-1]) + 1, body.y + y + 1)
        if found and wide is was_wide and strip.y - found[-1].bottom <= TOUCH:
            found[-1] = found[-1].union(strip)
        else:
            found.append(strip)
        was_wide = wide
    return found


def pitch_of(lines: Sequence[TextLine]) -> int:
    """Pixels from one row of text to the next; 0 where there are no two."""
    rows = sorted({line.box.center.y for line in lines})
    gaps = sorted(after - before for before, after in pairwise(rows) if after - before >= CLOSE)
    return gaps[len(gaps) // 4] if gaps else 0


def mark_in(changes: Sequence[Rect], body: Rect, pitch: int) -> int | None:
    """How far down the mark stands after it was moved down a row: in the lower of the two rows that changed."""
    rows = [box for box in changes if body.contains(box.center) and box.width >= WIDE * body.width]
    rows = [box for box in rows if box.height <= 3.5 * pitch]
    if not rows or pitch == 0:
        return None
    top = min(rows, key=lambda box: box.y)
    near = [box for box in rows if box.y - top.bottom <= pitch]
    return max(box.bottom for box in near) - pitch // 2


async def only_marked(hand: Hand, before: Picture, box: Rect) -> bool:
    """Whether a click on a link changed no more than its own row, and a line at the foot: it is where the keys go now,
    and not opened. ``before``: the screen before the click."""
    front = await hand.front()
    if front is None:
        return False
    now = (await hand.view()).pixels
    changed = bands(before, now, front.body) if before.shape == now.shape else []
    changed = [band for band in changed if band.width > CURSOR]
    own = [band for band in changed if band.y >= box.y - box.height and band.bottom <= box.bottom + box.height]
    foot = [band for band in changed if band.y >= front.body.bottom - 3 * max(box.height, CLOSE)]
    return bool(own) and len(own) + len(foot) >= len(changed)


async def opened_by_keys(hand: Hand, place: Point) -> bool:
    """Follow a link, or open an entry, of a page drawn with letters: by the mark's row, or the cursor's, and Return.
    Whether another page shows then."""
    front = await hand.front()
    if front is None:
        return False
    before = {line.text for line in (await hand.scene()).texts if front.body.contains(line.box.center)}
    say = hand.say("Going there by keys.", "キーで移動します。")
    if not await walked_to(hand, place):
        if not (await hand.view()).changes or not await _cursor_to(hand, place, front.body):
            return False
        await hand.key("Tab", say)
    await hand.key("Return", hand.say("Opening it with Return.", "Return で開きます。"))
    await hand.took_effect()
    after = {line.text for line in (await hand.read_afresh()).texts if front.body.contains(line.box.center)}
    return len(before & after) * 2 < max(1, len(before))


async def _cursor_to(hand: Hand, place: Point, body: Rect) -> bool:
    """The cursor of a page, which is a single letter's ground, to the beginning of the row at a point."""
    lines = [line for line in (await hand.scene()).texts if body.contains(line.box.center)]
    pitch = pitch_of(lines)
    moved = [box for box in await _differs(hand, body) if box.height <= 3.5 * pitch]
    if not moved or pitch == 0:
        return False
    steps = round((place.y - (max(box.bottom for box in moved) - pitch // 2)) / pitch)
    if abs(steps) > MOST:
        return False
    say = hand.say("Moving the cursor by the arrow keys.", "矢印キーでカーソルを動かします。")
    if steps:
        await hand.key(" ".join(["Down" if steps > 0 else "Up"] * abs(steps)), say)
    await hand.key("Home", say)
    return True
