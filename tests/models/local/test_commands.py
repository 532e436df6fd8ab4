"""Commands by what they do: words against labels, forms by what stands around their fields, switches by their ticks."""

from __future__ import annotations

import numpy as np
import pytest
from tests.models.local.scenes import scene, text, widget

from deskhand.models.local.skills.commands.answering import yes_button
from deskhand.models.local.skills.commands.atlas import Entry, bare
from deskhand.models.local.skills.commands.conventions import usual_keys
from deskhand.models.local.skills.commands.doubting import plainest
from deskhand.models.local.skills.commands.fit import ENOUGH, SURE, fit, other_end, says_verb
from deskhand.models.local.skills.commands.form import by_kind
from deskhand.models.local.skills.commands.popup import entries, opened
from deskhand.models.local.skills.commands.program import unnamed
from deskhand.models.local.skills.commands.slots import slots
from deskhand.models.local.skills.commands.ticks import already
from deskhand.models.local.skills.commands.values import as_shown
from deskhand.models.local.skills.commands.visible import under_way
from deskhand.screen.geometry import Rect

GREY = np.full((800, 1280, 3), 220, np.uint8)


@pytest.mark.parametrize(
    ("words", "right", "wrong"),
    [
        ("flip picture horizontally", "Image/Flip Horizontally", "Image/Flip Vertically"),
        ("画像を左右反転", "Image/Flip Horizontally", "Image/Flip Vertically"),
        ("rotate the image to the left", "Image/Rotate Anti-Clockwise", "Image/Rotate Clockwise"),
        ("make the picture bigger", "View/Zoom In", "View/Zoom Out"),
        ("add entry", "Transactions/Add...", "File/Add-ons"),
        ("remove the selected row", "Edit/Delete Rows", "Insert/Rows"),
        ("invert colours", "Effects/Invert", "Palette/Sort Colours"),
        ("add payee", "Manage/Payees...", "Transactions/Add..."),
        ("show line numbers", "View/Line Numbers", "View/Toolbar"),
        ("行番号を表示", "View/Line Numbers", "View/Statusbar"),
        ("新しいメモを作成", "☰/New Note", "☰/New Window"),
        ("書庫のプロパティを表示", "Archive/Properties", "Archive/New..."),
        ("sort in descending order", "Data/Sort Descending", "Data/Sort Ascending"),
        ("次のページへ", "Go/Next Page", "Go/Previous Page"),
    ],
)
def test_the_entry_that_says_it_wins(words: str, right: str, wrong: str):
    (*path, label), (*others, other) = right.split("/"), wrong.split("/")
    score = fit(words, label, path)
    assert score >= 0.45 and score > fit(words, other, others) + 0.06


def test_what_is_about_something_else_is_not_enough():
    for words, label in (("delete note", "Select All"), ("print", "Page Setup"), ("add entry", "Exit"), ("", "Add")):
        assert fit(words, label) < ENOUGH
    assert fit("new note", "New Note") >= SURE
    assert says_verb("add payee", ["Manage", "Payees"]) is False and says_verb("add payee", ["Add..."])


@pytest.mark.parametrize(
    ("label", "name"),
    [("Save As…  Shift+Ctrl+S", "Save As"), ("✓ Line Numbers", "Line Numbers"), ("Zoom ▸", "Zoom"),
     ("Undo Ctrl+Z", "Undo"), ("Rename… F2", "Rename"), ("A+B", "A+B")],
)  # fmt: skip
def test_labels_are_read_without_what_is_drawn_beside_them(label: str, name: str):
    assert bare(label) == name


def test_a_menu_is_what_shows_now_and_did_not_before():
    after = GREY.copy()
    after[100:260, 300:450] = 250
    after[100, 300:450] = after[259, 300:450] = 90
    assert opened(GREY, after, Rect(310, 84, 30, 14)) == Rect(300, 100, 150, 160)
    assert opened(GREY, GREY, None) is None


def test_lines_of_a_menu_tell_what_they_are():
    pixels = GREY.copy()
    for y, dark in ((104, 20), (134, 20), (164, 170)):
        pixels[y : y + 8, 322:360:2] = dark
    for column in range(5):  # an arrow
        pixels[130 + column : 139 - column, 436 + column] = 20
    shown = scene(
        widget("checkbox", 304, 102, 12, 12, True), text("Grid", 322, 100), text("Ctrl+G", 380, 100),
        text("Zoom", 322, 130), text("Crop", 322, 160),
    )  # fmt: skip
    found = [one.entry for one in entries(shown, pixels, Rect(300, 95, 150, 85), ("View",))]
    assert [(entry.label, entry.ticked, entry.opens, entry.grey) for entry in found] == [
        ("Grid", True, False, False), ("Zoom", None, True, False), ("Crop", None, False, True),
    ]  # fmt: skip


def test_a_switch_that_is_so_already_is_left_alone():
    assert already(Entry("Status Bar", ("View",), ticked=True), True)
    assert not already(Entry("Status Bar", ("View",), ticked=True), False)
    assert already(Entry("Hide Sidebar", ("View",)), True)


def test_fields_are_told_by_all_that_stands_around_them():
    pixels = GREY.copy()
    form = scene(
        text("Width", 200, 20), text("Height", 300, 20),
        text("Original", 100, 60), widget("box", 200, 54, 60, 26), widget("box", 300, 54, 60, 26),
        text("New", 100, 100), widget("box", 200, 94, 60, 26), widget("box", 300, 94, 60, 26),
        text("Memo:", 100, 150), widget("box", 200, 144, 160, 26),
        widget("checkbox", 100, 190, 14, 14, False), text("Keep ratio", 122, 190),
        widget("box", 200, 240, 80, 30), text("OK", 232, 248),
    )  # fmt: skip
    for x, y, width in ((200, 54, 60), (300, 54, 60), (200, 94, 60), (300, 94, 60), (200, 144, 160)):
        pixels[y : y + 26, x : x + width] = 255
    found = slots(form, pixels, Rect(80, 10, 320, 280))
    best = {
        name: max(found, key=lambda slot: slot.named(name)).box for name in ("height", "width", "memo", "keep ratio")
    }
    assert (best["height"].x, best["height"].y) == (300, 94)
    assert (best["width"].x, best["width"].y) == (200, 94)
    assert best["memo"].y == 144 and best["keep ratio"].x == 100
    chosen = by_kind(found, "a text")
    assert chosen is not None and chosen.box.y == 144
    button = yes_button(form, Rect(80, 10, 320, 280), "resize")
    assert button is not None and button.text == "OK"


def test_values_take_the_form_that_a_field_shows():
    assert as_shown("2026-12-01", "11/22/26") == "12/01/26"
    assert as_shown("1 December 2026", "22.11.2026") == "01.12.2026"
    assert as_shown("2026年12月1日", "2026-11-22") == "2026-12-01"
    assert as_shown("12.50", "0,00") == "12,50" and as_shown("12.50", "0.00") == "12.50"
    assert as_shown("Lunch", "11/22/26") == "Lunch"


def test_usual_keys_come_last_and_delete_only_what_was_selected():
    assert usual_keys("search the text", selected=False) == "ctrl+f"
    assert usual_keys("元に戻す", selected=False) == "ctrl+z"
    assert usual_keys("delete this file", selected=True) == "Delete"
    assert usual_keys("delete this file", selected=False) is None
    assert usual_keys("sharpen the picture", selected=False) is None


@pytest.mark.parametrize(
    ("words", "title", "left"),
    [
        ("add payee in homebank", "e.xhb - HomeBank Sample File - HomeBank", "add payee"),
        ("add new record in db browser", "DB Browser for SQLite - /home/user/s.db", "add new record"),
        ("関数電卓モードに 切り替える galculator", "galculator", "関数電卓モードに 切り替える"),
        ("gedit の設定 開く", "a.txt (~/Shared) - gedit", "設定 開く"),
        ("mtPaint の画像 左右反転", "mtPaint 3.50 - x.png", "画像 左右反転"),
        ("delete from archive", "x.zip", "delete from archive"),
        ("make new note", "New Note - Notes", "make new note"),
    ],
)
def test_the_programs_own_name_is_no_part_of_a_command(words: str, title: str, left: str) -> None:
    assert unnamed(words, title) == left


def test_of_equal_commands_the_one_that_says_no_more_is_meant() -> None:
    assert plainest("save", ["Save As…", "Save"]) == plainest("保存", ["Save", "Save As…"]) == "Save"
    assert plainest("add task", ["Insert Task", "Insert Tasks…"]) == "Insert Task"
    assert plainest("add tasks", ["Insert Task", "Insert Tasks…"]) == "Insert Tasks…"
    assert plainest("rotate", ["Rotate Left", "Rotate Right"]) is None
    assert plainest("add record", ["Insert Row", "New Record"]) is None


def test_a_letter_above_a_stroke_is_misread_and_known_all_the_same() -> None:
    assert fit("flip vertical", "Elip yertical") == fit("flip vertical", "Flip vertical") == 1.0
    assert fit("export", "Export") == 1.0


def test_a_command_that_leaves_out_which_way_is_about_something_else() -> None:
    assert other_end("上下 反転", "Invert Colors")
    assert not other_end("上下 反転", "Flip/Rotate")


def test_a_box_at_the_far_end_of_its_row_belongs_to_the_words_at_the_other() -> None:
    pixels = np.full((400, 600, 3), 255, np.uint8)
    form = scene(text("Show line numbers:", 20, 40), widget("checkbox", 400, 40, 14, 14, False), text("Tabs", 20, 80))
    assert [slot.label for slot in slots(form, pixels, Rect(0, 0, 600, 400))] == ["Show line numbers:"]


def test_a_label_that_tells_of_a_deed_under_way_is_no_button_for_it() -> None:
    assert under_way("end the process", "Terminating task")
    assert not under_way("end the process", "End Process")
    assert not under_way("checking spelling", "Checking spelling")


def test_shortcuts_behind_a_label_are_no_part_of_it() -> None:
    assert [bare(label) for label in ("Checkout... Ctrl-O", "Save As Ctrl+Shift+S", "Edit Alt-Text")] == [
        "Checkout", "Save As", "Edit Alt-Text",
    ]  # fmt: skip
