"""Values that a table gives for a label."""

from __future__ import annotations

import re

from deskhand.models.local.hand import Stuck
from deskhand.models.local.layout import same_row
from deskhand.models.local.page.pane import GOOD, Pane
from deskhand.models.local.page.words import bare
from deskhand.vision.match import similarity
from deskhand.vision.scene import TextLine


async def one_value(pane: Pane, match: re.Match[str]) -> None:
    """``Enter the value of Year of Birth into the text field``."""
    lines = await pane.lines()
    value = value_of(lines, bare(match["label"]))
    fields = [field for field in await pane.things("field") if not field.text]
    if value is None or not fields:
        raise Stuck(f"I find no value for “{match['label']}” in the table.")
    await pane.fill(fields[-1], value)
    await pane.submit()


async def all_values(pane: Pane, match: re.Match[str]) -> None:
    """``Enter the value that corresponds with each label into the form``."""
    sheet = await pane.sheet()
    fields = [field for field in sheet.of("field") if not field.text and sheet.label(field.box)]
    for field in fields:
        label = sheet.label(field.box)
        table = [line for line in sheet.lines if not same_row(line.box, field.box)]
        value = value_of(table, label)
        if value is None:
            raise Stuck(f"I find no value for “{label}” in the table.")
        await pane.fill(field, value)
    await pane.submit()


def value_of(lines: tuple[TextLine, ...] | list[TextLine], label: str) -> str | None:
    """What stands to the right of ``label`` in its row."""
    scored = sorted(((similarity(line.text.strip(" :"), label), line) for line in lines), key=lambda pair: -pair[0])
    for score, line in scored:
        if score < GOOD:
            return None
        right = [other for other in lines if same_row(other.box, line.box) and other.box.x > line.box.right]
        if right:
            return min(right, key=lambda other: other.box.x).text
    return None
