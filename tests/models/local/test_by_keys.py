"""Programs drawn with letters: their keys as their bars and pages of help tell them, and where a list's mark stands."""

from __future__ import annotations

import numpy as np
import pytest

from deskhand.models.local.skills.by_keys import bands, mark_in, pitch_of
from deskhand.models.local.skills.key_bar import Hint, helped_in, hints, likeliest
from deskhand.models.local.windows import Window
from deskhand.screen.geometry import Rect
from deskhand.vision.scene import TextLine

BODY = Rect(100, 100, 900, 500)
FRONT = Window("Terminal", Rect(100, 80, 900, 20), Rect(100, 80, 900, 520))


def line(text: str, y: int) -> TextLine:
    return TextLine(text, Rect(104, y, 8 * len(text), 14), 0.99)


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("q:quit  ?:help  a:add  r:remove", Hint("remove", "r")),
        ("[q]uit  [d]elete  [n]ew", Hint("delete", "d")),
        ("(a) add  (d) delete  (q) quit", Hint("delete", "d")),
        ("<q> quit  <e> edit  <s> save", Hint("save", "s")),
        ("^G Help  ^O Write Out  ^X Exit", Hint("Exit", "ctrl+x")),
        ("F1 Help  F2 Save  F10 Quit", Hint("Save", "F2")),
    ],
)
def test_a_bar_tells_its_keys(row: str, told: Hint):
    lines = [line(f"Entry {number}", 120 + 20 * number) for number in range(8)]
    assert told in hints([*lines, line(row, 570)], FRONT)


def test_brackets_in_a_text_are_no_keys():
    assert hints([line("see note [a] and table (b) below", 570)], FRONT) == []


def test_a_page_of_help_tells_what_keys_do():
    rows = ["abook help", "q  quit", "Q  quit without saving", "^L  refresh screen", "r / del  remove selected items"]
    told = helped_in([*rows, "w  write database to disk", "F5  sort by name", "This is a sentence."])
    keys = {one.label: one.keys for one in told}
    assert keys["refresh screen"] == "ctrl+l" and keys["sort by name"] == "F5" and len(told) == 6
    save, delete = likeliest("save", told), likeliest("delete", told)
    assert save is not None and save.keys == "w"  # and not Q, which saves nothing
    assert delete is not None and delete.keys == "r"


def test_the_mark_stands_in_the_lower_of_two_rows_that_changed():
    pitch = pitch_of([line(f"row {number}", 120 + 19 * number) for number in range(6)])
    assert pitch == 19
    assert mark_in((Rect(104, 139, 880, 38),), BODY, pitch) == pytest.approx(168, abs=4)
    assert mark_in((Rect(104, 139, 880, 19), Rect(104, 158, 880, 19)), BODY, pitch) == pytest.approx(168, abs=4)
    assert mark_in((Rect(104, 139, 10, 38),), BODY, pitch) is None  # a cursor
    assert mark_in((Rect(104, 139, 880, 300),), BODY, pitch) is None  # another page


def test_what_changed_is_told_to_the_pixel():
    before = np.full((700, 1100, 3), 255, np.uint8)
    after = before.copy()
    after[282:301, 104:984] = 0
    after[638:657, 154:400] = 0
    assert bands(before, after, BODY) == [Rect(104, 282, 880, 19)]  # the rest lies below the window
