"""A part of a line changed where it stands, by the mouse and the keys that every place for text has.

Programs of the oldest toolkits select nothing by Ctrl+A and Shift, so that no document was made out in them, and
nothing that they show could be changed.
"""

from __future__ import annotations

import re

from deskhand.models.local import layout
from deskhand.models.local.hand import Hand, Stuck
from deskhand.models.local.skills.arrived import shorten
from deskhand.models.local.skills.line_parts import part_of, which_part
from deskhand.screen.geometry import Point, Rect
from deskhand.vision.folding import fold
from deskhand.vision.scene import TextLine

TIMES = 3
"""How many times a row is enlarged to be read."""
ASIDE = 60
"""Pixels below its row at which the pointer covers nothing of it."""
_GAPS = re.compile(r"\s+")


async def edit_in_place(hand: Hand, line: str, old: str, new: str) -> str | None:
    """The sentence for it; None where the line does not show once.

    Raises:
        Stuck: the line holds no such part, or reads otherwise than it should afterwards.
    """
    row = await _row(hand, line)
    if row is None:
        return None
    part = part_of(row.text, old)
    if part is None:
        raise which_part(hand, row.text)
    before, held, after = row.text[: part[0]], row.text[part[0] : part[1]], row.text[part[1] :]
    place = row.part(*part)
    say = hand.say(f"Putting the caret behind “{shorten(held)}”.", f"「{shorten(held)}」の後ろにカーソルを置きます。")
    await hand.click(Point(place.right, place.center.y), say)
    await hand.key(" ".join(["BackSpace"] * len(held)), hand.say(f"Taking “{held}” out.", f"「{held}」を消します。"))
    if not await _reads(hand, row.box, before, after):
        raise await _otherwise(hand, row)
    await hand.type(new, hand.say(f"Typing “{shorten(new)}”.", f"「{shorten(new)}」と入力します。"))
    if not await _reads(hand, row.box, before + new, after):
        raise await _otherwise(hand, row)
    return hand.say(f"I changed “{held}” to “{new}”.", f"「{held}」を「{new}」に変えました。")


async def _row(hand: Hand, words: str) -> TextLine | None:
    """The one row of the window in front that holds the words, read closely."""
    front = await hand.front()
    if front is None:
        return None
    wanted = fold(words).shapes
    lines = [line for line in (await hand.scene()).texts if front.body.contains(line.box.center)]
    found = [line for line in lines if wanted in fold(line.text).shapes]
    return await _closely(hand, found[0].box) if len(found) == 1 else None


async def _closely(hand: Hand, box: Rect) -> TextLine | None:
    """The row at a place with all its parts, so that letters are where they are."""
    front = await hand.front()
    if front is None:
        return None
    strip = Rect.from_corners(box.x - 4, box.y - 4, front.body.right, box.bottom + 4)
    parts = [line for line in (await hand.closer(strip, TIMES)).texts if layout.same_row(line.box, box)]
    parts.sort(key=lambda line: line.box.x)
    return parts[0] if len(parts) == 1 else None


async def _reads(hand: Hand, box: Rect, before: str, after: str) -> bool:
    """Whether the row says what stands before the caret and what stands behind it; the caret may be read as a sign."""
    front = await hand.front()
    if front is not None:  # in the oldest toolkits the keys go where the pointer is: it stays in the window
        aside = Point(box.center.x, min(box.bottom + ASIDE, front.body.bottom - 4))
        await hand.hover(aside, hand.say("Moving the pointer off the line.", "ポインターを行から外します。"))
    read, whole = _plain(await _told(hand, box)), _plain(before) + _plain(after)
    return read.startswith(_plain(before)) and read.endswith(_plain(after)) and len(read) <= len(whole) + 1


async def _told(hand: Hand, box: Rect) -> str:
    """All that stands in a row, from where it begins."""
    front = await hand.front()
    strip = Rect.from_corners(box.x - 4, box.y - 4, box.right if front is None else front.body.right, box.bottom + 4)
    parts = [line for line in (await hand.closer(strip, TIMES)).texts if layout.same_row(line.box, box)]
    return " ".join(line.text for line in sorted(parts, key=lambda line: line.box.x))


def _plain(text: str) -> str:
    """Its letters; how wide a gap is, and a caret at the end, say nothing."""
    return fold(_GAPS.sub("", text).rstrip("|[]_")).shapes


async def _otherwise(hand: Hand, row: TextLine) -> Stuck:
    told = await _told(hand, row.box)
    return Stuck(
        hand.say(
            f"I changed “{row.text}”, but it reads “{told}” now; I stopped there and saved nothing.",
            f"「{row.text}」を変えようとしましたが、今は「{told}」と読めます。保存せずに中止しました。",
        )
    )
