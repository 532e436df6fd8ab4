"""What has been read off pictures lately, whoever read it: the same pixels say the same.

A window that its program says nothing about is read as a whole while the model thinks, and a click into it read 920×220
pixels of it again, 300 to 700 ms before the act. Now the part is taken out of the whole wherever its pixels are still
what they were.
"""

from __future__ import annotations

from collections import deque

import numpy as np

from deskhand.screen.geometry import Rect, Size
from deskhand.vision.picture import Picture
from deskhand.vision.scene import Scene

KEPT = 8
"""Windows whose latest reading is kept, of all runs of a process: 3 MB each."""
_READ: deque[tuple[Rect, Picture, Scene]] = deque(maxlen=KEPT)


def remember(box: Rect, cut: Picture, scene: Scene) -> None:
    """``scene``, in the screen's pixels, was read off ``cut``, which is what stood at ``box``."""
    _READ.append((box, cut, scene))


def recall(picture: Picture, part: Rect) -> Scene | None:
    """What stands in ``part`` of ``picture``, where that has been read before; None where it has not."""
    now = picture[part.y : part.bottom, part.x : part.right]
    for box, cut, scene in reversed(tuple(_READ)):
        if part.intersect(box) != part:
            continue
        top, left = part.y - box.y, part.x - box.x
        if np.array_equal(cut[top : top + part.height, left : left + part.width], now):
            return _within(scene, part, Size(picture.shape[1], picture.shape[0]))
    return None


def _within(scene: Scene, part: Rect, size: Size) -> Scene:
    texts = tuple(line for line in scene.texts if part.contains(line.box.center))
    widgets = tuple(widget for widget in scene.widgets if part.contains(widget.box.center))
    return Scene(size, texts, widgets)
