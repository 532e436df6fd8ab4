"""Where one word or number is asked for, all that a window shows is no answer."""

from __future__ import annotations

import pytest

from deskhand.models.local.behind.definite import (
    asks_for_a_word,
    asks_for_one,
    buries,
    is_chrome,
    word_in_large_print,
)
from deskhand.models.local.skills.commands.ticks import says_state
from deskhand.models.local.skills.results import found_rows
from deskhand.screen.geometry import Rect
from deskhand.vision.scene import TextLine


@pytest.mark.parametrize(
    "question",
    [
        "Which word stands on page 5",
        "tell me the word on it",
        "Who wrote the letter?",
        "How many pages does it have?",
        "What is the name of the second song?",
        "何ページ目が違っているか教えてください。",
        "最後のページに書かれている単語は何ですか。",
        "どの駅で乗り換えますか。",
    ],
)
def test_one_thing_is_asked_for(question: str):
    assert asks_for_one(question)


@pytest.mark.parametrize(
    "question",
    [
        "What does the note say?",
        "Which windows are open?",
        "Which files are in the folder?",
        "Which of the recipes need eggs? List all.",
        "Read me the text of the letter.",
        "What text is on page 2?",
        "共有フォルダーにはどのファイルがありますか。",
        "本文の内容を教えて。",
    ],
)
def test_more_may_be_asked_for(question: str):
    assert not asks_for_one(question)


def test_a_window_s_whole_text_is_no_word():
    shown = "D\n2 Harbour\n3 Lantern\nCompass\n5 / 7 420x600 (82.0%)"
    assert buries("Which word stands on page 5", shown)
    assert buries("何ページ目が違っていますか", "final.pdf: Compare: Words / View: 4 vs. 4 / Show / Zoom: 100 %")
    assert not buries("Which word stands on page 5", "Compass")
    assert not buries("What does page 5 say?", shown)


def line(text: str, y: int, height: int) -> TextLine:
    return TextLine(text, Rect(10, y, 12 * len(text), height), 0.99)


def test_the_word_in_large_print_is_a_picture_s_own():
    shown = [line("Harbour", 10, 11), line("Compass", 60, 40), line("5 / 7 420x600", 120, 12)]
    assert word_in_large_print("Which word stands on page 5", shown) == "Compass"
    assert word_in_large_print("Which number stands on page 5", shown) == ""
    assert word_in_large_print("Which word stands there?", [*shown, line("Otter", 200, 38)]) == ""


def test_the_choices_of_a_search_bar_are_nothing_found():
    after = ["first ERROR ^ V Match case Regular expression", "10:02 first ERROR in line 7"]
    assert found_rows([], after, "first ERROR") == (after[1],)


def test_showing_is_no_way_to_switch_off():
    assert says_state(("View", "Hide Toolbar"), on=False)
    assert not says_state(("Show date in clock",), on=False)
    assert not says_state(("clock-show-date",), on=False)


def test_a_program_s_own_bars_are_no_answer():
    assert is_chrome("York に住んでいる人の名前は何ですか。", "B3 X 9")
    assert is_chrome("What is the name of the character in the map?", "Script▼   Table   Details")
    assert not is_chrome("York に住んでいる人の名前は何ですか。", "Ben")
    assert not is_chrome("Which number stands on page 5?", "48")
    assert not is_chrome("What does the note say?", "A ▼ B")


def test_a_single_word_is_asked_for() -> None:
    assert asks_for_a_word("Which word stands on the picture after it?")
    assert asks_for_a_word("画像に書かれている単語は何ですか。")
    assert not asks_for_a_word("Look up the word lagoon and tell me what it says.")


def test_a_row_of_buttons_is_no_answer() -> None:
    assert is_chrome("家賃はいくらですか。", "K 4 > + 4月 5月")
    assert not is_chrome("What is the price of the pen?", "pen 4 euros")
    assert is_chrome("アクセス権はどうなっていますか。", "Q Search:   Q")
    assert not is_chrome("What does it say?", "Title: Lanterns")


def test_all_that_shows_may_be_asked_for() -> None:
    assert not asks_for_one("click the tab and tell me what the window shows")
    assert not asks_for_one("Look the word up and tell me what it says.")
