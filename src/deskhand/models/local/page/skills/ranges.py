# ruff: noqa: E501 - a pattern is read more easily in one line
"""A span set on one track by its two knobs: the price from 20 to 60."""

from __future__ import annotations

import re

from deskhand.models.local.hand import Stuck
from deskhand.models.local.layout import same_row
from deskhand.models.local.page.pane import Pane
from deskhand.models.local.page.sheet import Thing
from deskhand.models.local.page.skills import sliders
from deskhand.screen.geometry import Point, Rect
from deskhand.vision.scene import TextLine

_UNIT = r"[$€£¥]?"
_TAIL = r"(?: ?(?:%|°C?|degrees|dollars|euros?|pounds|km|years?|cm|kg|minutes|hours))?"
RANGE = (
    rf"(?:set|choose|select|adjust|change|drag|move|put|limit|narrow|make)(?: the)? (?P<label>[\w ]*?)(?: range| span| slider| limits?| filter| knobs?| handles?)*(?: to)?(?: from| between| to)? {_UNIT}(?P<low>\d+){_TAIL} ?(?:to|and|-|–|—|until|up to) ?{_UNIT}(?P<high>\d+){_TAIL}",
)
_TRIES = 6


async def put(pane: Pane, match: re.Match[str]) -> None:
    """``Set the price range from $20 to $60``: each knob dragged as far as its number has to go."""
    low, high = sorted((int(match["low"]), int(match["high"])))
    fields = [thing for thing in await pane.things("field") if thing.box.width > 1.5 * (await pane.sheet()).unit]
    pair = _pair(await sliders.knobs(pane))
    if pair is None and len(fields) > 1:
        for field, value in zip(fields, (low, high), strict=False):
            await pane.fill(field, str(value), clear=bool(field.text))
        return
    if pair is None:
        raise Stuck("I see no two knobs on one track.")
    shown = await _shown(pane)
    order = (1, 0) if shown is not None and low > shown[1] - 1 else (0, 1)  # no knob goes past the other
    for index in order:
        await _one(pane, index, (low, high)[index])


async def _one(pane: Pane, index: int, wanted: int) -> None:
    per_pixel = 0.0
    for _ in range(_TRIES):
        pair, shown = _pair(await sliders.knobs(pane)), await _shown(pane)
        if shown is None:
            raise Stuck("I cannot read what the two knobs are set to.")
        if shown[index] == wanted:
            return
        if pair is None:
            break
        if shown[1] != shown[0] and pair[1].box.center.x != pair[0].box.center.x:
            per_pixel = (shown[1] - shown[0]) / (pair[1].box.center.x - pair[0].box.center.x)
        if per_pixel == 0:
            break
        start = pair[index].box.center
        end = Point(start.x + round((wanted - shown[index]) / per_pixel), start.y)
        await pane.drag(start, end, f"Drag a knob to {wanted}.")
        await pane.hand.took_effect()
    raise Stuck(f"The knob does not go to {wanted}.")


def _pair(knobs: tuple[Thing, ...]) -> tuple[Thing, Thing] | None:
    """Two knobs that are level."""
    for one in knobs:
        other = next((each for each in knobs if each.box.x > one.box.right and same_row(each.box, one.box)), None)
        if other is not None:
            return one, other
    return None


async def _shown(pane: Pane) -> tuple[int, int] | None:
    """The two numbers that the page shows for them: in one line, or in two that are level."""
    lines = sorted(await pane.lines(), key=lambda line: (line.box.y, line.box.x))
    for line in lines:
        found = _numbers(line)
        if len(found) == 2:
            return found[0], found[1]
    single = [(line.box, _numbers(line)) for line in lines if len(_numbers(line)) == 1]
    for box, values in single:
        other = next((more for spot, more in single if spot.x > box.right and same_row(box, spot)), None)
        if other is not None:
            return values[0], other[0]
    return _stacked(single)


def _stacked(single: list[tuple[Rect, list[int]]]) -> tuple[int, int] | None:
    return (single[0][1][0], single[1][1][0]) if len(single) == 2 else None


def _numbers(line: TextLine) -> list[int]:
    return [int(each.replace(",", "")) for each in re.findall(r"(?<![\w.])\d[\d,]*(?![\w.])", line.text)]
