"""What an icon without words stands for: a magnifying glass is *search*, a floppy disk is *save*.

Of the things on a tool bar most have no text, and an instruction calls them by what they do. A small convolutional
network (0.1 million weights, made by ``training/icons`` from ten icon sets and the themes of a Debian desktop) tells
some seventy ideas from each other and from everything else.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from deskhand.screen.geometry import Rect
from deskhand.vision.marks import ink_strength
from deskhand.vision.picture import Picture

SIDE = 24
"""A drawing is scaled into a square of so many pixels, with `RIM` around it."""
RIM = 2
SURE = 0.6
OTHER = "other"
AT_A_TIME = 64
REMEMBERED = 2000
"""Icons whose meaning is kept by their pixels: most of a screen is as it was."""


def patch(crop: Picture) -> NDArray[np.float32] | None:
    """The ink of ``crop`` (an icon with some background around it) in a square, 0 to 1; None without ink."""
    strength = ink_strength(crop) if crop.size and min(crop.shape[:2]) > 2 else None
    if strength is None:
        return None
    height, width = strength.shape
    longest = max(height, width)
    w, h = max(1, round(width * SIDE / longest)), max(1, round(height * SIDE / longest))
    method = cv2.INTER_AREA if w < width else cv2.INTER_LINEAR
    whole = np.zeros((SIDE + 2 * RIM, SIDE + 2 * RIM), np.float32)
    top, left = (whole.shape[0] - h) // 2, (whole.shape[1] - w) // 2
    whole[top : top + h, left : left + w] = cv2.resize(strength, (w, h), interpolation=method)
    return whole


class IconReader:
    def __init__(self, session: Any) -> None:
        self._session = session
        self._memory: dict[tuple[int, int, bytes], str] = {}
        self._ideas = session.get_modelmeta().custom_metadata_map["ideas"].split(",")

    def read(self, picture: Picture, boxes: Sequence[Rect]) -> list[str]:
        """For each box what its icon stands for; empty where that is not sure."""
        crops = [_cut(picture, box) for box in boxes]
        keys = [(*crop.shape[:2], crop.tobytes()) for crop in crops]
        new = {
            key: made
            for key, crop in zip(keys, crops, strict=True)
            if key not in self._memory
            for made in [patch(crop)]
        }
        if len(self._memory) + len(new) > REMEMBERED:
            self._memory = {key: self._memory[key] for key in keys if key in self._memory}
        inked = [(key, made) for key, made in new.items() if made is not None]
        self._memory.update(dict.fromkeys(new, ""))
        for start in range(0, len(inked), AT_A_TIME):
            some = inked[start : start + AT_A_TIME]
            chances = self._session.run(None, {"patches": np.stack([made for _, made in some])[:, None]})[0]
            for (key, _), row in zip(some, chances, strict=True):
                best = int(row.argmax())
                if row[best] >= SURE and self._ideas[best] != OTHER:
                    self._memory[key] = self._ideas[best]
        return [self._memory[key] for key in keys]


def _cut(picture: Picture, box: Rect) -> Picture:
    grown = box.grow(2)
    return picture[max(0, grown.y) : grown.bottom, max(0, grown.x) : grown.right]
