"""Drawn things on a page: patches of colour that are no letters, by shape, by colour and by being outlines only."""

from __future__ import annotations

import colorsys
from collections.abc import Sequence

from deskhand.models.local.layout import in_reading_order, inside
from deskhand.models.local.page.hues import called
from deskhand.models.local.page.sheet import Sheet
from deskhand.models.local.page.words import COLOURS
from deskhand.screen.geometry import Rect
from deskhand.vision.regions import Colour, Region, Shape


def drawn_things(sheet: Sheet, shapes: Sequence[Shape] = (), colour: str = "") -> list[Region]:
    """Coloured patches that are no letters, of these shapes and that colour, in reading order; a thing that lies in
    another of its own colour family is a part of it. Where a colour is told, a frame of it is not its face."""
    texts = [line.box.grow(2) for line in sheet.lines if len(line.text.strip()) > 1]
    found: list[Region] = []
    for region in sheet.regions:  # largest first
        box = region.box
        if max(box.width, box.height) < 0.3 * sheet.unit or min(box.width, box.height) < 3:
            continue
        if min(region.colour) >= 235 and colour != "white":
            continue
        vivid = max(region.colour) - min(region.colour) > 90
        if (
            any(inside(box, text, 2) for text in texts)
            and box.width < 2 * sheet.unit
            and not (vivid and region.area > 60)
        ):
            continue
        if region.area < 0.3 * region.filled and box.area > 40 * sheet.unit**2:
            continue  # the border of something large
        twin = next(
            (
                other for other in found
                if _twins(box, other.box) and not (colour and colour_distance(region.colour, other.colour) > 0.3)
            ),
            None,
        )  # fmt: skip
        if twin is None:
            found.append(region)
        elif region.area > twin.area:  # a face and its border: the face
            found[found.index(twin)] = region
    if colour:
        found = _coloured(found, colour)
    if shapes:
        fitting = [region for region in found if region.shape in shapes and _square_enough(region, shapes)]
        found = fitting or found if colour else fitting
    return in_reading_order(found, lambda region: region.box)


def is_hollow(region: Region) -> bool:
    """Whether it is a border around something else."""
    return region.area < 0.6 * region.filled


def _square_enough(region: Region, shapes: Sequence[Shape]) -> bool:
    if tuple(shapes) != ("rectangle",):
        return True
    return 0.8 < region.box.width / max(1, region.box.height) < 1.25


def _twins(one: Rect, other: Rect) -> bool:
    shared = one.intersect(other)
    return shared is not None and shared.area > 0.7 * max(one.area, other.area)


def _coloured(regions: list[Region], name: str) -> list[Region]:
    """Those whose colour people would call so: by the hue first, since "red" is many reds."""
    scored = [(colour_distance(region.colour, COLOURS[name]), region) for region in regions]
    near = [pair for pair in scored if pair[0] < 0.36]
    if not near:
        scored = [pair for pair in scored if name in called(pair[1].colour)]
        least = min((pair[0] for pair in scored), default=0.0)
        return [region for far, region in scored if far <= least + 0.16]  # a greyish one is meant where none is better
    least = min(pair[0] for pair in near)
    return [region for far, region in near if far <= max(least + 0.16, 0.12)]


def colour_distance(one: Colour, other: Colour) -> float:
    """0 the same, 1 nothing alike; hue counts where there is any."""
    (h1, s1, v1), (h2, s2, v2) = (colorsys.rgb_to_hsv(*(part / 255 for part in colour)) for colour in (one, other))
    hue = min(abs(h1 - h2), 1 - abs(h1 - h2)) * 2
    vivid = min(s1 * v1, s2 * v2)
    return min(1.0, 2.2 * hue * min(1.0, 1.6 * vivid) + 0.5 * abs(s1 * v1 - s2 * v2) + 0.35 * abs(v1 - v2))


def stroke(sheet: Sheet) -> Rect | None:
    """The longest line that is drawn: thin, or filling little of its box."""
    texts = [line.box.grow(3) for line in sheet.lines]
    drawn = [
        region.box for region in sheet.regions
        if max(region.box.width, region.box.height) > 1.5 * sheet.unit and min(region.colour) < 195
        and (min(region.box.width, region.box.height) < 8 or region.filled < 0.3 * region.box.area)
        and not any(inside(region.box, text, 2) for text in texts)
    ]  # fmt: skip
    return max(drawn, key=lambda box: max(box.width, box.height), default=None)


def alike(boxes: Sequence[Rect]) -> list[Rect]:
    """The most of ``boxes`` that have one size, where there are two or more: the pins of a map, squares of a scale."""
    groups = [
        [
            box
            for box in boxes
            if abs(box.width - one.width) <= 0.2 * one.width + 3
            and abs(box.height - one.height) <= 0.2 * one.height + 3
        ]
        for one in boxes
    ]
    most = max(groups, key=len, default=[])
    return most if len(most) > 1 else []
