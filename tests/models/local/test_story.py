"""What a wish tells before its order is left out, or put where the order points back to it."""

import pytest

from deskhand.models.local.plan import plan
from deskhand.models.local.steps import Plan, Target, UseCommand
from deskhand.models.local.understand.acts.filing import _what_is_saved
from deskhand.models.local.understand.story import without_story


@pytest.mark.parametrize(
    ("wish", "order"),
    [
        ("The inn has a new name. Replace “Swan” by “Heron” in a.txt.", "Replace “Swan” by “Heron” in a.txt."),
        ("The ladder is sold. Take its line out of sale.txt.", "Take the line about the ladder out of sale.txt."),
        ("A process called tick keeps running. Please end it.", "Please end the process tick."),
        ("The bread cost 48. In Calc, write that into B4.", "In Calc, write 48 into B4."),
        ("The file is a.txt. Delete it.", "Delete a.txt."),
    ],
)
def test_what_is_told_first_is_no_order(wish: str, order: str) -> None:
    assert without_story(wish, "en") == order


@pytest.mark.parametrize(
    "wish",
    [
        "Save the file. The others stay.",
        "Open a.txt in gedit. Add a line.",
        "The price is 48. Add a line about milk to a.txt.",  # the order says no price
        "The shifts moved from Tuesday to Thursday. Put that right in rota.txt.",  # which is what?
        "My recipes are open in CherryTree. Add a node.",  # the program would be lost
        "Is the shop open. Tell me.",
    ],
)
def test_what_the_order_needs_is_kept(wish: str) -> None:
    assert without_story(wish, "en") is None


def test_japanese_says_first_what_happened_too() -> None:
    wish = "届け先が変わりました。order.txt の Osaka を Kobe に直して。"
    assert without_story(wish, "ja") == "order.txt の Osaka を Kobe に直して。"
    assert without_story("order.txt を開いてください。それを保存して。", "ja") is None


def test_what_is_saved_is_no_name_for_it() -> None:
    assert _what_is_saved("address book", "and save the address book")
    assert _what_is_saved("all", "save them all")
    assert not _what_is_saved("notes", "save it under the name notes")
    assert not _what_is_saved("report", "save the document as report")


@pytest.mark.parametrize(
    ("wish", "name"),
    [
        ("Delete the row of Basil in herbs.csv in Foo and save.", "Basil"),
        ("My bike is stolen. Remove its entry from the list in Foo.", "bike"),
    ],
)
def test_an_entry_goes_by_what_it_is_of_and_never_whatever_is_selected(wish: str, name: str) -> None:
    found = plan(wish)
    assert isinstance(found, Plan)
    assert [step.on for step in found.steps if isinstance(step, UseCommand)] == [Target(name, "row")]


def test_an_entry_of_nobody_is_asked_about() -> None:
    assert not isinstance(plan("Remove its entry from the list in Foo."), Plan)
