"""Grave words on tools, and windows that only tell something: what is done there is undone, or is nothing at all."""

from __future__ import annotations

from deskhand.guard.consequence.pressing import press
from deskhand.guard.evidence import Evidence, Thing
from deskhand.guard.interface import Consequence, Place

MILD = ("observe", "navigate", "edit", "save")


def does(label: str, title: str, *others: str, dialog: str = "", fields: tuple[Thing, ...] = ()) -> Consequence:
    own = Thing(label, "push button", known="tree")
    form = (*fields, *(Thing(other, "push button", known="tree") for other in others), own)
    return press(own, Evidence(Place("x", title), target=own, form=form, dialog=dialog)).consequence


def test_tools_beside_those_for_undoing() -> None:
    assert (
        does("Delete", "take3.wav – Wave", "Cut", "Split", "Undo")
        == does("消す", "夏 – 絵", "元に戻す", "塗りつぶし")
        == "edit"
    )
    assert does("Delete", "Accounts", "Undo", "Export") == "delete", "one tool is none"
    assert does("Delete", "Clips", "Cut", "Undo", dialog="Delete 14 clips for good?") == "delete"
    assert does("Like", "Cold Rope – Player", "Play", "Queue") == "edit"
    assert does("Like", "Zoe – Chirrup", "Reply", "Boost") == "send"
    assert does("Overwrite mode", "disk.img – Hex") == "edit" and does("Overwrite", "a.jpg – Photos") == "delete"


def test_who_goes_on_as_a_guest_signs_nothing() -> None:
    assert does("Continue as guest", "Login") == does("ログインせずに続ける", "会員") == "navigate"


def test_a_window_that_only_tells_something() -> None:
    told = "14 items were moved to the Trash."
    assert does("OK", "Files", "Undo", dialog=told) in MILD and does("OK", "Files", dialog=told) in MILD
    assert does("OK", "Files", "Cancel", dialog="Delete 14 items?") == "delete"
    assert does("Next", "Mail merge", "Back", "Cancel", dialog="Mail merge") == "navigate"


def test_who_wants_to_do_something_here_is_let_by_a_person() -> None:
    wants = "“Pixel” wants to read your clipboard."
    assert does("Accept", "Clipboard", "Dismiss", dialog=wants) == "settings"
    assert does("Dismiss", "Clipboard", "Accept", dialog=wants) in MILD
    assert does("Finish", "Setup complete", "Open readme", dialog="Setup complete") in MILD


def test_a_window_for_a_secret_whatever_its_field_is_called() -> None:
    bare = Thing("", "text", known="tree", states=frozenset({"editable"}))
    asks = "The document is protected. Please enter the open password."
    assert does("Open", "Password required", "Cancel", dialog=asks, fields=(bare,)) == "sign_in"
    assert does("Open", "Open a file", "Cancel", dialog="Which file?", fields=(bare,)) in MILD
    assert does("残さない", "無題", "残す", dialog="変更を残しますか?") == "delete"
