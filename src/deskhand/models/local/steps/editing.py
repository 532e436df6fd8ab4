"""Steps with text: typed, changed, copied."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from deskhand.models.local.steps.things import Target, Value


@dataclass(frozen=True, slots=True)
class TypeText:
    text: Value
    into: Target | None = None
    replace: bool = False
    """Replace what the field holds."""
    enter: bool = False
    """Press Return afterwards."""
    own_line: bool = False
    """On a line of its own: press Return first if the line with the caret is not empty."""


@dataclass(frozen=True, slots=True)
class ReplaceText:
    """Every ``old`` (or only one) in the document in front becomes ``new``, by the program's find and replace."""

    old: str
    new: str
    only: Literal["", "first", "last"] = ""
    """Only one of them."""


LineEdit: TypeAlias = Literal[
    "delete", "before", "after", "replace", "append", "prepend", "upper", "lower", "duplicate",
    "up", "down", "first", "last", "within",
]  # fmt: skip
"""What becomes of a line: ``before`` and ``after`` put a new one there; ``up`` to ``last`` move it; ``within`` changes
a part of it."""


@dataclass(frozen=True, slots=True)
class EditLine:
    """One line of the document in front is changed."""

    line: int | str
    """1 is the first, -1 the last; or a text that the line holds."""
    how: LineEdit
    text: Value = ()
    """The new line, what is added to it, or what a part of it becomes."""
    every: bool = False
    """All lines that hold the text, not only the one."""
    old: str = ""
    """The part that changes (``within``); empty: the line's only number."""


@dataclass(frozen=True, slots=True)
class SortLines:
    """The lines of the document in front, by the alphabet, or by the numbers in them."""

    reverse: bool = False
    numeric: bool = False


@dataclass(frozen=True, slots=True)
class ArrangeLines:
    """Lines of the document in front in other places, each as it is; or only one of those that are alike."""

    how: Literal["swap", "unique", "reverse", "before", "after", "first", "last"]
    line: int | str = 0
    """1 is the first, -1 the last; or a text that the line holds."""
    other: int | str = 0
    """The line that it changes places with, or is put before or after."""


@dataclass(frozen=True, slots=True)
class ChangeCase:
    """All of the document in front, in capitals or in small letters."""

    how: Literal["upper", "lower"]


@dataclass(frozen=True, slots=True)
class Copy:
    """Select all (or what is named) and copy."""

    what: Target | None = None


@dataclass(frozen=True, slots=True)
class Paste:
    into: Target | None = None
