"""The program to the front, then each wish in it as steps."""

from __future__ import annotations

import re
from dataclasses import replace

from deskhand.models.local.named import names
from deskhand.models.local.steps import ChangeCase, ChooseMenu, ClickOn, Plan, SortLines, Step
from deskhand.models.local.understand.freely import english, japanese

_JAPANESE = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|「[^」]*」|『[^』]*』|(?<!\w)'[^']*'(?!\w)|`[^`]*`")


def misread(instruction: str) -> bool:
    """Whether the grammar would take a wish of it for something else."""
    bare = _QUOTED.sub(" ", instruction)
    return (japanese if _JAPANESE.search(bare) else english).MISREAD.search(bare) is not None


def in_steps(instruction: str) -> str | None:
    """The instruction with its wishes as steps; None where no wish of these kinds is in it."""
    book = japanese if _JAPANESE.search(_QUOTED.sub(" ", instruction)) else english
    found = names(instruction)
    name, body = book.program_apart(instruction, found[0].name if len(found) == 1 else "")
    if name and "".join(body.split()) == "".join(instruction.split()):
        return None  # the name stands there in some other way
    said = book.as_steps(body, named=bool(name))
    if not found and said == body:
        return None
    told = book.program_first(name, said) if name else said
    return told if told != instruction else None


def shown(instruction: str) -> str | None:
    """A question that nothing else understood, about a program by name: what its window shows holds the answer."""
    book = japanese if _JAPANESE.search(_QUOTED.sub(" ", instruction)) else english
    found = names(instruction)
    if len(found) != 1 or not book.worked_in(instruction, found[0].name):
        return None
    name, body = book.program_apart(instruction, found[0].name)
    return book.program_first(name, book.LOOK) if book.mere_question(body) else None


def with_menus(plan: Plan) -> Plan:
    """A menu's entry that nobody has opened the menu of is looked for in all menus."""
    return replace(plan, steps=tuple(_in_menus(step) for step in plan.steps))


def _in_menus(step: Step) -> Step:
    if isinstance(step, ClickOn) and step.target.kind == "menu item":
        match step.target.name:
            case "Sort Lines":
                return SortLines()
            case "Uppercase":
                return ChangeCase("upper")
            case "Lowercase":
                return ChangeCase("lower")
            case name:
                return ChooseMenu((name,))
    return step
