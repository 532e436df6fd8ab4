"""Renaming, deleting and making files and folders."""

from __future__ import annotations

import re

from deskhand.models.local.steps import (
    ClickOn,
    DeleteFile,
    MoveFile,
    OpenProgram,
    PressKeys,
    RenameFile,
    ReplaceText,
)  # fmt: skip
from deskhand.models.local.understand.compose.opening import Opening
from deskhand.models.local.understand.frame import Frame, Noun


class Files(Opening):
    """The file manager."""

    def file_manager(self, frame: Frame) -> None:
        """Files are renamed, deleted and made through the file manager; another way of doing it is not ours."""
        for noun in frame.args.values():
            if noun.kind == "program" and noun.text != "file manager":
                raise self.fail()
        if self.now.program == "terminal" and self.steps and self.steps[-1] == OpenProgram("terminal"):
            raise self.fail()
        self.prepare(frame)

    def rename(self, frame: Frame) -> None:
        old, new = frame.objects
        self.file_manager(frame)
        if old.kind == "this file":
            if not self.now.file:
                raise self.fail("which file")
            old = Noun("file", self.now.file, folder=self.now.folder)
        self.now.folder = old.folder or self.place(frame) or self.now.folder
        self.add(RenameFile(old.text, new.text, self.now.folder))
        self.now.file = new.text

    def move(self, frame: Frame) -> None:
        """Into another folder, which is given as ``place``; ``source`` is where the files are."""
        goal, source = frame.args.get("place"), frame.args.get("source")
        if goal is None or goal.kind not in ("folder", "target") or (source is not None and source.kind != "folder"):
            raise self.fail("what")
        to = goal.text or (goal.target.name if goal.target is not None else "")
        if self.now.program == "terminal" and self.steps and self.steps[-1] == OpenProgram("terminal"):
            raise self.fail()  # another way of doing it is not ours
        folder = (source.text if source is not None else "") or self.now.folder
        if len(frame.objects) > 1 and not folder:
            if self.now.program == "file manager":
                raise self.fail("which file")
            folder = "shared"  # after the first one the file manager shows another folder
        for noun in frame.objects:
            if noun.kind == "this file" and self.now.file:
                noun = Noun("file", self.now.file, folder=self.now.folder)
            if noun.kind != "file" or not to:
                raise self.fail("which file")
            self.add(MoveFile(noun.text, to, noun.folder or folder, frame.verb == "copy file"))
            self.now.file = noun.text
        self.now.program, self.now.folder = "file manager", to

    def delete(self, frame: Frame) -> None:
        noun = self.noun(frame)
        if set(frame.args) - {"source", "place", "tool", "into"}:
            raise self.fail()
        match noun.kind:
            case "file":
                folder = noun.folder or self.place(frame)
                if (source := frame.args.get("source")) is not None:
                    if source.kind not in ("folder", "program"):
                        raise self.fail()
                    folder = folder or (source.text if source.kind == "folder" else "")
                self.file_manager(frame)
                self.now.folder = folder or self.now.folder
                self.add(DeleteFile(noun.text, self.now.folder))
            case "target" if noun.target is not None and noun.target.kind in ("file", "folder") and noun.target.name:
                source = frame.args.get("source")
                folder = self.place(frame) or (source.text if source is not None and source.kind == "folder" else "")
                self.file_manager(frame)
                self.now.folder = folder or self.now.folder
                self.add(DeleteFile(noun.target.name, self.now.folder))
            case "everything":
                self.into(frame)
                self.add(PressKeys("ctrl+a"), PressKeys("Delete"))
            case "this file" if self.steps and isinstance(self.steps[-1], ClickOn) and self.steps[-1].count == 2:
                self.add(PressKeys("Delete"))
            case "this file" if self.steps and self.steps[-1] == PressKeys("ctrl+a"):
                self.add(PressKeys("Delete"))
            case "this file" if (
                self.now.file and not self.now.dirty and re.search(r"file|ファイル|^it$|それ", noun.text)
            ):
                self.add(DeleteFile(self.now.file, self.now.folder))
            case "text":
                self.into(frame)
                self.add(ReplaceText(noun.text, ""))
            case _:
                raise self.fail("which file")
