"""The action languages of other models, by tables, and laws of their coordinates that hold of any picture."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskhand.models.dialects import gemini, openai_actions
from deskhand.models.dialects.interface import DialectError, Space
from deskhand.models.dialects.keys import chord
from deskhand.models.dialects.qwen import QWEN_2_5_VL, QWEN_3_VL
from deskhand.models.dialects.spaces import Relative, Resized
from deskhand.models.dialects.ui_tars import UI_TARS_1_0, UI_TARS_1_5
from deskhand.screen.geometry import Point, Rect, Size
from deskhand.screen.sizing import Scale
from deskhand.tools.computer_actions import parse
from deskhand.tools.versions import version

PICTURE = Size(1280, 800)
TARS_SPACE = Resized(28, 100 * 28 * 28, 16384 * 28 * 28)
C = version("computer_20251124")


def accepted(call: Any) -> None:
    """The computer tool itself takes the call."""
    values = dict(call)
    parse(values.pop("action"), values, Scale(PICTURE, PICTURE), C, frozenset(C.actions))


# --- coordinates ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("size", "resized"),
    [
        ((1280, 800), (1288, 812)),  # 45.7 → 46, 28.57 → 29 patches
        ((1920, 1080), (1932, 1092)),
        ((1024, 768), (1036, 756)),  # 36.57 → 37, 27.43 → 27
        ((1366, 768), (1372, 756)),
        ((28, 28), (280, 280)),  # grown to the least area
        ((5000, 4000), (4004, 3192)),  # shrunk to the largest: √(20e6/12845056) = 1.2478
    ],
)
def test_smart_resize(size: tuple[int, int], resized: tuple[int, int]):
    assert TARS_SPACE.size(Size(*size)) == Size(*resized)


@pytest.mark.parametrize(
    ("space", "written", "pixel"),
    [
        (Relative(), (500, 500), (640, 400)),
        (Relative(), (0, 0), (0, 0)),
        (Relative(), (1000, 1000), (1279, 799)),
        (Relative(1000, 999), (999, 999), (1278, 799)),
        (Relative(1000, 999), (25, 50), (32, 40)),
        (TARS_SPACE, (1288, 812), (1279, 799)),
        (TARS_SPACE, (644, 406), (640, 400)),
        (TARS_SPACE, (235, 512), (233, 504)),
        (TARS_SPACE, (5000, -3), (1279, 0)),
    ],
)
def test_coordinates(space: Space, written: tuple[int, int], pixel: tuple[int, int]):
    assert space.to_picture(*written, PICTURE) == Point(*pixel)


sizes = st.builds(Size, st.integers(64, 4000), st.integers(64, 4000))


@given(sizes, st.data(), st.sampled_from([Relative(), Relative(1000, 999), TARS_SPACE, Resized(28, 3136, 12_845_056)]))
def test_a_pixel_comes_back_to_itself_as_far_as_the_space_can_tell(size: Size, data: Any, space: Any):
    pixel = Point(data.draw(st.integers(0, size.width - 1)), data.draw(st.integers(0, size.height - 1)))
    back = space.to_picture(*space.from_picture(pixel, size), size)
    parts = space.size(size) if isinstance(space, Resized) else Size(space.last, space.last)
    for was, now, side, count in (
        (pixel.x, back.x, size.width, parts.width),
        (pixel.y, back.y, size.height, parts.height),
    ):
        assert abs(was - now) <= (0 if count >= side else side / count + 1)
    assert size.contains(back)


@given(sizes)
def test_the_resized_picture_is_what_the_model_takes(size: Size):
    resized = TARS_SPACE.size(size)
    assert resized.width % 28 == 0 and resized.height % 28 == 0
    assert resized.width * resized.height <= TARS_SPACE.most
    assert Rect(0, 0, resized.width, resized.height).width > 0


# --- UI-TARS ----------------------------------------------------------------------------------------------------

BOX = "<|box_start|>(644,406)<|box_end|>"


@pytest.mark.parametrize(
    ("action", "calls"),
    [
        (f"click(start_box='{BOX}')", [{"action": "left_click", "coordinate": [640, 400]}]),
        ("click(start_box='(644,406)')", [{"action": "left_click", "coordinate": [640, 400]}]),
        ("click(point='<point>644 406</point>')", [{"action": "left_click", "coordinate": [640, 400]}]),
        ("click(start_box='<bbox>634 396 654 416</bbox>')", [{"action": "left_click", "coordinate": [640, 400]}]),
        (f"left_double(start_box='{BOX}')", [{"action": "double_click", "coordinate": [640, 400]}]),
        (f"right_single(start_box='{BOX}')", [{"action": "right_click", "coordinate": [640, 400]}]),
        (
            f"drag(start_box='(0,0)', end_box='{BOX}')",
            [{"action": "left_click_drag", "start_coordinate": [0, 0], "coordinate": [640, 400]}],
        ),
        ("hotkey(key='ctrl c')", [{"action": "key", "text": "ctrl+c"}]),
        ("hotkey(key='ctrl+shift+T')", [{"action": "key", "text": "ctrl+shift+t"}]),
        ("hotkey(key='enter')", [{"action": "key", "text": "Return"}]),
        ("type(content='hello')", [{"action": "type", "text": "hello"}]),
        ("type(content='hello\\n')", [{"action": "type", "text": "hello"}, {"action": "key", "text": "Return"}]),
        ("type(content='\\n')", [{"action": "key", "text": "Return"}]),
        (r"type(content='it\'s \"so\"')", [{"action": "type", "text": 'it\'s "so"'}]),
        ("type(content='it's so')", [{"action": "type", "text": "it's so"}]),  # nobody escaped it
        (
            f"scroll(start_box='{BOX}', direction='down')",
            [{"action": "scroll", "coordinate": [640, 400], "scroll_direction": "down", "scroll_amount": 5}],
        ),
        ("scroll(direction='up')", [{"action": "scroll", "scroll_direction": "up", "scroll_amount": 5}]),
        ("wait()", [{"action": "wait", "duration": 5}]),
    ],
)
def test_ui_tars_1_5(action: str, calls: list[dict[str, Any]]):
    action = action.replace("\n", "\\n")
    for text in (f"Thought: I see it.\nAction: {action}", f"Thought：I see it.\nAction：{action}"):
        turn = UI_TARS_1_5.read(text, PICTURE)
        assert list(turn.calls) == calls
        assert turn.say == "I see it."
    for call in calls:
        accepted(call)


def test_ui_tars_1_0_counts_in_thousandths():
    turn = UI_TARS_1_0.read("Thought: x\nAction: click(start_box='[400, 450, 600, 550]')", PICTURE)
    assert turn.calls == ({"action": "left_click", "coordinate": [640, 400]},)


def test_ui_tars_several_actions_and_ends():
    text = "Thought: two\nAction: click(start_box='(644,406)')\n\ntype(content='a\nb')\n\nhotkey(key='tab')"
    assert [call["action"] for call in UI_TARS_1_5.read(text, PICTURE).calls] == ["left_click", "type", "key"]
    done = UI_TARS_1_5.read("Thought: t\nAction: finished(content='It is 7.')", PICTURE)
    assert (done.ends, done.say, done.calls) == ("done", "It is 7.", ())
    assert UI_TARS_1_5.read("Thought: Which one?\nAction: call_user()", PICTURE).ends == "asks"
    assert UI_TARS_1_5.read("click(start_box='(644,406)')", PICTURE).calls


@pytest.mark.parametrize(
    "text", ["", "I do not know.", "Action: jump()", "Action: click(start_box='(1,2,3)')", "Action: click()",
             "Action: scroll(direction='inward')", "Action: click(((", "Action: type(content=open('x'))"],
)  # fmt: skip
def test_ui_tars_says_what_cannot_be_read(text: str):
    with pytest.raises(DialectError):
        UI_TARS_1_5.read(text, PICTURE)


@given(st.text(max_size=200))
def test_no_text_breaks_a_reader(text: str):
    for dialect in (UI_TARS_1_0, UI_TARS_1_5, QWEN_2_5_VL, QWEN_3_VL):
        for form in (text, f"Action: {text}", f"<tool_call>{text}</tool_call>", f"Action: type(content='{text}')"):
            try:
                dialect.read(form, PICTURE)
            except DialectError:
                pass


WRITABLE: list[dict[str, Any]] = [
    {"action": "left_click", "coordinate": [640, 400]},
    {"action": "double_click", "coordinate": [1, 2]},
    {"action": "right_click", "coordinate": [1279, 799]},
    {"action": "type", "text": 'it\'s "so"\nand so'},
    {"action": "key", "text": "ctrl+s"},
    {"action": "scroll", "coordinate": [10, 20], "scroll_direction": "down", "scroll_amount": 5},
]


@pytest.mark.parametrize("dialect", [UI_TARS_1_5, QWEN_2_5_VL])
@pytest.mark.parametrize("call", WRITABLE)
def test_what_another_model_did_is_read_as_the_same(dialect: Any, call: dict[str, Any]):
    turn = dialect.read(dialect.write([call], "I do it.", PICTURE), PICTURE)
    assert (list(turn.calls), turn.say) == ([call], "I do it.")


# --- Qwen -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "calls"),
    [
        ({"action": "left_click", "coordinate": [500, 500]}, [{"action": "left_click", "coordinate": [640, 400]}]),
        (
            {"action": "left_click", "coordinate": [500, 500], "text": "ctrl"},
            [{"action": "left_click", "coordinate": [640, 400], "text": "ctrl"}],
        ),
        ({"action": "triple_click", "coordinate": [0, 0]}, [{"action": "triple_click", "coordinate": [0, 0]}]),
        ({"action": "key", "keys": ["ctrl", "a"]}, [{"action": "key", "text": "ctrl+a"}]),
        ({"action": "key", "keys": ["Enter"]}, [{"action": "key", "text": "Return"}]),
        ({"action": "type", "text": "hi"}, [{"action": "type", "text": "hi"}]),
        ({"action": "scroll", "pixels": -600}, [{"action": "scroll", "scroll_direction": "down", "scroll_amount": 5}]),
        ({"action": "scroll", "pixels": 10}, [{"action": "scroll", "scroll_direction": "up", "scroll_amount": 1}]),
        ({"action": "hscroll", "pixels": 240}, [{"action": "scroll", "scroll_direction": "right", "scroll_amount": 2}]),
        (
            {"action": "left_click_drag", "coordinate": [500, 500]},
            [
                {"action": "left_mouse_down"},
                {"action": "mouse_move", "coordinate": [640, 400]},
                {"action": "left_mouse_up"},
            ],
        ),
        ({"action": "wait", "time": 3}, [{"action": "wait", "duration": 3}]),
    ],
)
def test_qwen3_vl(arguments: dict[str, Any], calls: list[dict[str, Any]]):
    import json

    text = f"I go on.\n<tool_call>\n{json.dumps({'name': 'computer_use', 'arguments': arguments})}\n</tool_call>"
    turn = QWEN_3_VL.read(text, PICTURE)
    assert list(turn.calls) == calls and turn.say == "I go on."
    for call in calls:
        accepted(call)


def test_qwen_ends_and_the_resolution_it_is_told():
    ends = '<tool_call>{"name": "computer_use", "arguments": {"action": "terminate", "status": "%s"}}</tool_call>'
    assert QWEN_3_VL.read(ends % "success", PICTURE).ends == "done"
    assert QWEN_3_VL.read(ends % "failure", PICTURE).ends == "asks"
    answer = '<tool_call>{"name": "computer_use", "arguments": {"action": "answer", "text": "7"}}</tool_call>'
    assert (QWEN_3_VL.read(answer, PICTURE).ends, QWEN_3_VL.read(answer, PICTURE).say) == ("done", "7")
    assert "1288x812" in QWEN_2_5_VL.instructions("Do it.", PICTURE)
    assert "1000x1000" in QWEN_3_VL.instructions("Do it.", PICTURE)


# --- Gemini and OpenAI ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "arguments", "actions"),
    [
        ("click", {"x": 500, "y": 500}, [{"action": "left_click", "coordinate": [640, 400]}]),
        ("click_at", {"x": 999, "y": 999}, [{"action": "left_click", "coordinate": [1278, 799]}]),
        ("hover_at", {"x": 0, "y": 0}, [{"action": "mouse_move", "coordinate": [0, 0]}]),
        (
            "type_text_at",
            {"x": 500, "y": 500, "text": "hi"},
            [
                {"action": "left_click", "coordinate": [640, 400]},
                {"action": "key", "text": "ctrl+a"},
                {"action": "key", "text": "BackSpace"},
                {"action": "type", "text": "hi"},
                {"action": "key", "text": "Return"},
            ],
        ),
        (
            "type_text_at",
            {"x": 0, "y": 0, "text": "hi", "press_enter": False, "clear_before_typing": False},
            [{"action": "left_click", "coordinate": [0, 0]}, {"action": "type", "text": "hi"}],
        ),
        ("key_combination", {"keys": "Control+A"}, [{"action": "key", "text": "ctrl+a"}]),
        ("hotkey", {"keys": ["control", "shift", "Tab"]}, [{"action": "key", "text": "ctrl+shift+Tab"}]),
        ("press_key", {"key": "Enter"}, [{"action": "key", "text": "Return"}]),
        (
            "scroll_document",
            {"direction": "down"},
            [{"action": "scroll", "scroll_direction": "down", "scroll_amount": 7}],
        ),
        (
            "scroll",
            {"x": 500, "y": 500, "direction": "left"},
            [{"action": "scroll", "coordinate": [640, 400], "scroll_direction": "left", "scroll_amount": 2}],
        ),
        (
            "drag_and_drop",
            {"x": 0, "y": 0, "destination_x": 500, "destination_y": 500},
            [{"action": "left_click_drag", "start_coordinate": [0, 0], "coordinate": [640, 400]}],
        ),
        (
            "drag_and_drop",
            {"start_x": 0, "start_y": 0, "end_x": 500, "end_y": 500},
            [{"action": "left_click_drag", "start_coordinate": [0, 0], "coordinate": [640, 400]}],
        ),
        ("wait_5_seconds", {}, [{"action": "wait", "duration": 5}]),
        ("go_back", {}, [{"action": "key", "text": "alt+Left"}]),
        (
            "navigate",
            {"url": "example.org"},
            [
                {"action": "key", "text": "ctrl+l"},
                {"action": "type", "text": "example.org"},
                {"action": "key", "text": "Return"},
            ],
        ),
        ("take_screenshot", {"intent": "look"}, [{"action": "screenshot"}]),
    ],
)
def test_gemini(name: str, arguments: dict[str, Any], actions: list[dict[str, Any]]):
    assert gemini.calls(name, arguments, PICTURE) == actions
    for call in actions:
        accepted(call)


def test_gemini_errors_and_concerns():
    for name, arguments in (("click", {"x": 1}), ("fly", {}), ("scroll_at", {"x": 1, "y": 1, "direction": "in"})):
        with pytest.raises(DialectError):
            gemini.calls(name, arguments, PICTURE)
    asked = {"safety_decision": {"decision": "require_confirmation", "explanation": "It buys."}}
    assert gemini.concerns(asked) == ("It buys.",)
    assert gemini.concerns({"x": 1}) == ()
    for call in WRITABLE:
        names = gemini.write(call, PICTURE)
        back = [each for name, arguments in names for each in gemini.calls(name, arguments, PICTURE)]
        assert [each["action"] for each in back] == [call["action"]]


@pytest.mark.parametrize(
    ("action", "calls"),
    [
        ({"type": "click", "x": 0, "y": 5, "button": "left"}, [{"action": "left_click", "coordinate": [0, 5]}]),
        (
            {"type": "click", "x": 1, "y": 2, "button": "right", "keys": ["CTRL", "SHIFT"]},
            [{"action": "right_click", "coordinate": [1, 2], "text": "ctrl+shift"}],
        ),
        ({"type": "click", "x": 1, "y": 2, "button": "wheel"}, [{"action": "middle_click", "coordinate": [1, 2]}]),
        ({"type": "click", "x": 1, "y": 2, "button": "back"}, [{"action": "key", "text": "alt+Left"}]),
        ({"type": "double_click", "x": 1, "y": 2}, [{"action": "double_click", "coordinate": [1, 2]}]),
        (
            {"type": "drag", "path": [{"x": 1, "y": 2}, {"x": 3, "y": 4}]},
            [{"action": "left_click_drag", "start_coordinate": [1, 2], "coordinate": [3, 4]}],
        ),
        (
            {"type": "drag", "path": [{"x": 1, "y": 2}, {"x": 3, "y": 4}, {"x": 5, "y": 6}]},
            [
                {"action": "mouse_move", "coordinate": [1, 2]},
                {"action": "left_mouse_down"},
                {"action": "mouse_move", "coordinate": [3, 4]},
                {"action": "mouse_move", "coordinate": [5, 6]},
                {"action": "left_mouse_up"},
            ],
        ),
        ({"type": "keypress", "keys": ["CTRL", "A"]}, [{"action": "key", "text": "ctrl+a"}]),
        ({"type": "keypress", "keys": ["ARROWLEFT"]}, [{"action": "key", "text": "Left"}]),
        ({"type": "move", "x": 9, "y": 9}, [{"action": "mouse_move", "coordinate": [9, 9]}]),
        (
            {"type": "scroll", "x": 1, "y": 2, "scroll_x": -10, "scroll_y": 360},
            [
                {"action": "scroll", "coordinate": [1, 2], "scroll_direction": "down", "scroll_amount": 3},
                {"action": "scroll", "coordinate": [1, 2], "scroll_direction": "left", "scroll_amount": 1},
            ],
        ),
        ({"type": "type", "text": "hi"}, [{"action": "type", "text": "hi"}]),
        ({"type": "wait"}, [{"action": "wait", "duration": 2}]),
        ({"type": "screenshot"}, [{"action": "screenshot"}]),
        ({"type": "dance"}, [{"action": "screenshot"}]),
    ],
)
def test_openai_actions(action: dict[str, Any], calls: list[dict[str, Any]]):
    assert openai_actions.calls(action) == calls
    for call in calls:
        accepted(call)


@pytest.mark.parametrize(
    ("names", "keys"),
    [(["CTRL", "S"], "ctrl+s"), (["CMD", "SPACE"], "super+space"), (["f5"], "F5"), (["A"], "A"), (["+"], "plus"),
     (["ENTER"], "Return"), (["PAGEDOWN"], "Page_Down"), ([" "], "space")],
)  # fmt: skip
def test_key_names(names: list[str], keys: str):
    assert chord(names) == keys
