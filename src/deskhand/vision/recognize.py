"""What a cropped line says: the CTC recognition network, in batches of similar width.

The usual pipeline pads every crop to 320 pixels, which for a desktop's short labels is three quarters of the work; here
crops are sorted into width buckets. The network's time steps (8 pixels each at its height of 48) also say where each
character stands, which is kept: a menu bar is one line to the detector, but six things to click. So are the runners-up
of each character: what a line of digits or a Japanese screen cannot contain is decided later, with more context.
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
RUNNERS_UP = 8


@dataclass(frozen=True, slots=True)
class Glyph:
    """One character as the network saw it."""

    character: str
    center: float
    """Horizontal, as a fraction of the crop's width."""
    probability: float
    options: str
    """The likeliest characters at this place, best first; ``character`` is the first."""


@dataclass(frozen=True, slots=True)
class Reading:
    glyphs: tuple[Glyph, ...]
    confidence: float

    @property
    def text(self) -> str:
        return "".join(glyph.character for glyph in self.glyphs)


NOTHING = Reading((), 0.0)


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
        return [self._decode(probabilities[row], width / image.shape[1]) for row, image in enumerate(images)]

    def _decode(self, chances: NDArray[np.float32], stretch: float) -> Reading:
        """CTC: runs of the same class are one character, blanks part them. ``stretch``: padded over real width."""
        best = chances.argmax(axis=1)
        steps = len(best)
        glyphs: list[Glyph] = []
        start = 0
        while start < steps:
            stop = start + 1
            while stop < steps and best[stop] == best[start]:
                stop += 1
            if best[start] != 0:
                weights = chances[start:stop, best[start]]
                middle = float((np.arange(start, stop) * weights).sum() / weights.sum()) + 0.5
                peak = chances[start + int(weights.argmax())]
                likely = np.argpartition(peak, -RUNNERS_UP)[-RUNNERS_UP:]
                options = "".join(self._characters[i] for i in likely[np.argsort(-peak[likely])] if i)
                glyphs.append(
                    Glyph(
                        self._characters[int(best[start])],
                        min(1.0, middle / steps * stretch),
                        float(weights.max()),
                        options,
                    )
                )
            start = stop
        if not glyphs:
            return NOTHING
        return Reading(tuple(glyphs), float(np.mean([glyph.probability for glyph in glyphs])))


def _bucket(width: int) -> int:
    return -(-width // BUCKET) * BUCKET


def _scale(crop: Picture) -> Picture:
    height, width = crop.shape[:2]
    wanted = min(MAX_WIDTH, max(8, round(width * HEIGHT / height)))
    return np.asarray(cv2.resize(crop, (wanted, HEIGHT), interpolation=cv2.INTER_CUBIC), np.uint8)
