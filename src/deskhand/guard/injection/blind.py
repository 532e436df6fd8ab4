"""Reads off the picture what no accessibility tree tells: terminals, old toolkits, drawings, words in pictures.

The tree is there in 20–60 ms and exact; reading a whole screen takes 1–2 s of two CPUs. So only what it leaves out
(`unspoken`, `drawn`) is read, each part by a reader of its own that reads again only what changed: 0.3 s for a
terminal's new lines, nothing when it is as it was. This happens in a thread while the model thinks about the picture it
was sent, so that the next act finds it done; an act on which nothing hangs waits no longer than `HURRY`.
"""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from typing import TypeAlias

import numpy as np

from deskhand.guard import letters
from deskhand.guard.evidence import Evidence
from deskhand.guard.injection.blocks import Block, Line, bound, of_scene
from deskhand.guard.injection.drawn import drawn
from deskhand.guard.injection.fronts import dialog, in_front, owner
from deskhand.guard.injection.unspoken import Unspoken, blind_windows, unspoken
from deskhand.screen.geometry import Rect, Size
from deskhand.vision.errors import VisionError
from deskhand.vision.picture import Picture, as_picture
from deskhand.vision.read import Reader
from deskhand.vision.scene import Scene, TextLine

HURRY = 0.02
"""Seconds that an act on which nothing hangs waits for letters: reading goes on, and holds for the next act."""
READERS = 4
"""Parts that are followed at a time; each keeps its last picture."""
Reading: TypeAlias = "Future[list[tuple[Rect, Scene]]]"
_TOO_SMALL = 24
"""Pixels, of either side, of what is read: less holds no line with a margin around it."""


@dataclass(frozen=True, slots=True)
class _UnderWay:
    """A reading, and what it is of."""

    evidence: Evidence
    silent: Unspoken
    reading: Reading

    def holds(self, evidence: Evidence, silent: Unspoken) -> bool:
        """Whether it is the reading of this screen too. A tree is kept while no more than a caret changes (`looking`):
        where nothing was left to read then, nothing is now."""
        if silent != self.silent or self.reading.cancelled():
            return False
        if evidence.picture == self.evidence.picture:
            return True
        same_tree = evidence.elements is self.evidence.elements and bool(evidence.elements)
        return same_tree and not silent.boxes and self.reading.done() and not self.reading.result()


class Blind:
    """Reads what the tree says nothing about."""

    def __init__(self) -> None:
        self._readers: dict[Rect, Reader] = {}
        self._read: dict[Rect, tuple[bytes, Scene]] = {}
        self._threads = ThreadPoolExecutor(1, thread_name_prefix="injection-reader")
        self._under_way: _UnderWay | None = None
        """The latest picture, what is to be read on it, and who does."""
        self._closed = False

    def ahead(self, evidence: Evidence) -> None:
        """Begin to read, in the thread. Nothing is read any more once it is closed: a look that was under way when the
        run ended may come after that."""
        if evidence.picture and not self._closed:
            self._begin(evidence, unspoken(evidence))

    async def blocks(self, evidence: Evidence) -> list[Block]:
        """What stands where the tree is silent. Waits for what has to be read; where the act is ``hurried``, what was
        read there before may have to do."""
        if not evidence.picture:
            return []
        silent = unspoken(evidence)
        reading = asyncio.wrap_future(self._begin(evidence, silent))
        if evidence.hurried:
            done, _ = await asyncio.wait({reading}, timeout=HURRY)
            scenes = reading.result() if done else self._before(silent)
        else:
            scenes = await reading
        blind = blind_windows(evidence.windows, evidence.elements)
        found: list[Block] = []
        for box, scene in scenes:
            mine = owner(box, evidence.windows)
            own = in_front(scene, mine, evidence.windows)
            if box == silent.pane:
                found += by_icon(own, silent.icons)
            else:
                found += of_scene(own, program=box in blind, speaker=dialog(mine, evidence.windows))
        return found

    def close(self) -> None:
        self._closed = True
        self._threads.shutdown(wait=False, cancel_futures=True)

    def _before(self, silent: Unspoken) -> list[tuple[Rect, Scene]]:
        return [(box, known[1]) for box in silent.boxes if (known := self._read.get(box)) is not None]

    def _begin(self, evidence: Evidence, silent: Unspoken) -> Reading:
        known = self._under_way
        if known is not None and known.holds(evidence, silent):
            return known.reading
        if known is not None:
            known.reading.cancel()  # only where it has not begun: an older picture is worth nothing any more
        reading = self._threads.submit(self._again, evidence, silent)
        self._under_way = _UnderWay(evidence, silent, reading)
        return reading

    def _again(self, evidence: Evidence, silent: Unspoken) -> list[tuple[Rect, Scene]]:
        try:
            picture = as_picture(evidence.picture)
        except VisionError:
            return []
        shown = [window.box for window in evidence.windows if not window.minimized]
        boxes = [*silent.boxes, *drawn(picture, evidence.elements, shown, silent.boxes)]
        found = [(box, scene) for box in boxes if (scene := self._one(picture, box)) is not None]
        for gone in self._read.keys() - set(boxes):
            self._read.pop(gone, None)
        return found

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


def _moved(scene: Scene, part: Rect, size: Size) -> Scene:
    """A scene of a cut-out, in the pixels of the whole."""

    def placed(box: Rect) -> Rect:
        return Rect(box.x + part.x, box.y + part.y, box.width, box.height)

    texts = tuple(
        TextLine(line.text, placed(line.box), line.confidence, tuple((a + part.x, b + part.x) for a, b in line.spans))
        for line in scene.texts
    )
    return Scene(size, texts, tuple(replace(widget, box=placed(widget.box)) for widget in scene.widgets))
