"""Steps that the words of a wish speak against: an empty file is no document, and what is to be kept is not saved."""

from __future__ import annotations

import re
from dataclasses import replace

from deskhand.models.local.cells import NAME
from deskhand.models.local.steps import (
    DeleteFile,
    MoveFile,
    NewDocument,
    Plan,
    Save,
    SetSetting,
    Step,
    TypeText,
    UseCommand,
)

_BEGINS = re.compile(
    r"(?:新しく|新たに|新規に|最初から)(?:始め|開始|スタート)\w*|(?:新しい)?(?:ゲーム|対局|勝負)を?(?:開始|始め|スタート)\w*"
    r"|(?:start|begin)(?:\s+(?:anew|afresh|over|a\s+new\s+(?:one|round)|(?:a\s+)?(?:new\s+)?game))",
    re.IGNORECASE,
)
"""A new game, however it is said."""
_IN_SETTINGS = re.compile(
    r"設定(?:画面|ダイアログ)?(?:で|から)|\bin\s+(?:the\s+|its\s+)?(?:settings|preferences)\b|\b(?:settings|preferences)\s+of\b",
    re.IGNORECASE,
)
_COMMENT = re.compile(
    r"(?:という|の|と)?(?P<thing>コメント|注釈|注記|付箋)を?(?:付け|追加|入れ|書)"
    r"|\b(?:add|attach|put|insert|write|leave)\b[^.]{0,24}\b(?P<en>comments?|annotations?|sticky notes?)\b",
    re.IGNORECASE,
)
_CHANGES = re.compile(r"変更|編集|\b(?:change|edit|set|rename)\b", re.IGNORECASE)


def amended(plan: Plan, instruction: str) -> Plan:
    """The plan, with the steps that ``instruction`` means."""
    plan = replace(
        plan, steps=tuple(_attached(_of_settings(_begun(step), instruction), instruction) for step in plan.steps)
    )
    return _spared(_empty_file(plan, instruction))


def _begun(step: Step) -> Step:
    """“Start anew on a 5×5 board”: what programs call a new game."""
    if not isinstance(step, UseCommand) or step.on is not None or not _BEGINS.fullmatch(step.words.strip()):
        return step
    return replace(step, words="新しいゲーム" if not step.words.isascii() else "new game")


def _attached(step: Step, instruction: str) -> Step:
    """A comment on a cell is no content of it: it was typed over what stood there, and told as done."""
    match step:
        case TypeText(text=(str(text),), into=target) if target is not None and NAME.fullmatch(target.name):
            if (said := _COMMENT.search(instruction.replace(text, ""))) is None:
                return step
            english = said["en"] is not None
            words, word = ("add comment", "comment") if english else ("コメント 追加", "コメント")
            return UseCommand(words, ((word, text),), target)
        case _:
            return step


def _of_settings(step: Step, instruction: str) -> Step:
    """Something's name that is changed in the settings is one of them: it shows nowhere else to be selected."""
    match step:
        case UseCommand(words=words, fields=((name, str(value)),), on=target) if (
            target is not None
            and target.kind is None
            and target.name
            and _CHANGES.search(words)
            and _IN_SETTINGS.search(instruction)
        ):
            return SetSetting(f"{target.name} {name}".strip(), value=(value,))
        case _:
            return step


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
