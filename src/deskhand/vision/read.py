"""Reading a screen again and again: only what changed is detected anew, only what was never seen is read anew.

A full 1280×800 desktop takes most of a second; between two steps of an agent most of it stays as it was. So the reader
keeps the last picture: an unchanged one is answered in a few milliseconds, and a changed one is detected only inside
the changed rectangles, grown until no old line is cut in two.
"""

from __future__ import annotations

import threading
from dataclasses import replace

import cv2
import numpy as np

from deskhand.screen.geometry import Point, Rect, Size
from deskhand.vision import weights
from deskhand.vision.change import changed_areas, without_pointer
from deskhand.vision.layout import lay_out
from deskhand.vision.learned import Seen, WidgetDetector
from deskhand.vision.ocr import Ocr, RawLine
from deskhand.vision.pictograms import IconReader
from deskhand.vision.picture import Picture, as_picture
from deskhand.vision.scene import Scene, TextLine

BORDER = 12
"""Pixels of the surroundings' colour put around a cut-out: letters at the very edge are not found."""


class Reader:
    """Reads pictures of one screen, one after the other. Safe to share between threads (one reads at a time).

    The networks are loaded by the first ``read`` (0.2 s). ``learned``: with our own networks for
    widgets and icons, not by rules alone.
    """

    def __init__(self, threads: int | None = None, *, learned: bool = True) -> None:
        self._threads = threads
        self._learned = learned
        self._detector: WidgetDetector | None = None
        self._icons: IconReader | None = None
        self._seen: list[Seen] = []
        self._lock = threading.Lock()
        self._ocr: Ocr | None = None
        self._last: Picture | None = None
        self._lines: list[RawLine] = []
        self._scene: Scene | None = None
        self._part: tuple[Picture, Scene] | None = None
        """The latest part read: a program that waits looks at the same one again."""

    def read(self, picture: Picture | bytes, pointer: Point | None = None) -> Scene:
        """The text and widgets on ``picture`` (an RGB array or PNG bytes).

        ``pointer``: where the mouse pointer's hot spot is, if it is drawn into the picture. What it hides is taken from
        the last picture when nothing else changed around it. VisionError when it is not a picture.
        """
        image = as_picture(picture)
        with self._lock:
            return self._read(image, pointer)

    def read_part(self, picture: Picture | bytes, region: Rect, magnify: int = 1) -> Scene:
        """The text and widgets of a part of ``picture``, enlarged before it is read: for small print.

        Boxes come back in the picture's own pixels. What `read` remembers of the screen is left alone, and the
        networks are shared with it: a reader of its own for the parts took another 170 MB.
        """
        image = as_picture(picture)
        size = Size(image.shape[1], image.shape[0])
        part = region.clip(size) or Rect(0, 0, 1, 1)
        times = max(1, magnify)
        cut = np.ascontiguousarray(image[part.y : part.bottom, part.x : part.right])
        large = cv2.resize(cut, None, fx=times, fy=times, interpolation=cv2.INTER_CUBIC) if times > 1 else cut
        edge = BORDER * times
        framed = np.ascontiguousarray(
            cv2.copyMakeBorder(large, edge, edge, edge, edge, cv2.BORDER_REPLICATE), dtype=np.uint8
        )
        with self._lock:
            if self._part is None or not np.array_equal(self._part[0], framed):
                ocr = self._networks()
                self._part = (framed, lay_out(framed, ocr.read(framed), ocr, None, self._look(framed), self._icons))
            scene = self._part[1]
        return _moved_back(scene, part, edge, times, size)

    def _networks(self) -> Ocr:
        if self._ocr is None:
            self._ocr = Ocr(self._threads)
        return self._ocr

    def _look(self, image: Picture, areas: list[Rect] | None = None) -> list[Seen]:
        """The widgets by the network; with ``areas`` only what changed there is looked at again."""
        if not self._learned:
            return []
        if self._detector is None:
            count = weights.available_threads() if self._threads is None else self._threads
            self._detector = WidgetDetector(weights.load("widgets", count))
            self._icons = IconReader(weights.load("icons", count))
        return self._detector.find(image) if areas is None else self._detector.find_again(image, self._seen, areas)

    def _read(self, image: Picture, pointer: Point | None) -> Scene:
        ocr = self._networks()
        size = Size(image.shape[1], image.shape[0])
        last = self._last
        if last is None or self._scene is None or self._scene.size != size:
            lines = ocr.read(image)
            seen = self._look(image)
        else:
            if pointer is not None:
                image = without_pointer(last, image, pointer)
            areas = changed_areas(last, image, [line.box for line in self._lines])
            if not areas:
                return self._scene
            lines = [line for line in self._lines if not _touches(line.box, areas)]
            for area in areas:
                lines.extend(ocr.read(image, area))
            seen = self._look(image, areas)
        scene = lay_out(image, lines, ocr, pointer, seen, self._icons)
        self._last, self._lines, self._seen, self._scene = image.copy(), lines, seen, scene
        return scene


def _moved_back(scene: Scene, part: Rect, edge: int, times: int, size: Size) -> Scene:
    """A scene of an enlarged, framed cut-out, in the pixels of the picture that it was cut from."""

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
    widgets = tuple(replace(widget, box=back(widget.box)) for widget in scene.widgets)
    return Scene(size, texts, widgets)


def _touches(box: Rect, areas: list[Rect]) -> bool:
    return any(area.intersect(box) for area in areas)
