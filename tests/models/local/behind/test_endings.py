"""How the lines of a text end, and its encoding, as they are asked for."""

from __future__ import annotations

import pytest

from deskhand.models.local.behind.endings import encoding, style
from deskhand.models.local.plan import plan
from deskhand.models.local.steps import EditLine, Plan, SetSetting


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("line endings Windows (CRLF)", "CRLF"),
        ("end of line DOS", "CRLF"),
        ("改行コード CR/LF", "CRLF"),
        ("改行コード LF", "LF"),
        ("line endings Unix style", "LF"),
    ],
)
def test_the_kind_of_ends_is_known_by_its_names(words: str, name: str) -> None:
    found = style(words)
    assert found is not None and found[1] == name


def test_two_kinds_or_no_ends_of_lines_are_not_guessed() -> None:
    assert style("line endings from Windows to Unix") is None
    assert style("Windows style") is None


def test_the_encoding_is_known_by_its_names() -> None:
    assert encoding("edit encoding UTF-16") == "UTF-16"
    assert encoding("文字コード Shift_JIS") == "CP932"
    assert encoding("title UTF-8") == ""


@pytest.mark.parametrize(
    "wish",
    [
        "Change the end of line in JuffEd to Windows style and save the file.",
        "Change the line endings of a.txt in Mousepad to Windows (CRLF) and save it.",
    ],
)
def test_the_ends_of_lines_are_no_line_of_the_text(wish: str) -> None:
    made = plan(wish)
    assert isinstance(made, Plan)
    assert any(isinstance(step, SetSetting) for step in made.steps)
    assert not any(isinstance(step, EditLine) for step in made.steps)
