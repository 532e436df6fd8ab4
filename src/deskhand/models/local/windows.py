"""Windows, found on the picture alone: a title bar is a strip of one colour that a text stands in, above a body.

The tool may tell the title of the focused window, but not where it is; and a name that stands twice on the screen
(a word in a document, a button of the dialog before it) is told apart by the window it is in.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np

from deskhand.screen.geometry import Point, Rect
from deskhand.vision.match import similarity
from deskhand.vision.picture import Picture
from deskhand.vision.scene import Scene, TextLine

BAR_HEIGHT = range(14, 52)
MIN_WIDTH = 120
BORDER = 20
"""Pixels from a window's side to that of a dialog over it, at least, for a dialog to be known by that."""
FLUSH = 6
"""Pixels between the edges of a pane and of its window, at most."""
HEADER_BAR = 36
"""A bar that a program draws itself, with buttons in it, is at least so high."""
NARROW = 260
"""Pixels of width up to which a "window" within another may be a control."""
CLOSES = 2
"""Heights of a bar, from its right end, in which its last button stands: "En" on a drop-down was read as squares."""
GAP = re.compile(r"(?:\.\s*){3}|…")
EQUAL = 0.02
"""By how much the titles of two windows may differ in likeness and be the same."""
PART = 4
"""Letters of a title before and behind a gap in its middle, at least."""
SAME_COLOUR = 10
"""Steps of 255 within a strip that still are one colour (gradients run down a bar, not along it)."""


@dataclass(frozen=True, slots=True)
class Window:
    title: str
    bar: Rect
    box: Rect
    """With the bar."""

    @property
    def body(self) -> Rect:
        return Rect(self.box.x, self.bar.bottom, self.box.width, max(1, self.box.bottom - self.bar.bottom))

    @property
    def close_button(self) -> Point:
        """Where nearly every desktop puts it: at the right end of the bar."""
        return Point(self.bar.right - self.bar.height // 2 - 1, self.bar.center.y)


def find_windows(pixels: Picture, scene: Scene) -> tuple[Window, ...]:
    """Every window whose title bar shows, in reading order of the titles; then those without a title."""
    found: list[Window] = []
    beside: list[Window] = []
    for line in scene.texts:
        window = _window_of(pixels, line)
        if window is None or _written_on(scene, window, line):
            continue
        # The program's picture at the left end of its bar may be read as a letter: the title stands in the middle.
        same = next((other for other in found if other.bar == window.bar), None)
        told = window.bar.contains(line.box.center)
        if same is not None and (len(same.title) <= 2 < len(window.title) or (told and same in beside)):
            found[found.index(same)] = window
            continue
        if not told:
            beside.append(window)  # a menu of the window behind may end right before the bar
        # A menu bar has the same width as the title bar right above it: the upper one is the title.
        if any(_same_sides(window.bar, other.bar) and other.box.contains(window.bar.center) for other in found):
            continue
        found.append(window)
    for group in _button_groups(scene):
        if any(window.bar.intersect(group) for window in found):
            continue
        bar = _bar_through(pixels, Point(group.x - 6, group.center.y))
        if bar is not None and bar.width >= MIN_WIDTH and bar.right - group.right < 40:
            floor = _floor(pixels, bar)
            if floor - bar.bottom >= 20:
                found.append(Window(_cut_title(scene, bar), bar, Rect.from_corners(bar.x, bar.y, bar.right, floor)))
    return tuple(
        window
        for window in found
        if not any(
            _part_of(window, other) or _is_control(pixels, window, other) for other in found if _is_whole(other, found)
        )
    )


def _is_whole(window: Window, found: Sequence[Window]) -> bool:
    """Whether others may be parts of it: a letter over a ruler is no window, and hid a dialog that stood over it."""
    return len(window.title) != 1 or not any(_part_of(window, other) for other in found)


def _is_control(pixels: Picture, window: Window, other: Window) -> bool:
    """Whether a narrow "window" within another is a drop-down or a column's head: what stands at the end of its bar is
    an arrow, and no button's square."""
    if window is other or window.bar.width > NARROW or not other.box.contains(window.bar.center):
        return False
    bar = window.bar
    left = max(bar.x, bar.right - CLOSES * bar.height)
    end = pixels[bar.y + 3 : bar.bottom - 3, left : bar.right - 3].astype(np.int16)
    ink = (np.abs(end - np.median(end, axis=(0, 1))).max(axis=2) > 40).astype(np.uint8)
    _, _, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    return not any(abs(int(row[2]) - int(row[3])) <= 3 and int(row[2]) >= 7 for row in stats[1:])


def _part_of(window: Window, other: Window) -> bool:
    """Whether a "window" is only a pane, a header or a toolbar of another: it fills it to an edge or two, or its bar is
    of another height than the other's, which a dialog's is not; a figure as its title is a field's ("100%")."""
    if window is not other and len(window.title) == 1 < len(other.title) and other.body.contains(window.bar.center):
        return True  # a letter over a column of a sheet, white on black in a terminal
    if window is other or window.box.area >= other.box.area or not other.box.grow(4).contains(window.bar.center):
        return False
    if window.bar.y <= other.bar.y:
        return False
    edges = (
        abs(window.box.x - other.box.x), abs(window.box.right - other.box.right),
        abs(window.box.bottom - other.box.bottom),
    )  # fmt: skip
    flush = sum(gap <= FLUSH for gap in edges)
    inset = window.box.x - other.box.x > BORDER and other.box.right - window.box.right > BORDER
    if inset and 0 <= window.bar.y - other.bar.bottom <= FLUSH // 2 and window.bar.height > other.bar.height:
        return False  # it covers the lower part of the other's bar, which looks the thinner for it
    worded = any(character.isalpha() for character in window.title) or not window.title
    own_bar = worded and (abs(window.bar.height - other.bar.height) <= 3 or window.bar.height >= HEADER_BAR)
    if (
        other.bar.height < HEADER_BAR
        and window.bar.height + 3 < other.bar.height
        and other.body.contains(Point(window.bar.right - 1, window.bar.center.y))
    ):
        return True  # one window manager draws its bars alike: a thinner one is drawn by the program, or in letters
    return flush >= 2 or (flush == 1 and not own_bar) or (not own_bar and window.bar.height > other.bar.height)


def _button_groups(scene: Scene) -> list[Rect]:
    """Two to four small squares of one size, evenly spaced in a row: minimise, maximise, close."""
    squares = sorted(
        (w.box for w in scene.widgets if 9 <= w.box.width <= 26 and abs(w.box.width - w.box.height) <= 2),
        key=lambda box: (box.y, box.x),
    )
    groups: list[Rect] = []
    used: set[Rect] = set()
    for first in squares:
        row = [first]
        for other in squares:
            last = row[-1]
            alike = abs(other.y - last.y) <= 1 and abs(other.width - last.width) <= 1
            if alike and other not in used and 2 <= other.x - last.right <= 14:
                row.append(other)
        if 2 <= len(row) <= 4:
            used.update(row)
            groups.append(Rect.from_corners(row[0].x, row[0].y, row[-1].right, row[-1].bottom))
    return groups


def front_window(pixels: Picture, scene: Scene, focus: str | None) -> Window | None:
    """The window with the focus: by its title where the tool tells it, else the one that covers the others."""
    return frontmost(pixels, find_windows(pixels, scene), focus)


def frontmost(pixels: Picture, windows: Sequence[Window], focus: str | None) -> Window | None:
    """`front_window` among windows that were found already."""
    if focus:
        named = sorted(windows, key=lambda window: -same_title(window.title, focus))
        best = same_title(named[0].title, focus) if named else 0.0
        if best >= 0.7:  # a question may have its program's title: its bar is lit, the other's is not
            equal = [window for window in named if same_title(window.title, focus) >= best - EQUAL]
            return max(equal, key=lambda window: _vividness(pixels, window.bar)) if len(equal) > 1 else named[0]
    whole = [w for w in windows if not any(_overlaps_bar(other, w) for other in windows if other is not w)]
    coloured = sorted(whole, key=lambda window: -_vividness(pixels, window.bar))
    return coloured[0] if coloured else None


def same_title(read: str, title: str) -> float:
    """How alike two titles are, when one may be cut short: ``Untitled 1 - Mouse...``, ``New Game ... nnectagram``"""
    whole = similarity(read, title)
    head, gap, tail = (part.strip() for part in _elided(GAP.sub("…", read)))
    if gap and len(head) >= PART and len(tail) >= PART and len(head) + len(tail) < len(title):
        ends = similarity(head, title[: len(head)]), similarity(tail, title[-len(tail) :])
        whole = max(whole, min(ends))
    bare = read.rstrip(" .…")
    if bare != read and len(bare) >= 4:
        return max(whole, similarity(bare, title[: len(bare)]))
    return whole


def _cut_title(scene: Scene, bar: Rect) -> str:
    """The title of a bar too short for it, which stands beside its middle then; "" where the bar says nothing, or
    more than a title."""
    lines = [line for line in scene.texts if bar.contains(line.box.center) and line.box.width >= bar.height]
    title = GAP.sub("…", lines[0].text) if len(lines) == 1 else ""
    return title if _elided(title)[1] else ""


def _elided(read: str) -> tuple[str, str, str]:
    """What stands before the gap in the middle of a title, the gap, and what stands behind it."""
    return read.partition("…") if "…" in read.strip(" .…") else (read, "", "")


def _written_on(scene: Scene, window: Window, title: TextLine) -> bool:
    """A word stands where the buttons should be: this is a row of a table, not a title bar."""
    bar = window.bar
    end = Rect(bar.right - 3 * bar.height, bar.y, 3 * bar.height, bar.height)
    return any(
        line is not title and len(line.text) >= 4 and line.confidence > 0.9 and end.contains(line.box.center)
        for line in scene.texts
    )


def _window_of(pixels: Picture, line: TextLine) -> Window | None:
    if line.box.height > BAR_HEIGHT.stop:
        return None
    bar = _bar_through(pixels, Point(line.box.right + 6, line.box.center.y))  # beside the title there is only the bar
    if bar is None or bar.height < line.box.height or bar.width < max(MIN_WIDTH, line.box.width + 30):
        return None
    middle = bar.x + bar.width / 2
    if abs(middle - line.box.center.x) > 0.22 * bar.width and line.box.x - bar.x > 60:
        return None
    if not _has_buttons(pixels, bar, line):
        return None
    floor = _floor(pixels, bar)
    if floor - bar.bottom < 20:
        return None
    return Window(line.text, bar, Rect.from_corners(bar.x, bar.y, bar.right, floor))


def _bar_through(pixels: Picture, point: Point) -> Rect | None:
    """The strip of a title bar's height around a point of its bare ground."""
    height, width = pixels.shape[:2]
    if not (0 <= point.x < width and 0 <= point.y < height):
        return None
    top, bottom = _column(pixels[:, point.x], point.y)
    if bottom - top not in BAR_HEIGHT or bottom >= height - 4:
        return None
    left, right = max((_run(pixels[y], point.x) for y in range(top, bottom)), key=lambda run: run[1] - run[0])
    return Rect.from_corners(left, top, right, bottom)


def _run(row: Picture, x: int) -> tuple[int, int]:
    """How far the colour at ``x`` goes along a row of pixels: left end, and right end (outside)."""
    same = np.abs(row.astype(np.int16) - row[x].astype(np.int16)).max(axis=1) <= SAME_COLOUR
    off = np.flatnonzero(~same)
    left = off[off < x]
    right = off[off > x]
    return (int(left[-1]) + 1 if len(left) else 0), (int(right[0]) if len(right) else len(row))


def _column(column: Picture, y: int) -> tuple[int, int]:
    """How far a bar goes up and down from row ``y``: neighbouring rows differ little inside, much at its edge."""
    jumps = np.abs(np.diff(column.astype(np.int16), axis=0)).max(axis=1) > 2 * SAME_COLOUR
    edges = np.flatnonzero(jumps)
    above = edges[edges < y]
    below = edges[edges >= y]
    return (int(above[-1]) + 1 if len(above) else 0), (int(below[0]) + 1 if len(below) else len(column))


def _has_buttons(pixels: Picture, bar: Rect, line: TextLine) -> bool:
    """Something is drawn in the right end of the bar, apart from the title itself: its close button."""
    start = max(bar.right - 3 * bar.height, line.box.right + 4, bar.x)
    end = bar.right - 4  # the edge of a button that has the focus is dotted, and no window's button
    if end - start < 8:
        return False
    middle = pixels[bar.y + bar.height // 4 : bar.bottom - bar.height // 4, start:end].astype(np.int16)
    if middle.size == 0:
        return False
    return bool((np.abs(middle - np.median(middle, axis=(0, 1))).max(axis=2) > 40).sum() >= 8)


def _floor(pixels: Picture, bar: Rect) -> int:
    """Where the window ends below: its left border goes down that far."""
    height = pixels.shape[0]
    outside = pixels[bar.center.y, bar.x - 6].astype(np.int16) if bar.x >= 6 else None
    deepest = bar.bottom
    for x in range(max(0, bar.x - 4), bar.x + 1):
        border = pixels[bar.center.y, x].astype(np.int16)
        if outside is not None and np.abs(border - outside).max() <= SAME_COLOUR:
            continue  # not yet the window, but what it stands on
        column = pixels[bar.center.y :, x].astype(np.int16)
        off = np.flatnonzero(np.abs(column - border).max(axis=1) > SAME_COLOUR)
        deepest = max(deepest, bar.center.y + int(off[0]) if len(off) else height)
    if deepest - bar.bottom < 20:  # no border: go by the body's own left edge
        inside = pixels[bar.bottom :, min(pixels.shape[1] - 1, bar.x + 1)].astype(np.int16)
        jumps = np.flatnonzero(np.abs(np.diff(inside, axis=0)).max(axis=1) > 60)
        deepest = bar.bottom + int(jumps[-1]) + 1 if len(jumps) else height
        if deepest - bar.bottom < 100:
            return bar.bottom
    return int(min(deepest, height))


def _same_sides(one: Rect, other: Rect) -> bool:
    return abs(one.x - other.x) <= 3 and abs(one.right - other.right) <= 3


def _overlaps_bar(other: Window, window: Window) -> bool:
    """Whether ``other`` stands in front of ``window``: its bar lies inside the other's box, uncut."""
    shared = other.bar.intersect(window.box)
    return (
        shared is not None
        and shared.width > 0.9 * other.bar.width
        and other.bar != window.bar
        and (window.box.y < other.box.y and window.box.area > other.box.area)
    )


def _vividness(pixels: Picture, bar: Rect) -> float:
    """How colourful a bar is: the focused window's usually is the most."""
    part = pixels[bar.y : bar.bottom, bar.x : bar.right].astype(np.int16)
    return float((part.max(axis=2) - part.min(axis=2)).mean())
