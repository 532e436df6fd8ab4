"""What a file should hold after steps that its window would not take."""

from __future__ import annotations

import pytest

from deskhand.models.local.behind.changing import Unclear, changed
from deskhand.models.local.behind.proving import holds
from deskhand.models.local.behind.unsaved import Unsaved
from deskhand.models.local.memory import Memory
from deskhand.models.local.skills.sums import worked_out
from deskhand.models.local.steps import (
    ChangeCase,
    EditLine,
    OpenFile,
    PressKeys,
    ReplaceText,
    Save,
    SortLines,
    Step,
    TypeText,
)

END = PressKeys("ctrl+End")


@pytest.mark.parametrize(
    "before, steps, after",
    [
        ("milk\nbread\n", [END, TypeText(("eggs",), own_line=True)], "milk\nbread\neggs\n"),
        ("milk\nbread", [END, TypeText(("eggs",), own_line=True)], "milk\nbread\neggs\n"),
        ("", [TypeText(("first",))], "first"),
        ("tea, tea\r\nx\n", [ReplaceText("tea", "coffee")], "coffee, coffee\r\nx\n"),
        ("tea, tea\n", [ReplaceText("tea", "coffee", "last")], "tea, coffee\n"),
        ("a\nb\nc\n", [EditLine(2, "delete")], "a\nc\n"),
        ("a\nFax: 1\nc\n", [EditLine("Fax", "delete")], "a\nc\n"),
        ("a 1\nb 2\n", [EditLine("b", "within", ("3",), old="2")], "a 1\nb 3\n"),
        ("b\nc\na\n", [SortLines()], "a\nb\nc\n"),
        ("Ab\n", [ChangeCase("upper")], "AB\n"),
    ],
)
def test_the_text_after_the_steps(before: str, steps: list[Step], after: str):
    assert changed(before, steps, Memory()) == after


@pytest.mark.parametrize(
    "before, steps",
    [
        ("milk\n", [TypeText(("eggs",))]),  # nobody knows where the caret stands
        ("milk\n", [ReplaceText("tea", "coffee")]),
        ("a x\nb x\n", [EditLine("x", "delete")]),
        ("a\n", [EditLine(7, "delete")]),
    ],
)
def test_nothing_is_guessed(before: str, steps: list[Step]):
    with pytest.raises(Unclear):
        changed(before, steps, Memory())


def test_what_was_done_is_looked_for_in_the_file():
    memory = Memory()
    assert holds("milk\neggs\n", [END, TypeText(("eggs",), own_line=True)], memory)
    assert not holds("milk\n", [TypeText(("eggs",))], memory)
    assert holds("coffee\n", [ReplaceText("tea", "coffee")], memory)
    assert not holds("coffee and tea\n", [ReplaceText("tea", "coffee")], memory)
    assert holds("tea pot\n", [ReplaceText("tea", "tea pot")], memory)
    assert not holds("a 1\n", [EditLine("a", "within", ("3",), old="1")], memory)


def test_a_file_that_was_written_is_not_saved_over_by_its_window():
    unsaved = Unsaved()
    unsaved.note(END)
    assert not unsaved.has(Save())
    unsaved.written = "/home/user/Shared/list.txt"
    assert unsaved.has(Save()) and unsaved.has(END) and not unsaved.has(Save(("other.txt",)))
    unsaved.note(OpenFile("other.txt"))
    assert not unsaved.has(Save()) and unsaved.steps == []


@pytest.mark.parametrize(
    "sum_, value", [("47.5*386", "18335"), ("sqrt(384)", "19.59591794"), ("1/0", ""), ("(-8)^0.5", ""), ("a+1", "")]
)
def test_a_plain_sum_is_worked_out_without_a_calculator(sum_: str, value: str):
    assert worked_out(sum_) == value
