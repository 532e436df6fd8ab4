"""A plan as a program: driven by hand, effect by effect, over scenes laid out by hand."""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np
import pytest
from tests.models.local.scenes import FORM

from deskhand.models.local.conversation import Outcome, Task
from deskhand.models.local.dialect import Dialect
from deskhand.models.local.effects import Answered, Effect, Question, Reading, Turn, as_effect
from deskhand.models.local.memory import Memory
from deskhand.models.local.policy import carry_out
from deskhand.models.local.resumed import steps_to_do
from deskhand.models.local.steps import (
    ClickOn,
    Compute,
    IfShown,
    OpenProgram,
    Plan,
    PressKeys,
    Ref,
    Save,
    Step,
    Target,
    Tell,
    TypeText,
)

BLANK = bytes(cv2.imencode(".png", np.full((800, 1280, 3), 230, np.uint8))[1])
DIALECT = Dialect.of([{"type": "computer_20251124", "name": "computer"}])


def drive(
    steps: Sequence[Step], answers: Sequence[str] = (), *, refuse: str = "", language: str = "en"
) -> tuple[list[Turn], Outcome, list[str]]:
    """Run a plan on a screen that always shows `FORM`; ``refuse`` is what every action is answered with."""
    plan = Plan(tuple(steps), tuple(type(step).__name__ for step in steps), "ja" if language == "ja" else "en")
    program = carry_out(Task("…", DIALECT, Memory()), plan)
    turns: list[Turn] = []
    questions: list[str] = []
    left = list(answers)
    try:
        effect: Effect = as_effect(program.send(None))
        while True:
            match effect:
                case Turn():
                    turns.append(effect)
                    look = effect.calls[0].name == "screenshot"
                    failed = bool(refuse) and not look
                    text = refuse if failed else "" if look else "Done. The screen changed."
                    effect = as_effect(program.send(Answered(None if failed else BLANK, text, failed)))
                case Reading():
                    effect = as_effect(program.send(FORM))
                case Question():
                    questions.append(effect.text)
                    effect = as_effect(program.send(left.pop(0)))
    except StopIteration as end:
        assert isinstance(end.value, Outcome)
        return turns, end.value, questions


def clicks(turns: Sequence[Turn]) -> list[tuple[int, int]]:
    return [tuple(turn.calls[0].input["coordinate"]) for turn in turns if turn.calls[0].name == "left_click"]


def test_each_turn_is_one_action_with_its_reason():
    turns, outcome, _ = drive([ClickOn(Target("Submit", "button")), PressKeys("ctrl+s")])
    assert [turn.calls[0].name for turn in turns] == ["screenshot", "left_click", "key"]
    assert turns[1].say == "Clicking “Submit”."
    assert [turn.step for turn in turns] == [0, 0, 1]
    assert outcome == Outcome("I clicked “Submit”. I pressed ctrl+s.")


def test_it_speaks_the_language_of_the_instruction():
    turns, outcome, _ = drive([ClickOn(Target("送信", "button"))], language="ja")
    assert turns[1].say == "「送信」をクリックします。"
    assert outcome.text == "「送信」をクリックしました。"


@pytest.mark.parametrize(("answer", "row"), [("2", 387), ("the first", 347), ("下", 387)])
def test_two_places_are_a_question_and_the_answer_decides(answer: str, row: int):
    turns, outcome, questions = drive([ClickOn(Target("Remove", "button"))], [answer])
    assert "2 places" in questions[0]
    assert clicks(turns)[0][1] == row
    assert not outcome.asks


def test_an_answer_that_decides_nothing_touches_nothing():
    turns, outcome, _ = drive([ClickOn(Target("Remove", "button"))], ["whatever you like"])
    assert (clicks(turns), outcome.asks) == ([], True)


def test_a_refusal_ends_it_and_is_not_got_round():
    refusal = "A person refused this action, and it was not done."
    turns, outcome, _ = drive([ClickOn(Target("Submit")), ClickOn(Target("Cancel"))], refuse=refusal)
    assert len(clicks(turns)) == 1
    assert outcome.asks
    assert refusal in outcome.text


def test_what_was_never_read_cannot_be_typed():
    turns, outcome, _ = drive([ClickOn(Target("Submit")), TypeText((Ref(),))])
    assert outcome.asks
    assert "nothing before it has read" in outcome.text
    assert "I clicked “Submit”" in outcome.text  # what was done is told all the same
    assert not any(turn.calls[0].name == "type" for turn in turns)


def test_conditions_look_at_the_screen():
    then, otherwise = ClickOn(Target("Submit")), ClickOn(Target("Cancel"))
    for name, point in (("City", (145, 455)), ("Weather report", (255, 455))):
        turns, _, _ = drive([IfShown(Target(name), (then,), (otherwise,))])
        x, _ = clicks(turns)[0]
        assert abs(x - point[0]) < 40


def test_after_a_break_values_are_read_again_and_the_program_brought_back():
    steps: list[Step] = [
        OpenProgram("calculator"),
        Compute(("1+1",)),
        OpenProgram("text editor"),
        TypeText((Ref(),)),
        Save(("a.txt",), "shared"),
        Tell(),
    ]
    numbered = [(step, "") for step in steps]
    assert [number for number, _, _ in steps_to_do(0, numbered)] == [0, 1, 2, 3, 4, 5]
    assert [number for number, _, _ in steps_to_do(3, numbered)] == [1, 2, 3, 4, 5]
    assert [number for number, _, _ in steps_to_do(5, numbered)] == [1, 2, 5]
