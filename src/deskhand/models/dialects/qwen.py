"""Qwen-VL: the function ``computer_use`` in a ``<tool_call>`` of its own, written as text.

2.5 counts in pixels of the resized picture, whose size its function's description names; 3 in thousandths.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from deskhand.models.dialects.interface import DialectError, Ends, Input, Turn
from deskhand.models.dialects.keys import chord, modifiers
from deskhand.models.dialects.spaces import Relative, Resized
from deskhand.screen.geometry import Point, Size

PIXELS_PER_CLICK = 120
"""Of a scroll: what one click of the wheel is in Chromium, and what the cookbook's numbers look like."""
MOST_SCROLL = 50
WAIT = 2

_TOOL_CALL = re.compile(r"<tool_call>\s*(.*?)\s*(?:</tool_call>|$)", re.DOTALL)

_ACTIONS_2_5 = (
    "key", "type", "mouse_move", "left_click", "left_click_drag", "right_click", "middle_click", "double_click",
    "scroll", "wait", "terminate",
)  # fmt: skip
_ACTIONS_3 = (*_ACTIONS_2_5[:-1], "triple_click", "hscroll", "terminate", "answer")

_MEANING = {
    "key": "Press the keys in `keys` together.",
    "type": "Type `text` on the keyboard.",
    "mouse_move": "Move the cursor to `coordinate`.",
    "left_click": "Click the left button at `coordinate`.",
    "left_click_drag": "Press at the cursor, drag to `coordinate`, release.",
    "right_click": "Click the right button at `coordinate`.",
    "middle_click": "Click the middle button at `coordinate`.",
    "double_click": "Double-click the left button at `coordinate`.",
    "triple_click": "Triple-click the left button at `coordinate`.",
    "scroll": "Turn the mouse wheel by `pixels` (positive: up, negative: down).",
    "hscroll": "Scroll sideways by `pixels` (positive: right, negative: left).",
    "wait": "Wait `time` seconds for a change.",
    "terminate": "End the task and report its `status`.",
    "answer": "Answer the user's question with `text`.",
}


@dataclass(frozen=True, slots=True)
class Qwen:
    name: str
    space: Relative | Resized
    actions: tuple[str, ...]

    def resolution(self, picture: Size) -> Size:
        """As the function's description has it: the space that the coordinates are in."""
        return self.space.size(picture) if isinstance(self.space, Resized) else Size(1000, 1000)

    def instructions(self, task: str, picture: Size) -> str:
        function = {"type": "function", "function": self._function(self.resolution(picture))}
        return (
            "You are a helpful assistant.\n\n# Tools\n\nYou may call one or more functions to assist with the user "
            "query.\n\nYou are provided with function signatures within <tools></tools> XML tags:\n<tools>\n"
            f"{json.dumps(function, ensure_ascii=False)}\n</tools>\n\nFor each function call, return a json object "
            "with function name and arguments within <tool_call></tool_call> XML tags:\n<tool_call>\n"
            '{"name": <function-name>, "arguments": <args-json-object>}\n</tool_call>\n\n'
            f"# Task\n\n{task}"
        )

    def _function(self, resolution: Size) -> dict[str, Any]:
        listed = "\n".join(f"* `{action}`: {_MEANING[action]}" for action in self.actions)
        return {
            "name": "computer_use",
            "description": (
                "Use a mouse and keyboard to interact with a computer, and take screenshots. The screen's resolution "
                f"is {resolution.width}x{resolution.height}. Some programs take time to start: wait and look again. "
                "Click in the middle of buttons, links and icons."
            ),
            "parameters": {
                "type": "object",
                "required": ["action"],
                "properties": {
                    "action": {"type": "string", "enum": list(self.actions), "description": listed},
                    "keys": {"type": "array", "items": {"type": "string"}},
                    "text": {"type": "string"},
                    "coordinate": {"type": "array", "items": {"type": "integer"}, "description": "(x, y)"},
                    "pixels": {"type": "number"},
                    "time": {"type": "number"},
                    "status": {"type": "string", "enum": ["success", "failure"]},
                },
            },
        }

    def read(self, text: str, picture: Size) -> Turn:
        found = _TOOL_CALL.findall(text)
        say = _TOOL_CALL.sub("", text).strip()
        if not found:
            raise DialectError("There is no <tool_call>. Call computer_use, or end with the action terminate.")
        calls: list[Input] = []
        for raw in found:
            arguments = _arguments(raw)
            action = arguments.get("action")
            if action in ("terminate", "answer", "call_user"):
                said = str(arguments.get("text") or "") or say
                return Turn(tuple(calls), said, _ends(str(action), arguments))
            build = _TABLE.get(str(action))
            if build is None:
                raise DialectError(
                    f"computer_use has no action {str(action)[:40]!r}; it has {', '.join(self.actions)}."
                )
            calls.extend(build(_Call(str(action), arguments, self.space, picture)))
        return Turn(tuple(calls), say)

    def write(self, calls: Sequence[Input], say: str, picture: Size) -> str:
        written = [
            f"<tool_call>\n{json.dumps({'name': 'computer_use', 'arguments': arguments}, ensure_ascii=False)}\n"
            "</tool_call>"
            for call in calls
            for arguments in self._written(call, picture)
        ]
        return "\n".join([*([say] if say else []), *written])

    def result(self, text: str) -> str:
        return f"<tool_response>\n{text}\n</tool_response>"

    def _written(self, call: Input, picture: Size) -> list[dict[str, Any]]:
        def at(key: str = "coordinate") -> dict[str, Any]:
            if call.get(key) is None:
                return {}
            x, y = call[key]
            return {"coordinate": list(self.space.from_picture(Point(int(x), int(y)), picture))}

        action = str(call.get("action"))
        match action:
            case "key":
                return [{"action": "key", "keys": str(call.get("text", "")).split("+")}]
            case "type":
                return [{"action": "type", "text": call.get("text", "")}]
            case "scroll":
                direction = call.get("scroll_direction")
                pixels = int(call.get("scroll_amount", 1)) * PIXELS_PER_CLICK
                pixels = pixels if direction in ("up", "right") else -pixels
                return [{"action": "scroll" if direction in ("up", "down") else "hscroll", **at(), "pixels": pixels}]
            case "left_click_drag":
                return [{"action": "mouse_move", **at("start_coordinate")}, {"action": "left_click_drag", **at()}]
            case "wait":
                return [{"action": "wait", "time": call.get("duration", WAIT)}]
            case "screenshot":
                return [{"action": "wait", "time": 0}]
            case _ if action in _MEANING:
                return [{"action": action, **at()}]
            case _:
                return []


QWEN_2_5_VL = Qwen("qwen2.5-vl", Resized(28, 3136, 12_845_056), _ACTIONS_2_5)
QWEN_3_VL = Qwen("qwen3-vl", Relative(), _ACTIONS_3)


def _ends(action: str, arguments: Mapping[str, Any]) -> Ends:
    if action == "call_user" or (action == "terminate" and arguments.get("status") == "failure"):
        return "asks"
    return "done"


def _arguments(raw: str) -> dict[str, Any]:
    try:
        call = json.loads(raw)
    except (ValueError, RecursionError) as error:
        raise DialectError(f"The tool call is no JSON ({error}).") from None
    arguments = call.get("arguments", call) if isinstance(call, dict) else None
    if isinstance(arguments, str):
        try:
            arguments = json.loads(arguments)
        except (ValueError, RecursionError):
            arguments = None
    if not isinstance(arguments, dict):
        raise DialectError('A tool call is {"name": "computer_use", "arguments": {"action": …}}.')
    return arguments


@dataclass(frozen=True, slots=True)
class _Call:
    action: str
    arguments: Mapping[str, Any]
    space: Relative | Resized
    picture: Size

    def at(self, *, needed: bool = False, key: str = "coordinate") -> dict[str, Any]:
        value = self.arguments.get(key)
        if value is None and not needed:
            return {}
        try:
            x, y = (float(each) for each in value)  # type: ignore[union-attr]
        except (TypeError, ValueError):
            raise DialectError(f"{self.action}: {key} must be [x, y].") from None
        point = self.space.to_picture(x, y, self.picture)
        return {key: [point.x, point.y]}

    def number(self, key: str, default: float) -> float:
        try:
            return float(self.arguments.get(key, default))
        except (TypeError, ValueError):
            raise DialectError(f"{self.action}: {key} must be a number.") from None

    def names(self) -> list[str]:
        keys = self.arguments.get("keys", self.arguments.get("text", ()))
        return re.split(r"[+\s]+", keys) if isinstance(keys, str) else [str(each) for each in keys]


def _click(action: str) -> Callable[[_Call], list[Input]]:
    def build(call: _Call) -> list[Input]:
        held = call.arguments.get("text")
        return [{"action": action, **call.at(), **(modifiers(re.split(r"[+\s]+", held)) if held else {})}]

    return build


def _scroll(sideways: bool) -> Callable[[_Call], list[Input]]:
    def build(call: _Call) -> list[Input]:
        pixels = call.number("pixels", 0)
        directions = ("right", "left") if sideways else ("up", "down")
        amount = min(MOST_SCROLL, max(1, round(abs(pixels) / PIXELS_PER_CLICK)))
        where = call.at()
        return [{"action": "scroll", **where, "scroll_direction": directions[pixels < 0], "scroll_amount": amount}]

    return build


def _drag(call: _Call) -> list[Input]:
    """From where the cursor is, which the computer tool's drag cannot say: press, move, let go."""
    if "coordinate2" in call.arguments:
        end = call.at(needed=True, key="coordinate2")["coordinate2"]
        return [
            {"action": "left_click_drag", "start_coordinate": call.at(needed=True)["coordinate"], "coordinate": end}
        ]
    return [
        {"action": "left_mouse_down"},
        {"action": "mouse_move", **call.at(needed=True)},
        {"action": "left_mouse_up"},
    ]


def _text(call: _Call) -> list[Input]:
    return [{"action": "type", "text": str(call.arguments.get("text", ""))}]


_TABLE: Mapping[str, Callable[[_Call], list[Input]]] = {
    "key": lambda call: [{"action": "key", "text": chord(call.names())}],
    "type": _text,
    "mouse_move": lambda call: [{"action": "mouse_move", **call.at(needed=True)}],
    "left_click": _click("left_click"),
    "right_click": _click("right_click"),
    "middle_click": _click("middle_click"),
    "double_click": _click("double_click"),
    "triple_click": _click("triple_click"),
    "left_click_drag": _drag,
    "left_mouse_down": lambda _: [{"action": "left_mouse_down"}],
    "left_mouse_up": lambda _: [{"action": "left_mouse_up"}],
    "scroll": _scroll(sideways=False),
    "hscroll": _scroll(sideways=True),
    "wait": lambda call: [{"action": "wait", "duration": min(100.0, max(0.0, call.number("time", WAIT)))}],
    "screenshot": lambda _: [{"action": "screenshot"}],
}
