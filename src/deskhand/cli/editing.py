"""Changing a part of a call on one line of a terminal: a text, a command, a place."""

from __future__ import annotations

import re
from typing import Any

_ESCAPES = {"n": "\n", "t": "\t", "\\": "\\"}
_PLACE = re.compile(r"\W*(\d{1,5})\W+(\d{1,5})\W*")


class Unusable(ValueError):
    """What was typed cannot stand in the place of what it should change; the text says why."""


def shown_value(value: Any) -> str:
    """``value`` on one line, as `read_value` takes it back."""
    match value:
        case str():
            return value.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t")
        case [x, y]:
            return f"{x}, {y}"
        case None:
            return "(nothing)"
        case _:
            return str(value)


def read_value(line: str, before: Any) -> Any:
    """What the line means, as a value of the kind that it replaces."""
    match before:
        case [int() | float(), int() | float()]:
            found = _PLACE.fullmatch(line)
            if found is None:
                raise Unusable("Write a place as two numbers: 640, 400")
            return [int(found[1]), int(found[2])]
        case bool():
            raise Unusable("This cannot be changed here.")
        case int():
            if not line.strip().isdigit():
                raise Unusable("Write a number.")
            return int(line)
        case _:
            return re.sub(r"\\([nt\\])", lambda match: _ESCAPES[match[1]], line)
