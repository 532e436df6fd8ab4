"""Settings and values: which entry of a menu says them, and what a wish is for the program in front."""

from __future__ import annotations

import numpy as np
import pytest
from tests.models.local.scenes import scene, text, widget

from deskhand.models.local.skills.commands.atlas import Entry
from deskhand.models.local.skills.commands.fit import ENOUGH, fit_value
from deskhand.models.local.skills.commands.setting import says
from deskhand.models.local.skills.commands.setting_place import Setting
from deskhand.models.local.skills.commands.visible import is_step
from deskhand.models.local.skills.commands.wish import with_folders
from deskhand.models.local.undecorated import undecorated
from deskhand.models.local.windows import Window
from deskhand.screen.geometry import Rect


@pytest.mark.parametrize(
    ("wish", "right", "wrong"),
    [
        (Setting("モード", value="関数電卓"), Entry("Scientific Mode", ()), Entry("Formula Entry", ("Mode",))),
        (Setting("end of line", value="Windows"), Entry("Win", ("Line endings",)), Entry("Mac", ())),
        (Setting("角度の単位", value="度"), Entry("Degree", ("Angle Unit",)), Entry("Radian", ("Settings",))),
        (Setting("サイドバー", on=False), Entry("Show Sidebar", (), True), Entry("Status Bar", ("View",))),
        (Setting("window title", value="backup"), Entry("Set Title", (), asks=True), Entry("Title", ("View",))),
    ],
)  # fmt: skip
def test_an_entry_says_a_setting_and_its_value(wish: Setting, right: Entry, wrong: Entry):
    assert says(wish, right) >= ENOUGH > says(wish, wrong)


def test_a_value_is_said_word_for_word():
    assert fit_value("Windows style", "Windows") > 0.9
    assert fit_value("UTF-8", "UTF-8") == 1.0
    assert fit_value("Advanced", "Basic") == 0.0


def test_a_file_and_its_folder_are_one_path_and_the_open_file_is_none():
    told = [("", "march.txt"), ("", "the shared folder"), ("", "bills.zip")]
    assert with_folders(told, "bills.zip - archiver") == [("", "/home/user/Shared/march.txt")]
    assert with_folders([("name", "last.txt")], "x.zip") == [("name", "last.txt")]
    assert with_folders([("amount", "12.50")], "") == [("amount", "12.50")]


def test_signs_of_a_number_are_told_from_those_below_a_list():
    spinner = scene(
        text("80", 20, 12), text("-", 62, 14), text("+", 96, 14), widget("box", 10, 4, 46, 30),
        widget("box", 56, 4, 34, 30), widget("box", 90, 4, 34, 30),
    )  # fmt: skip
    below = scene(text("Peugeot 106", 20, 12), text("+", 22, 62), text("-", 60, 62), widget("box", 10, 54, 34, 30))
    assert [is_step(spinner, line.box) for line in spinner.texts] == [False, True, True]
    assert not any(is_step(below, line.box) for line in below.texts)


def test_a_window_without_a_title_stands_on_the_bare_desktop():
    pixels = np.full((800, 1280, 3), (100, 80, 60), np.uint8)
    pixels[752:] = 30
    pixels[220:540, 272:1008] = 244
    shown = scene(text("Color Picker", 165, 774))
    found = undecorated(pixels, shown, ())
    assert found is not None and found.title == "Color Picker"
    assert found.box.intersect(Rect(272, 220, 736, 320)) is not None
    known = Window("Files", Rect(272, 220, 736, 24), Rect(272, 220, 736, 320))
    assert undecorated(pixels, shown, (known,)) is None
    assert undecorated(np.full((800, 1280, 3), 100, np.uint8), shown, ()) is None
