"""Questions that all rows together answer: the most, the latest, how many, what they make; and yes or no."""

from __future__ import annotations

import pytest

from deskhand.models.local.behind.asking import asked
from deskhand.models.local.behind.counting import records
from deskhand.models.local.behind.questions import of_the_whole
from deskhand.models.local.behind.summary import summed_up
from deskhand.models.local.behind.table import table_in
from deskhand.models.local.behind.whether import is_whether, whether
from deskhand.models.local.behind.whole import is_a_name, whole

SHOP = ["Item,Supplier,Price", "Hammer,Toolbox,18.5", "Sandpaper,Toolbox,2.75", "Bucket,Marsh,8.1", "Screws,Marsh,3.2"]
CLUB = ["Name,Town,Joined", "Abel,Leeds,2024-05-02", "Corbin,Ripon,2026-02-08", "Doyle,Leeds,2025-09-30"]
LOG = ["05-14 03:00:07 INFO well", "05-14 04:03:07 ERROR disk not ready", "05-14 05:30:07 ERROR disk not ready"]
BUSES = ["Bus 14", "Harbour to Station", "7:05", "17:15", "22:35", "20:10"]
LIST = ["名簿", "佐藤 京都", "鈴木 大阪", "高橋 京都", "田中 神戸"]
AGES = ["氏名,年齢", "松田,34", "藤田,67", "桜井,45"]
BILL = ["Costs", "Train: 184", "Hotel: 720", "Meals: 295.50"]


def told(question: str, rows: list[str]) -> str:
    wanted = asked(question)
    assert wanted is not None
    of = whole(wanted.plain)
    assert of is not None and not is_a_name(of, rows)
    return summed_up(of, wanted, rows)


@pytest.mark.parametrize(
    "question, rows, answer",
    [
        ("Which item is the cheapest?", SHOP, "Sandpaper (2.75)"),
        ("Which item of Marsh is the most expensive?", SHOP, "Bucket (8.1)"),
        ("What is the highest price?", SHOP, "18.5 (Hammer)"),
        ("Who joined last?", CLUB, "Corbin (2026-02-08)"),
        ("Who of the members from Leeds joined first?", CLUB, "Abel (2024-05-02)"),
        ("At what time did the first ERROR happen?", LOG, LOG[1]),
        ("When does the last bus leave?", BUSES, "22:35"),
        ("いちばん年上の人は誰ですか。", AGES, "藤田 (67)"),
        ("最年少は誰ですか。", AGES, "松田 (34)"),
        ("How many members live in Leeds?", CLUB, "2"),
        ("How many members does the list have?", CLUB, "3"),
        ("京都の人は何人いますか。", LIST, "2"),
        ("What do all the costs add up to?", BILL, "1199.50"),
        ("What is the average price?", SHOP, "8.14"),
    ],
)  # fmt: skip
def test_all_rows_together_answer(question: str, rows: list[str], answer: str):
    assert told(question, rows) == answer


@pytest.mark.parametrize(
    "question, rows",
    [
        ("How many members live in Hull?", CLUB),  # of a town that stands nowhere nothing is said
        ("Which item is the largest?", ["Item,Width,Height", "A,1,2", "B,2,1", "C,1,1"]),  # two measures
        ("How many eggs are needed?", ["Pancakes", "eggs: 4", "milk: 300 ml"]),  # its row holds the number
    ],
)
def test_what_the_rows_do_not_say_is_not_told(question: str, rows: list[str]):
    assert told(question, rows) == ""


def test_the_word_itself_may_be_a_name():
    of = whole("What is the total?")
    assert of is not None and is_a_name(of, ["Tea 3", "Total 7"]) and not is_a_name(of, ["Tea 3", "Milk 4"])
    assert whole("By what time do guests leave on the last day?") is None
    assert whole("What is the phone number of the plumber?") is None


def test_a_text_is_no_table():
    assert table_in(["Dear Ana, how are you?", "We go on Friday.", "Best wishes, Tom"]) is None
    table = table_in(["Our list", "Name\tAge", "Ana\t31", "Bob\t58"])
    assert table is not None and table.head == ("Name", "Age") and table.column(1) == ("31", "58")


@pytest.mark.parametrize(
    "question, rows, answer",
    [
        ("Is Peter Lind on the guest list?", ["Guests", "Petra Lindt", "Peter Lind"], (True, "Peter Lind")),
        ("Is Peter Lind on the guest list?", ["Guests", "Petra Lindt", "Olaf Dahl"], (False, "")),
        ("Does the list contain sunscreen?", ["Packing", "tent", "boots"], (False, "")),
        ("リストに「牛乳」は入っていますか。", ["卵", "牛乳 2本"], (True, "牛乳 2本")),
        ("Is the museum open on Mondays?", ["Tuesday 10-17", "Saturday 9-18"], None),  # it says nothing of Mondays
    ],
)
def test_yes_or_no(question: str, rows: list[str], answer: tuple[bool, str] | None):
    assert is_whether(question) and whether(question, rows) == answer


def test_what_asks_for_a_value_is_no_yes_or_no():
    assert not is_whether("What is the fee?") and not is_whether("会費はいくらですか。")
    assert not is_whether("アクセス権はどうなっていますか。")


def test_records_are_counted_by_the_line_that_each_has():
    rows = ["1", "00:01:00 --> 00:01:02", "Hello, 2 subtitles", "2", "00:01:05 --> 00:01:07", "Bye"]
    assert records("How many subtitles does it have?", "srt", rows) == 2
    assert records("How many subtitles does it have?", "txt", rows) is None


def test_what_goes_to_the_file_at_once():
    assert of_the_whole("Which item in prices.csv is the cheapest?") and of_the_whole("会員は何人いますか。")
    assert not of_the_whole("Open the terminal and tell me how many lines log.txt has.")  # the person says where
    assert not of_the_whole("Tell me how many matches [A-Z]{3} has in visits.txt.")  # no word, but a pattern
    assert not of_the_whole("What is the fee in club.pdf?")
