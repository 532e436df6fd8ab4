"""Widgets by a small network of our own: what has no border, what a flat design hides, and the states of things.

Straight borders and outlines (`widgets`, `toggles`) miss underlined fields, pills, switches, sliders and ghost buttons,
and cannot say what a box is for. The network (1 million weights, made by ``training/detector``) gives for each cell of
8×8 pixels how much it is the middle of a thing of each of 17 types, where its sides are, and whether it is checked,
focused or disabled. What it finds is put together with what the rules find in `joined`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, cast

import cv2
import numpy as np
from numpy.typing import NDArray

from deskhand.screen.geometry import Rect, Size
from deskhand.vision.picture import Picture
from deskhand.vision.scene import Role

STRIDE = 8
MULTIPLE = 64
"""The deepest cell is so wide: pictures are filled up to a multiple of it."""
ENOUGH: dict[Role, float] = {
    "button": 0.30,
    "field": 0.30,
    "area": 0.36,
    "checkbox": 0.50,
    "radio": 0.39,
    "switch": 0.30,
    "select": 0.30,
    "slider": 0.30,
    "spinner": 0.34,
    "tab": 0.45,
    "item": 0.30,
    "row": 0.47,
    "link": 0.44,
    "icon": 0.38,
    "image": 0.30,
    "scrollbar": 0.37,
    "header": 0.37,
}
"""The score from which on a guess is taken: about 85 % of what is said is then so (``training/detector/thresholds.py``;
of check boxes less, for their outline is looked at again)."""
SAME = 0.45
"""Of two guesses that share so much (IoU) the surer one stays …"""
NEAR = 0.5
"""… and of two of one role whose middles are nearer than this part of the smaller one's sides."""
CONTEXT = 160
"""Pixels around a change that are looked at with it."""
EDGE = 6


@dataclass(frozen=True, slots=True)
class Seen:
    role: Role
    box: Rect
    score: float
    """0 to 1."""
    checked: float
    focused: float
    disabled: float


class WidgetDetector:
    """Safe for several threads at once."""

    def __init__(self, session: Any, at_least: float | None = None) -> None:
        """``at_least``: one score for all roles instead of `ENOUGH`."""
        self._session = session
        self._at_least = at_least
        self._roles = [cast(Role, name) for name in session.get_modelmeta().custom_metadata_map["types"].split(",")]

    def find(self, picture: Picture, area: Rect | None = None) -> list[Seen]:
        """The widgets of ``picture``, or of a part of it, in picture pixels."""
        height, width = picture.shape[:2]
        part = area or Rect(0, 0, width, height)
        cut = picture[part.y : part.bottom, part.x : part.right]
        more_y, more_x = -cut.shape[0] % MULTIPLE, -cut.shape[1] % MULTIPLE
        whole = cv2.copyMakeBorder(cut, 0, more_y, 0, more_x, cv2.BORDER_REPLICATE)
        types, box, states = self._session.run(None, {"picture": np.ascontiguousarray(whole)})
        return self._decoded(types, box, states, part)

    def find_again(self, picture: Picture, before: Sequence[Seen], areas: Sequence[Rect]) -> list[Seen]:
        """The widgets of a picture that differs only in ``areas`` from the one on which ``before`` were found."""
        size = Size(picture.shape[1], picture.shape[0])
        kept = list(before)
        for area in areas:
            around = area.grow(CONTEXT)
            # On the same grid of cells as the whole picture: what did not change is then seen as before.
            left, top = around.x // MULTIPLE * MULTIPLE, around.y // MULTIPLE * MULTIPLE
            part = Rect.from_corners(left, top, around.right, around.bottom).clip(size)
            if part is None:
                continue
            kept = [seen for seen in kept if not seen.box.intersect(area) or _is_cut(seen.box, part, size)]
            for seen in self.find(picture, part):
                inside = seen.box.intersect(area) and not _is_cut(seen.box, part, size)
                if inside and not any(_share(seen.box, other.box) > SAME for other in kept):
                    kept.append(seen)
        return kept

    def _decoded(
        self, types: NDArray[np.float32], box: NDArray[np.float32], states: NDArray[np.float32], part: Rect
    ) -> list[Seen]:
        scores = types.max(axis=0)
        floor = np.array([ENOUGH[role] if self._at_least is None else self._at_least for role in self._roles])
        rows, columns = np.nonzero(scores >= floor[types.argmax(axis=0)])
        found: list[Seen] = []
        for index in np.argsort(-scores[rows, columns], kind="stable"):
            row, column = int(rows[index]), int(columns[index])
            left, top, right, bottom = (float(v) * STRIDE for v in box[:, row, column])
            x, y = (column + 0.5) * STRIDE, (row + 0.5) * STRIDE
            place = Rect.from_corners(
                part.x + max(0, round(x - left)),
                part.y + max(0, round(y - top)),
                part.x + min(part.width, round(x + right)),
                part.y + min(part.height, round(y + bottom)),
            )
            role = self._roles[int(types[:, row, column].argmax())]
            if place.width < 4 or place.height < 4 or any(_is_same(role, place, other) for other in found):
                continue
            checked, focused, disabled = (float(v) for v in states[:, row, column])
            found.append(Seen(role, place, float(scores[row, column]), checked, focused, disabled))
        return found


def _is_same(role: Role, box: Rect, other: Seen) -> bool:
    if _share(box, other.box) > SAME:
        return True
    across, down = abs(box.center.x - other.box.center.x), abs(box.center.y - other.box.center.y)
    near_x, near_y = (NEAR * min(a, b) for a, b in zip(_size(box), _size(other.box), strict=True))
    return role == other.role and across <= near_x and down <= near_y


def _size(box: Rect) -> tuple[int, int]:
    return box.width, box.height


def _is_cut(box: Rect, part: Rect, size: Size) -> bool:
    """Whether a box reaches the edge of the part looked at, where the picture goes on."""
    return (
        (box.x < part.x + EDGE and part.x > 0)
        or (box.y < part.y + EDGE and part.y > 0)
        or (box.right > part.right - EDGE and part.right < size.width)
        or (box.bottom > part.bottom - EDGE and part.bottom < size.height)
    )


def _share(one: Rect, other: Rect) -> float:
    shared = one.intersect(other)
    return shared.area / (one.area + other.area - shared.area) if shared else 0.0
