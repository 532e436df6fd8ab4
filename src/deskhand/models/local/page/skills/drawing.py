# ruff: noqa: E501 - a pattern is read more easily in one line
"""The hand on the mouse: dragging shapes, drawing lines, hitting the middle of a circle, points of a grid."""

from __future__ import annotations

import re

from deskhand.models.local.hand import Stuck
from deskhand.models.local.page.pane import Pane
from deskhand.models.local.page.skills.figures import Figure, Looks, figures
from deskhand.screen.geometry import Point, Rect
from deskhand.vision.regions import Region

_WAYS = {"left": (-1, 0), "right": (1, 0), "up": (0, -1), "down": (0, 1)}


async def centre(pane: Pane, match: re.Match[str]) -> None:
    """``Find and click on the center of the circle, then press submit``."""
    await pane.click((await _round(pane)).box, "Click the middle of the circle.")
    await pane.submit()


async def move(pane: Pane, match: re.Match[str]) -> None:
    """``Drag the circle left then press Submit``."""
    box = (await _round(pane)).box
    dx, dy = _WAYS[match["way"].lower()]
    far = int(1.3 * max(box.width, box.height))
    end = Point(
        min(max(pane.body.x + 8, box.center.x + dx * far), pane.body.right - 8),
        min(max(pane.body.y + 8, box.center.y + dy * far), pane.body.bottom - 8),
    )
    await pane.drag(box.center, end, f"Drag the circle {match['way']}.")
    await pane.submit()


async def sort(pane: Pane, match: re.Match[str]) -> None:
    """``Drag all rectangles into the left box, and everything else into the right box``."""
    sheet = await pane.sheet()
    looks = Looks.of(match["what"])
    boxes = sorted((region.box for region in sheet.regions if _is_frame(region, sheet.unit)), key=lambda box: box.x)
    if len(boxes) < 2:
        raise Stuck("I do not see the two boxes.")
    left, right = boxes[0], boxes[-1]
    things = [
        figure for figure in await figures(pane) if not any(box.contains(figure.box.center) for box in (left, right))
    ]
    placed = {left: 0, right: 0}
    for figure in things:
        box = (left if match["side"].lower() == "left" else right) if looks.fits(figure, sheet.unit) else (
            right if match["side"].lower() == "left" else left
        )  # fmt: skip
        await pane.drag(figure.box.center, _slot(box, placed[box], figure), f"Drag the {figure.kind} into its box.")
        placed[box] += 1
    await pane.submit()


async def line(pane: Pane, match: re.Match[str]) -> None:
    """``Draw a vertical line that runs through the dot, then press submit``."""
    sheet = await pane.sheet()
    found = [
        region.box
        for region in sheet.regions
        if region.shape in ("circle", "rectangle")
        and max(region.colour) - min(region.colour) > 60
        and region.box.width < 1.5 * sheet.unit
    ]
    if not found:
        raise Stuck("I see no dot.")
    dot = max(found, key=lambda box: box.area).center
    button = await pane.button("Submit")
    foot = (button if isinstance(button, Rect) else button.box).y if button is not None else pane.body.bottom
    top, bottom = pane.body.y + int(0.6 * sheet.unit), foot - int(1.2 * sheet.unit)
    if match["way"].lower() == "vertical":
        start, end = Point(dot.x, max(top, dot.y - 130)), Point(dot.x, min(bottom, dot.y + 130))
    else:
        start = Point(max(pane.body.x + 12, dot.x - 150), dot.y)
        end = Point(min(pane.body.right - 30, dot.x + 150), dot.y)
    await pane.drag(start, end, f"Draw a {match['way']} line through the dot.")
    await pane.submit()


async def grid(pane: Pane, match: re.Match[str]) -> None:
    """``Click on the grid coordinate (-1,2)``: the axes cross in the middle."""
    dots = [
        region.box for region in (await pane.sheet()).regions if region.shape == "circle" and min(region.colour) < 200
    ]
    columns, rows = _levels([dot.center.x for dot in dots]), _levels([dot.center.y for dot in dots])
    x, y = int(match["x"]), int(match["y"])
    try:
        point = Point(columns[len(columns) // 2 + x], rows[len(rows) // 2 - y])
    except IndexError:
        raise Stuck("I cannot make out the grid.") from None
    await pane.click(point, f"Click ({x}, {y}).")


def _levels(values: list[int]) -> list[int]:
    """The distinct positions, those within a few pixels taken together."""
    levels: list[list[int]] = []
    for value in sorted(values):
        if levels and value - levels[-1][-1] <= 8:
            levels[-1].append(value)
        else:
            levels.append([value])
    return [round(sum(level) / len(level)) for level in levels]


async def _round(pane: Pane) -> Region:
    sheet = await pane.sheet()
    round_ones = [
        region for region in sheet.regions if region.shape == "circle" and region.box.width > 1.2 * sheet.unit
    ]
    if not round_ones:
        raise Stuck("I see no circle.")
    return max(round_ones, key=lambda region: region.box.area)


def _is_frame(region: Region, unit: float) -> bool:
    return (
        region.shape == "rectangle"
        and min(region.colour) > 240
        and 4 * unit < region.box.width
        and region.box.height > 3 * unit
    )


def _slot(box: Rect, index: int, figure: Figure) -> Point:
    """Places in a box, one beside the other."""
    width = max(20, figure.box.width)
    across = max(1, (box.width - 20) // (width + 6))
    return Point(
        min(box.right - width // 2 - 6, box.x + 10 + width // 2 + (index % across) * (width + 6)),
        min(box.bottom - width // 2 - 6, box.y + 10 + width // 2 + (index // across) * (width + 6)),
    )


_AREA = r"(?:text ?area|text ?box|box|panel|picture|image|field|area)"
RESIZE = (
    rf"(?:resize|stretch|drag|make|enlarge|shrink|pull|size) <the>{_AREA}\b[^\"]*?\b(?P<way>wider|taller|larger|bigger|narrower|smaller|shorter|higher|lower)\b",
    rf"(?P<way>enlarge|shrink) <the>{_AREA}\b",
)


async def resize(pane: Pane, match: re.Match[str]) -> None:
    """``Make the text area taller``: by the handle at its lower right corner."""
    sheet = await pane.sheet()
    boxes = [thing.box for thing in sheet.of("card", "area", "field") if thing.box.height > 1.8 * sheet.unit]
    if not boxes:
        raise Stuck("I see nothing to resize.")
    box = max(boxes, key=lambda each: each.area)
    way = match["way"].lower()
    step = int(2.5 * sheet.unit)
    dx = (
        step
        if way in ("wider", "larger", "bigger", "enlarge")
        else -step
        if way in ("narrower", "smaller", "shrink")
        else 0
    )
    dy = (
        step if way in ("taller", "higher", "larger", "bigger", "enlarge")
        else -step if way in ("shorter", "lower", "smaller", "shrink") else 0
    )  # fmt: skip
    grip = max(3, int(0.2 * sheet.unit))
    start = Point(box.right - grip, box.bottom - grip)
    end = Point(min(pane.body.right - 6, max(box.x + 20, start.x + dx)), min(pane.body.bottom - 6, start.y + dy))
    await pane.drag(start, end, f"Drag the corner to make it {way}.")
    await pane.submit()
