"""From a model's words to the hand's: what each action of the computer tool needs, may have, and becomes.

One table for all four versions: they differ only in which actions they offer (`deskhand.tools.versions`), in the first
version's drag, which starts where the pointer is, and in the toolset's longer waits.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias, get_args

from deskhand.desktop.actions import (
    Action,
    Button,
    Click,
    Direction,
    Drag,
    HoldKey,
    Key,
    Look,
    Modifier,
    Move,
    Press,
    Release,
    Scroll,
    Type,
    Wait,
)
from deskhand.desktop.interface import InvalidAction
from deskhand.desktop.keynames import parse_keys
from deskhand.screen.geometry import Point, Rect
from deskhand.screen.sizing import Scale
from deskhand.tools.arguments import Arguments
from deskhand.tools.interface import ToolError
from deskhand.tools.versions import Version

MAX_SCROLL = 1000
MAX_REPEAT = 100
MAX_KEYS = 400
"""Characters that name keys."""
MAX_TYPED = 100_000
"""Characters in one ``type``: longer texts belong into a file."""


@dataclass(frozen=True, slots=True)
class Zoom:
    """Look at a part of the screen in its native pixels."""

    region: Rect
    """In screen pixels."""


@dataclass(frozen=True, slots=True)
class AskPointer:
    """Say where the pointer is."""


@dataclass(frozen=True, slots=True)
class DragFromPointer:
    """The first version's drag: its start is known only when one has asked the desktop."""

    end: Point
    modifiers: tuple[Modifier, ...] = ()


Intent: TypeAlias = Action | Zoom | AskPointer | DragFromPointer


@dataclass(frozen=True, slots=True)
class Call:
    """What a builder gets to see."""

    arguments: Arguments
    scale: Scale
    version: Version

    def point(self, key: str = "coordinate") -> Point:
        """A coordinate of the picture as a pixel of the screen. 0 is a coordinate; outside is an error, not a wrap."""
        point = self.arguments.point(key)
        size = self.scale.model
        if not size.contains(point):
            raise self.arguments.fail(
                f"{key} [{point.x}, {point.y}] is outside the {size.width}×{size.height} screenshot: "
                f"x must be 0–{size.width - 1} and y 0–{size.height - 1}"
            )
        return self.scale.to_screen(point)

    def point_if_given(self) -> Point | None:
        return self.point() if "coordinate" in self.arguments else None

    def modifiers(self) -> tuple[Modifier, ...]:
        """``text``, as the schema has it, or ``key``, as the reference implementation has it."""
        found: dict[Modifier, None] = {}
        for key in ("text", "key"):
            if key in self.arguments:
                for name in self.arguments.text(key).lower().replace("+", " ").split():
                    modifier = _MODIFIERS.get(name.removesuffix("_l").removesuffix("_r"))
                    if modifier is None:
                        raise self.arguments.fail(
                            f"{key} names the modifier keys to hold (shift, ctrl, alt, super, joined by +), "
                            f"and {name!r} is none"
                        )
                    found[modifier] = None
        return tuple(found)


_MODIFIERS: Mapping[str, Modifier] = {
    "shift": "shift",
    "ctrl": "ctrl",
    "control": "ctrl",
    "alt": "alt",
    "option": "alt",
    "super": "super",
    "meta": "super",
    "cmd": "super",
    "command": "super",
    "win": "super",
    "windows": "super",
}


@dataclass(frozen=True, slots=True)
class Shape:
    """What one action needs, what it may have, and how it is made."""

    needs: tuple[str, ...]
    may_have: tuple[str, ...]
    build: Callable[[Call], Intent]


def _click(button: Button, count: int = 1) -> Shape:
    def build(call: Call) -> Intent:
        return Click(call.point_if_given(), button, count, call.modifiers())

    return Shape((), ("coordinate", "text", "key"), build)


def _drag(call: Call) -> Intent:
    end, modifiers = call.point(), call.modifiers()
    if "start_coordinate" in call.arguments:
        return Drag((call.point("start_coordinate"), end), modifiers=modifiers)
    return DragFromPointer(end, modifiers)


def _scroll(call: Call) -> Intent:
    direction = call.arguments.choice("scroll_direction", get_args(Direction))
    amount = call.arguments.whole("scroll_amount", least=0, most=MAX_SCROLL)
    return Scroll(_DIRECTIONS[direction], amount, call.point_if_given(), call.modifiers())


_DIRECTIONS: Mapping[str, Direction] = {name: name for name in get_args(Direction)}


def _key(call: Call) -> Intent:
    repeat = call.arguments.whole("repeat", least=1, most=MAX_REPEAT) if "repeat" in call.arguments else 1
    return Key(_keys(call), repeat)


def _hold_key(call: Call) -> Intent:
    return HoldKey(_keys(call), call.arguments.seconds("duration", most=call.version.max_seconds))


def _keys(call: Call) -> str:
    keys = call.arguments.text("text", empty=False)
    # The space key is asked for as " " now and then, and a chord is never only space.
    keys = keys.strip() or "space"
    if len(keys) > MAX_KEYS:
        raise call.arguments.fail(f"text has {len(keys):,} characters, too many for keys; use type for text")
    try:
        parse_keys(keys)
    except InvalidAction as error:
        raise call.arguments.fail(str(error)) from None
    return keys


def _type(call: Call) -> Intent:
    text = call.arguments.text("text", empty=False)
    if len(text) > MAX_TYPED:
        raise call.arguments.fail(
            f"text has {len(text):,} characters, more than {MAX_TYPED:,}: write long text into a file instead"
        )
    return Type(text)


def _zoom(call: Call) -> Intent:
    size = call.scale.model
    left, top, right, bottom = call.arguments.wholes("region", ("x0", "y0", "x1", "y1"))
    if not (0 <= left < right <= size.width and 0 <= top < bottom <= size.height):
        raise call.arguments.fail(
            f"region [{left}, {top}, {right}, {bottom}] must be [x0, y0, x1, y1] with 0 ≤ x0 < x1 ≤ {size.width} and "
            f"0 ≤ y0 < y1 ≤ {size.height}, the corners of a part of the {size.width}×{size.height} screenshot"
        )
    return Zoom(call.scale.region_to_screen(Rect.from_corners(left, top, right, bottom)))


_DRAG = Shape(("start_coordinate", "coordinate"), ("text", "key"), _drag)
_FIRST_DRAG = Shape(("coordinate",), ("start_coordinate", "text", "key"), _drag)

SHAPES: Mapping[str, Shape] = {
    "screenshot": Shape((), (), lambda _: Look()),
    "cursor_position": Shape((), (), lambda _: AskPointer()),
    "mouse_move": Shape(("coordinate",), (), lambda call: Move(call.point())),
    "left_click": _click("left"),
    "right_click": _click("right"),
    "middle_click": _click("middle"),
    "double_click": _click("left", 2),
    "triple_click": _click("left", 3),
    "left_click_drag": _DRAG,
    "left_mouse_down": Shape((), (), lambda _: Press()),
    "left_mouse_up": Shape((), (), lambda _: Release()),
    "scroll": Shape(("scroll_direction", "scroll_amount"), ("coordinate", "text", "key"), _scroll),
    "key": Shape(("text",), ("repeat",), _key),
    "hold_key": Shape(("text", "duration"), (), _hold_key),
    "type": Shape(("text",), (), _type),
    "wait": Shape(("duration",), (), lambda call: Wait(_duration(call))),
    "zoom": Shape(("region",), (), _zoom),
}


def _duration(call: Call) -> float:
    return call.arguments.seconds("duration", most=call.version.max_seconds)


def parse(name: str, values: Mapping[str, Any], scale: Scale, version: Version, enabled: frozenset[str]) -> Intent:
    """The intent of one call; ToolError with an instructive sentence for whatever is wrong with it."""
    if name not in enabled:
        raise ToolError(_unavailable(name, version, enabled))
    shape = SHAPES[name]
    if version.type == "computer_20241022" and name == "left_click_drag":
        shape = _FIRST_DRAG
    arguments = Arguments(name, values)
    arguments.only(shape.needs, shape.may_have)
    return shape.build(Call(arguments, scale, version))


def _unavailable(name: str, version: Version, enabled: frozenset[str]) -> str:
    offered = ", ".join(action for action in version.actions if action in enabled)
    noun = "toolset member" if version.kind == "toolset" else "action"
    if name in version.actions:
        return f"The computer {noun} {name!r} is not available in this environment. Available: {offered}."
    if name in SHAPES:
        return f"{version.type} has no {noun} {name!r}. Available: {offered}."
    return f"There is no computer {noun} {name[:60]!r}. Available: {offered}."
