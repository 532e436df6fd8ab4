"""One look at the screen: the picture after an action, what the tool said about it, and what differs from before."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from deskhand.models.local.described import Told
from deskhand.screen.geometry import Point, Rect, Size
from deskhand.vision.change import changed_areas
from deskhand.vision.errors import VisionError
from deskhand.vision.picture import Picture, as_picture

POINTER_REACH = 26
"""A pointer's picture lies within this many pixels of its hot spot."""

_FOCUS = re.compile(r"Focus: “(.*?)”\.", re.DOTALL)
_CHANGED = "The screen changed"
_MOVING = "still changing"


@dataclass(frozen=True)
class View:
    picture: bytes
    text: str = ""
    """What the tool said."""
    error: bool = False
    pointer: Point | None = None
    """Where the pointer was left, as far as known."""
    before: View | None = field(default=None, repr=False)
    elements: tuple[Told, ...] = field(default=(), repr=False)
    """What the programs say of themselves, where that was asked for."""

    @cached_property
    def pixels(self) -> Picture:
        try:
            return as_picture(self.picture)
        except VisionError:
            return np.zeros((1, 1, 3), np.uint8)

    @property
    def size(self) -> Size:
        return Size(self.pixels.shape[1], self.pixels.shape[0])

    @property
    def focus(self) -> str | None:
        """The title of the window with the focus, when the tool tells it."""
        found = _FOCUS.findall(self.text)
        return str(found[-1]) if found else None

    @property
    def moving(self) -> bool:
        return _MOVING in self.text

    @cached_property
    def changes(self) -> tuple[Rect, ...]:
        """Where this picture differs from the one before, the pointer's own places left out; largest first."""
        if self.before is None or self.before.size != self.size:
            return ()
        one, other = self.before.pixels, self.pixels
        blind = [p for p in (self.before.pointer, self.pointer) if p is not None]
        if blind:
            other = other.copy()
            for point in blind:
                area = Rect(point.x - POINTER_REACH, point.y - POINTER_REACH, 2 * POINTER_REACH, 2 * POINTER_REACH)
                part = area.clip(self.size)
                if part is not None:
                    other[part.y : part.bottom, part.x : part.right] = one[part.y : part.bottom, part.x : part.right]
        return tuple(sorted(changed_areas(one, other, []), key=lambda rect: -rect.area))

    @property
    def changed(self) -> bool:
        """Whether anything but the pointer differs from before: by our own eyes, or else by what the tool says, which
        also sees what changed under the pointer."""
        return bool(self.changes) or _CHANGED in self.text

    def forget(self) -> View:
        """The same without its own past, so that a chain of views does not hold every picture of a run."""
        return View(self.picture, self.text, self.error, self.pointer)
