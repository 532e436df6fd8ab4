"""Labels that no list has, understood by a reader that was taught by examples; and where lists and structure stand."""

from __future__ import annotations

import pytest

from deskhand.desktop.actions import Click, Key
from deskhand.desktop.interface import Element
from deskhand.guard.consequence import judge
from deskhand.guard.consequence.labels import meaning_of
from deskhand.guard.consequence.learned import ROOM, learned, row
from deskhand.guard.consequence.seen import Seen, seen
from deskhand.guard.evidence import Evidence, Thing
from deskhand.guard.interface import Place
from deskhand.guard.policy import Policy
from deskhand.messages import ToolUse
from deskhand.screen.geometry import Point, Rect
from deskhand.tools.interface import Proposal


def asks(label: str, title: str, near: tuple[str, ...], role: str = "push button", program: str = "Chromium") -> bool:
    thing = Thing(label, role, known="tree")
    web = program == "Chromium"
    place = Place(program, f"{title} - Chromium" if web else title, "https://www.site.example/x" if web else "")
    evidence = Evidence(place, target=thing, form=(thing,), near=near, texts=(title, *near, label))
    proposal = Proposal(ToolUse("t", "computer", {}), "computer", "act", "Act", Click(Point(5, 5)))
    return Policy.preset("careful").verdict(judge(proposal, evidence)).outcome == "ask"


ASKED = (
    ("Wave the driver over", "Ride – Hopalong", ("Driver: Maja, 4 min away", "Fare 12.40 €")),
    ("買付", "株式注文 – あおば証券", ("現在値 1,284円", "買付余力 182,400円", "100株")),
)
FREE = (
    ("Rainfall by month", "Weather station – Alm 3", ("12.4 mm", "Wind", "Snow depth")),
    ("更新", "計器の一覧", ("気温", "湿度", "前日")),
    ("Run", "Sales board – Barn", ("Query", "Last 7 days", "Chart")),
)


@pytest.mark.parametrize(("label", "title", "near"), ASKED)
def test_words_that_no_list_has_are_asked_about_where_they_matter(label: str, title: str, near: tuple[str, ...]):
    assert asks(label, title, near)


@pytest.mark.parametrize(("label", "title", "near"), FREE)
def test_words_that_no_list_has_pass_where_they_do_not(label: str, title: str, near: tuple[str, ...]):
    assert not asks(label, title, near)


LISTS = (
    ("Who sees old posts", "Safety – Murmurly", True),
    ("Number of tickets", "Quartet – Stageleft", False),
    ("並べ替え", "蔵書検索 - 市立図書館", False),
)


@pytest.mark.parametrize(("label", "title", "wanted"), LISTS)
def test_another_choice_is_asked_about_where_it_sets_something(label: str, title: str, wanted: bool):
    thing = Thing(label, "combo box", known="tree")
    place = Place("Chromium", f"{title} - Chromium", "https://www.site.example/x")
    proposal = Proposal(ToolUse("t", "computer", {}), "computer", "act", "Act", Key("Down"))
    finding = judge(proposal, Evidence(place, target=thing, form=(thing,), near=(label,), texts=(title, label)))
    assert (Policy.preset("careful").verdict(finding).outcome == "ask") is wanted


def test_a_kind_of_file_with_the_name_of_a_system_installs_nothing():
    assert not asks("Win", "a.txt - JuffEd", (), role="menu item", program="editor")


def test_a_sum_of_money_between_accounts_is_no_search():
    field = Thing("", "entry", caption="From Current to Savings £", value="50", known="tree")
    pays = Thing("Move money", "push button", known="tree")
    place = Place("Chromium", "Overview - Chromium", "https://www.bank.example/")
    evidence = Evidence(place, target=field, presses=pays, form=(field, pays), texts=("Overview", "Move money"))
    proposal = Proposal(ToolUse("t", "computer", {}), "computer", "act", "Act", Key("Return"))
    assert judge(proposal, evidence).consequence == "pay"


def test_what_is_read_is_the_page_and_not_the_browser_around_it():
    def element(role: str, name: str, y: int, page: str = "") -> Element:
        return Element(role, name, Rect(10, y, 80, 20), page=page)

    page = "https://www.site.example/x"
    elements = (
        element("push button", "Reload", 10),
        element("heading", "Your order", 100, page),
        element("heading", "Payment", 200, page),
        element("static", "Total 30 €", 260, page),
        element("heading", "Questions", 500, page),
    )
    thing = Thing("Go", "push button", Rect(10, 300, 80, 20), known="tree")
    evidence = Evidence(
        Place("Chromium", "Checkout - Chromium", page), target=thing, near=("Reload", "Total 30 €"), elements=elements
    )
    assert seen(thing, evidence) == Seen(
        "web", "button", "Go", "Checkout", around=("Payment", "Your order", "Total 30 €")
    )


def test_any_text_can_be_read():
    for label in ("", "\ufffc", "→" * 300, "あ" * 300, "x " * 300):
        given, end = row(Seen("web", "button", label, label, label, (label,) * 9))
        assert len(given) <= sum(ROOM) + 4 and 1 < end < len(given)
    said = learned(Seen("program", "menu item", "Paste", "notes.txt - Editor"))
    assert 0 <= said.ask <= 1 and sum(said.means.values()) == pytest.approx(1, abs=1e-4)


def test_a_wish_for_a_new_empty_file_deletes_nothing():
    meaning = meaning_of("New Empty File…")
    assert meaning is not None and meaning.consequence == "edit"
    assert not asks("Empty File…", "notes", ("Folder…",), "menu item", "Pcmanfm")


def test_a_price_with_words_is_a_purchase():
    assert asks("レンタル 400円", "シェアサイクル", ("ポート 芝公園",))
    assert not asks("1,000円以下", "シェアサイクル", ("しぼりこみ",))
