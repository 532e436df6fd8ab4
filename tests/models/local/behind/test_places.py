"""Which place a question is about, and what is told of it."""

import pytest

from deskhand.models.local.behind.place import LAST, Place, place_in
from deskhand.models.local.behind.seeing import order
from deskhand.models.local.behind.there_told import beside_line, in_order, of_entry, told_among
from deskhand.models.local.behind.values import fits_kind, only_value


@pytest.mark.parametrize(
    ("question", "place"),
    [
        ("slide2.png is open. Which word stands on the picture after it?", Place("file", beside=1)),
        ("What does the previous photo show?", Place("file", beside=-1)),
        ("次の画像の幅は何ピクセルですか。", Place("file", beside=1)),
        ("一つ前の写真に書いてある言葉は何ですか。", Place("file", beside=-1)),
        ("Which word is on the first picture of its folder?", Place("file", 1)),
        ("フォルダーの最後の画像に書いてある単語は?", Place("file", LAST)),
        ("talk.pdf の 5 枚目のスライドに書いてある金額を教えて。", Place("page", 5)),
        ("How much is the deposit named on its last page?", Place("page", LAST)),
        ("「5月」シートで、家賃はいくらですか。", Place("sheet", words="5月")),
        ("What is the rent on the second sheet?", Place("sheet", 2)),
        ("3 番目の字幕は何時に始まりますか。", Place("entry", 3)),
        ('What does the line after the one with "Rinse" say?', Place("line", beside=1, words="Rinse")),
        ("「豆」の次の行には何と書いてありますか。", Place("line", beside=1, words="豆")),
    ],
)
def test_the_place_is_read(question: str, place: Place) -> None:
    assert place_in(question) == place


@pytest.mark.parametrize(
    "question",
    [
        "What is the name of the picture?",
        "Who has the next appointment after Ms Lind?",
        "How many pages does report.pdf have?",
        "次に並べ替えるのは誰ですか。",
    ],
)
def test_others_name_no_place(question: str) -> None:
    assert place_in(question) is None


def test_on_one_page_the_kind_alone_tells_the_value() -> None:
    assert (
        told_among("5 枚目のスライドに書いてある金額を教えて。", ["Third offer", "Benz: 9120 euros"])
        == "Benz: 9120 euros"
    )
    assert told_among("What is the price on slide 5?", ["One: 20 euros", "Two: 30 euros"]) == ""
    assert told_among("What is the price on slide 5?", ["Page 5 of 6", "13:05:52"]) == ""
    assert only_value("Which word stands on the next picture?", ["Harvest"]) == "Harvest"
    assert only_value("Which word stands on the next picture?", ["Harvest", "Spring"]) == ""


def test_a_clock_is_no_amount() -> None:
    assert not fits_kind("金額はいくらですか。", "5/6 00:04 00:00 13:05:52")
    assert fits_kind("金額はいくらですか。", "Benz: 9120 euros")
    assert fits_kind("How long is the song?", "3:05")


def test_names_are_put_in_order_as_viewers_do() -> None:
    assert sorted(["p10.png", "P2.png", "p1.png"], key=order) == ["p1.png", "P2.png", "p10.png"]


def test_the_line_beside_another() -> None:
    rows = ["Soak", "Rinse twice", "", "Simmer"]
    assert beside_line(rows, Place("line", beside=1, words="rinse")) == "Simmer"
    assert beside_line(rows, Place("line", beside=-1, words="Soak")) == ""
    assert beside_line([*rows, "Rinse"], Place("line", beside=1, words="Boil")) == ""


def test_a_cell_of_an_entry() -> None:
    head, row = "number 番号\tbegins 開始\tends 終了\ttext 字幕", "3\t00:00:11,750\t00:00:14,000\tコート"
    assert of_entry("When does the third subtitle end?", head, row) == "00:00:14,000"
    assert of_entry("3 番目の字幕の開始は?", head, row) == "00:00:11,750"


def test_the_one_value_of_a_page_is_not_another_things() -> None:
    assert told_among("What is the price of the boat on page 3?", ["Deposit: 450 euros"]) == ""
    assert told_among("3 ページ目の手付金はいくらですか。", ["Deposit: 450 euros"]) == "Deposit: 450 euros"
    assert told_among("How much is the deposit on page 3?", ["Deposit: 450 euros"]) == "Deposit: 450 euros"


def test_the_last_event_is_the_latest_one() -> None:
    table = ["title\tbegins 開始", "Choir\t2026-05-20 18:30", "Dentist\t2026-05-14 14:30"]
    assert in_order(table, "ics")[-1].startswith("Choir")
    assert in_order(table, "vcf") == []
    assert in_order(table, "srt") == table
