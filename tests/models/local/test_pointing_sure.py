"""How sure the learned reader is of each step, and which words of a wish it says that no step has."""

from __future__ import annotations

from dataclasses import replace

import pytest

from deskhand.models.local.plan import plan
from deskhand.models.local.steps import NotUnderstood, Save, UseCommand
from deskhand.models.local.understand.acts.form import within
from deskhand.models.local.understand.acts.further import further
from deskhand.models.local.understand.pointing.network import network
from deskhand.models.local.understand.pointing.reader import read
from deskhand.models.local.understand.pointing.weighing import Written
from deskhand.models.local.understand.pointing.writing import drafts


@pytest.mark.parametrize(
    "wish",
    [
        "Open notes.txt in Pluma, delete line 4 and save the file.",
        "If the box is ticked, close Mousepad, otherwise save the file.",
        "Plumaで議事録.txtを開いて、日付を太字にして",
    ],
)
def test_each_step_has_its_own_chance_and_none_is_less_sure_than_all_of_them_together(wish: str) -> None:
    reading = read(wish)
    assert reading is not None
    assert len(reading.chances) == len(list(within(reading.acts)))
    assert all(0 < chance <= 1 for chance in reading.chances)
    assert reading.sure <= reading.weakest == min(reading.chances)


def test_one_hard_step_makes_a_plan_doubtful_and_many_easy_ones_do_not() -> None:
    easy = read("Open notes.txt, undo, save the file and close the window.")
    hard = read("Open notes.txt, then gribble through to wumpus before seven.")
    assert easy is not None and hard is not None
    assert easy.weakest > hard.weakest
    assert hard.chances[0] > hard.weakest


def test_words_that_no_step_has_are_told() -> None:
    wish = "Open report.txt in Pluma and replace cat with dog"
    read_in = network().read(wish)
    assert read_in is not None
    rows = [Written(draft, read_in, wish) for draft in drafts(read_in, network())]
    whole = max(rows, key=lambda written: written.weight)
    assert {wish[start:end] for start, end in whole.left_out} <= {"and"}
    first_only = next(at for at, part in enumerate(whole.draft.row) if part == "act:replace")
    half = replace(whole, draft=replace(whole.draft, row=whole.draft.row[:first_only]))
    left = " ".join(wish[start:end] for start, end in half.left_out)
    assert "cat" in left and "dog" in left and "report" not in left
    assert half.unsaid > whole.unsaid


def test_a_wish_that_is_refused_leaves_nothing_out() -> None:
    reading = read("How do I change the font?")
    assert reading is not None and reading.reach == "refuse"
    assert reading.left_out == () and reading.chances == () and reading.weakest == reading.sure


def test_what_is_refused_blind_has_readings_for_the_window_to_choose_from() -> None:
    wish = "Please duplicate this Gnumeric sheet and save."
    assert isinstance(plan(wish), NotUnderstood)
    found = further(wish, "en")
    assert found and all(any(isinstance(step, UseCommand) for step in each.steps) for _, each in found)
    assert all(isinstance(each.steps[-1], Save) for _, each in found)


@pytest.mark.parametrize("wish", ["How do I change the font in gedit?", "What is the capital of France?"])
def test_what_is_surely_no_order_stays_refused(wish: str) -> None:
    assert further(wish, "en") == ()
