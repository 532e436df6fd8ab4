"""The screen is followed while the model thinks; a caret changes nothing; what was read as a whole is read once."""

from __future__ import annotations

import asyncio

import numpy as np
import pytest

from deskhand.desktop.interface import Element
from deskhand.desktop.remote import RemoteDesktop
from deskhand.guard import letters
from deskhand.guard.evidence import Evidence
from deskhand.guard.injection.unspoken import undescribed
from deskhand.guard.judged import seen_in
from deskhand.guard.looking import Looking, only_a_caret
from deskhand.messages import Text, ToolResult, ToolUse
from deskhand.screen.geometry import Rect, Size
from deskhand.tools.interface import Proposal, ToolRun
from deskhand.vision.scene import Scene, TextLine


@pytest.mark.parametrize(
    ("wide", "high", "alike"), [(0, 0, True), (2, 18, True), (3, 40, True), (6, 12, False), (2, 60, False)]
)
def test_what_a_caret_may_be(wide: int, high: int, alike: bool) -> None:
    before = np.full((200, 300, 3), 255, np.uint8)
    after = before.copy()
    after[50 : 50 + high, 70 : 70 + wide] = 0
    assert only_a_caret(before, after) is alike


def test_a_part_is_taken_from_the_whole_while_its_pixels_are_the_same() -> None:
    picture = np.random.default_rng(5).integers(0, 255, (200, 300, 3), np.uint8)
    window, part = Rect(20, 20, 200, 150), Rect(30, 30, 100, 40)
    lines = (TextLine("Print", Rect(40, 40, 50, 12), 0.9), TextLine("Elsewhere", Rect(40, 120, 80, 12), 0.9))
    letters.remember(window, picture[20:170, 20:220].copy(), Scene(Size(300, 200), lines, ()))
    picture[150, 60] = 0  # below the part
    found = letters.recall(picture, part)
    assert found is not None and [line.text for line in found.texts] == ["Print"]
    assert letters.recall(picture, Rect(10, 30, 100, 40)) is None
    picture[35, 60] ^= 255
    assert letters.recall(picture, part) is None


def element(role: str, box: Rect, name: str = "") -> Element:
    return Element(role, name, box, states=frozenset({"showing"}), depth=3)


def test_cells_that_no_program_tells_are_read_off_the_picture() -> None:
    cells = element("table", Rect(30, 160, 1100, 500), "Sheet")
    around = [element("frame", Rect(0, 0, 1280, 700), "list.ods"), element("push button", Rect(5, 5, 60, 20), "Save")]
    assert undescribed([*around, cells]) == [cells.box]
    assert undescribed([*around, cells, element("table cell", Rect(40, 170, 90, 20), "milk")]) == []
    assert undescribed([*around, element("image", Rect(40, 170, 32, 32))]) == []


def test_a_list_of_what_is_on_the_screen_is_no_prose() -> None:
    def run(tool: str) -> ToolRun:
        proposal = Proposal(ToolUse("1", tool, {}), tool, tool, "List")
        return ToolRun(proposal, ToolResult("1", (Text("push button “Save” at (5, 5)"),)))

    assert seen_in(run("elements")) == [] and len(seen_in(run("memo"))) == 1


async def test_what_comes_late_is_known_when_the_act_comes(desktop: RemoteDesktop) -> None:
    told: list[Evidence] = []
    looking = Looking(desktop)
    try:
        looking.prepare(told.append)
        await asyncio.sleep(0)
        await desktop.launch("xterm -T Latecomer -geometry 40x5+100+100 -e sleep 60")
        for _ in range(60):
            if any(window.title == "Latecomer" for one in told for window in one.windows):
                break
            await asyncio.sleep(0.1)
            if not told or looking.idle:
                looking.prepare(told.append)
        assert any(window.title == "Latecomer" for one in told for window in one.windows)
        look = await looking.now()
        assert any(window.title == "Latecomer" for window in look.windows) and look.png
    finally:
        await looking.close()
