"""What is worked out, printed or read; and what *the result* then means."""

from __future__ import annotations

import re
from dataclasses import replace

from deskhand.models.local.steps import (
    ClickOn,
    Compute,
    Count,
    Describe,
    OpenFile,
    PressKeys,
    Read,
    Ref,
    RunCommand,
    Target,
    Tell,
    TypeText,
    Value,
)  # fmt: skip
from deskhand.models.local.understand.compose.desk import EDITOR, Desk
from deskhand.models.local.understand.english.sums import english_sum
from deskhand.models.local.understand.frame import Frame, Noun
from deskhand.models.local.understand.japanese.sums import japanese_sum

_SCREEN = re.compile(r"screen|desktop|windows|programs|画面|ウィンドウ|スクリーン|デスクトップ", re.I)
_DISPLAY = re.compile(r"calculator|display|電卓|計算機")
_TOTAL = re.compile(r"(?:the\s+)?(total|合計|総計)", re.I)


class Results(Desk):
    """Sums, commands, readings, and answers made of them."""

    def sum_typed(self, step: TypeText) -> Value | None:
        """The sum that was typed into the calculator, if it is one."""
        if (
            self.now.program != "calculator"
            or step.into is not None
            or len(step.text) != 1
            or not isinstance(step.text[0], str)
        ):
            return None
        return english_sum(step.text[0]) or japanese_sum(step.text[0])

    def need_result(self, noun: Noun | None = None) -> None:
        if noun is not None and not self.now.result and _DISPLAY.search(noun.text):
            self.read(Target(kind="text", window="calculator"), "calculator")  # what it shows from before
        last = self.steps[-1] if self.steps else None
        if isinstance(last, TypeText) and last.into is None and self.now.program == "terminal":
            # "type `date` and tell me the output": Return is meant
            self.steps[-1] = RunCommand(last.text)
            self.now.result, self.now.holds_result, self.now.dirty = "command", False, False
        elif isinstance(last, TypeText) and (value := self.sum_typed(last)) is not None:
            self.steps[-1] = Compute(value)
            self.now.result, self.now.holds_result, self.now.dirty = "sum", False, False
        elif (
            not self.now.result
            and self.now.program == "calculator"
            and isinstance(last, PressKeys | ClickOn | TypeText)
        ):
            self.read(Target(kind="text", window="calculator"), "calculator")
        if not self.now.result:
            raise self.fail("which result")

    def content(self, noun: Noun) -> Value:
        match noun.kind:
            case "ref" | "output" | "this file":
                self.need_result(noun if noun.kind == "ref" else None)
                return (Ref(),)
            case "sum":
                return (Ref(),)
            case _:
                if noun.value:
                    if any(isinstance(piece, Ref) for piece in noun.value):
                        self.need_result()
                    return noun.value
                return (noun.text,)

    def worked_out(self, noun: Noun) -> None:
        """``write the sum of 3 and 4``, ``write the output of `ls` ``: work it out first."""
        if noun.kind == "sum":
            self.program("calculator")
            self.add(Compute(noun.value))
            self.now.result = "sum"
        elif noun.kind == "command":
            self.run((noun.text,))

    def compute(self, frame: Frame) -> None:
        noun = self.noun(frame)
        for other in frame.args.values():
            if other.kind not in ("program", "screen") or other.text in (
                "terminal",
                "web browser",
                "file manager",
                EDITOR,
            ):
                raise self.fail()
        if any(isinstance(piece, Ref) for piece in noun.value):
            self.need_result()
        self.program("calculator")
        self.add(Compute(noun.value))
        self.now.result, self.now.holds_result = "sum", False

    def run(self, command: Value) -> None:
        self.program("terminal")
        self.add(RunCommand(command))
        self.now.result, self.now.holds_result = "command", False

    def tell(self, frame: Frame) -> None:
        noun = self.noun(frame)
        folder = self.place(frame)
        self.prepare(frame)
        match noun.kind:
            case "ref" if not self.now.result and self.steps and (label := _TOTAL.fullmatch(noun.text)) is not None:
                self.read(Target(label[1]))  # nothing was added up: a label of what was opened
            case "ref":
                self.need_result(noun)
            case "output" if self.now.result != "command" and re.fullmatch(r"what it \w+", noun.text, re.I):
                self.read(Target(kind="text"))
            case "output":
                if self.now.result != "command":
                    self.read(Target(kind="text", window="terminal"), "terminal")
            case "command":
                self.run((noun.text,))
            case "program":
                if (noun.text == "terminal" and self.now.result == "command") or (
                    noun.text == "calculator" and self.now.result == "sum"
                ):
                    pass
                else:
                    self.read(Target(kind="text", window=noun.text), noun.text)
            case "file":
                self.opened_file(replace(noun, folder=noun.folder or folder))
                self.read(Target(kind="text"))
            case "folder" if not noun.text:
                if self.now.program != "file manager":
                    raise self.fail("which file")
                self.read(Target(kind="file"))
            case "folder":
                if self.now.program != "file manager" or self.now.folder != noun.text:
                    self.add(OpenFile("", noun.text))
                    self.now.program = "file manager"
                self.read(Target(kind="file"))
            case "this file" | "everything" | "screen":
                last = self.steps[-1] if self.steps else None
                if noun.kind == "this file" and (
                    (self.now.result and not self.now.dirty and not self.now.file) or isinstance(last, Read)
                ):
                    pass
                else:
                    self.read(Target(kind="text"))
            case "window":
                self.read(noun.target or Target(kind="window"))
            case "target":
                self.read(self.aim(noun))
            case "text" if noun.quoted and frame.verb == "read":
                self.read(Target(noun.text))
            case _:
                raise self.fail("world")
        if noun.kind == "ref" and self.steps and self.steps[-1] == Tell((Ref(),)):
            return
        if frame.verb == "tell" or not self.used_later():
            self.add(Tell((Ref(),)))

    def describe(self, frame: Frame) -> None:
        """What is to be seen; a picture that is to be kept is not ours to make."""
        if any(isinstance(item, Frame) and item.verb in ("save", "name") for item in self.later[:1]):
            raise self.fail()
        if self.steps and self.steps[-1] == Tell((Ref(),)) and isinstance(self.steps[-2], Describe):
            return
        if self.steps and isinstance(self.steps[-1], RunCommand | Compute | Read) and not _SCREEN.search(self.source):
            self.add(Tell((Ref(),)))  # "run `df` and report what you see"
            return
        self.prepare(frame)
        self.add(Describe(), Tell((Ref(),)))
        self.now.result, self.now.holds_result = "read", False

    def count(self, frame: Frame) -> None:
        """How many lines or files: read them, then count."""
        noun = self.noun(frame)
        folder = self.place(frame)
        match noun.kind:
            case "output":
                if self.now.result != "command":
                    raise self.fail("which result")
            case "file":
                self.opened_file(replace(noun, folder=noun.folder or folder))
                self.read(Target(kind="text"))
            case "this file":
                if self.now.result != "command" or self.now.program != "terminal":
                    if not self.now.program:
                        raise self.fail("which file")
                    self.read(Target(kind="text"))
            case "command":
                self.run((noun.text,))
            case "folder":
                if noun.text and (self.now.program != "file manager" or self.now.folder != noun.text):
                    self.add(OpenFile("", noun.text))
                    self.now.program, self.now.folder = "file manager", noun.text
                elif not noun.text and self.now.program != "file manager":
                    raise self.fail("which file")
                self.read(Target(kind="file"))
            case _:
                raise self.fail("what")
        self.add(Count("files" if noun.kind == "folder" else "lines"))
        self.now.result, self.now.holds_result = "read", False
        if not self.used_later():
            self.add(Tell((Ref(),)))

    def used_later(self) -> bool:
        """Whether a clause to come uses what was read: then reading it is not yet the answer."""
        for item in self.later:
            if isinstance(item, Frame):
                if any(noun.kind in ("ref", "output", "this file") for noun in item.objects):
                    return True
                if item.verb == "compute" and any(isinstance(piece, Ref) for piece in self.noun(item).value):
                    return True
        return False

    def read(self, target: Target, program: str = "") -> None:
        if program and self.now.program != program and program in self.now.opened:
            self.program(program)
        self.add(Read(target))
        self.now.result, self.now.holds_result = "read", False
