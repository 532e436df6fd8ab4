"""A smaller picture for a model, made as sharp as can be. At the host only: it needs OpenCV."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from deskhand.screen.geometry import Size
from deskhand.screen.png import encode, png_size


def decode(png: bytes) -> NDArray[np.uint8]:
    """Rows × columns × (blue, green, red); ValueError when it is no picture."""
    pixels = cv2.imdecode(np.frombuffer(png, np.uint8), cv2.IMREAD_COLOR)
    if pixels is None:
        raise ValueError("this is not a picture")
    return np.asarray(pixels, np.uint8)


def resize(png: bytes, size: Size) -> bytes:
    """The picture at ``size``; the same bytes when it has that size already."""
    if png_size(png) == size:
        return png
    pixels = decode(png)
    shrinks = size.width <= pixels.shape[1] and size.height <= pixels.shape[0]
    method = cv2.INTER_AREA if shrinks else cv2.INTER_CUBIC
    small = cv2.resize(pixels, (size.width, size.height), interpolation=method)
    return encode(np.asarray(cv2.cvtColor(small, cv2.COLOR_BGR2BGRA), np.uint8))
