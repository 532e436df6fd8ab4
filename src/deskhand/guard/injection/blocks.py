"""The screen's text as paragraphs: what belongs together is judged together, and knows where it stands.

A sentence on a page is several lines of a picture, or several leaves of the accessibility tree (a word in bold is a
leaf of its own). Judged line by line, an order loses its verb.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from deskhand.desktop.interface import Element, Window
from deskhand.guard.injection.captions import NAMED, titled, told, without_framed
from deskhand.guard.injection.echo import letters_of
from deskhand.guard.injection.rows import PRESSED, WORDS_OF_A_LABEL, labels_of, without_buttons
from deskhand.guard.injection.rows import wordy as wordy
from deskhand.guard.surroundings import trees
from deskhand.screen.geometry import Rect
from deskhand.vision.scene import Scene

_CONTROLS = """
push button | button | toggle button | menu item | menu | menu bar | check menu item | radio menu item | tab | page
tab | check box | radio button | combo box | scroll bar | slider | spin button | separator | tool bar | status bar
| list item marker | frame | window | icon | push button menu | link | label | heading | tool tip | statusbar |
table column header | column header
"""
CONTROLS = frozenset(" ".join(role.split()) for role in _CONTROLS.split("|"))
"""What a person presses, and what names things: few words of it are no sentence."""
_PART_OF_A_NAME = 12
"""Letters of a line which are no chance in the name of a box to tick."""
_BESIDE_A_BOX = 40
"""Pixels around such a box at which its name begins."""
_NAMED_LONG = PRESSED | {"frame", "window", "page tab"}
"""What is called so, however many words it takes; of a window and a tab it is the title."""
TICKED = frozenset({"check box", "radio button", "toggle button", "switch"})
"""Boxes whose words stand beside them."""
_NAMING = CONTROLS - {"label", "heading"}
"""The same in a box that only says something."""
_OWN_WORDS = frozenset({"label", "static", "heading", "dialog", "alert", "file chooser", "info bar", "notification"})
"""What a desktop program says itself: ‘Do you want to delete it?’ is its question, and no stranger's."""
_OF_BROWSERS = _OWN_WORDS | {"paragraph", "section"}
"""A browser says itself that passwords are saved. 12 of 22 harmless acts that a text stopped, it was this."""
_QUOTES = re.compile(r"\bsays$|の内容$|^(?:This|An embedded) page")
"""How a browser calls a box in which a page speaks."""
_BOXES = frozenset({"dialog", "alert", "frame", "window", "notification"})
_MAIN = frozenset(
    {"menu bar", "tool bar", "table", "tree table", "terminal", "layered pane", "page tab list", "canvas"}
)
_MOST_OF_A_BOX = 40
"""Elements that a box has at most which only says or asks something."""
_BROKEN = re.compile(r"\w[-/=&?_@]$")
"""How a line ends that goes on without a space: ‘glacier-’ and ‘pass.example/claim’ are one host."""
_PAGES = frozenset({"document web", "document frame", "document text"})


@dataclass(frozen=True, slots=True)
class Line:
    text: str
    box: Rect


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that are read as one text."""

    lines: tuple[Line, ...]
    in_page: bool = False
    """Whether it is content that a program shows (a web page), not the program itself."""
    editable: bool = False
    speaker: Element | None = None
    """The window of the box or toast that says it: about its own buttons it asks, for all else it is a text."""
    control: bool = False
    """Whether it is the long name of something to press or to fill in, or a title."""
    waits: bool = False
    """Whether it is the name of a field to fill in or of a box to tick: it speaks of these alone."""

    @property
    def text(self) -> str:
        return "".join(line.text + joint for line, joint in self._joined)

    def region(self, start: int, end: int) -> Rect:
        """Where the characters ``start`` to ``end`` of `text` stand: whole lines."""
        at = 0
        boxes: list[Rect] = []
        for line, joint in self._joined:
            if at < end and start < at + len(line.text):
                boxes.append(line.box)
            at += len(line.text) + len(joint)
        return bound(boxes or [line.box for line in self.lines])

    @property
    def _joined(self) -> Iterator[tuple[Line, str]]:
        """Each line, and what stands between it and the next: nothing where an address or a word was broken."""
        for line, after in zip(self.lines, [*self.lines[1:], None], strict=True):
            broken = after is not None and _BROKEN.search(line.text) and after.text[:1].isalnum()
            yield line, "" if after is None or broken else "\n"


def bound(boxes: Iterable[Rect]) -> Rect:
    boxes = list(boxes)
    return Rect.from_corners(
        min(box.x for box in boxes),
        min(box.y for box in boxes),
        max(box.right for box in boxes),
        max(box.bottom for box in boxes),
    )


def of_elements(elements: Sequence[Element]) -> list[Block]:
    """The texts of the accessibility tree, leaves of one paragraph joined."""
    labels = labels_of(elements)
    browsers = {element.program for element in elements if element.page}
    found: list[Block] = []
    current: list[Line] = []
    page = ""
    speaker: Element | None = None
    parents: list[tuple[int, str]] = []

    def close() -> None:
        if current:
            found.append(Block(tuple(current), bool(page), speaker=speaker))
            current.clear()

    for at, (element, spoken_by) in enumerate(zip(elements, speakers(elements), strict=True)):
        if element.page != page or spoken_by is not speaker:
            close()
            page, speaker = element.page, spoken_by
        if element.role in _PAGES or element is speaker:
            continue
        own_words = _OF_BROWSERS if element.program in browsers else _OWN_WORDS
        if not element.page and speaker is None and element.role in own_words:
            continue
        parents = [(depth, text) for depth, text in parents if depth < element.depth]
        value = element.value.replace("\ufffc", " ").strip()
        own_field = not element.page and ("editable" in element.states or element.role == "entry")
        longer = bool(value) and value not in element.name and len(value) > len(element.name)
        # A field of the program's own is called so by the program: ‘Address and search bar’ is nobody's wish.
        text = value if longer or own_field else element.name
        if not text:
            continue
        squeezed = "".join(text.split())
        if any(squeezed in whole for _, whole in parents):
            continue
        text = without_buttons(text, elements, at)
        parents.append((element.depth, "".join(text.split())))
        names = element.role in (_NAMING if speaker is not None else CONTROLS)
        if wordy(text) <= WORDS_OF_A_LABEL and (names or squeezed in labels):
            continue
        if not text:
            continue
        line = Line(text, element.box)
        if "editable" in element.states or element.role in CONTROLS:
            close()
            field = element.role == "entry" and text == element.name
            control, waits = element.role in _NAMED_LONG or field, element.role in TICKED or field
            found.append(Block((line,), bool(page), "editable" in element.states, speaker, control, waits))
            continue
        if current and not _follows(current[-1].box, element.box):
            close()
        current.append(line)
    close()
    return found


def speakers(elements: Sequence[Element]) -> list[Element | None]:
    """Of each element the box or toast that it is part of, if it is one that only says something to whoever reads."""
    browsers = {element.program for element in elements if element.page}
    found: list[Element | None] = []
    for tree in trees(elements):
        root = tree.root
        whole = root.role in _BOXES and root.program not in browsers and len(tree.elements) <= _MOST_OF_A_BOX
        whole = whole and not any(element.role in _MAIN for element in tree.elements)
        within = root if whole else None
        for element in tree.elements:
            if not whole and within is not None and element.depth <= within.depth:
                within = None
            if not whole and within is None and not element.page and quotes(element):
                within = element
            found.append(None if element.page else within)
    return found


def quotes(element: Element) -> bool:
    """Whether it is a box of a browser in which a page speaks."""
    return element.role in ("dialog", "alert") and _QUOTES.search(element.name) is not None


def besides_labels(blocks: Iterable[Block], elements: Sequence[Element]) -> list[Block]:
    """What was read off the picture, without the words beside a box to tick, which the tree knows as its name, and
    `besides_controls`."""
    labels = {letters_of(name) for name in labels_of(elements)} - {""}  # its brackets may have been misread
    ticked = [
        (letters_of(element.name), element.box.grow(_BESIDE_A_BOX)) for element in elements if element.role in TICKED
    ]

    def names(line: Line) -> bool:
        """A long name may stand on two lines; in the tree it is read whole."""
        letters = letters_of(line.text)
        long = len(letters) >= _PART_OF_A_NAME
        return letters in labels or (long and any(letters in name and at.intersect(line.box) for name, at in ticked))

    left = [replace(b, lines=tuple(line for line in b.lines if not names(line))) for b in blocks]
    return besides_controls(left, elements)


def besides_controls(blocks: Iterable[Block], elements: Sequence[Element]) -> list[Block]:
    """What was read off the picture, without what a program's own controls at that place are called in the tree."""
    controls = [
        element
        for element, speaker in zip(elements, speakers(elements), strict=True)
        if element.role in NAMED and not element.page and 0 < wordy(element.name) <= WORDS_OF_A_LABEL
        and (speaker is None or element.role in PRESSED)
    ]  # fmt: skip
    left = [replace(b, lines=tuple(one for one in b.lines if not told(one.text, one.box, controls))) for b in blocks]
    return [block for block in left if block.lines]


def besides_titles(blocks: Iterable[Block], windows: Sequence[Window]) -> list[Block]:
    """What was read off the picture, without the titles of programs' dialogs."""
    left = [replace(b, lines=tuple(one for one in b.lines if not titled(one.text, one.box, windows))) for b in blocks]
    return [block for block in left if block.lines]


def of_scene(scene: Scene, *, program: bool = False, speaker: Element | None = None) -> list[Block]:
    """The lines of a picture as paragraphs. ``program``: it is the window of a program that describes itself to nobody,
    whose framed words in a row are its buttons. ``speaker``: the dialog whose picture it is."""
    open_: list[list[Line]] = []
    done: list[list[Line]] = []
    read = without_framed(scene) if program else [(line.text, line.box) for line in scene.texts]
    for text, box in read:
        line = Line(text, box)
        home = next((lines for lines in reversed(open_[-8:]) if _follows(lines[-1].box, line.box)), None)
        if home is None:
            open_.append([line])
        else:
            home.append(line)
    done.extend(open_)
    return [Block(tuple(lines), True, speaker=speaker) for lines in done]


def _follows(before: Rect, after: Rect) -> bool:
    """Whether ``after`` goes on where ``before`` ends: beside it on the line, or on the next one."""
    height = max(6, min(before.height, after.height, 40))
    same_line = abs(before.center.y - after.center.y) <= height // 2
    if same_line:
        return -height <= after.x - before.right <= 2 * height
    gap = after.y - before.bottom
    near_left = after.x - before.x < before.width and before.x - after.x < max(4 * height, after.width)
    alike = max(before.height, after.height) <= 1.6 * height or max(before.height, after.height) > 40
    return -height // 2 <= gap <= int(0.9 * height) and near_left and alike
