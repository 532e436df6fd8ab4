"""What an instruction is understood as: a list of typed steps. `plan` makes them, `policy` carries them out.

A step never holds invented text: every string in it stands in the instruction (NFKC-normalised at most), or is a
`Ref` to something that an earlier step read off the screen.
"""

# ruff: noqa: E501
from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from deskhand.screen.geometry import Point


@dataclass(frozen=True, slots=True)
class Ref:
    """What an earlier step read or worked out. ``result`` is the latest one, whatever made it."""

    name: str = "result"


Value: TypeAlias = tuple[str | Ref, ...]
"""Text with holes: the pieces are joined when the step is carried out. ``("Total: ", Ref("result"))``"""

TargetKind: TypeAlias = Literal[
    "button", "field", "link", "checkbox", "radio", "icon", "tab", "menu", "menu item", "option", "cell", "row",
    "file", "folder", "image", "slider", "window", "text",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Target:
    """Something on the screen as the instruction names it."""

    name: str = ""
    """The text it shows or is labelled with; empty when only its kind or its place is given."""
    kind: TargetKind | None = None
    nth: int | None = None
    """1 is the first in reading order, -1 the last; None when not said."""
    near: str = ""
    """Text of something it is next to, in the row of, under or inside."""
    window: str = ""
    """The program or window it is in, when said."""
    point: Point | None = None
    """A point in picture pixels, when the instruction gives one."""


@dataclass(frozen=True, slots=True)
class OpenProgram:
    name: str
    """A concept (``calculator``, ``text editor``, ``terminal``, ``web browser``, ``file manager``) or a name as given."""


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


@dataclass(frozen=True, slots=True)
class ArrangeWindow:
    how: Literal["maximize", "minimize", "restore"]
    name: str = ""
    """Program or title as given; empty: the window in front."""


@dataclass(frozen=True, slots=True)
class NewDocument:
    """A new, empty file in the program in front."""


@dataclass(frozen=True, slots=True)
class TypeText:
    text: Value
    into: Target | None = None
    replace: bool = False
    """Replace what the field holds."""
    enter: bool = False
    """Press Return afterwards."""
    own_line: bool = False
    """On a line of its own: press Return first if the line with the caret is not empty."""


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
class Save:
    name: Value = ()
    """The file's name; empty: under the name it has."""
    folder: str = ""
    """``shared``, ``home``, ``desktop``, ``documents`` … or a path as given; empty: not said."""


@dataclass(frozen=True, slots=True)
class OpenFile:
    name: str
    """Empty: open the folder itself, in the file manager."""
    folder: str = ""
    program: str = ""
    """The program to open it with, when said."""


@dataclass(frozen=True, slots=True)
class RenameFile:
    """A file or a folder gets another name, through the file manager."""

    name: str
    new_name: str
    folder: str = ""


@dataclass(frozen=True, slots=True)
class MoveFile:
    """A file or a folder gets into another folder, through the file manager."""

    name: str
    to: str
    """A folder: ``shared``, ``documents`` …, a path, or a name in the folder where the file is."""
    folder: str = ""
    """Where it is; empty: not said."""
    copy: bool = False


@dataclass(frozen=True, slots=True)
class DeleteFile:
    name: str
    folder: str = ""


@dataclass(frozen=True, slots=True)
class MakeFolder:
    name: str
    folder: str = ""
    """Where."""


@dataclass(frozen=True, slots=True)
class ReplaceText:
    """Every ``old`` in the document in front becomes ``new``, by the program's find and replace."""

    old: str
    new: str


LineEdit: TypeAlias = Literal[
    "delete", "before", "after", "replace", "append", "prepend", "upper", "lower", "duplicate", "up", "down", "first", "last",
]  # fmt: skip
"""What becomes of a line: ``before`` and ``after`` put a new one there; the last four move it."""


@dataclass(frozen=True, slots=True)
class EditLine:
    """One line of the document in front is changed."""

    line: int | str
    """1 is the first, -1 the last; or a text that the line holds."""
    how: LineEdit
    text: Value = ()
    """The new line, or what is added to it."""


@dataclass(frozen=True, slots=True)
class SortLines:
    """The lines of the document in front, by the alphabet."""

    reverse: bool = False


@dataclass(frozen=True, slots=True)
class ChangeCase:
    """All of the document in front, in capitals or in small letters."""

    how: Literal["upper", "lower"]


@dataclass(frozen=True, slots=True)
class SetSetting:
    """A setting of the program in front, wherever it keeps it: in a menu, or in a dialog of preferences."""

    name: str
    on: bool = True


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
class Compute:
    """Work it out in the calculator, and keep what its display shows."""

    expression: Value
    """Digits, ``+ - * / ( ) . ^ %`` and refs; ``sqrt(…)`` around the whole."""
    store: str = "result"


@dataclass(frozen=True, slots=True)
class Read:
    """Read something off the screen, and keep it.

    ``Target(kind="window")`` is the title of the window in front; ``kind="text"`` without a name is all the text in it
    (or in the program that ``window`` names: the calculator's display, the document in the editor); ``kind="file"``
    without a name is the names of all files shown; a name without a kind is the value that stands with that label.
    """

    what: Target
    store: str = "result"


@dataclass(frozen=True, slots=True)
class Describe:
    """Say which windows are open and what the one in front shows, and keep it."""

    store: str = "result"


@dataclass(frozen=True, slots=True)
class Count:
    """Count what the step before read, one a line, and keep the number."""

    what: Literal["lines", "files"] = "lines"
    store: str = "result"


@dataclass(frozen=True, slots=True)
class RunCommand:
    """Type a command into the terminal, press Return, and keep what it prints."""

    command: Value
    store: str = "result"


@dataclass(frozen=True, slots=True)
class GoTo:
    """Open an address in the web browser."""

    address: str


@dataclass(frozen=True, slots=True)
class Copy:
    """Select all (or what is named) and copy."""

    what: Target | None = None


@dataclass(frozen=True, slots=True)
class Paste:
    into: Target | None = None


@dataclass(frozen=True, slots=True)
class WaitFor:
    seconds: float = 1.0
    text: str = ""
    """Wait until this shows; empty: just wait."""


@dataclass(frozen=True, slots=True)
class Tell:
    """Answer the person."""

    value: Value = (Ref(),)


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


Step: TypeAlias = (
    OpenProgram | CloseWindow | CloseAll | ArrangeWindow | SwitchTo | NewDocument | TypeText | PressKeys | ClickOn | ChooseMenu
    | ChooseOption | SetChecked | DragTo | ScrollBy | ScrollTo | Save | OpenFile | RenameFile | MoveFile | DeleteFile | MakeFolder
    | ReplaceText | EditLine | SortLines | ChangeCase | SetSetting | UseCommand | Compute | Read | Describe | Count | RunCommand | GoTo | Copy | Paste | WaitFor | Tell | Repeat | IfShown
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


@dataclass(frozen=True, slots=True)
class NotUnderstood:
    """The instruction, or a part of it, is out of reach: said at once, before anything is touched."""

    part: str
    """The words that were not understood."""
    reason: str
    """A sentence for the person, in the language of the instruction."""
    language: Literal["en", "ja"] = "en"
