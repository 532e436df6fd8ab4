# ruff: noqa: E501 - a pattern is read more easily in one line
"""Things told by more than their looks: the corner of another, the cheapest of a list, the first under a heading."""

from __future__ import annotations

import re

from deskhand.models.local.counted import at
from deskhand.models.local.layout import same_row
from deskhand.models.local.page.columns import parted
from deskhand.models.local.page.sheet import Sheet
from deskhand.models.local.page.skills import reckoning
from deskhand.models.local.page.telling import SHAPES, said
from deskhand.models.local.page.words import COLOURS, ordinal
from deskhand.screen.geometry import Rect
from deskhand.vision.match import similarity
from deskhand.vision.scene import Word

CORNER_OF = re.compile(
    r"(?:on |in |at )?the (?P<where>(?:top|upper|bottom|lower)[- ](?:left|right)(?:-hand)?|top|bottom|left|right) (?:corner|edge|end|side|half|part) of (?P<what>.+)$",
    re.IGNORECASE,
)


BORDERED = re.compile(
    r"(?P<what>.+?) (?:with|(?:that|which) has|having) (?:a |an |the )?(?:thick |thin |bold )?(?P<colour>"
    + "|".join(COLOURS)
    + r") (?:border|outline|frame|edge|rim)$",
    re.IGNORECASE,
)


MIDDLE_OF = re.compile(
    r"(?:on |in |at )?the (?:exact )?(?:middle|mid-?point|cent(?:er|re)|half-?way point)(?: point)? of (?:the )?(?P<what>.+)$",
    re.IGNORECASE,
)
LINE = re.compile(r"\b(?:line|segment|stroke)\b", re.IGNORECASE)


def corner(box: Rect, where: str) -> Rect:
    """A small part of the box, at that corner or edge and well inside."""
    wide, high = max(2, box.width // 12), max(2, box.height // 12)
    x = (
        box.x + wide // 2
        if "left" in where
        else box.right - wide - wide // 2
        if "right" in where
        else box.center.x - wide // 2
    )
    y = (
        box.y + high // 2
        if re.search("top|upper", where)
        else box.bottom - high - high // 2
        if re.search("bottom|lower", where)
        else box.center.y - high // 2
    )
    return Rect(x, y, wide, high)


_WORTH = re.compile(
    r"^(?:the )?(?P<way>cheapest|most expensive|dearest|oldest|youngest|newest|latest|heaviest|lightest|fastest|slowest|nearest|closest|"
    r"(?:lowest|highest)(?:[- ]priced?)?|largest|smallest|greatest|biggest|longest|shortest|earliest|tallest|hottest|coldest)\b"
    r"(?P<what>(?: [\w-]+){0,4})$",
    re.IGNORECASE,
)


def by_worth(sheet: Sheet, words: str) -> Rect | None:
    """ "The cheapest delivery": by the numbers beside the names; the box, button or name in that row."""
    found = _WORTH.match(words.strip(" ."))
    told = said(words)
    if found is None or told.colour or (told.shapes and told.shapes != SHAPES[-1][1]):
        return None
    row = reckoning.best_row(
        reckoning.rows_of(sheet.lines), found["way"].lower(), "price" if "pric" in words or "cheap" in words else ""
    )
    if row is None:
        return None
    level = [thing for thing in sheet.of("radio", "checkbox", "button") if same_row(thing.box, row.name.box)]
    return level[0].box if level else row.name.box


_NTH_OF = re.compile(
    r"(?:the )?(?P<nth>first|second|third|fourth|fifth|sixth|last|\d+(?:st|nd|rd|th)|top|bottom)(?:-?most)? (?P<head>[A-Za-z][\w ]*?)"
    r"(?: (?:in|of|from) (?:the |this )?(?:table|list))?",
    re.IGNORECASE,
)


def under_head(sheet: Sheet, words: str) -> Rect | None:
    """ "The first name" in a table: that one under the heading "Name"."""
    found = _NTH_OF.fullmatch(words.strip(" ."))
    if found is None:
        return None
    cells = parted(sheet.lines)
    head = next(
        (cell for cell in cells if similarity(cell.text.strip(" :▲▼").lower(), found["head"].lower()) > 0.85), None
    )
    if head is None:
        return None
    level = [cell for cell in cells if cell is not head and same_row(cell.box, head.box)]
    below = [cell.box for cell in cells if cell.box.y > head.box.bottom - 4 and cell.box.x < head.box.right + 12
             and head.box.x - 12 < cell.box.right and cell.box.height < 1.6 * head.box.height]  # fmt: skip
    if not level or len(below) < 2:
        return None
    below.sort(key=lambda box: box.y)
    nth = {"top": 1, "bottom": -1}.get(found["nth"].lower()) or ordinal(found["nth"]) or 1
    return at(below, nth)


_NTH_ROW = re.compile(
    r"(?:the )?(?:(?P<nth>first|second|third|fourth|fifth|sixth|last|\d+(?:st|nd|rd|th)|top|bottom)(?:-?most)? (?:row|line)|row (?:number )?(?P<n>\d+))(?: (?:of|in) (?:the |this )?(?:table|list))?",
    re.IGNORECASE,
)


def nth_row(sheet: Sheet, words: str) -> Rect | None:
    """ "The first row" of a table: its name's cell; the row of heads is none."""
    found = _NTH_ROW.fullmatch(words.strip(" ."))
    if found is None:
        return None
    rows = [row for row in reckoning.rows_of(sheet.lines) if len(row.cells) > 1]
    if len(rows) > 1 and not any(reckoning.value_in(cell.text) is not None for cell in rows[0].cells):
        rows = rows[1:] if any(reckoning.value_in(cell.text) is not None for cell in rows[1].cells) else rows
    told = found["nth"] or found["n"]
    nth = {"top": 1, "bottom": -1}.get(told.lower()) or ordinal(told) or int(found["n"] or 1)
    row = at(rows, nth) if len(rows) > 1 else None
    return None if row is None else row.name.box


_NTH_ENTRY = re.compile(
    r"(?:on )?(?:the )?(?:(?P<nth>first|second|third|fourth|fifth|sixth|last|\d+(?:st|nd|rd|th)|top|bottom)(?:-?most)? (?:name|entry|item|word|line|city|town|country|song|title|person|file|message|mail|task|product|place|option|one))(?: (?:of|in|on) (?:the |this )?(?:\w+ )?list)?",
    re.IGNORECASE,
)


def nth_entry(sheet: Sheet, words: str) -> Rect | None:
    """ "The last name" of a list without a heading: of the most lines that begin at one edge and stand close together."""
    found = _NTH_ENTRY.fullmatch(words.strip(" ."))
    if found is None or sheet.of("checkbox", "radio", "select"):
        return None
    faces = [thing.box for thing in sheet.of("button")]
    lines = [line.box for line in sheet.lines if not any(face.contains(line.box.center) for face in faces)]
    lists: list[list[Rect]] = []
    for box in sorted(lines, key=lambda box: box.y):
        own = next(
            (one for one in lists if abs(one[-1].x - box.x) < 6 and 0 < box.y - one[-1].y < 3 * sheet.unit), None
        )
        if own is None:
            lists.append([box])
        else:
            own.append(box)
    rows = max(lists, key=len, default=[])
    nth = {"top": 1, "bottom": -1}.get(found["nth"].lower()) or ordinal(found["nth"]) or 1
    return at(rows, nth) if len(rows) > 2 else None


_NTH_RESULT = re.compile(
    r"(?:the )?(?P<nth>first|second|third|fourth|fifth|last|top|\d+(?:st|nd|rd|th)) (?:search )?(?:result|hit|match|suggestion)(?: (?:of|in|from) (?:the |this )?(?:list|search|results))?",
    re.IGNORECASE,
)


def nth_result(sheet: Sheet, words: str) -> Rect | None:
    """ "The first result": of the lines under the field that was searched with, none on a button."""
    found = _NTH_RESULT.fullmatch(words.strip(" ."))
    fields = [thing.box for thing in sheet.of("field")]
    if found is None or len(fields) != 1:
        return None
    faces = [thing.box for thing in sheet.of("button")]
    lines = [
        line.box for line in sorted(sheet.lines, key=lambda line: line.box.y)
        if line.box.y > fields[0].bottom - 4 and len(line.text) > 2 and not any(box.contains(line.box.center) for box in faces)
    ]  # fmt: skip
    return at(lines, ordinal(found["nth"]) or 1)


_BAR = re.compile(
    r"(?:the )?(?:bar|column|slice|segment|piece|part)(?: of the chart)? (?:of|for|labell?ed|named|called|above|over|at|on|with)(?: the)?(?: label)? (?P<name>\"[^\"]+\"|[\w. -]+?)(?: (?:in|of) (?:the |this )?(?:\w+ )?(?:chart|graph|diagram|plot|pie))?",
    re.IGNORECASE,
)


def bar(sheet: Sheet, words: str) -> Rect | None:
    """ "The bar of Tue": the patch of colour over that name, beside it, or in the colour of the name's sign."""
    found = _BAR.fullmatch(words.strip(" ."))
    if found is None:
        return None
    name = found["name"].strip('" ').lower()
    label = next((cell.box for cell in parted(sheet.lines) if cell.text.strip(" :").lower() == name), None)
    if label is None:
        label = next((line.box for line in _words(sheet) if line.text.strip(" :").lower() == name), None)
    if label is None:
        return None
    patches = [
        region for region in sheet.regions
        if min(region.colour) < 215 and region.fullness > 0.6 and region.area > 0.4 * sheet.unit**2
        and max(region.colour) - min(region.colour) > 30
    ]  # fmt: skip
    over = [
        r.box
        for r in patches
        if r.box.x <= label.center.x <= r.box.right and -4 <= label.y - r.box.bottom < 2 * sheet.unit
    ]
    beside = [
        r.box
        for r in patches
        if r.box.y <= label.center.y <= r.box.bottom
        and r.box.x >= label.right - 4
        and r.box.x - label.right < 4 * sheet.unit
    ]
    signs = [
        r for r in patches if same_row(r.box, label) and r.box.right <= label.x + 4 and r.box.width < 2.5 * sheet.unit
    ]
    if signs:
        same = [
            r for r in patches if r is not signs[-1] and r.colour == signs[-1].colour and r.area > 2 * signs[-1].area
        ]
        if same:
            return max(same, key=lambda region: region.area).box
    return min(over or beside, key=lambda box: box.area, default=None) if over or beside else None


def _words(sheet: Sheet) -> list[Word]:
    return [piece for line in sheet.lines for piece in line.words]
