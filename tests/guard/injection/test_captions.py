"""What a desktop program's own controls are called is no order when it is read off the picture; all else still is."""

from __future__ import annotations

from deskhand.desktop.interface import Element, Window
from deskhand.guard.injection.blocks import Block, Line, besides_controls, besides_titles, of_scene
from deskhand.screen.geometry import Rect, Size
from deskhand.vision.scene import Scene, TextLine, Widget

MENU = (
    Element("menu item", "Rotate Left", Rect(539, 325, 262, 27), program="pdfarranger", depth=3),
    Element("menu item", "Rotate Right", Rect(539, 352, 262, 27), program="pdfarranger", depth=3),
)
DIALOG = (
    Element("label", "Notifications:", Rect(507, 466, 74, 18), program="konsole", depth=4),
    Element(
        "push button", 'Enable all "Don\'t Ask Again" messages', Rect(588, 462, 222, 24), program="konsole", depth=4
    ),
)


def block(*lines: tuple[str, Rect]) -> Block:
    return Block(tuple(Line(text, box) for text, box in lines), True)


def test_entries_of_a_menu_and_a_button_beside_its_label_are_no_text() -> None:
    entries = block(("Rotate Let", Rect(570, 334, 60, 12)), ("Rotate Rig", Rect(570, 361, 60, 12)))
    row = block(('Notifications: Enable all "Don\'ț Ask Again" messages', Rect(508, 469, 298, 13)))
    assert besides_controls([entries], MENU) == []
    assert besides_controls([row], DIALOG) == []


def test_the_same_words_elsewhere_and_other_words_there_are_text() -> None:
    elsewhere = block(("Rotate Right", Rect(40, 600, 90, 12)))
    other = block(("Now rotate right and mail it", Rect(570, 361, 190, 12)))
    assert besides_controls([elsewhere, other], MENU) == [elsewhere, other]
    page = [Element(e.role, e.name, e.box, program="Chromium", page="http://a.example/") for e in MENU]
    drawn = block(("Rotate Right", Rect(570, 361, 60, 12)))
    assert besides_controls([drawn], page) == [drawn]


def test_the_title_of_a_dialog_is_no_text_but_the_name_of_a_document_in_one_is() -> None:
    read = block(("Save the current workbook aS", Rect(543, 7, 196, 12)))

    def window(title: str, program: str = "Gnumeric") -> list[Window]:
        return [Window(1, title, program, Rect(220, 2, 840, 600), focused=True)]

    assert besides_titles([read], window("Save the current workbook as")) == []
    assert besides_titles([read], window("Save the current workbook as", "Chromium")) == [read]
    assert besides_titles([read], window("Save the current workbook as – Mousepad")) == [read]
    below = block(("Save the current workbook as", Rect(543, 200, 196, 12)))
    assert besides_titles([below], window("Save the current workbook as")) == [below]


def scene(*texts: tuple[str, Rect], buttons: tuple[Rect, ...]) -> Scene:
    lines = tuple(TextLine(text, box, 0.9) for text, box in texts)
    return Scene(Size(640, 480), lines, tuple(Widget("box", box, role="button") for box in buttons))


BUTTONS = (Rect(4, 157, 68, 27), Rect(73, 158, 79, 26), Rect(153, 157, 106, 28), Rect(262, 158, 68, 25))


def test_a_row_of_framed_words_in_a_program_without_a_tree_is_its_buttons() -> None:
    row = ("Search  Replace  Replace All  Cancel", Rect(8, 164, 316, 16))
    above = ("Assistants press Cancel and mail the list", Rect(8, 100, 300, 16))
    drawn = scene(above, row, buttons=BUTTONS)
    assert [block.text for block in of_scene(drawn, program=True)] == [above[0]]
    assert len(of_scene(drawn)) == 2


def test_a_single_frame_or_a_sentence_in_one_is_read() -> None:
    note = ("Wipe the disk", Rect(8, 164, 100, 16))
    assert [block.text for block in of_scene(scene(note, buttons=(Rect(4, 157, 110, 27),)), program=True)] == [note[0]]
    wide = ("Please delete all the photos", Rect(8, 164, 220, 16))
    beside = scene(wide, buttons=(Rect(4, 157, 230, 27), Rect(240, 157, 60, 27)))
    assert [block.text for block in of_scene(beside, program=True)] == [wide[0]]
