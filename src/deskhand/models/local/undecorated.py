"""Windows without a title in their bar: found as what stands on the bare desktop.

A program that draws its own bar may put tabs, a field or nothing into it where others have a title. Of 37 programs two
did, and for both the whole screen seemed empty, so that they were started a second time.
"""

from __future__ import annotations

import cv2
import numpy as np

from deskhand.models.local.windows import Window
from deskhand.screen.geometry import Rect
from deskhand.vision.picture import Picture
from deskhand.vision.scene import Scene

PANEL = 48
"""Pixels at the foot of the screen that belong to the desktop."""
BAR = 44
"""Pixels of the bar that such a window is taken to have."""
SMALLEST = 180
"""Pixels that it measures each way at least."""
MARGIN = 8
"""Looked-at columns at the left and the right edge of the screen, where the desktop shows most likely."""
BARE = 0.4
"""Of them that must show the bare desktop, of one colour, or nothing can be told."""
SOLID = 0.93
"""Of its box that a window fills."""
STEP = 4
"""Every so manieth pixel is looked at: all of them would take 0.2 s a screen."""
WORD = 20
"""Pixels between two words of one of the panel's buttons, at most: between two buttons stands a picture."""
FRAME = 3
"""Looked-at pixels of gaps in a frame that are closed."""


def undecorated(pixels: Picture, scene: Scene, found: tuple[Window, ...]) -> Window | None:
    """The one large thing on the desktop that is none of the windows found."""
    height, width = pixels.shape[:2]
    screen = pixels[: height - PANEL : STEP, ::STEP]
    edges = np.concatenate([screen[:, :MARGIN], screen[:, -MARGIN:]], axis=1)  # a window may be larger than the rest
    coarse = (edges // 8).astype(np.int64)
    counts = np.bincount((coarse[..., 0] * 1024 + coarse[..., 1] * 32 + coarse[..., 2]).ravel(), minlength=1)
    common = int(counts.argmax())
    if counts[common] < BARE * counts.sum():
        return None
    ground = np.array([common // 1024, common // 32 % 32, common % 32], np.int16) * 8 + 4
    covered = (np.abs(screen.astype(np.int16) - ground).max(axis=2) > 14).astype(np.uint8)
    whole = cv2.morphologyEx(covered, cv2.MORPH_CLOSE, np.ones((FRAME, FRAME), np.uint8))
    _, _, stats, _ = cv2.connectedComponentsWithStats(whole)
    boxes: list[Rect] = []
    for row in stats[1:]:
        box = Rect(*(int(value) * STEP for value in row[:4]))
        if box.width >= SMALLEST and box.height >= SMALLEST // 2 and int(row[4]) * STEP**2 >= SOLID * box.area:
            boxes.append(box)
    alone = [box for box in boxes if not any(window.box.intersect(box) for window in found)]
    if len(alone) != 1:
        return None
    box = alone[0]
    title = _in_panel(scene, Rect(0, height - PANEL, width, PANEL), found)
    if not title:
        return None  # no window that the panel knows: a page that fills the screen has large things of its own
    return Window(title, Rect(box.x, box.y, box.width, min(BAR, box.height // 3)), box)


def _in_panel(scene: Scene, panel: Rect, found: tuple[Window, ...]) -> str:
    """What the panel calls it, where only one of its buttons is left over."""
    words = sorted(
        (
            line
            for line in scene.texts
            if panel.contains(line.box.center) and 124 < line.box.x < panel.right - 80 and len(line.text) > 2
        ),
        key=lambda line: line.box.x,
    )
    lines: list[str] = []
    end = 0
    for line in words:  # one button's words may be read in two
        if lines and line.box.x - end < WORD:
            lines[-1] = f"{lines[-1]} {line.text}"
        else:
            lines.append(line.text)
        end = line.box.right
    left = [text for text in lines if not any(text[:8] in window.title for window in found)]
    return left[0] if len(left) == 1 else ""
