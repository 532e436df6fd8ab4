"""From lines and edges to a scene: which marks are text, which boxes are widgets, which "text" was a picture."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from deskhand.screen.geometry import Point, Rect, Size
from deskhand.vision import letters
from deskhand.vision.cutting import at_borders, without_checks
from deskhand.vision.icons import find_icons, is_colourful
from deskhand.vision.joined import joined
from deskhand.vision.learned import Seen
from deskhand.vision.marks import PICTURES
from deskhand.vision.ocr import Ocr, RawLine
from deskhand.vision.order import reading_order
from deskhand.vision.overlaps import holds_a_center, mostly_within
from deskhand.vision.pictograms import IconReader
from deskhand.vision.picture import Picture
from deskhand.vision.repair import CARET_WIDTH
from deskhand.vision.scene import Scene, Widget
from deskhand.vision.toggles import find_toggles
from deskhand.vision.widgets import bordered, content_of, edges_of

WEAK = 0.75
"""Below this a line of one to six characters is more often an icon or a row of window buttons than text."""
LARGEST_KEY = 130
HOPELESS = 0.5
FEW = 6
BOXY = letters.STROKES | frozenset("回田品凸凹四皿目日")
"""Kanji that icons are read as."""
ICON = 64
"""Larger ones are pictures."""
KEY = 23
"""A bordered box smaller than this holds an icon (window buttons: 14 to 20 pixels), a larger one a label (keys: 26)."""


def lay_out(
    picture: Picture,
    lines: Sequence[RawLine],
    ocr: Ocr,
    pointer: Point | None = None,
    seen: Sequence[Seen] = (),
    icon_reader: IconReader | None = None,
) -> Scene:
    """The scene of ``picture`` given the lines read on it and the widgets that the network saw.

    ``pointer``: the hot spot, if a pointer is drawn in.
    """
    edges = edges_of(picture)
    lines = without_checks(lines)
    if pointer is not None:
        arrow = Rect(pointer.x - 8, pointer.y - 10, 24, 32)
        lines = [line for line in lines if line.sure or len(line.places) > 2 or not _mostly_in(line.box, arrow)]
    sure = [line for line in lines if not _may_be_picture(line)]
    unsure = [line for line in lines if _may_be_picture(line)]
    boxes = bordered(edges, [line.box for line in sure])
    sure = at_borders(sure, boxes, picture)
    heights = sorted(line.box.height for line in sure if line.is_east_asian)
    usual = heights[len(heights) // 2] if heights else 0
    texts = sure + [line for line in unsure if _is_text_after_all(picture, line, boxes, usual)]
    covered = [line.box for line in texts]
    within = mostly_within(boxes, [text.grow(2) for text in covered], 0.7)
    boxes = [box for box, lettering in zip(boxes, within, strict=True) if not lettering]

    places: list[tuple[Rect, Rect]] = []
    for box, written in zip(boxes, holds_a_center(boxes, covered), strict=True):
        content = None if written else content_of(picture, box)
        if content is not None and not any(content.intersect(other) for other, _ in places):
            places.append((content, box))
    icons: list[Widget] = []
    for (content, box), line in zip(places, ocr.read_marks(picture, places), strict=True):
        if line is not None and min(box.width, box.height) >= KEY and line.mark not in PICTURES:
            texts.append(line)
        else:
            icons.append(Widget("icon", content, mark=ocr.mark_at(picture, content)))
    covered = [line.box for line in texts]

    toggles = find_toggles(picture, edges, boxes, covered)
    taken = covered + [widget.box for widget in (*toggles, *icons)]
    drawn = find_icons(edges, taken, boxes)
    drawn += [line.box for line in unsure if line not in texts and not _is_caret(line.box)]
    for rect in drawn:
        if not any(rect.intersect(icon.box) for icon in icons):
            icons.append(Widget("icon", rect, mark=ocr.mark_at(picture, rect)))
    toggled = [toggle.box for toggle in toggles]
    icons = [icon for icon in icons if not any(_mostly_in(icon.box, box) for box in toggled)]
    plain = [Widget("box", box) for box in boxes if not any(_mostly_in(box, toggle) for toggle in toggled)]
    japanese = any(line.has_kana for line in texts)
    everything = joined((*plain, *toggles, *icons), seen, covered, picture)
    if icon_reader is not None:
        everything = _with_ideas(everything, picture, icon_reader)
    widgets = sorted(everything, key=lambda widget: (widget.box.y, widget.box.x))
    return Scene(
        Size(picture.shape[1], picture.shape[0]),
        reading_order(line.as_text(japanese) for line in texts),
        tuple(widgets),
    )


def _with_ideas(widgets: Sequence[Widget], picture: Picture, reader: IconReader) -> list[Widget]:
    """The icons with what they stand for."""
    icons = [
        widget.box for widget in widgets if widget.kind == "icon" and max(widget.box.width, widget.box.height) <= ICON
    ]
    ideas = dict(zip(icons, reader.read(picture, icons), strict=True))
    return [replace(w, idea=ideas.get(w.box, "")) if w.kind == "icon" else w for w in widgets]


def _may_be_picture(line: RawLine) -> bool:
    length = len(line.mark.replace(" ", ""))
    return length <= FEW and (
        line.confidence < WEAK or (length == 1 and (not line.mark.isdigit() or _is_caret(line.box)))
    )


def _is_text_after_all(picture: Picture, line: RawLine, boxes: Sequence[Rect], usual: int) -> bool:
    """``usual``: the height of East Asian lines on this screen, 0 without any."""
    box = line.box
    boxes = [
        other for other in boxes if other.x < box.right + 3 and box.x < other.right + 3 and other.y < box.bottom + 3
    ]
    if _is_single_kanji(line) and 0.7 * usual <= box.height <= 1.35 * usual:
        return not is_colourful(picture[box.y : box.bottom, box.x : box.right])
    within = [small for small in boxes if small.contains(box.center) and max(small.width, small.height) < KEY]
    if within and not line.mark.isalnum():
        return False  # the mark of a window's button
    if _is_caret(box):
        return False  # a text caret in an empty field
    on_key = any(key.contains(box.center) and max(key.width, key.height) <= LARGEST_KEY for key in boxes)
    if len(line.mark) == 1 and not line.mark.isalnum() and not on_key:
        return False
    if len(line.mark) == 1 and (line.mark in PICTURES or (letters.is_kanji(line.mark) and not usual)):
        return False
    if any(_mostly_in(small, box.grow(3)) for small in boxes if small.area * 1.2 >= box.area or line.confidence < WEAK):
        return False  # these are bordered boxes, read as one: a row of window buttons
    crop = picture[box.y : box.bottom, box.x : box.right]
    return not is_colourful(crop) and line.confidence >= HOPELESS


def _is_single_kanji(line: RawLine) -> bool:
    """A label such as 国 or 姓: boxes are seen in its strokes, but it is read without doubt."""
    return line.sure and len(line.mark) == 1 and letters.is_kanji(line.mark) and line.mark not in BOXY


def _is_caret(box: Rect) -> bool:
    return box.width <= CARET_WIDTH and box.height >= 12


def _mostly_in(inner: Rect, outer: Rect) -> bool:
    shared = inner.intersect(outer)
    return shared is not None and shared.area > 0.7 * inner.area
