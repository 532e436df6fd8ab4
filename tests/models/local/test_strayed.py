"""The program that a wish names is the one that is worked in; and what is made there is not typed."""

from __future__ import annotations

import numpy as np
import pytest

from deskhand.models.local.plan import plan
from deskhand.models.local.skills.caret import caret
from deskhand.models.local.steps import Plan, RunCommand, TypeText, UseCommand


@pytest.mark.parametrize(
    ("wish", "command", "fields"),
    [
        ("Gnumeric でセル A2 を選び、行を挿入して保存してください。", "行を挿入", ()),
        ("Thunar で memo.txt という空のファイルを作ってください。", "空のファイル 追加", (("名前", "memo.txt"),)),
        ("In Thunar, create an empty file called memo.txt.", "add empty file", (("name", "memo.txt"),)),
    ],
)
def test_nothing_is_typed_into_another_program(wish: str, command: str, fields: tuple[tuple[str, str], ...]):
    made = plan(wish)
    assert isinstance(made, Plan)
    assert not any(isinstance(step, TypeText) for step in made.steps)
    assert [(step.words, step.fields) for step in made.steps if isinstance(step, UseCommand)] == [(command, fields)]


@pytest.mark.parametrize(
    ("wish", "command"),
    [
        (
            "How many lines of a.log in the shared folder contain the word x? Please find out in the Tilix terminal.",
            "grep -cF x /home/user/Shared/a.log",
        ),
        (
            "In the Xfce Terminal, make a folder called Old in the shared folder and move all the .txt files from there into it.",  # noqa: E501
            "mkdir -p /home/user/Shared/Old && mv -nv /home/user/Shared/*.txt /home/user/Shared/Old/",
        ),
    ],
)
def test_a_terminal_is_known_wherever_it_is_said(wish: str, command: str):
    made = plan(wish)
    assert isinstance(made, Plan)
    assert [step.command for step in made.steps if isinstance(step, RunCommand)] == [(command,)]


def test_a_caret_is_taller_than_the_digits():
    display = np.full((40, 60, 3), 255, np.uint8)
    for left in (4, 18, 32):
        display[12:28, left : left + 9] = 0
    assert caret(display, doubtful=False) is None
    display[5:35, 41:44] = 0  # touches the last digit
    assert caret(display, doubtful=False) == 41
    display[:, 41:44] = 255
    display[12:28, 44:46] = 0  # a thin digit one
    assert caret(display, doubtful=False) is None
    assert caret(display, doubtful=True) == 44
