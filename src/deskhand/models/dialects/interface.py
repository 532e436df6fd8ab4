"""What a dialect is: the way between what a model writes and calls of our ``computer`` tool, both ways, without I/O."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, Protocol, TypeAlias

from deskhand.errors import DeskhandError
from deskhand.screen.geometry import Point, Size

Input: TypeAlias = Mapping[str, Any]
"""The input of one call of the single ``computer`` tool: ``{"action": "left_click", "coordinate": [10, 20]}``."""

Ends: TypeAlias = Literal[
    "",  # it goes on
    "done",  # it says that the task is done
    "asks",  # it asks the person, or gives up
]


class DialectError(DeskhandError, ValueError):
    """What the model wrote is not in its language; the sentence is for the model."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One turn as it is meant."""

    calls: tuple[Input, ...] = ()
    say: str = ""
    """Its thought, or the answer to the person when it ends."""
    ends: Ends = ""


class Dialect(Protocol):
    """A language that is written as text, without tool calls of the wire."""

    @property
    def name(self) -> str: ...

    def instructions(self, task: str, picture: Size) -> str:
        """What stands before the first picture."""
        ...

    def read(self, text: str, picture: Size) -> Turn:
        """The calls that the model means, in pixels of the picture it was sent. Raises `DialectError`."""
        ...

    def write(self, calls: Sequence[Input], say: str, picture: Size) -> str:
        """How the model would have said it: for a conversation that another model began."""
        ...

    def result(self, text: str) -> str:
        """What is said beside the picture that follows a turn; empty when the picture says it all."""
        ...


class Space(Protocol):
    """The coordinates a model counts in."""

    def to_picture(self, x: float, y: float, picture: Size) -> Point: ...

    def from_picture(self, point: Point, picture: Size) -> tuple[int, int]: ...
