"""What of a screen the accessibility tree does not tell, and has to be read: windows, parts of windows, icons.

Reading a whole screen takes 1–2 s of two CPUs, and the tree is exact; so only what it leaves out is read.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from deskhand.desktop.interface import Element, Window
from deskhand.guard.evidence import Evidence
from deskhand.guard.injection.blocks import bound
from deskhand.guard.surroundings import Tree, tree_of, trees
from deskhand.screen.geometry import Rect

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
_PARTS = 4
"""Parts of windows that are read at a time, the largest."""
_TITLES = frozenset({"frame", "window", "dialog", "panel", "filler"})


@dataclass(frozen=True, slots=True)
class Unspoken:
    """What has to be read off one picture."""

    windows: tuple[Rect, ...] = ()
    """Windows without a tree, and large parts that theirs says nothing about."""
    icons: tuple[Rect, ...] = ()
    """Icons without names."""

    @property
    def pane(self) -> Rect | None:
        """Where the icons are."""
        return bound(self.icons) if self.icons else None

    @property
    def boxes(self) -> tuple[Rect, ...]:
        pane = self.pane
        return self.windows if pane is None else (*self.windows, pane)


def unspoken(evidence: Evidence) -> Unspoken:
    """The windows, parts and icons that have to be read."""
    icons = unnamed_icons(evidence.elements)
    pane = bound(icons) if icons else None
    parts = [part for part in undescribed(evidence.elements) if pane is None or not part.intersect(pane)]
    return Unspoken((*blind_windows(evidence.windows, evidence.elements), *parts), tuple(icons))


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
    return sorted(found, key=lambda box: -box.area)[:_PARTS]


def _speaks(tree: Tree | None) -> bool:
    """Whether a window's tree says more than that there is a window."""
    return tree is not None and sum(bool(e.name or e.value) and e.role not in _TITLES for e in tree.elements) >= 2


def _covers(front: Window, behind: Window) -> bool:
    return not front.minimized and front.box.intersect(behind.box) == behind.box
