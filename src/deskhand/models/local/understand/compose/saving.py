"""Saving, naming and making files."""

from __future__ import annotations

import re
from dataclasses import replace

from deskhand.models.local.steps import (
    ChooseMenu,
    CloseWindow,
    NewDocument,
    OpenProgram,
    PressKeys,
    Ref,
    Save,
    TypeText,
    Value,
)  # fmt: skip
from deskhand.models.local.understand.compose.desk import EDITOR
from deskhand.models.local.understand.compose.results import Results
from deskhand.models.local.understand.frame import Frame, Noun

SAVE_MENU = re.compile(r"save(?: as)?|(?:名前を付けて|別名で|上書き)?保存", re.IGNORECASE)


class Saving(Results):
    """How a document gets onto the disk."""

    def write_down(self, name: Noun | None, folder: str) -> None:
        """Save under a name."""
        last = self.steps[-1] if self.steps else None
        if isinstance(last, ChooseMenu) and SAVE_MENU.fullmatch(last.path[-1]):
            self.steps.pop()  # the menu is how to save, and `Save` knows how
            self.sources.pop()
        if name is None and self.now.named is not None:
            name, self.now.named = self.now.named, None
        value: Value = (name.text,) if name is not None else ()
        place = (name.folder if name is not None else "") or folder
        self.add(Save(value, place))
        self.now.dirty = self.now.fresh = False
        if name is not None:
            self.now.file = name.text
            self.now.folder = place or self.now.folder

    def save(self, frame: Frame) -> None:
        noun = self.noun(frame)
        name = frame.args.get("name")
        tool = frame.args.get("tool") or frame.args.get("into")
        manner = frame.args.get("manner")
        if manner is not None and manner.kind == "keys":
            self.add(PressKeys(manner.text))
            return
        if manner is not None:
            raise self.fail()
        if tool is not None and tool.kind not in ("program", "this file"):
            raise self.fail()
        last = self.steps[-1] if self.steps else None
        if (
            isinstance(last, Save)
            and last.name
            and not last.folder
            and name is None
            and noun.kind == "this file"
            and self.place(frame)
        ):
            self.steps[-1] = replace(last, folder=self.place(frame))  # the place of the save before it
            self.now.folder = self.place(frame)
            return
        if isinstance(last, Save) and last.name and noun.kind == "this file" and not frame.args:
            self.sources[-1] = (
                f"{self.sources[-1]} {self.source}"  # the same save, said again; perhaps that it may overwrite
            )
            return
        if noun.kind == "program" and noun.text == EDITOR:
            self.program(EDITOR)
            noun = Noun("this file")
        if isinstance(last, CloseWindow):
            if noun.kind != "this file" or name is not None or last.keep is False:
                raise self.fail("two ways")
            self.steps[-1] = replace(last, keep=True)
            return
        if noun.kind not in ("this file", "file", "everything", "text", "command", "ref", "output", "sum"):
            raise self.fail("what")
        if noun.kind in ("text", "command", "ref", "output", "sum"):
            needs = noun.kind in ("text", "command", "sum") or not self.now.holds_result
            self.worked_out(noun)
            if needs:
                if noun.kind == "command":
                    noun = Noun("output")
                value = self.content(noun)
                if name is None and self.now.named is None:
                    raise self.fail("which file")
                self.document()
                self.add(TypeText(value))
        elif tool is not None and tool.kind == "program":
            self.program(tool.text)
        elif self.now.program in ("calculator", "terminal") and EDITOR in self.now.opened:
            self.program(EDITOR)
        elif (
            self.now.program in ("calculator", "terminal")
            and noun.kind == "this file"
            and self.now.result
            and name is not None
        ):
            self.document()
            self.add(TypeText((Ref(),)))
        if noun.kind == "file" and name is not None and noun.text != self.now.file:
            self.opened_file(noun)
        self.save_after = False
        self.write_down(name, self.place(frame))

    def name(self, frame: Frame) -> None:
        """``call it X``: for the save before it, or the one to come."""
        noun = self.noun(frame)
        last = self.steps[-1] if self.steps else None
        if isinstance(last, Save) and not last.name:
            self.steps[-1] = Save((noun.text,), last.folder or self.place(frame))
            self.now.file = noun.text
        elif isinstance(last, NewDocument | TypeText | OpenProgram) or self.saves_later():
            self.now.named = replace(noun, folder=self.place(frame))
            if not self.saves_later():
                if isinstance(last, TypeText):
                    self.write_down(None, "")
                else:
                    self.save_after = True
        else:
            raise self.fail("which file")

    def create(self, frame: Frame) -> None:
        """A file with this name and, perhaps, this content."""
        name = frame.args["name"]
        tool = frame.args.get("tool") or frame.args.get("into")
        if tool is not None and (tool.kind != "program" or tool.text != EDITOR):
            raise self.fail()
        self.document()
        if frame.objects:
            self.add(TypeText(self.content(frame.objects[0])))
            self.now.fresh, self.now.dirty = False, True
            self.write_down(name, self.place(frame))
        elif self.typed_next():  # what is typed next belongs into it: save it after that
            self.now.named = replace(name, folder=name.folder or self.place(frame))
            if not self.saves_later():
                self.save_after = True
        else:
            self.write_down(name, self.place(frame))

    def typed_next(self) -> bool:
        return (
            bool(self.later) and isinstance(self.later[0], Frame) and self.later[0].verb in ("type", "append", "paste")
        )
