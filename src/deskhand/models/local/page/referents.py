# ruff: noqa: E501 - a pattern is read more easily in one line
"""Which thing on a page is meant by words: its kind, colour, size, place, number in a row, or what it stands beside.

People rarely name a thing by its text alone: "the second red square", "the leftmost button", "the box below Total". Of
14 small pages of kinds never met before, none could be done while things were found by their text only.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from deskhand.models.local.hand import Stuck
from deskhand.models.local.layout import distance, in_reading_order, inside, same_row
from deskhand.models.local.page import grids
from deskhand.models.local.page.columns import parted
from deskhand.models.local.page.drawn import colour_distance, drawn_things, is_hollow, stroke
from deskhand.models.local.page.hues import called
from deskhand.models.local.page.pane import Pane
from deskhand.models.local.page.sheet import Kind, Sheet, Thing
from deskhand.models.local.page.skills import reckoning
from deskhand.models.local.page.words import COLOURS, ordinal, quoted
from deskhand.screen.geometry import Rect
from deskhand.vision.match import similarity
from deskhand.vision.regions import Shape

_KINDS: tuple[tuple[str, tuple[Kind, ...]], ...] = (
    (r"check ?box(?:es)?|tick ?box(?:es)?", ("checkbox",)),
    (r"radio(?: button)?s?", ("radio",)),
    (r"(?:text|input|number|search)[ -]?(?:box(?:es)?|fields?|areas?|inputs?)|inputs?|fields?", ("field", "area")),
    (r"drop-?down(?: list)?s?|combo ?box(?:es)?|select(?:ion)? (?:box|list)", ("select", "field")),
    (r"buttons?|keys?|tabs?", ("button",)),
)
_SHAPES: tuple[tuple[str, tuple[Shape, ...]], ...] = (
    (r"circles?|dots?|points?|discs?|balls?|bubbles?|balloons?", ("circle", "other")),
    (r"triangles?|arrows?|arrow ?heads?", ("triangle",)),
    (r"squares?", ("rectangle",)),
    (r"slots?|places?|holes?|targets?", ("rectangle", "circle", "triangle", "other")),
    (
        r"rectangles?|boxes|box|containers?|tiles?|blocks?|cells?|bars?|cards?|buttons?|panels?",
        ("rectangle", "other"),
    ),
    (
        r"shapes?|figures?|objects?|things?|items?|ones?|patch(?:es)?|swatch(?:es)?|areas?|colou?rs?|stars?|icons?|diamonds?",
        ("rectangle", "circle", "triangle", "other"),
    ),
)
_PLACES: tuple[tuple[str, Callable[[Rect], float]], ...] = (
    (
        r"left-?most|(?:on|at|to) the (?:far )?left|furthest (?:to the )?left|left(?:-hand)?(?! of)",
        lambda box: box.center.x,
    ),
    (
        r"right-?most|(?:on|at|to) the (?:far )?right|furthest (?:to the )?right|right(?:-hand)?(?! of)",
        lambda box: -box.center.x,
    ),
    (r"top-?most|upper(?:most)?|highest|(?:at|on) the (?:very )?top|top", lambda box: box.center.y),
    (r"bottom-?most|lower(?:most)?|lowest|(?:at|on) the (?:very )?bottom|bottom", lambda box: -box.center.y),
    (r"largest|biggest|(?:larger|bigger)|widest|tallest", lambda box: -box.area),
    (r"smallest|tiniest|smaller|narrowest|shortest", lambda box: box.area),
)
_BESIDE = re.compile(
    r"\b(?:(?:that|which) (?:is|are|lies|stands|sits) )?(?:(?:lying|placed|located|standing|directly|just|right|immediately) )*(?P<how>below|under(?:neath)?|beneath|above|over|on top of|(?:to the )?(?:immediate )?left of|"
    r"(?:to the )?(?:immediate )?right of|next to|beside|near(?:est)?(?: to)?|closest to|inside|within|in)\s+(?P<other>.+)$",
    re.IGNORECASE,
)
_HOLLOW = re.compile(
    r"\b(?:hollow|outlined?|unfilled|empty|not (?:filled|solid)|un-?colou?red|only an? (?:border|outline))\b",
    re.IGNORECASE,
)
_FULL = re.compile(r"\b(?:solid|filled(?:[- ]in)?)\b", re.IGNORECASE)
_PLACED = re.compile(r"\b(?:slots?|holes?|places?|containers?|targets?)\b", re.IGNORECASE)
"""What something is put into: drawn as a border with nothing in it."""
_IT = re.compile(r"(?:on\s+)?(?:it|that|this|them|that one|there)", re.IGNORECASE)
_ARTICLE = re.compile(
    r"^(?:on|at|to|onto|into|over|upon)?\s*(?:the|a|an|any|this|that|one of the|some)\s+", re.IGNORECASE
)


T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Said:
    """What words tell of a thing."""

    names: tuple[str, ...] = ()
    kinds: tuple[Kind, ...] = ()
    shapes: tuple[Shape, ...] = ()
    colour: str = ""
    nth: int | None = None
    order: tuple[Callable[[Rect], float], ...] = ()
    hollow: bool | None = None
    """Whether only its border is drawn; None when nothing is said of it."""
    rest: str = ""
    """The words without all that: a name, if any is left."""


def said(words: str) -> Said:
    """What ``words`` tell; what stands in quotation marks is a name and nothing else."""
    names = tuple(quoted(words))
    text = re.sub(r"\"[^\"]*\"", " ", words)
    text = _ARTICLE.sub("", text.strip(" .,"))
    hollow = True if _HOLLOW.search(text) or _PLACED.search(text) else False if _FULL.search(text) else None
    kinds, text = _taken(text, _KINDS)
    shapes, text = ((), text) if kinds else _taken(text, _SHAPES)
    if kinds == ("button",):
        shapes = ()
    colour = next((name for name in COLOURS if re.search(rf"\b{name}\b", text, re.I)), "")
    if colour:
        text = re.sub(rf"\b{colour}(?:-colou?red)?\b", " ", text, flags=re.I)
    if shapes:
        text = _FULL.sub(" ", _HOLLOW.sub(" ", text))
    nth = ordinal(text)
    text = (
        re.sub(
            r"\b(?:\d+(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last)\b",
            " ",
            text,
            flags=re.I,
        )
        if nth
        else text
    )
    order: list[Callable[[Rect], float]] = []
    for pattern, key in _PLACES:
        if re.search(rf"\b(?:{pattern})\b", text, re.I):
            order.append(key)
            text = re.sub(rf"\b(?:{pattern})\b", " ", text, flags=re.I)
    text = re.sub(
        r"\b(?:called|named|labell?ed|with (?:the|an?) (?:text|name|label|word|number|letter|digit|title)|that says|saying|reading|the|corner|from|of|colou?red|letters?|words?|numbers?|files?|text)\b",
        " ",
        text,
        flags=re.I,
    )
    return Said(
        names, kinds, shapes, colour.lower(), nth, tuple(order), hollow, re.sub(r"\s+", " ", text).strip(" .,-")
    )


def _taken(text: str, table: Sequence[tuple[str, tuple[T, ...]]]) -> tuple[tuple[T, ...], str]:
    for pattern, value in table:
        if re.search(rf"\b(?:{pattern})\b", text, re.I):
            return value, re.sub(rf"\b(?:{pattern})\b", " ", text, count=1, flags=re.I)
    return (), text


def tells_place(words: str) -> bool:
    """Whether the thing is told by what it stands beside: "the button below “Lima”"."""
    outside = re.sub(r"\"[^\"]*\"", lambda quote: "\x00" * len(quote[0]), words)
    found = _BESIDE.search(outside)
    return found is not None and found.start() > 0 and found["how"].lower() not in ("in", "inside", "within")


def is_it(words: str) -> bool:
    return _IT.fullmatch(words.strip(" .")) is not None


async def find(pane: Pane, words: str) -> Rect | None:
    """The box of what is meant; None when nothing on the page fits."""
    if _IT.fullmatch(words.strip(" .")) and pane.last is not None:
        return pane.last
    if (corner := _CORNER_OF.match(words.strip(" ."))) is not None:
        box = await find(pane, corner["what"])
        return None if box is None else _corner(box, corner["where"].lower())
    if (middle := _MIDDLE_OF.match(words.strip(" ."))) is not None and not re.match(
        "(?:page|screen|board|grid)", middle["what"]
    ):
        box = stroke(await pane.sheet()) if _LINE.search(middle["what"]) else await find(pane, middle["what"])
        return None if box is None else Rect(box.center.x - 2, box.center.y - 2, 4, 4)
    if (border := _BORDERED.match(words.strip(" ."))) is not None:
        return await _bordered(pane, border["what"], border["colour"].lower())
    sheet = await pane.sheet()
    if (cell := grids.cell(sheet, words)) is not None:
        return cell
    if (box := _by_worth(sheet, words)) is not None:
        return box
    if (box := _under_head(sheet, words)) is not None:
        return box
    outside = re.sub(r"\"[^\"]*\"", lambda quote: "\x00" * len(quote[0]), words)
    beside = _BESIDE.search(outside)
    if beside is not None and beside.start() > 0:
        other = await find(pane, words[beside.start("other") : beside.end("other")])
        if other is not None:
            found = await _candidates(pane, said(words[: beside.start()]))
            near = _beside(found, beside["how"].lower(), other)
            return near if near is not None else found[0] if len(found) == 1 else None
    told = said(words)
    found = await _candidates(pane, told)
    return _one(found, told)


async def need(pane: Pane, words: str) -> Rect:
    """As `find`; `Stuck` when there is no such thing, after scrolling for it."""
    for _ in range(5):
        box = await find(pane, words)
        if box is not None:
            pane.last = box
            return box
        if not await pane.scroll("down", 3):
            break
    raise Stuck(f"I see nothing on the page that would be “{words.strip()}”.")


_CORNER_OF = re.compile(
    r"(?:on |in |at )?the (?P<where>(?:top|upper|bottom|lower)[- ](?:left|right)(?:-hand)?|top|bottom|left|right) (?:corner|edge|end|side|half|part) of (?P<what>.+)$",
    re.IGNORECASE,
)


_BORDERED = re.compile(
    r"(?P<what>.+?) (?:with|(?:that|which) has|having) (?:a |an |the )?(?:thick |thin |bold )?(?P<colour>"
    + "|".join(COLOURS)
    + r") (?:border|outline|frame|edge|rim)$",
    re.IGNORECASE,
)


async def _bordered(pane: Pane, what: str, colour: str) -> Rect | None:
    """The thing that lies in a border of that colour; the border itself where nothing does."""
    sheet = await pane.sheet()
    rings = [
        region.box
        for region in sheet.regions
        if is_hollow(region)
        and (colour in called(region.colour) or colour_distance(region.colour, COLOURS[colour]) < 0.2)
    ]
    told = said(what)
    faces = [box for box in await _candidates(pane, told) if any(inside(box, ring, 2) for ring in rings)]
    return _one(faces or rings, told)


_MIDDLE_OF = re.compile(
    r"(?:on |in |at )?the (?:exact )?(?:middle|mid-?point|cent(?:er|re)|half-?way point)(?: point)? of (?:the )?(?P<what>.+)$",
    re.IGNORECASE,
)
_LINE = re.compile(r"\b(?:line|segment|stroke)\b", re.IGNORECASE)


def _corner(box: Rect, where: str) -> Rect:
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


def _by_worth(sheet: Sheet, words: str) -> Rect | None:
    """ "The cheapest delivery": by the numbers beside the names; the box, button or name in that row."""
    found = _WORTH.match(words.strip(" ."))
    told = said(words)
    if found is None or told.colour or (told.shapes and told.shapes != _SHAPES[-1][1]):
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


def _under_head(sheet: Sheet, words: str) -> Rect | None:
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
    index = nth - 1 if nth > 0 else len(below) + nth
    return below[index] if 0 <= index < len(below) else None


def _one(found: list[Rect], told: Said) -> Rect | None:
    if not found:
        return None
    if told.order:
        ranked = sorted(found, key=lambda box: [key(box) for key in told.order])
        if len(told.order) > 1:  # a corner: nearest in both ways
            ranked = sorted(found, key=lambda box: sum(key(box) for key in told.order))
        nth = told.nth or 1
        return ranked[nth - 1] if 0 < nth <= len(ranked) else None
    if told.nth is not None:
        index = told.nth - 1 if told.nth > 0 else len(found) + told.nth
        return found[index] if 0 <= index < len(found) else None
    return found[0]


def _beside(found: list[Rect], how: str, other: Rect) -> Rect | None:
    """The nearest of ``found`` on that side of ``other``."""
    others = [box for box in found if box != other and not inside(other, box, 0)]

    def level(box: Rect) -> bool:
        return box.y < other.bottom and other.y < box.bottom

    def across(box: Rect) -> bool:
        return box.x < other.right and other.x < box.right

    if how in ("inside", "within", "in"):
        fitting = [box for box in found if box != other and inside(box, other)]
    elif "left" in how:
        fitting = [box for box in others if box.center.x < other.x and level(box)]
    elif "right" in how:
        fitting = [box for box in others if box.center.x > other.right and level(box)]
    elif how in ("above", "over", "on top of"):
        fitting = [box for box in others if box.center.y < other.y]
        fitting = [box for box in fitting if across(box)] or fitting
    elif how.startswith(("below", "under", "beneath")):
        fitting = [box for box in others if box.center.y > other.bottom]
        fitting = [box for box in fitting if across(box)] or fitting
    else:
        fitting = others
    return min(fitting, key=lambda box: distance(box, other), default=None)


async def _candidates(pane: Pane, told: Said) -> list[Rect]:
    """All that fits but for its place, in reading order."""
    sheet = await pane.sheet()
    name = told.names[0] if told.names else told.rest
    if told.colour or (told.shapes and not name):
        found = drawn_things(sheet, told.shapes, told.colour)
        if told.hollow is not None:
            found = [region for region in found if is_hollow(region) == told.hollow] or found
        drawn = [region.box for region in found]
        if drawn and name:
            drawn = [
                box for box in drawn if any(similarity(line.text, name) > 0.8 for line in sheet.in_box(box))
            ] or drawn
        if drawn or not name:
            return drawn
    things = sheet.of(*told.kinds) if told.kinds else ()
    if name:
        named = [thing.box for thing in things if thing.named(name) >= 0.8]
        if not named and told.kinds[:1] in (("field",), ("select",)):
            field = await pane.field_named(name)
            named = [field.box] if field is not None else []
        if named:
            return named
        button = await pane.button(name)
        if button is not None:
            return [button if isinstance(button, Rect) else button.box]
        return []
    return [thing.box for thing in in_reading_order(things, _box)]


def _box(thing: Thing) -> Rect:
    return thing.box


__all__ = ("find", "need", "said")
