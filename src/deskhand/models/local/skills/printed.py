"""What a page shows in print by far larger than all that stands around it: a word on the page of a comic, a heading.

A viewer of pictures has bars, names of files and small copies of the pages beside the page; of these all was told, or
nothing was found by the words “word on page 5”. A page that was gone to is read as it stands, before keys for a text
leave it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from deskhand.models.local.hand import Hand
from deskhand.models.local.steps import Read
from deskhand.models.local.understand.page_rule import page_said
from deskhand.screen.geometry import Rect
from deskhand.vision.scene import TextLine

LARGER = 1.6
"""Times that its letters must be as high as those of anything else."""
ALIKE = 0.8
"""The height of other large lines, at least, as a share of the largest."""
MOST = 3
"""Lines of large print at most: more is a text."""
_WORDS = re.compile(r"\b(?:word|words|title|heading|letters?|name)\b|単語|言葉|文字|語句|見出し|題", re.IGNORECASE)


async def on_the_page(hand: Hand, step: Read) -> str:
    """The words in large print, where a page's word is asked for and that page was gone to; else ""."""
    front = await hand.front()
    if front is None or step.what.near or not page_said(hand.wish) or not _WORDS.search(hand.wish):
        return ""
    await hand.step_aside()
    return in_large_print((await hand.scene()).texts, front.body)


def in_large_print(texts: Sequence[TextLine], area: Rect) -> str:
    """The lines whose letters are by far the largest, from top to bottom; "" where none are."""
    inside = [line for line in texts if area.contains(line.box.center) and re.search(r"\w", line.text)]
    highest = max((line.box.height for line in inside), default=0)
    large = [line for line in inside if line.box.height >= ALIKE * highest]
    others = [line.box.height for line in inside if line not in large]
    if not others or len(large) > MOST or highest < LARGER * max(others):
        return ""
    return " ".join(line.text.strip() for line in sorted(large, key=lambda line: (line.box.y, line.box.x)))
