"""Controls of programs: colours by parts, numbers behind sliders, numbered fields, processes, values that are kept."""

from __future__ import annotations

import numpy as np
import pytest
from tests.models.local.scenes import scene, text, widget

from deskhand.models.local.ground import Found
from deskhand.models.local.plan import plan
from deskhand.models.local.skills.commands.fit import fit
from deskhand.models.local.skills.commands.inline import same_kind
from deskhand.models.local.skills.commands.kept import bare_value, exact
from deskhand.models.local.skills.commands.popup import entries
from deskhand.models.local.skills.commands.setting_place import Setting, numbered
from deskhand.models.local.skills.commands.slots import Slot, slots
from deskhand.models.local.skills.commands.through import asks_for_file
from deskhand.models.local.skills.rows import called_so
from deskhand.models.local.steps import Plan, Read, SetSetting, Step, Target, UseCommand
from deskhand.models.local.undecorated import undecorated
from deskhand.models.local.understand.amending import amended
from deskhand.models.local.understand.colour_rule import by_colour
from deskhand.models.local.understand.context import without_bracket
from deskhand.models.local.windows import Window, frontmost, same_title
from deskhand.screen.geometry import Rect
from deskhand.vision.scene import Scene, Widget

AREA = Rect(80, 80, 600, 400)


def steps_of(wish: str) -> tuple[Step, ...]:
    understood = plan(wish)
    assert isinstance(understood, Plan), understood
    return understood.steps


def settings(wish: str) -> list[tuple[str, str]]:
    return [(step.name, str(step.value[0])) for step in steps_of(wish) if isinstance(step, SetSetting)]


def wanted(wish: str) -> list[str]:
    return [step.what.name for step in steps_of(wish) if isinstance(step, Read)]


@pytest.mark.parametrize(
    ("wish", "told", "asked"),
    [
        (
            "Mixel で Red 10、Green 20、Blue 30 の色を作り、その HTML の値を教えてください。",
            [("Red", "10"), ("Green", "20"), ("Blue", "30")],
            ["HTML"],
        ),
        (
            "In Mixel, make the colour with Red 10, Green 20 and Blue 30 and tell me its HTML value.",
            [("Red", "10"), ("Green", "20"), ("Blue", "30")],
            ["HTML"],
        ),
        (
            "Which RGB values does the colour #a0b1c2 have? Enter it in Mixel and tell me red, green and blue.",
            [("colour", "#a0b1c2")],
            ["red", "green", "blue"],
        ),
        ("I need #a0b1c2 as RGB numbers. Look it up in Mixel.", [("colour", "#a0b1c2")], ["Red", "Green", "Blue"]),
        (
            "Mixel で文字の色を #101112、背景の色を #f0f1f2 にして、コントラスト比(Contrast ratio)を教えてください。",
            [("文字", "#101112"), ("背景", "#f0f1f2")],
            ["Contrast ratio"],
        ),
    ],
)
def test_a_colour_is_told_by_its_parts_or_its_digits(wish: str, told: list[tuple[str, str]], asked: list[str]) -> None:
    assert settings(wish) == told
    assert wanted(wish) == asked


def test_a_colour_wish_that_orders_something_else_is_left_to_others() -> None:
    more = "In Mixel, make Red 10, Green 20 and Blue 30, delete the palette and tell me its HTML value."
    assert by_colour(more, "en") is None
    assert by_colour(more.replace(", delete the palette", ""), "en") is not None
    assert by_colour("Mixel で Red 10、Green 20、Blue 30 の行を消して、HTML の値を教えてください。", "ja") is None


@pytest.mark.parametrize(
    ("wish", "words"),
    [
        ("MATE のシステムモニターで、プロセス「sleep」を終了させてください。", "プロセス 終了"),
        ("動きっぱなしの sleep というプロセスを、開いているシステムモニターで止めてください。", "プロセス 終了"),
        ("End the process “sleep” in the Task Manager.", "end process"),
        ("Kill the process sleep in the System Monitor.", "kill process"),
    ],
)
def test_a_process_is_what_the_command_is_done_to(wish: str, words: str) -> None:
    assert steps_of(wish)[1] == UseCommand(words, on=Target("sleep"))


def test_a_number_set_by_its_name_is_not_counted() -> None:
    wish = "Desktopia で、デスクトップの数(Number of desktops)を 6 にしてください。"
    assert settings(wish) == [("Number of desktops", "6")]


def test_a_new_game_is_one_however_it_is_said() -> None:
    for words, better in (
        ("新しく始めて", "新しいゲーム"),
        ("start a new game", "new game"),
        ("ゲームを開始", "新しいゲーム"),
    ):
        begun = amended(Plan((UseCommand(words, (("", "5×5"),)),), ("",), "ja"), "")
        assert begun.steps == (UseCommand(better, (("", "5×5"),)),)
    assert fit("新しいゲーム", "New Game") > 0.8 > fit("新しく始めて", "New Game")


def test_a_name_that_is_changed_in_the_settings_is_one_of_them() -> None:
    step = UseCommand("名前 変更", (("名前", "Hanako"),), Target("プレイヤー 1"))
    told = amended(Plan((step,), ("",), "ja"), "Dicey の設定で、プレイヤー 1 の名前を「Hanako」に変えて")
    assert told.steps == (SetSetting("プレイヤー 1 名前", value=("Hanako",)),)
    assert amended(Plan((step,), ("",), "ja"), "Dicey でプレイヤー 1 の名前を変えて").steps == (step,)


def test_a_column_that_says_the_same_of_all_names_no_row() -> None:
    shown = scene(
        text("Xvnc", 100, 120), text("Sleep", 300, 120),
        text("bash", 100, 145), text("Sleep", 300, 145),
        text("sleep", 100, 170), text("Sleep", 300, 170),
    )  # fmt: skip
    found = tuple(
        Found(line.box.center, line.box, line.text, 1.0) for line in shown.texts if line.text.lower() == "sleep"
    )
    assert [one.box.x for one in called_so(shown, found, AREA)] == [100]
    without = tuple(one for one in found if one.box.x == 300)
    assert called_so(shown, without, AREA) == ()
    assert called_so(shown, without[:1], AREA) == without[:1]


def form(*things: object) -> tuple[Scene, np.ndarray]:
    return scene(*things), np.full((800, 1280, 3), 220, np.uint8)  # type: ignore[arg-type]


def test_the_number_behind_a_slider_has_the_sliders_label() -> None:
    shown, pixels = form(
        text("Speed:", 100, 124), Widget("box", Rect(170, 120, 204, 17), role="slider"),
        Widget("box", Rect(386, 116, 80, 26), role="spinner"), text("75", 392, 122),
    )  # fmt: skip
    pixels[118:140, 388:464] = 255
    found = {slot.value: slot.label for slot in slots(shown, pixels, AREA)}
    assert found["75"] == "Speed:"


def test_a_colours_digits_are_a_place_without_a_frame() -> None:
    shown, pixels = form(text("Text", 100, 100), text("#17fea9", 100, 126), text("Hue 157", 100, 200))
    places = [(slot.column, slot.value) for slot in slots(shown, pixels, AREA)]
    assert ("Text", "#17fea9") in places and not any("Hue" in value for _, value in places)


def test_fields_that_have_only_numbers_are_told_by_what_the_form_speaks_of() -> None:
    things: list[object] = [text("Players", 100, 100)]
    for number, name in enumerate(("Albert", "Janet", "James"), 1):
        y = 100 + 30 * number
        things += [text(f"{number}.", 100, y), widget("box", 130, y - 4, 240, 24), text(name, 136, y)]
    shown, pixels = form(*things)
    for line in shown.texts[2::2]:
        pixels[line.box.y - 3 : line.box.bottom + 3, 131:368] = 255
    places = slots(shown, pixels, AREA)
    told = [line.text for line in shown.texts]
    place = numbered(places, told, Setting("プレイヤー 2 名前", value="Hanako"))
    assert place is not None and place.value == "Janet"
    assert numbered(places, told, Setting("window 2 name", value="Hanako")) is None
    assert numbered(places, told, Setting("player 7 name", value="Hanako")) is None


def test_a_number_is_the_same_however_it_is_written_and_another_is_not() -> None:
    assert exact("132") and exact("#1f4e79") and not exact("7 letters") and not exact("May 3")
    assert bare_value("100") == bare_value("100.0") != bare_value("13275")
    assert bare_value("#1F4E79") == bare_value("#1f4e79")


def test_sizes_are_of_one_kind_and_words_are_not() -> None:
    assert same_kind("3 × 3", "5×5") and same_kind("4x4", "5×5")
    assert not same_kind("New Game", "5×5") and not same_kind("Medium", "Hard")


def test_a_title_cut_in_its_middle_is_that_windows() -> None:
    assert same_title("New Game. .. nnectagram", "New Game — Connectagram") > 0.9
    assert same_title("New Game … nnectagram", "Connectagram") < 0.7
    assert same_title("New Game … settings", "New Game — Connectagram") < 0.7


def test_a_panels_button_read_in_two_words_is_one() -> None:
    pixels = np.full((800, 1280, 3), 90, np.uint8)
    pixels[160:644, 256:1028] = 250
    words = (text("Image V", 165, 776), text("Viewer", 216, 775))
    found = undecorated(pixels, scene(*words), ())
    assert found is not None and found.title == "Image V Viewer"
    two = (text("Image", 165, 776), text("Viewer", 400, 775))
    assert undecorated(pixels, scene(*two), ()) is None


def test_what_changed_below_a_menu_is_none_of_it() -> None:
    pixels = np.full((800, 1280, 3), 255, np.uint8)
    pixels[100:190, 300:420] = 240
    pixels[100:400, 420] = 0
    pixels[190:400, 380:640] = 200
    shown = scene(
        text("New", 310, 105), text("Configure...", 310, 135), text("Quit", 310, 165),
        *(text(f"{number} of a kind", 310, 200 + 20 * number) for number in range(6)),
    )  # fmt: skip
    area = Rect(300, 100, 340, 300)
    menu = [one.entry.label for one in entries(shown, pixels, area, ("Settings",), hangs=True)]
    assert menu == ["New", "Configure", "Quit"]


def test_a_page_of_options_asks_for_no_file() -> None:
    def place(label: str, value: str = "") -> Slot:
        return Slot(label, "text", Rect(0, 0, 100, 20), value, Widget("box", Rect(0, 0, 100, 20)))

    options = [place("Pages:"), place("Quality:", "90%"), place("Format:", "FDF"), place("Watermark")]
    assert not asks_for_file(options)
    assert asks_for_file([*options, place("File name:")])
    assert asks_for_file([*options, place("", "report.pdf")])
    assert asks_for_file(options[:1])


def test_of_two_windows_with_one_title_the_lit_one_is_in_front() -> None:
    pixels = np.full((800, 1280, 3), 230, np.uint8)
    large = Window("Task Manager", Rect(400, 60, 400, 24), Rect(400, 60, 400, 620))
    question = Window("Task Manager", Rect(300, 580, 480, 24), Rect(300, 580, 480, 150))
    pixels[580:604, 300:780] = (120, 160, 220)
    front = frontmost(pixels, (large, question), "Task Manager")
    assert front is question
    pixels[60:84, 400:800] = (60, 120, 230)
    pixels[580:604, 300:780] = 230
    assert frontmost(pixels, (large, question), "Task Manager") is large


def test_what_a_program_calls_saving_is_no_program() -> None:
    wish = "Zonia の一覧から「Lima」を削除して、一覧を保存(Save Zones)してください。"
    assert without_bracket(wish) == "Zonia の一覧から「Lima」を削除して、一覧を保存してください。"
    kept = "一覧(Save Zones)を見せてください。"
    assert without_bracket(kept) == kept
