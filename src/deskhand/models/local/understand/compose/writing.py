"""Typing: where the text goes, and what has to be opened for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from deskhand.models.local.steps import (
    PressKeys,
    Ref,
    Repeat,
    Save,
    SwitchTo,
    Target,
    TypeText,
)  # fmt: skip
from deskhand.models.local.understand.compose.desk import EDITOR
from deskhand.models.local.understand.compose.saving import Saving
from deskhand.models.local.understand.frame import Frame, Noun


class Writing(Saving):
    """Text into documents and fields."""

    def type(self, frame: Frame) -> None:
        noun = self.noun(frame)
        into = frame.args.get("into")
        tool = frame.args.get("tool")
        program = self.now.program
        self.worked_out(noun)
        if program == EDITOR and into is None:
            self.program(EDITOR)
        if noun.kind == "command":
            noun = Noun("output")
        if noun.kind in ("ref", "output", "this file"):
            self.need_result(noun if noun.kind == "ref" else None)
        if set(frame.args) - {"into", "tool", "name", "place", "manner"}:
            raise self.fail()
        name = frame.args.get("name")
        if tool is not None and tool.kind == "program":
            if into is not None and into.kind == "new file" and tool.text == EDITOR:
                self.document()
            else:
                self.program(tool.text)
        target: Target | None = None
        save_as: Noun | None = name
        refers = noun.kind in ("ref", "output", "this file", "sum") or any(
            isinstance(piece, Ref) for piece in noun.value
        )
        if into is not None:
            match into.kind:
                case "program":
                    if into.text == EDITOR and refers and self.now.program != EDITOR:
                        self.document()
                    else:
                        self.program(into.text)
                case "new file":
                    self.document()
                case "file":
                    if into.text != self.now.file:
                        self.document()
                        save_as = replace(into, folder=into.folder or self.place(frame))
                case "target":
                    target = into.target
                    if target is not None and target.kind not in (None, "field", "text", "cell", "option", "window"):
                        raise self.fail("what target")
                    self.now.target = target
                case "window":
                    if into.text:
                        self.add(SwitchTo(into.text))
                case "this file":
                    if self.now.program not in ("", EDITOR) and (refers or self.now.program == "calculator"):
                        self.program(EDITOR)
                case _:
                    raise self.fail()
        elif tool is None:
            if name is not None or (
                self.now.program != EDITOR
                and self.saves_later()
                and self.now.program in ("", "calculator", "terminal", "file manager")
            ):
                self.document() if EDITOR not in self.now.opened else self.program(EDITOR)
            elif refers and self.now.program in ("calculator", "terminal"):
                raise self.fail("two ways")
        if frame.args.get("place") is not None and save_as is None and self.place(frame):
            raise self.fail("which file")
        value = self.content(noun)
        manner = frame.args.get("manner")
        own_line = frame.own_line and not self.line_ended()
        replaces = manner is not None and manner.text == "replace"
        step = TypeText(value, target, replace=replaces, enter=frame.enter, own_line=own_line)
        if len(noun.path) > 1:
            self.lines(noun.path, target, own_line=own_line)
        elif frame.times > 1:
            self.add(Repeat(frame.times, (step,)))
        else:
            self.add(step)
        self.now.fresh = False
        if target is None:
            self.now.dirty = True
            self.now.holds_result |= refers
        if save_as is not None:
            self.write_down(save_as, self.place(frame))
        elif self.save_after and not any(
            isinstance(item, Frame) and item.verb in ("type", "append", "press", "break line")
            for item in self.later[:1]
        ):
            self.save_after = False
            self.write_down(None, "")

    def line_ended(self) -> bool:
        """End the line that the step before typed; False when nothing is known of where the caret is."""
        last = self.steps[-1] if self.steps else None
        if not isinstance(last, TypeText) or last.into is not None:
            return False
        self.steps[-1] = replace(last, enter=True)
        return True

    def lines(self, texts: Sequence[str], target: Target | None, *, own_line: bool, enter: bool = False) -> None:
        """Several texts, each on a line."""
        for index, text in enumerate(texts):
            first, final = index == 0, index == len(texts) - 1
            self.add(
                TypeText((text,), target if first else None, enter=enter or not final, own_line=own_line and first)
            )

    def append(self, frame: Frame) -> None:
        """More text at the end (or the start) of a document, which is kept when the document is named here."""
        noun = self.noun(frame)
        into = frame.args.get("into")
        if set(frame.args) - {"into", "tool", "place"}:
            raise self.fail()
        self.worked_out(noun)
        if noun.kind == "command":
            noun = Noun("output")
        self.prepare(frame)
        value = self.content(noun)
        keeps = False
        if into is not None and into.kind == "file":
            keeps = into.text != self.now.file
            self.opened_file(replace(into, folder=into.folder or self.place(frame)))
        elif (into is None or into.kind == "this file") and self.now.file and self.now.program != EDITOR:
            keeps = True  # a file that was mentioned, but not opened yet
            self.opened_file(Noun("file", self.now.file, folder=self.now.folder))
        elif into is not None and into.kind == "target":
            self.add(TypeText(value, into.target))
            return
        elif into is not None and into.kind == "new file":
            self.document()
        elif into is not None and into.kind not in ("program", "this file"):
            raise self.fail()
        elif into is None and self.now.program not in ("", EDITOR):
            if EDITOR not in self.now.opened:
                raise self.fail("which file")
            self.program(EDITOR)
        start = frame.at == "start"
        if start and self.now.fresh:
            start = False
        if start or not self.now.fresh:
            self.add(PressKeys("ctrl+Home" if start else "ctrl+End"))
        own_line = (frame.own_line or (keeps and not start)) and not start
        if len(noun.path) > 1:
            self.lines(noun.path, None, own_line=own_line, enter=start)
        else:
            self.add(TypeText(value, enter=start, own_line=own_line))
        self.now.fresh, self.now.dirty = False, True
        if keeps and not self.saves_later():
            self.add(Save())
            self.now.dirty = False
