"""Text on a picture: detect lines, read them, and say where each character stands."""

from __future__ import annotations

from collections import OrderedDict

import numpy as np

from deskhand.screen.geometry import Rect, Size
from deskhand.vision import weights
from deskhand.vision.detect import Detector, ink_of
from deskhand.vision.picture import Picture
from deskhand.vision.recognize import Reading, Recognizer
from deskhand.vision.scene import TextLine
from deskhand.vision.spans import character_spans

MARGIN = 3
"""Pixels of background kept around the ink; the network was trained on loosely cropped lines."""
MIN_CONFIDENCE = 0.35
REMEMBERED = 4000
"""Readings kept by the pixels of their crop: about 20 full screens."""


class Ocr:
    """The two networks and a memory of what they read. Not safe for two threads at once; ``Reader`` holds the lock."""

    def __init__(self, threads: int | None = None) -> None:
        count = weights.available_threads() if threads is None else threads
        self._detector = Detector(weights.load("det", count))
        self._recognizer = Recognizer(weights.load("rec", count))
        self._memory: OrderedDict[tuple[int, int, bytes], Reading] = OrderedDict()

    def read(self, picture: Picture, area: Rect | None = None) -> list[TextLine]:
        """The lines inside ``area`` (all of the picture by default), unsorted."""
        size = Size(picture.shape[1], picture.shape[0])
        part = (area or Rect(0, 0, size.width, size.height)).clip(size)
        if part is None:
            return []
        cut = np.ascontiguousarray(picture[part.y : part.bottom, part.x : part.right])
        found = self._detector.detect(cut)
        boxes = [Rect(box.x + part.x, box.y + part.y, box.width, box.height) for box in found]
        return self.read_boxes(picture, boxes)

    def read_boxes(self, picture: Picture, boxes: list[Rect]) -> list[TextLine]:
        """What stands in ``boxes`` (trimmed to ink); boxes in which nothing can be read are left out."""
        size = Size(picture.shape[1], picture.shape[0])
        grown = [box.grow(MARGIN).clip(size) or box for box in boxes]
        crops = [np.ascontiguousarray(picture[b.y : b.bottom, b.x : b.right]) for b in grown]
        keys = [(crop.shape[0], crop.shape[1], crop.tobytes()) for crop in crops]
        new = [index for index, key in enumerate(keys) if key not in self._memory]
        for index, reading in zip(new, self._recognizer.recognize([crops[i] for i in new]), strict=True):
            self._memory[keys[index]] = reading
        lines: list[TextLine] = []
        for box, around, crop, key in zip(boxes, grown, crops, keys, strict=True):
            reading = self._memory[key]
            self._memory.move_to_end(key)
            if reading.confidence < MIN_CONFIDENCE or not reading.text.strip():
                continue
            columns = np.asarray(ink_of(crop).any(axis=0))
            spans = character_spans(reading.centers, reading.text, columns)
            placed = tuple((around.x + left, around.x + right) for left, right in spans)
            lines.append(TextLine(reading.text, box, round(reading.confidence, 3), placed))
        while len(self._memory) > REMEMBERED:
            self._memory.popitem(last=False)
        return lines
