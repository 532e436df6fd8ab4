# ruff: noqa: E501 - a pattern is read more easily in one line
"""Which thing on a page is meant by words: its kind, colour, size, place, number in a row, or what it stands beside.

People rarely name a thing by its text alone: "the second red square", "the leftmost button", "the box below Total". Of
14 small pages of kinds never met before, none could be done while things were found by their text only.
"""

from __future__ import annotations

import re

from deskhand.models.local.counted import at
from deskhand.models.local.hand import Stuck
from deskhand.models.local.layout import distance, in_reading_order, inside, same_row
from deskhand.models.local.page import crossings, grids, places, shades
from deskhand.models.local.page.drawn import colour_distance, drawn_things, is_hollow, stroke
from deskhand.models.local.page.hues import called
from deskhand.models.local.page.pane import Pane
from deskhand.models.local.page.sheet import Sheet, Thing
from deskhand.models.local.page.telling import BESIDE, Said, is_it, said, tells_place
from deskhand.models.local.page.words import COLOURS
from deskhand.screen.geometry import Rect
from deskhand.vision.match import similarity

BETWEEN = re.compile(
    r"(?P<what>.+?) (?:(?:that|which) (?:is|lies|stands) )?(?:(?:just|right|directly) )?"
    r"between (?P<one>.+?) and (?P<other>.+)$",
    re.IGNORECASE,
)
_FIRST_THAT = re.compile(
    r"^the (?P<what>[\w ]+?) (?:that|which|who) (?:then |now )?(?:stands|is|comes|appears|is shown|is listed|ends up)(?: then| now)? "
    r"(?:the )?(?P<nth>first|second|third|fourth|fifth|last|(?:at|on) (?:the )?(?:very )?top|at the (?:very )?bottom|topmost|uppermost|lowest|bottommost)"
    r"(?: then| now| in the (?:list|table))?$",
    re.IGNORECASE,
)
_TOP = {
    **dict.fromkeys(("at the top", "on top", "at top", "at the very top", "topmost", "uppermost"), "first"),
    **dict.fromkeys(("at the bottom", "at the very bottom", "lowest", "bottommost"), "last"),
}
_NUMBERED = re.compile(r"[a-z]+(?: [a-z]+)? (?:no\.? |number |#)?(?P<n>[A-Z]?\d+[A-Za-z]?|(?-i:[A-Z]))", re.IGNORECASE)
_NEXT_TO = ("next to", "beside", "near")


async def find(pane: Pane, words: str) -> Rect | None:
    """The box of what is meant; None when nothing on the page fits."""
    if is_it(words) and pane.last is not None:
        return pane.last
    if (corner := places.CORNER_OF.match(words.strip(" ."))) is not None:
        box = await find(pane, corner["what"])
        return None if box is None else places.corner(box, corner["where"].lower())
    if (middle := places.MIDDLE_OF.match(words.strip(" ."))) is not None and not re.match(
        "(?:page|screen|board|grid)", middle["what"]
    ):
        box = stroke(await pane.sheet()) if places.LINE.search(middle["what"]) else await find(pane, middle["what"])
        return None if box is None else Rect(box.center.x - 2, box.center.y - 2, 4, 4)
    if (border := places.BORDERED.match(words.strip(" ."))) is not None:
        return await _bordered(pane, border["what"], border["colour"].lower())
    if (pair := BETWEEN.match(words.strip(" ."))) is not None:
        one, other = await find(pane, pair["one"]), await find(pane, pair["other"])
        if one is not None and other is not None:
            kinds = said(pair["what"]).kinds
            return between(await pane.sheet(), one, other, buttons=kinds[:1] == ("button",))
    words = _FIRST_THAT.sub(lambda m: f"the {_TOP.get(m['nth'].lower(), m['nth'])} {m['what']}", words.strip(" ."))
    sheet = await pane.sheet()
    for look in (
        shades.by_shade,
        places.nth_result,
        places.nth_row,
        grids.cell,
        places.bar,
        crossings.crossing,
        places.by_worth,
        places.under_head,
        places.nth_entry,
    ):
        if (box := look(sheet, words)) is not None:
            return box
    outside = re.sub(r"\"[^\"]*\"", lambda quote: "\x00" * len(quote[0]), words)
    beside = BESIDE.search(outside)
    if beside is not None and beside.start() > 0:
        other = await find(pane, words[beside.start("other") : beside.end("other")])
        if other is not None:
            found = await _candidates(pane, said(words[: beside.start()]))
            near = _beside(found, beside["how"].lower(), other)
            return near if near is not None else found[0] if len(found) == 1 else None
    told = said(words)
    found = await _candidates(pane, told)
    return _one(found, told)


def between(sheet: Sheet, one: Rect, other: Rect, *, buttons: bool = False) -> Rect | None:
    """What lies between two things, the nearest to the middle first."""
    faces = [thing.box for thing in sheet.of("button", "card", "shape", "checkbox", "radio") if thing.text]
    texts = [] if buttons and faces else [line.box for line in sheet.lines]
    left, right = sorted((one.center.x, other.center.x))
    top, bottom = sorted((one.center.y, other.center.y))
    across, down = right - left > 4, bottom - top > 4
    lying = [
        box
        for box in (*faces, *texts)
        if not one.intersect(box)
        and not other.intersect(box)
        and (left < box.center.x < right if across else abs(box.center.x - left) < sheet.unit)
        and (top < box.center.y < bottom if down else abs(box.center.y - top) < sheet.unit)
    ]
    middle = Rect((left + right) // 2, (top + bottom) // 2, 1, 1)
    return min(lying, key=lambda box: distance(box, middle), default=None)


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
        return at(found, told.nth)
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
    if how in _NEXT_TO:  # what stands in its row belongs to it, however close the row above comes
        fitting = [box for box in fitting if same_row(box, other)] or fitting
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
        if len(alike := _of_that_name(sheet, name)) > 1:
            return alike
        button = await pane.button(name)
        if button is not None:
            return [button if isinstance(button, Rect) else button.box]
        if not told.names and (numbered := _NUMBERED.fullmatch(name)) is not None:
            return _of_that_name(sheet, numbered["n"])  # parcel 11 bears an 11
        return []
    return [thing.box for thing in in_reading_order(things, _box)]


def _of_that_name(sheet: Sheet, name: str) -> list[Rect]:
    """Every face, and every text outside one, that reads just so: each row may have its own."""
    faces = [thing.box for thing in sheet.of("button", "card", "shape") if thing.text.strip().lower() == name.lower()]
    texts = [line.box for line in sheet.lines if line.text.strip(" :").lower() == name.lower()]
    return in_reading_order([*faces, *(box for box in texts if not any(inside(box, face) for face in faces))], _same)


def _same(box: Rect) -> Rect:
    return box


def _box(thing: Thing) -> Rect:
    return thing.box


__all__ = ("find", "is_it", "need", "said", "tells_place")
