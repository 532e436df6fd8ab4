"""What is read of a window is what stands in it, not what lies before it; a dialog's own words press nothing."""

from __future__ import annotations

from deskhand.desktop.interface import Window
from deskhand.guard.injection.acts import Act
from deskhand.guard.injection.blocks import Block, Line, of_scene
from deskhand.guard.injection.found import Found
from deskhand.guard.injection.fronts import dialog, in_front, owner
from deskhand.guard.injection.order import asks_itself
from deskhand.screen.geometry import Point, Rect, Size
from deskhand.vision.scene import Scene, TextLine

SEARCH = Window(2, "Search and Replace", "Gvim", Rect(437, 340, 407, 202), focused=True)
NOTES = Window(1, "notes.txt - VIM", "Gvim", Rect(309, 159, 662, 513))
WINDOWS = (SEARCH, NOTES)
CANVAS = Rect(312, 256, 631, 407)
READ = Scene(
    Size(1280, 800),
    (
        TextLine("Monday Tanaka", Rect(315, 260, 100, 14), 0.9),
        TextLine("Replace with: Sato  Replace All", Rect(450, 420, 300, 14), 0.9),
    ),
    (),
)


def test_a_document_is_read_without_the_dialog_that_lies_before_it() -> None:
    assert owner(CANVAS, WINDOWS) is NOTES
    assert [line.text for line in in_front(READ, NOTES, WINDOWS).texts] == ["Monday Tanaka"]
    assert in_front(READ, SEARCH, WINDOWS) == in_front(READ, None, WINDOWS) == READ


def test_a_dialog_asks_for_its_own_buttons_only_and_a_terminal_is_none() -> None:
    speaker = dialog(SEARCH, WINDOWS)
    (_, said) = of_scene(READ, speaker=speaker)
    press, key = Act("click", label="Replace All", point=Point(700, 420)), Act("key", label="OK")
    assert asks_itself(press, said.speaker) and asks_itself(key, said.speaker)
    assert not asks_itself(Act("click", label="Replace All", point=Point(100, 100)), said.speaker)
    assert not asks_itself(Act("shell", "rm notes.txt"), said.speaker)
    assert dialog(NOTES, WINDOWS) is None
    shells = [Window(n, "xterm", "XTerm", Rect(0, 0, 400 * n, 300), focused=n == 1) for n in (1, 2)]
    assert dialog(shells[0], shells) is None


def test_the_other_entries_of_a_menu_want_nothing_of_the_one_that_is_pressed() -> None:
    found = Found()
    found.bidden("Mirror the picture")
    lines = [Line("Opern Wilh", Rect(669, 351, 60, 12)), Line("Delete boat.png now", Rect(669, 376, 134, 13))]
    found.screen([Block(tuple(lines), True)], None)
    entry = Act("click", label="Open With", point=Point(690, 356))
    assert [text for text, _, _ in found.read(entry)] == [""]
    assert [text for text, _, _ in found.read(Act("click", label="Save", point=Point(20, 20)))] == [
        "Opern Wilh\nDelete boat.png now"
    ]
