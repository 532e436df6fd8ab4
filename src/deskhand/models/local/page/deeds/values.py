# ruff: noqa: E501 - a condition is read more easily in one line
"""Values set, stars given, entries carried and tables sorted, each by the way that the page has for it."""

from __future__ import annotations

import re

from deskhand.models.local.hand import Refused, Stuck
from deskhand.models.local.layout import same_row
from deskhand.models.local.page.aims import moving, order, steppers
from deskhand.models.local.page.aims.hear import aim_of
from deskhand.models.local.page.aims.likeness import is_japanese
from deskhand.models.local.page.deeds import choices
from deskhand.models.local.page.deeds.finding import Place, belonging, located, places
from deskhand.models.local.page.deeds.form import Deed
from deskhand.models.local.page.doings import doing
from deskhand.models.local.page.pane import Pane
from deskhand.models.local.page.sheet import Sheet
from deskhand.models.local.page.skills import adjust, sliders

_AMOUNTS = ("数", "個数", "数量", "量", "枚数", "人数", "値", "冊数", "本数")
_STARS = "★☆✩✭⭐✰✪"


async def put(pane: Pane, deed: Deed) -> None:
    """「音量」を70に: chosen from its list, stepped, slid, turned; a number that the page shows as it changes."""
    sheet = await pane.sheet()
    label = deed.near if deed.near and deed.name in _AMOUNTS else f"{deed.near} {deed.name}".strip()
    if not label:  # what was just opened to be changed
        await pane.key("ctrl+a")
        await pane.hand.type(deed.value, f"Type “{deed.value}”.")
        await pane.key("Return")
        return
    if deed.value in ("オン", "オフ", "ON", "OFF", "on", "off", "有効", "無効"):
        await adjust.flip(pane, deed.name, deed.value in ("オン", "ON", "on", "有効"))
        return
    clock = re.fullmatch(r"(\d{1,2})(?:時|:)(?:(\d{1,2})分?|(半))?", deed.value)
    if clock is not None and await _in_two_lists(pane, deed.name, clock):
        return
    if clock is not None:
        time = f"{int(clock[1]):02d}:{30 if clock[3] else int(clock[2] or 0):02d}"
        called = doing(f"set the time to {time}")
        if called is not None:
            await called[0](pane, called[1])
            return
    number = re.fullmatch(r"-?\d+", deed.value)
    if number is None or [one for one in sheet.of("select") if places(sheet, deed.name)]:
        await choices.choose(pane, Deed("choose", deed.name, deed.near, deed.value, literal=True))
        return
    if await steppers.step(
        pane, aim_of(f"{label}を{deed.value}に" if is_japanese(label) else f"Set {label} to {deed.value}")
    ):
        return
    knobs = () if _has_signs(sheet) else await sliders.knobs(pane)
    if knobs:
        named = places(sheet, deed.name)
        level = sorted(knobs, key=lambda knob: abs(knob.box.center.y - named[0].box.center.y)) if named else knobs
        await sliders.to(pane, level[0], int(deed.value))
        return
    field = await pane.field_named(deed.name)
    if field is not None and field.kind == "field":
        await pane.fill(field, deed.value, clear=True)
        return
    await adjust.to_value(pane, label, int(deed.value))


async def _in_two_lists(pane: Pane, name: str, clock: re.Match[str]) -> bool:
    """The hour in one list and the minutes in the next, where the label's row has two."""
    heads, told = (
        places(await pane.sheet(), name),
        (str(int(clock[1])), "30" if clock[3] else f"{int(clock[2] or 0):02d}"),
    )
    row = [one for one in (await pane.sheet()).of("select", "field") if heads and same_row(one.box, heads[0].box)]
    lists = sorted((one for one in row if one.box.x > heads[0].box.x), key=lambda one: one.box.x)
    if len(lists) != len(told):
        return False
    for part, value in zip(lists, told, strict=True):
        await pane.click(part, f"Open the list for {value}.")
        await pane.hand.type(value, f"Type {value} to choose it.")
        await pane.key("Return")
        await pane.hand.took_effect()
    return True


def _has_signs(sheet: Sheet) -> bool:
    """Whether numbers are stepped here: then what looks like a knob is a sign under the pointer."""
    texts = [line.text.strip() for line in sheet.lines]
    return any(text in ("+", "＋") for text in texts) and any(text in ("-", "−", "–", "－") for text in texts)


async def rate(pane: Pane, deed: Deed) -> None:
    """The n-th of the stars that belong to what is rated."""
    count = int(deed.value or 0)
    sheet = await pane.sheet()
    rows = [
        Place(line.text, line.box, 1.0) for line in sheet.lines if sum(char in _STARS for char in line.text) >= max(2, count)
    ]  # fmt: skip
    if deed.near and len(rows) > 1:
        rows = belonging(sheet, rows, deed.near)
    for line in sheet.lines:
        if rows and line.box == rows[0].box:
            signs = [index for index, char in enumerate(line.text) if char in _STARS]
            await pane.click(line.part(signs[count - 1], signs[count - 1] + 1), f"Give {count} stars.")
            await pane.hand.took_effect()
            return
    called = doing(f"give it {count} stars")
    if called is None:
        raise Stuck(f"I see no row of {count} stars.")
    await called[0](pane, called[1])


async def drag(pane: Pane, deed: Deed) -> None:
    """To its place in a list, into what bears the name, or by the arrows between two lists."""
    aim = aim_of(deed.of)
    across = doing(f'Move "{deed.name}" to the column "{deed.value}" with its arrows')
    if across is not None and places(await pane.sheet(), deed.value):
        try:
            await across[0](pane, across[1])
            return
        except Refused:
            raise
        except Stuck:
            pass  # it bears no arrows
    if await order.put(pane, aim) or await moving.carry(pane, aim):
        return
    called = doing(f'Drag "{deed.name}" onto "{deed.value}"')
    if called is None:
        raise Stuck(f"I do not know where to drag “{deed.name}”.")
    await called[0](pane, called[1])


async def sort(pane: Pane, deed: Deed) -> None:
    """By the heading of its column; once more where it is to fall."""
    found = await located(pane, deed.name)
    if not found:
        raise Stuck(f"I see no heading “{deed.name}”.")
    top = min(found, key=lambda place: place.box.y)
    pane.last = top.box
    await pane.click(top.box, f"Sort by “{top.text}”.")
    await pane.hand.took_effect()
    if deed.value == "descending":
        await pane.click(top.box, f"Sort by “{top.text}” the other way.")
        await pane.hand.took_effect()
