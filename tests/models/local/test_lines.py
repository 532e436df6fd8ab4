"""Lines of a document: what is selected, what they should say after an edit, and whether they do."""

from __future__ import annotations

import pytest

from deskhand.models.local.skills.document import (
    Row,
    at_the_foot,
    same_lines,
    selected_rows,
    with_empty_rows,
    without_numbers,
)
from deskhand.models.local.skills.further import telling
from deskhand.models.local.skills.keys import SELECTING
from deskhand.models.local.skills.line_keys import edited
from deskhand.models.local.skills.made_up import MADE_UP
from deskhand.models.local.skills.saved import MARKED, SEEKS
from deskhand.models.local.skills.searching import done
from deskhand.models.local.skills.shapes import below
from deskhand.models.local.skills.whole_text import changed_so
from deskhand.models.local.skills.wording import telling_words
from deskhand.models.local.steps import LineEdit
from deskhand.models.local.understand.acts.again import said_again
from deskhand.models.local.understand.acts.forbidding import forbids
from deskhand.screen.geometry import Rect, Size
from deskhand.vision.scene import Scene, TextLine

LINES = ("one", "two", "three")


def row(text: str, y: int, x: int = 100) -> Row:
    return Row(text, Rect(x, y, 80, 14))


@pytest.mark.parametrize(
    ("how", "index", "expected"),
    [
        ("delete", 0, ("two", "three")), ("before", 1, ("one", "new", "two", "three")),
        ("after", 2, ("one", "two", "three", "new")), ("replace", 1, ("one", "new", "three")),
        ("append", 0, ("onenew", "two", "three")), ("upper", 2, ("one", "two", "THREE")),
        ("duplicate", 0, ("one", "one", "two", "three")), ("up", 0, LINES), ("up", 2, ("one", "three", "two")),
        ("down", 0, ("two", "one", "three")), ("first", 2, ("three", "one", "two")),
        ("last", 0, ("two", "three", "one")),
    ],
)  # fmt: skip
def test_what_a_document_says_after_an_edit(how: LineEdit, index: int, expected: tuple[str, ...]):
    assert edited(LINES, how, index, "new") == expected


def test_only_what_a_selection_marks_is_text():
    lines = [("Cut", 10, 300), ("one", 100, 100), ("two", 118, 100), ("Sel: 6", 400, 100)]
    scene = Scene(Size(600, 500), tuple(TextLine(text, Rect(x, y, 60, 14), 1.0) for text, y, x in lines), ())
    areas = [Rect(98, 98, 70, 38), Rect(298, 8, 40, 20), Rect(98, 398, 70, 18)]
    assert [line.text for line in selected_rows(scene, areas)] == ["one", "two"]


def test_empty_lines_and_numbers():
    rows = [row("1 one", 100), row("2two", 118), row("3", 136), row("4 four", 154)]
    assert [one.text for one in without_numbers(rows)] == ["one", "two", "", "four"]
    assert without_numbers(rows[1:]) == rows[1:]
    assert [one.text for one in with_empty_rows([row("a", 100), row("b", 118), row("d", 154)])] == ["a", "b", "", "d"]


def test_a_document_is_compared_after_the_act():
    assert same_lines(("one", "two", ""), ("one", "two"))
    assert not same_lines(("one", "two"), ("two", "one"))
    assert done(("a pear pie",), "apple", "pear")
    assert not done(("apple pie", "pear"), "apple", "pear")
    assert done(("colour",), "color", "colour")
    assert done(("a pineapple",), "apple", "pineapple")


def test_a_bracket_lit_up_at_the_caret_is_no_failed_edit():
    before, wanted = ("a", "the old one", "\\enddocument"), ("a", "the new one", "\\enddocument")
    assert changed_so(before, ("a", "the new one", "\\end{document}"), wanted)
    assert not changed_so(before, ("a the new one", "the old one", "\\enddocument"), wanted)
    assert not changed_so(before, ("a", "the new one", "something else"), wanted)


def test_a_value_stands_in_the_row_under_its_name():
    rows = ["Chair Ueda", "Tel 0465-22-7180", "Treasurer Hirano", "Tel 0465-31-9264"]
    assert below("the treasurer's phone number", rows, [rows[2]]) == "0465-31-9264"
    assert below("the treasurer's phone number", ["Hirano", "Sato 0465-22-7180"], ["Hirano"]) == ""
    assert telling("鈴木さんの変更")[0] == "鈴木"


def test_what_may_be_closed_is_no_order():
    assert forbids("警告が出ていたら閉じてかまいません") and forbids("You may close the warning")
    assert not forbids("close the warning") and not forbids("警告を閉じてください")


def test_a_clause_that_only_names_the_program_is_said_again():
    assert said_again("Please search with Catfish", ["find"]) and said_again("Please find it with Catfish", ["find"])
    assert not said_again("Please search with Catfish", ["save"]) and not said_again("search the notes", ["find"])


def test_one_setting_in_other_words():
    assert telling_words("Show line numbers") == telling_words("Display Line Number")
    assert telling_words("Word Wrap") == telling_words("Wrapping")
    assert not telling_words("Word Wrap") & telling_words("Status Bar")


def test_words_that_tell_what_keys_have_done() -> None:
    assert SEEKS.search("I-search:") and SEEKS.search("Search: ") and not SEEKS.search("Search and rescue")
    assert MARKED.search("notes.txt + (~/Shared) - VIM") and not MARKED.search("a+b (1) - Viewer")
    assert SELECTING.fullmatch("shift+Down") and not SELECTING.fullmatch("shift+Tab")
    assert MADE_UP.search("* New Note 2026-11-22") and not MADE_UP.search("Newport - Notes")


def test_keys_that_a_bar_at_the_foot_repeats_are_no_selection() -> None:
    body = Rect(0, 20, 400, 300)
    assert at_the_foot([Rect(0, 296, 400, 12)], body)
    assert not at_the_foot([Rect(4, 24, 200, 74), Rect(0, 296, 400, 12)], body)
