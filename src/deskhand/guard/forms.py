"""What stands around a thing in its window: texts, the dialog it is in, the form it belongs to, what Return presses.

Pure, as `surroundings`: everything comes from one reading of the accessibility tree.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from deskhand.desktop.interface import Element
from deskhand.guard.evidence import Thing
from deskhand.guard.surroundings import FIELDS, TICKS, WORDS, Tree, holds, is_chrome, page_of, thing
from deskhand.screen.geometry import Rect

NEAR = 260
"""Pixels within which a text stands around a thing."""
_DIALOGS = frozenset(
    {"dialog", "alert", "file chooser", "alert dialog", "color chooser", "font chooser", "notification"}
)
_FEW = 16
"""Named things that a window holds at most that only asks something."""
_OF_WINDOWS = frozenset({"Minimize", "Maximize", "Restore", "Close window"})
_TAKES_IN = re.compile(
    r"(add|put|insert|append|go|search|find|filter|look up|look|check|calculate|convert|preview|show)\b"
    r"|.{0,8}(足す|たす|加える|追加(する)?|入れる|入力|探す|さがす|検索|調べる|しらべる|絞る|絞り込む|計算|換算|見る|表示)$"
)
"""Buttons that take in what stands in the field beside them: Return does as they do."""
_OF_PLACES = frozenset({"menu bar", "tool bar", "document web", "document text", "document frame", "table",
                        "tree table",
                        "page tab list", "terminal", "canvas", "drawing area", "icon view",
                        "layered pane"})  # fmt: skip
"""What windows have that one works in."""


def texts(tree: Tree, within: Rect | None = None) -> tuple[str, ...]:
    """Everything that is written in a window, in the order of the tree, each text once."""
    found: dict[str, None] = {}
    for element in tree.elements[1:]:
        if within is not None and not within.contains(element.box.center):
            continue
        if element.name:
            found.setdefault(element.name)
        if element.value and element.role in WORDS:
            found.setdefault(element.value)
    return tuple(found)


def near(tree: Tree, box: Rect) -> tuple[str, ...]:
    """The texts around ``box``, nearest first."""
    found: dict[str, int] = {}
    for element in tree.elements[1:]:
        for text in (element.name, element.value if element.role in WORDS else ""):
            gap = _gap(box, element.box)
            if text and gap <= NEAR and element.box != box and gap < found.get(text, NEAR + 1):
                found[text] = gap
    return tuple(sorted(found, key=lambda text: found[text]))


def _gap(one: Rect, other: Rect) -> int:
    x = max(other.x - one.right, one.x - other.right, 0)
    y = max(other.y - one.bottom, one.y - other.bottom, 0)
    return x + y


def dialog(tree: Tree, element: Element | None) -> str:
    """What the dialog says that ``element`` is in; the window itself may be one, or a part of a page."""
    root = tree.root
    if root.role in _DIALOGS or "modal" in root.states or _only_asks(tree):
        return _words(tree.elements)
    if element is None:
        return ""
    index = tree.elements.index(element)
    for start in range(index, 0, -1):
        outer = tree.elements[start]
        if outer.role in _DIALOGS and (start == index or holds(tree, start, element)):
            inside = [outer]
            for inner in tree.elements[start + 1 :]:
                if inner.depth <= outer.depth:
                    break
                inside.append(inner)
            return _words(inside)
    return ""


def _only_asks(tree: Tree) -> bool:
    """Whether a window that does not call itself a dialog is one: some words, one to four buttons, nothing else."""
    named = [e for e in tree.elements[1:] if e.name or e.value]
    buttons = [e for e in named if e.role in ("push button", "button") and e.name not in _OF_WINDOWS]
    words = [e for e in named if e.role in WORDS or e.role == "text"]
    return (
        len(named) <= _FEW
        and 1 <= len(buttons) <= 4
        and bool(words)
        and not any(e.role in _OF_PLACES for e in tree.elements)
    )


def _words(elements: Sequence[Element]) -> str:
    found: dict[str, None] = {}
    for element in elements:
        if element.role in WORDS | _DIALOGS or element.role in ("text", "frame"):
            for text in (element.name, element.value if element.role in WORDS else ""):
                if text:
                    found.setdefault(text)
    return " ".join(found)[:600]


def form(tree: Tree, element: Element | None) -> tuple[Thing, ...]:
    """Fields, boxes and buttons that belong together with ``element``: those of its page, or of its window."""
    page = page_of(tree)
    parts: Sequence[Element] = tree.elements[1:]
    if page is not None and not is_chrome(tree, element):
        start = tree.elements.index(page)
        parts = [e for i, e in enumerate(tree.elements) if i > start and _within(tree, start, i)]
    wanted = FIELDS | TICKS | {"push button", "button"}
    return tuple(thing(e, tree) for e in parts if e.role in wanted)[:80]


def _within(tree: Tree, start: int, index: int) -> bool:
    return all(e.depth > tree.elements[start].depth for e in tree.elements[start + 1 : index + 1])


def default_button(tree: Tree, element: Element | None) -> Element | None:
    """What Return would press: the focused button itself, the dialog's default, or the first button after a field."""
    if element is not None and element.role in ("push button", "button", "link", "toggle button"):
        return element
    page = page_of(tree)
    parts = tree.elements
    if page is not None and element is not None and not is_chrome(tree, element):
        # Return in a page presses nothing of the browser's own bubbles (‘Save password?’).
        top = parts.index(page)
        parts = tuple(e for i, e in enumerate(parts) if i > top and _within(tree, top, i))
    marked = [e for e in parts if "is default" in e.states and e.role in ("push button", "button")]
    if marked:
        return marked[0]
    if element is None or element.role not in FIELDS or "multi line" in element.states or is_chrome(tree, element):
        return None
    if page is None:
        return None
    index = tree.elements.index(element)
    start = next((i for i in range(index, 0, -1) if tree.elements[i].role == "form" and holds(tree, i, element)), None)
    parts = parts[parts.index(element) + 1 :] if element in parts else ()
    if start is not None:
        own = [e for i, e in enumerate(tree.elements) if i > start and _within(tree, start, i)]
        parts = tuple(e for e in own if e.role in ("push button", "button") and _submits(e)) or ()
        return parts[0] if parts else None
    near = element.box.grow(NEAR)
    beside = _beside(parts, element.box)
    if beside is not None and _TAKES_IN.match(beside.name.strip().casefold()):
        return beside  # ‘Item [Add to the list]’, and what asks for a van stands below
    return next(
        (e for e in parts if e.role in ("push button", "button") and _submits(e) and near.intersect(e.box)), None
    )


def _beside(parts: Sequence[Element], box: Rect) -> Element | None:
    """The first button after a field, on its line and before any other field."""
    for part in parts:
        if part.role in FIELDS or part.box.y >= box.bottom:
            return None
        if part.role in ("push button", "button") and part.name:
            return part
    return None


def _submits(element: Element) -> bool:
    """Whether a button looks like one that sends a form: it has a name, and the name is no way out."""
    from deskhand.guard.consequence.labels import meaning_of

    meaning = meaning_of(element.name)
    return bool(element.name) and (
        meaning is None or meaning.kind == "yes" or meaning.consequence not in ("navigate", "edit")
    )
