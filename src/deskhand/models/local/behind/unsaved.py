"""What was done to a text in its window and not saved yet: the file itself can be given the same where saving fails."""

from __future__ import annotations

from dataclasses import dataclass, field

from deskhand.models.local.steps import (
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
EDITS = (ReplaceText, EditLine, SortLines, ChangeCase, TypeText)


@dataclass(slots=True)
class Unsaved:
    steps: list[Step] = field(default_factory=list[Step])
    written: str = ""
    """The path of the file that was written itself: its window still holds the old text."""

    commands: int = 0
    """Commands of the program that may have changed what is to be saved."""

    stamp: str = ""
    """The file that they are to be saved in, and when it was written before."""
    was: str = ""

    made: tuple[str, str] = ("", "")
    """The file that a command is to make, and when one of that name was written before."""

    named: bool = False
    """It was written under the name that the plan's next step would save it by."""

    def note(self, step: Step) -> None:
        """Remember a step that was done in the window."""
        if isinstance(step, OpenFile | NewDocument):
            self.steps.clear()
            self.commands = 0
            self.written, self.named = "", False
        elif isinstance(step, (*EDITS, PressKeys)):
            self.steps.append(step)
        elif isinstance(step, UseCommand):
            self.commands += 1
        elif isinstance(step, Save):
            self.steps.clear()
            self.commands = 0

    def has(self, step: Step) -> bool:
        """Whether a step is done already: saving would bring the old text back."""
        return bool(self.written) and (
            (isinstance(step, PressKeys) and step.keys.lower() in ENDS)
            or (isinstance(step, Save) and (self.named or (not step.name and not step.folder)))
        )

    def caret(self) -> list[Step]:
        """The keys that said last where the text is typed."""
        return list[Step](step for step in self.steps if isinstance(step, PressKeys))[-1:]
