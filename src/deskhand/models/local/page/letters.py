"""Single letters in a drawing, which the print reader leaves out: looked at closer, one mark after the other.

"Draw a line from A to B": the points of a drawing bear one letter each, and of a lone letter only a nameless mark
is seen.
"""

from __future__ import annotations

from deskhand.models.local.page.pane import Pane
from deskhand.screen.geometry import Rect

_MOST = 10
"""Marks that are looked at; more is no drawing of a few points."""


async def lone(pane: Pane, letter: str) -> Rect | None:
    """Where a letter or a number of two signs at most stands alone; None when it is nowhere."""
    sheet = await pane.sheet()
    high = sheet.unit
    boxes = [mark.box for mark in sheet.marks if not mark.mark or mark.mark.isalnum()]
    boxes += [region.box for region in sheet.regions if max(region.colour) < 110]
    boxes += [line.box for line in sheet.lines if len(line.text.strip()) <= 2]
    seen: list[Rect] = []
    for box in sorted(boxes, key=lambda box: box.area):
        size = 0.4 * high < box.height < 2.6 * high and 0.1 * high < box.width < 2.6 * high
        if size and not any(other.grow(4).contains(box.center) for other in seen):
            seen.append(box)
    for box in seen[:_MOST]:
        near = await pane.closer(box.grow(6), 2)
        if any(line.text.strip(" .,:") == letter for line in near.texts):
            return box
    return None
