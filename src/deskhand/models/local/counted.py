"""The thing that a number counts to: a seventh of five is none, and the last is the one before the end."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


def at(things: Sequence[T], nth: int) -> T | None:
    """The ``nth`` of ``things``, 1 for the first and -1 for the last; None where they are fewer."""
    index = nth - 1 if nth > 0 else len(things) + nth
    return things[index] if 0 <= index < len(things) else None
