"""Pictures as this room takes them: 8-bit RGB arrays of shape (height, width, 3)."""

from __future__ import annotations

from typing import TypeAlias

import cv2
import numpy as np
from numpy.typing import NDArray

from deskhand.vision.errors import VisionError

Picture: TypeAlias = NDArray[np.uint8]
Mask: TypeAlias = NDArray[np.bool_]


def as_picture(source: Picture | bytes) -> Picture:
    """An RGB picture from PNG bytes, or from an array that is grey, RGB or RGBA; VisionError for anything else."""
    if isinstance(source, bytes | bytearray | memoryview):
        decoded = cv2.imdecode(np.frombuffer(source, np.uint8), cv2.IMREAD_COLOR) if len(source) else None
        if decoded is None:
            raise VisionError("this is not a picture that can be read: PNG or JPEG bytes are expected")
        return np.ascontiguousarray(decoded[:, :, ::-1], dtype=np.uint8)
    if source.dtype != np.uint8 or source.size == 0:
        raise VisionError(f"a picture is an array of 8-bit values, not {source.dtype} of shape {source.shape}")
    match source.shape:
        case (_, _):
            return np.repeat(source[:, :, None], 3, axis=2)
        case (_, _, 3):
            return np.ascontiguousarray(source)
        case (_, _, 4):
            return np.ascontiguousarray(source[:, :, :3])
        case _:
            raise VisionError(f"a picture has the shape (height, width, 3), not {source.shape}")
