"""What does nothing when pressed, by the picture: a title, a row of a list, a submenu; and what only looks alike."""

from __future__ import annotations

from dataclasses import replace

import cv2
import numpy as np
import pytest

from deskhand.desktop.actions import Click
from deskhand.desktop.interface import Window
from deskhand.guard import inert
from deskhand.guard.consequence import hand
from deskhand.guard.evidence import Evidence, Thing
from deskhand.guard.interface import Place
from deskhand.screen.geometry import Point, Rect, Size
from deskhand.vision.scene import Scene, TextLine

ENTRY = Rect(20, 40, 300, 25)
WINDOW = Window(1, "Converseen", "converseen", Rect(168, 102, 945, 557))


def menu(*points: tuple[int, int], words: str = "") -> bytes:
    """A menu's entry with a shape at its right end, and perhaps a key's name there."""
    picture = np.full((200, 400, 3), 255, np.uint8)
    cv2.rectangle(picture, (20, 30), (319, 180), (120, 120, 120), 1)
    if points:
        cv2.fillPoly(picture, [np.array(points, np.int32)], (0, 0, 0))
    if words:
        cv2.putText(picture, words, (ENTRY.right - 13 * len(words), 57), cv2.FONT_HERSHEY_SIMPLEX, 0.5, (0, 0, 0), 1)
    return cv2.imencode(".png", picture)[1].tobytes()


ARROW = ((306, 48), (306, 56), (310, 52))


def signals(png: bytes) -> Evidence:
    thing = Thing("Send Signal", "menu item", ENTRY, known="tree")
    return Evidence(Place("konsole", "bash"), point=ENTRY.center, target=thing, picture=png)


def does(evidence: Evidence) -> str:
    return hand.judge(Click(evidence.point or Point(0, 0)), inert.as_seen(evidence))[0].consequence


def test_an_entry_with_an_arrow_only_opens_a_menu() -> None:
    assert does(signals(menu(*ARROW))) == "navigate"
    assert does(signals(menu())) == "send"


@pytest.mark.parametrize("words", ["D", "Ctrl+D", "Del", "F7", "P"])
def test_the_name_of_a_key_is_no_arrow(words: str) -> None:
    assert not inert.opens_submenu(menu(words=words), ENTRY)


def test_an_arrow_that_a_page_draws_tells_nothing() -> None:
    page = replace(signals(menu(*ARROW)), place=Place("chromium", "Shop", "http://shop.example/"))
    assert inert.as_seen(page) is page


def test_a_windows_own_title_is_no_button() -> None:
    title = Thing("Converseen", "", Rect(601, 108, 78, 12), known="picture")
    at = Evidence(Place("converseen", "Converseen"), WINDOW, Point(640, 114), title)
    assert does(at) == "navigate"
    for other in (Rect(601, 300, 78, 12), Rect(1020, 108, 78, 12)):
        below = replace(at, target=replace(title, box=other))
        assert inert.as_seen(below) is below
    called = replace(at, target=replace(title, label="Convert"))
    assert inert.as_seen(called) is called


def files(*rows: str) -> Scene:
    lines = [TextLine("submit", Rect(40, 100 + 34 * at, 40, 12), 0.9) for at in range(len(rows))]
    lines += [TextLine(row, Rect(400, 100 + 34 * at, 169, 12), 0.9) for at, row in enumerate(rows) if row]
    return Scene(Size(640, 480), tuple(lines), ())


@pytest.mark.parametrize(
    ("rows", "in_list"),
    [
        (("11/22/26 16:03:29 -rw-r--r--", "11/22/26 16:03:29 -rw-r--r--"), True),
        (("12.4 kB", "803 bytes"), True),
        (("11/22/26 16:03:29", ""), False),
        (("Cancel", "Close"), False),
    ],
)
def test_a_row_with_dates_or_sizes_in_a_column_is_selected(rows: tuple[str, ...], in_list: bool) -> None:
    thing = Thing("submit", "", Rect(40, 100, 40, 12), known="picture")
    at = Evidence(Place("doublecmd", "Double Commander"), point=Point(60, 106), target=thing, scene=files(*rows))
    assert does(at) == ("navigate" if in_list else "send")
