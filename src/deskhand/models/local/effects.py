"""What the embedded model's program asks of the world, and how it waits for the answer.

The Messages API keeps no state, but finding a menu, opening it and looking whether it opened is one train of thought.
So a skill is written as an ordinary coroutine that awaits *effects*; the driver (`conversation`) carries them out: a
`Turn` becomes an assistant turn and comes back as tool results, a `Reading` is OCR in a thread, a `Question` ends the
reply and comes back as the person's next words. Nothing here knows an event loop, so a program can be set aside for
an hour, run again from a recorded conversation, and driven by a test with a for loop.
"""

from __future__ import annotations

from collections.abc import Generator, Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, TypeAlias, TypeVar

from deskhand.screen.geometry import Rect
from deskhand.vision.scene import Scene

T = TypeVar("T")


class _Awaited(Generic[T]):
    """Awaiting an effect hands it to the driver; what the driver sends back is the value."""

    __slots__ = ()

    def __await__(self) -> Generator[_Awaited[Any], T, T]:
        value = yield self
        return value


@dataclass(frozen=True, slots=True)
class Call:
    """One action, by its name and input in the newest single tool; `dialect` puts it into the tool on offer."""

    name: str
    input: Mapping[str, Any] = field(default_factory=dict[str, Any])
    tool: str = "computer"
    """``computer``, ``bash`` or ``elements``."""


@dataclass(frozen=True, slots=True)
class Answered:
    """What came back for a turn."""

    picture: bytes | None
    """The newest picture among the results, as an encoded file; None when there was none."""
    text: str
    """What the tools said."""
    error: bool = False
    elements: str = ""
    """What the programs on the screen say of themselves, where that was asked for."""


@dataclass(frozen=True, slots=True)
class Turn(_Awaited[Answered]):
    """One assistant turn: a sentence, and the actions it announces."""

    say: str
    calls: tuple[Call, ...]
    step: int = 0
    """Which step of the plan it belongs to."""


@dataclass(frozen=True, slots=True)
class Reading(_Awaited[Scene]):
    """Read a picture, or only a part of it. Boxes come back in the picture's own pixels."""

    picture: bytes
    region: Rect | None = None
    magnify: int = 1
    """Enlarge that many times before reading: for small print."""


@dataclass(frozen=True, slots=True)
class Question(_Awaited[str]):
    """Ends the reply as a question; the value is what the person says next."""

    text: str


Effect: TypeAlias = Turn | Reading | Question


def as_effect(value: object) -> Effect:
    """The effect a program yielded, typed."""
    if not isinstance(value, Turn | Reading | Question):  # pragma: no cover - a program awaited something foreign
        raise TypeError(f"a program may await effects only, not {value!r}")
    return value
