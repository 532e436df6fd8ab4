"""Whose words are read off a picture: those of the window that lies in front there, and what its own dialog says.

A part of a window is read as a rectangle, and a dialog that lies before it was read along: gVim's document and its
*Replace All* came as one text, and the press of that very button seemed to serve it. A dialog that describes itself to
nobody has buttons as any other, and for them its own words are no order.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from deskhand.desktop.interface import Element, Window
from deskhand.guard.consequence.terminal import is_terminal
from deskhand.guard.injection.echo import letters_of
from deskhand.guard.interface import Place
from deskhand.screen.geometry import Rect
from deskhand.vision.scene import Scene

_SLACK = 12
"""Pixels by which a part may reach over its window's edge: frames are counted in or not."""
_SMALLER = 1.3
"""How much larger the window is that a dialog lies before; two documents side by side are about as large."""
_ALIKE = 0.8
"""Of two names, how much is the same where one was read off the picture."""


def owner(box: Rect, windows: Sequence[Window]) -> Window | None:
    """The frontmost window that ``box`` is a part of."""
    shown = (window for window in windows if not window.minimized)
    return next((window for window in shown if window.box.grow(_SLACK).intersect(box) == box), None)


def in_front(scene: Scene, mine: Window | None, windows: Sequence[Window]) -> Scene:
    """What was read in a part of ``mine``, without the lines that stand in a window before it."""
    if mine is None or mine not in windows:
        return scene
    before = [window.box for window in windows[: windows.index(mine)] if not window.minimized]
    texts = [line for line in scene.texts if not any(box.contains(line.box.center) for box in before)]
    return scene if len(texts) == len(scene.texts) else replace(scene, texts=tuple(texts))


def dialog(window: Window | None, windows: Sequence[Window]) -> Element | None:
    """The dialog that ``window`` is, before a larger one of its program; a terminal is none."""
    if window is None or window not in windows or is_terminal(Place(window.program, window.title)):
        return None
    behind = windows[windows.index(window) + 1 :]
    if not any(
        other.program == window.program and not other.minimized and other.box.area >= _SMALLER * window.box.area
        for other in behind
    ):
        return None
    states = frozenset({"focused"}) if window.focused else frozenset[str]()
    return Element("dialog", window.title, window.box, states=states)


def alike(one: str, other: str) -> bool:
    """Whether two names are the same, though a letter or two were misread."""
    mine, theirs = letters_of(one), letters_of(other)
    return bool(mine and theirs) and SequenceMatcher(None, mine, theirs, autojunk=False).ratio() >= _ALIKE
