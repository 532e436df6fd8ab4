"""What is found in a window by how it stands there: cells of a table, the page of a viewer, a value behind its word."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from tests.models.local.scenes import scene, text, widget

from deskhand.models.local.joined import with_its_place
from deskhand.models.local.rows_shown import parted
from deskhand.models.local.skills.commands.inline import _same_word
from deskhand.models.local.skills.commands.terms import terms
from deskhand.models.local.skills.paged import page_field, page_place, page_shown, pages_told
from deskhand.models.local.skills.reading import under_its_word
from deskhand.models.local.skills.ready import edge_is_covered
from deskhand.models.local.skills.table_cells import cell_of
from deskhand.models.local.skills.tabs import tabs_in
from deskhand.models.local.steps import OpenProgram, SetSetting, TypeText
from deskhand.models.local.understand.acts.naming import spoken_name
from deskhand.models.local.understand.acts.pictures import _page
from deskhand.screen.geometry import Rect
from deskhand.vision.scene import TextLine, Widget

WINDOW = Rect(60, 40, 900, 600)
TABLE = scene(
    text("Text", 300, 60), text("Tools", 400, 60),
    text("No.", 100, 120), text("Start", 180, 120), text("Text", 400, 120),
    text("1", 108, 150), text("0:01", 180, 150), text("Good evening", 400, 150),
    text("2 0:05", 108, 180), text("Where is the map", 400, 180),
    text("3", 108, 210), text("0:09", 180, 210), text("On the table", 400, 210),
)  # fmt: skip


@pytest.mark.parametrize(
    ("row", "column", "y"),
    [
        ("subtitle number 3", "text", 210),
        ("2番目の字幕", "Text", 180),
        ("second subtitle", "text", 180),
        ("last subtitle", "start", 210),
        ("Good evening", "Start", 150),
        ("number 7", "text", None),
        ("number 2", "Colour", None),
    ],
)
def test_a_cell_is_where_its_row_meets_its_column(row: str, column: str, y: int | None) -> None:
    found = cell_of(TABLE, WINDOW, row, column)
    assert (found is None) is (y is None)
    assert found is None or y is None or abs(found.y - y - 7) <= 3
    assert found is None or column != "text" or found.x >= 400


def test_a_row_that_was_read_as_one_line_is_taken_apart_where_it_is_wide() -> None:
    row = text("2 0:05", 108, 180)
    spans = ((108, 116), (116, 200), (200, 212), (212, 224), (224, 236), (236, 248))
    wide = TextLine("2 0:05", Rect(108, 180, 140, 14), 1.0, spans)
    assert [line.text for line in parted([row, wide])] == ["2 0:05", "2", "0:05"]


def test_tabs_are_those_of_the_window_and_no_documents() -> None:
    def tabs(*names: str) -> list[str]:
        heads = [part for at, name in enumerate(names) for part in _tab(name, 100 + 120 * at)]
        return [line.text for line in tabs_in(scene(*heads, text("Save", 100, 60), text("Open", 160, 60)), WINDOW)]

    assert tabs("System", "Processes", "File Systems") == ["System", "Processes", "File Systems"]
    assert tabs("notes.txt", "Untitled 2") == [] == tabs("System")


def _tab(name: str, x: int) -> tuple[TextLine, Widget]:
    return text(name, x, 100), replace(widget("part", x - 10, 92, 110, 30), role="tab")


def test_the_field_of_a_page_is_known_by_the_words_behind_it() -> None:
    ground = np.full((800, 1280, 3), 240, np.uint8)
    ground[94:120, 300:360] = 255
    bar = scene(
        text("Next", 240, 100), widget("box", 300, 94, 60, 26), text("1", 310, 100), text("(1 of 12)", 370, 100)
    )
    field = page_field(bar, ground, WINDOW)
    assert field is not None and field.value == "1"
    assert pages_told(bar, ground, WINDOW) == "12"
    plain = scene(text("3/6", 240, 60), text("House handbook", 300, 300))
    assert page_place(plain, ground, WINDOW) is not None and page_shown(plain, ground, WINDOW) == "3"
    bare = scene(text("1", 310, 60), text("of 5", 330, 60), text("12", 310, 400))
    assert page_place(bare, np.full((800, 1280, 3), 240, np.uint8), WINDOW) == bare.texts[0].box
    assert pages_told(scene(text("12 files", 240, 100)), ground, WINDOW) == ""


@pytest.mark.parametrize(
    ("rows", "name", "value"),
    [
        (["Beds", "Gardener: Mrs Varga"], "name of the gardener", "Mrs Varga"),
        (["Gardener: Mrs Varga", "Gardener: Mr Olsen"], "name of the gardener", ""),
        (["Mason: Mr Bello"], "name of the gardener", ""),
    ],
)
def test_a_value_stands_behind_the_word_that_is_asked_about(rows: list[str], name: str, value: str) -> None:
    assert under_its_word(rows, name) == value


def test_a_window_beyond_the_upper_edge_is_seen_there() -> None:
    screen = np.full((800, 1280, 3), 90, np.uint8)
    assert not edge_is_covered(screen)
    screen[:700, 100:900] = 240
    assert edge_is_covered(screen)


def test_a_setting_is_looked_for_where_the_clause_before_says() -> None:
    before = [(0, OpenProgram("kate"), "In the settings of Kate")]
    assert with_its_place(SetSetting("tab width"), "set the tab width", before).startswith("In the settings")
    assert with_its_place(TypeText(("a",)), "type a", before) == "type a"


@pytest.mark.parametrize(
    ("one", "other", "same"), [("title", "Name:", False), ("title", "Title", True), ("名前", "Name", True)]
)
def test_a_place_is_called_in_the_same_words(one: str, other: str, same: bool) -> None:
    assert any(_same_word(a, b) for a in terms(one) for b in terms(other)) is same


def test_pages_and_names_as_they_are_said() -> None:
    said = {"page 2": "page 2", "hyo.pdf の 1 ページ目": "page 1", "the 3rd page": "page 3", "the first page": "page 1"}
    assert {words: target.name for words in said if (target := _page(words)) is not None} == said
    assert _page("the picture") is None
    assert spoken_name("Eye of GNOME (eog") == "Eye of GNOME"
