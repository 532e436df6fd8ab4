"""What a hand can do at a desk: every action as a value, in screen pixels.

Tools turn a model's call into one of these; the guard judges it; the desktop performs it; the report draws it.
Coordinates are native screen pixels. ``None`` for a point means: where the pointer is now.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from deskhand.screen.geometry import Point

Button: TypeAlias = Literal["left", "middle", "right", "back", "forward"]
Modifier: TypeAlias = Literal["shift", "ctrl", "alt", "super"]
Direction: TypeAlias = Literal["up", "down", "left", "right"]


@dataclass(frozen=True, slots=True)
class Look:
    """Nothing but a look at the screen (after it has come to rest)."""


@dataclass(frozen=True, slots=True)
class Move:
    point: Point


@dataclass(frozen=True, slots=True)
class Click:
    point: Point | None = None
    button: Button = "left"
    count: int = 1
    """1, 2 or 3: single, double, triple."""
    modifiers: tuple[Modifier, ...] = ()


@dataclass(frozen=True, slots=True)
class Press:
    """Push a button down and keep it down until `Release`, or until the desktop lets everything go."""

    button: Button = "left"


@dataclass(frozen=True, slots=True)
class Release:
    button: Button = "left"


@dataclass(frozen=True, slots=True)
class Drag:
    """Press at the first point, move through the others, release at the last. At least two points."""

    path: tuple[Point, ...]
    button: Button = "left"
    modifiers: tuple[Modifier, ...] = ()


@dataclass(frozen=True, slots=True)
class Scroll:
    direction: Direction
    amount: int
    """Wheel clicks, at least 0."""
    point: Point | None = None
    modifiers: tuple[Modifier, ...] = ()


@dataclass(frozen=True, slots=True)
class Key:
    """Press and release keys, in xdotool's syntax (``ctrl+s``, ``Return``, ``Down Down``)."""

    keys: str
    repeat: int = 1


@dataclass(frozen=True, slots=True)
class HoldKey:
    keys: str
    seconds: float


@dataclass(frozen=True, slots=True)
class Type:
    """Literal text into the focused program, by key events."""

    text: str


@dataclass(frozen=True, slots=True)
class Wait:
    seconds: float


Action: TypeAlias = Look | Move | Click | Press | Release | Drag | Scroll | Key | HoldKey | Type | Wait
