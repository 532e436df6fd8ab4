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
_PUT = re.compile(
    rf"\b(?:type|enter|put|write|input|insert)\s+(?:the\s+(?:number|text|value|formula)\s+)?{_VALUE}\s+"
    rf"(?:in|into|to)\s+(?:the\s+)?(?:cell\s+)?{_CELL}\b",
    re.IGNORECASE,
)
_MORE = re.compile(rf"(?P<before>,\s*(?:and\s+)?|\s+and\s+){_VALUE}\s+(?:in|into)\s+(?:cell\s+)?{_CELL}\b")
_SET = re.compile(
    rf"\b(?:set|change)\s+(?:the\s+(?:value|content)\s+of\s+)?(?:cell\s+)?{_CELL}\s+to\s+{_VALUE}(?=[\s,.;]|$)",
    re.IGNORECASE,
)
_JAPANESE_PUT = re.compile(rf"セル\s*{_CELL}\s*に\s*(?P<value>「[^」]*」|[\d.,=+*/A-Z-]+)\s*(?:と|を)?(?=入力|入れ|書)")
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
    text = _SET.sub(_typed, instruction)
    text = _PUT.sub(_typed, text)
    if text != instruction:
        text = _MORE.sub(lambda match: f"{match['before']}{_typed(match)}", text)
    text = _JAPANESE_PUT.sub(lambda match: f"「{match['cell']}」欄に「{_bare(match['value'])}」と", text)
    text = _JAPANESE.sub(lambda match: f"「{match['cell']}」", text)
    return _ENGLISH.sub(lambda match: f"“{match['cell']}”", text)


def _typed(match: re.Match[str]) -> str:
    return f"type “{_bare(match['value'])}” into the “{match['cell'].upper()}” field"


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
