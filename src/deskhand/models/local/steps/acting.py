"""Steps with what stands on the screen: buttons, menus, boxes, sliders, and the commands of a program."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from deskhand.models.local.steps.things import Ref, Target, Value


@dataclass(frozen=True, slots=True)
class PressKeys:
    keys: str
    """In xdotool's syntax: ``ctrl+s``."""
    times: int = 1


@dataclass(frozen=True, slots=True)
class ClickOn:
    target: Target
    button: Literal["left", "middle", "right"] = "left"
    count: int = 1


@dataclass(frozen=True, slots=True)
class ChooseMenu:
    path: tuple[str, ...]
    """Names from the menu bar inwards: ``("File", "Save As…")``."""


@dataclass(frozen=True, slots=True)
class ChooseOption:
    """One of a drop-down, a list or a group of radio buttons."""

    option: str
    of: Target | None = None


@dataclass(frozen=True, slots=True)
class SetChecked:
    target: Target
    checked: bool = True


@dataclass(frozen=True, slots=True)
class DragTo:
    source: Target
    to: Target


@dataclass(frozen=True, slots=True)
class ScrollBy:
    direction: Literal["up", "down", "left", "right"]
    amount: int | None = None
    """Wheel clicks; None: about a page."""
    at: Target | None = None


@dataclass(frozen=True, slots=True)
class ScrollTo:
    """Scroll until the target shows."""

    target: Target


@dataclass(frozen=True, slots=True)
class SetSetting:
    """A setting of the program in front, wherever it keeps it: in a menu, or in a dialog of preferences."""

    name: str
    on: bool = True
    value: Value = ()
    """What it is set to, where it is no switch."""


@dataclass(frozen=True, slots=True)
class UseCommand:
    """Something the program in front can do, by the words of the instruction: looked for in its menus, tool bars,
    buttons and dialogs."""

    words: str
    """Verb and object as said, without values: ``flip picture horizontally``, ``add entry``, ``行番号を表示``."""
    fields: tuple[tuple[str, str | Ref], ...] = ()
    """Name as said, or "" where none was, and value: ``(("name", "Lunch"), ("amount", "12.50"))``."""
    on: Target | None = None
    """What to select first: a row, a file, an entry, a text, a tab."""


@dataclass(frozen=True, slots=True)
class WaitFor:
    seconds: float = 1.0
    text: str = ""
    """Wait until this shows; empty: just wait."""
