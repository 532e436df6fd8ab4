"""Copying, pasting, replacing and clearing."""

from __future__ import annotations

import re
from dataclasses import replace

from deskhand.models.local.steps import (
    ClickOn,
    Copy,
    Paste,
    PressKeys,
    Repeat,
    ReplaceText,
    Save,
    Target,
)  # fmt: skip
from deskhand.models.local.understand.compose.desk import EDITOR
from deskhand.models.local.understand.compose.writing import Writing
from deskhand.models.local.understand.frame import Frame, Noun


class Editing(Writing):
    """Changes to text that is there."""

    def copy(self, frame: Frame) -> None:
        noun = frame.object
        into = frame.args.get("into")
        if frame.verb == "copy" and noun is not None and noun.kind in ("ref", "output"):
            self.need_result(noun)
            if into is not None or "name" in frame.args:
                self.type(replace(frame, verb="type"))
            else:
                self.now.copied = True
            return
        if (
            frame.verb == "copy"
            and noun is not None
            and noun.kind == "this file"
            and into is not None
            and self.now.result
            and not self.now.dirty
        ):
            self.type(replace(frame, verb="type", objects=(Noun("ref"),)))
            return
        if into is not None or (noun is not None and noun.kind in ("file", "folder", "program", "raw", "sum")):
            raise self.fail()
        self.prepare(frame)
        if frame.verb == "cut":
            if noun is not None and noun.kind == "everything":
                self.add(PressKeys("ctrl+a"))
            elif noun is not None and noun.kind != "this file":
                raise self.fail()
            self.add(PressKeys("ctrl+x"))
            return
        if (
            self.now.result == "sum"
            and self.now.program == "calculator"
            and (noun is None or noun.kind in ("this file", "everything"))
        ):
            self.now.copied = True
            return
        if noun is not None and noun.kind == "text":
            self.add(Copy(Target(noun.text, "text")))
        else:
            self.add(Copy(noun.target if noun is not None and noun.kind == "target" else None))
        self.now.copied = False

    def paste(self, frame: Frame) -> None:
        if (
            frame.object is not None
            and frame.object.kind not in ("ref", "output", "this file", "everything")
            and not re.search(r"clipboard|クリップボード|copied|コピーした", frame.object.raw)
        ):
            raise self.fail()
        if self.now.copied or (frame.object is not None and frame.object.kind in ("ref", "output")):
            self.type(replace(frame, verb="type", objects=(Noun("ref"),)))
            return
        into = frame.args.get("into")
        if into is not None and into.kind == "target":
            self.add(Paste(into.target))
            return
        if into is not None and into.kind == "file":
            raise self.fail()
        self.into(frame)
        step = Paste()
        self.add(Repeat(frame.times, (step,)) if frame.times > 1 else step)
        self.now.fresh, self.now.dirty = False, True
        if (name := frame.args.get("name")) is not None:
            self.write_down(name, self.place(frame))

    def replace(self, frame: Frame) -> None:
        old, new = frame.objects
        into = frame.args.get("into")
        keeps = into is not None and into.kind == "file" and into.text != self.now.file
        self.into(frame)
        self.add(ReplaceText(old.text, new.text))
        self.now.dirty = True
        if keeps and not self.saves_later():
            self.add(Save())
            self.now.dirty = False

    def clear(self, frame: Frame) -> None:
        noun = frame.object
        self.prepare(frame)
        if noun is not None and noun.kind == "target" and noun.target is not None:
            self.add(ClickOn(self.aim(noun)))
        elif noun is not None and noun.kind == "program":
            if noun.text not in (EDITOR, "calculator"):
                raise self.fail()
            self.program(noun.text)
        elif noun is not None and noun.kind not in ("this file", "everything", "window"):
            raise self.fail()
        if self.now.program == "calculator" and (noun is None or noun.kind != "target"):
            self.add(PressKeys("Escape"))
        else:
            self.add(PressKeys("ctrl+a"), PressKeys("Delete"))
