"""What a cropped line says: the CTC recognition network, in batches of similar width.

The usual pipeline pads every crop to 320 pixels, which for a desktop's short labels is three quarters of the work; here
crops are sorted into width buckets. The network's time steps (8 pixels each at its height of 48) also say where each
character stands, which is kept: a menu bar is one line to the detector, but six things to click.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from deskhand.vision.picture import Picture

HEIGHT = 48
BUCKET = 32
"""Widths are rounded up to this, so that few shapes exist and the memory arena stays small."""
MAX_WIDTH = 1600
BATCH_PIXELS = 48 * 2400
"""At most this many pixels in one batch: it bounds the memory of the widest activations."""


@dataclass(frozen=True, slots=True)
class Reading:
    text: str
    confidence: float
    centers: tuple[float, ...]
    """For each character its horizontal centre as a fraction of the crop's width."""


NOTHING = Reading("", 0.0, ())


class Recognizer:
    """Text of crops."""

    def __init__(self, session: Any) -> None:
        self._session = session
        self._input = session.get_inputs()[0].name
        characters = session.get_modelmeta().custom_metadata_map["character"].split("\n")
        self._characters = ["", *characters, " "]

    def recognize(self, crops: list[Picture]) -> list[Reading]:
        """One reading for each crop, in order."""
        readings = [NOTHING] * len(crops)
        scaled = [(index, _scale(crop)) for index, crop in enumerate(crops) if crop.size]
        scaled.sort(key=lambda item: item[1].shape[1])
        start = 0
        while start < len(scaled):
            stop = start + 1
            while stop < len(scaled):
                width = _bucket(scaled[stop][1].shape[1])
                narrowest = scaled[start][1].shape[1]
                if width > narrowest * 1.3 + BUCKET or (stop + 1 - start) * width * HEIGHT > BATCH_PIXELS:
                    break
                stop += 1
            group = scaled[start:stop]
            for (index, _), reading in zip(group, self._batch([image for _, image in group]), strict=True):
                readings[index] = reading
            start = stop
        return readings

    def _batch(self, images: list[Picture]) -> list[Reading]:
        width = _bucket(max(image.shape[1] for image in images))
        values = np.zeros((len(images), 3, HEIGHT, width), np.float32)
        for row, image in enumerate(images):
            values[row, :, :, : image.shape[1]] = (image.astype(np.float32) / 127.5 - 1.0).transpose(2, 0, 1)[::-1]
        probabilities = self._session.run(None, {self._input: values})[0]
        best = probabilities.argmax(axis=2)
        sure = np.take_along_axis(probabilities, best[:, :, None], axis=2)[:, :, 0]
        return [self._decode(best[row], sure[row], width / image.shape[1]) for row, image in enumerate(images)]

    def _decode(self, best: NDArray[np.int64], sure: NDArray[np.float32], stretch: float) -> Reading:
        """CTC: runs of the same class are one character, blanks part them. ``stretch``: padded over real width."""
        steps = len(best)
        text: list[str] = []
        scores: list[float] = []
        centers: list[float] = []
        start = 0
        while start < steps:
            stop = start + 1
            while stop < steps and best[stop] == best[start]:
                stop += 1
            if best[start] != 0:
                text.append(self._characters[int(best[start])])
                scores.append(float(sure[start:stop].max()))
                weights = sure[start:stop]
                middle = float((np.arange(start, stop) * weights).sum() / weights.sum()) + 0.5
                centers.append(min(1.0, middle / steps * stretch))
            start = stop
        if not text:
            return NOTHING
        return Reading("".join(text), float(np.mean(scores)), tuple(centers))


def _bucket(width: int) -> int:
    return -(-width // BUCKET) * BUCKET


def _scale(crop: Picture) -> Picture:
    height, width = crop.shape[:2]
    wanted = min(MAX_WIDTH, max(8, round(width * HEIGHT / height)))
    return np.asarray(cv2.resize(crop, (wanted, HEIGHT), interpolation=cv2.INTER_CUBIC), np.uint8)
