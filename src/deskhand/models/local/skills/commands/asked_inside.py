"""A question that a program asks inside its own window: “Delete file …? [Yes] [No]”, drawn in a terminal or on a sheet.

No window came up, so nothing seemed to be asked, and what still waited for its answer was told as done.
"""

from __future__ import annotations

import re

from deskhand.models.local import layout
from deskhand.models.local.hand import Hand, Stuck
from deskhand.models.local.skills.commands.stage import INSIDE, Stage, pane_since
from deskhand.vision.folding import fold
from deskhand.vision.match import similarity
from deskhand.vision.scene import TextLine

_FRAME = "[]<>()|【】 .…"
"""What is drawn around a button of letters."""
_YES = ("yes", "ok", "delete", "はい", "実行", "削除")
_NO = ("no", "cancel", "いいえ", "キャンセル", "取消")
_SHORT_ASK = re.compile(r"[\[(]\s*y(?:es)?\s*/\s*n(?:o)?\s*[\])]|\by/n\b", re.IGNORECASE)
"""The same as a line that waits for a letter."""
BESIDE = 160
"""Pixels between the two answers, at most."""
ROUNDS = 2


async def agreed_inside(hand: Hand, before: Stage) -> bool:
    """Agree to what is asked there, for it is what was wished; whether anything was. Stuck where it is asked still."""
    for number in range(ROUNDS + 1):
        asked = await _asked(hand, before)
        if asked is None:
            return number > 0
        if number == ROUNDS:
            raise Stuck(hand.say(f"It still asks: {asked[1]}", f"まだ確認を求められています: {asked[1]}"))
        answer, words = asked
        say = hand.say(f"Agreeing to “{words}”.", f"「{words}」に同意します。")
        if answer is None:
            await hand.key("y", say)
        else:
            await hand.click(answer.box.center, say)
        await hand.took_effect()
    return True


async def _asked(hand: Hand, before: Stage) -> tuple[TextLine | None, str] | None:
    """The answer that agrees (None: its letter), and the question."""
    if (line := await _line_asked(hand, before)) is not None:
        return None, line
    pane = await pane_since(hand, before)
    if pane is None or before.front is None or pane.area > INSIDE * before.front.box.area:
        return None
    lines = list((await hand.closer(pane.grow(2), 2)).texts)
    said = " ".join(line.text for line in lines if not _is(line, _YES) and not _is(line, _NO))
    if any(_SHORT_ASK.search(line.text) for line in lines):
        return None, said
    for no in (line for line in lines if _is(line, _NO)):
        row = [line for line in lines if layout.same_row(line.box, no.box) and line is not no]
        near = [line for line in row if abs(line.box.center.x - no.box.center.x) <= BESIDE]
        agrees = [line for line in near if _is(line, _YES)] or [line for line in near if _nearly(line)]
        if len(agrees) == 1 and ("?" in said or "？" in said):
            return agrees[0], said
    return None


async def _line_asked(hand: Hand, before: Stage) -> str | None:
    """A line that waits for a letter and did not stand there before, at the foot of a program in a terminal: lower than
    any pane."""
    front = await hand.front()
    if front is None or not before.texts:
        return None
    inside = [line.text for line in (await hand.scene()).texts if front.body.contains(line.box.center)]
    asked = [text for text in inside if _SHORT_ASK.search(text) and fold(text).letters not in before.texts]
    return asked[0] if len(asked) == 1 else None


def _is(line: TextLine, words: tuple[str, ...]) -> bool:
    return line.text.strip(_FRAME).lower() in words


def _nearly(line: TextLine) -> bool:
    """The letter that stands for a button is of another colour, and may not be read."""
    return similarity(line.text.strip(_FRAME).lower(), "yes") >= 0.6
