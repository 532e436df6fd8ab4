# ruff: noqa: E501 - a pattern is read more easily in one line
"""Things told by how dark or light they are among others of their size: the darkest square, the palest colour."""

from __future__ import annotations

import re

from deskhand.models.local.page.drawn import alike, drawn_things
from deskhand.models.local.page.sheet import Sheet
from deskhand.models.local.page.telling import said
from deskhand.screen.geometry import Rect
from deskhand.vision.regions import Colour

_SHADE = re.compile(
    r"^(?:on )?(?:the )?(?P<what>[\w ]*?) ?(?:with the )?(?P<way>(?P<dark>darkest|deepest)|lightest|palest|brightest|faintest)(?: (?P<rest>[\w -]+))?$",
    re.IGNORECASE,
)


def by_shade(sheet: Sheet, words: str) -> Rect | None:
    """ "The darkest square": of at least three drawn things of one size; None where nothing of the kind is told."""
    found = _SHADE.match(words.strip(" ."))
    if found is None:
        return None
    told = said(f"{found['what'] or ''} {found['rest'] or ''}")
    if not told.shapes and not told.colour:
        return None
    regions = drawn_things(sheet, (), told.colour)
    boxes = alike([region.box for region in regions])
    if len(boxes) < 3:
        return None
    group = [region for region in regions if region.box in boxes]
    return (min if found["dark"] else max)(group, key=lambda region: _light(region.colour)).box


def _light(colour: Colour) -> float:
    red, green, blue = colour
    return 0.3 * red + 0.59 * green + 0.11 * blue
