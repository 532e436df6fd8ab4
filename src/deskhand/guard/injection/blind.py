"""Windows whose text only a picture has: terminals, old toolkits, drawings. They are read where they changed.

The accessibility tree is there in 20–60 ms and exact; reading a whole screen takes 1–2 s of two CPUs. So only windows
that the tree says nothing about are read, each by a reader of its own that reads again only what changed: 0.3 s for a
terminal's new lines, nothing when it is as it was. This happens in a thread while the model thinks about the picture it
was sent, so that the next act finds it done; an act on which nothing hangs waits no longer than `HURRY`.
"""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from typing import TypeAlias

import numpy as np

from deskhand.desktop.interface import Element, Window
from deskhand.guard import letters
from deskhand.guard.injection.blocks import Block, Line, bound
from deskhand.guard.surroundings import Tree, tree_of, trees
from deskhand.screen.geometry import Rect, Size
from deskhand.vision.errors import VisionError
from deskhand.vision.picture import Picture, as_picture
from deskhand.vision.read import Reader
from deskhand.vision.scene import Scene, TextLine

HURRY = 0.02
"""Seconds that an act on which nothing hangs waits for letters: reading goes on, and holds for the next act."""
READERS = 4
"""Windows that are followed at a time; each keeps its last picture."""
Reading: TypeAlias = "Future[list[tuple[Rect, Scene]]]"
_TOO_SMALL = 60
"""Pixels: panels and docks are no documents."""
_DRAWN = frozenset({"icon", "canvas", "drawing area"})
_ICON = 40
_BARE = frozenset(
    {"table", "tree table", "canvas", "drawing area", "image", "terminal", "document frame", "document text",
     "document spreadsheet", "document presentation", "layered pane", "unknown"}
)  # fmt: skip
_WIDE, _HIGH = 240, 60
"""Pixels of a part that can hold a sentence; what is smaller is a sign, not a text."""
_TITLES = frozenset({"frame", "window", "dialog", "panel", "filler"})


class Blind:
    """Reads the windows that the tree says nothing about."""

    def __init__(self) -> None:
        self._readers: dict[Rect, Reader] = {}
        self._read: dict[Rect, tuple[bytes, Scene]] = {}
        self._threads = ThreadPoolExecutor(1, thread_name_prefix="injection-reader")
        self._under_way: tuple[bytes, tuple[Rect, ...], Reading] | None = None
        """The latest picture, what is to be read on it, and who does."""

    def ahead(self, png: bytes, boxes: Sequence[Rect]) -> None:
        """Begin to read, in the thread."""
        if png and boxes:
            self._begin(png, boxes)

    async def scenes(self, png: bytes, boxes: Sequence[Rect], *, hurried: bool = False) -> list[tuple[Rect, Scene]]:
        """What stands in each of ``boxes``, in the picture's pixels. Waits for what has to be read; where it is
        ``hurried``, what was read there before may have to do."""
        for gone in self._read.keys() - set(boxes):
            self._read.pop(gone, None)
        if not png or not boxes:
            return []
        reading = asyncio.wrap_future(self._begin(png, boxes))
        if not hurried:
            return await reading
        done, _ = await asyncio.wait({reading}, timeout=HURRY)
        if done:
            return reading.result()
        return [(box, known[1]) for box in boxes if (known := self._read.get(box)) is not None]

    def close(self) -> None:
        self._threads.shutdown(wait=False, cancel_futures=True)

    def _begin(self, png: bytes, boxes: Sequence[Rect]) -> Reading:
        known = self._under_way
        if known is not None and known[0] == png and set(known[1]) == set(boxes) and not known[2].cancelled():
            return known[2]
        if known is not None:
            known[2].cancel()  # only where it has not begun: an older picture is worth nothing any more
        reading = self._threads.submit(self._again, png, tuple(boxes))
        self._under_way = (png, tuple(boxes), reading)
        return reading

    def _again(self, png: bytes, boxes: Sequence[Rect]) -> list[tuple[Rect, Scene]]:
        try:
            picture = as_picture(png)
        except VisionError:
            return []
        return [(box, scene) for box in boxes if (scene := self._one(picture, box)) is not None]

    def _one(self, picture: Picture, box: Rect) -> Scene | None:
        size = Size(picture.shape[1], picture.shape[0])
        part = box.clip(size)
        if part is None or part.width < _TOO_SMALL or part.height < _TOO_SMALL:
            return None
        cut = np.ascontiguousarray(picture[part.y : part.bottom, part.x : part.right])
        mark = hashlib.blake2b(cut.tobytes(), digest_size=16).digest()
        known = self._read.get(box)
        if known is not None and known[0] == mark:
            return known[1]
        if len(self._readers) >= READERS and box not in self._readers:
            self._readers.pop(next(iter(self._readers)))
        try:
            scene = _moved(self._readers.setdefault(box, Reader()).read(cut), part, size)
        except VisionError:
            return None
        self._read[box] = (mark, scene)
        letters.remember(part, cut, scene)
        return scene


def blind_windows(windows: Sequence[Window], elements: Sequence[Element]) -> list[Rect]:
    """The boxes of windows that show and of whose content the tree says nothing, the front one first."""
    found = trees(elements)
    return [
        window.box
        for index, window in enumerate(windows)
        if not window.minimized
        and min(window.box.width, window.box.height) >= _TOO_SMALL
        and not any(_covers(other, window) for other in windows[:index])
        and not _speaks(tree_of(found, window))
    ]


def unnamed_icons(elements: Sequence[Element]) -> list[Rect]:
    """Icons that the tree has no names for: file managers of GTK 2 and 3 draw the names themselves."""
    icons = [element.box for element in elements if element.role in _DRAWN and not element.name and not element.value]
    return [box for box in icons if min(box.width, box.height) >= _ICON]


def undescribed(elements: Sequence[Element]) -> list[Rect]:
    """Large parts of windows that the tree knows, but not what stands in them: a spreadsheet's cells, a drawing, a
    picture on a page. Orders in cells were never found while only windows without any tree were read."""
    said = [e.box for e in elements if (e.name or e.value) and e.role not in _BARE]
    found: list[Rect] = []
    for element in elements:
        box = element.box
        if element.role not in _BARE or box.width < _WIDE or box.height < _HIGH or "showing" not in element.states:
            continue
        if any(box.contains(text.center) and text.intersect(box) != box for text in said):
            continue  # what holds the whole part is its window
        if any(other.intersect(box) == box for other in found):
            continue
        found = [*(other for other in found if box.intersect(other) != other), box]
    return sorted(found, key=lambda box: -box.area)[:READERS]


def by_icon(scene: Scene, icons: Sequence[Rect]) -> list[Block]:
    """What was read, icon by icon: names that stand side by side are one line to a reader of pictures."""
    found: list[Block] = []
    for icon in icons:
        lines: list[Line] = []
        for read in scene.texts:
            if not icon.y <= read.box.center.y < icon.bottom:
                continue
            inside = [at for at in range(len(read.text)) if _within(read.part(at, at + 1), icon)]
            text = read.text[inside[0] : inside[-1] + 1].strip() if inside else ""
            if text:
                lines.append(Line(text, read.part(inside[0], inside[-1] + 1)))
        if lines:
            gap = "" if all(ord(line.text[-1]) > 0x3000 for line in lines[:-1]) else " "
            found.append(Block((Line(gap.join(line.text for line in lines), bound(line.box for line in lines)),)))
    return found


def _within(box: Rect, icon: Rect) -> bool:
    return icon.x <= box.center.x < icon.right


def _speaks(tree: Tree | None) -> bool:
    """Whether a window's tree says more than that there is a window."""
    return tree is not None and sum(bool(e.name or e.value) and e.role not in _TITLES for e in tree.elements) >= 2


def _covers(front: Window, behind: Window) -> bool:
    return not front.minimized and front.box.intersect(behind.box) == behind.box


def _moved(scene: Scene, part: Rect, size: Size) -> Scene:
    """A scene of a cut-out, in the pixels of the whole."""

    def placed(box: Rect) -> Rect:
        return Rect(box.x + part.x, box.y + part.y, box.width, box.height)

    texts = tuple(
        TextLine(line.text, placed(line.box), line.confidence, tuple((a + part.x, b + part.x) for a, b in line.spans))
        for line in scene.texts
    )
    return Scene(size, texts, tuple(replace(widget, box=placed(widget.box)) for widget in scene.widgets))
