"""Telling what was read: as an answer, never as all that a window shows where one thing was asked for."""

from __future__ import annotations

from deskhand.models.local.behind.answering import answer
from deskhand.models.local.behind.asking import only_asks
from deskhand.models.local.behind.definite import buries, is_chrome, word_in_large_print
from deskhand.models.local.behind.missing import lacks_number, of_another
from deskhand.models.local.behind.questions import out_of_the_file
from deskhand.models.local.behind.values import fits_kind
from deskhand.models.local.hand import Hand, Stuck
from deskhand.models.local.skills import figures
from deskhand.models.local.skills.common import visible_summary
from deskhand.models.local.steps import ForEach, Repeat, RunCommand, Tell


def _only_clocks(question: str, value: str) -> bool:
    """Whether an amount or a number is asked for, and what would be told are clocks and counters of a program."""
    return only_asks(question) and not fits_kind(question, value)


def _lacks(question: str, value: str) -> bool:
    return lacks_number(question, value) or (only_asks(question) and of_another(question, value))


def _no_answer(question: str, value: str) -> bool:
    return (
        buries(question, value)
        or is_chrome(question, value)
        or _only_clocks(question, value)
        or _lacks(question, value)
    )


async def tell(hand: Hand, step: Tell) -> str:
    """What was read, or the part of it that answers.

    Raises:
        Stuck: one thing is asked for, and it cannot be told from the rest.
    """
    value = figures.rounded(hand.memory.fill(step.value), step.decimals)
    question = hand.said or hand.wish
    printed = isinstance(hand.last_step, RunCommand | ForEach | Repeat)  # what a command prints is meant as it is
    if printed or not _no_answer(question, value):
        return value
    front = await hand.front()
    lines = [] if front is None else [one for one in (await hand.scene()).texts if front.body.contains(one.box.center)]
    if word := word_in_large_print(question, lines):
        return word
    row = answer(question, value.splitlines())
    if row is not None and not buries(question, row.text) and not _lacks(question, row.text):
        return row.text
    if (told := await out_of_the_file(hand, question)) and not _lacks(question, told):
        own = hand.say("(Read in the file itself.)", "(ファイルそのものから読み取りました。)")
        return f"{told}\n\n{own}"
    seen = await visible_summary(hand)
    raise Stuck(
        hand.say(
            f"It may stand there, but I cannot tell which part of what shows answers you. {seen}",
            f"画面のどこかにあるかもしれませんが、お尋ねの答えがどれか分かりません。{seen}",
        )
    )
