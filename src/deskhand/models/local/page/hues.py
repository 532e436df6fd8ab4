"""What people call a colour: by its hue, where it is vivid at all.

"Blue" on a page is seldom (0, 0, 255): a chip of (51, 102, 204) was as far from it as a grey, and none was found.
"""

from __future__ import annotations

import colorsys

from deskhand.vision.regions import Colour

_BANDS: tuple[tuple[int, tuple[str, ...]], ...] = (
    (12, ("red", "maroon")),
    (42, ("orange", "brown")),
    (68, ("yellow", "olive")),
    (165, ("green", "lime", "olive", "teal")),
    (195, ("cyan", "aqua", "teal", "turquoise")),
    (255, ("blue", "navy")),
    (292, ("purple", "violet")),
    (345, ("magenta", "fuchsia", "pink", "purple")),
    (361, ("red", "maroon", "pink")),
)
"""Up to that hue, in degrees, a vivid colour bears these names."""


def called(colour: Colour) -> tuple[str, ...]:
    """The names that fit, the likeliest first."""
    hue, vivid, light = colorsys.rgb_to_hsv(*(part / 255 for part in colour))
    if light < 0.22:
        return ("black",)
    if vivid < 0.15:
        return ("white",) if light > 0.93 else ("gray", "grey", "silver")
    names = next(names for end, names in _BANDS if hue * 360 < end)
    if names[0] == "orange" and light < 0.7:
        return ("brown",)
    if names[0] in ("red", "orange") and vivid < 0.5 and light > 0.85:
        return ("pink", *names)
    return names
