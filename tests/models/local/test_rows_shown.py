"""Rows of lists on real windows: counted to, counted, and switched by the box that stands in them."""

from __future__ import annotations

from pathlib import Path

import pytest

from deskhand.models.local.rows_shown import listing_in
from deskhand.models.local.skills.commands.slots import marks_in
from deskhand.models.local.skills.describing import most_said
from deskhand.models.local.skills.owned import called_so, in_unit, names_of
from deskhand.models.local.skills.paged import page_beside_search
from deskhand.models.local.skills.row_meant import beside_rows, counted, order_said, row_at
from deskhand.models.local.skills.row_switch import row_with_box, says_all
from deskhand.models.local.skills.table_cells import cell_of
from deskhand.models.local.skills.tabs import another_window
from deskhand.models.local.skills.windowing import only_a_part
from deskhand.models.local.steps import Plan, Read, Target, TargetKind
from deskhand.models.local.understand.acts.compiled import compiled
from deskhand.models.local.understand.acts.form import Act, ResultOf
from deskhand.models.local.understand.acts.owning import owner_in, owner_said
from deskhand.models.local.windows import find_windows, front_window
from deskhand.screen.geometry import Rect
from deskhand.vision.picture import Picture, as_picture
from deskhand.vision.read import Reader
from deskhand.vision.scene import Scene

from .scenes import scene, text, widget

PICTURES = Path(__file__).parent / "pictures"


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


def seen(reader: Reader, name: str) -> tuple[Picture, Scene, Rect]:
    pixels = as_picture((PICTURES / f"{name}.png").read_bytes())
    found = reader.read(pixels)
    front = front_window(pixels, found, None)
    assert front is not None and find_windows(pixels, found)
    return pixels, found, front.body


def test_the_rows_of_a_table_are_those_below_its_heading(reader: Reader):
    _, found, body = seen(reader, "subtitles")
    shown = listing_in(found, body)
    assert shown is not None and shown.whole
    assert [row.wording.text for row in shown.rows] == ["Good morning.", "The ferry is late.", "Let us walk."]
    assert [head.text for head in shown.heads] == ["Num", "Start", "End", "Duration", "Text"]


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("third subtitle", "Let us walk."),
        ("2 番目", "The ferry is late."),
        ("subtitle number 3", "Let us walk."),
        ("last subtitle", "Let us walk."),
        ("fifth subtitle", None),
        ("subtitle number 7", None),
    ],
)
def test_a_row_is_counted_to(reader: Reader, words: str, says: str | None):
    _, found, body = seen(reader, "subtitles")
    shown, order = listing_in(found, body), order_said(Target(words))
    assert shown is not None and order is not None
    row = row_at(shown, order)
    assert (row and row.wording.text) == says


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("First Name", "field"),
        ("File", None),
        ("Version 3.2", None),
        ("page 12 of the big old manual", None),
        ("third page", None),
        ("2 番目のタブ", None),
        ("last column", None),
    ],
)
def test_other_names_count_to_no_row(name: str, kind: TargetKind | None):
    assert order_said(Target(name, kind)) is None


def test_the_words_of_a_row_have_their_cell_whatever_the_column_is_called(reader: Reader):
    _, found, body = seen(reader, "subtitles")
    place = cell_of(found, body, "2 番目", "字幕")
    assert place is not None and Rect(540, 215, 110, 20).contains(place)
    assert cell_of(found, body, "2 番目", "色") is None


def test_rows_are_counted_only_as_what_the_window_speaks_of(reader: Reader):
    _, found, body = seen(reader, "bookmarks")
    shown = listing_in(found, body)
    assert shown is not None and [row.wording.text for row in shown.rows] == ["Library", "Trains", "Weather"]
    around = [line.text for line in beside_rows(found, shown)]
    assert counted(shown, "bookmarks", around) == 3
    assert counted(shown, "entries", []) == 3
    assert counted(shown, "planets", around) is None


def test_of_two_lists_none_is_taken(reader: Reader):
    _, found, body = seen(reader, "menu_items")
    assert listing_in(found, body) is None


@pytest.mark.parametrize(
    ("picture", "said", "row"),
    [
        ("started_by_itself", "Switch off the automatic start of Tea Clock", "Tea Clock"),
        ("started_by_itself", "automatic start", None),
        ("started_by_itself", "the weather and the tea clock", None),
        ("menu_items", "「Games」をメニューに出ないように", "Games"),
        ("menu_items", "System Toolset", None),
        ("subtitles", "The ferry is late.", None),
    ],
)
def test_the_box_in_the_row_of_a_thing(reader: Reader, picture: str, said: str, row: str | None):
    pixels, found, body = seen(reader, picture)
    switch = row_with_box(found, pixels, body, said)
    assert (switch and switch[0].text) == row
    assert switch is None or (switch[1].checked and switch[1] in marks_in(found, pixels))


@pytest.mark.parametrize(
    ("wish", "name", "owner"),
    [
        ("gElemental で、インジウム(In)の沸点が何 K と書いてあるか教えてください。", "沸点", "インジウム(In)"),
        ("I need the density of selenium as it stands there.", "density", "selenium"),
        ("Tell me the title of the window.", "title", ""),
        ("What is the total in bill.txt?", "total", ""),
    ],
)
def test_whose_value_is_asked_for(wish: str, name: str, owner: str):
    assert owner_said(wish, name) == owner


def test_where_something_stands_is_no_owner():
    assert [owner_in(where) for where in ("status bar", "notes.txt", "it", "selenium")] == ["", "", "", "selenium"]


def test_a_label_in_other_words_and_a_value_in_its_unit():
    window = scene(
        text("Boiling point:", 100, 60), text("2345 K", 300, 60),
        text("Melting point: 430 K", 100, 90), text("3.5 / 32000Hz", 100, 200),
    )  # fmt: skip
    area = Rect(60, 40, 900, 600)
    assert called_so(window, area, "沸点") == "2345 K"
    assert called_so(window, area, "密度") == ""
    assert in_unit(window, area, "サンプリングレートは何 Hz ですか") == "32000Hz"
    assert in_unit(window, area, "何 K ですか") == ""  # two stand there
    assert names_of("インジウム(In)") == ("インジウム(In)", "インジウム", "In")


def test_of_two_numbers_the_one_that_is_spoken_of():
    told = [("2", "The noun harbor has 2 senses"), ("4", "The verb harbor has 4 senses")]
    assert most_said(told, 'How many senses does the noun "harbor" have?') == told[:1]
    assert most_said(told, "How many senses has harbor?") == told


def test_a_box_is_meant_where_the_wish_says_all_its_words():
    wish = "The server list should no longer be shown when the program starts. Switch that off."
    assert says_all("Show at application startup", wish)
    assert not says_all("Show hidden networks at startup", wish)
    assert not says_all("Startup", wish)  # one word may stand for anything


def test_the_hits_of_a_search_are_no_page():
    window = Rect(60, 40, 900, 600)
    bar = (text("warranty", 100, 80), text("1/1", 300, 80))
    assert page_beside_search(scene(*bar, text("5", 100, 50), text("of 6", 130, 50)), window, "warranty") == "5"
    assert page_beside_search(scene(*bar, text("Page", 100, 50)), window, "warranty") == ""


def test_what_stands_in_a_field_is_no_label():
    field = widget("box", 200, 52, 140, 30)
    window = scene(text("Search word:", 80, 60), field, text("Density", 210, 60), text("De <-> En", 400, 60))
    assert called_so(window, Rect(60, 40, 900, 600), "density") == ""
    assert called_so(scene(*window.texts), Rect(60, 40, 900, 600), "density") == "De <-> En"


def test_what_is_measured_is_read_where_its_owner_is_and_not_counted():
    act = Act("count", {"what": "flour", "where": "Okonomiyaki"}, "how much flour the Okonomiyaki needs")
    made = compiled((act, Act("tell", {"what": ResultOf(0)})), "Tell me how much flour the Okonomiyaki needs.", "en")
    assert isinstance(made, Plan)
    assert [step.what for step in made.steps if isinstance(step, Read)] == [Target("flour", near="Okonomiyaki")]


def test_whose_value_is_read_and_where_it_stands_are_told_apart():
    for where, owner in (("selenium", "selenium"), ("the status bar", "")):
        act = Act("read", {"what": "density", "where": where}, f"density {where}")
        made = compiled((act,), f"Read the density in {where}.", "en")
        assert isinstance(made, Plan)
        assert [step.what for step in made.steps if isinstance(step, Read)] == [Target("density", near=owner)]


def test_a_further_window_of_a_program_is_not_the_program():
    assert only_a_part("Server List — Konversation", "konversation", ["Konversation"])
    assert not only_a_part("Konversation", "konversation", ["Server List — Konversation"])
    assert not only_a_part("notes.txt - Mousepad", "mousepad", ["list.txt - Mousepad"])


def test_a_tab_opens_no_window():
    assert another_window("MusicBrainz Picard", "Open")
    assert not another_window("Settings — Kate", "Kate: Fonts")
    assert not another_window("Settings", "")  # not every desktop tells
