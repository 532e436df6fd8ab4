"""What is known of the desktop at each point of a plan, and bringing programs and documents to the front."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from deskhand.models.local.steps import (
    NewDocument,
    OpenFile,
    OpenProgram,
    Step,
    SwitchTo,
    Target,
)  # fmt: skip
from deskhand.models.local.understand.frame import Frame, Item, Noun, Puzzled

EDITOR = "text editor"


class Desk:
    """The steps so far, and what the desktop looks like after them."""

    save_after = False

    def __init__(self) -> None:
        self.steps: list[Step] = []
        self.sources: list[str] = []
        self.now = Context()
        self.later: Sequence[Item] = ()
        self.source = ""

    def add(self, *steps: Step) -> None:
        for step in steps:
            self.steps.append(step)
            self.sources.append(self.source)

    def fail(self, why: str = "unknown") -> Puzzled:
        return Puzzled(self.source, why)

    def program(self, name: str) -> None:
        """Bring a program to the front, opening it if the plan has not done so."""
        if self.now.program == name:
            return
        if name in self.now.opened:
            self.add(SwitchTo(name))
            self.now.fresh = False
        else:
            self.add(OpenProgram(name))
            self.now.opened.append(name)
            self.now.fresh = name == EDITOR
            self.now.dirty = False
        self.now.program = name

    def document(self) -> None:
        """A new, empty document in the text editor."""
        if self.now.program != EDITOR:
            if EDITOR in self.now.opened:
                self.program(EDITOR)
                self.add(NewDocument())
            else:
                self.program(EDITOR)
        elif not self.now.fresh:
            self.add(NewDocument())
        self.now.fresh, self.now.dirty, self.now.file, self.now.holds_result = True, False, "", False

    def opened_file(self, noun: Noun, program: str = "") -> None:
        if noun.text == self.now.file and self.now.program == (program or EDITOR):
            return
        self.add(OpenFile(noun.text, noun.folder or self.now.folder, program))
        self.now.file, self.now.fresh, self.now.dirty, self.now.holds_result = noun.text, False, False, False
        self.now.folder = noun.folder or self.now.folder
        self.now.program = program or EDITOR
        if self.now.program not in self.now.opened:
            self.now.opened.append(self.now.program)

    def saves_later(self) -> bool:
        return any(isinstance(item, Frame) and item.verb in ("save", "name") for item in self.later)

    def place(self, frame: Frame) -> str:
        """The folder that the frame says."""
        if (noun := frame.args.get("place")) is not None:
            if noun.kind == "folder":
                return noun.text
            if noun.kind != "screen":
                raise self.fail()
        return ""

    def prepare(self, frame: Frame) -> None:
        """The program that the frame says it is to be done with or in."""
        for role in ("tool", "into", "source"):
            noun = frame.args.get(role)
            if noun is not None and noun.kind == "program":
                self.program(noun.text)

    def noun(self, frame: Frame) -> Noun:
        if frame.object is None:
            raise self.fail("what")
        return frame.object

    def aim(self, noun: Noun | None) -> Target:
        """What a click, a drag or a tick is aimed at."""
        if noun is None:
            raise self.fail("what target")
        if noun.target is not None:
            self.now.target = noun.target
            return noun.target
        if noun.kind in ("this file", "ref") and self.now.target is not None:
            return self.now.target
        raise self.fail("what target")

    def into(self, frame: Frame) -> None:
        """Go where the frame's ``into`` says: a program, a file, a window."""
        self.prepare(frame)
        noun = frame.args.get("into") or frame.args.get("source")
        if noun is None or noun.kind in ("program", "this file"):
            return
        match noun.kind:
            case "file":
                self.opened_file(replace(noun, folder=noun.folder or self.place(frame)))
            case "new file":
                self.document()
            case "window":
                if noun.text:
                    self.add(SwitchTo(noun.text))
            case _:
                raise self.fail()


@dataclass(slots=True)
class Context:
    """What is known of the desktop at this point of the plan."""

    program: str = ""
    """In front, as far as the plan has brought it there."""
    opened: list[str] = field(default_factory=list[str])
    fresh: bool = False
    """The editor in front has a new, empty document."""
    dirty: bool = False
    """Something has been typed that is not saved."""
    holds_result: bool = False
    """The document in front has the latest result in it."""
    result: str = ""
    """What made the latest result: ``sum``, ``read`` or ``command``."""
    copied: bool = False
    """The result was copied: a paste types it."""
    menu: tuple[str, ...] = ()
    file: str = ""
    folder: str = ""
    target: Target | None = None
    named: Noun | None = None
    """A name given before the save that it is for."""
