"""Cells of a spreadsheet: in an instruction ("type 120 into cell B2"), and on the screen.

A cell has no label of its own: its place is where the column under its letter meets the row beside its number. Those
headers stand in an even grid, so a few that were read give the places of all.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from deskhand.screen.geometry import Point, Rect
from deskhand.vision.scene import Scene, TextLine

_CELL = r"(?P<cell>[A-Z]{1,2}[1-9]\d{0,3})"
_VALUE = r"(?P<value>“[^”]*”|\"[^\"]*\"|'[^']*'|=?[^\s“”\"',;]+)"
_VERB = r"\b(?:type|enter|put|write|input|insert|calculate|compute)\s+"
_OF = r"(?:\s+(?:of|in)\s+(?:the\s+(?:sheet|table|file|spreadsheet)\s+)?(?P<file>[\w-]+\.(?!\d)\w{2,8}))?"
"""The file whose cell it is."""
_PUT = re.compile(
    rf"{_VERB}(?:the\s+(?:number|text|value|formula|word)\s+)?{_VALUE}\s+"
    rf"(?:in|into|to)\s+(?:the\s+)?(?:cell\s+)?{_CELL}\b{_OF}",
    re.IGNORECASE,
)
_PUT_WORDS = re.compile(
    rf"{_VERB}(?P<value>[^“”\"',;.]{{2,40}}?)\s+(?:in|into)\s+(?:the\s+)?cell\s+{_CELL}\b{_OF}", re.IGNORECASE
)
"""Several words stand for themselves only before what is called a cell."""
_FUNCTIONS = {"sum": "SUM", "total": "SUM", "average": "AVERAGE", "mean": "AVERAGE", "maximum": "MAX", "minimum": "MIN"}
_WORKED_OUT = re.compile(
    rf"(?:the\s+)?(?P<function>{'|'.join(_FUNCTIONS)})\s+of\s+(?:the\s+)?(?:cells?\s+)?(?P<first>[A-Z]{{1,2}}\d+)\s*"
    rf"(?:to|through|until|till|up to|:|-|–)\s*(?P<last>[A-Z]{{1,2}}\d+)(?=\s+(?:in|into|to)\s+(?:the\s+)?(?:cell\s+)?"
    rf"[A-Z]{{1,2}}\d)",
    re.IGNORECASE,
)
"""A formula told in words, where it is put into a cell."""
_JAPANESE_FUNCTIONS = {"合計": "SUM", "総計": "SUM", "平均": "AVERAGE", "最大値": "MAX", "最小値": "MIN"}
_JAPANESE_WORKED_OUT = re.compile(
    rf"(?:セル\s*)?(?P<first>[A-Z]{{1,2}}\d+)\s*(?:から|〜|～|:|-)\s*(?P<last>[A-Z]{{1,2}}\d+)\s*(?:まで)?の"
    rf"(?P<function>{'|'.join(_JAPANESE_FUNCTIONS)})(?=を?(?:入力|入れ|書|出し))"
)
_MORE = re.compile(rf"(?P<before>,\s*(?:and\s+)?|\s+and\s+){_VALUE}\s+(?:in|into)\s+(?:cell\s+)?{_CELL}\b")
_SET = re.compile(
    rf"\b(?:set|change)\s+(?:the\s+(?:value|content)\s+of\s+)?(?:cell\s+)?{_CELL}\s+to\s+{_VALUE}(?=[\s,.;]|$)",
    re.IGNORECASE,
)
_JAPANESE_PUT = re.compile(
    rf"セル\s*{_CELL}\s*に\s*(?P<value>「[^」]*」|[\d.,=+*/A-Z():-]+)\s*(?:と|を)?(?=入力|入れ|書)"
)
_JAPANESE = re.compile(rf"セル\s*{_CELL}\s*(?:に入っている)?(?=の値|を|値)")
_ENGLISH = re.compile(rf"\b(?:the\s+)?cell\s+{_CELL}\b")
NAME = re.compile(r"[A-Z]{1,2}[1-9]\d{0,3}")
"""What a cell is called."""
LEVEL = 5
"""Pixels that headers of one row stand apart at most."""
FEWEST = 3
"""Headers that must be read before their grid is believed."""


def in_plain_words(instruction: str) -> str:
    """The same with each cell as a field of that name, which is what the grammar can say of it."""
    text = _WORKED_OUT.sub(_formula, instruction)
    text = _SET.sub(_typed, text)
    text = _PUT_WORDS.sub(_typed, _PUT.sub(_typed, text))
    if text != instruction:
        text = _MORE.sub(lambda match: f"{match['before']}{_typed(match)}", text)
    text = _JAPANESE_WORKED_OUT.sub(_formula, text)
    text = _JAPANESE_PUT.sub(lambda match: f"「{match['cell']}」欄に「{_bare(match['value'])}」と", text)
    text = _JAPANESE.sub(lambda match: f"「{match['cell']}」", text)
    return _ENGLISH.sub(lambda match: f"“{match['cell']}”", text)


def _typed(match: re.Match[str]) -> str:
    file = match.groupdict().get("file")
    opened = f"open {file} and " if file else ""
    return f"{opened}type “{_bare(match['value'])}” into the “{match['cell'].upper()}” field"


def _formula(match: re.Match[str]) -> str:
    name = match["function"]
    function = _FUNCTIONS.get(name.lower()) or _JAPANESE_FUNCTIONS[name]
    return f"={function}({match['first']}:{match['last']})".upper()


def _bare(value: str) -> str:
    return value.strip("“”\"'「」")


def cell_place(scene: Scene, name: str, within: Rect) -> Point | None:
    """Where the cell ``B4`` of the sheet in ``within`` is; None where no headers were read."""
    match = re.fullmatch(r"([A-Z]{1,2})(\d+)", name)
    if match is None:
        return None
    lines = [line for line in scene.texts if within.contains(line.box.center)]
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    letters = [line for line in lines if re.fullmatch(r"[A-Z]", line.text.strip())]
    numbers = [line for line in lines if re.fullmatch(r"\d{1,3}", line.text.strip())]
    header = _largest(letters, lambda line: line.box.center.y)
    margin = _largest(numbers, lambda line: line.box.center.x)
    x = _along(column, [(ord(line.text.strip()) - ord("A") + 1, line.box.center.x) for line in header])
    y = _along(int(match[2]), [(int(line.text.strip()), line.box.center.y) for line in margin])
    if x is None or y is None or not within.contains(Point(x, y)):
        return None
    return Point(x, y)


def nearest_cell(scene: Scene, name: str, within: Rect) -> tuple[str, Point] | None:
    """A cell in the row of ``name`` whose column's letter was read, the nearest to it, and its place.

    Letters above narrow columns, and such that are highlighted, are lost to the reader; numbers of rows seldom are.
    """
    match = re.fullmatch(r"([A-Z])(\d+)", name)
    if match is None:
        return None
    lines = [line for line in scene.texts if within.contains(line.box.center)]
    margin = _largest(
        [line for line in lines if re.fullmatch(r"\d{1,3}", line.text.strip())], lambda line: line.box.center.x
    )
    y = _along(int(match[2]), [(int(line.text.strip()), line.box.center.y) for line in margin])
    if y is None:
        return None
    top = min(margin, key=lambda line: line.box.y).box
    heads = [
        line
        for line in lines
        if re.fullmatch(r"[A-Z]", line.text.strip())
        and 0 < top.center.y - line.box.center.y <= 2 * max(top.height, line.box.height) + LEVEL
    ]
    if not heads:
        return None
    head = min(heads, key=lambda line: abs(ord(line.text.strip()) - ord(match[1])))
    return f"{head.text.strip()}{match[2]}", Point(head.box.center.x, y)


def _largest(lines: Sequence[TextLine], where: Callable[[TextLine], int]) -> list[TextLine]:
    """Those that stand in one row (or column): the most numerous such lot."""
    lots = [[other for other in lines if abs(where(other) - where(line)) <= LEVEL] for line in lines]
    return max(lots, key=len, default=[])


def _along(wanted: int, read: Sequence[tuple[int, int]]) -> int | None:
    """The place of a header, read itself or reckoned from the even spacing of those that agree on it."""
    if len(read) < FEWEST:
        return None
    exact = [place for number, place in read if number == wanted]
    steps = sorted(
        (b[1] - a[1]) / (b[0] - a[0]) for index, a in enumerate(read) for b in read[index + 1 :] if b[0] != a[0]
    )
    step = steps[len(steps) // 2] if steps else 0.0
    if step <= 4:
        return None
    offsets = sorted(place - number * step for number, place in read)
    reckoned = round(wanted * step + offsets[len(offsets) // 2])
    near = [place for place in exact if abs(place - reckoned) <= step]
    return near[0] if near else reckoned
