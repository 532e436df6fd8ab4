"""The picture beside the one that shows, gone to by the keys that all viewers have, and what stands in it.

“Which word stands on the picture after it?” was answered with the word on the picture before: nobody had gone on.
"""

from __future__ import annotations

from deskhand.models.local.behind.definite import word_in_large_print
from deskhand.models.local.behind.place import LAST, place_in
from deskhand.models.local.behind.there_told import told_among
from deskhand.models.local.hand import Hand, Stuck
from deskhand.models.local.skills.common import visible_summary
from deskhand.screen.geometry import Rect

BAR = 0.12
"""Of a window's height at its head and its foot: bars, names of files, counters."""


async def beside_told(hand: Hand) -> str:
    """What answers on the picture that the wish names by its place; "" where it names none.

    Raises:
        Stuck: the window goes to no other picture, or what stands there answers nothing for certain.
    """
    place = place_in(hand.wish)
    if place is None or place.what != "file" or (not place.beside and place.number not in (1, LAST)):
        return ""
    front = await hand.front()
    if front is None:
        return ""
    before = [line.text for line in (await hand.scene()).texts if front.box.contains(line.box.center)]
    keys = {1: ("Right", "Next"), -1: ("Left", "Prior")}[place.beside] if place.beside else (
        ("Home",) if place.number == 1 else ("End",)
    )  # fmt: skip
    for key in keys:
        say = hand.say("Going to that picture.", "その画像へ移動します。")
        await hand.key(key, say)
        await hand.took_effect()
        texts = (await hand.read_afresh()).texts
        if [line.text for line in texts if front.box.contains(line.box.center)] == before:
            continue
        margin = round(BAR * front.body.height)
        inner = Rect(front.body.x, front.body.y + margin, front.body.width, front.body.height - 2 * margin)
        lines = [line for line in texts if inner.contains(line.box.center)]
        if told := word_in_large_print(hand.wish, lines) or told_among(hand.wish, [line.text for line in lines]):
            return told
        break
    seen = await visible_summary(hand)
    raise Stuck(
        hand.say(
            f"I cannot tell what stands on that picture. {seen}", f"その画像に何が書いてあるか読み取れません。{seen}"
        )
    )
