"""Places whose press does nothing in the world, whatever their words speak of: a title bar, a row of a list, a submenu.

Nobody but the picture tells what they are: a file called ‘report’ in a file manager without a tree, the title
‘Converseen’ and the entry ‘Send Signal’ with its arrow were all asked about as if they sent something, and nine plain
tasks ended at such a question.
"""

from __future__ import annotations

import re
from dataclasses import replace
from difflib import SequenceMatcher
from typing import TypeAlias

import cv2
import numpy as np
from numpy.typing import NDArray

from deskhand.desktop.interface import Window
from deskhand.guard.consequence.guess import is_web
from deskhand.guard.evidence import Evidence, Thing
from deskhand.screen.geometry import Rect, Size
from deskhand.vision.errors import VisionError
from deskhand.vision.picture import Picture, as_picture
from deskhand.vision.scene import Scene, TextLine

Ink: TypeAlias = NDArray[np.bool_]
_TITLE = 30
"""Pixels from a window's top within which its title stands."""
_ALIKE = 0.8
"""How alike title and words must be: a reader of pictures may have a letter wrong."""
_OF_FILES = re.compile(
    r"\b\d{1,4}[-./]\d{1,2}[-./]\d{1,4}\b|\b\d{1,2}:\d{2}\b|[-dl](?:[r-][w-][xsStT-]){3}|<DIR>"
    r"|\b\d[\d.,]* ?(?:[kKMGT]i?B?|bytes)\b"
)
"""What stands behind a file's name in a list: its size, its date, its mode."""
_COLUMN = 12
"""Pixels by which the same column may begin elsewhere in another row."""
_ROWS = 90
"""Pixels above and below within which the list's other rows are looked for."""
_ARROW = 26
"""Pixels at the right end of a menu's entry in which its arrow stands."""
_INK = 60
"""Levels of 255 between an arrow and what it is drawn on."""
_HIGH = (5, 15)
"""Pixels that an arrow is high."""


def as_seen(evidence: Evidence) -> Evidence:
    """``evidence`` with the role of what is pressed, where the picture shows that it is one of these places."""
    thing = evidence.target
    if thing.box is None or is_web(evidence):
        return evidence
    if thing.role == "menu item" and evidence.picture and opens_submenu(evidence.picture, thing.box):
        return replace(evidence, target=replace(thing, role="menu"))
    if thing.role or thing.known != "picture":
        return evidence
    if evidence.window is not None and is_title(thing, evidence.window):
        return replace(evidence, target=replace(thing, role="title bar"))
    if evidence.scene is not None and in_list(thing.box, evidence.scene):
        return replace(evidence, target=replace(thing, role="table cell"))
    return evidence


def is_title(thing: Thing, window: Window) -> bool:
    """Whether ``thing`` is the title in the middle of the window's upper rim; buttons stand at its ends."""
    if thing.box is None or not window.title:
        return False
    at, whole = thing.box.center, window.box
    alike = SequenceMatcher(None, thing.label.casefold(), window.title.casefold(), autojunk=False).ratio()
    in_the_middle = abs(at.x - whole.center.x) <= whole.width // 6
    return alike >= _ALIKE and in_the_middle and whole.y <= at.y < whole.y + _TITLE


def in_list(box: Rect, scene: Scene) -> bool:
    """Whether the words in ``box`` begin a row of files: a date, a size or a mode stands right of them, and another
    row's in the same column."""
    columns = [line for line in scene.texts if _OF_FILES.search(line.text) and line.box.x > box.right]
    own = [line for line in columns if abs(line.box.center.y - box.center.y) <= max(line.box.height, box.height) // 2]
    return any(_goes_on(line, other) for line in own for other in columns)


def _goes_on(line: TextLine, other: TextLine) -> bool:
    away = abs(line.box.center.y - other.box.center.y)
    return line.box.height <= away <= _ROWS and abs(line.box.x - other.box.x) <= _COLUMN


def opens_submenu(png: bytes, box: Rect) -> bool:
    """Whether an arrow to the right stands at the right end of the menu's entry in ``box``, and nothing else there."""
    try:
        picture = as_picture(png)
    except VisionError:
        return False
    end = Rect(box.right - _ARROW, box.y, _ARROW, box.height)
    if box.width <= 2 * _ARROW or end.clip(Size(picture.shape[1], picture.shape[0])) != end:
        return False
    marks = _marks(picture[end.y : end.bottom, end.x : end.right])
    return len(marks) == 1 and _is_arrow(marks[0])


def _marks(part: Picture) -> list[Ink]:
    """What is drawn in ``part``, piece by piece, without what reaches its rim: the menu's frame, a lit entry's."""
    grey = part.astype(np.int16).mean(axis=2)
    ink = (np.abs(grey - np.median(grey)) > _INK).astype(np.uint8)
    count, of, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    high, wide = ink.shape
    found: list[Ink] = []
    for index, (left, top, width, height, _) in enumerate(stats[1:count].tolist(), 1):
        if left > 0 and top > 0 and left + width < wide and top + height < high:
            found.append(of[top : top + height, left : left + width] == index)
    return found


def _is_arrow(ink: Ink) -> bool:
    """Whether its right rim goes out to the middle row and back, and its left rim is straight or goes along."""
    high, wide = ink.shape
    if not _HIGH[0] <= high <= _HIGH[1]:
        return False
    left = ink.argmax(axis=1)
    right = wide - 1 - ink[:, ::-1].argmax(axis=1)
    middle = high // 2
    goes_out = bool((np.diff(right[: middle + 1]) >= 0).all() and (np.diff(right[-middle - 1 :]) <= 0).all())
    ends = (int(right[0] - left[0]), int(right[-1] - left[-1]))
    pointed = int(right.max()) - max(int(right[0]), int(right[-1])) >= 2 and max(ends) <= 2
    filled = bool((ink.sum(axis=1) == right - left + 1).all())  # letters have gaps
    straight = bool(np.ptp(left) <= 1) or bool((right - left).max() <= 4)
    even = abs(int(right[0]) - int(right[-1])) <= 1 and abs(int(left[0]) - int(left[-1])) <= 1
    return goes_out and pointed and filled and straight and even
