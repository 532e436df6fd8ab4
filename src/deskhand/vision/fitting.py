"""A picture file made fit for reading: no larger than the networks bear, no smaller than they can make out."""

from __future__ import annotations

import cv2
import numpy as np

from deskhand.vision.errors import VisionError
from deskhand.vision.picture import as_picture

LARGEST = 1600
"""Pixels of the longer side at most: a photograph of 12 megapixels would take gigabytes to read."""
SMALLEST = 500
"""Below this it is enlarged: letters of eight pixels are overlooked."""


def fitted(source: bytes) -> bytes | None:
    """The picture as a PNG of a size that can be read; None where it is no picture."""
    try:
        image = as_picture(source)
    except (VisionError, cv2.error):
        return None
    longer = max(image.shape[:2])
    scale = LARGEST / longer if longer > LARGEST else 2.0 if longer < SMALLEST else 1.0
    if scale != 1.0:
        how = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
        image = np.asarray(cv2.resize(image, None, fx=scale, fy=scale, interpolation=how), dtype=np.uint8)
    done, packed = cv2.imencode(".png", np.ascontiguousarray(image[:, :, ::-1]))
    return packed.tobytes() if done else None


def colour_at(source: bytes, across: int, down: int) -> tuple[int, int, int] | None:
    """Red, green and blue of one pixel, counted from 0 at the upper left; None where there is none."""
    try:
        image = as_picture(source)
    except (VisionError, cv2.error):
        return None
    height, width = image.shape[:2]
    if not (0 <= across < width and 0 <= down < height):
        return None
    red, green, blue = (int(part) for part in image[down, across])
    return red, green, blue
