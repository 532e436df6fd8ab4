"""Which of several places with the same words is a row of a list or a tree.

An outliner shows the node that is marked three times: in its tree, in the title above and in the text beside. What is
to be selected is the row; asking which one was meant stopped a task whose words left nothing open.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from deskhand.models.local import layout
from deskhand.models.local.ground import ENOUGH, Found
from deskhand.screen.geometry import Rect
from deskhand.vision.picture import Picture
from deskhand.vision.scene import Scene

PITCH = 2.2
"""Line heights from one row of a list to the next, at most."""
INDENT = 44
"""Pixels that a row of a tree is set in from the one above, at most."""
SIGN = 30
"""Pixels before a row within which its picture stands."""
COLOURED = 40
"""Steps of 255 between the strongest and the weakest colour of the ground of what is marked."""


COLUMN = 6
"""Pixels by which the words of one column begin apart."""


def called_so(scene: Scene, found: tuple[Found, ...], body: Rect | None) -> tuple[Found, ...]:
    """Without the cells of a column that says the same of several rows, none of which it names: the process “sleep”
    was sought among those whose state reads “Sleeping”."""
    good = [one for one in found if one.score >= ENOUGH]
    if body is None or len(good) < 2:
        return found
    within = [line.box for line in scene.texts if body.contains(line.box.center)]
    said = [
        one
        for one in good
        if any(box.x < one.box.x - COLUMN and layout.same_row(box, one.box) for box in within)
        and any(other is not one and abs(other.box.x - one.box.x) <= COLUMN for other in good)
    ]
    return tuple(one for one in found if one not in said)


def rather_a_row(scene: Scene, pixels: Picture, places: Sequence[Found]) -> Found | None:
    """The only one of ``places`` that looks most like a row; None where none does, or several."""
    told = sorted(((_like_a_row(scene, pixels, place.box), -index) for index, place in enumerate(places)), reverse=True)
    if not told or told[0][0] == 0 or (len(told) > 1 and told[1][0] == told[0][0]):
        return None
    return places[-told[0][1]]


def _like_a_row(scene: Scene, pixels: Picture, box: Rect) -> int:
    near = [
        line.box
        for line in scene.texts
        if line.box != box
        and abs(line.box.x - box.x) <= INDENT
        and 0.5 * box.height < abs(line.box.center.y - box.center.y) <= PITCH * box.height
    ]
    before = Rect(max(0, box.x - SIGN), box.y, SIGN, box.height)
    pictured = any(
        widget.box.width <= SIGN and before.contains(widget.box.center) and widget.box.right <= box.x + 2
        for widget in scene.widgets
    )
    return 2 * marked(pixels, box) + bool(near) + pictured


def marked(pixels: Picture, box: Rect) -> bool:
    """Whether it stands on a coloured ground that ends above and below it: the row that is selected."""
    here = _ground(pixels, box)
    beyond = [_ground(pixels, Rect(box.x, box.y + way * 2 * box.height, box.width, box.height)) for way in (-1, 1)]
    return int(here.max() - here.min()) > COLOURED and all(
        int(np.abs(here - other).max()) > COLOURED for other in beyond
    )


def _ground(pixels: Picture, box: Rect) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    part = pixels[max(0, box.y) : max(1, box.bottom), max(0, box.x) : max(1, box.right)]
    return np.median(part, axis=(0, 1)) if part.size else np.zeros(3)
