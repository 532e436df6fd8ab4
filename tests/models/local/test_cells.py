"""Cells are told as fields of their names, and found where their column and row meet."""

from __future__ import annotations

import pytest

from deskhand.models.local.cells import cell_place, in_plain_words, nearest_cell
from deskhand.screen.geometry import Point, Rect, Size
from deskhand.vision.scene import Scene, TextLine


@pytest.mark.parametrize(
    ("told", "plain"),
    [
        ("Type 12 into cell B2.", "type “12” into the “B2” field."),
        ("put “a b” in C10, and =B2*2 in D4", "type “a b” into the “C10” field, and type “=B2*2” into the “D4” field"),
        ("Set cell A1 to 7 and save it.", "type “7” into the “A1” field and save it."),
        ("セル B3 に「合計」と入力", "「B3」欄に「合計」と入力"),
        ("セル B3 の値を教えて", "「B3」の値を教えて"),
        ("Tell me the value of the cell B3.", "Tell me the value of “B3”."),
        ("Type “x” into the name field.", "Type “x” into the name field."),
        ("Enter 48 into cell B4 of costs.ods.", "open costs.ods and type “48” into the “B4” field."),
        ("Write Grand total in cell A6.", "type “Grand total” into the “A6” field."),
        ("Put the sum of B2 to B5 into cell B6.", "type “=SUM(B2:B5)” into the “B6” field."),
        ("セル B6 に B2 から B5 までの合計を入れて", "「B6」欄に「=SUM(B2:B5)」と入れて"),
    ],
)
def test_cells_become_fields(told: str, plain: str) -> None:
    assert in_plain_words(told) == plain


def sheet(columns: str, rows: tuple[int, ...]) -> Scene:
    across = [TextLine(letter, Rect(95 + 80 * (ord(letter) - 65), 50, 10, 10), 0.9) for letter in columns]
    down = [TextLine(str(row), Rect(20, 55 + 20 * row, 10, 10), 0.9) for row in rows]
    stray = [TextLine("7", Rect(300, 200, 8, 10), 0.9), TextLine("A", Rect(500, 300, 8, 10), 0.9)]
    return Scene(Size(800, 600), (*across, *down, *stray), ())


def test_a_cell_is_where_its_headers_meet_also_when_some_were_not_read() -> None:
    window = Rect(0, 0, 800, 600)
    assert cell_place(sheet("ABCDE", (1, 2, 3, 4)), "C3", window) == Point(260, 120)
    assert cell_place(sheet("ABE", (2, 3, 7)), "D5", window) == Point(340, 160)
    assert cell_place(sheet("AB", (1, 2, 3)), "A1", window) is None, "too few headers to be a sheet"
    assert cell_place(sheet("ABCD", (1, 2, 3)), "Z1", window) is None, "it does not show"


def test_where_one_letter_was_read_the_nearest_cell_of_the_row_is_told() -> None:
    window = Rect(0, 0, 800, 600)
    narrow = sheet("A", (1, 2, 3, 4))
    assert cell_place(narrow, "B4", window) is None
    assert nearest_cell(narrow, "B4", window) == ("A4", Point(100, 140))
    assert nearest_cell(sheet("", (1, 2, 3)), "B2", window) is None
    assert nearest_cell(sheet("AB", (1,)), "B2", window) is None, "one row tells no place of another"
