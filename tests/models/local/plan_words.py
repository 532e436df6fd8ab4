"""Short words for steps, so that a table of instructions and plans stays readable."""

# ruff: noqa: E501
from __future__ import annotations

from typing import Any, TypeAlias

from deskhand.models.local.steps import (
    ChooseMenu,
    ChooseOption,
    ClickOn,
    CloseWindow,
    Compute,
    Copy,
    DeleteFile,
    DragTo,
    GoTo,
    IfShown,
    MakeFolder,
    NewDocument,
    OpenFile,
    OpenProgram,
    Paste,
    PressKeys,
    Read,
    Ref,
    RenameFile,
    Repeat,
    ReplaceText,
    RunCommand,
    Save,
    ScrollBy,
    ScrollTo,
    SetChecked,
    Step,
    SwitchTo,
    Target,
    Tell,
    TypeText,
    WaitFor,
)  # fmt: skip
from deskhand.screen.geometry import Point

Case: TypeAlias = tuple[Any, ...]
NO = "not understood"
R = Ref()
O, X, SW, N, K, F, REN, DEL, DIR, SUB, GO = (  # noqa: E741
    OpenProgram, CloseWindow, SwitchTo, NewDocument, PressKeys, OpenFile, RenameFile, DeleteFile, MakeFolder, ReplaceText, GoTo)  # fmt: skip
ST_NAME = str


def t(
    *pieces: str | Ref,
    into: tuple[str, Any] | None = None,
    replace: bool = False,
    enter: bool = False,
    own_line: bool = False,
) -> Step:
    return TypeText(pieces, Target(*into) if into else None, replace, enter, own_line)


def C(*pieces: str | Ref) -> Step:
    return Compute(pieces)


def T() -> Step:
    return Tell()


def S(name: str = "", folder: str = "") -> Step:
    return Save((name,) if name else (), folder)


def RUN(command: str) -> Step:
    return RunCommand((command,))


def RD(name: str = "", kind: Any = None, **more: Any) -> Step:
    return Read(Target(name, kind, **more))


def g(folder: str) -> Step:
    return OpenFile("", folder)


def M(*path: str) -> Step:
    return ChooseMenu(path)


def CL(name: str = "", kind: Any = None, *, nth: int | None = None, near: str = "", window: str = "", point: tuple[int, int] | None = None,
       button: Any = "left", count: int = 1) -> Step:  # fmt: skip
    return ClickOn(Target(name, kind, nth, near, window, Point(*point) if point else None), button, count)


def OPT(option: str, of: tuple[str, Any] | None = None) -> Step:
    return ChooseOption(option, Target(*of) if of else None)


def SET(name: str, kind: Any = None, *, checked: bool = True) -> Step:
    return SetChecked(Target(name, kind), checked)


def DRAG(source: tuple[str, Any], to: tuple[str, Any]) -> Step:
    return DragTo(Target(*source), Target(*to))


def SB(direction: Any, amount: int | None = None) -> Step:
    return ScrollBy(direction, amount)


def ST(name: str) -> Step:
    return ScrollTo(Target(name))


def COPY() -> Step:
    return Copy()


def PASTE() -> Step:
    return Paste()


def W(seconds: float = 1.0, text: str = "") -> Step:
    return WaitFor(seconds, text)


def REPEAT(times: int, *steps: Step) -> Step:
    return Repeat(times, steps)


def IF(target: tuple[str, Any], *then: Step) -> Step:
    return IfShown(Target(*target), then)
