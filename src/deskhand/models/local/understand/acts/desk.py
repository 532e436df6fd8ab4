"""The plan as it grows: its steps with their sources, what is in front, and what each act left for the later ones."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from deskhand.models.local.steps import Named, NewDocument, OpenFile, OpenProgram, Ref, Step, SwitchTo, Value
from deskhand.models.local.understand.acts.form import Act, Argument, Fixed, ResultOf
from deskhand.models.local.understand.acts.words import unquoted
from deskhand.models.local.understand.frame import Language, Puzzled

EDITOR = "text editor"
TOOLS = frozenset(("calculator", "terminal", "file manager"))
"""Programs that no document is in."""


@dataclass(frozen=True, slots=True)
class Made:
    """What an act left."""

    kind: Literal["value", "file", "folder", "program", "found", "thing"]
    """``found`` is selected or in view; ``thing`` is an entry with a name."""
    value: Value = ()
    name: str = ""
    folder: str = ""
    within: str = ""
    """Where the shell is since it picked them."""
    chosen: str = ""
    """Files that were picked, by size or age: the shell's variable that holds their names; they lie in ``folder``."""


class Desk:
    """Steps are added by the acts, one after the other."""

    def __init__(self, wish: str, language: Language) -> None:
        self.wish = wish
        self.language = language
        self.steps: list[Step] = []
        self.sources: list[str] = []
        self.named: dict[str, Named] = {}
        self.front = ""
        """The program in front, as the steps call it; empty: whatever is."""
        self.opened: list[str] = []
        self.file = ""
        self.folder = ""
        self.document: tuple[str, str, str] | None = None
        """The file that was opened last, its folder, and the program it was opened in."""
        self.editor = ""
        """The program that was in front before a tool was."""
        self.saved = False
        """Whether the act before changed several files, and saved each."""
        self.line = 0
        """The line that the wish went to."""
        self.cell = ""
        """The cell that the condition under way is about."""
        self.made: dict[int, Made] = {}
        self.now = 0
        """Which of the outermost acts is being made."""
        self.act = Act("tell")
        self.after: Sequence[Act] = ()

    def add(self, *steps: Step) -> None:
        for step in steps:
            self.steps.append(step)
            self.sources.append(self.act.of or self.wish)

    def quotes(self, words: str) -> bool:
        """Whether the wish has the words in quotation marks: then they are a name."""
        return re.search(rf"[「『\"“'‘]{re.escape(words)}[」』\"”'’]", self.wish) is not None

    def fail(self, why: str = "unknown", part: str = "") -> Puzzled:
        return Puzzled(part or self.act.of or self.wish, why)

    def say(self, english: str, japanese: str) -> str:
        return english if self.language == "en" else japanese

    def bring(self, program: str) -> None:
        """A program to the front, by how the steps call it."""
        if self.front == program:
            return
        if self.front and self.front not in TOOLS:
            self.editor = self.front
        self.add(SwitchTo(program) if program in self.opened and program not in self.named else OpenProgram(program))
        self.at(program)

    def at(self, program: str) -> None:
        """It is in front now."""
        self.front = program
        if program not in self.opened:
            self.opened.append(program)

    def open(self, name: str, folder: str = "", program: str = "") -> None:
        """A file, unless it is open already."""
        if name == self.file and (not program or program == self.front):
            return
        self.add(OpenFile(name, folder or self.folder, program))
        self.file, self.folder = name, folder or self.folder
        self.document = (name, self.folder, program)
        self.at(program)

    def to_text(self) -> None:
        """Back to the document that is worked on, from a tool that only was to give a value for it."""
        if self.front not in TOOLS:
            return
        if self.document is not None:
            name, folder, program = self.document
            self.add(OpenFile(name, folder, program))
            self.file, self.folder = name, folder
            self.at(program)
        elif self.editor:
            self.bring(self.editor)

    def fresh(self) -> None:
        """A new document is in front."""
        self.add(NewDocument())
        self.file, self.document, self.editor = "", None, self.front

    def leave(self, made: Made) -> None:
        """What the act under way leaves behind."""
        self.made[self.now] = made

    def leave_program(self, program: str) -> None:
        self.leave(Made("program", name=program))

    def result(self, argument: ResultOf) -> Made:
        if (made := self.made.get(argument.act)) is None:
            raise self.fail("which result")
        return made

    @property
    def store(self) -> str:
        """Under which name the act under way keeps what it reads."""
        return f"act {self.now}"

    def keeps(self, name: str = "") -> None:
        """The act under way has read a value."""
        self.leave(Made("value", (Ref(name or self.store),)))

    def value(self, argument: Argument | None, why: str = "what text") -> Value:
        """Text with holes; the pieces of a list are joined as the language joins words."""
        match argument:
            case str() if argument:
                return (unquoted(argument),)
            case ResultOf():
                made = self.result(argument)
                if made.value:
                    return made.value
                if made.name:
                    return (made.name,)
                raise self.fail("which result")
            case tuple() if argument:
                joined: list[str | Ref] = []
                for part in argument:
                    pieces = self.value(part, why)
                    last = joined[-1] if joined else ""
                    if (
                        joined
                        and self.language == "en"
                        and not (isinstance(last, str) and last.endswith((" ", "=", "(", "\n")))
                    ):
                        joined.append(" ")
                    joined += pieces
                return tuple(joined)
            case _:
                raise self.fail(why)

    def text(self, argument: Argument | None, why: str = "what") -> str:
        """Words alone: of the wish, or the name of what an act left."""
        match argument:
            case str() if argument:
                return argument
            case ResultOf():
                if name := self.result(argument).name:
                    return name
                raise self.fail(why)
            case Fixed() | None | "":
                raise self.fail(why)
            case _:
                raise self.fail("several")

    def texts(self, argument: Argument | None) -> tuple[str, ...]:
        """One or several."""
        if isinstance(argument, tuple):
            return tuple(self.text(part) for part in argument)
        return () if argument is None else (self.text(argument),)

    def latest(self, *kinds: str) -> Made | None:
        """What the last act left that left one of these kinds, with a name."""
        found = (self.made[at] for at in sorted(self.made, reverse=True))
        return next((made for made in found if made.kind in kinds and made.name), None)

    def later(self, *names: str) -> bool:
        """Whether an act of these names is still to come."""
        return any(act.name in names for act in self.after)
