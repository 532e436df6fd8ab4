"""Places without a text of their own: cells where a row and a column meet, bars over their names, one row of many."""

from __future__ import annotations

import numpy as np
import pytest

from deskhand.models.local.page.codes import SHOWN
from deskhand.models.local.page.crossings import crossing
from deskhand.models.local.page.places import bar, nth_entry, nth_row
from deskhand.models.local.page.shades import by_shade
from deskhand.models.local.page.sheet import Sheet
from deskhand.models.local.page.words import bare
from deskhand.screen.geometry import Point, Rect, Size
from deskhand.vision.scene import Scene, TextLine


def sheet(*texts: tuple[str, int, int], patches: tuple[tuple[Rect, tuple[int, int, int]], ...] = ()) -> Sheet:
    """White paper with these words at these places, and these patches of colour."""
    paper = np.full((300, 400, 3), 255, np.uint8)
    for box, colour in patches:
        paper[box.y : box.bottom, box.x : box.right] = colour
    lines = tuple(TextLine(text, Rect(x, y, 12 * len(text), 20), 1.0) for text, x, y in texts)
    return Sheet(paper, Scene(Size(400, 300), lines, ()), Rect(0, 0, 400, 300))


SEATS = (("1", 60, 10), ("2", 110, 10), ("3", 160, 10), ("A", 10, 50), ("C", 10, 150))


@pytest.mark.parametrize(
    ("words", "at"),
    [("seat A2", Point(116, 60)), ("the seat in row C, place 3", Point(166, 160)), ("seat B1", Point(66, 110))],
)
def test_a_seat_is_where_its_row_and_its_number_meet_read_or_not(words: str, at: Point):
    box = crossing(sheet(*SEATS), words)
    assert box is not None and box.contains(at)


def test_a_cell_is_told_by_the_names_of_its_row_and_column():
    table = sheet(("Mon Tue Wed", 80, 10), ("9:00", 10, 60), ("10:00", 10, 110), ("11:00", 10, 160))
    box = crossing(table, "the cell of Tue at 10:00")
    assert box is not None and box.contains(Point(145, 120))
    prices = sheet(
        ("Item", 10, 10), ("Price", 150, 10), ("Tea", 10, 60), ("3", 150, 60), ("Milk", 10, 110), ("5", 150, 110)
    )
    found = crossing(prices, "the price of Milk")
    assert found is not None and found.contains(Point(155, 120))
    assert crossing(prices, "the button Save") is None


def test_the_first_row_of_a_table_is_not_that_of_its_heads():
    table = sheet(
        ("Item", 10, 10), ("Price", 150, 10), ("Tea", 10, 60), ("3", 150, 60), ("Milk", 10, 110), ("5", 150, 110)
    )
    first, last = nth_row(table, "the first row"), nth_row(table, "the last row of the table")
    assert first is not None and first.y == 60
    assert last is not None and last.y == 110


def test_a_bar_is_what_stands_over_its_name():
    blue = (85, 153, 204)
    chart = sheet(
        ("Mon", 20, 220), ("Tue", 80, 220), patches=((Rect(22, 100, 40, 118), blue), (Rect(82, 60, 40, 158), blue))
    )
    box = bar(chart, "the bar of Tue in the chart")
    assert box is not None and box.contains(Point(100, 150))


def test_what_is_shown_is_read_and_what_is_said_is_typed():
    for told in ("the code shown below", "the word you see in the picture", "the number on the page"):
        assert SHOWN.fullmatch(bare(told)) is not None
    assert SHOWN.fullmatch("the number 39") is None


def test_the_darkest_is_told_among_things_of_one_size_only():
    shades = [(90, 20, 20), (170, 60, 60), (30, 10, 10), (230, 150, 150)]
    squares = tuple((Rect(20 + 60 * i, 40, 40, 30), shade) for i, shade in enumerate(shades))
    drawn = sheet(("Shades of red", 10, 5), patches=(*squares, (Rect(20, 200, 200, 60), (5, 5, 5))))
    darkest, palest = by_shade(drawn, "the darkest square"), by_shade(drawn, "the palest square")
    assert darkest is not None and darkest.contains(Point(160, 55))
    assert palest is not None and palest.contains(Point(220, 55))
    assert by_shade(drawn, "the lightest parcel") is None  # that is weighed


def test_the_last_name_of_a_list_without_a_heading_is_its_lowest_line():
    names = sheet(("Choose a name", 80, 5), ("Anna", 10, 40), ("Boris", 10, 70), ("Chloe", 10, 100))
    last, second = nth_entry(names, "the last name"), nth_entry(names, "the second entry of the list")
    assert last is not None and last.y == 100
    assert second is not None and second.y == 70
    assert nth_entry(names, "the last button") is None
