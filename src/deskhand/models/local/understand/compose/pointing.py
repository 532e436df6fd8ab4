"""Keys, clicks, menus and scrolling."""

from __future__ import annotations

from dataclasses import replace

from deskhand.models.local.steps import (
    ChooseMenu,
    ChooseOption,
    ClickOn,
    Compute,
    PressKeys,
    Repeat,
    RunCommand,
    ScrollBy,
    ScrollTo,
    TypeText,
)  # fmt: skip
from deskhand.models.local.understand.compose.editing import Editing
from deskhand.models.local.understand.frame import Frame


class Pointing(Editing):
    """The hand."""

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
