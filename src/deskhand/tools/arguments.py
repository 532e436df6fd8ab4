"""Reading a call's input: liberal about form, exact about values.

Models send ``"500"`` for 500, ``[500.0, 300.0]`` and ``"[500, 300]"`` for a coordinate, and null for what they mean to
leave out: all of that has one meaning, so it is taken. 500.5, a coordinate outside the picture or an argument that the
action has no use for has not, so it is refused with a sentence that says what would be right.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from deskhand.screen.geometry import Point
from deskhand.tools.interface import ToolError

_LONGEST = 800
"""Characters of a sentence; only a value that is quoted in it can make it longer."""
_LARGEST = 1 << 53


class Arguments:
    """The input of one call. Each reader raises `ToolError`, prefixed by what is being done."""

    def __init__(self, action: str, values: Mapping[str, Any]) -> None:
        self.action = action
        self._values = {str(key): value for key, value in values.items() if value is not None}

    def __contains__(self, key: str) -> bool:
        return key in self._values

    def fail(self, sentence: str) -> ToolError:
        text = f"{self.action}: {sentence}"
        return ToolError(text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…")

    def only(self, required: Sequence[str], optional: Sequence[str] = ()) -> None:
        """Every required argument is there, and nothing that the action has no use for."""
        for key in required:
            if key not in self._values:
                raise self.fail(f"the argument {key!r} is missing. {self._usage(required, optional)}")
        for key in self._values:
            if key not in required and key not in optional:
                raise self.fail(f"the argument {_short(key)} is not accepted. {self._usage(required, optional)}")

    def _usage(self, required: Sequence[str], optional: Sequence[str]) -> str:
        if not required and not optional:
            return f"{self.action} takes no arguments."
        needs = f"needs {', '.join(required)}" if required else ""
        takes = f"may have {', '.join(optional)}" if optional else ""
        return f"{self.action} {' and '.join(part for part in (needs, takes) if part)}."

    def text(self, key: str, *, empty: bool = True) -> str:
        value = self._values[key]
        if isinstance(value, int | float) and not isinstance(value, bool):
            value = str(value)  # "type 42" comes as a number now and then
        if not isinstance(value, str):
            raise self.fail(f"{key} must be a string, not {_short(value)}")
        if not empty and not value:
            raise self.fail(f"{key} is empty")
        try:
            value.encode()
        except UnicodeEncodeError as error:
            raise self.fail(f"{key} holds half a surrogate pair at position {error.start}, which is no text") from None
        return value

    def flag(self, key: str) -> bool:
        match self._values.get(key, False):
            case bool(value):
                return value
            case str(value) if value.lower() in ("true", "false"):
                return value.lower() == "true"
            case value:
                raise self.fail(f"{key} must be true or false, not {_short(value)}")

    def whole(self, key: str, *, least: int, most: int) -> int:
        number = self._whole(self._values[key], key)
        if not least <= number <= most:
            raise self.fail(f"{key} must be {least} to {most}, not {number}")
        return number

    def seconds(self, key: str, *, most: float) -> float:
        value = self._values[key]
        number = _number(value)
        if number is None:
            raise self.fail(f"{key} must be a number of seconds, not {_short(value)}")
        if not 0 <= number <= most:
            raise self.fail(f"{key} must be 0 to {most:g} seconds, not {number:g}")
        return float(number)

    def choice(self, key: str, choices: Sequence[str]) -> str:
        value = self._values[key]
        name = value.strip().lower() if isinstance(value, str) else value
        if name not in choices:
            raise self.fail(f"{key} must be one of {', '.join(choices)}, not {_short(value)}")
        return str(name)

    def point(self, key: str) -> Point:
        x, y = self.wholes(key, ("x", "y"))
        return Point(x, y)

    def wholes(self, key: str, names: Sequence[str]) -> tuple[int, ...]:
        """A list of whole numbers, one for each of ``names``; an object with these names will do as well."""
        value = self._values[key]
        items = _listed(value)
        if isinstance(items, Mapping) and all(name in items for name in names):
            items = [items[name] for name in names]
        shape = f"[{', '.join(names)}]"
        if not isinstance(items, Sequence) or isinstance(items, str | bytes) or len(items) != len(names):
            raise self.fail(f"{key} must be {shape} in whole pixels, not {_short(value)}")
        return tuple(self._whole(item, key, f"{key} must be {shape} in whole pixels") for item in items)

    def _whole(self, value: object, key: str, rule: str = "") -> int:
        number = _number(value)
        if number is None or number != int(number):
            raise self.fail(f"{rule or f'{key} must be a whole number'}, not {_short(value)}")
        return int(number)


def _number(value: object) -> int | float | None:
    """A finite number, also when it is written as a string; None for anything else."""
    match value:
        case bool():
            return None
        case int() | float():
            return value if abs(value) <= _LARGEST else None  # also false for NaN
        case str() if len(value) <= 40:
            try:
                number = float(value)
            except ValueError:
                return None
            return number if abs(number) <= _LARGEST else None
        case _:
            return None


def _listed(value: object) -> object:
    """``"[500, 300]"`` and ``"500, 300"`` as lists; everything else as it is."""
    if not isinstance(value, str) or len(value) > 200:
        return value
    text = value.strip()
    try:
        return json.loads(text if text.startswith(("[", "{")) else f"[{text.strip('()')}]")
    except (ValueError, RecursionError):
        return value


def _short(value: object) -> str:
    """A value as it goes into a sentence."""
    try:
        text = json.dumps(value, ensure_ascii=False)
    except (TypeError, ValueError, RecursionError):
        text = type(value).__name__
    text = text.encode(errors="replace").decode()
    return text if len(text) <= 80 else text[:77] + "…"
