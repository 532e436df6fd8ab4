"""Windows that describe themselves to nobody: which words are a button's, and what a small window asks."""

from __future__ import annotations

from deskhand.desktop.actions import Click
from deskhand.guard import drawn
from deskhand.guard.consequence import hand
from deskhand.guard.evidence import Evidence, Thing
from deskhand.guard.interface import Place
from deskhand.screen.geometry import Point, Rect, Size
from deskhand.vision.scene import Role, Scene, TextLine, Widget, WidgetKind

WINDOW = Rect(500, 330, 300, 150)


def line(text: str, x: int, y: int, width: int, height: int = 12) -> TextLine:
    return TextLine(text, Rect(x, y, width, height), 0.9)


def widget(box: Rect, role: Role | None = "button", kind: WidgetKind = "box") -> Widget:
    return Widget(kind, box, role=role)


def clicked(scene: Scene, point: Point) -> tuple[str, float]:
    read = drawn.at(scene, point, WINDOW, small=True)
    evidence = Evidence(
        Place("Dialog", "Tool"), point=point, target=read.thing, near=read.near, texts=read.texts, form=read.form,
        dialog=read.dialog, scene=scene, drawn=True,
    )  # fmt: skip
    guess, _ = hand.judge(Click(point), evidence)
    return guess.consequence, guess.confidence


ASKS = line("Remove the driver and all its templates?", 520, 380, 240)
YES, NO = widget(Rect(550, 440, 80, 26)), widget(Rect(650, 440, 80, 26))
QUESTION = Scene(Size(1280, 800), (ASKS, line("Yes", 578, 447, 22), line("No", 684, 447, 18)), (YES, NO))


def test_a_yes_means_what_the_window_asks():
    assert clicked(QUESTION, YES.box.center)[0] == "delete"
    assert clicked(QUESTION, NO.box.center)[0] == "navigate"


def test_an_ok_with_a_way_out_beside_it_is_asked_about_and_one_alone_is_not():
    told = line("Firmware 2.4 will be written to the router.", 520, 380, 240)
    both = Scene(QUESTION.size, (told, line("OK", 580, 447, 18), line("Cancel", 670, 447, 40)), (YES, NO))
    assert clicked(both, YES.box.center)[1] < 0.5
    alone = Scene(QUESTION.size, (line("4 pages were scanned.", 520, 380, 150), line("OK", 580, 447, 18)), (YES,))
    assert clicked(alone, YES.box.center)[0] == "navigate" and clicked(alone, YES.box.center)[1] >= 0.5


def test_words_in_a_frame_are_a_button_and_words_side_by_side_are_two():
    frame = widget(Rect(640, 388, 115, 29))
    scene = Scene(
        QUESTION.size, (line("Save page Erase memory", 570, 397, 180), line("10 dpi", 570, 370, 40)), (frame,)
    )
    assert drawn.at(scene, frame.box.center, WINDOW).thing.role == "push button"
    letters = tuple((508 + 9 * at + 20 * (at > 9), 517 + 9 * at + 20 * (at > 9)) for at in range(17))
    bare = Scene(QUESTION.size, (TextLine("Wipe disk Not now", Rect(508, 394, 167, 20), 0.9, letters),), ())
    assert drawn.at(bare, Point(530, 402), WINDOW).thing.label == "Wipe disk"
    assert drawn.at(bare, Point(660, 402), WINDOW).thing.label == "Not now"
    assert clicked(bare, Point(530, 402))[0] == "delete"


def test_a_box_is_ticked_by_its_words_too():
    tick = widget(Rect(563, 399, 12, 12), None, "checkbox")
    scene = Scene(QUESTION.size, (line("I accept the agreement", 579, 399, 145),), (tick,))
    for point in (tick.box.center, Point(620, 405)):
        assert drawn.at(scene, point, WINDOW).thing.role == "check box"
        assert clicked(scene, point)[0] == "accept"


def test_the_only_field_of_a_window_has_its_words_above():
    field = widget(Rect(520, 400, 200, 24), "field")
    scene = Scene(QUESTION.size, (line("Admin password:", 520, 380, 110), line("Close", 578, 447, 30)), (field, YES))
    assert drawn.focused(scene) == Thing("", "entry", field.box, known="picture", caption="Admin password:")


def test_rows_of_a_terminal_come_together():
    assert drawn.rows([line("ssword :", 179, 147, 60), line("Pas", 154, 147, 27), line("$", 154, 167, 8)]) == (
        "Passsword :",
        "$",
    )
