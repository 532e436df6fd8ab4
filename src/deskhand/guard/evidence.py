"""What is known about an act before it is done: what it touches, where, and what stands around it.

Gathered from the real desktop by `deskhand.guard.gather`; made by hand in tests and by whoever judges without one.
What is not known is empty, and an empty piece is evidence of nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from deskhand.desktop.interface import Element, Window
from deskhand.guard.interface import Place
from deskhand.screen.geometry import Point, Rect
from deskhand.vision.scene import Scene

Known: TypeAlias = Literal[
    "tree",  # the program itself says so, to assistive technology
    "picture",  # it was read off the screen
    "nothing",
]


@dataclass(frozen=True, slots=True)
class Thing:
    """Something on the screen that an act touches."""

    label: str = ""
    """What it is called: ``Place order``."""
    role: str = ""
    """As the accessibility tree calls it (``push button``, ``link``, ``password text``); empty when only read."""
    box: Rect | None = None
    """In screen pixels."""
    value: str = ""
    states: frozenset[str] = field(default_factory=frozenset[str])
    known: Known = "nothing"
    caption: str = ""
    """The text that belongs to it without being its name: a field's label, the words beside a check box."""

    @property
    def is_button(self) -> bool:
        return self.role in ("push button", "button", "toggle button", "menu item", "push button menu")


@dataclass(frozen=True, slots=True)
class Evidence:
    """Everything that one act is judged by."""

    place: Place = field(default_factory=Place)
    """The window it acts in: that of the target, which need not be the focused one."""
    window: Window | None = None
    point: Point | None = None
    target: Thing = field(default_factory=Thing)
    """Under the pointer for a click; with the keyboard's focus for keys and text; where a drag ends up for a drag."""
    source: Thing = field(default_factory=Thing)
    """Where a drag begins."""
    presses: Thing = field(default_factory=Thing)
    """What the key would press: the focused button, or the default button of the form or dialog for Return."""
    dialog: str = ""
    """The text of the dialog that the target belongs to; empty when it is in no dialog."""
    chrome: bool = False
    """The target belongs to the browser itself, its tabs and tool bar, and to no page."""
    drawn: bool = False
    """The window's program describes itself to nobody: what is known of it was read off the picture."""
    near: tuple[str, ...] = ()
    """Texts around the target, nearest first."""
    texts: tuple[str, ...] = ()
    """All texts of the window, in reading order."""
    form: tuple[Thing, ...] = ()
    """Fields, check boxes and buttons of the window."""
    line: str = ""
    """In a terminal: the command line that stands there, as far as it is known."""
    running: tuple[str, ...] = ()
    """In a terminal: the command lines of the programs that read what is typed there; none where that is its shell."""
    directory: str = ""
    """The working directory of the shell, where it is known."""
    exists: bool | None = None
    """Whether the file that a call names is there already."""
    files: Mapping[str, bool] = field(default_factory=dict[str, bool])
    """Whether the files that a command names are there, by path (``~`` for the home folder)."""
    scripts: Mapping[str, str] = field(default_factory=dict[str, str])
    """What stands in the scripts that a command would run, by path."""
    own: frozenset[str] = frozenset()
    """Files that this run made itself: writing over them takes nothing from anybody."""
    downloaded: frozenset[str] = frozenset()
    """Files that came over the network in this run."""
    typed: str = ""
    """What has been typed at the same place since the last Return."""
    reach: tuple[str, ...] | None = None
    """The domains that the gateway lets through (``*.example.com``); none: there is no network; None: not known."""
    elements: tuple[Element, ...] = ()
    """The accessibility tree as it was read."""
    windows: tuple[Window, ...] = ()
    scene: Scene | None = None
    """What was read around the target, where the tree had nothing."""
    picture: bytes = b""
    """The screen at that moment as a PNG in native pixels; empty when none was taken."""
    hurried: bool = False
    """Nothing hangs on this act: reading letters off the picture need not be waited for, and holds for the next one."""
    asked: bool = False
    """The policy has a person asked about this act, whatever else is found."""
    seconds: float = 0.0
    """What gathering took."""
