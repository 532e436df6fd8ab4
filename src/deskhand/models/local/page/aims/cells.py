"""A value put right in a table: where the row of one name and the column of another meet."""

from __future__ import annotations

import re

from deskhand.models.local.layout import same_row
from deskhand.models.local.page.aims.hear import Aim
from deskhand.models.local.page.aims.likeness import short_for, spoken_of
from deskhand.models.local.page.columns import parted
from deskhand.models.local.page.pane import Pane
from deskhand.vision.scene import TextLine

_VALUE = re.compile(r"(?<![\w.])-?\d+(?:[.,]\d+)?(?![\w:])")


async def correct(pane: Pane, aim: Aim) -> bool:
    """``Kim only worked 6.5 hours on Wednesday. Correct that.``"""
    said = f"{aim.about} {aim.text}"
    value = aim.quotes[-1] if aim.quotes else _last(said)
    if not {"edit", "set", "write"} & set(aim.acts) or value is None:
        return False
    sheet = await pane.sheet()
    lines = parted(sheet.lines)
    heads = [
        line
        for line in lines
        if (short_for(line.text, said) or spoken_of(line.text, said) >= 1) and len(line.text) < 20
    ]
    pairs = [
        (row, column) for row in heads for column in heads
        if row is not column and row.box.x < column.box.x and column.box.y < row.box.y - 4
        and not same_row(row.box, column.box)
    ]  # fmt: skip
    for row, column in pairs:
        cell = _cell(lines, row, column)
        if cell is None:
            continue
        before = cell.text
        await pane.click(cell.box, f"Open the cell of {row.text} under {column.text}.", count=2)
        await pane.hand.took_effect()
        await pane.key("ctrl+a")
        await pane.hand.type(value, f"Type {value} instead of {before}.")
        await pane.key("Return")
        return True
    return False


def _cell(lines: tuple[TextLine, ...], row: TextLine, column: TextLine) -> TextLine | None:
    level = [line for line in lines if line is not row and same_row(line.box, row.box) and line.box.x > row.box.right]
    return min(
        (line for line in level if line.box.x < column.box.right + 30 and column.box.x - 30 < line.box.right),
        key=lambda line: abs(line.box.center.x - column.box.center.x),
        default=None,
    )


def _last(said: str) -> str | None:
    found = _VALUE.findall(said)
    return found[-1] if found else None
