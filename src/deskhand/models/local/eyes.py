"""Reading pictures off the loop: OCR takes up to a second of two CPUs, and the loop must stay free to be stopped."""

from __future__ import annotations

import asyncio
import threading

import cv2
import numpy as np

from deskhand.models.interface import ModelError
from deskhand.models.local.effects import Reading
from deskhand.screen.geometry import Rect, Size
from deskhand.vision.errors import VisionError
from deskhand.vision.picture import Picture, as_picture
from deskhand.vision.read import Reader
from deskhand.vision.scene import Scene, TextLine, Widget

BORDER = 12
"""Pixels of the surroundings' colour put around a cut-out: letters at the very edge are not found."""


class Eyes:
    """Carries out `Reading` effects. One reader follows the screen, another looks at magnified parts."""

    def __init__(self) -> None:
        self._screen = Reader()
        self._glass: Reader | None = None
        self._lock = threading.Lock()

    async def __call__(self, reading: Reading) -> Scene:
        try:
            return await asyncio.to_thread(self.read, reading)
        except VisionError as error:
            raise ModelError(f"The screenshot could not be read: {error}.") from error

    def read(self, reading: Reading) -> Scene:
        if reading.region is None:
            return self._screen.read(reading.picture)
        return self._magnified(reading.picture, reading.region, max(1, reading.magnify))

    def _magnified(self, picture: bytes, region: Rect, times: int) -> Scene:
        with self._lock:
            if self._glass is None:
                self._glass = Reader()
        image = as_picture(picture)
        part = region.clip(_size(image)) or Rect(0, 0, 1, 1)
        cut = np.ascontiguousarray(image[part.y : part.bottom, part.x : part.right])
        large = cv2.resize(cut, None, fx=times, fy=times, interpolation=cv2.INTER_CUBIC) if times > 1 else cut
        edge = BORDER * times
        framed = cv2.copyMakeBorder(large, edge, edge, edge, edge, cv2.BORDER_REPLICATE)
        scene = self._glass.read(np.ascontiguousarray(framed, dtype=np.uint8))

        def back(box: Rect) -> Rect:
            x, y = (box.x - edge) // times + part.x, (box.y - edge) // times + part.y
            return Rect(x, y, max(1, box.width // times), max(1, box.height // times))

        texts = tuple(
            TextLine(
                line.text,
                back(line.box),
                line.confidence,
                tuple(((a - edge) // times + part.x, (b - edge) // times + part.x) for a, b in line.spans),
            )
            for line in scene.texts
        )
        widgets = tuple(Widget(w.kind, back(w.box), w.checked) for w in scene.widgets)
        return Scene(_size(image), texts, widgets)


def _size(image: Picture) -> Size:
    return Size(image.shape[1], image.shape[0])
