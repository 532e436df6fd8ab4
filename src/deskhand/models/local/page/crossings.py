# ruff: noqa: E501 - a pattern is read more easily in one line
"""Places told by a row and a column: seat B3, the cell of Mon at 13:00, the price of Tea.

Such a place has no text of its own; the row is named at its left and the column at its top. Of four fresh lots of
everyday pages no seating plan, timetable or table to be edited was done while things were found by their text only.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from deskhand.models.local.layout import same_row
from deskhand.models.local.page.columns import parted
from deskhand.models.local.page.sheet import Sheet
from deskhand.screen.geometry import Rect
from deskhand.vision.scene import Word

_CODE = re.compile(r"(?<![\w-])(?:(?P<row>[A-Z])-?(?P<column>\d{1,2})|(?P<column2>\d{1,2})-?(?P<row2>[A-Z]))(?![\w-])")
_OF_TWO = re.compile(r"\b(?:at|of|for|in|on|and|under|by|row|column|,)\b|,|'s\b|×", re.IGNORECASE)
_KEYED = re.compile(
    r"\brow (?:number )?(?P<row>\"[^\"]+\"|(?-i:[A-Z])\w*|\d+)[\s,]+(?:and |at |in )?(?:the )?(?:column|col|seat|place|number) (?:number )?(?P<column>\"[^\"]+\"|(?-i:[A-Z])\w*|\d+)"
    r"|\b(?:column|seat|place|number) (?:number )?(?P<column2>\"[^\"]+\"|(?-i:[A-Z])\w*|\d+)[\s,]+(?:and |of |in )*(?:the )?row (?:number )?(?P<row2>\"[^\"]+\"|(?-i:[A-Z])\w*|\d+)",
    re.IGNORECASE,
)


def crossing(sheet: Sheet, words: str) -> Rect | None:
    """The cell where the row and the column meet that ``words`` name; None when they name none."""
    cells = [Word(cell.text, cell.box) for cell in parted(sheet.lines) if cell.text.strip()]
    cells += [word for line in sheet.lines if len(line.words) > 1 for word in line.words]  # heads read as one line
    keyed = _KEYED.search(words)
    if keyed is not None:
        row, column = (keyed["row"] or keyed["row2"]).strip('"'), (keyed["column"] or keyed["column2"]).strip('"')
        return _meet(sheet, cells, [row], [column])
    code = _CODE.search(words)
    if code is not None and not any(line.text.strip() == code[0] for line in sheet.lines):
        row, column = [code["row"] or code["row2"]], [code["column"] or code["column2"]]
        return _meet(sheet, cells, row, column) or _meet(sheet, cells, column, row)  # a sheet has its letters on top
    if _OF_TWO.search(words) is None:
        return None
    told = f" {_key(words)} "
    named = sorted(
        {cell.text for cell in cells if len(_key(cell.text)) > 1 and f" {_key(cell.text)} " in told}, key=len
    )
    return _meet(sheet, cells, named, named)


def _key(text: str) -> str:
    return " ".join(re.findall(r"[^\W_]+(?:[:.]\d+)*", re.sub(r"'s\b", "", text.lower())))


def _meet(sheet: Sheet, cells: Sequence[Word], rows: Sequence[str], columns: Sequence[str]) -> Rect | None:
    """The box at the height of a row's name and under a column's: what is drawn or written there."""
    lefts = [cell for cell in cells if any(_key(cell.text) == _key(name) for name in rows)]
    tops = [cell for cell in cells if any(_key(cell.text) == _key(name) for name in columns)]
    lefts = lefts or [each for name in rows if (each := _between(cells, name, upright=True)) is not None]
    tops = tops or [each for name in columns if (each := _between(cells, name, upright=False)) is not None]
    for left in lefts:
        for top in tops:
            apart = top.box.center.x > left.box.right and left.box.y > top.box.bottom - 2
            if not apart or not _heads(cells, top, left):
                continue
            return _cell(sheet, cells, Rect(top.box.x, left.box.y, top.box.width, left.box.height))
    return None


def _between(cells: Sequence[Word], name: str, *, upright: bool) -> Word | None:
    """Where a letter or number stands that was not read, by the others of its series: B is half way from A to C."""
    wanted = _place(name)
    series = [(place, cell) for cell in cells if (place := _place(cell.text.strip())) is not None]
    if wanted is None:
        return None
    alike = [(place, cell) for place, cell in series if cell.text.strip().isdigit() == name.isdigit()]
    for place, cell in alike:
        for other, twin in alike:
            lined = abs(cell.box.center.x - twin.box.center.x) < 12 if upright else same_row(cell.box, twin.box)
            if other <= place or not lined:
                continue
            share = (wanted - place) / (other - place)
            x = round(cell.box.x + share * (twin.box.x - cell.box.x))
            y = round(cell.box.y + share * (twin.box.y - cell.box.y))
            return Word(name, Rect(x, y, cell.box.width, cell.box.height))
    return None


def _place(name: str) -> int | None:
    if re.fullmatch(r"\d{1,2}", name):
        return int(name)
    return ord(name) - 64 if re.fullmatch(r"[A-Z]", name) else None


def _heads(cells: Sequence[Word], top: Word, left: Word) -> bool:
    """Whether the column's name stands in a row of names and the row's name in a column of them."""
    level = [cell for cell in cells if cell is not top and same_row(cell.box, top.box)]
    below = [cell for cell in cells if cell is not left and cell.box.x < left.box.right and left.box.x < cell.box.right]
    return bool(level) and bool(below)


def _cell(sheet: Sheet, cells: Sequence[Word], spot: Rect) -> Rect:
    written = [
        cell.box for cell in cells
        if same_row(cell.box, spot) and cell.box.x < spot.right + 12 and spot.x - 12 < cell.box.right
    ]  # fmt: skip
    if written:
        return written[0]
    drawn = [
        region.box for region in sheet.regions
        if region.box.contains(spot.center) and region.box.height < 4 * sheet.unit and region.box.width < 8 * sheet.unit
    ]  # fmt: skip
    return min(drawn, key=lambda box: box.area, default=spot)
