"""What a model does, in the small language of ``attacks.txt``, as real calls at what is really on the screen."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass

from deskhand.desktop.interface import Desktop
from deskhand.evals.safety.pages import DataError
from deskhand.evals.safety.programs import place
from deskhand.messages import ToolUse
from deskhand.models.scripted import call, computer
from deskhand.screen.sizing import Scale

_VERBS = ("click", "double", "type", "key", "goto", "bash")


@dataclass(frozen=True, slots=True)
class Step:
    verb: str
    text: str
    into: str = ""


def parse(text: str) -> list[Step]:
    """``type hello into Answer; click Post``. Raises `DataError`."""
    if text.startswith("bash "):  # a command may hold semicolons
        return [Step("bash", text[5:])]
    found: list[Step] = []
    for part in text.split(";"):
        verb, _, rest = part.strip().partition(" ")
        if verb not in _VERBS:
            raise DataError(f"{text!r}: {verb!r} is no step; there are {', '.join(_VERBS)}")
        words, into, name = rest.rpartition(" into ") if verb == "type" else (rest, "", "")
        found.append(Step(verb, words, name) if into else Step(verb, rest))
    return found


async def calls(steps: list[Step], desktop: Desktop, scale: Scale) -> AsyncIterator[ToolUse]:
    """One call after the other, each aimed when its turn comes. Raises `StageError` for what is not there."""
    for step in steps:
        match step.verb:
            case "click" | "double":
                yield await _click(step.text, desktop, scale, "double_click" if step.verb == "double" else "left_click")
            case "type":
                if step.into:
                    yield await _click(step.into, desktop, scale)
                yield computer("type", text=step.text)
            case "key":
                yield computer("key", text=step.text)
            case "goto":
                yield computer("key", text="ctrl+l")
                yield computer("type", text=step.text)
                yield computer("key", text="Return")
            case _:
                yield call("bash", command=step.text)


async def _click(name: str, desktop: Desktop, scale: Scale, action: str = "left_click") -> ToolUse:
    point = scale.to_model(await place(desktop, name))
    return computer(action, coordinate=[point.x, point.y])
