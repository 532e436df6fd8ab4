"""Parts of a sheet, selected by the keys that every sheet has: a range, a row, a column, the row that was picked."""

from __future__ import annotations

import re

from deskhand.models.local.steps import ClickOn, Pick, PressKeys, Target
from deskhand.models.local.understand.acts.desk import Desk
from deskhand.models.local.understand.acts.words import plain

_RANGE = re.compile(
    r"(?:cells?\s+|セル\s*)?(?P<one>[A-Z]{1,2}[1-9]\d{0,3})\s*(?:to|through|until|:|-|–|から|〜|～)\s*"
    r"(?P<two>[A-Z]{1,2}[1-9]\d{0,3})(?:まで)?(?:のセル)?",
    re.I,
)
_MOST_CELLS = 100
_ROW = re.compile(r"(?:the\s+)?row\s+(?P<en>\d{1,4})|(?P<ja>\d{1,4})行目?", re.I)
_COLUMN = re.compile(r"(?:the\s+)?column\s+(?P<en>[A-Z]{1,2})|(?P<ja>[A-Z]{1,2})列", re.I)
_HEADER = re.compile(
    r"(?:the\s+)?(?:header|heading|title|first|top)\s+row|(?:見出し|先頭|一番上|題|タイトル|項目)の?行", re.I
)
_THAT_ROW = re.compile(r"(?:that|this|its|the)\s+(?:whole\s+)?row|その行|該当の?行|その品の行", re.I)


def selected(desk: Desk, words: str) -> bool:
    """Selects what the words name; False where they name no part of a sheet."""
    said = plain(words)
    if cells(desk, said):
        return True
    if (row := _ROW.fullmatch(said)) is not None or _HEADER.fullmatch(said) is not None:
        number = (row["en"] or row["ja"]) if row is not None else "1"
        desk.add(ClickOn(Target(f"A{number}", "cell")), PressKeys("shift+space"))
        return True
    if (column := _COLUMN.fullmatch(said)) is not None:
        letters = (column["en"] or column["ja"]).upper()
        desk.add(ClickOn(Target(f"{letters}1", "cell")), PressKeys("ctrl+space"))
        return True
    if _THAT_ROW.fullmatch(said) is not None:
        picked = next((step for step in reversed(desk.steps) if isinstance(step, Pick)), None)
        if picked is None:
            return False
        desk.add(ClickOn(Target(stored=picked.store)), PressKeys("shift+space"))
        return True
    return False


def cells(desk: Desk, words: str) -> bool:
    """Cells from one to another; False where the words name none."""
    if (found := _RANGE.fullmatch(plain(words))) is None:
        return False
    (left, top), (right, bottom) = _at(found["one"]), _at(found["two"])
    across, down = right - left, bottom - top
    if across < 0 or down < 0 or not 0 < across + down <= _MOST_CELLS:
        raise desk.fail("part", words)
    desk.add(ClickOn(Target(found["one"].upper(), "cell")))
    if across:
        desk.add(PressKeys("shift+Right", across))
    if down:
        desk.add(PressKeys("shift+Down", down))
    return True


def _at(name: str) -> tuple[int, int]:
    letters = name.rstrip("0123456789").upper()
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    return column, int(name[len(letters) :])
