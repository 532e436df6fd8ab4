"""Frames to steps: what is needed but not said is added, and *it* and *the result* are resolved.

"Work out 1234 × 5678" needs a calculator; "write the result into a new file" needs an editor. A result that nobody has
worked out, or a file that nobody named, is not guessed: `Puzzled` says which words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from deskhand.models.local.steps import (
    DragTo,
    IfShown,
    MakeFolder,
    PressKeys,
    Repeat,
    SetChecked,
    Step,
    TypeText,
    WaitFor,
)  # fmt: skip
from deskhand.models.local.understand.compose.desk import EDITOR
from deskhand.models.local.understand.compose.files import Files
from deskhand.models.local.understand.frame import Condition, Frame, Item, Loop


class Composer(Files):
    """Makes the steps of one plan."""

    def compose(self, items: Sequence[Item]) -> None:
        for index, item in enumerate(items):
            self.later = items[index + 1 :]
            self.item(item)
        if self.now.named is not None:
            self.write_down(None, "")  # a name was given, and nothing since has saved under it

    def item(self, item: Item) -> None:
        outer, self.source = self.source, item.source or self.source
        match item:
            case Condition():
                self.now.target = item.target
                then = self.inside(item.then)
                otherwise = self.inside(item.otherwise)
                self.add(IfShown(item.target, then, otherwise))
            case Loop():
                self.add(Repeat(item.times, self.inside(item.items)))
            case Frame():
                menu = self.now.menu
                self.frame(item)
                if self.now.menu == menu:
                    self.now.menu = ()
        self.source = outer

    def inside(self, items: Sequence[Item]) -> tuple[Step, ...]:
        """The steps of a block, with what is known carried in and out."""
        steps, sources = self.steps, self.sources
        self.steps, self.sources = [], []
        later = self.later
        for index, item in enumerate(items):
            self.later = [*items[index + 1 :], *later]
            self.item(item)
        self.later = later
        inner, self.steps, self.sources = tuple(self.steps), steps, sources
        return inner

    def frame(self, frame: Frame) -> None:
        match frame.verb:
            case "open":
                self.open(frame)
            case "close":
                self.close(frame)
            case "switch":
                self.switch(frame)
            case "new":
                self.prepare(frame)
                self.document()
            case "create":
                self.create(frame)
            case "type":
                self.type(frame)
            case "append":
                self.append(frame)
            case "press":
                self.press(frame)
            case "click" | "double click" | "right click" | "middle click":
                self.click(frame)
            case "choose":
                self.choose(frame)
            case "check" | "uncheck":
                self.prepare(frame)
                self.add(SetChecked(self.aim(frame.object), frame.verb == "check"))
            case "drag":
                self.add(DragTo(self.aim(frame.objects[0]), self.aim(frame.objects[1])))
            case "scroll":
                self.scroll(frame)
            case "save":
                self.save(frame)
            case "name":
                self.name(frame)
            case "compute":
                self.compute(frame)
            case "tell" | "read":
                self.tell(frame)
            case "run":
                self.prepare(frame)
                self.run((self.noun(frame).text,))
            case "go":
                self.go(frame)
            case "copy" | "cut":
                self.copy(frame)
            case "paste":
                self.paste(frame)
            case "wait":
                noun = self.noun(frame)
                self.add(WaitFor(text=noun.text) if noun.kind == "text" else WaitFor(min(float(noun.text), 600.0)))
            case "rename":
                self.rename(frame)
            case "move" | "copy file":
                self.move(frame)
            case "maximize" | "minimize" | "restore":
                self.arrange(frame)
            case "describe":
                self.describe(frame)
            case "count":
                self.count(frame)
            case "delete":
                for noun in frame.objects or (self.noun(frame),):
                    self.delete(replace(frame, objects=(noun,)))
            case "make folder":
                self.file_manager(frame)
                self.now.folder = self.place(frame) or self.now.folder
                self.add(MakeFolder(self.noun(frame).text, self.now.folder))
            case "replace":
                self.replace(frame)
            case "select all":
                self.into(frame)
                if not self.steps or self.steps[-1] != PressKeys("ctrl+a"):
                    self.add(PressKeys("ctrl+a"))
            case "undo" | "redo":
                self.prepare(frame)
                self.add(PressKeys("ctrl+z" if frame.verb == "undo" else "ctrl+shift+z", frame.times))
            case "clear":
                self.clear(frame)
            case "find":
                self.into(frame)
                self.add(PressKeys("ctrl+f"), TypeText((self.noun(frame).text,), enter=True))
            case "mention":
                noun = self.noun(frame)
                self.now.file, self.now.folder = noun.text, noun.folder or self.place(frame) or self.now.folder
                if self.now.program == EDITOR:
                    self.now.program = ""
            case "break line":
                self.add(PressKeys("Return", frame.times))
