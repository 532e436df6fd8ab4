"""What an instruction is understood as: a list of typed steps. `plan` makes them, `policy` carries them out.

A step never holds invented text: every string in it stands in the instruction (NFKC-normalised at most), or is a
`Ref` to something that an earlier step read off the screen. Only a command for the shell is made of such strings
(`understand.shell`).
"""

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
    ChangeCase,
    Copy,
    EditLine,
    LineEdit,
    Paste,
    ReplaceText,
    SortLines,
    TypeText,
)
from deskhand.models.local.steps.filing import DeleteFile, MakeFolder, MoveFile, OpenFile, RenameFile, Save
from deskhand.models.local.steps.plan import IfShown, Named, NotUnderstood, Plan, Repeat, Step, Until
from deskhand.models.local.steps.telling import Compute, Count, Describe, Pick, Read, Tell, Total
from deskhand.models.local.steps.things import Ref, Target, TargetKind, Value
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

__all__ = [
    "ArrangeWindow",
    "ChangeCase",
    "ChooseMenu",
    "ChooseOption",
    "ClickOn",
    "CloseAll",
    "CloseWindow",
    "Compute",
    "Copy",
    "Count",
    "DeleteFile",
    "Describe",
    "DragTo",
    "EditLine",
    "GoTo",
    "IfShown",
    "LineEdit",
    "MakeFolder",
    "MoveFile",
    "Named",
    "NewDocument",
    "NotUnderstood",
    "OpenFile",
    "OpenProgram",
    "Paste",
    "Pick",
    "Plan",
    "PressKeys",
    "Read",
    "Ref",
    "RenameFile",
    "Repeat",
    "ReplaceText",
    "RunCommand",
    "Save",
    "ScrollBy",
    "ScrollTo",
    "SetChecked",
    "SetSetting",
    "SortLines",
    "Step",
    "SwitchTo",
    "Target",
    "TargetKind",
    "Tell",
    "Total",
    "TypeText",
    "Until",
    "UseCommand",
    "Value",
    "WaitFor",
]
