# ruff: noqa: E501 - a pattern is read more easily in one line
"""Values that a table gives for a label."""

from __future__ import annotations

import re

from deskhand.models.local.hand import Stuck
from deskhand.models.local.layout import same_row
from deskhand.models.local.page.pane import GOOD, Pane
from deskhand.models.local.page.words import bare, day_of
from deskhand.vision.match import similarity
from deskhand.vision.scene import TextLine


async def one_value(pane: Pane, match: re.Match[str]) -> None:
    """``Enter the value of Year of Birth into the text field``."""
    lines = await pane.lines()
    value = value_of(lines, bare(match["label"]))
    fields = [field for field in await pane.things("field") if not field.text]
    if value is None or not fields:
        raise Stuck(f"I find no value for “{match['label']}” in the table.")
    await pane.fill(fields[-1], value)
    await pane.submit()


async def all_values(pane: Pane, match: re.Match[str]) -> None:
    """``Enter the value that corresponds with each label into the form``."""
    sheet = await pane.sheet()
    fields = [field for field in sheet.of("field") if not field.text and sheet.label(field.box)]
    for field in fields:
        label = sheet.label(field.box)
        table = [line for line in sheet.lines if not same_row(line.box, field.box)]
        value = value_of(table, label)
        if value is None:
            raise Stuck(f"I find no value for “{label}” in the table.")
        await pane.fill(field, value)
    await pane.submit()


def value_of(lines: tuple[TextLine, ...] | list[TextLine], label: str) -> str | None:
    """What stands to the right of ``label`` in its row, or behind its colon."""
    for line in lines:
        name, colon, told = line.text.partition(":")
        if colon and told.strip() and similarity(name.strip().lower(), label.strip().lower()) >= GOOD:
            return told.strip()
    scored = sorted(((similarity(line.text.strip(" :"), label), line) for line in lines), key=lambda pair: -pair[0])
    for score, line in scored:
        if score < GOOD:
            return None
        right = [other for other in lines if same_row(other.box, line.box) and other.box.x > line.box.right]
        if right:
            return min(right, key=lambda other: other.box.x).text
    return None


IN_ROW = (
    r"(?:in|on|for) the (?:row|line|entry) (?:of|for|with|that has|containing|named|called|where it says) \"?(?P<row>[^\",]+?)\"?,? <click> <the>\"?(?P<what>[^\".]+?)\"?"
    r"(?: button| link| icon)?\.?$",
    r"<click> <the>\"?(?P<what>[^\"]+?)\"?(?: button| link| icon)? (?:in|of|on|for) the (?:row|line|entry) (?:of|for|with|that has|containing|named|called) \"?(?P<row>[^\".]+)",
    r"<click> <the>\"(?P<what>[^\"]+)\"(?: button| link| icon)? (?:next to|beside|behind|right of|left of|after|for) \"?(?P<row>[^\".]+)",
)
_KIND = (
    r"(?:number|value|price|item|product|offer|one|option|button|row|entry|date|article|book|file|score|total|amount)"
)
EXTREME = (
    rf"^(?:<click>|<choose>|<find>|buy|get)(?: and <click>)? <the>(?:\w+ with <the>)?(?P<way>largest|highest|greatest|biggest|most expensive|newest|latest|most recent|smallest|lowest|least|"
    rf"cheapest|oldest|earliest)\s?{_KIND}?(?: (?:in|from|of|on) [\w ]+?)?(?:,? (?:and|then) .*)?\.?$",
)
_LOW = ("smallest", "lowest", "least", "cheapest", "oldest", "earliest")
_DATED = ("newest", "latest", "most recent", "oldest", "earliest")


async def in_row(pane: Pane, match: re.Match[str]) -> None:
    """``Click "Edit" in the row of Anna``."""
    row, what = bare(match["row"]), bare(match["what"])
    for _ in range(8):
        anchors = await pane.texts(row, 0.86)
        for anchor in anchors:
            named = [m for m in await pane.texts(what, 0.84) if same_row(m.box, anchor.box) and m.box != anchor.box]
            if named:
                await pane.click(named[0].box, f"Click “{what}” in the row of “{row}”.")
                return
        if not await pane.scroll("down", 3):
            break
    raise Stuck(f"I do not see “{what}” in a row of “{row}”.")


async def extreme(pane: Pane, match: re.Match[str]) -> None:
    """``Click the cheapest item``: by the numbers, prices or days that the page shows."""
    way = match["way"].lower()
    sheet = await pane.sheet()
    scored = [(value, line) for line in sheet.lines if (value := worth(line.text, dated=way in _DATED)) is not None]
    if not scored:
        raise Stuck(f"I see nothing on the page of which one could be the {way}.")
    value, line = (min if way in _LOW else max)(scored, key=lambda pair: pair[0])
    if sum(other == value for other, _ in scored) > 1:
        raise Stuck(f"Two things are the {way}.")
    buttons = [b for b in sheet.of("button") if same_row(b.box, line.box)]
    box = buttons[0].box if buttons and not any(b.box.contains(line.box.center) for b in buttons) else line.box
    await pane.click(box, f"Click the {way}: {line.text}.")
    if await pane.button("Submit") is not None:
        await pane.submit("Submit")


def worth(text: str, *, dated: bool) -> float | None:
    """The price, number or day in a line."""
    if dated:
        day = day_of(text)
        return None if day is None else float(day.year * 372 + day.month * 31 + day.day)
    found = re.search(r"[$€£¥]\s?(\d[\d,]*(?:\.\d+)?)", text) or re.fullmatch(
        r"\D{0,24}?(-?\d[\d,]*(?:\.\d+)?)\D{0,4}", text.strip()
    )
    return float(found[1].replace(",", "")) if found else None
