"""The title that a program makes up for what is new: its first line, which a title that was told takes the place of.

Where the caret waits below it, the told title became the text's first line, and the note kept the made-up one.
"""

from __future__ import annotations

import re

from deskhand.models.local.hand import Hand
from deskhand.vision.match import similarity

MADE_UP = re.compile(r"^\W*(?:(?:new|untitled)\b|無題|新規|新しい)", re.IGNORECASE)
"""How made-up titles begin."""
SAME = 0.9


async def select_made_up_title(hand: Hand) -> bool:
    """Select the only line of the window in front where it says the title of the window, and that is made up."""
    front = await hand.front()
    if front is None or not MADE_UP.search(front.title):
        return False
    texts = [line for line in (await hand.scene()).texts if front.body.contains(line.box.center)]
    named = [line for line in texts if MADE_UP.search(line.text) and similarity(line.text, front.title) >= SAME]
    if len(named) != 1 or any(line.box.y > named[0].box.bottom and len(line.text) > 1 for line in texts):
        return False
    say = hand.say("Selecting the made-up title, to replace it.", "仮の題名を選択して置き換えます。")
    await hand.key("ctrl+Home", say)
    await hand.key("shift+End", say)
    return True
