"""Steps that the words of a wish speak against: an empty file is no document, and what is to be kept is not saved."""

from __future__ import annotations

import re
from dataclasses import replace

from deskhand.models.local.steps import DeleteFile, MoveFile, NewDocument, Plan, Save, TypeText, UseCommand


def amended(plan: Plan, instruction: str) -> Plan:
    """The plan, with the steps that ``instruction`` means."""
    return _spared(_empty_file(plan, instruction))


def _empty_file(plan: Plan, instruction: str) -> Plan:
    """“An empty file called a.txt”: a command of the program in front, not a document with its name typed into it."""
    match plan.steps:
        case (*before, NewDocument(), TypeText(text=typed), Save(name=name)) if (
            typed == name and name and re.search(r"\bempty\b|\bblank\b|空の", instruction, re.I)
        ):
            english = plan.language == "en"
            told = ("name" if english else "名前", name[0])
            step = UseCommand(
                "add empty file" if english else "空のファイル 追加", (told,) if isinstance(name[0], str) else ()
            )
            return replace(plan, steps=(*before, step), sources=(*plan.sources[: len(before)], instruction))
        case _:
            return plan


def _spared(plan: Plan) -> Plan:
    """Without saving what is only to be left alone: “throw the drafts away. Keep final.txt.”"""
    if not any(isinstance(step, DeleteFile | MoveFile) for step in plan.steps):
        return plan
    kept = [
        (step, source)
        for step, source in zip(plan.steps, plan.sources, strict=False)
        if not (isinstance(step, Save) and re.match(r"(?:and\s+|but\s+)?(?:please\s+)?keep\b", source.strip(), re.I))
    ]
    return replace(plan, steps=tuple(step for step, _ in kept), sources=tuple(source for _, source in kept))
