"""The menu bar of the window in front, whatever its menus are called."""

from __future__ import annotations

from deskhand.models.local.hand import Hand
from deskhand.models.local.labels import other_names
from deskhand.models.local.windows import Window
from deskhand.screen.geometry import Rect
from deskhand.vision.folding import fold
from deskhand.vision.scene import Scene, TextLine, Word

REACH = 72
"""Pixels below the title bar within which a menu bar stands."""
EDGE, FIRST = 40, 26
"""Pixels from a window's left edge to its first menu, and from its title to the row of menus, at most."""
_USUAL = (
    "File", "Edit", "View", "Search", "Tools", "Options", "Settings", "Help", "Document", "Documents", "Window",
    "Format", "Insert", "Go", "Bookmarks", "Project", "Data", "Image", "Tabs", "Game", "Actions", "Action", "Session",
    "Archive", "Table", "Query", "Database", "Text", "Selection", "Page", "Colors", "Mode", "Preferences", "Manage",
    "Transactions", "Reports", "Layers", "Effects", "Filters", "Statistics", "Home", "Configure", "Navigation",
)  # fmt: skip


def _keys() -> frozenset[str]:
    return frozenset(fold(name).letters for usual in _USUAL for name in (usual, *other_names(usual)))


_KNOWN = _keys()
_TAILS = frozenset(name[1:] for name in _KNOWN if len(name) >= 4)
"""The same without their first letter: the stroke below it makes "Eile" of "File" and "Qutput" of "Output"."""


async def bar_words(hand: Hand) -> tuple[Window | None, list[Word]]:
    """The menus of the bar, from left to right, and the window they are in; empty where there is none. Where a palette
    is in front, its program's larger window has the bar."""
    scene, front = await hand.scene(), await hand.front()
    windows = sorted(await hand.windows(), key=lambda window: -window.box.area)
    for window in ([front] if front is not None else []) + [one for one in windows if one != front]:
        if front is not None and window.box.area < front.box.area:
            continue
        if words := _bar_in(scene, Rect(window.box.x, window.bar.bottom - 4, window.box.width, REACH)):
            return window, words
    return None, [] if windows else _bar_in(scene, Rect(0, 0, scene.size.width, scene.size.height // 2))


def _bar_in(scene: Scene, strip: Rect) -> list[Word]:
    """The topmost row of which enough are menus' names: a tool bar below may have as many of their words."""
    lines = [line for line in scene.texts if strip.contains(line.box.center)]
    rows: list[tuple[int, int, list[Word]]] = []
    for first in lines:
        row = [line for line in lines if abs(line.box.center.y - first.box.center.y) <= 7]
        words = sorted((word for line in row for word in _words(line)), key=lambda word: word.box.x)
        known = sum(1 for word in words if _known(word.text))
        if (known >= 2 and known * 3 >= len(words)) or (known and _is_first_row(words, strip)):
            rows.append((known, first.box.y, words))
    most = max((known for known, _, _ in rows), default=0)
    best = min((one for one in rows if 2 * one[0] >= most), key=lambda one: one[1], default=(0, 0, []))[2]
    return [  # a part of a name may have been read once more by itself
        word
        for word in best
        if not any(len(other.text) > len(word.text) and other.box.intersect(word.box) for other in best)
    ]


def _is_first_row(words: list[Word], strip: Rect) -> bool:
    """Whether words stand as menus do, with names of a program's own: a row from the left edge right below the title,
    each with a capital, the first one a usual menu."""
    return (
        len(words) >= 3
        and _known(words[0].text)
        and words[0].box.x - strip.x <= EDGE
        and words[0].box.y - strip.y <= FIRST
        and all(word.text[:1].isupper() and word.text.isalpha() for word in words)
    )


def _words(line: TextLine) -> list[Word]:
    """Each menu's name; where two words stand as close as in a sentence, they are one name."""
    found: list[Word] = []
    for word in line.words:
        if found and word.box.x - found[-1].box.right <= 0.42 * line.box.height and not _known(word.text):
            last = found.pop()
            word = Word(f"{last.text} {word.text}", last.box.union(word.box))
        found.append(word)
    return [word for word in found if any(character.isalpha() for character in word.text)]


def _known(text: str) -> bool:
    name = fold(text.split("(")[0].split("（")[0]).letters
    return name in _KNOWN or (len(name) >= 4 and name[1:] in _TAILS)
