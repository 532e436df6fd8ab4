"""One cell of a table that shows: its row by a number or a word, its column by its heading; changed where it stands.

"The text of subtitle 3" is neither a label nor a command: it is where the row with a 3 at its head meets the column
"Text". Tables take a new value after a double click.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from deskhand.models.local import layout
from deskhand.models.local.counted import at
from deskhand.models.local.ground import matches
from deskhand.models.local.hand import Hand
from deskhand.models.local.rows_shown import listing_in, parted
from deskhand.models.local.skills.arrived import shorten
from deskhand.models.local.skills.figures import in_column
from deskhand.models.local.skills.row_meant import order_said, row_at
from deskhand.models.local.steps import Target
from deskhand.models.local.understand.acts.words import place_in_order
from deskhand.screen.geometry import Point, Rect
from deskhand.vision.match import find
from deskhand.vision.scene import Scene, TextLine

PITCH = 60
"""Pixels from one row of a table to the next at most."""
ALIGNED = 14
"""Pixels by which the numbers of rows may begin apart: they stand at the right or the left of their column."""
NEAR = 12
"""Pixels above or below its row where a new value shows at most."""
_SAYS = re.compile(
    r"(?:the\s+)?(?:text|words?|wording|contents?|sentence|line|caption|subtitle|title|name)|"
    r"字幕|文|文章|本文|文面|文字|テキスト|セリフ|せりふ|台詞|内容|名前|タイトル",
    re.IGNORECASE,
)
"""What the words of a row are called, whatever their column is."""
_NUMBER = re.compile(r"\b(?:number|no\.?|nr\.?|#)?\s*(\d+)$|(\d+)\s*(?:番目?|行目|つ目|件目)(?:の.+)?$", re.IGNORECASE)


async def cell_changed(hand: Hand, row: str, column: str, value: str) -> str:
    """The sentence for a cell that reads ``value`` now; "" where the window shows no such row and column."""
    front = await hand.front()
    if front is None:
        return ""
    here = cell_of(await hand.scene(), front.body, row, column)
    if here is None or not await written_at(hand, here, value):
        return ""
    return hand.say(
        f"I changed “{column}” of “{row}” to “{shorten(value)}”.",
        f"「{row}」の「{column}」を「{shorten(value)}」に変えました。",
    )


async def written_at(hand: Hand, here: Point, value: str) -> bool:
    """Write into the cell at a point; whether it reads so then. A window that the double click opens is left as it
    is: what is to be written goes into that."""
    title, front = (await hand.view()).focus, await hand.front()
    if front is None:
        return False
    opening = hand.say("Opening the cell for writing.", "セルを編集します。")
    if not (await hand.click(here, opening, count=2)).changed:
        return False
    if title is not None and (await hand.view()).focus != title:
        return False
    typing = hand.say(f"Typing “{shorten(value)}”.", f"「{shorten(value)}」と入力します。")
    await hand.key("ctrl+a", typing)
    await hand.type(value, typing)
    await hand.key("Return", hand.say("Pressing Return.", "Return キーを押します。"))
    await hand.took_effect()
    await hand.step_aside()
    strip = Rect(here.x - 12, here.y - NEAR - 4, front.body.right - here.x + 12, 2 * NEAR + 8)
    if _reads(await hand.scene(), here, value) or _reads(await hand.closer(strip, 3), here, value):
        return True
    await hand.key("Escape", hand.say("It did not take that; leaving it.", "受け付けられないので戻します。"))
    return False


def cell_of(scene: Scene, body: Rect, row: str, column: str) -> Point | None:
    """Where the row and the column meet."""
    lines = parted([line for line in scene.texts if body.contains(line.box.center)])
    place = _numbered_row(lines, row) or _row_with(scene, lines, row) or _counted_row(scene, lines, body, row, column)
    if place is not None and (cell := cell_in_row(scene, body, place, column)) is not None:
        return cell
    return _in_its_words(scene, body, row) if column in row or _SAYS.fullmatch(column.strip()) else None


def _in_its_words(scene: Scene, body: Rect, row: str) -> Point | None:
    """What that row says, where no heading is called so: its only cell that holds words."""
    order, shown = order_said(Target(row)), listing_in(scene, body)
    meant = None if order is None or shown is None else row_at(shown, order)
    words = None if meant is None else meant.only_words
    return None if words is None else Point(words.box.x + 6, words.box.center.y)


def _counted_row(scene: Scene, lines: Sequence[TextLine], body: Rect, row: str, column: str) -> Rect | None:
    """The row that is counted to: the second below the heading, where the words say “second”."""
    order = place_in_order(row)
    heads = [
        match.box for match in matches(scene, column, body, 0.9) if match.whole and _heads_a_table(lines, match.box)
    ]
    if order is None or not heads:
        return None
    below = sorted((line.box for line in in_column(lines, max(heads, key=lambda box: box.y))), key=lambda box: box.y)
    apart = [box for number, box in enumerate(below) if not number or not layout.same_row(below[number - 1], box)]
    return at(apart, order)


def cell_in_row(scene: Scene, body: Rect, place: Rect, column: str) -> Point | None:
    """The cell under the heading, in the row at ``place``."""
    lines = parted([line for line in scene.texts if body.contains(line.box.center)])
    heads = [
        match.box
        for match in matches(scene, column, body, 0.9)
        if match.whole and match.box.bottom <= place.y + 2 and _heads_a_table(lines, match.box)
    ]
    head = max(heads, key=lambda box: box.y, default=None)
    if head is None:
        return None
    cells = [line for line in in_column(lines, head) if layout.same_row(line.box, place)]
    x = min((line.box.x for line in cells), default=head.x) + 6
    return Point(x, place.center.y)


def _numbered_row(lines: Sequence[TextLine], row: str) -> Rect | None:
    """The row with that number at its head: those above or below it have the numbers before and after."""
    said = _NUMBER.search(row.strip())
    if said is None:
        return None
    number = int(said[1] or said[2])
    heads = [(line.text.split(maxsplit=1)[0].rstrip("."), line.box) for line in lines if line.text.strip()]
    firsts = [(int(word), box) for word, box in heads if word.isdecimal()]
    for own, box in sorted(firsts, key=lambda one: one[1].x):
        if own == number and any(
            other - own == way and abs(place.x - box.x) <= ALIGNED and 0 < way * (place.y - box.y) <= PITCH
            for other, place in firsts
            for way in (-1, 1)
        ):
            return box
    return None


def _row_with(scene: Scene, lines: Sequence[TextLine], words: str) -> Rect | None:
    """The row in which a cell reads so."""
    found = [match.box for match in find(scene, words, at_least=0.95) if match.whole]
    inside = [box for box in found if any(line.box.intersect(box) for line in lines)]
    return inside[0] if len(inside) == 1 else None


def _heads_a_table(lines: Sequence[TextLine], head: Rect) -> bool:
    """Whether other headings stand beside it, and something right below it or one of them."""
    beside = [line.box for line in lines if layout.same_row(line.box, head) and line.box.intersect(head) is None]
    below = (line for one in (head, *beside) for line in in_column(lines, one))
    return bool(beside) and any(0 < line.box.y - head.bottom <= PITCH for line in below)


def _reads(scene: Scene, here: Point, value: str) -> bool:
    return any(abs(match.box.center.y - here.y) <= NEAR for match in find(scene, value, at_least=0.85))
