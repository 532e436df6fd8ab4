"""Steps that read something off the screen or work it out, and tell it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from deskhand.models.local.steps.things import Ref, Target, Value


@dataclass(frozen=True, slots=True)
class Compute:
    """Work it out in the calculator, and keep what its display shows."""

    expression: Value
    """Digits, ``+ - * / ( ) . ^ %`` and refs; ``sqrt(…)`` around the whole."""
    store: str = "result"


@dataclass(frozen=True, slots=True)
class Read:
    """Read something off the screen, and keep it.

    ``Target(kind="window")`` is the title of the window in front; ``kind="text"`` without a name is all the text in it
    (or in the program that ``window`` names: the calculator's display, the document in the editor); ``kind="file"``
    without a name is the names of all files shown; a name without a kind is the value that stands with that label.
    """

    what: Target
    store: str = "result"


@dataclass(frozen=True, slots=True)
class Describe:
    """Say which windows are open and what the one in front shows, and keep it."""

    store: str = "result"


@dataclass(frozen=True, slots=True)
class Count:
    """Count what the step before read, one a line, and keep the number."""

    what: Literal["lines", "files"] = "lines"
    store: str = "result"
    holding: str = ""
    """Only those that hold this text."""
    noun: str = ""
    """What they are called: the program may say itself how many there are. Without `holding`, only that is taken."""


@dataclass(frozen=True, slots=True)
class Total:
    """The numbers of a column, a row or a list that shows, put together: worked out here, from what was read."""

    what: str
    """What heads or labels them; empty: all numbers that show."""
    how: Literal["sum", "average", "highest", "lowest"] = "sum"
    store: str = "result"


@dataclass(frozen=True, slots=True)
class WorkOut:
    """Fill the form of the program in front with values, have it work, and keep the result."""

    wanted: str
    """What the result is called; also what a drop-down may offer: ``broadcast address``, ``MD5``."""
    fields: tuple[tuple[str, str], ...]
    """Name as said, or "" where none was, and value."""
    store: str = "result"


@dataclass(frozen=True, slots=True)
class Pick:
    """Of the rows that show the one with the highest or the lowest value, by its name, and keep that."""

    by: str
    """What heads the values that are compared; empty: the only column of numbers."""
    highest: bool = True
    of: str = ""
    """What the rows are: ``file``, ``sale``; as said."""
    store: str = "result"
    place: int = 1
    """2: the second highest."""
    among: tuple[str, ...] = ()
    """Only the rows of these names; empty: all."""


@dataclass(frozen=True, slots=True)
class Differ:
    """Of two texts that show side by side: how often they differ, where, or what one of them says; kept."""

    ask: Literal["count", "changed", "only", "row", "across"]
    side: Literal["left", "right"] = "right"
    """The one that is asked for."""
    words: str = ""
    """``row``: what its line holds; ``across``: what stands there on the other side."""
    files: tuple[str, ...] = ()
    """What the left and the right one are called."""
    store: str = "result"


@dataclass(frozen=True, slots=True)
class Tell:
    """Answer the person."""

    value: Value = (Ref(),)
    decimals: int | None = None
    """Digits after the point that a number is rounded to, where that was said."""
