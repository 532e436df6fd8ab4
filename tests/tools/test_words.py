"""What is said of an act, before and after."""

from __future__ import annotations

import pytest

from deskhand.desktop.actions import Action, Click, Drag, HoldKey, Key, Look, Press, Release, Scroll, Type, Wait
from deskhand.desktop.interface import Glimpse, Outcome
from deskhand.screen.geometry import Point, Rect, Size
from deskhand.screen.sizing import Scale
from deskhand.tools.words import propose, report

SAME = Scale(Size(1280, 800), Size(1280, 800))
HALF = Scale(Size(1280, 800), Size(640, 400))
STILL = Outcome(changed=False)


@pytest.mark.parametrize(
    ("action", "before", "after"),
    [
        (Look(), "Take a screenshot", ""),
        (Click(Point(640, 400)), "Click at (640, 400)", "Clicked at (640, 400). Nothing on the screen changed."),
        (
            Click(None, "left", 2, ("ctrl", "shift")),
            "Double-click where the pointer is with ctrl+shift held",
            "Double-clicked where the pointer is with ctrl+shift held. Nothing on the screen changed.",
        ),
        (
            Click(Point(0, 0), "right"),
            "Right-click at (0, 0)",
            "Right-clicked at (0, 0). Nothing on the screen changed.",
        ),
        (
            Drag((Point(1, 2), Point(3, 4))),
            "Drag from (1, 2) to (3, 4)",
            "Dragged from (1, 2) to (3, 4). Nothing on the screen changed.",
        ),
        (
            Scroll("down", 3, Point(5, 6)),
            "Scroll down by 3 at (5, 6)",
            "Scrolled down by 3 at (5, 6). Nothing on the screen changed.",
        ),
        (Key("ctrl+s"), "Press ctrl+s", "Pressed ctrl+s. Nothing on the screen changed."),
        (Key("Tab", 4), "Press Tab 4 times", "Pressed Tab 4 times. Nothing on the screen changed."),
        (HoldKey("a", 1.5), "Hold a for 1.5 s", "Held a for 1.5 s. Nothing on the screen changed."),
        (Type("a\nb"), "Type “a⏎b”", "Typed 3 characters. Nothing on the screen changed."),
        (Type("x" * 99), f"Type “{'x' * 79}…”", "Typed 99 characters. Nothing on the screen changed."),
        (Wait(2), "Wait 2 s", "Waited 2 s. Nothing on the screen changed."),
        (
            Press(),
            "Press the left mouse button and hold it",
            "The left mouse button is down now, and stays down until it is released. Nothing on the screen changed.",
        ),
        (
            Release(),
            "Let go of the left mouse button",
            "The left mouse button is up now. Nothing on the screen changed.",
        ),
    ],
)
def test_each_action_in_words(action: Action, before: str, after: str) -> None:
    assert propose(action) == before
    assert report(action, STILL, SAME) == after


def test_a_report_tells_where_the_screen_changed_in_the_models_own_pixels() -> None:
    regions = (Rect(480, 280, 240, 120), Rect(0, 0, 10, 10), Rect(1270, 790, 10, 10))
    outcome = Outcome(True, regions, 30_000, "Untitled 1 - Mousepad")
    said = report(Click(Point(500, 300)), outcome, SAME)
    assert said == (
        "Clicked at (500, 300). The screen changed: 240×120 at (480, 280) and 2 more regions. "
        "Focus: “Untitled 1 - Mousepad”."
    )
    assert "Clicked at (250, 150). The screen changed: 120×60 at (240, 140)" in report(
        Click(Point(500, 300)), outcome, HALF
    )
    assert "and 1 more region." in report(Click(), Outcome(True, regions[:2]), SAME)


def test_a_report_tells_what_still_moves_and_what_came_and_went() -> None:
    glimpses = tuple(Glimpse(Rect(10 * number, 0, 100, 20), 0.25, 0.4) for number in range(5))
    outcome = Outcome(True, (Rect(0, 0, 5, 5),), settled=False, seconds=3.0, glimpses=glimpses)
    for action in (Look(), Key("F5")):
        said = report(action, outcome, SAME)
        assert "still changing after 3.0 s" in said
        assert "Something showed for 0.4 s at 100×20 at (10, 0) (0.2 s after the action) and is gone again." in said
        assert said.count("Something showed") == 3 and "So did 2 more." in said
