"""Steps with programs and their windows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from deskhand.models.local.steps.things import Value


@dataclass(frozen=True, slots=True)
class OpenProgram:
    name: str
    """A concept (``calculator``, ``text editor``, ``terminal`` …: `concepts.PROGRAMS`) or a name as given."""


@dataclass(frozen=True, slots=True)
class CloseWindow:
    name: str = ""
    """Program or title as given; empty: the window in front."""
    keep: bool | None = None
    """Whether to save unsaved changes when it asks; None when not said."""


@dataclass(frozen=True, slots=True)
class SwitchTo:
    name: str


@dataclass(frozen=True, slots=True)
class CloseAll:
    """Every window that is open."""

    keep: bool | None = None
    """Whether to save unsaved changes when one asks; None when not said."""
    besides: tuple[str, ...] = ()
    """Programs or titles whose windows stay."""


@dataclass(frozen=True, slots=True)
class ArrangeWindow:
    how: Literal["maximize", "minimize", "restore", "left", "right"]
    """``left`` and ``right``: that half of the screen."""
    name: str = ""
    """Program or title as given; empty: the window in front."""


@dataclass(frozen=True, slots=True)
class NewDocument:
    """A new, empty file in the program in front."""


@dataclass(frozen=True, slots=True)
class RunCommand:
    """Type a command into the terminal, press Return, and keep what it prints."""

    command: Value
    store: str = "result"


@dataclass(frozen=True, slots=True)
class GoTo:
    """Open an address in the web browser."""

    address: str
