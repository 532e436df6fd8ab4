"""Opening, closing and changing between programs, files and windows."""

# ruff: noqa: E501
from __future__ import annotations

import re
from dataclasses import replace
from typing import Literal, cast

from deskhand.models.local import concepts
from deskhand.models.local.steps import (
    ArrangeWindow,
    ChooseMenu,
    ClickOn,
    CloseAll,
    CloseWindow,
    GoTo,
    MakeFolder,
    OpenFile,
    PressKeys,
    SwitchTo,
)  # fmt: skip
from deskhand.models.local.understand.compose.desk import EDITOR
from deskhand.models.local.understand.compose.pointing import Pointing
from deskhand.models.local.understand.frame import Frame, Noun

_SMALL_PROGRAMS = frozenset(
    [
        "firefox",
        "gimp",
        "inkscape",
        "vlc",
        "libreoffice",
        "writer",
        "impress",
        "gedit",
        "geany",
        "vim",
        "nano",
        "emacs",
        "thunar",
        "nautilus",
        "htop",
        "top",
        "xeyes",
        "xclock",
        "leafpad",
        "kate",
    ]
)


class Opening(Pointing):
    """What is on the desktop, and what is in front."""

    def open(self, frame: Frame) -> None:
        if not frame.objects:
            raise self.fail("what")
        tool = frame.args.get("tool") or frame.args.get("into")
        folder = self.place(frame)
        if (source := frame.args.get("source")) is not None:
            if source.kind == "folder":
                folder = source.text
            elif source.kind == "menu":
                self.choose(replace(frame, verb="choose"))
                return
            elif source.kind != "program":
                raise self.fail()
            else:
                self.program(source.text)
        program = tool.text if tool is not None and tool.kind == "program" else ""
        if tool is not None and tool.kind not in ("program", "folder"):
            raise self.fail()
        for noun in frame.objects:
            self.open_one(noun, folder, program)

    def open_one(self, noun: Noun, folder: str, program: str) -> None:
        match noun.kind:
            case "program":
                self.now.program = "" if noun.text not in self.now.opened else self.now.program
                if noun.text in self.now.opened and self.now.program == noun.text:
                    return
                self.program(noun.text)
            case "folder":
                if program and program != "file manager":
                    raise self.fail()
                if program:
                    self.program(program)
                self.add(OpenFile("", noun.text))
                self.now.program, self.now.folder = "file manager", noun.text
                self.now.opened.append("file manager")
            case "file":
                if not program and self.now.program == "web browser":
                    program = "web browser"
                self.opened_file(replace(noun, folder=noun.folder or folder), program)
            case "url":
                self.program("web browser")
                self.add(GoTo(noun.text))
            case "menu":
                self.add(ChooseMenu(noun.path))
                self.now.menu = noun.path
            case "new file":
                if program:
                    self.program(program)
                self.document()
                self.now.named = Noun("file", noun.text, folder=noun.folder) if noun.text else None
            case "this file":
                last = self.steps[-1] if self.steps else None
                if isinstance(last, MakeFolder):
                    self.add(OpenFile(last.name, last.folder))
                    self.now.program, self.now.folder = "file manager", last.name
                elif self.now.file:
                    self.opened_file(Noun("file", self.now.file), program)
                elif self.now.target is not None:
                    self.add(ClickOn(self.now.target, count=2))
                else:
                    raise self.fail("which file")
            case "text" | "target" | "window" | "raw" | "command":
                self.open_named(noun, folder, program)
            case _:
                raise self.fail()

    def open_named(self, noun: Noun, folder: str, program: str) -> None:
        """Something with a name of its own: a program that no table knows, a folder, a link, a file without an ending."""
        target = noun.target
        known = concepts.folder(target.name) if target is not None and target.kind == "folder" and not folder else None
        if known is not None:
            self.open_one(Noun("folder", known), "", "")
        elif target is not None and target.kind == "folder" and target.name:
            self.add(OpenFile(target.name, folder or self.now.folder))
            self.now.program, self.now.folder = "file manager", target.name
        elif target is not None and target.kind == "file" and target.name:
            self.opened_file(Noun("file", target.name, folder=folder), program)
        elif target is not None and target.kind == "window" and target.name:
            self.add(SwitchTo(target.name))
        elif target is not None and target.kind == "menu":
            self.add(ChooseMenu((target.name,)))
            self.now.menu = (target.name,)
        elif target is not None and target.kind != "window":
            if folder:
                self.open_one(Noun("folder", folder), "", "")
            inside = target.kind in ("icon", "file", "folder")
            self.add(ClickOn(target, count=2 if inside else 1))
            self.now.target = target
        elif noun.kind == "text" and (folder or program or self.now.program == "file manager"):
            self.opened_file(Noun("file", noun.text, folder=folder), program)
        elif noun.kind == "text":
            self.program(noun.text)
        elif noun.kind == "raw" and _is_name(noun.text):
            self.program(re.sub(r"^[Tt]he\s+", "", noun.text))
        else:
            raise self.fail()

    def close(self, frame: Frame) -> None:
        keep = {"discard": False, "keep": True}.get(frame.args["manner"].text) if "manner" in frame.args else None
        if self.now.named is not None:
            self.write_down(None, "")
        self.prepare(frame)
        for noun in frame.objects or (Noun("window"),):
            match noun.kind:
                case "everything":
                    self.add(CloseAll(keep))
                    self.now.opened = []
                    self.forget("")
                case "program":
                    self.add(CloseWindow(noun.text, keep))
                    self.forget(noun.text)
                case "window" | "this file":
                    self.add(CloseWindow(noun.text if noun.kind == "window" else self.now.program, keep))
                    self.forget(self.now.program)
                case "file" | "text":
                    self.add(CloseWindow(noun.text, keep))
                    self.forget(self.now.program)
                case "target" if (
                    noun.target is not None
                    and noun.target.kind == "tab"
                    and not noun.target.name
                    and noun.target.nth is None
                ):
                    self.add(PressKeys("ctrl+w"))
                case "folder":
                    self.add(CloseWindow("file manager", keep))
                    self.forget("file manager")
                case "raw" if _is_name(noun.text):
                    self.add(CloseWindow(noun.text, keep))
                case _:
                    raise self.fail()

    def forget(self, program: str) -> None:
        self.now.opened = [name for name in self.now.opened if name != program]
        if self.now.program == program or not program:
            self.now.program, self.now.fresh, self.now.dirty, self.now.file = "", False, False, ""

    def arrange(self, frame: Frame) -> None:
        """A window as large as the screen, out of the way, or as it was."""
        if set(frame.args):
            raise self.fail()
        how = cast(Literal["maximize", "minimize", "restore"], frame.verb)
        for noun in frame.objects or (Noun("window"),):
            name = {"program": noun.text, "window": noun.text, "text": noun.text, "file": noun.text}.get(noun.kind)
            if name is None and noun.kind == "this file":
                name = self.now.program
            if name is None and noun.kind == "raw" and _is_name(noun.text):
                name = noun.text
            if name is None:
                raise self.fail("what")
            self.add(ArrangeWindow(how, name))
            if noun.kind == "program" and name != self.now.program:
                self.now.program, self.now.fresh = name, False
                self.now.opened.append(name)
            if how == "minimize":
                self.now.program = ""

    def switch(self, frame: Frame) -> None:
        noun = self.noun(frame)
        if frame.args:
            raise self.fail()
        match noun.kind:
            case "program":
                if noun.text in self.now.opened or self.now.program == noun.text:
                    if self.now.program != noun.text:
                        self.program(noun.text)
                else:
                    self.add(SwitchTo(noun.text))
                    self.now.program, self.now.fresh = noun.text, False
                    self.now.opened.append(noun.text)
            case "window" | "text" | "file" if noun.text:
                self.add(SwitchTo(noun.text))
                self.now.program = ""
            case "target" if noun.target is not None:
                self.add(ClickOn(noun.target))
            case "this file":
                self.program(EDITOR)
            case "folder":
                self.add(SwitchTo("file manager"))
                self.now.program = "file manager"
            case "raw" if _is_name(noun.text):
                self.add(SwitchTo(noun.text))
                self.now.program = ""
            case _:
                raise self.fail()

    def go(self, frame: Frame) -> None:
        noun = self.noun(frame)
        self.prepare(frame)
        match noun.kind:
            case "url":
                self.program("web browser")
                self.add(GoTo(noun.text))
            case "folder":
                self.add(OpenFile("", noun.text))
                self.now.program, self.now.folder = "file manager", noun.text
            case "program":
                self.switch(frame)
            case "menu":
                self.add(ChooseMenu(noun.path))
                self.now.menu = noun.path
            case "target" if noun.target is not None:
                if noun.target.kind == "folder":
                    self.open_one(noun, self.place(frame), "")
                else:
                    self.add(ClickOn(self.aim(noun)))
            case "file" if self.now.program == "web browser" or noun.folder:
                self.opened_file(noun, "web browser" if self.now.program == "web browser" else "")
            case _:
                raise self.fail()


def _is_name(text: str) -> bool:
    """Whether unquoted words look like a program's own name: ``LibreOffice Calc``, ``firefox``."""
    words = re.sub(r"^[Tt]he\s+", "", text).split()
    if not 0 < len(words) <= 3 or concepts.key_name(text):
        return False
    if text.lower() in _SMALL_PROGRAMS:
        return True
    return all(re.fullmatch(r"[A-Z][\w.+-]*|\d+", word) for word in words) and text not in (
        "Everything",
        "All",
        "It",
        "I",
    )
