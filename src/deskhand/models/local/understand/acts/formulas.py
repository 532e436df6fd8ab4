"""A sum of cells as the formula that a table works out where it is written: “A1 times A2”, 「B2 から B9 の平均」.

Read off the screen and typed in as a number it would be wrong as soon as a cell changed; 6 of 30 sums that no plan was
made for were of cells.
"""

from __future__ import annotations

import re

from deskhand.models.local.understand.acts.desk import Desk
from deskhand.models.local.understand.acts.form import Argument, ResultOf
from deskhand.models.local.understand.acts.words import plain

_OPERATORS = (
    (r"\s*(?:times|multiplied\s+by|かける|掛ける|×)\s*", "*"), (r"\s*(?:divided\s+by|割る|÷)\s*", "/"),
    (r"\s*(?:plus|足す|たす)\s*", "+"), (r"\s*(?:minus|引く)\s*", "-"),
)  # fmt: skip
_CELL = r"\$?[A-Z]{1,2}\$?[1-9]\d{0,5}"
_AVERAGE = re.compile(r"\b(?:average|mean)\b|平均", re.I)
_SUM = re.compile(r"\b(?:sum|total|add(?:ed)?(?:\s+up)?)\b|合計|総計|足", re.I)
_RANGE = re.compile(rf"\b({_CELL})\s*(?:to|through|till|until|up\s+to|-|–|:|から|〜|～)\s*({_CELL})(?:\s*まで)?")
_COLUMN = re.compile(r"\b(?:[Cc]olumn\s+([A-Z])\b|([A-Z])\s*列)")
_REST = re.compile(
    r"\b(?:the|of|cells?|all|numbers?|values?|in|up|and|from)\b|[のをにでは、,.\s]|入っている|入って(?:い)?る|ある|出し(?:て)?|計算(?:し)?|数字?|値|セル|全部|範囲",
    re.I,
)


def in_cells(desk: Desk, argument: Argument | None) -> str:
    """The formula; empty where the words are no sum of cells, or nothing that they make is written into a table."""
    if not any(act.name in ("set_value", "type") for act in desk.after):
        return ""
    words = " ".join(part for part in argument if isinstance(part, str)) if isinstance(argument, tuple) else argument
    if not isinstance(words, str):
        return ""
    text = re.sub(r"\b(?:cell|the)\s+|\s+of\s+\S+\.\w+$|^\S+\.\w+の", "", plain(words), flags=re.I)
    if found := re.fullmatch(
        r"(multiply|divide|add|subtract)(?:\s+up)?\s+([A-Z]+\d+)\s+(?:by|and|to|from)\s+([A-Z]+\d+)", text, re.I
    ):
        one, two = (found[3], found[2]) if found[1].lower() == "subtract" else (found[2], found[3])
        sign = {"multiply": "*", "divide": "/", "add": "+", "subtract": "-"}[found[1].lower()]
        return f"={one}{sign}{two}".upper()
    if found := re.fullmatch(
        r"([A-Z]+\d+)(?:と|に|から|を)([A-Z]+\d+)を?(?:で)?(掛け|かけ|足し|引い|割っ)\S*", text, re.I
    ):
        sign = {"掛": "*", "か": "*", "足": "+", "引": "-", "割": "/"}[found[3][0]]
        return f"={found[1]}{sign}{found[2]}".upper()
    if ranged := _of_many(desk, text):
        return ranged
    for pattern, sign in _OPERATORS:
        text = re.sub(pattern, sign, text, flags=re.I)
    return f"={text}".upper() if re.fullmatch(r"[A-Z]+\d+(?:[*/+-](?:[A-Z]+\d+|\d+(?:\.\d+)?))+", text, re.I) else ""


def _of_many(desk: Desk, text: str) -> str:
    """The sum or average of a range, or of a column; nothing else may be said of it, and only a cell takes it."""
    goal = _goal(desk)
    function = "AVERAGE" if _AVERAGE.search(text) else "SUM" if _SUM.search(text) else ""
    ranged, column = _RANGE.search(text), _COLUMN.search(text)
    found = ranged or column
    if not goal or not function or found is None:
        return ""
    said = (_AVERAGE if function == "AVERAGE" else _SUM).sub("", text.replace(found[0], ""))
    if _REST.sub("", said):
        return ""
    if ranged is not None:
        return f"={function}({ranged[1]}:{ranged[2]})"
    letter = found[1] or found[2]
    if not goal.startswith(letter) or not goal[len(letter) :].isdigit():
        return f"={function}({letter}:{letter})"
    above = int(goal[len(letter) :]) - 1  # in the column itself: what stands above, or the formula would hold itself
    return f"={function}({letter}1:{letter}{above})" if above else ""


def _goal(desk: Desk) -> str:
    """The cell that the result goes to, where it goes nowhere else."""
    cells = [
        plain(act.words("control"))
        for act in desk.after
        if ResultOf(desk.now) in act.args.values() and act.name == "set_value"
    ]
    users = [act for act in desk.after if ResultOf(desk.now) in act.args.values()]
    if len(cells) != 1 or len(users) != 1:
        return ""
    found = re.fullmatch(rf"(?:the\s+)?(?:cell\s+)?({_CELL})(?:\s*セル)?", cells[0], re.I)
    return found[1].upper().replace("$", "") if found else ""
