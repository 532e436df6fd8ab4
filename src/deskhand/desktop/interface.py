"""The desktop as tools and programs see it, whichever wall it stands behind.

Two bodies implement `Desktop`: the real one inside the walls (`machine`), and the remote one that talks to it over
a byte stream (`remote`).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol

from deskhand.desktop.actions import Action
from deskhand.errors import DeskhandError
from deskhand.screen.geometry import Point, Rect, Size


class DesktopError(DeskhandError):
    """Something could not be done at the desktop; the text says what and what to do instead."""


class InvalidAction(DesktopError):
    """The request itself is wrong (an unknown key, a point outside the screen); nothing was done."""


class DesktopGone(DesktopError):
    """The desktop has died or the stream to it is broken."""


@dataclass(frozen=True, slots=True)
class Frame:
    """One picture of the screen, or of a part of it, as a lossless PNG."""

    png: bytes
    size: Size
    pointer: Point
    """Where the pointer's hot spot is, in screen pixels."""


@dataclass(frozen=True, slots=True)
class Glimpse:
    """Something that appeared and vanished between two pictures."""

    region: Rect
    began: float
    """Seconds after the action began."""
    lasted: float
    """Seconds."""
    png: bytes = b""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an action truly did, as far as the screen shows."""

    changed: bool
    """Whether the settled screen differs from the one before, the pointer itself not counted."""
    regions: tuple[Rect, ...] = ()
    """Where it differs: few rectangles, largest first."""
    pixels: int = 0
    """How many pixels differ."""
    focus: str = ""
    """Title of the window that has the focus now; empty when none has."""
    pointer: Point = Point(0, 0)
    settled: bool = True
    """False when the screen was still moving as the cap ran out."""
    seconds: float = 0.0
    """From the first event sent to the settled picture."""
    glimpses: tuple[Glimpse, ...] = ()
    frame: Frame | None = None
    """The settled picture, if one was asked for."""


@dataclass(frozen=True, slots=True)
class ShellResult:
    output: str
    """Both streams in the order they came; the middle is cut out when it is long, and the cut says so."""
    exit_code: int | None
    """None when the command was interrupted or the shell ended."""
    timed_out: bool = False
    directory: str = ""
    """The shell's working directory afterwards."""


@dataclass(frozen=True, slots=True)
class Window:
    id: int
    title: str
    program: str
    """The class name the program gives its window (WM_CLASS)."""
    box: Rect
    focused: bool = False
    minimized: bool = False


@dataclass(frozen=True, slots=True)
class Element:
    """One thing of the accessibility tree that shows on the screen."""

    role: str
    name: str
    box: Rect
    value: str = ""
    states: frozenset[str] = field(default_factory=frozenset[str])
    program: str = ""
    depth: int = 0
    page: str = ""
    """The address of the page in a browser that it is part of, that of its own frame; empty where there is none."""


@dataclass(frozen=True, slots=True)
class FileInfo:
    path: str
    kind: str
    """``file``, ``directory`` or ``other``."""
    bytes: int


class Desktop(Protocol):
    """One desktop. Every method raises `DesktopError` (or a subclass) with a sentence a model can act on."""

    @property
    def size(self) -> Size: ...

    async def act(self, action: Action, *, picture: bool = True) -> Outcome:
        """Perform the action, wait until the screen has come to rest, and say what changed."""
        ...

    async def screenshot(self) -> Frame:
        """The screen as it is now (after it has come to rest), the pointer drawn in."""
        ...

    async def zoom(self, region: Rect) -> Frame:
        """The native pixels of ``region``; InvalidAction when it reaches outside the screen."""
        ...

    async def pointer(self) -> Point: ...

    async def release_all(self) -> None:
        """Let go of every key and button that is held."""
        ...

    async def halt(self) -> None:
        """Abandon at once whatever is under way, a shell command too, and let go of every key and button."""
        ...

    async def shell(self, command: str, *, timeout: float = 120.0) -> ShellResult:
        """Run in the one lasting shell session. Past ``timeout`` seconds the command is interrupted."""
        ...

    async def restart_shell(self) -> None: ...

    async def read_file(self, path: str) -> bytes: ...

    async def write_file(self, path: str, data: bytes, *, create_new: bool = False) -> None:
        """Atomically: the file holds the old bytes or the new ones, never half. Keeps the mode of an old file."""
        ...

    async def list_files(self, path: str, *, depth: int = 1) -> list[FileInfo]: ...

    async def clipboard(self) -> str: ...

    async def set_clipboard(self, text: str) -> None: ...

    async def windows(self) -> list[Window]:
        """Front to back."""
        ...

    async def focus_window(self, window_id: int) -> None: ...

    async def close_window(self, window_id: int) -> None: ...

    async def launch(self, program: str) -> None:
        """Start a program by its command name (``mousepad``); returns once its window shows, or raises."""
        ...

    async def elements(self) -> list[Element]: ...

    async def close(self) -> None: ...
