"""Words on a picture that are captions of the program's own controls: rows of buttons, menus, labels of fields.

What names a button is no order, in the accessibility tree (`blocks`); read off the picture the same words came back as
a sentence: ‘Rotate Let Rotate Rig’ of a menu, ‘Search Replace Replace All Cancel’ of a dialog, and the press of the
very next button seemed to serve them. Of nine plain tasks that the guard stopped, three were stopped by these.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher

from deskhand.desktop.interface import Element, Window
from deskhand.guard.consequence.guess import BROWSERS
from deskhand.guard.injection.echo import letters_of
from deskhand.screen.geometry import Rect
from deskhand.vision.scene import Scene, TextLine, Widget

NAMED = frozenset(
    {"push button", "toggle button", "push button menu", "menu item", "menu", "check menu item", "radio menu item",
     "page tab", "check box", "radio button", "combo box", "label"}
)  # fmt: skip
_TOLD = 0.8
"""Of a line's letters, those that the names of the controls at its place hold: a reader of pictures loses some."""
_RUN = 3
"""Letters in a row that are no chance."""
_AROUND = 4
"""Pixels around a control within which its words stand."""
_BAR = 48
"""Pixels from a window's upper rim, on either side of it, where its title stands."""
_WORDS_OF_A_TITLE = 7
_OF_A_DOCUMENT = re.compile(r"[-–—|](?!\w)|[:：/.]")
"""What parts a document from its program in a title, and what only names of files and addresses have."""
_WORDS = 3
"""Words of a button that only a frame tells of: a frame may also stand around a note."""


def told(text: str, box: Rect, controls: Iterable[Element]) -> bool:
    """Whether ``text``, read in ``box``, is what the controls there are called."""
    letters = letters_of(text)
    there = sorted((c for c in controls if c.box.grow(_AROUND).intersect(box)), key=lambda c: (c.box.x, c.box.y))
    names = "".join(letters_of(control.name) for control in there)
    if not letters or not names:
        return False
    matched = SequenceMatcher(None, letters, names, autojunk=False).get_matching_blocks()
    return sum(match.size for match in matched if match.size >= _RUN) >= _TOLD * len(letters)


def titled(text: str, box: Rect, windows: Iterable[Window]) -> bool:
    """Whether ``text``, read in ``box``, is the title of a program's dialog: ‘Save the current workbook as’.

    A title that names a document besides (‘… – Mousepad’) may hold a file's name, and a browser's a page's: these are
    words of others.
    """
    letters = letters_of(text)
    return bool(letters) and any(
        abs(box.center.y - window.box.y) <= _BAR
        and window.box.x <= box.center.x < window.box.right
        and len(window.title.split()) <= _WORDS_OF_A_TITLE
        and not _OF_A_DOCUMENT.search(window.title)
        and not BROWSERS.search(window.program)
        and SequenceMatcher(None, letters, letters_of(window.title), autojunk=False).ratio() >= _TOLD
        for window in windows
    )


def without_framed(scene: Scene) -> list[tuple[str, Rect]]:
    """The lines of a program's picture without what stands in frames side by side, a few words in each: buttons."""
    buttons = [widget for widget in scene.widgets if widget.role == "button"]
    rows = [button.box for button in buttons if any(_beside(button, other) for other in buttons)]
    found: list[tuple[str, Rect]] = []
    for line in scene.texts:
        found += _left(line, [box for box in rows if len(_inside(line, box).split()) <= _WORDS])
    return found


def _left(line: TextLine, frames: Sequence[Rect]) -> list[tuple[str, Rect]]:
    """What of ``line`` stands in none of ``frames``."""
    outside = [
        not any(frame.contains(line.part(at, at + 1).center) for frame in frames) for at in range(len(line.text))
    ]
    if all(outside):
        return [(line.text, line.box)]
    parts: list[tuple[str, Rect]] = []
    begin: int | None = None
    for at, is_outside in enumerate([*outside, False]):
        if is_outside and begin is None:
            begin = at
        elif not is_outside and begin is not None:
            if words := line.text[begin:at].strip():
                parts.append((words, line.part(begin, at)))
            begin = None
    return parts


def _inside(line: TextLine, frame: Rect) -> str:
    return "".join(letter for at, letter in enumerate(line.text) if frame.contains(line.part(at, at + 1).center))


def _beside(one: Widget, other: Widget) -> bool:
    """Whether they stand side by side in a row, as high as each other."""
    level = abs(one.box.center.y - other.box.center.y) <= 3 and abs(one.box.height - other.box.height) <= 4
    return level and one.box != other.box
