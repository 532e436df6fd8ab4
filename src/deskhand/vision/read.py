"""Reading a screen again and again: only what changed is detected anew, only what was never seen is read anew.

A full 1280×800 desktop takes most of a second; between two steps of an agent most of it stays as it was. So the reader
keeps the last picture: an unchanged one is answered in a few milliseconds, and a changed one is detected only inside
the changed rectangles, grown until no old line is cut in two.
"""

from __future__ import annotations

import threading

from deskhand.screen.geometry import Point, Rect, Size
from deskhand.vision.change import changed_areas, without_pointer
from deskhand.vision.layout import lay_out
from deskhand.vision.ocr import Ocr, RawLine
from deskhand.vision.picture import Picture, as_picture
from deskhand.vision.scene import Scene


class Reader:
    """Reads pictures of one screen, one after the other. Safe to share between threads (one reads at a time).

    The networks are loaded by the first ``read`` (0.2 s).
    """

    def __init__(self, threads: int | None = None) -> None:
        self._threads = threads
        self._lock = threading.Lock()
        self._ocr: Ocr | None = None
        self._last: Picture | None = None
        self._lines: list[RawLine] = []
        self._scene: Scene | None = None

    def read(self, picture: Picture | bytes, pointer: Point | None = None) -> Scene:
        """The text and widgets on ``picture`` (an RGB array or PNG bytes).

        ``pointer``: where the mouse pointer's hot spot is, if it is drawn into the picture. What it hides is taken from
        the last picture when nothing else changed around it. VisionError when it is not a picture.
        """
        image = as_picture(picture)
        with self._lock:
            return self._read(image, pointer)

    def _read(self, image: Picture, pointer: Point | None) -> Scene:
        if self._ocr is None:
            self._ocr = Ocr(self._threads)
        size = Size(image.shape[1], image.shape[0])
        last = self._last
        if last is None or self._scene is None or self._scene.size != size:
            lines = self._ocr.read(image)
        else:
            if pointer is not None:
                image = without_pointer(last, image, pointer)
            areas = changed_areas(last, image, [line.box for line in self._lines])
            if not areas:
                return self._scene
            lines = [line for line in self._lines if not _touches(line.box, areas)]
            for area in areas:
                lines.extend(self._ocr.read(image, area))
        scene = lay_out(image, lines, self._ocr, pointer)
        self._last, self._lines, self._scene = image.copy(), lines, scene
        return scene


def _touches(box: Rect, areas: list[Rect]) -> bool:
    return any(area.intersect(box) for area in areas)
