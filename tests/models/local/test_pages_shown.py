"""What a page shows in large print, and which page a command is for."""

import pytest

from deskhand.models.local.skills.commands.of_page import _ONLY
from deskhand.models.local.skills.printed import in_large_print
from deskhand.models.local.understand.page_rule import page_said
from deskhand.screen.geometry import Rect
from deskhand.vision.scene import TextLine

WINDOW = Rect(0, 0, 800, 600)


def _line(text: str, y: int, height: int, x: int = 100) -> TextLine:
    return TextLine(text, Rect(x, y, 20 * len(text), height), 0.99)


def test_a_word_by_far_larger_than_all_else_is_the_pages() -> None:
    small = [_line("2 Harbour", 50, 14, 5), _line("5 Compass", 90, 14, 5), _line("420x600 tale.cbz", 580, 12, 5)]
    assert in_large_print([*small, _line("Compass", 300, 60)], WINDOW) == "Compass"
    assert in_large_print([*small, _line("Compass", 300, 20)], WINDOW) == ""
    assert in_large_print([*small, *(_line(f"line {at}", 100 + 60 * at, 50) for at in range(5))], WINDOW) == ""
    assert in_large_print([], WINDOW) == ""


@pytest.mark.parametrize(
    ("name", "page"), [("page 2", "2"), ("2 ページ目", "2"), ("third page", "3"), ("last page", "-1")]
)
def test_a_thing_that_is_only_a_page(name: str, page: str) -> None:
    assert _ONLY.fullmatch(name)
    assert page_said(f"{name} ") == page


def test_a_page_by_what_stands_on_it_is_not_counted() -> None:
    assert not _ONLY.fullmatch("the page about roofs")
    assert not _ONLY.fullmatch("「Roof」と書かれたページ")
