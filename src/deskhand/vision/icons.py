"""Small pictures without text: toolbar icons, desktop icons, the marks in window buttons."""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np
from numpy.typing import NDArray

from deskhand.screen.geometry import Rect
from deskhand.vision.picture import Picture

SMALLEST, LARGEST = 8, 72
EDGE = 30
NEAR = 5
"""Parts of one icon lie closer than this; icons of a toolbar lie farther apart."""
MANY_COLOURS = 14.0
"""Text is two colours and their blends, which lie on a line in colour space: this is how far (of 255, root mean square)
the pixels of a picture lie off the best such line; of subpixel-smoothed text it is below 10."""


def find_icons(edges: NDArray[np.uint8], taken: Sequence[Rect], boxes: Sequence[Rect]) -> list[Rect]:
    """Compact patches of edges outside ``taken`` (texts, other marks); the borders of ``boxes`` are not edges."""
    strong = (edges > EDGE).astype(np.uint8)
    for rect in taken:
        strong[max(0, rect.y - 2) : rect.bottom + 2, max(0, rect.x - 2) : rect.right + 2] = 0
    for box in boxes:
        for ring in (box, box.grow(-1), box.grow(-2), box.grow(1)):
            if ring.width > 4 and ring.height > 4:
                cv2.rectangle(strong, (ring.x, ring.y), (ring.right - 1, ring.bottom - 1), 0, 1)
    joined = cv2.morphologyEx(strong, cv2.MORPH_CLOSE, np.ones((NEAR, NEAR), np.uint8)).astype(np.uint8)
    _, _, stats, _ = cv2.connectedComponentsWithStats(joined, connectivity=8)
    icons: list[Rect] = []
    for row in stats[1:]:
        x, y, w, h, area = (int(v) for v in row)
        compact = max(w, h) <= 2.5 * min(w, h)
        if min(w, h) >= SMALLEST and max(w, h) <= LARGEST and compact and area >= 0.25 * w * h:
            icons.append(Rect(x, y, w, h))
    return icons


def is_colourful(crop: Picture) -> bool:
    """A picture rather than text: its pixels are more than two colours and their blends."""
    if crop.size == 0:
        return False
    points = crop.reshape(-1, 3).astype(np.float32)
    points = points - points.mean(axis=0)
    spread = np.linalg.eigvalsh(points.T @ points / len(points))
    return bool(np.sqrt(max(0.0, float(spread[0] + spread[1]))) > MANY_COLOURS)
