"""Every action of every version: what it takes, what it becomes, and what is said of a wrong one."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deskhand.desktop.actions import (
    Action,
    Click,
    Drag,
    HoldKey,
    Key,
    Look,
    Move,
    Press,
    Release,
    Scroll,
    Type,
    Wait,
)
from deskhand.screen.geometry import Point, Rect, Size
from deskhand.screen.sizing import Scale
from deskhand.tools.computer_actions import SHAPES, AskPointer, DragFromPointer, Intent, Zoom, parse
from deskhand.tools.interface import ToolError
from deskhand.tools.versions import VERSIONS

SAME = Scale(Size(1280, 800), Size(1280, 800))
HALF = Scale(Size(2560, 1600), Size(1280, 800))
A, B, C, T = (VERSIONS[f"computer_{name}"] for name in ("20241022", "20250124", "20251124", "toolset_20260801"))


def made(name: str, values: dict[str, Any], version: Any = T, scale: Scale = SAME) -> Intent:
    return parse(name, values, scale, version, frozenset(version.actions))


def wrong(name: str, values: dict[str, Any], version: Any = T) -> str:
    with pytest.raises(ToolError) as caught:
        made(name, values, version)
    return str(caught.value)


ACTIONS: list[tuple[str, dict[str, Any], Intent]] = [
    ("screenshot", {}, Look()),
    ("cursor_position", {}, AskPointer()),
    ("mouse_move", {"coordinate": [0, 0]}, Move(Point(0, 0))),
    ("left_click", {}, Click()),
    ("left_click", {"coordinate": [1279, 799]}, Click(Point(1279, 799))),
    ("left_click", {"coordinate": [5, 6], "text": "shift"}, Click(Point(5, 6), modifiers=("shift",))),
    ("left_click", {"key": "CTRL+Shift_L"}, Click(modifiers=("ctrl", "shift"))),
    ("left_click", {"coordinate": [5, 6], "text": None}, Click(Point(5, 6))),
    ("left_click", {"text": "cmd"}, Click(modifiers=("super",))),
    ("right_click", {"coordinate": [5, 6]}, Click(Point(5, 6), "right")),
    ("middle_click", {}, Click(None, "middle")),
    ("double_click", {}, Click(count=2)),
    ("triple_click", {"text": "alt"}, Click(count=3, modifiers=("alt",))),
    ("left_mouse_down", {}, Press()),
    ("left_mouse_up", {}, Release()),
    ("left_click_drag", {"start_coordinate": [1, 2], "coordinate": [3, 4]}, Drag((Point(1, 2), Point(3, 4)))),
    ("scroll", {"scroll_direction": "down", "scroll_amount": 3}, Scroll("down", 3)),
    (
        "scroll",
        {"coordinate": [9, 8], "scroll_direction": "LEFT", "scroll_amount": "0", "text": "ctrl"},
        Scroll("left", 0, Point(9, 8), ("ctrl",)),
    ),
    ("key", {"text": "ctrl+s"}, Key("ctrl+s")),
    ("key", {"text": "Tab", "repeat": 4}, Key("Tab", 4)),
    ("key", {"text": " "}, Key("space")),
    ("key", {"text": 5}, Key("5")),
    ("hold_key", {"text": "shift", "duration": 2}, HoldKey("shift", 2.0)),
    ("type", {"text": " a\n\t日本 😀 "}, Type(" a\n\t日本 😀 ")),
    ("wait", {"duration": 0}, Wait(0.0)),
    ("wait", {"duration": 0.25}, Wait(0.25)),
    ("wait", {"duration": 300}, Wait(300.0)),
    ("zoom", {"region": [100, 200, 400, 350]}, Zoom(Rect(100, 200, 300, 150))),
    ("zoom", {"region": [0, 0, 1280, 800]}, Zoom(Rect(0, 0, 1280, 800))),
]


@pytest.mark.parametrize(("name", "values", "intent"), ACTIONS)
def test_each_action_becomes_what_it_means(name: str, values: dict[str, Any], intent: Intent) -> None:
    assert made(name, values) == intent


def test_the_table_covers_every_action_and_every_action_is_tried() -> None:
    assert set(SHAPES) == set(T.actions) == set(C.actions) == {name for name, _, _ in ACTIONS}
    assert set(A.actions) < set(B.actions) < set(C.actions)
    assert len(A.actions) == 10 and len(B.actions) == 16 and len(T.actions) == 17


@pytest.mark.parametrize(
    "form", [[500, 300], [500.0, "300"], "[500, 300]", "500, 300", "(500,300)", {"x": 500, "y": 300}]
)
def test_a_coordinate_may_be_written_in_many_ways(form: object) -> None:
    assert made("mouse_move", {"coordinate": form}) == Move(Point(500, 300))


def test_the_first_version_drags_from_the_pointer_and_clicks_anywhere() -> None:
    assert made("left_click_drag", {"coordinate": [3, 4]}, A) == DragFromPointer(Point(3, 4))
    drag = {"start_coordinate": [1, 2], "coordinate": [3, 4]}
    assert made("left_click_drag", drag, A) == Drag((Point(1, 2), Point(3, 4)))
    assert made("left_click", {"coordinate": [3, 4]}, A) == Click(Point(3, 4))
    assert "'start_coordinate' is missing" in wrong("left_click_drag", {"coordinate": [3, 4]}, B)


def test_coordinates_and_regions_are_scaled_to_the_screen_at_both_ends() -> None:
    assert made("mouse_move", {"coordinate": [0, 0]}, C, HALF) == Move(Point(0, 0))
    assert made("mouse_move", {"coordinate": [1279, 799]}, C, HALF) == Move(Point(2559, 1599))
    assert made("zoom", {"region": [10, 20, 30, 40]}, C, HALF) == Zoom(Rect(20, 40, 40, 40))


@pytest.mark.parametrize(
    ("name", "values", "words"),
    [
        (
            "left_click",
            {"coordinate": [1300, 20]},
            "left_click: coordinate [1300, 20] is outside the 1280×800 screenshot: x must be 0–1279 and y 0–799",
        ),
        ("left_click", {"coordinate": [-1, 20]}, "coordinate [-1, 20] is outside"),
        ("left_click", {"coordinate": [0, 800]}, "coordinate [0, 800] is outside"),
        ("left_click", {"coordinate": [0.5, 0.25]}, "whole pixels, not 0.5"),
        ("left_click", {"coordinate": [1]}, "coordinate must be [x, y] in whole pixels, not [1]"),
        ("left_click", {"coordinate": [True, 1]}, "not true"),
        ("left_click", {"coordinate": [float("nan"), 1]}, "not NaN"),
        ("left_click", {"coordinate": "here"}, 'not "here"'),
        ("left_click", {"text": "hello"}, "'hello' is none"),
        ("left_click", {"button": "left"}, '"button" is not accepted'),
        ("left_click_drag", {"start_coordinate": [9999, 1], "coordinate": [1, 1]}, "start_coordinate [9999, 1]"),
        ("left_mouse_down", {"coordinate": [1, 1]}, "left_mouse_down takes no arguments"),
        ("mouse_move", {}, "'coordinate' is missing. mouse_move needs coordinate."),
        ("mouse_move", {"coordinate": None}, "'coordinate' is missing"),
        ("scroll", {"scroll_direction": "down"}, "'scroll_amount' is missing"),
        ("scroll", {"scroll_direction": "in", "scroll_amount": 1}, "one of up, down, left, right"),
        ("scroll", {"scroll_direction": "down", "scroll_amount": -1}, "scroll_amount must be 0 to 1000, not -1"),
        ("scroll", {"scroll_direction": "down", "scroll_amount": 1.5}, "whole number"),
        ("key", {"text": ""}, "text is empty"),
        ("key", {"text": "crtl+s"}, "did you mean"),
        ("key", {"text": "Tab", "repeat": 0}, "repeat must be 1 to 100"),
        ("key", {"text": ["ctrl", "s"]}, "text must be a string"),
        ("type", {"text": "a", "coordinate": [1, 2]}, '"coordinate" is not accepted'),
        ("type", {"text": "\udc00"}, "surrogate"),
        ("type", {"text": "x" * 100_001}, "write long text into a file"),
        ("hold_key", {"text": "a"}, "'duration' is missing"),
        ("hold_key", {"text": "a", "duration": 301}, "0 to 300 seconds, not 301"),
        ("wait", {"duration": -1}, "0 to 300 seconds"),
        ("wait", {"duration": "soon"}, 'a number of seconds, not "soon"'),
        ("wait", {"duration": float("inf")}, "a number of seconds"),
        ("zoom", {"region": [10, 10, 5, 20]}, "0 ≤ x0 < x1 ≤ 1280"),
        ("zoom", {"region": [0, 0, 1281, 20]}, "1280×800 screenshot"),
        ("zoom", {"region": [0, 0, 20]}, "[x0, y0, x1, y1]"),
        ("fly", {}, "There is no computer toolset member 'fly'. Available: key, type"),
    ],
)  # fmt: skip
def test_a_wrong_call_is_refused_with_what_would_be_right(name: str, values: dict[str, Any], words: str) -> None:
    assert words in wrong(name, values)


def test_versions_refuse_what_they_do_not_have() -> None:
    assert "computer_20241022 has no action 'scroll'" in wrong("scroll", {}, A)
    assert "computer_20250124 has no action 'zoom'" in wrong("zoom", {}, B)
    assert "0 to 100 seconds, not 101" in wrong("wait", {"duration": 101}, C)
    with pytest.raises(ToolError, match="'zoom' is not available in this environment"):
        parse("zoom", {}, SAME, C, frozenset(C.actions) - {"zoom"})


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
KEYS = ("coordinate", "start_coordinate", "text", "key", "duration", "scroll_direction", "scroll_amount", "region",
        "repeat", "other")  # fmt: skip
SENSIBLE = st.sampled_from(
    [[1, 2], [1, 2, 3, 4], "a", "down", "shift", 3, "3", 1e400, -0.0, 10**400, "1" * 5000, [0, "9" * 30]]
)


@settings(max_examples=200, deadline=None)
@given(
    st.sampled_from(sorted(SHAPES)) | st.text(max_size=8),
    st.dictionaries(st.sampled_from(KEYS), SENSIBLE | JSON, max_size=4),
    st.sampled_from([A, B, C, T]),
    st.sampled_from([SAME, HALF, Scale(Size(7, 5), Size(7, 5))]),
)
def test_any_input_is_an_intent_on_the_screen_or_a_tool_error(
    name: str, values: dict[str, Any], version: Any, scale: Scale
) -> None:
    try:
        intent = made(name, values, version, scale)
    except ToolError as error:
        text = str(error)
        assert text and len(text) < 1000
        text.encode()
        return
    for point in points(intent):
        assert scale.screen.contains(point)
    if isinstance(intent, Zoom):
        assert intent.region.clip(scale.screen) == intent.region


def points(intent: Intent | Action) -> tuple[Point, ...]:
    match intent:
        case Move(point) | Click(point=Point() as point) | Scroll(point=Point() as point):
            return (point,)
        case Drag(path):
            return path
        case DragFromPointer(end):
            return (end,)
        case _:
            return ()
