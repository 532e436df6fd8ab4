"""Where a viewer says which page shows, and of how many: a field of one number with "of 12" behind it.

The field has no label "Page" in a viewer never met, so that the person was asked whether "Next Page" or "Last Page" is
meant by page 3, and the number of pages was said not to show.
"""

from __future__ import annotations

import re

from deskhand.models.local import layout
from deskhand.models.local.skills.commands.fit import fit
from deskhand.models.local.skills.commands.slots import Slot, slots
from deskhand.screen.geometry import Rect
from deskhand.vision.folding import fold
from deskhand.vision.picture import Picture
from deskhand.vision.scene import Scene

NUMBER = 100
"""Pixels that a field for the number of a page is wide at most."""
BEHIND = 60
"""Pixels from the field to the words that say of how many."""
HEAD = 150
"""Pixels at the head of a window in which its bars stand."""
OWN = 0.7
"""What the words beside the field must say of "page"."""
PAGES = re.compile(r"pages?|ページ数?|頁", re.IGNORECASE)
_ALL_OF_IT = re.compile(r"\d+\s*(?:of|/)\s*\d+")
_OF = re.compile(r"[(\[（]?\s*(?:\d+\s*)?(?:of|/|中)\s*(\d[\d,]*)\s*(?:pages?|ページ)?[)\]）]?", re.IGNORECASE)


def page_field(scene: Scene, pixels: Picture, area: Rect) -> Slot | None:
    """The one field in ``area`` that takes the number of a page."""
    narrow = [slot for slot in slots(scene, pixels, area) if slot.kind == "text" and slot.box.width <= NUMBER]
    counted = [slot for slot in narrow if _counts(slot.value) or (slot.value.isdigit() and _behind(scene, slot.box))]
    found = counted or [slot for slot in narrow if fit("page", slot.label) >= OWN]
    return found[0] if len(found) == 1 else None


def page_place(scene: Scene, pixels: Picture, area: Rect) -> Rect | None:
    """Where the number of a page is typed: that field, or the one "1/6", or "1" with "of 6" behind it, at the head of
    the window, frame or none."""
    field = page_field(scene, pixels, area)
    if field is not None:
        return field.box
    head = Rect(area.x, area.y, area.width, HEAD)
    there = [line for line in scene.texts if head.contains(line.box.center)]
    found = [line.box for line in there if _counts(line.text)]
    found = found or [line.box for line in there if line.text.strip().isdigit() and _behind(scene, line.box)]
    return found[0] if len(found) == 1 else None


def page_shown(scene: Scene, pixels: Picture, area: Rect) -> str:
    """The number in that field."""
    place = page_place(scene, pixels, area)
    said = [line.text for line in scene.texts if place is not None and place.grow(2).contains(line.box.center)]
    found = re.match(r"\s*(\d+)", " ".join(said))
    return "" if found is None else found[1]


def page_beside_search(scene: Scene, area: Rect, sought: str) -> str:
    """The number of the page at the window's head, "5 of 6" or "5" right before "6", while a search is open there: that
    counts its hits as “1/1” beside its word, which tells of no page."""
    head = Rect(area.x, area.y, area.width, HEAD)
    lines = [line for line in scene.texts if head.contains(line.box.center)]
    rows = [line.box for line in lines if fold(sought).letters and fold(sought).letters in fold(line.text).letters]
    free = [line for line in lines if not any(_of_search(line.box, row) for row in rows)]
    found = {line.text.strip().split("/")[0].split("of")[0].strip() for line in free if _counts(line.text)}
    for line in free:
        number = line.text.strip()
        for other in free:
            last = other.text.strip(" ()/of")
            beside = layout.same_row(line.box, other.box) and 0 <= other.box.x - line.box.right <= BEHIND
            if number.isdigit() and last.isdigit() and beside and 0 < int(number) <= int(last):
                found.add(number)
    return found.pop() if len(found) == 1 else ""


def _of_search(box: Rect, word: Rect) -> bool:
    return abs(box.center.y - word.center.y) <= word.height + 4 and box.x >= word.x


def _counts(value: str) -> bool:
    """Whether it says "1/6" itself."""
    return _ALL_OF_IT.fullmatch(value.strip()) is not None


def pages_told(scene: Scene, pixels: Picture, area: Rect) -> str:
    """How many pages the window says there are; "" where it does not, or says two things."""
    field = page_field(scene, pixels, area)
    if field is not None and (told := _behind(scene, field.box)):
        return told
    alone = [_OF.fullmatch(line.text.strip()) for line in scene.texts if area.contains(line.box.center)]
    totals = {match[1].replace(",", "") for match in alone if match is not None}
    return totals.pop() if len(totals) == 1 else ""


def _behind(scene: Scene, field: Rect) -> str:
    """Of how many, by the words right behind a field."""
    for line in scene.texts:
        if layout.same_row(line.box, field) and -4 <= line.box.x - field.right <= BEHIND:
            match = _OF.fullmatch(line.text.strip())
            if match is not None:
                return match[1].replace(",", "")
    return ""
