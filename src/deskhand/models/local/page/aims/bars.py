"""The highest or lowest bar of a chart, by its height, and what stands under it."""

from __future__ import annotations

from collections import defaultdict

from deskhand.models.local.page.aims.hear import Aim
from deskhand.models.local.page.sheet import Sheet
from deskhand.screen.geometry import Rect
from deskhand.vision.scene import TextLine


def extreme(sheet: Sheet, aim: Aim) -> TextLine | None:
    """The label of the bar that is meant; None when there is no chart or nothing is compared."""
    if aim.most is None:
        return None
    by_colour: dict[tuple[int, int], list[Rect]] = defaultdict(list)
    for region in sheet.regions:
        if region.fullness > 0.85 and region.box.width > 6 and region.box.height > 3:
            by_colour[
                (region.colour[0] * 65536 + region.colour[1] * 256 + region.colour[2], region.box.bottom // 3)
            ].append(region.box)
    charts = [boxes for boxes in by_colour.values() if len(boxes) > 2 and len({box.height for box in boxes}) > 2
              and max(box.width for box in boxes) - min(box.width for box in boxes) <= 3]  # fmt: skip
    if not charts:
        return None
    chart = sorted(charts, key=_size)[-1]
    bars = sorted(chart, key=lambda box: box.height, reverse=not aim.most.least)
    if len(bars) < aim.most.nth:
        return None
    bar = bars[aim.most.nth - 1]
    words = [
        line
        for line in sheet.lines
        if 0 <= line.box.y - bar.bottom < 3 * sheet.unit and bar.x - 8 < line.box.center.x < bar.right + 8
    ]
    return min(words, key=lambda line: line.box.y, default=None)


def _size(boxes: list[Rect]) -> int:
    return len(boxes)
