"""Reading a screen again and again: only what changed is detected anew, only what was never seen is read anew.

A full 1280×800 desktop takes a second or two; between two steps of an agent most of it stays as it was. So the reader
keeps the last picture: an unchanged one is answered in a few milliseconds, and a changed one is detected only inside
the changed rectangles, grown until no old line is cut in two.
"""

from __future__ import annotations

import threading

from deskhand.screen.geometry import Point, Size
from deskhand.vision.change import changed_areas
from deskhand.vision.ocr import Ocr
from deskhand.vision.order import reading_order
from deskhand.vision.picture import Picture, as_picture
from deskhand.vision.scene import Scene, TextLine
from deskhand.vision.widgets import find_widgets

POINTER_REACH = 24
"""A pointer's picture lies within this many pixels of its hot spot."""


class Reader:
    """Reads pictures of one screen, one after the other. Safe to share between threads (one reads at a time).

    The networks are loaded by the first ``read`` (0.2 s).
    """

    def __init__(self, threads: int | None = None) -> None:
        self._threads = threads
        self._lock = threading.Lock()
        self._ocr: Ocr | None = None
        self._last: Picture | None = None
        self._scene: Scene | None = None

    def read(self, picture: Picture | bytes, pointer: Point | None = None) -> Scene:
        """The text and widgets on ``picture`` (an RGB array or PNG bytes).

        ``pointer``: where the mouse pointer's hot spot is, if it is drawn into the picture. Changes close around it are
        taken for the pointer's own, and the old text below it is kept. VisionError when it is not a picture.
        """
        image = as_picture(picture)
        with self._lock:
            return self._read(image, pointer)

    def _read(self, image: Picture, pointer: Point | None) -> Scene:
        if self._ocr is None:
            self._ocr = Ocr(self._threads)
        size = Size(image.shape[1], image.shape[0])
        if self._last is None or self._scene is None or self._scene.size != size:
            lines = self._ocr.read(image)
        else:
            old = self._scene.texts
            areas = changed_areas(self._last, image, [line.box for line in old])
            if not areas:
                return self._scene
            lines = [line for line in old if not any(area.intersect(line.box) for area in areas)]
            for area in areas:
                lines.extend(self._ocr.read(image, area))
        return self._keep(image, size, lines)

    def _keep(self, image: Picture, size: Size, lines: list[TextLine]) -> Scene:
        texts = reading_order(lines)
        scene = Scene(size, texts, find_widgets(image, [line.box for line in texts]))
        self._last, self._scene = image.copy(), scene
        return scene
