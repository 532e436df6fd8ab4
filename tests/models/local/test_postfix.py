"""The result on a calculator that keeps its numbers in a pile, and takes the sign last."""

from __future__ import annotations

from deskhand.models.local.skills.postfix import lowest
from deskhand.screen.geometry import Rect
from deskhand.vision.scene import TextLine

BODY = Rect(0, 0, 400, 500)


def _line(text: str, x: int, y: int) -> TextLine:
    return TextLine(text, Rect(x, y, 12 * len(text), 18), 1.0)


def test_the_lowest_number_at_the_right_is_the_result() -> None:
    pile = [
        _line("3:", 5, 100),
        _line("128", 350, 120),
        _line("2:", 5, 120),
        _line("5888", 330, 140),
        _line("7", 60, 300),
    ]
    assert lowest(pile, BODY) == "5888"


def test_the_level_of_a_number_is_no_part_of_it() -> None:
    assert lowest([_line("1:              5888", 200, 140)], BODY) == "5888"
    assert lowest([_line("Radians", 250, 40)], BODY) is None
