"""Deeds that need what nothing before them can have said, and a page's boxes that a button carries out."""

from __future__ import annotations

import pytest

from deskhand.guard.consequence.lacking import lacks
from deskhand.guard.consequence.pressing import press
from deskhand.guard.evidence import Evidence, Thing
from deskhand.guard.interface import Place
from deskhand.screen.geometry import Rect

MILD = ("observe", "navigate", "edit", "save")
WEB = Place("Chromium", "Wallet - Chromium", "https://www.site.example/x")


def page(*things: Thing | str, place: Place = WEB, dialog: str = "", near: tuple[str, ...] = ()) -> Evidence:
    form = tuple(
        Thing(one, "push button", Rect(40, 40 * at, 90, 30), known="tree") if isinstance(one, str) else one
        for at, one in enumerate(things)
    )
    return Evidence(place, target=form[-1], form=form, dialog=dialog, near=near)


def field(label: str, at: int = 900) -> Thing:
    return Thing(label, "text", Rect(40, at, 300, 30), known="tree", states=frozenset({"editable"}))


def of(evidence: Evidence) -> bool:
    return bool(lacks(evidence.target, evidence.target.label, evidence))


@pytest.mark.parametrize("label", ["Share", "Top up", "Refer a friend", "Request money", "送金", "友だちを招待"])
def test_a_bare_verb_with_no_field_before_it_only_opens(label: str) -> None:
    assert of(page("Menu", label))
    assert press(page("Menu", label).target, page("Menu", label)).consequence in MILD
    assert of(page(field("Search"), label))
    assert not of(page(field("To whom or how much"), label))
    assert not of(page("Menu", label, place=Place("x", "Wallet")))
    assert not of(page("Menu", label, dialog="Share with 3 people?"))


@pytest.mark.parametrize(
    "label", ["Change limit", "Update phone number", "Add member", "Message the surgery", "座席を変更"]
)
def test_what_changes_adds_or_writes_still_has_to_be_told_what(label: str) -> None:
    assert of(page("Menu", label)) and press(page("Menu", label).target, page("Menu", label)).consequence in MILD
    assert not of(page(field("New value"), label))


@pytest.mark.parametrize(
    "label", ["Change to this plan", "Add to my bill", "Change PIN", "Add access key", "口座を変更", "Update now"]
)
def test_what_says_to_what_or_lets_somebody_in_lacks_nothing(label: str) -> None:
    assert not of(page("Menu", label))


@pytest.mark.parametrize("label", ["Send", "Withdraw", "Buy", "送る"])
def test_of_deeds_in_a_row_none_ends_the_form(label: str) -> None:
    assert of(page("Request", "Exchange", label))
    assert not of(page("Cancel", label))
    assert not of(page(field("Amount"), "Request", label))


@pytest.mark.parametrize("label", ["Refund £28.00", "Share with family", "Buy it now", "全額返金する"])
def test_what_says_to_whom_or_how_much_lacks_nothing(label: str) -> None:
    assert not of(page("Menu", "Exchange", label))


def test_nothing_is_said_of_a_page_that_tells_nothing_or_where_return_is_pressed_in_a_field() -> None:
    share = Thing("Share", "push button", known="tree")
    assert not lacks(share, "Share", Evidence(WEB, target=share)) and not of(page("Share"))
    with_return = page("Share", field("Name"))
    assert not lacks(with_return.form[0], "Share", with_return)
    assert not of(page("Menu", "Share", near=("Bea requests access to Minutes",)))


@pytest.mark.parametrize("told", ["This submission is my own, original work", "この提出物は自分で作成したものです"])
def test_what_is_said_to_be_ones_own_is_a_statement(told: str) -> None:
    box = Thing(told, "check box", Rect(40, 40, 20, 20), known="tree")
    assert press(box, Evidence(WEB, target=box, form=(box,))).consequence == "accept"
