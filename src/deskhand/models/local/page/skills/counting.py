# ruff: noqa: E501 - a pattern is read more easily in one line
"""Things on a page counted: shapes, rows, boxes, words; the number is kept as the answer."""

from __future__ import annotations

import re

from deskhand.models.local.hand import Stuck
from deskhand.models.local.page import predicates, referents
from deskhand.models.local.page.drawn import drawn_things
from deskhand.models.local.page.pane import Pane, joined
from deskhand.models.local.page.skills import figures, reckoning
from deskhand.models.local.page.words import quoted

_THERE = r"(?: (?:are|do you see|can you see|do you count|can you find|is|does|appear|appears|occur|occurs|there|shown|in|on|the|this|list|page|picture|image|text|table|below|above|have|contain|has|grid|drawing|box|area|displayed|visible|it|all|together))*"
COUNT = (
    rf"(?:how many(?: times)?|count(?: up)?|(?:find|enter|type|give|what is|tell)(?: me)? the (?:total )?(?:number|count|amount) of)(?: of)?(?: all)?(?: the)? (?P<what>.+?){_THERE}",
)


async def count(pane: Pane, match: re.Match[str]) -> None:
    """``How many stars are there?``; ``Count the red squares``."""
    what = match["what"].strip(" ?.")
    pane.kept = str(await number(pane, what, match[0]))


async def number(pane: Pane, what: str, whole: str) -> int:
    sheet = await pane.sheet()
    text = joined(sheet.lines)
    if names := quoted(whole):
        return len(re.findall(rf"(?<!\w){re.escape(names[0])}(?!\w)", text, re.IGNORECASE)) or text.lower().count(
            names[0].lower()
        )
    lowered = what.lower()
    if (looks := figures.Looks.of(what)).text or looks.large is not None:
        return await figures.how_many(pane, what)
    if re.search(r"\bwords?\b", lowered):
        return len(re.findall(r"[^\W_][\w'-]*", text))
    if kind := re.search(r"\b(check ?boxe?s?|radio(?: button)?s?|buttons?|fields?|links?)\b", lowered):
        if kind[1].startswith("check"):
            ticked = re.search(r"\b(un)?(?:ticked|checked|selected)\b", lowered)
            boxes = sheet.of("checkbox")
            return sum(ticked is None or bool(box.checked) != bool(ticked[1]) for box in boxes)
        return len(
            sheet.of("button" if kind[1].startswith("button") else "radio" if kind[1].startswith("radio") else "field")
        )
    told = referents.said(what)
    if told.colour or told.shapes or "star" in lowered:
        keys = [thing.box for thing in sheet.of("button", "field")]
        drawn = [
            region
            for region in drawn_things(sheet, told.shapes, told.colour)
            if not any(key.contains(region.box.center) for key in keys)
        ]
        if "star" in lowered:
            signs = sum(sign in "★☆✩*⭐" for line in sheet.lines for sign in line.text)
            return signs or sum(region.shape == "other" and region.corners >= 8 for region in drawn)
        if drawn:
            return len(drawn)
    rows = [
        row
        for row in reckoning.rows_of(sheet.lines)
        if not any(key.contains(row.name.box.center) for key in (t.box for t in sheet.of("button", "field")))
    ]
    fits = predicates.predicate(what)
    if fits is not None:
        return sum(any(fits(cell.text) for cell in row.cells) for row in rows)
    if re.search(
        r"\b(?:rows?|items?|entries|lines?|things?|names?|people|products?|options?|tasks?|numbers?|files?|messages?)\b",
        lowered,
    ):
        heads = (
            1
            if len(rows) > 2
            and len(rows[0].cells) > 1
            and all(reckoning.value_in(cell.text) is None for cell in rows[0].cells)
            and any(reckoning.value_in(cell.text) is not None for cell in rows[1].cells)
            else 0
        )
        return len(rows) - heads
    word = re.sub(r"s$", "", lowered.split()[-1]) if lowered.split() else ""
    seen = sum(word in line.text.lower() for line in sheet.lines) if len(word) > 2 else 0
    if seen:
        return seen
    raise Stuck(f"I cannot tell what to count for “{what}”.")
