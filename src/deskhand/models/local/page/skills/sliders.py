"""Sliders: taken by their knob, moved by the arrow keys, and read off until they show what is wanted."""

from __future__ import annotations

import re

from deskhand.models.local.hand import Stuck
from deskhand.models.local.page.pane import Pane
from deskhand.models.local.page.sheet import ACCENT, Sheet, Thing
from deskhand.models.local.page.words import listed_numbers, number
from deskhand.screen.geometry import Point, Rect
from deskhand.vision.regions import Region
from deskhand.vision.scene import Scene, TextLine

_ROUNDS = 6
_NUMBER = re.compile(r"[-−–]?\s*\d+")


async def one(pane: Pane, match: re.Match[str]) -> None:
    """``Select -9 with the slider``; the rest of the sentence follows."""
    from deskhand.models.local.page import clauses

    wanted = number(match["value"])
    if wanted is None:
        raise Stuck(f"“{match['value']}” is no number.")
    found = await knobs(pane)
    if not found:
        raise Stuck("I see no slider to set.")
    await to(pane, found[0], wanted)
    rest = match["rest"].strip(" ,.")
    if rest:
        await clauses.carry_out(pane, rest)


async def several(pane: Pane, match: re.Match[str]) -> None:
    """``Set the sliders to the combination [1,15,11] and submit``."""
    found, values = await knobs(pane), listed_numbers(match["values"])
    if len(found) < len(values):
        raise Stuck(f"I see {len(found)} sliders for {len(values)} values.")
    for knob, value in zip(found, values, strict=False):
        await to(pane, knob, value)
    await pane.submit()


async def knobs(pane: Pane) -> tuple[Thing, ...]:
    """Square grey handles, a browser's own round ones, and whatever sits on a long thin track."""
    sheet = await pane.sheet()
    found = list(sheet.of("knob"))
    for box in (*_round_ones(sheet), *_on_tracks(sheet)):
        if not any(box.intersect(other.box) for other in found):
            found.append(Thing("knob", box))
    return tuple(sorted(found, key=lambda thing: (thing.box.y, thing.box.x)))


def _round_ones(sheet: Sheet) -> list[Rect]:
    """The end of the coloured part of a browser's slider; at its lowest a disc, which no dot makes a radio button."""
    found = []
    for region in sheet.regions:
        box = region.box
        accent = any(max(abs(a - b) for a, b in zip(region.colour, each, strict=True)) <= 12 for each in ACCENT)
        if (
            (accent or _goes_on(sheet, region))
            and 0.7 * sheet.unit < box.height < 2.4 * sheet.unit
            and box.width >= 0.9 * box.height
        ):
            if region.shape == "rectangle" or region.area < 0.9 * region.filled:
                continue
            found.append(Rect(box.right - box.height, box.y, box.height, box.height))
    return found


def _goes_on(sheet: Sheet, region: Region) -> bool:
    """Whether a thin track of another colour goes on where it ends: a slider in a colour of the page's own."""
    box = region.box
    if max(region.colour) - min(region.colour) < 50 or region.area > 0.85 * box.area or box.width < 1.5 * box.height:
        return False
    return any(
        other.box.height < 0.75 * box.height
        and other.box.width > box.height
        and abs(other.box.center.y - box.center.y) <= 4
        and abs(other.box.x - box.right) <= box.height
        for other in sheet.regions
        if other is not region
    )


def _on_tracks(sheet: Sheet) -> list[Rect]:
    """Things that sit on a line much longer than it is wide."""
    unit = sheet.unit
    tracks = [
        region.box for region in sheet.regions
        if min(region.box.width, region.box.height) < 0.9 * unit
        and max(region.box.width, region.box.height) > max(4 * unit, 6 * min(region.box.width, region.box.height))
    ]  # fmt: skip
    found = []
    for region in sheet.regions:
        box = region.box
        if not (0.45 * unit < box.width < 2.4 * unit and 0.45 * unit < box.height < 2.4 * unit):
            continue
        if sheet.in_box(box) or region.area < 0.6 * region.filled:
            continue
        for track in tracks:
            wide = track.width > track.height
            across = abs(box.center.y - track.center.y) if wide else abs(box.center.x - track.center.x)
            thin = track.height if wide else track.width
            reach = 6 + (box.width if wide else box.height) // 2  # the knob covers the track's end
            if (
                across <= 4
                and track.grow(reach).contains(box.center)
                and (box.height if wide else box.width) > 1.2 * thin
            ):
                found.append(box)
                break
    return found


async def to(pane: Pane, knob: Thing, wanted: int) -> None:
    """By the arrow keys; where they do nothing, by the mouse, as far as the value moved before."""
    if await _value(pane, knob.box) == wanted:
        return
    await pane.click(knob, "Take the slider's knob.")
    shows: Rect | None = None
    pace, pressed = 1.0, (0, 0)  # what one press of a key is worth; the value before the last presses, and how many
    for turn in range(_ROUNDS):
        shown = await _value(pane, knob.box) if shows is None else _at(await pane.sheet(), shows)
        if shown is None:
            shows = await _moving_number(pane)
            if shows is None:
                await _by_hand(pane, knob.box, wanted)
                return
            continue
        if shown == wanted:
            return
        if pressed[1] and shown != pressed[0]:
            pace = max(1.0, abs(shown - pressed[0]) / pressed[1])
        times = 1 if turn == 0 and abs(wanted - shown) > 1 else round(abs(wanted - shown) / pace)
        if times == 0:
            break  # its steps pass the value by
        pressed = (shown, min(60, times))
        await pane.key("Right" if wanted > shown else "Left", pressed[1])
        if turn == 0 and not await pane.hand.took_effect():
            await _by_hand(pane, knob.box, wanted)
            return
    raise Stuck(f"The slider does not go to {wanted}.")


async def _moving_number(pane: Pane) -> Rect | None:
    """The number on the page that a step of the slider changes."""
    for keys in ("Right", "Left"):
        before = {(line.text, line.box.x, line.box.y) for line in await pane.lines()}
        await pane.key(keys)
        fresh = [line for line in await pane.lines() if (line.text, line.box.x, line.box.y) not in before]
        numbers = [line for line in fresh if re.search(r"\d", line.text)]
        if numbers:
            return numbers[0].box
    return None


def _at(sheet: Sheet, box: Rect) -> int | None:
    """The last number in the line that stands there."""
    lines = [
        line
        for line in sheet.lines
        if abs(line.box.center.y - box.center.y) < sheet.unit and abs(line.box.x - box.x) < 2 * sheet.unit
    ]
    found = [int(n) for line in lines for n in re.findall(r"(?<![\w.])-?\d+", line.text.replace("−", "-"))]
    return found[-1] if found else None


async def _by_hand(pane: Pane, knob: Rect, wanted: int) -> None:
    """The value read before and after a drag tells how far the next one has to go."""
    sheet = await pane.sheet()
    track = max(
        (
            r.box
            for r in sheet.regions
            if r.box.grow(8).contains(knob.center)
            and max(r.box.width, r.box.height) > 4 * min(r.box.width, r.box.height)
        ),
        key=lambda box: max(box.width, box.height),
        default=None,
    )
    upright = track is not None and track.height > track.width
    place, step = knob.center, int(1.5 * sheet.unit)
    if track is not None and (place.y - step < track.y if upright else place.x + step > track.right):
        step = -step
    known: list[tuple[int, int]] = []
    shows: Rect | None = None
    for _ in range(_ROUNDS + 4):
        before = {(line.text, line.box.x, line.box.y): line for line in await pane.lines()}
        goal = Point(place.x, place.y - step) if upright else Point(place.x + step, place.y)
        await pane.drag(place, goal, "Drag the slider's knob.")
        await pane.hand.took_effect()
        fresh = [
            line
            for key, line in {(one.text, one.box.x, one.box.y): one for one in await pane.lines()}.items()
            if key not in before and re.search(r"\d", line.text)
        ]
        if shows is None and fresh:
            shows = fresh[0].box
            old = _near(list(before.values()), shows)
            if old is not None:
                known.append((place.y if upright else place.x, old))
        value = _at(await pane.sheet(), shows) if shows is not None else None
        if value is None:
            raise Stuck("I cannot read what the slider shows.")
        if value == wanted:
            return
        place = goal
        known.append((place.y if upright else place.x, value))
        (p, u), (q, v) = known[-2] if len(known) > 1 else (place.x - step, value - 1), known[-1]
        if u == v:
            step = 1 if wanted > value else -1
            continue
        pixels = (wanted - v) * (q - p) / (v - u)
        step = round(-pixels if upright else pixels) or (1 if wanted > value else -1)
    raise Stuck(f"The slider does not go to {wanted}.")


def _near(lines: list[TextLine], box: Rect) -> int | None:
    found = [
        line
        for line in lines
        if abs(line.box.center.y - box.center.y) < box.height and abs(line.box.x - box.x) < 3 * box.height
    ]
    numbers = [int(n) for line in found for n in re.findall(r"-?\d+", line.text)]
    return numbers[-1] if numbers else None


async def _value(pane: Pane, knob: Rect) -> int | None:
    """The number beside the track on which the knob was, or close below it."""
    sheet = await pane.sheet()
    top, bottom = knob.y - 0.6 * sheet.unit, knob.y + 2.6 * sheet.unit
    near = [
        (abs(line.box.center.y - knob.center.y), line)
        for line in sheet.lines
        if _NUMBER.fullmatch(line.text.strip()) and top < line.box.y < bottom
    ]
    if near:
        return _number(min(near, key=lambda pair: pair[0])[1])
    row = Rect(pane.body.x, int(top), pane.body.width, int(bottom - top))
    return _first(await pane.closer(row.clip(sheet.scene.size) or knob, 2))


def _first(scene: Scene) -> int | None:
    found = [line for line in scene.texts if _NUMBER.fullmatch(line.text.strip())]
    return _number(found[0]) if found else None


def _number(line: TextLine) -> int:
    return int(re.sub(r"[−–]\s*", "-", line.text.strip()).replace(" ", ""))
