"""Gemini's computer use: function calls whose coordinates are thousandths of the picture, written 0 to 999.

Two generations of names, one table. Browser functions that no hand at a desktop has (``navigate``, ``search``) become
what a person would do: the address bar, the address, Return.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from deskhand.models.dialects.interface import DialectError, Input
from deskhand.models.dialects.keys import chord
from deskhand.models.dialects.spaces import Relative
from deskhand.screen.geometry import Point, Size

SPACE = Relative(1000, 999)
PIXELS_PER_CLICK = 120
MOST_SCROLL = 50

ACKNOWLEDGED = {"safety_acknowledgement": "true"}
"""In the response to a call that a person was asked about and agreed to."""


@dataclass(frozen=True, slots=True)
class Function:
    """One function: what it takes, and what it is in calls of the ``computer`` tool."""

    description: str
    needs: Mapping[str, str]
    """Arguments and their JSON types."""
    may_have: Mapping[str, str]
    build: Callable[[_Call], list[Input]]
    offered: bool = True
    """Whether a model is offered it; the others are understood when a model calls them all the same."""


@dataclass(frozen=True, slots=True)
class _Call:
    name: str
    arguments: Mapping[str, Any]
    picture: Size

    def at(self, x: str = "x", y: str = "y") -> list[int]:
        point = SPACE.to_picture(self.number(x), self.number(y), self.picture)
        return [point.x, point.y]

    def number(self, key: str, default: float | None = None) -> float:
        value = self.arguments.get(key, default)
        try:
            if isinstance(value, bool) or value is None:
                raise TypeError
            return float(value)
        except (TypeError, ValueError):
            raise DialectError(f"{self.name}: {key} must be a number.") from None

    def text(self, key: str) -> str:
        value = self.arguments.get(key)
        if not isinstance(value, str):
            raise DialectError(f"{self.name}: {key} must be a text.")
        return value

    def flag(self, key: str, default: bool) -> bool:
        value = self.arguments.get(key, default)
        return value.lower() == "true" if isinstance(value, str) else bool(value)


def calls(name: str, arguments: Mapping[str, Any], picture: Size) -> list[Input]:
    """The calls of the computer tool that a function call means. `DialectError` for what it cannot mean."""
    function = FUNCTIONS.get(name)
    if function is None:
        raise DialectError(f"There is no function {name[:40]!r}.")
    return function.build(_Call(name, arguments, picture))


def concerns(arguments: Mapping[str, Any]) -> tuple[str, ...]:
    """Why a person must be asked before the call is carried out; empty when nobody need be."""
    decision = arguments.get("safety_decision")
    if not isinstance(decision, Mapping) or decision.get("decision") in (None, "regular", "allowed", "allow"):
        return ()
    return (str(decision.get("explanation") or "the model's provider asks for a confirmation"),)


def write(call: Input, picture: Size) -> list[tuple[str, dict[str, Any]]]:
    """How the model would have called it: function names and arguments."""

    def at(key: str = "coordinate", x: str = "x", y: str = "y") -> dict[str, Any]:
        wide, high = SPACE.from_picture(Point(*map(int, call.get(key) or (0, 0))), picture)
        return {x: wide, y: high}

    match call.get("action"):
        case "left_click":
            return [("click", at())]
        case "double_click" | "triple_click" | "middle_click" | "right_click" as name:
            return [(name, at())]
        case "mouse_move":
            return [("move", at())]
        case "type":
            return [("type", {"text": call.get("text", "")})]
        case "key":
            return [("hotkey", {"keys": str(call.get("text", "")).split("+")})]
        case "left_click_drag":
            start, end = at("start_coordinate", "start_x", "start_y"), at("coordinate", "end_x", "end_y")
            return [("drag_and_drop", start | end)]
        case "scroll":
            pixels = int(call.get("scroll_amount", 1)) * PIXELS_PER_CLICK
            return [("scroll", at() | {"direction": call.get("scroll_direction"), "magnitude_in_pixels": pixels})]
        case "wait":
            return [("wait", {"seconds": call.get("duration", 1)})]
        case "screenshot":
            return [("take_screenshot", {})]
        case _:
            return []


def definitions() -> list[dict[str, Any]]:
    """The functions as tools of the wire (custom ones: name, description, schema)."""
    return [
        {
            "name": name,
            "description": function.description,
            "input_schema": {
                "type": "object",
                "properties": {
                    key: _JSON[kind] for key, kind in {**function.needs, **function.may_have, "intent": "text"}.items()
                },
                "required": list(function.needs),
            },
        }
        for name, function in FUNCTIONS.items()
        if function.offered
    ]


_JSON: Mapping[str, dict[str, Any]] = {
    "place": {"type": "integer", "minimum": 0, "maximum": 999},
    "number": {"type": "number"},
    "text": {"type": "string"},
    "flag": {"type": "boolean"},
    "texts": {"type": "array", "items": {"type": "string"}},
    "direction": {"type": "string", "enum": ["up", "down", "left", "right"]},
}
_XY = {"x": "place", "y": "place"}


def _click(action: str) -> Callable[[_Call], list[Input]]:
    return lambda call: [{"action": action, "coordinate": call.at()}]


def _button(action: str) -> Callable[[_Call], list[Input]]:
    return lambda call: [{"action": "mouse_move", "coordinate": call.at()}, {"action": action}]


def _key(text: str) -> Input:
    return {"action": "key", "text": text}


def _typed(call: _Call) -> list[Input]:
    text = call.text("text")
    typed: list[Input] = [{"action": "type", "text": text}] if text else []
    return [*typed, *([_key("Return")] if call.flag("press_enter", False) else [])]


def _type_at(call: _Call) -> list[Input]:
    clear = [_key("ctrl+a"), _key("BackSpace")] if call.flag("clear_before_typing", True) else []
    enter = [_key("Return")] if call.flag("press_enter", True) else []
    text = call.text("text")
    typed: list[Input] = [{"action": "type", "text": text}] if text else []
    return [{"action": "left_click", "coordinate": call.at()}, *clear, *typed, *enter]


def _keys(call: _Call) -> list[Input]:
    keys = call.arguments.get("keys")
    names = keys.split("+") if isinstance(keys, str) else [str(each) for each in keys or ()]
    if not names:
        raise DialectError(f"{call.name}: keys is missing.")
    return [_key(chord(names))]


def _scroll(magnitude: str, default: float, *, here: bool = True) -> Callable[[_Call], list[Input]]:
    def build(call: _Call) -> list[Input]:
        direction = call.text("direction").lower()
        if direction not in ("up", "down", "left", "right"):
            raise DialectError(f"{call.name}: direction is one of up, down, left, right.")
        amount = min(MOST_SCROLL, max(1, round(call.number(magnitude, default) / PIXELS_PER_CLICK)))
        where = {"coordinate": call.at()} if here else {}
        return [{"action": "scroll", **where, "scroll_direction": direction, "scroll_amount": amount}]

    return build


def _drag(*names: str) -> Callable[[_Call], list[Input]]:
    start_x, start_y, end_x, end_y = names
    return lambda call: [
        {
            "action": "left_click_drag",
            "start_coordinate": call.at(start_x, start_y),
            "coordinate": call.at(end_x, end_y),
        }
    ]


def _go(address: Callable[[_Call], str]) -> Callable[[_Call], list[Input]]:
    return lambda call: [_key("ctrl+l"), {"action": "type", "text": address(call)}, _key("Return")]


def _hold(call: _Call) -> list[Input]:
    raise DialectError(f"{call.name}: a key cannot be held over several calls here; use hotkey for keys together.")


def _wait(seconds: Callable[[_Call], float]) -> Callable[[_Call], list[Input]]:
    return lambda call: [{"action": "wait", "duration": min(100.0, max(0.0, seconds(call)))}]


_WHERE_TO = {"start_x": "place", "start_y": "place", "end_x": "place", "end_y": "place"}
_OLD_DRAG = {"x": "place", "y": "place", "destination_x": "place", "destination_y": "place"}

FUNCTIONS: Mapping[str, Function] = {
    "click": Function("Click the left button there.", _XY, {}, _click("left_click")),
    "double_click": Function("Double-click there.", _XY, {}, _click("double_click")),
    "triple_click": Function("Triple-click there.", _XY, {}, _click("triple_click")),
    "middle_click": Function("Click the middle button there.", _XY, {}, _click("middle_click")),
    "right_click": Function("Click the right button there.", _XY, {}, _click("right_click")),
    "mouse_down": Function("Press the left button there and hold it.", _XY, {}, _button("left_mouse_down")),
    "mouse_up": Function("Let go of the left button there.", _XY, {}, _button("left_mouse_up")),
    "move": Function("Move the pointer there.", _XY, {}, _click("mouse_move")),
    "type": Function("Type text where the focus is.", {"text": "text"}, {"press_enter": "flag"}, _typed),
    "drag_and_drop": Function(
        "Drag from start to end.", _WHERE_TO, {}, lambda call: _DRAGS["start_x" in call.arguments](call)
    ),
    "wait": Function("Wait.", {}, {"seconds": "number"}, _wait(lambda call: call.number("seconds", 1))),
    "press_key": Function(
        "Press one key.", {"key": "text"}, {}, lambda call: [_key(chord(call.text("key").split("+")))]
    ),
    "hotkey": Function("Press keys together.", {"keys": "texts"}, {}, _keys),
    "take_screenshot": Function("Look at the screen.", {}, {}, lambda _: [{"action": "screenshot"}]),
    "scroll": Function(
        "Scroll there.", {**_XY, "direction": "direction"}, {"magnitude_in_pixels": "number"},
        _scroll("magnitude_in_pixels", 300),
    ),
    "go_back": Function("Go back in the browser.", {}, {}, lambda _: [_key("alt+Left")]),
    "go_forward": Function("Go forward in the browser.", {}, {}, lambda _: [_key("alt+Right")]),
    "navigate": Function("Go to an address in the browser.", {"url": "text"}, {}, _go(lambda call: call.text("url"))),
    "key_down": Function("", {"key": "text"}, {}, _hold, offered=False),
    "key_up": Function("", {"key": "text"}, {}, _hold, offered=False),
    # Gemini 2.5
    "click_at": Function("", _XY, {}, _click("left_click"), offered=False),
    "hover_at": Function("", _XY, {}, _click("mouse_move"), offered=False),
    "type_text_at": Function("", {**_XY, "text": "text"}, {}, _type_at, offered=False),
    "key_combination": Function("", {"keys": "text"}, {}, _keys, offered=False),
    "scroll_document": Function(
        "", {"direction": "direction"}, {}, _scroll("magnitude", 800, here=False), offered=False
    ),
    "scroll_at": Function("", {**_XY, "direction": "direction"}, {}, _scroll("magnitude", 800), offered=False),
    "wait_5_seconds": Function("", {}, {}, _wait(lambda _: 5), offered=False),
    "search": Function("", {}, {}, _go(lambda _: "https://www.google.com"), offered=False),
    "open_web_browser": Function("", {}, {}, lambda _: [{"action": "screenshot"}], offered=False),
}  # fmt: skip

_DRAGS: Mapping[bool, Callable[[_Call], list[Input]]] = {
    True: _drag("start_x", "start_y", "end_x", "end_y"),
    False: _drag(*_OLD_DRAG),
}
