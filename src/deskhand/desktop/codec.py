"""Actions, outcomes, windows and elements as plain maps for the wire, and back: one pair of functions per kind.

Written out by hand, so that what may cross the walls can be read here and nothing else can.
"""

from __future__ import annotations

from typing import Any, cast, get_args

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
from deskhand.desktop.interface import Element, FileInfo, Frame, Glimpse, Outcome, ShellResult, Window
from deskhand.desktop.wire import Fields, WireError
from deskhand.screen.geometry import Point, Rect, Size
from deskhand.screen.png import png_size

MAX_SIDE = 16384
MAX_PIXELS = 7680 * 4320
"""A picture of one colour with 16384 × 16384 pixels is a file of 800 KB, and 800 MB once it is decoded."""
MAX_PICTURE = 64 << 20
MAX_NAME = 65536
MAX_TYPED = 1_000_000
MAX_COORDINATE = 1 << 30
"""A point may be far outside the screen here: the desktop refuses it by name; the wire only wants a number."""


def encode_action(action: Action) -> dict[str, Any]:
    match action:
        case Look():
            return {"kind": "look"}
        case Move(point):
            return {"kind": "move", "point": encode_point(point)}
        case Click(point, button, count, modifiers):
            return {
                "kind": "click",
                "point": None if point is None else encode_point(point),
                "button": button,
                "count": count,
                "modifiers": list(modifiers),
            }
        case Press(button):
            return {"kind": "press", "button": button}
        case Release(button):
            return {"kind": "release", "button": button}
        case Drag(path, button, modifiers):
            points = [encode_point(point) for point in path]
            return {"kind": "drag", "path": points, "button": button, "modifiers": list(modifiers)}
        case Scroll(direction, amount, point, modifiers):
            return {
                "kind": "scroll",
                "direction": direction,
                "amount": amount,
                "point": None if point is None else encode_point(point),
                "modifiers": list(modifiers),
            }
        case Key(keys, repeat):
            return {"kind": "key", "keys": keys, "repeat": repeat}
        case HoldKey(keys, seconds):
            return {"kind": "hold_key", "keys": keys, "seconds": seconds}
        case Type(text):
            return {"kind": "type", "text": text}
        case Wait(seconds):
            return {"kind": "wait", "seconds": seconds}


def decode_action(value: object) -> Action:
    fields = Fields(value, "the action")
    match fields.text("kind", 32):
        case "look":
            return Look()
        case "move":
            return Move(_point(fields, "point"))
        case "click":
            return Click(_maybe_point(fields), _button(fields), fields.integer("count", 0, 1000), _modifiers(fields))
        case "press":
            return Press(_button(fields))
        case "release":
            return Release(_button(fields))
        case "drag":
            path = tuple(decode_point(point) for point in fields.array("path", 10_000))
            return Drag(path, _button(fields), _modifiers(fields))
        case "scroll":
            direction = cast(Direction, _one_of(fields, "direction", get_args(Direction)))
            amount = fields.integer("amount", -(1 << 31), 1 << 31)
            return Scroll(direction, amount, _maybe_point(fields), _modifiers(fields))
        case "key":
            return Key(fields.text("keys", MAX_NAME), fields.integer("repeat", -(1 << 31), 1 << 31))
        case "hold_key":
            return HoldKey(fields.text("keys", MAX_NAME), fields.number("seconds", -1e9))
        case "type":
            return Type(fields.text("text", MAX_TYPED))
        case "wait":
            return Wait(fields.number("seconds", -1e9))
        case kind:
            raise WireError(f"no action is called {kind!r}")


def _one_of(fields: Fields, key: str, allowed: tuple[str, ...]) -> str:
    value = fields.text(key, 32)
    if value not in allowed:
        raise WireError(f"{key!r} is one of {', '.join(allowed)}, not {value!r}")
    return value


def _button(fields: Fields) -> Button:
    return cast(Button, _one_of(fields, "button", get_args(Button)))


def _modifiers(fields: Fields) -> tuple[Modifier, ...]:
    values = fields.array("modifiers", 16)
    allowed = get_args(Modifier)
    if not all(isinstance(value, str) and value in allowed for value in values):
        raise WireError(f"modifiers are {', '.join(allowed)}")
    return tuple(cast(Modifier, value) for value in values)


def _point(fields: Fields, key: str) -> Point:
    pair = fields.array(key, 2)
    return decode_point(pair)


def _maybe_point(fields: Fields) -> Point | None:
    return _point(fields, "point") if fields.has("point") else None


def encode_point(point: Point) -> list[int]:
    return [point.x, point.y]


def decode_point(value: object) -> Point:
    x, y = _integers(value, 2)
    return Point(x, y)


def encode_rect(rect: Rect) -> list[int]:
    return [rect.x, rect.y, rect.width, rect.height]


def decode_rect(value: object) -> Rect:
    return Rect(*_integers(value, 4))


def _integers(value: object, count: int) -> list[int]:
    if not isinstance(value, list) or len(value) != count:
        raise WireError(f"{count} whole numbers were expected")
    for item in value:
        if isinstance(item, bool) or not isinstance(item, int) or abs(item) > MAX_COORDINATE:
            raise WireError(f"{count} whole numbers were expected")
    return value


def encode_frame(frame: Frame) -> dict[str, Any]:
    return {
        "png": frame.png,
        "size": [frame.size.width, frame.size.height],
        "pointer": encode_point(frame.pointer),
    }


def decode_frame(fields: Fields) -> Frame:
    """A picture whose header says the size that the guest says, and a sane one."""
    png = fields.binary("png", MAX_PICTURE)
    width, height = _integers(fields.array("size", 2), 2)
    size = png_size(png)
    if size is None or size != Size(max(1, width), max(1, height)) or not _is_sane(size):
        raise WireError("a picture is not a PNG of the size it is said to have")
    return Frame(png, size, _point(fields, "pointer"))


def _is_sane(size: Size) -> bool:
    return size.width <= MAX_SIDE and size.height <= MAX_SIDE and size.width * size.height <= MAX_PIXELS


def encode_outcome(outcome: Outcome) -> dict[str, Any]:
    return {
        "changed": outcome.changed,
        "regions": [encode_rect(rect) for rect in outcome.regions],
        "pixels": outcome.pixels,
        "focus": outcome.focus,
        "pointer": encode_point(outcome.pointer),
        "settled": outcome.settled,
        "seconds": outcome.seconds,
        "glimpses": [encode_glimpse(glimpse) for glimpse in outcome.glimpses],
        "frame": None if outcome.frame is None else encode_frame(outcome.frame),
    }


def decode_outcome(value: object) -> Outcome:
    fields = Fields(value, "the outcome")
    return Outcome(
        changed=fields.flag("changed"),
        regions=tuple(decode_rect(rect) for rect in fields.array("regions", 64)),
        pixels=fields.integer("pixels", 0),
        focus=fields.text("focus", MAX_NAME),
        pointer=_point(fields, "pointer"),
        settled=fields.flag("settled"),
        seconds=fields.number("seconds"),
        glimpses=tuple(decode_glimpse(glimpse) for glimpse in fields.array("glimpses", 64)),
        frame=decode_frame(fields.fields("frame")) if fields.has("frame") else None,
    )


def encode_glimpse(glimpse: Glimpse) -> dict[str, Any]:
    return {
        "region": encode_rect(glimpse.region),
        "began": glimpse.began,
        "lasted": glimpse.lasted,
        "png": glimpse.png,
    }


def decode_glimpse(value: object) -> Glimpse:
    fields = Fields(value, "a glimpse")
    png = fields.binary("png", MAX_PICTURE)
    size = png_size(png)
    region = decode_rect(fields.array("region", 4))
    if png and (size is None or not _is_sane(size) or (size.width, size.height) != (region.width, region.height)):
        raise WireError("the picture of a glimpse is not a PNG of its size")
    return Glimpse(region, fields.number("began", -1e9), fields.number("lasted"), png)


def encode_shell(result: ShellResult) -> dict[str, Any]:
    return {
        "output": result.output,
        "exit_code": result.exit_code,
        "timed_out": result.timed_out,
        "directory": result.directory,
    }


def decode_shell(value: object) -> ShellResult:
    fields = Fields(value, "the result of the shell")
    code = fields.integer("exit_code", -(1 << 31), 1 << 31) if fields.has("exit_code") else None
    return ShellResult(fields.text("output"), code, fields.flag("timed_out"), fields.text("directory", MAX_NAME))


def encode_file(info: FileInfo) -> dict[str, Any]:
    return {"path": info.path, "kind": info.kind, "bytes": info.bytes}


def decode_file(value: object) -> FileInfo:
    fields = Fields(value, "a file")
    return FileInfo(fields.text("path", MAX_NAME), _one_of(fields, "kind", _KINDS), fields.integer("bytes", 0))


_KINDS = ("file", "directory", "other")


def encode_window(window: Window) -> dict[str, Any]:
    return {
        "id": window.id,
        "title": window.title,
        "program": window.program,
        "box": encode_rect(window.box),
        "focused": window.focused,
        "minimized": window.minimized,
    }


def decode_window(value: object) -> Window:
    fields = Fields(value, "a window")
    return Window(
        id=fields.integer("id", 0, (1 << 32) - 1),
        title=fields.text("title", MAX_NAME),
        program=fields.text("program", MAX_NAME),
        box=decode_rect(fields.array("box", 4)),
        focused=fields.flag("focused"),
        minimized=fields.flag("minimized"),
    )


def encode_element(element: Element) -> dict[str, Any]:
    return {
        "role": element.role,
        "name": element.name,
        "box": encode_rect(element.box),
        "value": element.value,
        "states": sorted(element.states),
        "program": element.program,
        "depth": element.depth,
        "page": element.page,
    }


def decode_element(value: object) -> Element:
    fields = Fields(value, "an element")
    states = fields.array("states", 64)
    if not all(isinstance(state, str) and len(state) <= 64 for state in states):
        raise WireError("the states of an element are not short texts")
    return Element(
        role=fields.text("role", MAX_NAME),
        name=fields.text("name", MAX_NAME),
        box=decode_rect(fields.array("box", 4)),
        value=fields.text("value", MAX_NAME),
        states=frozenset(str(state) for state in states),
        program=fields.text("program", MAX_NAME),
        depth=fields.integer("depth", 0, 10_000),
        page=fields.text("page", MAX_NAME) if fields.has("page") else "",
    )
