"""What pages say, as values."""

from __future__ import annotations

from fractions import Fraction

import pytest

from deskhand.models.local.page.clauses import Act, act_of, split
from deskhand.models.local.page.follow import tidy
from deskhand.models.local.page.skills.figures import Looks
from deskhand.models.local.page.skills.sums import unknown
from deskhand.models.local.page.table import SKILLS
from deskhand.models.local.page.wish import colour_told
from deskhand.models.local.page.words import Day, bare, day_of, listed_numbers, number, ordinal, quoted


@pytest.mark.parametrize(
    ("task", "colour"),
    [
        ("Do the task that is written in the yellow box at the top of the page.", "yellow"),
        ("Please carry out the instructions shown in the blue bar.", "blue"),
        ("ページの上の黄色い枠に書かれた作業をしてください。", "yellow"),
        ("Open the calculator and work out 2+2.", None),
        ("Write 'do the task in the box' into notes.txt", None),
    ],
)
def test_a_page_is_obeyed_only_where_the_task_says_so(task: str, colour: str | None):
    assert colour_told(task) == colour


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Click button ONE, then click button TWO.", ["Click button ONE", "click button TWO"]),
        (
            'Enter "a, then click b" into the field and press Submit.',
            ['Enter "a, then click b" into the field', "press Submit"],
        ),
        ("Choose Red, then Small, then press Finish.", ["Choose Red", "Choose Small", "press Finish"]),
        ("Select a, b and c and click Submit.", ["Select a, b and c", "click Submit"]),
        (
            'Fill in Name with "A and B" and City with "Rome".',
            ['Fill in Name with "A and B"', 'Fill in City with "Rome"'],
        ),
        ('Enter "a" into Name and "b" into City.', ['Enter "a" into Name', 'Enter "b" into City']),
        ('In the "Name" field, type "x".', ['In the "Name" field, type "x"']),
        ("Solve it. Press Submit when done.", ["Solve it", "Press Submit when done"]),
    ],
)
def test_clauses(text: str, parts: list[str]):
    assert split(tidy(text)) == parts


@pytest.mark.parametrize(
    ("clause", "act"),
    [
        ('Type "x" into the Name field', Act("enter", '"x"', "Name field")),
        ('In the Name field, write "x"', Act("enter", '"x"', "Name field")),
        ('Fill in the Name field with "x"', Act("enter", '"x"', "Name field")),
        ('Key in "x"', Act("enter", '"x"')),
        ("Tick A and B", Act("tick", "A and B")),
        ("Untick A", Act("clear", "A")),
        ("Pick Rome from the menu", Act("choose", "Rome", "menu")),
        ("From the menu pick Rome", Act("choose", "Rome", "menu")),
        ("Set the city to Rome", Act("choose", "Rome", "city")),
        ("Choose Rome", Act("select", "Rome")),
        ("Tap on the Yes button", Act("click", "the Yes button")),
        ("Submit the form", Act("submit")),
        ("Hit submit", Act("submit")),
        ("Sing a song", None),
    ],
)
def test_a_clause_is_one_act_however_it_is_put(clause: str, act: Act | None):
    assert act_of(clause) == act


@pytest.mark.parametrize(("text", "value"), [("the 3rd one", 3), ("the last row", -1), ("second", 2), ("none", None)])
def test_ordinals(text: str, value: int | None):
    assert ordinal(text) == value


def test_numbers_quotes_and_days():
    assert (number("on 2 posts"), number("on seven posts"), number("all")) == (2, 7, None)
    assert quoted("the \"Yes\" button or 'No'") == ["Yes", "No"] and bare('"Vina".') == "Vina"
    assert day_of("12/08/2016") == day_of("December 8th, 2016") == day_of("2016-12-08") == Day(2016, 12, 8)
    assert listed_numbers("[1,15,-3]") == [1, 15, -3]


@pytest.mark.parametrize(
    ("equation", "value"),
    [
        ("x + 2 = 81", 79),
        ("x - 8 = 85", 93),
        ("3 - x = 9", -6),
        ("2x = 7", Fraction(7, 2)),
        ("12 = x − 4", 16),
        ("hello", None),
    ],
)
def test_equations(equation: str, value: int | Fraction | None):
    assert unknown(equation) == value


def test_what_a_figure_looks_like():
    assert Looks.of("large aqua F") == Looks("", "F", "aqua", True)
    assert Looks.of("small letters") == Looks("letter", "", "", False)
    assert Looks.of("yellow items") == Looks("", "", "yellow", None)


def test_every_skill_has_its_own_words():
    said = {
        "Select 12/08/2016 as the date and hit submit.": "pick",
        "How many blue shapes are there?": "count",
        "Find the email by Kara-Lynn and forward that email to Pauly.": "forward",
        "Get rid of Kipp's email.": "free",
        "Buy the ticket with the longest duration.": "ticket",
        "Select -9 with the slider, click the 3rd checkbox, then hit Submit.": "one",
        'Click on the link "sed".': "link",
    }
    for text, name in said.items():
        skill = next(skill for pattern, skill in SKILLS if pattern.search(text))
        assert skill.__name__ == name, text
    assert not any(pattern.search('Click on the "Yes" button.') for pattern, _ in SKILLS)
