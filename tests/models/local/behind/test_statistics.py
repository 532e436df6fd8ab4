"""What a column comes to, and that nothing is told where a word of the question is not accounted for."""

from datetime import date

import pytest

from deskhand.models.local.behind.asking import asked
from deskhand.models.local.behind.databases import meant_in
from deskhand.models.local.behind.dated import days_from_today, is_limited, of_day
from deskhand.models.local.behind.statistics import figured, of_all_rows

SALES = [
    "date\tregion\tamount\tunits",
    "2026-01-04\tNorth\t120\t3",
    "2026-01-09\tSouth\t80\t2",
    "2026-02-02\tNorth\t150\t4",
    "2026-03-01\tNorth\t99\t2",
]
PRICES = ["item\tprice", "pen\t100", "ink\t450", "paper\t380"]
EXAM = ["student,points,age", "1,61,19", "2,74,20", "3,58,21", "4,92,22"]


@pytest.mark.parametrize(
    ("question", "rows", "told"),
    [
        ("What is the mean amount for the region North?", SALES, "123"),
        ("What is the median of the units?", SALES, "2.5"),
        ("What is the total amount in the East region?", SALES, ""),
        ("What is the average amount in February?", SALES, "150"),
        ("What is the total amount in January 2026?", SALES, "200"),
        ("What is the total amount in January 2025?", SALES, ""),
        ("2月の amount の合計はいくらですか。", SALES, "150"),
        ("How many sales were there in January?", SALES, "2"),
        ("What is the total amount on Sundays?", SALES, "219"),
        ("How many rows have an amount over 90?", SALES, "3"),
        ("What is the sum of the amounts over 100?", SALES, "270"),
        ("変数 points の平均値を教えてください。", EXAM, "71.25"),
        ("points の中央値はいくつですか。", EXAM, "67.5"),
        ("points の最大値を教えてください。", EXAM, "92"),
        ("weight の平均値を教えてください。", EXAM, ""),
        ("age が 20 以上の人は何人ですか。", EXAM, "3"),
        ("What is the range of points?", EXAM, "34"),
        ("What is the difference between the highest and the lowest points?", EXAM, "34"),
        ("How much more does ink cost than pens?", PRICES, "350"),
        ("paper と pen の値段の差はいくらですか。", PRICES, "280"),
        ("What is the difference between ink and glue?", PRICES, ""),
    ],
)
def test_the_figure(question: str, rows: list[str], told: str) -> None:
    wanted = asked(question)
    assert wanted is not None
    assert figured(wanted, rows) == told


def test_no_row_tells_a_difference() -> None:
    assert of_all_rows("What is the difference between the highest and the lowest price?")
    assert not of_all_rows("What is the highest price?")


def test_a_row_that_adds_up_the_others_is_left_out() -> None:
    rows = ["item\tprice", "pen\t100", "ink\t450", "Total\t550"]
    wanted = asked("What is the average price?")
    assert wanted is not None
    assert figured(wanted, rows) == "275"


def test_the_table_of_a_data_base_that_is_meant() -> None:
    schema = "CREATE TABLE customers(id integer, name text);\nCREATE TABLE orders(id integer, quantity integer);\n"
    assert meant_in(schema, "orders テーブルの quantity の合計はいくつですか。") == "orders"
    assert meant_in(schema, "What is the sum of quantity?") == "orders"
    assert meant_in(schema, "How many rows are there?") == ""


def test_a_name_that_a_cell_has_is_no_programs() -> None:
    rows = ["name,city,age", "Ada,Bern,31", "Bo,Basel,54", "Cy,Bern,44", "Dee,Bern,38"]
    wanted = asked("people.csv is open in VisiData. What is the median age of the people from Bern?")
    assert wanted is not None
    assert figured(wanted, rows, "people.csv people", "VisiData Bern") == "38"
    assert figured(wanted, rows[:1] + rows[2:3] * 3, "people.csv people", "VisiData") == ""


def test_the_entries_of_a_day_from_today() -> None:
    assert days_from_today("今日の打ち合わせの場所は?") == 0
    assert days_from_today("What is on tomorrow?") == 1
    assert days_from_today("What is on 4 May?") is None
    assert is_limited("How many events are there in May?")
    assert not is_limited("How many events are there?")
    rows = ["打ち合わせ\t2026-11-23 14:00\t別館", "打ち合わせ\t2026-11-22 14:00\t本館"]
    assert of_day(rows, date(2026, 11, 23)) == rows[:1]
