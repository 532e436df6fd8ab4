"""How a run ends, as a value, and what may be hung on it: watching it, and putting things away at its end."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from deskhand.agent.events import EXIT_STATUS, Event, Status
from deskhand.messages import Usage

OnEvent: TypeAlias = Callable[[Event], Awaitable[None] | None]


@dataclass(frozen=True, slots=True)
class Left:
    """What is left of a run when everything is put away."""

    files: tuple[str, ...] = ()
    """Relative to the run's ``shared/``."""
    notes: tuple[str, ...] = ()
    """What a person should know about it."""


Closing: TypeAlias = Callable[[], Awaitable[Left]]
"""Puts things away before the run is declared finished."""


@dataclass(frozen=True, slots=True)
class RunResult:
    """How a run ended."""

    status: Status
    answer: str
    steps: int
    seconds: float
    run: str
    folder: Path
    usage: Usage = Usage()
    usd: float | None = None
    files: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    """What went wrong at the very end, such as a report that could not be written."""

    @property
    def exit_status(self) -> int:
        return EXIT_STATUS[self.status]
