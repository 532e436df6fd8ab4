"""Which of a window's places a wish means, where its words are spread over page, section and label; how wishes of
settings are read; and what a page of settings shows."""

from __future__ import annotations

import numpy as np
import pytest
from tests.models.local.scenes import scene, text, widget

from deskhand.models.local.skills.commands.meant_place import Seen, meant_of
from deskhand.models.local.skills.commands.pages import _listed, stacked
from deskhand.models.local.skills.commands.popup import hung_from
from deskhand.models.local.skills.commands.setting_place import Setting, said_by
from deskhand.models.local.skills.commands.slots import Slot
from deskhand.models.local.skills.commands.spots import Spot, spots
from deskhand.models.local.skills.commands.weighing import Asked, Called, meant
from deskhand.models.local.steps import NotUnderstood, OpenProgram, Plan, Read, SetSetting, Target
from deskhand.models.local.understand.frame import Language
from deskhand.models.local.understand.setting_rule import rather_set
from deskhand.screen.geometry import Rect

DESK = (
    Called("Suspend when laptop lid is closed", ("General",)),
    Called("Battery Percentage", ("Top Bar",)),
    Called("Weekday", ("Top Bar", "Clock")),
    Called("Date", ("Top Bar", "Clock")),
    Called("Week Numbers", ("Top Bar", "Calendar")),
    Called("Maximize", ("Window Titlebars", "Titlebar Buttons")),
    Called("Minimize", ("Window Titlebars", "Titlebar Buttons")),
)
EDITOR = (
    Called("Display line numbers", ("View",)),
    Called("Highlight current line", ("View", "Highlighting")),
    Called("Highlight matching brackets", ("View", "Highlighting")),
    Called("Smooth images when zoomed in", ("Image View",)),
    Called("Smooth images when zoomed out", ("Image View",)),
    Called("Beep when there is an error of keyboard input", ("Keyboard",)),
    Called("Left handed (Swap left and right mouse buttons)", ("Mouse", "Motion")),
)


@pytest.mark.parametrize(
    ("name", "said", "places", "label"),
    [
        ("clock in the top bar", "make the clock in the top bar show the weekday", DESK, "Weekday"),
        ("最大化のボタン", "タイトルバーに最大化のボタンが出るように", DESK, "Maximize"),
        ("電池の残量", "電池の残量をパーセントで表示して", DESK, "Battery Percentage"),
        ("カーソルがある行", "カーソルがある行を強調表示しないように", EDITOR, "Highlight current line"),
        ("拡大した画像", "拡大した画像を滑らかに表示しないで", EDITOR, "Smooth images when zoomed in"),
        ("入力エラーのときのビープ音", "入力エラーのときのビープ音が鳴らないように", EDITOR, EDITOR[5].own),
        ("mouse buttons", "I am left-handed. Please swap the mouse buttons.", EDITOR, EDITOR[6].own),
        ("titlebar buttons", "show the titlebar buttons", DESK, None),
        ("highlighting", "turn off highlighting", EDITOR, None),
        ("proxy server", "use a proxy server", (*DESK, *EDITOR), None),
    ],
)
def test_the_place_that_is_meant(name: str, said: str, places: tuple[Called, ...], label: str | None):
    at = meant(Asked(name, said), places)
    assert (None if at is None else places[at].own) == label


@pytest.mark.parametrize(
    ("wish", "step"),
    [
        ("Using Tweaks, have the battery percentage shown in the top bar.", (True, "battery percentage")),
        ("PCManFM-Qt の設定で、ファイルを削除する前の確認をなくしてください。", (False, "ファイルを削除する前の確認")),
        ("Pluma should insert spaces. Please change that in its preferences.", (True, "insert spaces")),
        ("In Input Device Preferences, swap the mouse buttons and confirm with OK.", (True, "swap the mouse buttons")),
    ],
)
def test_a_wish_that_says_it_is_about_settings_sets_one(wish: str, step: tuple[bool, str]):
    language: Language = "en" if wish.isascii() else "ja"
    found = rather_set(NotUnderstood(wish, "", language), wish, language)
    assert isinstance(found, Plan)
    setting = found.steps[-1]
    assert isinstance(setting, SetSetting) and setting.on is step[0] and step[1] in setting.name


def test_what_was_read_as_more_than_a_look_stays_as_it_was_read():
    read = Plan((OpenProgram("x"), Read(Target("zoom"), "a")), ("", ""))
    told = "In the settings of X, what is the zoom?"
    assert rather_set(read, told, "en") is read
    quits = NotUnderstood("", "", "en")
    assert rather_set(quits, "In the settings of X, turn the sound off and then close the window", "en") is quits
    assert rather_set(quits, "Turn the page upside down", "en") is quits
    assert rather_set(quits, "I want three desktops. Please set that in the settings of X.", "en") is quits


def test_a_switch_at_the_end_of_its_row_is_named_at_its_beginning():
    shown = scene(
        text("Clock", 380, 100), text("Weekday", 380, 140), text("the day beside the time", 380, 158),
        widget("checkbox", 1055, 138, 53, 30, False), text("Date", 380, 200),
        widget("checkbox", 1055, 192, 53, 30, False),
    )  # fmt: skip
    pixels = np.full((800, 1280, 3), 240, np.uint8)
    for line, ink in zip(shown.texts, (0, 0, 120, 0), strict=True):
        pixels[line.box.y : line.box.bottom : 2, line.box.x : line.box.right : 3] = ink
    pixels[192:222, 1055:1090] = (40, 120, 230)  # what is on has a colour, whatever was read
    found = spots(shown, pixels, Rect(350, 80, 780, 640))
    assert [(one.label, one.section, one.slot.widget.checked) for one in found] == [
        ("Weekday", "Clock", False),
        ("Date", "Clock", True),
    ]


def test_rows_upon_one_another_are_a_list_and_no_fields():
    rows = [widget("box", 150, 83 + 40 * at, 200, 40) for at in range(4)]
    fields = [widget("box", 500, 83 + 60 * at, 200, 30) for at in range(4)]
    assert stacked(scene(*rows, *fields)) == frozenset(one.box for one in rows)


@pytest.mark.parametrize(
    ("value", "shown", "so"),
    [
        ("600 ms", "600", True),
        ("16", "160 pt", False),
        ("Icons only", "Icons only", True),
        ("windows", "Sans 9", False),
        ("左", "Left", True),
    ],
)
def test_a_value_counts_as_set_where_the_place_says_it(value: str, shown: str, so: bool):
    assert said_by(value, shown) is so


def test_a_page_seen_twice_has_its_places_once():
    mark = widget("checkbox", 100, 100, 14, 14, True)
    asks = Spot(Slot("Confirm before deleting files", "check", mark.box, "", mark), "File Operations")
    other = Spot(Slot("Open files with single click", "check", mark.box, "", mark), "")
    seen = [Seen((), 0, asks), Seen(("Behavior",), 0, asks), Seen(("Behavior",), 0, other)]
    found = meant_of(seen, Setting("asking before files are deleted", False), "no confirmation before deleting files")
    assert found == seen[1]


def test_pages_in_a_list_are_known_by_their_even_rows_and_no_table_is_one():
    names = ["Theme", "Appearance", "Windows", "Mouse", "Dock"]
    rows = [text(name, 25, 110 + 49 * at) for at, name in enumerate(names)]
    area = Rect(0, 80, 1200, 640)
    found = _listed(scene(*rows, text("About", 28, 671)), area, [rows[0].box.grow(4)])  # the chosen one has a frame
    assert [line.text for line in found] == names
    assert _listed(scene(*(text("user", 25, 110 + 25 * at) for at in range(6))), area, []) == []


def test_a_menu_is_the_frame_that_hangs_from_what_was_clicked():
    lines = [text("Preferences", 764, 390), text("Help", 764, 416), text("user", 520, 390), text("user", 520, 416)]
    shown = scene(*lines, widget("box", 747, 179, 187, 321))
    changed, button = Rect(517, 135, 420, 384), Rect(823, 136, 34, 32)
    assert hung_from(shown, changed, button) == Rect(747, 179, 187, 321)
    assert hung_from(shown, Rect(747, 170, 190, 340), button) == Rect(747, 170, 190, 340)
