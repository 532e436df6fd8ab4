# ruff: noqa: E501 - a pattern is read more easily in one line
"""Cells of a grid by their place: "the middle square", "the top left cell", "row 2, column 3"."""

from __future__ import annotations

import re
from collections import defaultdict

from deskhand.models.local.page.sheet import Sheet
from deskhand.models.local.page.words import number, ordinal
from deskhand.screen.geometry import Rect

_NTH = r"(?:\d+(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|top|bottom|middle|left|right|leftmost|rightmost)"
_ROW = re.compile(rf"\brow (?:number )?(?P<n>\d+|one|two|three|four|five|six)\b|\b(?P<o>{_NTH}) row\b", re.IGNORECASE)
_COLUMN = re.compile(
    rf"\bcol(?:umn|\.)? (?:number )?(?P<n>\d+|one|two|three|four|five|six)\b|\b(?P<o>{_NTH}) col(?:umn)?\b",
    re.IGNORECASE,
)
_CELL = re.compile(r"\b(?:square|cell|tile|box|field|place|spot|position|one)\b", re.IGNORECASE)
_MIDDLE = re.compile(r"\b(?:middle|cent(?:er|re)|central)\b", re.IGNORECASE)
_CORNER = re.compile(
    r"\b(?P<v>top|upper|bottom|lower|middle|cent(?:er|re))[ -](?P<h>left|right|middle|cent(?:er|re))\b", re.IGNORECASE
)


def cell(sheet: Sheet, words: str) -> Rect | None:
    """The cell that ``words`` tell by its place; None when they tell none, or there is no grid."""
    row, column = _ROW.search(words), _COLUMN.search(words)
    corner = _CORNER.search(words)
    middle = _MIDDLE.search(words) is not None and _CELL.search(words) is not None
    if row is None and column is None and corner is None and not middle:
        return None
    rows = cells(sheet)
    if not rows:
        return None
    wide = len(rows[0])
    if row is not None and column is not None:
        y, x = _index(row, len(rows)), _index(column, wide)
    elif corner is not None:
        y = {"t": 0, "u": 0, "b": len(rows) - 1, "l": len(rows) - 1}.get(corner["v"][0].lower(), len(rows) // 2)
        x = {"l": 0, "r": wide - 1}.get(corner["h"][0].lower(), wide // 2)
    elif row is not None:
        y, rest = _index(row, len(rows)), _ROW.sub(" ", words)
        told = ordinal(rest)
        x = (
            0
            if "left" in rest
            else wide - 1
            if "right" in rest
            else (told - 1 if told and told > 0 else wide - 1 if told else wide // 2)
        )
    elif middle and column is None:
        y, x = len(rows) // 2, wide // 2
    else:
        return None
    return rows[y][x] if 0 <= y < len(rows) and 0 <= x < len(rows[y]) else None


def _index(found: re.Match[str], many: int) -> int:
    if found["n"]:
        return (number(found["n"]) or 1) - 1
    said = found["o"].lower()
    if said in ("top", "left", "leftmost"):
        return 0
    if said in ("bottom", "last", "right", "rightmost"):
        return many - 1
    return many // 2 if said == "middle" else (ordinal(said) or 1) - 1


def cells(sheet: Sheet) -> list[list[Rect]]:
    """The rows of the largest set of equal boxes that stand in rows and columns; empty when there is none."""
    sizes: dict[tuple[int, int], list[Rect]] = defaultdict(list)
    boxes = [region.box for region in sheet.regions if min(region.box.width, region.box.height) > 0.6 * sheet.unit]
    boxes += [thing.box for thing in sheet.of("checkbox", "radio")]
    for box in boxes:
        key = next(
            (k for k in sizes if abs(k[0] - box.width) <= 4 and abs(k[1] - box.height) <= 4), (box.width, box.height)
        )
        if not any(box.intersect(other) for other in sizes[key]):
            sizes[key].append(box)
    best: list[list[Rect]] = []
    for same in sizes.values():
        rows: list[list[Rect]] = []
        for box in sorted(same, key=lambda box: (box.y, box.x)):
            if rows and abs(rows[-1][0].y - box.y) <= 5:
                rows[-1].append(box)
            else:
                rows.append([box])
        rows = [sorted(row, key=lambda box: box.x) for row in rows]
        even = [row for row in rows if len(row) == max(map(len, rows), default=0)]
        if len(even) > 1 and len(even[0]) > 1 and sum(map(len, even)) > sum(map(len, best)):
            best = even
    return best
