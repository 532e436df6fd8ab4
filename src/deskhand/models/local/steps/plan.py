"""A whole plan: its steps, and those that hold other steps."""

# ruff: noqa: E501
from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from deskhand.models.local.steps.acting import (
    ChooseMenu,
    ChooseOption,
    ClickOn,
    DragTo,
    PressKeys,
    ScrollBy,
    ScrollTo,
    SetChecked,
    SetSetting,
    UseCommand,
    WaitFor,
)
from deskhand.models.local.steps.editing import (
    ArrangeLines,
    ChangeCase,
    Copy,
    EditLine,
    Paste,
    ReplaceText,
    SortLines,
    TypeText,
)
from deskhand.models.local.steps.filing import DeleteFile, MakeFolder, MoveFile, OpenFile, RenameAll, RenameFile, Save
from deskhand.models.local.steps.telling import Compute, Count, Describe, Differ, Pick, Read, Tell, Total, WorkOut
from deskhand.models.local.steps.things import Target, Value
from deskhand.models.local.steps.windows import (
    ArrangeWindow,
    CloseAll,
    CloseWindow,
    GoTo,
    NewDocument,
    OpenProgram,
    RunCommand,
    SwitchTo,
)


@dataclass(frozen=True, slots=True)
class Repeat:
    times: int
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class IfShown:
    """Do ``then`` if the target shows on the screen, else ``otherwise``."""

    target: Target
    then: tuple[Step, ...]
    otherwise: tuple[Step, ...] = ()


Comparison: TypeAlias = Literal["more", "less", "at least", "at most", "equal", "empty"]


@dataclass(frozen=True, slots=True)
class IfValue:
    """Do ``then`` if a value that was read compares so, else ``otherwise``."""

    value: Value
    how: Comparison
    to: str
    """A number, or with ``equal`` any text; nothing with ``empty``."""
    then: tuple[Step, ...]
    otherwise: tuple[Step, ...] = ()


EACH = "\x00"
"""In the steps of `ForEach`: where the name goes."""


@dataclass(frozen=True, slots=True)
class ForEach:
    """Do the steps for each of the names that a command prints."""

    command: str
    steps: tuple[Step, ...]
    """`EACH` stands for the name in them."""


@dataclass(frozen=True, slots=True)
class Until:
    """Do the steps again and again until the target shows (or, not ``shown``, no longer does)."""

    target: Target
    steps: tuple[Step, ...]
    shown: bool = True
    how: Comparison | None = None
    """Instead: until the value that stands with the target compares so with ``to``."""
    to: str = ""


Step: TypeAlias = (
    OpenProgram | CloseWindow | CloseAll | ArrangeWindow | SwitchTo | NewDocument | TypeText | PressKeys | ClickOn | ChooseMenu
    | ChooseOption | SetChecked | DragTo | ScrollBy | ScrollTo | Save | OpenFile | RenameAll | RenameFile | MoveFile | DeleteFile | MakeFolder
    | ReplaceText | EditLine | SortLines | ArrangeLines | ChangeCase | SetSetting | UseCommand | Compute | Read | Describe | Differ | Count | RunCommand | GoTo | Copy | Paste | WaitFor | Tell
    | Total | WorkOut | Pick | Repeat | IfShown | IfValue | Until | ForEach
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Named:
    """A program that the instruction calls by a name of its own, in a plan that speaks of its kind."""

    kind: str
    """``text editor``, ``calculator`` …: as the steps have it."""
    name: str
    starts: bool = False
    """The instruction wants it opened; else it may be open already, perhaps under another title."""


@dataclass(frozen=True, slots=True)
class Plan:
    """An instruction, understood."""

    steps: tuple[Step, ...]
    sources: tuple[str, ...]
    """For each step, the part of the instruction it came from."""
    language: Literal["en", "ja"] = "en"
    named: tuple[Named, ...] = ()
    reading: str = ""
    """The plain words it was understood by, where the instruction's own had to be put into others."""
    left_out: tuple[str, ...] = ()
    """What the instruction orders besides, and no step does: the person is asked before the rest is done."""
    at_prompt: Plan | None = None
    """What to do instead where the program that is named turns out to be a terminal."""


@dataclass(frozen=True, slots=True)
class NotUnderstood:
    """The instruction, or a part of it, is out of reach: said at once, before anything is touched."""

    part: str
    """The words that were not understood."""
    reason: str
    """A sentence for the person, in the language of the instruction."""
    language: Literal["en", "ja"] = "en"
