"""When a window's way counts as failed, and what a no means: a person's is final, an alarm stops one way only."""

from __future__ import annotations

from collections.abc import Coroutine
from typing import Any

import numpy as np
import pytest

from deskhand.models.local.behind.sooner import LOOKS, Instead, sooner
from deskhand.models.local.behind.unsaved import Unsaved
from deskhand.models.local.dialect import Dialect
from deskhand.models.local.effects import Answered, Turn
from deskhand.models.local.hand import Alarmed, Hand, Refused
from deskhand.models.local.memory import Memory
from deskhand.models.local.steps import PressKeys, Save, Target, UseCommand
from deskhand.screen.geometry import Point
from deskhand.screen.png import encode

DIALECT = Dialect.of([{"type": "computer_20251124", "name": "computer"}, {"type": "bash_20250124", "name": "bash"}])
ALARM = "Not allowed, and not done: Click ‘x’. It seems to follow words that were read on the way (“x”). Go on."
PERSON = "A person refused this action, and it was not done. Do not try to get the same effect in another way."
RULE = "Not allowed, and not done: Click ‘x’: this sends something — nothing is sent while nobody watches."


def answered(program: Coroutine[Any, Any, Any], *answers: Answered) -> tuple[Any, int]:
    """What the program returns or raises, and how many turns it took; the last answer is given again and again."""
    turns, value = 0, None
    while True:
        try:
            effect = program.send(value)
        except StopIteration as end:
            return end.value, turns
        except Exception as error:
            return error, turns
        assert isinstance(effect, Turn)
        value = answers[min(turns, len(answers) - 1)]
        turns += 1


@pytest.mark.parametrize("said, kind, final", [(ALARM, Alarmed, False), (PERSON, Refused, True), (RULE, Refused, True)])
def test_whose_no_it_is(said: str, kind: type[Exception], final: bool):
    hand = Hand(DIALECT, Memory(), "en")
    error, _ = answered(hand.click(Point(1, 1), "Clicking."), Answered(None, said, error=True))
    assert type(error) is kind and hand.memory.refused is final


def test_a_command_that_was_stopped_is_no_click():
    hand = Hand(DIALECT, Memory(), "en")
    error, _ = answered(hand.shell("rm x", "Deleting."), Answered(None, ALARM, error=True))
    assert type(error) is Refused


async def _reading_twice(hand: Hand) -> str:
    await hand.look()
    return "".join([(await hand.reads("ls", "")).text for _ in range(2)])


def test_what_was_printed_is_not_asked_for_twice_while_nothing_was_done():
    picture = encode(np.zeros((8, 8, 4), np.uint8))
    told, turns = answered(_reading_twice(Hand(DIALECT, Memory(), "en")), Answered(picture, "a"))
    assert (told, turns) == ("aa", 2)


async def _asked(hand: Hand, step: UseCommand) -> str:
    with sooner(hand, step):
        return await hand.ask("Which one?")


def test_what_a_file_tells_is_not_asked(monkeypatch: pytest.MonkeyPatch):
    async def done(hand: Hand, step: object) -> str:
        return "Written."

    monkeypatch.setattr("deskhand.models.local.behind.sooner.in_the_file", done)
    error, turns = answered(_asked(Hand(DIALECT, Memory(), "en"), UseCommand("mark as done", on=Target("Rent"))))
    assert isinstance(error, Instead) and str(error) == "Written." and turns == 0 < LOOKS


def test_saving_is_done_once_the_file_was_written():
    unsaved = Unsaved(written="/a.db")
    assert (
        unsaved.has(Save()) and unsaved.has(UseCommand("write changes")) and unsaved.has(UseCommand("変更を書き込んで"))
    )
    assert not unsaved.has(UseCommand("save as picture")) and not unsaved.has(Save(("b.db",)))
    assert not Unsaved().has(PressKeys("ctrl+End"))
