"""The last way: what is sought, what may lead there, what is never pressed on a hunch, and what a wish is supposed to
mean where no reading of it is sure."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from tests.models.local.scenes import scene, text, widget

from deskhand.models.local.joined import joined
from deskhand.models.local.plan import plan
from deskhand.models.local.skills.commands.controls import Control, controls
from deskhand.models.local.skills.commands.fit import fit_value
from deskhand.models.local.skills.commands.goal import RELATED, Goal, harms
from deskhand.models.local.skills.commands.kinship import kinship
from deskhand.models.local.skills.commands.seeking import SAYS
from deskhand.models.local.skills.commands.slots import Slot
from deskhand.models.local.skills.commands.stepping import says_way
from deskhand.models.local.skills.commands.through import object_of
from deskhand.models.local.steps import NotUnderstood, OpenProgram, Plan, SetSetting, Step, UseCommand
from deskhand.models.local.supposing import supposed
from deskhand.models.local.understand.acts.further import further
from deskhand.screen.geometry import Rect

WINDOW = Rect(0, 0, 600, 400)
BLANK = np.full((800, 1280, 3), 250, np.uint8)


def button(label: str) -> Control:
    return Control(label, "button", Rect(0, 0, 80, 30))


@pytest.mark.parametrize(
    ("goal", "right", "wrong"),
    [
        (Goal("start a new game field", "16 × 16 squares"), "16 × 16", "30 × 16"),
        (Goal("難しさ", "Hard"), "Hard", "Easy"),
        (Goal("対局を始めて"), "Start Game", "Classic Reversi"),
        (Goal("board size", "Large"), "Large", "Medium"),
    ],
)
def test_what_is_chosen_says_the_value(goal: Goal, right: str, wrong: str):
    assert goal.says(button(right), ()) >= SAYS > goal.says(button(wrong), ())


def test_what_is_looked_into_has_to_do_with_it():
    goal = Goal("パズル", "3")
    assert goal.leads(button("Change Puzzle")) >= RELATED > goal.leads(button("Statistics"))
    shown = replace(button("Easy"), kind="list", around="Difficulty")
    assert Goal("how hard it is", "Hard").leads(shown) > Goal("how hard it is", "Hard").leads(button("Easy"))


def test_a_hunch_tells_which_of_two_names_is_nearer():
    assert kinship("難しさ", "Difficulty") > kinship("難しさ", "Show Toolbar")
    assert kinship("町", "City") > kinship("町", "Undo")


@pytest.mark.parametrize("label", ["Delete all", "Send…", "Quit", "Reset", "New Game", "終了", "Undo", "Log out"])
def test_nothing_that_loses_or_leaves_is_pressed_on_a_hunch(label: str):
    assert harms(label, "board size Large")
    assert Goal("board size", "Large").leads(button(label)) == 0.0


def test_a_deed_that_was_asked_for_is_no_harm():
    assert not harms("New Game", "start a new game")
    assert not harms("Change Puzzle", "puzzle 3")


def test_a_tile_is_pressed_by_any_of_its_words_and_a_field_is_not():
    shown = scene(
        replace(widget("box", 40, 60, 186, 185), role=None),
        replace(widget("box", 70, 100, 145, 110), role="area"),
        text("16 × 16", 100, 140), text("40 mines", 100, 166),
        replace(widget("box", 300, 60, 160, 26), role="field"), text("16 × 16", 306, 66),
    )  # fmt: skip
    found = [(one.label, one.box) for one in controls(shown, BLANK, WINDOW)]
    assert ("16 × 16", Rect(40, 60, 186, 185)) in found
    assert not any(box.x >= 300 for _, box in found)


def test_a_list_is_known_by_the_sign_behind_its_words():
    shown = scene(
        text("Difficulty: Easy", 40, 60), replace(widget("icon", 172, 62, 10, 10), mark="▾"), text("Hint", 40, 90)
    )
    assert [(one.label, one.kind) for one in controls(shown, BLANK, WINDOW)] == [("Difficulty: Easy", "list")]


def test_a_size_is_the_same_however_it_is_written():
    assert fit_value("16 by 16 squares", "16 × 16") > 0.9
    assert fit_value("4×4", "4 x 4") > 0.9
    assert fit_value("16 × 16", "30 × 16") == 0.0


def test_a_lone_value_goes_where_the_form_names_the_object_of_the_command():
    box = widget("box", 100, 60, 140, 30)
    columns = ("description", "start", "activity")
    places = [Slot("", "text", box.box, "", box, column) for column in columns]
    assert object_of("Start tracking the activity", places) == "activity"
    assert object_of("add entry", places) == ""


def test_a_number_behind_a_name_is_a_value_and_how_a_new_thing_begins_is_told_with_it():
    steps: list[tuple[Step, str]] = [(UseCommand("赤 18"), ""), (UseCommand("rotate 90"), "")]
    assert [step for step, _ in joined(steps)] == [SetSetting("赤", value=("18",)), UseCommand("rotate 90")]
    begun = joined([(UseCommand("start a new game"), "a"), (SetSetting("field", value=("16 × 16",)), "b")])
    assert begun == [(UseCommand("start a new game", (("field", "16 × 16"),)), "a b")]


def suppose(wish: str) -> Plan | None:
    refused = plan(wish)
    assert isinstance(refused, NotUnderstood)
    return supposed(wish, further(wish, refused.language), refused.language)


def test_a_refused_wish_for_a_setting_is_tried():
    found = suppose("Kronometer で、ストップウォッチに時(hours)も表示されるようにしてください。")
    assert found is not None
    assert found.steps == (OpenProgram("Kronometer"), SetSetting("ストップウォッチにhoursも表示"))


@pytest.mark.parametrize(
    "wish",
    [
        "Krusader で一時ファイルを全部きれいさっぱり始末してください。",
        "今日の天気はどうですか。",
        "Is my mail in Geary older than the one on the shelf?",
    ],
)
def test_what_may_lose_something_or_is_a_question_is_refused_as_before(wish: str):
    assert suppose(wish) is None


def test_what_is_one_of_a_row_is_reached_by_going_on():
    assert Goal("puzzle", "3").number == 3 == Goal("パズル", "3 番").number
    assert Goal("size", "16 × 16").number is None
    assert says_way("次", "Next puzzle") and not says_way("次", "Previous puzzle")
