# ruff: noqa: E501 - a condition is read more easily in one line
"""Where a name stands on the page, and which of several alike belongs to the row, card or person that the wish tells.

"Delete" stands in every row: what tells the rows apart stands beside, over or around it. Four cards with the same button
were told apart in none of a stranger's pages while a thing was found by its own text only.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from deskhand.models.local.counted import at
from deskhand.models.local.layout import same_row
from deskhand.models.local.page.aims.hear import aim_of
from deskhand.models.local.page.aims.items import Item
from deskhand.models.local.page.aims.pick import pick
from deskhand.models.local.page.pane import Pane
from deskhand.models.local.page.sheet import Sheet, Thing
from deskhand.screen.geometry import Rect, bounding
from deskhand.vision.match import find, similarity
from deskhand.vision.scene import Scene, TextLine

_ALIKE = ("-−–—ー一－", "+＋", "×✕✖xX✗", "✓✔", "★☆⭐", "♥♡❤", "▶►▸", "…⋯")
_NTH = re.compile(
    r"(?P<n>\d+|[一二三四五六七八九十])\s*(?:番目|つ目|つめ|行目|個目|枚目|件目|段目|人目)|(?P<first>一番上|いちばん上|先頭|最初)|(?P<last>一番下|いちばん下|最後|末尾)"
)
_DIGITS = "〇一二三四五六七八九十"
_COUNTED = re.compile(r"^(\d+)\s*(?:日|番目?|ページ目?|枚目?|つ目|人|個|名)$")
"""「14日」 stands in a calendar as 14."""
SURE = 0.84
_TURNS = 24
"""Of the wheel, one notch each: three go past what a small list holds."""


@dataclass(frozen=True, slots=True)
class Place:
    text: str
    box: Rect
    score: float
    thing: Thing | None = None


async def located(pane: Pane, name: str, near: str = "", *, scroll: bool = True) -> list[Place]:
    """All places that ``name`` may mean, the likeliest first; scrolled for where none shows."""
    for _ in range(_TURNS):
        sheet = await pane.sheet()
        found = places(sheet, name, near) or places(sheet, _COUNTED.sub(r"\1", name), near)
        if found or not scroll or not await pane.scroll("down", 1):
            return found
    return []


def places(sheet: Sheet, name: str, near: str = "") -> list[Place]:
    nth = nth_in(name)
    if nth is not None and _NTH.sub("", name).strip("の ") == "":
        return []
    found = _bearing(sheet, _NTH.sub("", name).strip("の ") if nth is not None else name)
    if nth is not None and found:
        found = sorted(found, key=lambda place: (place.box.center.y // 12, place.box.x))
        counted = at(found, nth)
        return [] if counted is None else [counted]
    if near and len(found) > 1:
        found = belonging(sheet, found, near)
    return found


def nth_in(words: str) -> int | None:
    """「3番目」 is 3, 「最後」 -1."""
    hit = _NTH.search(words)
    if hit is None:
        return None
    if hit["first"] or hit["last"]:
        return 1 if hit["first"] else -1
    return int(hit["n"]) if hit["n"].isdigit() else _DIGITS.index(hit["n"])


def _bearing(sheet: Sheet, name: str) -> list[Place]:
    """Faces and texts with that name; a face and its word are one place."""
    signs = next((group for group in _ALIKE if len(name) == 1 and name in group), "")
    found: list[Place] = []
    for thing in sorted(sheet.things, key=lambda thing: thing.box.area):
        if not thing.text or thing.box.area > 0.4 * sheet.body.area:
            continue
        score = 1.0 if signs and thing.text.strip() in signs else similarity(thing.text.strip(" :："), name)
        if score >= SURE and not any(thing.box.contains(other.box.center) for other in found):
            found.append(Place(thing.text, thing.box, score + 0.02, thing))
    held = [place.box for place in found]
    for match in find(Scene(sheet.scene.size, sheet.lines, ()), name, at_least=SURE):
        if not any(box.contains(match.box.center) for box in held) and not _labels(found, match.box):
            found.append(Place(match.text, match.box, match.score if match.whole else match.score - 0.05))
    for mark in sheet.marks:
        if (mark.mark == name or (signs and mark.mark in signs)) and not any(
            box.contains(mark.box.center) for box in held
        ):
            found.append(Place(mark.mark, mark.box, 0.95))
    if signs:
        found += [
            Place(word.text, word.box, 0.95) for line in sheet.lines for word in line.words
            if word.text in signs and not any(place.box.intersect(word.box) for place in found)
        ]  # fmt: skip
    return sorted(found, key=lambda place: -round(place.score, 1))


def _labels(found: Sequence[Place], box: Rect) -> bool:
    """Whether a text is the label of a box to tick that is already there."""
    return any(
        place.thing is not None and place.thing.line is not None and place.thing.line.box == box for place in found
    )


def belonging(sheet: Sheet, found: Sequence[Place], near: str) -> list[Place]:
    """Those first that belong to what ``near`` tells."""
    entries = [_entry(sheet, place, found) for place in found]
    nth = nth_in(near)
    if nth is not None:
        counted = at(sorted(found, key=lambda place: (place.box.center.y // 12, place.box.x)), nth)
        return [] if counted is None else [counted]
    picked = pick(sheet, entries, aim_of(near))
    chosen = [place for place, entry in zip(found, entries, strict=True) if any(entry is one for one in picked)]
    return chosen or list(found)


def _entry(sheet: Sheet, place: Place, others: Sequence[Place]) -> Item:
    """What belongs to a place and to no other of the same name: its frame, its row, or what stands over it up to the next."""
    rest = [other.box for other in others if other is not place]

    def alone(box: Rect) -> bool:
        return box.contains(place.box.center) and not any(box.contains(other.center) for other in rest)

    frames = sorted((t.box for t in sheet.things if t.box != place.box and alone(t.box)), key=lambda box: -box.area)
    framed = [frame for frame in frames if any(_tells(line.box, place, frame) for line in sheet.lines)]
    if framed:
        lines = [line for line in sheet.lines if framed[0].contains(line.box.center)]
    else:
        level = [
            line for line in sheet.lines
            if same_row(line.box, place.box) and not line.box.contains(place.box.center)
            and not any(_between(line.box, box, place.box) for box in rest if same_row(box, place.box))
        ]  # fmt: skip
        above = [box for box in rest if box.bottom <= place.box.y]
        over = [box.bottom for box in above if _under(box, place.box)]
        top = max(over or [box.bottom for box in above], default=sheet.body.y)
        own = [
            line for line in sheet.lines
            if top <= line.box.center.y < place.box.bottom and abs(line.box.center.x - place.box.center.x) < _reach(place, rest)
        ]  # fmt: skip
        lines = (
            list({id(line): line for line in (*own, *level)}.values())
            if not level or not _columns(rest, place)
            else level
        )
        lines += _in_its_line(sheet, place, rest)
    lines = sorted(lines, key=lambda line: (line.box.center.y // 10, line.box.x))
    box = bounding([place.box, *(line.box for line in lines)]) or place.box
    fallback = [line for line in sheet.lines if place.box.contains(line.box.center)] or list(sheet.lines[:1])
    return Item(box, tuple(lines or fallback), 0)


def _in_its_line(sheet: Sheet, place: Place, rest: Sequence[Rect]) -> list[TextLine]:
    """The words that were read in one line with it, back to the next of the name: “友達 × 旅行 ×”."""
    for line in sheet.lines:
        if line.box.contains(place.box.center) and len(line.text) > len(place.text):
            edge = max(
                (box.right for box in rest if line.box.contains(box.center) and box.right <= place.box.x), default=0
            )
            own = [word for word in line.words if edge <= word.box.center.x < place.box.x]
            box = bounding([word.box for word in own])
            return [] if box is None else [TextLine(" ".join(word.text for word in own), box, line.confidence)]
    return []


def _tells(line: Rect, place: Place, frame: Rect) -> bool:
    return frame.contains(line.center) and not place.box.contains(line.center)


def _columns(rest: Sequence[Rect], place: Place) -> bool:
    """Whether others of the name stand right over or under it: then its row is what tells it."""
    return any(_under(box, place.box) for box in rest)


def _under(one: Rect, other: Rect) -> bool:
    return one.x < other.right and other.x < one.right


def _between(line: Rect, box: Rect, place: Rect) -> bool:
    """Whether another of the name stands between a text and the place, or is nearer to it on the same side."""
    low, high = sorted((line.center.x, place.center.x))
    return low < box.center.x < high


def _reach(place: Place, rest: Sequence[Rect]) -> float:
    """Half the way to the next of the name beside it."""
    beside = [abs(box.center.x - place.box.center.x) / 2 for box in rest if same_row(box, place.box)]
    return min(beside, default=10_000.0)


def cross_of(sheet: Sheet, name: Rect) -> Rect | None:
    """The cross behind a name: the nearest in its row; one too small to be read stands at the end of the chip."""
    signs = [(word.text, word.box) for line in sheet.lines for word in line.words]
    signs += [(mark.mark, mark.box) for mark in sheet.marks]
    signs += [(thing.text.strip(), thing.box) for thing in sheet.of("button", "shape")]
    crosses = [box for text, box in signs if text in "×✕✖xX✗" and text and same_row(box, name)]
    behind = min((box for box in crosses if box.x >= name.right - 4), key=lambda box: box.x, default=None)
    chips = [
        region.box for region in sheet.regions
        if region.box.contains(name.center) and 0.6 * name.height < region.box.right - name.right < 4 * name.height
        and region.box.height < 3 * name.height
    ]  # fmt: skip
    chip = min(chips, key=lambda box: box.area, default=None)
    if behind is not None and (chip is None or chip.right + 4 >= behind.center.x):
        return behind
    if chip is None:
        return None
    room = chip.right - name.right
    return Rect(name.right + room // 2 - 2, name.center.y - 2, 4, 4)
