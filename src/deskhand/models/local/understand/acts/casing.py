"""Capitals and small letters: of a line, of the heading, of all."""

from __future__ import annotations

import re
from typing import Literal

from deskhand.models.local.steps import ChangeCase, ClickOn, EditLine, PressKeys, UseCommand
from deskhand.models.local.understand.acts import places
from deskhand.models.local.understand.acts.desk import Desk
from deskhand.models.local.understand.acts.editing import place
from deskhand.models.local.understand.acts.form import Act
from deskhand.models.local.understand.acts.limits import unlimited
from deskhand.models.local.understand.acts.packing import by_program
from deskhand.models.local.understand.acts.words import bare, is_all, is_it, place_in_order

_ALL_OF = re.compile(r"^(?:all|(?:the\s+)?whole\s+text|everything)\s+(?:of|in)\s+(?=\S+\.\w)", re.I)
_HEADING = re.compile(r"heading|headline|title|見出し|題名?|表題|タイトル", re.I)
_LETTERS = re.compile(
    r"(?:(?:all|every)\s+)?(?:the\s+)?(?:letters?|words?|names?|entries|items?|characters|whole\s+\w+)(?:\s+in\s+\S+)?|(?:すべての|全部の|全ての)?(?:英字|英文字|アルファベット|名前|文字|単語|項目)(?:を?(?:全部|すべて))?",
    re.I,
)
"""What the document consists of: all of it changes."""
_OF_FILES = re.compile(
    r".*\b(?:files?|names)\b.*|.*(?:ファイル|の名前|名前を?全部).*",
    re.I,
)
"""In a program that renames files their names are meant."""


def change_case(desk: Desk, act: Act) -> None:
    unlimited(desk, act)
    how = act.fixed("case")
    what = re.sub(
        r"^(?:all|(?:the\s+)?whole\s+text|everything)\s+(?:of|in)\s+(?=\S+\.\w)", "", act.words("what"), flags=re.I
    )
    last = desk.steps[-1] if desk.steps else None
    if how == "title":
        desk.add(UseCommand(desk.say("title case", "単語の先頭を大文字にする")))
        return
    case: Literal["upper", "lower"] = "upper" if how == "upper" else "lower"
    if not how:
        raise desk.fail("what")
    of_line = isinstance(last, EditLine) and re.search(r"\bone\b|やつ", what) is not None
    if (order := place_in_order(what)) is not None and (of_line or re.search(r"line|row|行", what)):
        desk.add(EditLine(order, case))
    elif not what or is_all(what) or (is_it(what) and (last == PressKeys("ctrl+a") or not isinstance(last, ClickOn))):
        if last == PressKeys("ctrl+a"):
            desk.steps.pop()
            desk.sources.pop()
        desk.add(ChangeCase(case))
    elif by_program(desk) and _OF_FILES.fullmatch(what) is not None and places.file(what) is None:
        desk.add(UseCommand(desk.say(f"all {case}case", "小文字" if case == "lower" else "大文字")))
    elif places.file(what) is not None:
        place(desk, what)
        desk.add(ChangeCase(case))
    elif _HEADING.fullmatch(bare(what)) is not None:
        desk.add(EditLine(1, case))
    elif _LETTERS.fullmatch(bare(what)) is not None:
        desk.add(ChangeCase(case))
    else:
        raise desk.fail("part", what)
