"""What a stranger's program needs: its page, its row of keys, its cell, its own menus, a text without the keyboard."""

from __future__ import annotations

from collections.abc import Coroutine
from pathlib import Path
from typing import Any

import pytest
from tests.models.local.scenes import text

from deskhand.models.local.dialect import Dialect
from deskhand.models.local.effects import Reading
from deskhand.models.local.eyes import Eyes
from deskhand.models.local.hand import Hand
from deskhand.models.local.memory import Memory
from deskhand.models.local.plan import plan
from deskhand.models.local.skills.commands.bar import bar_words
from deskhand.models.local.skills.key_bar import hints, key_for
from deskhand.models.local.skills.save_options import asks_first
from deskhand.models.local.skills.text_pane import text_place
from deskhand.models.local.skills.where_two_meet import met
from deskhand.models.local.steps import NotUnderstood, Plan, Read, RunCommand, Tell
from deskhand.models.local.steps.acting import UseCommand
from deskhand.models.local.understand.meaning_rule import with_its_word
from deskhand.models.local.understand.page_rule import LAST, page_said, with_its_page
from deskhand.models.local.view import View
from deskhand.models.local.windows import Window, front_window
from deskhand.screen.geometry import Rect
from deskhand.vision.picture import as_picture

PICTURES = Path(__file__).parent / "pictures"
DIALECT = Dialect.of([{"type": "computer_20251124", "name": "computer"}])
WINDOW = Window("notes.md", Rect(100, 100, 800, 24), Rect(100, 100, 800, 500))


@pytest.fixture(scope="module")
def eyes() -> Eyes:
    return Eyes()


def seen(name: str) -> bytes:
    return (PICTURES / f"{name}.png").read_bytes()


def result(program: Coroutine[Any, Any, Any], eyes: Eyes) -> Any:
    """What a skill that only looks returns."""
    try:
        effect = program.send(None)
        while True:
            assert isinstance(effect, Reading)
            effect = program.send(eyes.read(effect))
    except StopIteration as end:
        return end.value


def planned(wish: str) -> Plan:
    found = plan(wish)
    assert not isinstance(found, NotUnderstood), found.reason
    return found


@pytest.mark.parametrize(
    ("wish", "page"),
    [
        ("What does the last page of contract.pdf say about the rent?", LAST),
        ("Tell me the title on page 12 of guide.pdf.", "12"),
        ("Read the second page of a.pdf to me.", "2"),
        ("guide.pdf の 3 ページ目に書かれたロッカーの番号を教えてください。", "3"),
        ("最後のページに何と書いてありますか。", LAST),
        ("Print page 3 of a.pdf.", "3"),
        ("Print pages 3 to 5 of a.pdf.", ""),
        ("How many pages does a.pdf have?", ""),
        ("Compare page 2 and page 3.", ""),
    ],
)
def test_the_page_that_is_named(wish: str, page: str):
    assert page_said(wish) == page


def test_whoever_is_asked_about_a_page_goes_there_first():
    wish = "MuPDF shows contract.pdf. How many weeks is the notice period on its last page?"
    steps = with_its_page(planned(wish), wish).steps
    assert [type(step).__name__ for step in steps] == ["OpenProgram", "UseCommand", "Read", "Tell"]
    assert isinstance(steps[1], UseCommand) and steps[1].fields == (("", LAST),)
    printing = "Print page 3 of a.pdf in Okular."
    assert with_its_page(planned(printing), printing) == planned(printing)


def test_a_word_for_looking_is_no_command():
    wish = "film.mkv の映像は何×何ピクセルですか。MediaInfo で見て答えて。"
    looked = with_its_page(planned(wish), wish)
    assert any(isinstance(step, Read) for step in looked.steps)
    assert not any(isinstance(step, UseCommand) for step in looked.steps)
    searched = 'Look for "tea" in Kate.'
    assert with_its_page(planned(searched), searched) == planned(searched)


def test_a_word_is_looked_up_before_its_meaning_is_read():
    wish = 'What does the word "lagoon" mean in GoldenDict?'
    steps = with_its_word(planned(wish), wish).steps
    assert isinstance(steps[1], UseCommand) and (steps[1].words, steps[1].fields) == ("find", (("", "lagoon"),))
    already = 'What does "lagoon" mean? Look it up in Artha and tell me the definition.'
    assert with_its_word(planned(already), already) == planned(already)


@pytest.mark.parametrize(
    ("wish", "day"),
    [
        ("On which weekday does 17 March 2027 fall? Look it up in gsimplecal.", "Wednesday"),
        ("What day of the week is February 29, 2028?", "Tuesday"),
        ("2027年3月17日は何曜日ですか。カレンダーで調べてください。", "水曜日"),
    ],
)
def test_a_weekday_is_worked_out_and_said_to_be(wish: str, day: str):
    steps = planned(wish).steps
    assert len(steps) == 1 and isinstance(steps[0], Tell)
    told = str(steps[0].value[0])
    assert told.startswith(day) and ("worked out" in told or "計算" in told)


@pytest.mark.parametrize(
    "wish",
    ["Add an event on 17 March 2027 and tell me the weekday.", "On which day of the week is 30 February 2027?"],
)
def test_a_weekday_is_not_worked_out_where_more_is_wanted_or_no_such_day_is(wish: str):
    found = plan(wish)
    assert isinstance(found, NotUnderstood) or not (len(found.steps) == 1 and isinstance(found.steps[0], Tell))


def test_a_tool_in_brackets_and_a_name_for_what_comes_out_are_a_job_of_the_shell():
    steps = planned(
        "ターミナルの st で、共有フォルダーの names.txt を並べ替えて sorted.txt という名前で共有フォルダーに"
        "保存してください(sort コマンドで)。"
    ).steps
    commands = [str(step.command[0]) for step in steps if isinstance(step, RunCommand)]
    assert len(commands) == 1 and "sort /home/user/Shared/names.txt > /home/user/Shared/sorted.txt" in commands[0]


def test_a_click_for_the_keyboard_goes_into_the_text_and_not_between_panes():
    lines = (text("1 # Outing", 110, 160), text("2 - nine", 110, 180), text("Outing", 700, 200))
    place = text_place(WINDOW, lines)
    assert place.x < 300 and abs(place.y - 187) < 12
    assert (
        text_place(WINDOW, (text("A sentence that goes on beyond the middle of it all", 300, 300),))
        == WINDOW.body.center
    )


def test_a_cell_by_the_words_of_the_question(eyes: Eyes):
    picture = seen("sheet_in_terminal")
    scene = eyes.read(Reading(picture))
    front = front_window(as_picture(picture), scene, None)
    assert front is not None and front.title == "Terminal"  # the letters over the columns are no windows
    for question, value in (("5 月の電気代(Power)はいくらですか", "5525.00"), ("What was Gas in March?", "4033.00")):
        cell = met(scene.texts, front.body, question)
        assert cell is not None and cell.text == value
    assert met(scene.texts, front.body, "What was the rent in March?") is None


def test_the_keys_that_a_program_tells_at_its_foot(eyes: Eyes):
    hand = Hand(DIALECT, Memory(), "en", seen("outline_in_terminal"))
    found = result(key_for(hand, "save"), eyes)
    assert found is not None and found.keys == "F2"
    assert result(key_for(hand, "print"), eyes) is None
    rows = (text("F2 - Rename", 110, 570), text("F8 - Delete", 300, 570))
    assert {(one.label, one.keys) for one in hints(rows, WINDOW)} == {("Rename", "F2"), ("Delete", "F8")}
    assert hints((text("F2 - Rename", 110, 570), text("plain words", 300, 570)), WINDOW) == []


def test_menus_with_names_of_their_own_are_a_bar(eyes: Eyes):
    hand = Hand(DIALECT, Memory(), "en", seen("own_menus"))
    _, words = result(bar_words(hand), eyes)
    assert [word.text for word in words][1:4] == ["Playback", "Playlist", "Services"]


def test_a_window_that_asks_how_to_save_is_not_saved_yet(eyes: Eyes):
    hand = Hand(DIALECT, Memory(), "en", seen("own_menus"))
    for title, asks in (("Save - flag.png", True), ("Export PNG options", True), ("flag.png - Paint", False)):
        hand._view = View(seen("own_menus"), f"Done. Focus: “{title}”.")
        assert result(asks_first(hand, "*flag.png - Paint"), eyes) is asks
