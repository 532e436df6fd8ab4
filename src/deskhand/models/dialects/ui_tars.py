"""UI-TARS: ``Thought: …`` and ``Action: click(start_box='…')`` as plain text.

1.0 counts in thousandths of the picture, 1.5 in pixels of the resized picture. The parser takes every spelling that
the published models produce: boxes with and without tokens, ``point=``, ``<point>``, ``<bbox>``, a full-width colon.
"""

from __future__ import annotations

import ast
import re
import warnings
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from deskhand.models.dialects.interface import DialectError, Input, Space, Turn
from deskhand.models.dialects.keys import chord
from deskhand.models.dialects.spaces import Relative, Resized
from deskhand.screen.geometry import Point, Size

SCROLL = 5
"""Clicks of the wheel: the language has no amount."""
WAIT = 5

_ACTIONS = re.compile(r"Action\s*[:：]\s*", re.IGNORECASE)
_THOUGHT = re.compile(r"^\s*(?:Thought|Reflection|Action_Summary)\s*[:：]\s*", re.IGNORECASE)
_CALL = re.compile(r"^\s*([a-z_]+)\s*\((.*)\)\s*$", re.DOTALL)
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_HEAD = re.compile(r"^\s*[a-z_]+\s*\(")

_PROMPT = """\
You are a GUI agent. You are given a task and your action history, with screenshots. You need to perform the next \
action to complete the task.

## Output Format
```
Thought: ...
Action: ...
```

## Action Space

click(start_box='{box}')
left_double(start_box='{box}')
right_single(start_box='{box}')
drag(start_box='{box}', end_box='{box2}')
hotkey(key='ctrl c') # Split keys with a space and use lowercase. Do not use more than 3 keys in one hotkey action.
type(content='xxx') # Use escape characters \\', \\", and \\n in content part to ensure we can parse the content in \
normal python string format. If you want to submit your input, use \\n at the end of content.
scroll(start_box='{box}', direction='down or up or right or left')
wait() # Sleep for 5s and take a screenshot to check for any changes.
finished(content='xxx') # Submit when the task is done, with the answer or what was done.
call_user() # When the task cannot be solved, or when you need the user's help.

## Note
- Use the language of the user in the `Thought` part.
- Write a small plan and finally summarize your next action (with its target element) in one sentence in `Thought`.

## User Instruction
{task}"""


@dataclass(frozen=True, slots=True)
class UiTars:
    name: str
    space: Space
    box: str
    """How a point is written."""

    def instructions(self, task: str, picture: Size) -> str:
        example = self.box.format(x="x1", y="y1"), self.box.format(x="x3", y="y3")
        return _PROMPT.format(task=task, box=example[0], box2=example[1])

    def read(self, text: str, picture: Size) -> Turn:
        parts = _ACTIONS.split(text.strip())
        thought = _THOUGHT.sub("", parts[0]).strip()
        written = [line for part in parts[1:] for line in _statements(part)]
        if len(parts) == 1:  # the label is left out now and then
            written = [line for line in _statements(parts[0]) if _CALL.match(line)]
            thought = "" if written and _CALL.match(parts[0]) else thought
        if not written:
            raise DialectError("There is no action. Answer with `Thought: …` and `Action: …`, one of the action space.")
        calls: list[Input] = []
        for line in written:
            name, arguments = _parse(line)
            if name in ("finished", "call_user"):
                said = str(arguments.get("content", "")) or thought
                return Turn(tuple(calls), said, "done" if name == "finished" else "asks")
            build = _TABLE.get(name)
            if build is None:
                raise DialectError(f"There is no action {name[:40]}(). The actions are {', '.join(_TABLE)}.")
            calls.extend(build(_Call(name, arguments, self.space, picture)))
        return Turn(tuple(calls), thought)

    def write(self, calls: Sequence[Input], say: str, picture: Size) -> str:
        lines = [line for call in calls if (line := self._line(call, picture))]
        return f"Thought: {say}\nAction: " + "\n\n".join(lines or ["wait()"])

    def result(self, text: str) -> str:
        return ""

    def _line(self, call: Input, picture: Size) -> str:
        def box(key: str = "coordinate") -> str:
            x, y = call.get(key) or (0, 0)
            wide, high = self.space.from_picture(Point(int(x), int(y)), picture)
            return self.box.format(x=wide, y=high)

        match call.get("action"):
            case "left_click":
                return f"click(start_box='{box()}')"
            case "double_click" | "triple_click":
                return f"left_double(start_box='{box()}')"
            case "right_click":
                return f"right_single(start_box='{box()}')"
            case "left_click_drag":
                return f"drag(start_box='{box('start_coordinate')}', end_box='{box()}')"
            case "key":
                return f"hotkey(key={str(call.get('text', '')).lower().replace('+', ' ')!r})"
            case "type":
                return f"type(content={str(call.get('text', ''))!r})"
            case "scroll":
                return f"scroll(start_box='{box()}', direction={str(call.get('scroll_direction'))!r})"
            case "wait" | "screenshot":
                return "wait()"
            case _:
                return ""


UI_TARS_1_0 = UiTars("ui-tars-1.0", Relative(), "[{x}, {y}]")
UI_TARS_1_5 = UiTars("ui-tars-1.5", Resized(28, 100 * 28 * 28, 16384 * 28 * 28), "<|box_start|>({x},{y})<|box_end|>")


@dataclass(frozen=True, slots=True)
class _Call:
    name: str
    arguments: Mapping[str, Any]
    space: Space
    picture: Size

    def point(self, *names: str) -> list[int]:
        for name in names:
            if name in self.arguments:
                numbers = [float(each) for each in _NUMBER.findall(str(self.arguments[name]))]
                if len(numbers) == 2:
                    x, y = numbers
                elif len(numbers) == 4:  # a box: its middle
                    x, y = (numbers[0] + numbers[2]) / 2, (numbers[1] + numbers[3]) / 2
                else:
                    raise DialectError(f"{self.name}: {name} must hold two numbers, x and y.")
                point = self.space.to_picture(x, y, self.picture)
                return [point.x, point.y]
        raise DialectError(f"{self.name}: {names[0]} is missing.")

    def start(self) -> list[int]:
        return self.point("start_box", "point", "start_point")

    def text(self, name: str) -> str:
        if name not in self.arguments:
            raise DialectError(f"{self.name}: {name} is missing.")
        return str(self.arguments[name])


def _at(action: str) -> Callable[[_Call], list[Input]]:
    return lambda call: [{"action": action, "coordinate": call.start()}]


def _hotkey(call: _Call) -> list[Input]:
    return [{"action": "key", "text": chord(call.text("key").replace("+", " ").split())}]


def _type(call: _Call) -> list[Input]:
    content = call.text("content")
    calls: list[Input] = []
    if body := content.removesuffix("\n"):
        calls.append({"action": "type", "text": body})
    if content.endswith("\n"):
        calls.append({"action": "key", "text": "Return"})
    return calls


def _scroll(call: _Call) -> list[Input]:
    direction = call.text("direction").strip().lower()
    if direction not in ("up", "down", "left", "right"):
        raise DialectError("scroll: direction is one of down, up, right, left.")
    named = any(name in call.arguments for name in ("start_box", "point", "start_point"))
    where = {"coordinate": call.start()} if named else {}
    return [{"action": "scroll", **where, "scroll_direction": direction, "scroll_amount": SCROLL}]


def _drag(call: _Call) -> list[Input]:
    return [
        {
            "action": "left_click_drag",
            "start_coordinate": call.start(),
            "coordinate": call.point("end_box", "end_point"),
        }
    ]


_TABLE: Mapping[str, Callable[[_Call], list[Input]]] = {
    "click": _at("left_click"),
    "left_single": _at("left_click"),
    "left_double": _at("double_click"),
    "right_single": _at("right_click"),
    "hover": _at("mouse_move"),
    "drag": _drag,
    "select": _drag,
    "hotkey": _hotkey,
    "press": _hotkey,
    "type": _type,
    "scroll": _scroll,
    "wait": lambda _: [{"action": "wait", "duration": WAIT}],
}


def _statements(text: str) -> list[str]:
    """The calls of one ``Action:``, which stand on lines of their own or between empty ones."""
    found: list[str] = []
    for line in text.strip().strip("`").strip().split("\n"):
        if _HEAD.match(line) or not found:
            if line.strip():
                found.append(line)
        else:
            found[-1] += f"\n{line}"
    return [each.strip() for each in found]


def _parse(line: str) -> tuple[str, dict[str, Any]]:
    """Name and arguments, as Python would read them; a text with quotes in it that nobody escaped is taken as well."""
    match = _CALL.match(line.strip().rstrip("`").strip())
    if match is None:
        raise DialectError(f"The action {line[:80]!r} cannot be read: write name(argument='value').")
    name, inner = match[1], match[2].strip()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what Python thinks of its backslashes is nobody's concern
            call = ast.parse(f"f({inner})".replace("\r", ""), mode="eval").body
        assert isinstance(call, ast.Call)
        return name, {each.arg: ast.literal_eval(each.value) for each in call.keywords if each.arg}
    except (SyntaxError, ValueError, AssertionError, RecursionError, MemoryError):
        pass
    loose = re.match(r"(\w+)\s*=\s*(['\"])(.*)\2\s*$", inner, re.DOTALL)
    if loose is None:
        raise DialectError(f"The arguments of {name} cannot be read: {inner[:80]!r}.")
    return name, {loose[1]: loose[3].replace("\\n", "\n").replace("\\'", "'").replace('\\"', '"')}
