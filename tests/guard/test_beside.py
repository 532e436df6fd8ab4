"""Mild words beside something that makes them grave, and the same words where they stay mild."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from deskhand.desktop.actions import Action, Click, Key
from deskhand.guard.consequence import judge
from deskhand.guard.evidence import Evidence, Thing
from deskhand.guard.interface import Consequence, Place
from deskhand.messages import ToolUse
from deskhand.screen.geometry import Point
from deskhand.tools.interface import Proposal

PAGE = Place("Chromium", "Somewhere - Chromium", "https://www.site.example/x")
PROGRAM = Place("Panel", "Panel")
PASSWORD = Thing("Password", "password text", known="tree")
KEPT = Thing("Password", "password text", value="••••••••", known="tree")
NOTE = Thing("Your message", "text area", value="So kind.", known="tree")
SIGNED = Thing("Signed", "entry", known="tree")


@dataclass(frozen=True)
class Spot:
    place: Place
    near: tuple[str, ...] = ()
    form: tuple[Thing, ...] = field(default=())
    dialog: str = ""


GREENHOUSE = Spot(PROGRAM, ("Window: shut. 14 °C.",))
MEETING = Spot(PAGE, ("Allotment meeting", "Raise hand"))
TABLE = Spot(PAGE, ("shop › orders", "SQL", "2,118 rows"))


@pytest.mark.parametrize(
    ("label", "grave", "does", "mild"),
    [
        ("Open my mailbox", Spot(PAGE, form=(PASSWORD,)), "sign_in", Spot(PAGE)),
        ("Show", Spot(PAGE, form=(KEPT,)), "sign_in", Spot(PAGE, form=(PASSWORD,))),
        ("Open window", GREENHOUSE, "settings", Spot(PROGRAM)),
        ("Answer", Spot(PROGRAM, dialog="Incoming call Kit is ringing"), "send", Spot(PROGRAM, ("Chapter 2",))),
        ("Record", MEETING, "settings", Spot(PAGE, ("Ash Grove, 2:14",))),
        ("録画", MEETING, "settings", Spot(PAGE, ("きょうの天気",))),
        ("Delete row", TABLE, "delete", Spot(PAGE, ("Sheet 1", "Bold"))),
        ("Stop", Spot(PAGE, ("Scheduled: gym £24 on 1 Dec",)), "delete", Spot(PAGE, ("2:14 of 3:20",))),
        ("Against", Spot(PAGE, ("Vote: more street lamps",)), "send", Spot(PAGE)),
        ("Add package…", Spot(PAGE, ("Python kernel idle",)), "install", Spot(PAGE, ("Your parcels",))),
        ("Leave message", Spot(PAGE, form=(NOTE, SIGNED)), "send", Spot(PAGE)),
        ("Clear", Spot(PROGRAM, dialog="Clear the playlist “Sunday” (48 songs)?"), "delete", Spot(PROGRAM)),
    ],
)
def test_what_stands_beside_it_decides(label: str, grave: Spot, does: Consequence, mild: Spot):
    assert _pressed(label, grave) == does
    assert _pressed(label, mild) in ("observe", "navigate", "edit", "save")


@pytest.mark.parametrize("label", ["Show in public gallery", "Open form to everyone", "いつもこれで開く"])
def test_what_opens_to_others_or_from_now_on_is_set(label: str):
    assert _pressed(label, Spot(PAGE)) == "settings"
    assert _pressed("Open in new tab", Spot(PAGE)) in ("navigate", "observe")


def test_a_password_goes_with_whatever_button_ends_its_form():
    button = Thing("Open my mailbox", "push button", known="tree")
    evidence = Evidence(PAGE, target=KEPT, presses=button, form=(KEPT, button))
    assert _judged(Key("Return"), evidence) == "sign_in"


def test_in_spite_of_a_warning_a_mild_verb_is_asked_about():
    button = Thing("それでも読み込む", "push button", known="tree")
    dialog = "「版画」は作者のわからない部品です"
    evidence = Evidence(PROGRAM, target=button, form=(button,), dialog=dialog)
    found = judge(_proposal(Click(Point(5, 5))), evidence)
    assert found.confidence < 0.5 or found.consequence in ("install", "settings")


def _pressed(label: str, spot: Spot) -> Consequence:
    button = Thing(label, "push button", known="tree")
    evidence = Evidence(
        spot.place, target=button, near=spot.near, texts=spot.near, form=(*spot.form, button), dialog=spot.dialog
    )
    return _judged(Click(Point(5, 5)), evidence)


def _judged(action: Action, evidence: Evidence) -> Consequence:
    return judge(_proposal(action), evidence).consequence


def _proposal(action: Action) -> Proposal:
    return Proposal(ToolUse("t", "computer", {}), "computer", "act", "Act", action)
