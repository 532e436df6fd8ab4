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
AT_LEAST = 0.35
SAME = 0.5
"""Of two guesses that share so much (IoU) the surer one stays."""
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

    def __init__(self, session: Any) -> None:
        self._session = session
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
            part = area.grow(CONTEXT).clip(size)
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
        rows, columns = np.nonzero(scores > AT_LEAST)
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
            if place.width < 4 or place.height < 4 or any(_share(place, other.box) > SAME for other in found):
                continue
            role = self._roles[int(types[:, row, column].argmax())]
            checked, focused, disabled = (float(v) for v in states[:, row, column])
            found.append(Seen(role, place, float(scores[row, column]), checked, focused, disabled))
        return found


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
