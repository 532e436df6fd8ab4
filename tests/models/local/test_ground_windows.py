"""Windows and targets on real pictures of desktops in two looks."""

from __future__ import annotations

from pathlib import Path

import pytest

from deskhand.models.local.ground import Here, ambiguous, buttons, locate
from deskhand.models.local.steps import Target
from deskhand.models.local.windows import find_windows, front_window, same_title
from deskhand.screen.geometry import Point, Rect
from deskhand.vision.picture import Picture, as_picture
from deskhand.vision.read import Reader
from deskhand.vision.scene import Scene

PICTURES = Path(__file__).parent / "pictures"


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


def seen(reader: Reader, name: str) -> tuple[Picture, Scene]:
    pixels = as_picture((PICTURES / f"{name}.png").read_bytes())
    return pixels, reader.read(pixels)


def test_both_windows_are_found_with_their_boxes(reader: Reader):
    pixels, scene = seen(reader, "two_windows")
    calculator, editor = find_windows(pixels, scene)
    assert (calculator.title, editor.title) == ("galculator", "Untitled 1 - Mousepad")
    assert editor.box == Rect(640, 265, 639, 505)
    assert Rect(1263, 269, 12, 12).contains(editor.close_button)
    assert front_window(pixels, scene, None) == editor  # the uncovered, coloured one
    assert front_window(pixels, scene, "galculator") == calculator


def test_a_dialog_without_a_title_is_a_window_too(reader: Reader):
    pixels, scene = seen(reader, "replace_question")
    front = front_window(pixels, scene, None)
    assert front is not None
    assert (front.title, front.box) == ("", Rect(386, 322, 513, 166))
    assert [window.title for window in find_windows(pixels, scene)] == ["Save As", ""]  # table rows are none
    replace = buttons(scene, "置き換え", front.box)[0]
    assert Rect(644, 455, 254, 30).contains(replace.box.center)
    here = Here(find_windows(pixels, scene), front)
    assert front.box.contains(locate(scene, Target("Cancel", "button"), here)[0].point)
    assert not ambiguous(locate(scene, Target("Cancel", "button"), here))


@pytest.mark.parametrize(
    ("name", "row"), [("Line Numbers", 157), ("行番号", 157), ("ステータスバー", 239), ("Color Scheme", 130)]
)
def test_menu_entries_in_either_language(reader: Reader, name: str, row: int):
    _, scene = seen(reader, "view_menu")
    place = locate(scene, Target(name, "menu item"), Here(popup=Rect(453, 178, 208, 192)))[0]
    assert abs(place.point.y - (row + 90)) <= 6
    assert Rect(453, 178, 208, 192).contains(place.point)


def test_titles_that_are_cut_short_still_match():
    assert same_title("Untitled 1 - Mouse...", "Untitled 1 - Mousepad") > 0.9
    assert same_title("Untitled 1 - Mouse...", "galculator") < 0.5


def test_the_pointed_place_is_taken_as_it_is(reader: Reader):
    _, scene = seen(reader, "two_windows")
    assert locate(scene, Target(point=Point(0, 0)))[0].point == Point(0, 0)
