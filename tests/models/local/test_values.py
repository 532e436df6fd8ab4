"""Values off a screen without a label of their own, numbers in columns, and the part of a line that is meant."""

from __future__ import annotations

import pytest

from deskhand.models.local.skills.commands.operations import scaling
from deskhand.models.local.skills.figures import delimited, in_column
from deskhand.models.local.skills.line_parts import part_of
from deskhand.models.local.skills.listing import names_in
from deskhand.models.local.skills.measures import measure
from deskhand.models.local.skills.reading import in_large_print
from deskhand.models.local.skills.results import found_rows
from deskhand.models.local.skills.shapes import shaped
from deskhand.screen.geometry import Rect, Size
from deskhand.vision.scene import Scene, TextLine


@pytest.mark.parametrize(
    ("name", "line", "value"),
    [
        ("code point", "U+2614 UMBRELLA WITH RAIN DROPS", "U+2614"),
        ("width", "poster.png 618 x 407 868 bytes 100.0%", "618"),
        ("高さ", "poster.png 618 × 407", "407"),
        ("how many pixels wide and how many pixels high", "poster.png 618 x 407 868 bytes", "618 x 407"),
        ("hex code", "Hue 207 #4682B4 Saturation 61", "#4682B4"),
        ("フォルダの名前", "keiyaku.txt 7 bytes Shared/Shigoto/Kako", "Shared/Shigoto/Kako"),
        ("price", "Bread 3.20", "3.20"),
        ("price", "from 3.20 to 4.50", ""),  # two: which is meant cannot be told
        ("colour", "618 x 407", ""),
        ("打ち合わせの場所", "11/22/26", ""),  # a date is no path
        ("番号", "No. 5906", "5906"),
        ("phone number", "No. 5906", ""),
    ],
)
def test_a_value_is_known_by_how_it_is_written(name: str, line: str, value: str) -> None:
    assert shaped(name, [line]) == value


def _lines(*entries: tuple[str, int, int, int]) -> list[TextLine]:
    return [TextLine(text, Rect(x, y, width, 10), 1.0) for text, x, y, width in entries]


def test_numbers_at_the_right_end_of_a_column_are_not_taken_for_the_next_ones() -> None:
    lines = _lines(
        ("Item", 209, 290, 34), ("Price", 296, 290, 37), ("Stock", 393, 290, 33),
        ("Bread", 208, 313, 41), ("3.20", 360, 313, 27), ("14", 463, 313, 15),
        ("Tea", 207, 333, 27), ("4.10", 360, 333, 27), ("28", 462, 333, 15),
    )  # fmt: skip
    assert [line.text for line in in_column(lines, lines[1].box)] == ["3.20", "4.10"]
    assert [line.text for line in in_column(lines, lines[2].box)] == ["14", "28"]


def test_the_names_of_a_list_are_read_without_its_heading_and_its_other_columns() -> None:
    lines = _lines(
        ("Location:", 343, 280, 50), ("Filename", 548, 316, 60), ("Original Size", 730, 316, 80),
        *((f"shorui-0{n}.txt", 568, 316 + 25 * n, 80) for n in range(1, 8)),
        *(("3", 730, 316 + 25 * n, 6) for n in range(1, 8)),
        ("17 files", 341, 580, 60),
    )  # fmt: skip
    found = names_in(Scene(Size(1280, 800), tuple(lines), ()), Rect(340, 190, 600, 410))
    assert [line.text for line in found] == [f"shorui-0{n}.txt" for n in range(1, 8)]


@pytest.mark.parametrize(
    ("line", "old", "part"),
    [
        ("Soup    3.80", "3.80", (8, 12)),
        ("Soup    3.80", "", (8, 12)),
        ("hitori=", "", None),
        ("one two one", "one", None),
        ("Meet Ann", "ann", (5, 8)),
    ],
)
def test_the_part_of_a_line_that_changes_must_be_clear(line: str, old: str, part: tuple[int, int] | None) -> None:
    assert part_of(line, old) == part


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("2026-03-09", "2026-11-01"), ("31.12.2025", "01.01.2026"), ("12 May 2024", "3 Jun 2024"),
        ("2026-03-09 08:05", "2026-03-09 17:40"), ("9 KB", "1.2 MB"), ("1,280円", "2,000円"),
        ("2025年9月3日", "2025年10月1日"),
    ],
)  # fmt: skip
def test_days_sizes_and_prices_are_compared_by_what_they_mean(earlier: str, later: str) -> None:
    one, other = measure(earlier), measure(later)
    assert one is not None and other is not None and one < other


def test_a_column_is_found_in_rows_parted_by_commas() -> None:
    lines = _lines(("Item,Price,Stock", 10, 10, 90), ("Bread,3.20,14", 10, 30, 80), ("Tea,4.10,28", 10, 50, 70))
    assert [(one.row, str(one.value)) for one in delimited(lines, "stock")] == [("Bread", "14"), ("Tea", "28")]


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        (["Search terms:", "Matches:", "Ready."], ["Search terms: deposit", "Matches:", "Ready."], ()),
        (["Matches:", "Ready."], ["deposit >", "Matches: lease-b.odt", "Ready."], ("Matches: lease-b.odt",)),
        (["Sun Mon Tue"], ["deposit", "Date Text", "2025-03-14 a deposit paid"], ("2025-03-14 a deposit paid",)),
    ],
)  # fmt: skip
def test_what_a_search_found_is_neither_its_field_nor_what_was_there_before(
    before: list[str], after: list[str], found: tuple[str, ...]
) -> None:
    assert found_rows(before, after, "deposit") == found


def test_a_number_in_large_print_is_the_pages_own() -> None:
    small = [TextLine("No. 4417", Rect(20, 40, 24, 7), 1.0), TextLine("No. 8263", Rect(90, 40, 24, 7), 1.0)]
    assert in_large_print("番号", [*small, TextLine("No. 5906", Rect(300, 90, 180, 40), 1.0)]) == "5906"
    assert in_large_print("番号", small) == ""


@pytest.mark.parametrize(
    ("words", "labels", "chosen"),
    [
        ("画像 サイズ変更", ["Operation", "Resize", "Scale", "Smooth Scale"], "Scale"),
        ("resize image", ["Resize", "OK"], ""),
        ("resize canvas", ["Resize", "Scale"], ""),
        ("rotate image", ["Resize", "Scale"], ""),
    ],
)
def test_what_is_on_a_picture_grows_with_it_unless_its_canvas_is_meant(
    words: str, labels: list[str], chosen: str
) -> None:
    assert scaling(words, labels) == chosen
