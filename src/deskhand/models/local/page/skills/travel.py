# ruff: noqa: E501 - a pattern is read more easily in one line
"""Tickets and flights: the cheapest, the longest, and a form with places and a date before them."""

from __future__ import annotations

import re

from deskhand.models.local.hand import Stuck
from deskhand.models.local.layout import inside
from deskhand.models.local.page import choosing
from deskhand.models.local.page.pane import Pane, joined
from deskhand.models.local.page.sheet import Sheet, Thing
from deskhand.models.local.page.skills import dates
from deskhand.models.local.page.words import day_of
from deskhand.screen.geometry import Point, Rect

_SCROLLS = 24


async def ticket(pane: Pane, match: re.Match[str]) -> None:
    """``Buy the ticket with the longest duration``."""
    await take_best(pane, match["way"], match["what"])


async def flight(pane: Pane, match: re.Match[str]) -> None:
    """``Book the shortest one-way flight from: DLH to: Noorvik, AK on 12/08/2016``."""
    day = day_of(match["date"] or await _last_words(pane))
    if day is None:
        raise Stuck("I cannot read the day of the flight.")
    await _place(pane, "From:", match["start"].strip())
    await _place(pane, "To:", match["goal"].strip())
    fields = await pane.things("field")
    if not fields:
        raise Stuck("I see no field for the date.")
    await dates.pick_in(pane, max(fields, key=lambda thing: thing.box.y), day)
    await pane.press("Search")
    await pane.hand.took_effect()
    way = match["way"]
    await take_best(pane, way, "price" if way in ("cheapest",) else "duration")


async def search(pane: Pane, match: re.Match[str]) -> None:
    """``Find a one-way flight from Oslo to Rome on 05/14/2026``: the form only; what follows says what to press."""
    told = match.groupdict()
    if told.get("kind"):
        for name in (re.sub("[- ]", "-", told["kind"]), re.sub("[- ]", " ", told["kind"])):
            if (button := await pane.button(name.capitalize())) is not None:
                await pane.click(button, f"Choose “{told['kind']}”.")
                break
    for labels, value in (
        (("From", "Origin", "Departure", "Leaving from"), told["start"]),
        (("To", "Destination", "Arrival", "Going to"), told["goal"]),
    ):
        await _field(pane, labels, value)
    if told.get("date"):
        label = ("Date", "Departure date", "Depart", "Departing", "On", "When", "Day", "Outbound")
        await _day(pane, label, told["date"])
    if told.get("back"):
        await _day(pane, ("Return", "Return date", "Returning", "Back", "Inbound"), told["back"])


async def _named(pane: Pane, labels: tuple[str, ...]) -> Thing | None:
    for label in labels:
        if (found := await pane.field_named(label)) is not None and found.kind != "button":
            return found
    return None


async def _field(pane: Pane, labels: tuple[str, ...], value: str) -> None:
    found = await _named(pane, labels)
    if found is None:
        raise Stuck(f"I see no field “{labels[0]}”.")
    if found.kind == "select":
        await choosing.choose(pane, f'"{value}"', labels[0])
        return
    await pane.fill(found, value)
    await pane.hand.took_effect()
    below = [
        m
        for m in await pane.texts(value, 0.8)
        if found.box.bottom - 4 < m.box.y < found.box.bottom + 3 * found.box.height
    ]
    if below:
        await pane.click(below[0].box, "Take the suggestion.")


async def _day(pane: Pane, labels: tuple[str, ...], told: str) -> None:
    found = await _named(pane, labels)
    if found is None:
        raise Stuck(f"I see no field “{labels[0]}”.")
    day = day_of(told)
    own = any(inside(mark.box, found.box) and mark.box.x > found.box.center.x for mark in (await pane.sheet()).marks)
    if day is not None and own and re.search(r"[md]+.[md]+.y+", found.text.lower()):
        await dates.type_into(pane, found, day)  # the browser's own, with its sign of a calendar
        return
    if day is not None and not re.search(r"[mdy]{2}", found.text.lower()):
        try:
            await dates.pick_in(pane, found, day)
            return
        except Stuck:
            pass  # no calendar opened: it wants to be written
    await pane.fill(found, told)


SEARCH = (
    r"(?:find|search(?: for)?|book|look(?: up| for)?|get|buy|plan|choose|reserve)(?: me)? (?:a |an |the |all )?(?:(?P<kind>one[- ]way|round[- ]trip|return) )?(?:flights?|trains?|bus(?:es)?|tickets?|trips?|connections?|journeys?|ferr(?:y|ies))(?: tickets?)? from:? (?P<start>\"[^\"]+\"|[A-Z][\w ]*?) to:? (?P<goal>\"[^\"]+\"|[A-Z][\w ]*?)"
    r"(?:,? (?:on|for|leaving(?: on)?|departing(?: on)?)(?: the)? (?P<date>[\w/., -]*?\d[\w/, -]*?))?(?:,? (?:and )?(?:returning|coming back|back|return)(?: on)?(?: the)? (?P<back>[\w/., -]*?\d[\w/, -]*?))?",
)


async def _last_words(pane: Pane) -> str:
    """The end of the wish, which hangs out of its box: copied into a field, where it can be read."""
    field = await pane.field_named("To")
    if field is None:
        return ""
    box = pane.told_in
    await pane.hand.click(Point(box.x + 40, box.y + 30), "Select what the page asks for.", count=3)
    await pane.key("ctrl+c")
    await pane.click(field, "Click into a field.")
    await pane.key("ctrl+v")
    text = joined([line for line in await pane.lines() if field.box.grow(6).contains(line.box.center)])
    await pane.key("ctrl+a")
    await pane.key("BackSpace")
    return text


async def _place(pane: Pane, label: str, name: str) -> None:
    """Type into the field; take the suggestion that opens under it."""
    found = await pane.field_named(label) or await pane.field_named(label.strip(":"))
    if found is None:
        raise Stuck(f"I see no field “{label}”.")
    await pane.fill(found, name)
    await pane.hand.took_effect()
    below = [m for m in await pane.texts(name, 0.7) if m.box.y > found.box.bottom - 4]
    if not below:
        short = re.sub(r",.*", "", name)
        below = [m for m in await pane.texts(short, 0.7) if m.box.y > found.box.bottom - 4]
    if below:
        await pane.click(below[0].box, "Take the suggestion.")
    else:
        await pane.key("Down")
        await pane.key("Return")


async def take_best(pane: Pane, way: str, what: str) -> None:
    """Look through all offers, then take the one wanted."""
    duration = "dur" in what or way in ("shortest", "longest")
    most = way in ("longest", "most expensive", "highest", "greatest", "largest") or "most" in way
    offers: dict[tuple[int, int], None] = {}
    for _ in range(_SCROLLS):
        for _, cost, minutes in read_offers(await pane.sheet()):
            if minutes or not duration:
                offers[cost, minutes if duration else 0] = None
        if not await pane.scroll("down", 1):
            break
    if not offers:
        raise Stuck("I see no offers.")

    def key(offer: tuple[int, int]) -> int:
        return offer[1] if duration else offer[0]

    best = (max if most else min)(offers, key=key)
    for way_back in ("up", "down"):
        for _ in range(_SCROLLS):
            for box, cost, minutes in read_offers(await pane.sheet()):
                if (cost, minutes if duration else 0) == best and box.bottom < pane.body.bottom - 4:
                    await pane.click(box, f"Take the one for ${cost}.")
                    return
            if not await pane.scroll(way_back, 1):
                break
    raise Stuck("I cannot find the best offer again.")


def read_offers(sheet: Sheet) -> list[tuple[Rect, int, int]]:
    """Each offer's button, its price, and its duration in minutes; those cut off at the edge left out."""
    found: list[tuple[Rect, int, int]] = []
    for line in sheet.lines:
        price = re.search(r"\$\s?(\d[\d,]*)", line.text)
        if not price:
            continue
        above = [
            other
            for other in sheet.lines
            if other.box.bottom <= line.box.y + 6
            and line.box.y - other.box.bottom < 12 * sheet.unit
            and _minutes(other.text)
        ]
        nearest = max(above, key=lambda other: other.box.y, default=None)
        found.append((line.box, int(price[1].replace(",", "")), 0 if nearest is None else _minutes(nearest.text)))
    return found


def _minutes(text: str) -> int:
    found = re.search(r"(\d+)\s*h(?:\s*(\d+)\s*m)?", text)
    if found:
        return 60 * int(found[1]) + int(found[2] or 0)
    only = re.search(r"(\d+)\s*m\b", text)
    return int(only[1]) if only else 0
