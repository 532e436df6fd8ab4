"""A sum of two numbers on a calculator that takes the sign last: 128, Return, 46, ×.

It keeps its numbers in a pile, and the one at the bottom is the result; typed as it is written, 128 × 46 leaves 46.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from deskhand.models.local.hand import Hand
from deskhand.models.local.skills.sums import number_of, plausible
from deskhand.screen.geometry import Rect
from deskhand.vision.scene import TextLine

_TWO = re.compile(r"(\d+(?:\.\d+)?)([-+*/])(\d+(?:\.\d+)?)")
_LEVEL = re.compile(r"^\d{1,2}\s*[:：]\s*")
"""What stands before a number of the pile: which of them it is, from below."""
LOOKS = 3


async def postfixed(hand: Hand, expression: str) -> str | None:
    """The result, if it is worked out in this way here; None for more than two numbers, and where it does not fit."""
    found, front = _TWO.fullmatch(expression), await hand.front()
    if found is None or front is None:
        return None
    first, sign, second = found.groups()
    for keys, then in ((first, "Return"), (second, ""), (sign, "")):
        await hand.type(
            keys, hand.say(f"Typing {keys}: the sign comes last here.", f"符号を最後にして {keys} を入力します。")
        )
        if then:
            await hand.key(then, hand.say("Pressing Return.", "Return キーを押します。"))
    for _ in range(LOOKS):
        value = lowest((await hand.read_afresh()).texts, front.body)
        if value is not None and plausible(expression, value):
            return value
        await hand.wait(1)
    return None


def lowest(lines: Sequence[TextLine], body: Rect) -> str | None:
    """The last number of the pile: the lowest that stands at the right, above the keys."""
    above = Rect(body.x, body.y, body.width, body.height // 2)
    told = [
        (line.box.center.y, number)
        for line in lines
        if above.contains(line.box.center)
        and line.box.center.x > body.center.x
        and (number := number_of(_LEVEL.sub("", line.text.strip()))) is not None
    ]
    return max(told)[1] if told else None
