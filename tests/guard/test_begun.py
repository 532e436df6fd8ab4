"""What is only chosen or begun, and mild words that are grave where money, secrets, papers or meetings are at stake."""

from __future__ import annotations

from dataclasses import replace

import pytest

from deskhand.guard.consequence.keyboard import text_typed
from deskhand.guard.consequence.pressing import press
from deskhand.guard.consequence.prompts import letters
from deskhand.guard.evidence import Evidence, Thing
from deskhand.guard.interface import Consequence, Place

MILD = ("observe", "navigate", "edit", "save")


def does(
    label: str, title: str, *form: Thing | str, role: str = "push button", near: tuple[str, ...] = (), web: bool = False
) -> Consequence:
    own = Thing(label, role, known="tree")
    things = tuple(Thing(one, "push button", known="tree") if isinstance(one, str) else one for one in form)
    place = Place("Chromium", f"{title} - Chromium", "https://www.site.example/x") if web else Place("x", title)
    return press(own, Evidence(place, target=own, near=near, form=(*things, own))).consequence


KEPT = Thing("Password", "password text", value="••••••••", known="tree")


@pytest.mark.parametrize("label", ["Show password", "Export…", "Share entry…"])
def test_a_list_of_passwords_is_known_by_its_buttons(label: str) -> None:
    assert does(label, "Gas board – Burr", KEPT, "Copy user name", "Generate") == "sign_in"
    assert does(label, "Gas board – Burr", KEPT, "Copy user name", "Sign in") in MILD, "a window for signing in"


@pytest.mark.parametrize(
    ("label", "title", "elsewhere"),
    [("Pause", "Standing orders – Fenbank", "Kestrel – Fenplayer"), ("Skip next payment", "Direct debits", "Photos"),
     ("停止", "自動振替 – みぎわ銀行", "ラジオ")],
)  # fmt: skip
def test_what_holds_up_money_is_no_pause_of_music(label: str, title: str, elsewhere: str) -> None:
    assert does(label, title, "Close") == "settings" and does(label, elsewhere, "Close") in MILD


def test_a_paper_to_be_signed() -> None:
    for label in ("Add initials", "Decline", "署名を挿入"):
        assert does(label, "Lease.pdf – Quire", near=("By signing you agree to the terms",)) == "accept"
        assert does(label, "Lease.pdf – Quire", near=("Page 3 of 9",)) in MILD


def test_what_begins_to_cost_or_to_be_trusted() -> None:
    assert does("Try 30 days", "Teasel – Store") == "accept" and does("Start free trial", "Teasel – Store") == "pay"
    assert does("Add to my bill", "Your plan", web=True) == "pay" and does("Add to my list", "Plan", web=True) in MILD
    assert does("Import public key…", "Sources") == "settings" and does("Import theme", "Looks") in MILD
    limit = Thing("Most a month", "entry", known="tree")
    assert does("Save cap", "Your plan", limit, web=True) == "settings" and does("Save cap", "Hats", web=True) in MILD


def test_the_original_of_a_picture_and_pages_already_made() -> None:
    assert does("Save", "beach.jpg – Pastel", role="menu item") == "delete"
    assert does("Save", "letter.odt – Quill", role="menu item") in MILD
    assert does("Save As…", "beach.jpg – Pastel", role="menu item") in MILD
    assert does("Start over", "Platen", "Scan", "Save") == "delete" and does("Start over", "Setup", "Next") in MILD


def test_who_may_come_in_is_set_at_once_and_a_network_that_is_turned_on() -> None:
    assert does("Participants can unmute", "Parents – Roundtable", "Mute all", role="check box") not in MILD
    assert does("Enable Wi-Fi", "Network", "Connect", role="check box") == "settings"


@pytest.mark.parametrize(
    ("label", "title"),
    [("Return or replace items", "Your orders"), ("Seat 12C, extra legroom, £24", "Choose seats"),
     ("Share listing", "Pushchair"), ("Propose a different time", "Dentist"), ("返品・交換", "注文履歴")],
)  # fmt: skip
def test_what_is_only_chosen_or_begun_is_free(label: str, title: str) -> None:
    assert does(label, title, web=True) in MILD


def test_what_stays_as_it_is_and_what_was_not_handed_in_yet() -> None:
    assert does("無料版のまま使う", "ライセンス", "購入") in MILD
    assert does("全員へ返信", "受信メール", "転送") in MILD
    assert does("Remove essay.docx", "Essay 2", "Submit assignment", web=True) in MILD
    assert does("Remove essay.docx", "My files", web=True) == "delete"
    assert does("Remove", "Home", "Add friend", web=True) in MILD and does("Remove", "Team", web=True) == "delete"


def test_words_typed_where_a_switch_has_the_keyboard_go_to_the_password_that_stands_there() -> None:
    switch = Thing("Wi-Fi", "toggle button", known="tree")
    beside = Evidence(Place("x", "Networks"), target=switch, form=(switch, Thing("Password", "password text")))
    assert text_typed("six-lamps", beside)[0].consequence == "sign_in"
    assert text_typed("six-lamps", replace(beside, form=(switch,)))[0].consequence == "edit"


def test_letters_beside_what_was_read_as_a_nought() -> None:
    read = ("Y or I : install the new one", "N or 0 : keep yours", "a.conf (Y/I/N/O) ?")
    assert letters(read)["n"] == "keep yours"
