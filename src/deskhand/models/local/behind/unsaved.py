"""What was done to a text in its window and not saved yet: the file itself can be given the same where saving fails."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from deskhand.models.local.steps import (
    ArrangeLines,
    ChangeCase,
    EditLine,
    NewDocument,
    OpenFile,
    PressKeys,
    ReplaceText,
    Save,
    SortLines,
    Step,
    TypeText,
    UseCommand,
)

ENDS = ("ctrl+home", "ctrl+end")
"""Keys that go to an end of the text."""
_SAVES = re.compile(
    r"^\W*(?:(?:save|write|apply|commit|store)\b(?:\s+(?:the|all|my|these))*(?:\s+(?:changes?|file|it|them|data\s*base|tags?|edits?))?"
    r"|(?:変更|データベース|タグ|ファイル|内容)?[をの]?\s*(?:上書き)?(?:保存|書き込|コミット|反映|適用)\S*)\W*$",
    re.IGNORECASE,
)
"""A program's own way to keep what was changed."""
EDITS = (ReplaceText, EditLine, SortLines, ArrangeLines, ChangeCase, TypeText)


@dataclass(slots=True)
class Unsaved:
    steps: list[Step] = field(default_factory=list[Step])
    written: str = ""
    """The path of the file that was written itself: its window still holds the old text."""

    commands: int = 0
    """Commands of the program that may have changed what is to be saved."""

    used: list[tuple[UseCommand, str]] = field(default_factory=list[tuple[UseCommand, str]])
    """These commands, each with the person's words for it."""

    stamp: str = ""
    """The file that they are to be saved in, and when it was written before."""
    was: str = ""

    made: tuple[str, str] = ("", "")
    """The file that a command is to make, and when one of that name was written before."""

    named: bool = False
    """It was written under the name that the plan's next step would save it by."""

    def note(self, step: Step, said: str = "") -> None:
        """Remember a step that was done in the window; ``said`` is what the person called it."""
        if isinstance(step, OpenFile | NewDocument):
            self.steps.clear()
            self.used.clear()
            self.commands = 0
            self.written, self.named = "", False
        elif isinstance(step, (*EDITS, PressKeys)):
            self.steps.append(step)
        elif isinstance(step, UseCommand):
            self.commands += 1
            self.used.append((step, said))
        elif isinstance(step, Save):
            self.steps.clear()
            self.used.clear()
            self.commands = 0

    def has(self, step: Step) -> bool:
        """Whether a step is done already: saving would bring the old text back."""
        return bool(self.written) and bool(
            (isinstance(step, PressKeys) and step.keys.lower() in ENDS)
            or (isinstance(step, Save) and (self.named or (not step.name and not step.folder)))
            or (isinstance(step, UseCommand) and not step.fields and step.on is None and _SAVES.search(step.words))
        )

    def caret(self) -> list[Step]:
        """The keys that said last where the text is typed."""
        return list[Step](step for step in self.steps if isinstance(step, PressKeys))[-1:]
