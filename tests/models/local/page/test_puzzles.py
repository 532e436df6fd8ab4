"""Amounts made up, rows of numbers carried on, and what a wish says besides what is to be done."""

from __future__ import annotations

import pytest

from deskhand.models.local.page.doings import doing
from deskhand.models.local.page.skills import amounts, leaving, sequences, series, waits
from deskhand.models.local.page.told import forbidden, spread, without_asides


@pytest.mark.parametrize(
    ("numbers", "following"),
    [
        ((8, 12, 16, 20), 24),
        ((3, 6, 12, 24), 48),
        ((81, 27, 9), 3),
        ((1, 2, 3, 5, 8), 13),
        ((1, 2, 4, 7), 11),
        ((5, 9), None),
        ((4, 1, 9, 2), None),
    ],
)
def test_a_row_of_numbers_goes_on_by_its_rule_or_not_at_all(numbers: tuple[int, ...], following: int | None):
    assert series.after(numbers) == following


@pytest.mark.parametrize(("worths", "wanted", "presses"), [((10, 25, 60), 80, 3), ((5, 7), 24, 4), ((4, 6), 9, None)])
def test_an_amount_is_made_up_by_the_fewest_presses(worths: tuple[int, ...], wanted: int, presses: int | None):
    found = amounts.fewest(worths, wanted)
    if presses is None:
        assert found is None
    else:
        assert found is not None
        assert len(found) == presses
        assert sum(worths[index] for index in found) == wanted


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("Mark the week (click its W button) and press OK", "Mark the week and press OK"),
        ("Press Apply when you are done", "Press Apply"),
        ("Book a room for 3 adult(s) and 2 child(ren)", "Book a room for 3 adult and 2 child"),
        ("Click the point (3, -2)", "Click the point (3, -2)"),
        ("Press Stop when the number is 7", "Press Stop when the number is 7"),
        ("曲を再生してください（曲に合わせると▶が出ます）。", "曲を再生してください。"),
        ("11日(金)を選んでください。", "11日(金)を選んでください。"),
    ],
)
def test_asides_are_left_out_and_places_and_signs_kept(text: str, bare: str):
    assert without_asides(text) == bare


def test_what_must_not_be_done_is_parted_from_what_is_to_be_done_instead():
    assert forbidden("Don't press Run itself: use the small arrow beside it") == (
        "press Run itself",
        "use the small arrow beside it",
    )
    assert forbidden("do not tick Salt") == ("tick Salt", "")
    assert forbidden("Press Run") is None
    assert forbidden("don't forget to press Save") is None


@pytest.mark.parametrize(
    ("part", "skill"),
    [
        ("Pay for exactly 80 minutes of parking", amounts.make_up),
        ("Put together 45 cents with the coins", amounts.make_up),
        ("Select two numbers that add up to 17", amounts.together),
        ("Which number comes next in the row", series.go_on),
        ("What is the next number in the sequence", series.go_on),
        ("Leave only the lamps 9 and 8 lit", leaving.only),
        ("Keep only Mail and News switched on", leaving.only),
        ('Spell the word "bread" backwards with the letters below', sequences.keys),
        ("Click Stop while the counter shows a number from 10 to 16", waits.when),
    ],
)
def test_a_part_is_known_by_what_it_asks(part: str, skill: object):
    called = doing(part)
    assert called is not None
    assert called[0] is skill


@pytest.mark.parametrize("part", ["Pay the bill", "Make a note", "Click only once", "Leave the page open"])
def test_a_part_that_only_looks_alike_is_left_to_others(part: str):
    called = doing(part)
    assert called is None or called[0] not in (amounts.make_up, amounts.together, leaving.only, series.go_on)


@pytest.mark.parametrize(
    ("text", "one_by_one"),
    [
        ("Set the mixer like this: Bass 8, Middle 4, Treble 6.", "Set Bass to 8, set Middle to 4, set Treble to 6."),
        ("Set the volume to 30 and press OK", "Set the volume to 30 and press OK"),
    ],
)
def test_several_values_in_one_breath_are_several_wishes(text: str, one_by_one: str):
    assert spread(text) == one_by_one


def test_where_the_answer_stands_is_no_wish_of_its_own():
    asked = "Look at the table: which town had the most rain in May? Click it."
    assert without_asides(asked) == "which town had the most rain in May? Click it."
