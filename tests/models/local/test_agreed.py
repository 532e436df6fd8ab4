"""A plan is believed by all the readings that come to it, where none of them alone is."""

import pytest

from deskhand.models.local.plan import plan
from deskhand.models.local.steps import OpenProgram, Plan, Save, Target, UseCommand
from deskhand.models.local.understand.acts.agreed import agreed
from deskhand.models.local.understand.acts.reader import by_acts


def test_readings_that_differ_in_their_cut_are_one_plan() -> None:
    wish = "In PDF Arranger, turn page 2 of book.pdf to the left and save it as turned.pdf in the shared folder."
    assert not isinstance(by_acts(wish, "en"), Plan)
    found = plan(wish)
    assert isinstance(found, Plan)
    assert found.steps == (
        OpenProgram("pdf arranger"),
        UseCommand("rotate counterclockwise", (), Target("page 2")),
        Save(("turned.pdf",), "shared"),
    )
    assert found.reading  # it is told before it is done


@pytest.mark.parametrize(
    "wish",
    [
        "Which density does GPeriodic give for selenium?",  # tells something
        "Gnumeric の A2 の行を消して、上書き保存して。",  # two ways to do it, and a row would be lost
        "Please look through manual.pdf in Evince and tell me the number of the page that is about the warranty.",
        "Make everything in Gnumeric nicer.",
    ],
)
def test_what_is_read_in_two_ways_stays_asked(wish: str) -> None:
    assert agreed(wish, "ja" if "。" in wish else "en") is None


def test_the_direction_of_an_order_is_what_is_said() -> None:
    found = plan("Sort the rows of herbs.csv by price in ascending order in Gnumeric and save the file.")
    assert isinstance(found, Plan)
    assert UseCommand("sort ascending", (("by", "price"),)) in found.steps


@pytest.mark.parametrize(
    ("wish", "step"),
    [
        ("Unpack docs.zip in Ark.", UseCommand("extract")),
        ("Extract docs.zip with Peazip.", UseCommand("extract")),
        ("Delete the second row in Tablix and save.", UseCommand("delete row", (), Target("second row"))),
    ],
)
def test_a_program_never_met_is_not_worked_by_the_buttons_of_a_known_one(wish: str, step: UseCommand) -> None:
    found = plan(wish)
    assert isinstance(found, Plan)
    assert found.steps[1] == step
