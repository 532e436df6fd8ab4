"""A colour's field: its value is typed."""

from __future__ import annotations

import re

from deskhand.models.local.hand import Stuck
from deskhand.models.local.page.pane import Pane
from deskhand.models.local.page.words import COLOURS
from deskhand.screen.geometry import Point


async def pick(pane: Pane, match: re.Match[str]) -> None:
    """``Select gray with the color picker and hit Submit``."""
    name = match["colour"].lower()
    if name not in COLOURS:
        raise Stuck(f"I do not know the colour {name}.")
    value = "".join(f"{part:02X}" for part in COLOURS[name])
    sheet = await pane.sheet()
    code = [line for line in sheet.lines if re.fullmatch(r"#?[0-9A-FO]{6}", line.text.strip(), re.I)]
    fields = sheet.of("field")
    if not code and not fields:
        raise Stuck("I see no field for a colour.")
    await pane.click(code[0].box if code else fields[0], "Click into the colour's field.", count=3)
    await pane.key("ctrl+a")
    await pane.hand.type(value, f"Type {value}, which is {name}.")
    await pane.key("Tab")
    await pane.click(Point(pane.body.right - 12, pane.body.bottom - 12), "Click beside it, to close the picker.")
    await pane.submit()
