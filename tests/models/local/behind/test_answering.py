"""A row of a text answers a question, or nothing does."""

from __future__ import annotations

import pytest

from deskhand.models.local.behind.answering import answer
from deskhand.models.local.behind.asking import asked, days_in, only_asks
from deskhand.models.local.behind.counting import counted

VILLAGE = ["Our village", "Market: Saturday", "Choir: Friday 19:00", "Rubbish: Wednesday", "Library: Monday, Thursday"]
WEATHER = ["1 March  16.3 C", "28 May  14.7 C", "29 May  23.9 C", "30 May  23.0 C"]
CLUB = ["Club rules", "Fee", "Members pay 3,650 yen a month", "Children pay 2,400 yen", "Fine for late return: 500 yen"]
TOWNS = ["City\tPeople\tArea", "Osaka\t2700000\t225", "Kyoto\t1460000\t828"]
RECIPES = ["Pancakes", "200 g flour", "2 eggs", "300 ml milk", "Omelette", "4 eggs", "butter"]
MEMBERS = ["氏名 部屋", "佐藤 101", "鈴木 203", "高橋 305"]


@pytest.mark.parametrize(
    "question, rows, told",
    [
        ("On which day is the rubbish collected? It stands in village.pdf, open in apvlv.", VILLAGE, VILLAGE[3]),
        ("When does the choir meet?", VILLAGE, VILLAGE[2]),
        ("The file weather.txt is open in tilde. Which temperature is noted there for 29 May?", WEATHER, WEATHER[2]),
        ("5月28日の気温は何度ですか。", WEATHER, WEATHER[1]),
        ("katarakt で開いている club.pdf に書かれた会費(Fee)はいくらですか。", CLUB, CLUB[2]),
        ("Calligra Sheets で開いている表の、Osaka の人数(People)を教えてください。", TOWNS, "2700000"),
        ("How large is the area of Kyoto?", TOWNS, "828"),
        ("How many eggs do I need for the pancakes in recipes.txt?", RECIPES, "2 eggs"),
        ("members.txt の中の、鈴木さんの部屋番号を教えてください。", MEMBERS, "203"),
        ("Who waters the garden on 3 June?", ["2 June: Ana", "3 June: Bob", "4 June: Eve"], "3 June: Bob"),
    ],
)  # fmt: skip
def test_the_row_that_answers_is_told(question: str, rows: list[str], told: str):
    found = answer(question, rows)
    assert found is not None and found.text == told


RECORDS = [
    "[0]", "name=Carla Duarte", "email=carla@example.org", "phone=253 118 204", "city=Braga",
    "[1]", "name=Rosa Marin", "email=rosa@example.org", "phone=253 118 999", "city=Porto",
]  # fmt: skip


def test_a_record_of_one_field_a_row():
    found = answer("Rosa Marin さんの住んでいる町(City)を調べて教えてください。", RECORDS)
    assert found is not None and found.text == "city=Porto"
    other = answer("What is Carla Duarte's phone number?", RECORDS)
    assert other is not None and other.text == "phone=253 118 204"


@pytest.mark.parametrize(
    "question, rows",
    [
        ("When does the swimming pool open?", VILLAGE),  # nothing there says so
        ("What does the window show?", VILLAGE),  # nothing definite
        ("How many yen does it cost?", ["It costs 5 yen", "It costs 6 yen"]),  # two rows say so
        ("What is the phone number of the choir?", VILLAGE),  # its row holds none
    ],
)
def test_nothing_is_told_for_certain(question: str, rows: list[str]):
    assert answer(question, rows) is None


def test_days_are_the_same_in_any_form():
    assert {*map(days_in, ("29 May", "May 29th", "2026-05-29", "5月29日", "the 29th of May"))} == {frozenset({(5, 29)})}
    assert not days_in("31 June") and not days_in("2 of 4")


def test_a_page_is_named():
    wanted = asked("Which fee stands on page 4 of club.pdf?")
    assert wanted is not None and wanted.page == 4


@pytest.mark.parametrize(
    "wish, asks",
    [
        ("On which day is the rubbish collected? It stands in village.pdf, which is open in apvlv.", True),
        ("members.txt を joe で見て、鈴木さんの部屋の番号を答えて。", True),
        ("Look at notes.txt and tell me the code of the gate.", True),
        ("Could you close the calculator window and keep the text editor open?", False),
        ("Enter #2e8b57 in the colour picker and tell me red, green and blue.", False),
        ("memo.txt の名前を変えてもらえますか。", False),
        ("Soup is 4.50 now. Please correct that in menu.txt, which is open in SciTE, and save.", False),
    ],
)
def test_whether_nothing_but_an_answer_is_wanted(wish: str, asks: bool):
    assert only_asks(wish) is asks


def test_words_lines_and_how_often():
    rows = ["one two three", "two four"]
    assert counted("How many words does speech.fodt have?", rows) == 5
    assert counted("How often does “two” stand in speech.txt?", rows) == 2
    assert counted("Which word comes first?", rows) is None


def test_a_day_that_the_text_does_not_have_is_not_answered():
    minutes = ["January: budget 1200 approved", "February: budget 950 approved", "March: budget 1430 approved"]
    assert answer("Which budget was approved in April?", minutes) is None
    found = answer("Which budget was approved in March?", minutes)
    assert found is not None and "1430" in found.text


def test_a_label_alone_is_another_things():
    notes = [
        "保険証",
        "期限 2027年3月31日",
        "パスポート",
        "番号 TZ001",
        "期限 2029年8月14日",
        "免許証",
        "期限 2031年5月2日",
    ]
    found = answer("パスポートの期限はいつですか。", notes)
    assert found is not None and found.text == notes[4]
    assert (
        answer("パスポートの期限はいつですか。", ["パスポート", "免許証", "住所 北町", "住所 南町", notes[1]]) is None
    )


def test_the_cell_where_row_and_weekday_meet():
    rows = [
        "時間\t月\t火\t水\t木",
        "1\t国語\t算数\t理科\t体育",
        "2\t算数\t国語\t図工\t理科",
        "3\t体育\t社会\t算数\t国語",
    ]
    found = answer("水曜日の 2 時間目は何の授業ですか。", rows)
    assert found is not None and found.text == "図工"


def test_what_somebody_has_to_do_is_asked_and_not_ordered():
    assert only_asks("By what time do guests have to leave on the last day, according to guide.odt?")
    assert not only_asks("Which files are there? And then delete the largest.")


def test_a_day_may_be_written_with_its_month_first() -> None:
    rows = ["05/12/2026 @ 09:00 -> 05/12/2026 @ 10:00 |Meeting", "05/14/2026 @ 14:30 -> 05/14/2026 @ 15:10 |Dentist"]
    found = answer("At what time does the dentist appointment on 14 May 2026 begin?", rows)
    assert found is not None
    assert "14:30" in found.text
    assert days_in("14.05.2026") == {(5, 14)}
    assert days_in("04/05/2026") == {(4, 5), (5, 4)}
    assert days_in("version 10.4.12 of 1/2") == frozenset()
