"""OpenAI's computer actions (``computer_call``) as calls of the ``computer`` tool."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from deskhand.models.dialects.interface import Input
from deskhand.models.dialects.keys import chord, modifiers

PIXELS_PER_CLICK = 120
"""Of a scroll, which comes in pixels: Chromium's for one click of the wheel."""
WAIT = 2
"""Seconds: the action has no duration."""

_BUTTONS = {"left": "left_click", "right": "right_click", "wheel": "middle_click"}
_HISTORY = {"back": "alt+Left", "forward": "alt+Right"}

Action = Mapping[str, Any]


def calls(action: Action) -> list[Input]:
    """The calls that one action means, in order; an unknown action only looks."""
    build = _TABLE.get(str(action.get("type")))
    return build(action) if build is not None else [{"action": "screenshot"}]


def _at(action: Action) -> dict[str, Any]:
    return {"coordinate": [action.get("x", 0), action.get("y", 0)]}


def _click(action: Action) -> list[Input]:
    button = str(action.get("button", "left"))
    if button in _HISTORY:
        return [{"action": "key", "text": _HISTORY[button]}]
    return [{"action": _BUTTONS.get(button, "left_click"), **_at(action), **modifiers(action.get("keys"))}]


def _drag(action: Action) -> list[Input]:
    path = [[point.get("x", 0), point.get("y", 0)] for point in action.get("path") or ()]
    match path:
        case []:
            return [{"action": "screenshot"}]
        case [only]:
            return [{"action": "left_click", "coordinate": only, **modifiers(action.get("keys"))}]
        case [start, end]:
            return [
                {
                    "action": "left_click_drag",
                    "start_coordinate": start,
                    "coordinate": end,
                    **modifiers(action.get("keys")),
                }
            ]
        case [start, *further]:
            moves: list[Input] = [{"action": "mouse_move", "coordinate": point} for point in further]
            return [
                {"action": "mouse_move", "coordinate": start},
                {"action": "left_mouse_down"},
                *moves,
                {"action": "left_mouse_up"},
            ]
        case _:
            raise AssertionError("a list is empty or not")


def _scroll(action: Action) -> list[Input]:
    found: list[Input] = []
    for key, forth, back in (("scroll_y", "down", "up"), ("scroll_x", "right", "left")):
        pixels = float(action.get(key) or 0)
        if pixels:
            amount = max(1, round(abs(pixels) / PIXELS_PER_CLICK))
            direction = forth if pixels > 0 else back
            found.append(
                {
                    "action": "scroll",
                    **_at(action),
                    "scroll_direction": direction,
                    "scroll_amount": amount,
                    **modifiers(action.get("keys")),
                }
            )
    return found or [{"action": "screenshot"}]


_TABLE: Mapping[str, Callable[[Action], list[Input]]] = {
    "click": _click,
    "double_click": lambda action: [{"action": "double_click", **_at(action), **modifiers(action.get("keys"))}],
    "drag": _drag,
    "keypress": lambda action: [{"action": "key", "text": chord([str(key) for key in action.get("keys") or ()])}],
    "move": lambda action: [{"action": "mouse_move", **_at(action)}],
    "screenshot": lambda _: [{"action": "screenshot"}],
    "scroll": _scroll,
    "type": lambda action: [{"action": "type", "text": action.get("text", "")}],
    "wait": lambda _: [{"action": "wait", "duration": WAIT}],
}
