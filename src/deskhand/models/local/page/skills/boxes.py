"""Grids of boxes to tick and rows of choices."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TypeVar

import numpy as np

from deskhand.models.local.hand import Stuck
from deskhand.models.local.layout import same_row
from deskhand.models.local.page import naming
from deskhand.models.local.page.pane import Pane
from deskhand.models.local.page.sheet import Thing
from deskhand.models.local.page.skills import alike
from deskhand.screen.geometry import Rect


async def draw(pane: Pane, match: re.Match[str]) -> None:
    """``Draw the number "2" in the checkboxes using the example on the right``: its light squares are to be ticked."""
    sheet = await pane.sheet()
    middle = pane.body.x + pane.body.width // 2
    boxes = [thing for thing in sheet.of("checkbox") if thing.box.center.x < middle]
    rows = _rows(boxes, lambda thing: thing.box)
    samples = [
        region.box
        for region in sheet.regions
        if region.box.center.x > middle and 0.7 * sheet.unit < region.box.width < 2.2 * sheet.unit
        and abs(region.box.width - region.box.height) < 0.3 * sheet.unit
    ]  # fmt: skip
    example = _rows(samples, lambda box: box)
    if not rows or not example:
        raise Stuck("I see no boxes, or no example to draw.")
    wanted: list[Thing] = []
    for number, row in enumerate(rows):
        pattern = example[number] if number < len(example) else []
        columns = _columns([box.center.x for line in example for box in line])
        for box in pattern:
            column = min(range(len(columns)), key=lambda index: abs(columns[index] - box.center.x))
            patch = sheet.picture[box.y + 4 : box.bottom - 4, box.x + 4 : box.right - 4]
            if column < len(row) and patch.size and float(np.median(patch)) > 180:
                wanted.append(row[column])
    for thing in wanted:
        await pane.click(thing, "Tick a box of the figure.")
    await pane.submit()


T = TypeVar("T")


def _rows(things: Sequence[T], box: Callable[[T], Rect]) -> list[list[T]]:
    """Rows from top to bottom, each from left to right."""
    rows: list[list[T]] = []
    for thing in sorted(things, key=lambda thing: box(thing).center.y):
        if rows and same_row(box(rows[-1][0]), box(thing)):
            rows[-1].append(thing)
        else:
            rows.append([thing])
    return [sorted(row, key=lambda thing: box(thing).x) for row in rows]


def _columns(xs: list[int]) -> list[int]:
    levels: list[list[int]] = []
    for x in sorted(xs):
        if levels and x - levels[-1][-1] <= 12:
            levels[-1].append(x)
        else:
            levels.append([x])
    return [round(sum(level) / len(level)) for level in levels]


async def odd_or_even(pane: Pane, match: re.Match[str]) -> None:
    """``Mark the numbers below as odd or even``: a button on each side of each number."""
    sheet = await pane.sheet()
    buttons = sheet.of("button")
    numbers = [line for line in sheet.lines if re.fullmatch(r"[-−–]?\s?\d+", line.text.strip())]
    for line in numbers:
        odd = int(re.findall(r"\d+", line.text)[0]) % 2 == 1
        name = "Odd" if odd else "Even"
        near = [b for b in buttons if same_row(b.box, line.box) and b.named(name) > 0.8]
        if near:
            await pane.click(near[0], f"{line.text} is {name.lower()}.")
    await pane.submit()


async def similar(pane: Pane, match: re.Match[str]) -> None:
    """``Select words similar to water, depraved, kill and click Submit``."""
    boxes = await pane.things("checkbox")
    for word in naming.listed(match["words"]):
        exact = naming.best(boxes, word)
        chosen = exact or alike.closest(word, boxes)
        if chosen is not None:
            await pane.click(chosen, f"“{chosen.text}” is like “{word}”.")
    await pane.submit()
