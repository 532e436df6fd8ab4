"""Frames to steps: what is needed but not said is added, and *it* and *the result* are resolved.

"Work out 1234 × 5678" needs a calculator; "write the result into a new file" needs an editor. A result that nobody has
worked out, or a file that nobody named, is not guessed: `Puzzled` says which words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from deskhand.models.local import concepts, numbers
from deskhand.models.local.frame import Condition, Frame, Item, Loop, Noun, Puzzled
from deskhand.models.local.steps import (
    ChooseMenu,
    ChooseOption,
    ClickOn,
    CloseWindow,
    Compute,
    Copy,
    DeleteFile,
    DragTo,
    GoTo,
    IfShown,
    MakeFolder,
    NewDocument,
    OpenFile,
    OpenProgram,
    Paste,
    PressKeys,
    Read,
    Ref,
    RenameFile,
    Repeat,
    ReplaceText,
    RunCommand,
    Save,
    ScrollBy,
    ScrollTo,
    SetChecked,
    Step,
    SwitchTo,
    Target,
    Tell,
    TypeText,
    Value,
    WaitFor,
)  # fmt: skip

EDITOR = "text editor"
SAVE_MENU = re.compile(r"save(?: as)?|(?:名前を付けて|別名で|上書き)?保存", re.IGNORECASE)


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


class Composer:
    def __init__(self) -> None:
        self.steps: list[Step] = []
        self.sources: list[str] = []
        self.now = Context()
        self.later: Sequence[Item] = ()
        self.source = ""

    def compose(self, items: Sequence[Item]) -> None:
        for index, item in enumerate(items):
            self.later = items[index + 1 :]
            self.item(item)

    def item(self, item: Item) -> None:
        outer, self.source = self.source, item.source or self.source
        match item:
            case Condition():
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

    def add(self, *steps: Step) -> None:
        for step in steps:
            self.steps.append(step)
            self.sources.append(self.source)

    def fail(self, why: str = "unknown") -> Puzzled:
        return Puzzled(self.source, why)

    # programs and documents

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

    def need_result(self) -> None:
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

    def sum_typed(self, step: TypeText) -> Value | None:
        """The sum that was typed into the calculator, if it is one."""
        if (
            self.now.program != "calculator"
            or step.into is not None
            or len(step.text) != 1
            or not isinstance(step.text[0], str)
        ):
            return None
        return numbers.english_sum(step.text[0]) or numbers.japanese_sum(step.text[0])

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

    def file_manager(self, frame: Frame) -> None:
        """Files are renamed, deleted and made through the file manager; another way of doing it is not ours."""
        for noun in frame.args.values():
            if noun.kind == "program" and noun.text != "file manager":
                raise self.fail()
        if self.now.program == "terminal" and self.steps and self.steps[-1] == OpenProgram("terminal"):
            raise self.fail()
        self.prepare(frame)

    # frames

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
            case "delete":
                self.delete(frame)
            case "make folder":
                self.file_manager(frame)
                self.now.folder = self.place(frame) or self.now.folder
                self.add(MakeFolder(self.noun(frame).text, self.now.folder))
            case "replace":
                self.replace(frame)
            case "select all":
                self.into(frame)
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
        if target is not None and target.kind == "folder" and target.name:
            self.add(OpenFile(target.name, folder or self.now.folder))
            self.now.program, self.now.folder = "file manager", target.name
        elif target is not None and target.kind == "file" and target.name:
            self.opened_file(Noun("file", target.name, folder=folder), program)
        elif target is not None and target.kind == "window":
            self.add(SwitchTo(target.name))
        elif target is not None and target.kind == "menu":
            self.add(ChooseMenu((target.name,)))
            self.now.menu = (target.name,)
        elif target is not None:
            self.add(ClickOn(target, count=2 if target.kind == "icon" else 1))
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
        self.prepare(frame)
        for noun in frame.objects or (Noun("window"),):
            match noun.kind:
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
        elif (
            any(isinstance(item, Frame) and item.verb in ("type", "append", "paste") for item in self.later)
            and isinstance(self.later[0], Frame | Condition | Loop) is not False
            and self.typed_next()
        ):
            self.now.named = replace(name, folder=name.folder or self.place(frame))
            if not self.saves_later():
                self.save_after = True
        else:
            self.write_down(name, self.place(frame))

    save_after = False

    def typed_next(self) -> bool:
        return (
            bool(self.later) and isinstance(self.later[0], Frame) and self.later[0].verb in ("type", "append", "paste")
        )

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

    def content(self, noun: Noun) -> Value:
        match noun.kind:
            case "ref" | "output" | "this file":
                self.need_result()
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
            self.need_result()
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
        elif into is not None and into.kind == "target":
            self.add(TypeText(value, into.target))
            return
        elif into is not None and into.kind == "new file":
            self.document()
        elif into is not None and into.kind not in ("program", "this file"):
            raise self.fail()
        elif self.now.program not in ("", EDITOR):
            if EDITOR not in self.now.opened:
                raise self.fail("which file")
            self.program(EDITOR)
        start = frame.at == "start"
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

    def press(self, frame: Frame) -> None:
        self.prepare(frame)
        key = self.noun(frame).text
        last = self.steps[-1] if self.steps else None
        if key == "Return" and frame.times == 1 and isinstance(last, TypeText) and not last.enter and not frame.args:
            if self.now.program == "terminal" and last.into is None:
                self.steps[-1] = RunCommand(last.text)
                self.now.result = "command"
            elif (value := self.sum_typed(last)) is not None:
                self.steps[-1] = Compute(value)
                self.now.result = "sum"
            else:
                self.steps[-1] = replace(last, enter=True)
            return
        self.add(PressKeys(key, frame.times))

    def click(self, frame: Frame) -> None:
        self.prepare(frame)
        target = self.aim(frame.object)
        if self.now.menu and frame.verb == "click" and target.kind in (None, "menu item", "option") and target.name:
            self.walk(target.name)
            return
        button = {"right click": "right", "middle click": "middle"}.get(frame.verb, "left")
        step = ClickOn(target, button, 2 if frame.verb == "double click" else 1)  # type: ignore[arg-type]
        if target.kind == "menu" and frame.verb == "click":
            self.add(ChooseMenu((target.name,)))
            self.now.menu = (target.name,)
            return
        self.add(Repeat(frame.times, (step,)) if frame.times > 1 else step)

    def walk(self, name: str) -> None:
        """One more name on the menu path that the last step began."""
        path = (*self.now.menu, name.rstrip(".… "))
        if self.steps and isinstance(self.steps[-1], ChooseMenu):
            self.steps[-1] = ChooseMenu(path)
        else:
            self.add(ChooseMenu(path))
        self.now.menu = path

    def choose(self, frame: Frame) -> None:
        noun = self.noun(frame)
        self.prepare(frame)
        source = frame.args.get("source")
        if noun.kind == "menu":
            self.add(ChooseMenu(noun.path))
            self.now.menu = noun.path if len(noun.path) == 1 else ()
            return
        if source is not None and source.kind == "menu":
            self.add(ChooseMenu((*source.path, noun.text.rstrip(".… "))))
            return
        if noun.kind == "text":
            if self.now.menu:
                self.walk(noun.text)
            else:
                of = source.target if source is not None else None
                self.add(ChooseOption(noun.text, of))
            return
        target = self.aim(noun)
        if self.now.menu and target.kind in (None, "menu item", "option") and target.name:
            self.walk(target.name)
        elif target.kind in ("option", "menu item") and target.name and target.nth is None and not target.near:
            self.add(ChooseOption(target.name) if target.kind == "option" else ClickOn(target))
        else:
            self.add(ClickOn(target))

    def scroll(self, frame: Frame) -> None:
        self.prepare(frame)
        if frame.object is not None:
            self.add(ScrollTo(self.aim(frame.object)))
            return
        if frame.direction is None:
            raise self.fail("what")
        into = frame.args.get("into")
        at = into.target if into is not None and into.kind == "target" else None
        step = ScrollBy(frame.direction, frame.amount, at)
        self.add(Repeat(frame.times, (step,)) if frame.times > 1 else step)

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
        if isinstance(last, CloseWindow):
            if noun.kind != "this file" or name is not None or last.keep is False:
                raise self.fail("two ways")
            self.steps[-1] = replace(last, keep=True)
            return
        if noun.kind not in ("this file", "file", "everything", "text", "command", "ref", "output"):
            raise self.fail("what")
        if noun.kind in ("text", "command", "ref", "output"):
            needs = noun.kind in ("text", "command") or not self.now.holds_result
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
            case "ref" if not self.now.result and re.search(r"calculator|display|電卓|計算機", noun.text):
                self.read(Target(kind="text", window="calculator"), "calculator")
            case "ref":
                self.need_result()
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
        if frame.verb == "tell" or not self.used_later():
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

    def copy(self, frame: Frame) -> None:
        noun = frame.object
        into = frame.args.get("into")
        if frame.verb == "copy" and noun is not None and noun.kind in ("ref", "output"):
            self.need_result()
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
            if noun.text != EDITOR:
                raise self.fail()
            self.program(noun.text)
        elif noun is not None and noun.kind not in ("this file", "everything", "window"):
            raise self.fail()
        self.add(PressKeys("ctrl+a"), PressKeys("Delete"))


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
