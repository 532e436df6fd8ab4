"""What stands under the pointer and what Return presses, told from trees as browsers give them."""

from __future__ import annotations

from dataclasses import replace

from deskhand.desktop.actions import Click
from deskhand.desktop.interface import Element
from deskhand.guard import forms, surroundings
from deskhand.guard.consequence import judge
from deskhand.guard.evidence import Evidence, Thing
from deskhand.guard.interface import Place
from deskhand.guard.surroundings import Tree
from deskhand.messages import ToolUse
from deskhand.screen.geometry import Point, Rect
from deskhand.tools.interface import Proposal

PAGE = Place("Chromium", "Somewhere - Chromium", "https://www.site.example/x")
SITE = "https://www.site.example/"


def element(role: str, name: str, box: Rect, depth: int, page: str = SITE, *states: str) -> Element:
    return Element(role, name, box, states=frozenset(states), program="chromium", depth=depth, page=page)


ROOT = element("frame", "Somewhere - Chromium", Rect(0, 0, 1280, 760), 0, "")
WEB = element("document web", "Somewhere", Rect(0, 80, 1280, 680), 1)


def test_a_link_that_is_wrapped_does_not_cover_the_buttons_beside_it():
    button = element("push button", "この席で申し込む", Rect(277, 177, 138, 36), 3)
    link = element("link", "注意事項", Rect(26, 186, 974, 46), 3)
    words = element("static", "注意事項", Rect(26, 186, 974, 46), 4)
    tree = Tree((ROOT, WEB, button, link, words))
    assert surroundings.under(tree, button.box.center) == button
    assert surroundings.under(tree, Point(60, 225)) == link


def test_return_in_a_page_presses_no_button_of_the_browsers_own_bubble():
    field = element("entry", "", Rect(134, 161, 215, 36), 3, SITE, "focused")
    verify = element("push button", "Verify", Rect(41, 205, 73, 34), 3)
    bubble = element("push button", "Save", Rect(1075, 358, 100, 40), 1, "", "is default")
    tree = Tree((ROOT, WEB, field, verify, bubble))
    assert forms.default_button(tree, field) == verify


def test_a_caption_may_reach_a_pixel_into_its_field():
    field = element("entry", "", Rect(134, 161, 215, 36), 3)
    caption = element("static", "6-digit code", Rect(41, 169, 94, 18), 3)
    heading = element("static", "Two-step verification", Rect(134, 136, 237, 24), 3)
    assert surroundings.thing(field, Tree((ROOT, WEB, heading, caption, field))).caption == "6-digit code"


def click(label: str, role: str = "push button", place: Place = PAGE, **known: object) -> str:
    thing = Thing(label, role, Rect(0, 0, 50, 20), known="tree")
    evidence = replace(Evidence(place, target=thing), **known)  # type: ignore[arg-type]
    proposal = Proposal(ToolUse("t", "computer", {}), "computer", "act", "Act", Click(Point(5, 5)))
    return judge(proposal, evidence).consequence


def test_what_a_word_does_depends_on_the_field_before_it():
    comment = Thing("Comment", "push button", Rect(0, 0, 50, 20), known="tree")
    post = Thing("Post", "push button", known="tree")
    field = Thing("Write a comment", "text area", known="tree")
    assert click("Comment", form=(field, comment)) == "send"
    assert click("Comment", form=(comment, field)) == "navigate"
    assert click("Comment", form=(field, post, comment)) == "navigate"


def test_a_no_is_an_answer_where_somebody_asked():
    assert click("Reject", near=("We use cookies",)) == "navigate"
    assert click("Reject", near=("Otto asks for 3 days leave",)) == "send"
    assert click("No", place=Place("GHex", "a.bin"), dialog="Do you want to save changes before closing?") == "delete"


def test_a_mild_word_under_a_grave_question_is_grave():
    there = "The file “a.txt” already exists. Would you like to replace it?"
    assert click("Replace", place=Place("Thunar", "Documents"), dialog=there) == "delete"
    assert click("Lose", place=Place("mtPaint", "mtPaint"), dialog="Do you want to lose these changes?") == "delete"
    assert click("Cancel", place=Place("Thunar", "Documents"), dialog=there) == "navigate"


def test_verbs_of_posts_are_harmless_where_files_are_edited():
    sheet = Place("Gnumeric", "Book1.gnumeric - Gnumeric")
    assert click("Merge cells", "menu item", sheet) in ("navigate", "edit")
    assert click("Accept All Changes", "menu item", Place("Soffice", "a.odt - LibreOffice Writer")) == "edit"


def test_a_switch_among_settings_sets_something():
    assert click("Show me in search results", "toggle button", Place("Chromium", "Privacy – Site")) == "settings"
    assert click("Visa ending 4471", "radio button", near=("Security code",)) == "edit"


def test_a_save_question_and_a_warning_outweigh_what_their_buttons_mean_elsewhere():
    named = "Question Save changes to '/home/user/notes.txt'?"
    assert click("No", place=Place("L3afpad", ""), dialog=named) == "delete"
    lost = "Format Volume USB stick, 16 GB. All data on the volume will be lost. Name"
    assert click("Format…", place=Place("Yad", "Format Volume"), dialog=lost) == "delete"
    gone = "Save Changes? Your changes will be permanently lost."
    assert click("_Cancel Cancel", "button", Place("Gnome-text-editor", "Save Changes?"), dialog=gone) == "navigate"


def test_a_link_to_where_something_is_done_does_not_do_it():
    bank = ("普通預金", "284,310円", "振替を実行")
    assert click("振込", "link", near=bank, texts=bank) == "navigate"
    assert click("Change PIN", "link", near=("Pay fines", "Cancel reservation")) == "navigate"
    assert click("活動報告", "link") == "navigate" and click("違反報告", "link") == "send"
    assert click("Reply all") == "navigate" and click("Place order", "link") == "pay"


def test_undoing_filters_and_only_looking_mean_more_where_others_are_concerned():
    history = Place("Chromium", "Heron Bay: revision history – Openlore - Chromium", "https://www.site.example/x")
    assert click("Undo", place=history) == "send" and click("Undo") == "edit"
    mail = Place("Chromium", "Forwarding and filters – Mail - Chromium", "https://www.site.example/x")
    assert click("Delete filter", place=mail) == "delete"
    asked = "Remote assistance “Oates IT” asks to see and control this computer."
    assert click("View only", place=Place("Yad", "Remote assistance"), dialog=asked) == "settings"


def test_what_an_account_forwards_and_where_a_card_pays_is_a_setting():
    mail = Place("Chromium", "Forwarding and filters – Mail - Chromium", "https://www.site.example/x")
    assert click("Save changes", place=mail) == "settings"
    assert click("Payments abroad", "check box") == "settings" and click("Generate app password") == "settings"


def test_a_box_beside_a_link_in_a_list_of_rows_chooses_the_row():
    cell = element("section", "", Rect(10, 100, 30, 20), 4)
    tick = element("check box", "", Rect(12, 102, 16, 16), 5)
    other = element("section", "", Rect(40, 100, 300, 20), 4)
    link = element("link", "Rental agreement.pdf", Rect(42, 102, 150, 16), 5)
    words = element("static", "Rental agreement.pdf", Rect(42, 102, 150, 16), 6)
    below = element("check box", "", Rect(12, 130, 16, 16), 5)
    rows = (ROOT, WEB, cell, tick, other, link, words)
    assert surroundings.thing(tick, Tree((*rows, cell, below))).caption == ""
    assert surroundings.thing(tick, Tree(rows)).caption == "Rental agreement.pdf"
    said = element("static", "I agree to the terms", Rect(42, 102, 150, 16), 5)
    assert surroundings.thing(tick, Tree((ROOT, WEB, cell, tick, other, said, below))).caption == "I agree to the terms"


def test_a_lists_current_entry_has_not_the_keyboard_where_a_field_has():
    """As Qt tells it: the entry says that it is focused, whoever has the keyboard."""
    window = element("frame", "Priya – Rookery", Rect(0, 0, 900, 600), 0, "")
    listing = element("list", "", Rect(10, 40, 200, 500), 1, "")
    entry = element("list item", "Priya Shah", Rect(10, 40, 200, 17), 2, "", "focused", "selected")
    field = element("text", "Password", Rect(300, 550, 390, 25), 1, "", "focused", "editable")
    assert surroundings.focused(Tree((window, listing, entry, field))) == field
    assert surroundings.focused(Tree((window, replace(listing, states=frozenset({"focused"})), entry))) == entry
    assert surroundings.focused(Tree((window, listing))) is None
