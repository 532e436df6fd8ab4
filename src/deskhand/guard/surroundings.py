"""From the accessibility tree to what an act touches: the thing under the pointer or with the keyboard, and its window.

Pure: everything comes from one reading of the tree and the list of windows.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from deskhand.desktop.interface import Element, Window
from deskhand.guard.consequence.ticking import declares
from deskhand.guard.evidence import Thing
from deskhand.screen.geometry import Point, Rect

_WALLS = 45
"""Pixels that a window's frame is thick at most."""
_PRESSABLE = frozenset(
    {
        "push button", "button", "toggle button", "link", "menu item", "check menu item", "radio menu item",
        "check box",
        "radio button", "page tab", "combo box", "switch", "slider", "spin button", "entry", "password text", "menu",
        "push button menu", "tree item",
    }
)  # fmt: skip
_MENUS = frozenset({"menu item", "check menu item", "radio menu item"})
_ENTRIES = frozenset({"list item", "table cell", "cell", "tree item", "page tab", "icon", "row", "table row"})
_HOLD_ENTRIES = frozenset(
    {
        "list", "list box", "table", "tree", "tree table", "page tab list", "layered pane", "panel", "filler",
        "scroll pane", "viewport", "window", "frame", "dialog", "section", "document web", "document frame",
    }
)  # fmt: skip
FIELDS = frozenset({"entry", "password text", "text", "combo box", "spin button", "text area"})
TICKS = frozenset({"check box", "radio button", "toggle button", "switch"})
WORDS = frozenset({"static", "label", "heading", "paragraph", "text leaf", "caption", "info bar", "notification"})


@dataclass(frozen=True, slots=True)
class Tree:
    """The elements of one window, in the order of the tree; the first is the window itself."""

    elements: tuple[Element, ...]

    @property
    def root(self) -> Element:
        return self.elements[0]


def trees(elements: Sequence[Element]) -> list[Tree]:
    """Each window's own tree."""
    found: list[list[Element]] = []
    for element in elements:
        if element.depth == 0 or not found or found[-1][0].program != element.program:
            found.append([])
        found[-1].append(element)
    return [Tree(tuple(part)) for part in found]


def window_at(windows: Sequence[Window], point: Point) -> Window | None:
    """The frontmost window that ``point`` is in."""
    return next((w for w in windows if not w.minimized and w.box.contains(point)), None)


def tree_of(found: Sequence[Tree], window: Window | None, point: Point | None = None) -> Tree | None:
    """The tree of a window: the one with its place, and of several the one with its title."""
    if window is None:
        inside = [tree for tree in found if point is not None and tree.root.box.contains(point)]
        return min(inside, key=lambda tree: tree.root.box.area) if inside else None
    inside = [tree for tree in found if _frames(window.box, tree.root.box) and len(tree.elements) > 1]
    named = [tree for tree in inside if tree.root.name == window.title]
    chosen = named or [tree for tree in inside if _program(window, tree.root)] or inside
    return max(chosen, key=lambda tree: len(tree.elements)) if chosen else None


def _frames(framed: Rect, content: Rect) -> bool:
    """Whether the window's box, with or without its frame, is that of the tree's root."""
    return (
        abs(framed.x - content.x) <= _WALLS
        and abs(framed.y - content.y) <= _WALLS
        and abs(framed.right - content.right) <= _WALLS
        and abs(framed.bottom - content.bottom) <= _WALLS
    )


def _program(window: Window, root: Element) -> bool:
    return (
        window.program.lower().split(".")[-1] in root.program.lower() or root.program.lower() in window.program.lower()
    )


def under(tree: Tree, point: Point) -> Element | None:
    """What a click at ``point`` goes to: the deepest thing there, or the button, link or box that it is a part of."""
    # A later sibling of the same depth lies on top of an earlier one.
    at = [(e.depth, index, e) for index, e in enumerate(tree.elements) if e.box.contains(point)]
    if not at:
        return None
    for _, _, element in at:
        if element.role in _MENUS:
            return element
    deepest = _uncovered(tree, at, max(at, key=lambda item: item[:2])[2])
    if deepest.role in _PRESSABLE:
        return deepest
    around = [item for item in at if item[2].role in _PRESSABLE and item[2].depth < deepest.depth
              and holds(tree, item[1], deepest)]  # fmt: skip
    return max(around, key=lambda item: item[:2])[2] if around else deepest


def _uncovered(tree: Tree, at: Sequence[tuple[int, int, Element]], deepest: Element) -> Element:
    """What is truly on top where a link is wrapped: its box covers both of its lines, and all that stands there."""
    inside = [e for _, i, e in at if e.role in _PRESSABLE and e.box.area * 2 < deepest.box.area
              and deepest.box.y - 16 <= e.box.y and e.box.bottom <= deepest.box.bottom + 16
              and not holds(tree, i, deepest)]  # fmt: skip
    outer = next((e for _, i, e in at if e.role == "link" and (e is deepest or holds(tree, i, deepest))), None)
    return min(inside, key=lambda e: e.box.area) if outer is not None and inside else deepest


def holds(tree: Tree, index: int, element: Element) -> bool:
    """Whether ``element`` is inside of the one at ``index`` in the tree."""
    outer = tree.elements[index]
    for inner in tree.elements[index + 1 :]:
        if inner.depth <= outer.depth:
            return False
        if inner is element:
            return True
    return False


def focused(tree: Tree) -> Element | None:
    """What has the keyboard: the deepest that says so. Qt says it of a list's current entry too, whoever has the
    keyboard; so a field or a button that says it goes before the entries of lists."""
    found = [element for element in tree.elements if "focused" in element.states and element.depth > 0]
    apart = [element for element in found if element.role not in _ENTRIES | _HOLD_ENTRIES]
    return max(apart or found, key=lambda element: element.depth) if found else None


def thing(element: Element | None, tree: Tree | None) -> Thing:
    if element is None:
        return Thing()
    label = element.name
    if not label and tree is not None:
        label = _inner_words(element, tree)
    caption = _caption(element, tree) if tree is not None and element.role in (FIELDS | TICKS) else ""
    role = "text area" if "multi line" in element.states and element.role == "entry" else element.role
    return Thing(label, role, element.box, element.value, element.states, "tree", "" if caption == label else caption)


def _inner_words(element: Element, tree: Tree) -> str:
    """The words inside of a thing that has no name of its own."""
    if element.role not in _PRESSABLE | {"list item", "table cell", "icon"} or element.role in FIELDS:
        return element.value if element.role in WORDS else ""
    index = tree.elements.index(element)
    words: list[str] = []
    for inner in tree.elements[index + 1 :]:
        if inner.depth <= element.depth:
            break
        if inner.role in WORDS and (inner.name or inner.value):
            words.append(inner.name or inner.value)
    return " ".join(dict.fromkeys(words))[:120]


def _caption(element: Element, tree: Tree) -> str:
    """The text that stands left of a field, above it, or right of a box to tick."""
    box = element.box
    best: tuple[int, str] | None = None
    words: Element | None = None
    for other in tree.elements:
        if other.role not in WORDS or not other.name or other is element:
            continue
        if other.name == element.name:
            return other.name
        gap = _beside(box, other.box, right=element.role in TICKS)
        if gap is not None and (best is None or gap < best[0]):
            best = (gap, other.name)
            words = other
    if best is None or (words is not None and element.role in TICKS and _chooses_row(element, words, tree)):
        return ""
    return best[1][:160]


def _chooses_row(tick: Element, words: Element, tree: Tree) -> bool:
    """Whether a box is one of several below each other, and the words beside it are a link elsewhere: it chooses that
    row, and what the row is called (‘Rental agreement.pdf’) says nothing of what it does."""
    link = _parent(words, tree)
    if link is None or link.role != "link" or _parent(link, tree) is _parent(tick, tree) or declares(words.name):
        return False
    return any(
        other.role == tick.role and other is not tick and abs(other.box.x - tick.box.x) <= 3 and not other.name
        for other in tree.elements
    )


def _parent(element: Element, tree: Tree) -> Element | None:
    at = next(index for index, one in enumerate(tree.elements) if one is element)
    return next((one for one in reversed(tree.elements[:at]) if one.depth < element.depth), None)


def _beside(box: Rect, words: Rect, *, right: bool) -> int | None:
    level = min(box.bottom, words.bottom) - max(box.y, words.y) > min(box.height, words.height) // 2
    if level and right and 0 <= words.x - box.right <= 40:
        return words.x - box.right
    if level and not right and -4 <= box.x - words.right <= 160:  # a text's box may reach a little beyond its letters
        return box.x - words.right
    over = min(box.right, words.right) - max(box.x, words.x) > 0
    if over and not right and 0 <= box.y - words.bottom <= 28:
        return 200 + box.y - words.bottom
    return None


def page_of(tree: Tree) -> Element | None:
    """The page that a browser shows in this window."""
    pages = [element for element in tree.elements if element.role.startswith("document web")]
    return max(pages, key=lambda element: element.box.area) if pages else None


def address(tree: Tree, element: Element | None) -> str:
    """Of the page, or of the frame in it, that ``element`` is part of; empty for what is no page."""
    if element is not None and element.page:
        return element.page
    page = page_of(tree)
    return "" if page is None else page.value or page.page


def is_chrome(tree: Tree, element: Element | None) -> bool:
    """Whether ``element`` belongs to the browser itself, its tool bar and tabs, and not to the page."""
    page = page_of(tree)
    if page is None or element is None or element.page:
        return False
    return not holds(tree, tree.elements.index(page), element) and element is not page
