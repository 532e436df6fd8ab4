"""One value in one line becomes another: told by the line's number, by what it is about, or as a bare fact."""

from __future__ import annotations

import pytest

from deskhand.models.local.plan import plan
from deskhand.models.local.steps import EditLine, NotUnderstood, OpenFile, Save


@pytest.mark.parametrize(
    "wish, file, edit",
    [
        (
            'In the editor ne, change "draft" to "final" in the first line of status.txt and save the file.',
            "status.txt",
            EditLine(1, "within", ("final",), old="draft"),
        ),
        (
            "hours.txt is open in xedit. Change the closing time on Saturday from 16:00 to 14:00 and save the file.",
            "hours.txt",
            EditLine("Saturday", "within", ("14:00",), old="16:00"),
        ),
        (
            "Soup is 4.50 now. Please correct that in menu.txt, which is open in SciTE, leave the other prices alone, "
            "and save.",
            "menu.txt",
            EditLine("Soup", "within", ("4.50",)),
        ),
        (
            "Mousepad で開いている plan.txt の 2 行目の「月曜」を「火曜」に変えて、保存してください。",
            "plan.txt",
            EditLine(2, "within", ("火曜",), old="月曜"),
        ),
        (
            "Mousepad で開いている menu.txt の、スープの値段を 400 円から 450 円に変えて保存してください。",
            "menu.txt",
            EditLine("スープ", "within", ("450",), old="400"),
        ),
    ],
)
def test_a_value_in_a_line(wish: str, file: str, edit: EditLine):
    understood = plan(wish)
    assert not isinstance(understood, NotUnderstood)
    assert edit in understood.steps and isinstance(understood.steps[-1], Save)
    assert any(isinstance(step, OpenFile) and step.name == file for step in understood.steps)


@pytest.mark.parametrize(
    "wish",
    [
        "Change the volume from 3 to 5 in Audacious and play the first song.",
        "Soup is 4.50 now. Please correct that in menu.txt, which is open in SciTE, and mail it to Ann.",
    ],
)
def test_what_asks_for_more_is_left_to_others(wish: str):
    understood = plan(wish)
    assert isinstance(understood, NotUnderstood) or not any(isinstance(step, EditLine) for step in understood.steps)
