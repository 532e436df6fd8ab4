"""One of several options: from a drop-down, a list, a date in three lists."""

from __future__ import annotations

import re
from collections.abc import Sequence

from deskhand.models.local.ground import same_numbers
from deskhand.models.local.hand import Stuck
from deskhand.models.local.page import naming, referents
from deskhand.models.local.page.drawn import colour_distance, drawn_things
from deskhand.models.local.page.hues import called
from deskhand.models.local.page.pane import GOOD, Pane
from deskhand.models.local.page.sheet import Thing
from deskhand.models.local.page.words import COLOURS, MONTHS, Day, bare, day_of, quoted
from deskhand.screen.geometry import Point, Rect
from deskhand.vision.match import similarity

_OPTIONS = 40


async def choose(pane: Pane, option: str, label: str = "") -> None:
    """From a drop-down or a list that shows its options only when opened; ``label``: which, where there are several."""
    name = (quoted(option) or [bare(option)])[0]
    if pane.kept is not None and naming.REFERS.fullmatch(name):
        name, pane.kept = pane.kept, None
    if not quoted(option) and re.match(r"the ", option) and (box := await referents.find(pane, option)) is not None:
        pane.last = box
        await pane.click(box, f"Choose {option}.")
        return
    if (day := day_of(name)) is not None and len(parts := await pane.things("select")) > 1:
        await choose_date(pane, parts, day)
        return
    shown = await pane.texts(name, 0.9)
    if not shown and name.lower() in COLOURS and (patch := await _patch(pane, name.lower())) is not None:
        await pane.click(patch, f"Choose the {name} one.")
        return
    opener = await _opener(pane, label)
    opened = False
    if opener is not None and not (shown and shown[0].whole and not opener.box.contains(shown[0].box.center)):
        await pane.click(opener, "Open the list.")
        await pane.hand.took_effect()
        opened = True
    at = opener.box.center if opener is not None else pane.body.center
    if opened and opener is not None:
        at = Point(
            opener.box.x + opener.box.width // 3, min(pane.body.bottom - 20, opener.box.bottom + opener.box.height)
        )
    typed = False
    for _ in range(8):
        found = [
            match
            for match in await pane.texts(name, 0.86)
            if same_numbers(match.line.text if re.search(r"\d", name) else match.text, name)
        ]
        found = [match for match in found if not (opened and opener and opener.box.contains(match.box.center))] or found
        if found:
            await pane.click(found[0].box, f"Choose “{name}”.")
            return
        if opened and not typed and not re.search(r"\d", name):  # a browser's own list goes to what is typed
            typed = True
            await pane.hand.type(name, f"Type “{name}” to choose it.")
            await pane.hand.took_effect()
            below = [match for match in await pane.texts(name, 0.86) if opener and match.box.y >= opener.box.bottom - 4]
            below = [match for match in below if match.whole and same_numbers(match.text, name)]
            if below:
                await pane.click(below[0].box, f"Choose “{name}”.")
                return
            if opener is not None and (await pane.hand.view()).changed:
                await pane.key("Return")
                held = [line.text for line in await pane.lines() if opener.box.contains(line.box.center)]
                if similarity(" ".join(held)[: len(name)], name) >= GOOD:
                    return
                await pane.click(opener, "Open the list again.")
        if not await pane.scroll("down", 1, at):
            break
    if opened and opener is not None and not typed:
        await pane.hand.type(name, f"Type “{name}” to choose it.")
        await pane.key("Return")
        now = " ".join(line.text for line in await pane.lines() if opener.box.contains(line.box.center))
        if same_numbers(now, name) and similarity(now, name) >= 0.7:
            return
    if opener is not None and await _by_arrows(pane, opener, name):
        return
    raise Stuck(f"I see no “{name}” to choose.")


async def _patch(pane: Pane, colour: str) -> Rect | None:
    """Of several patches of equal size the one of that colour: a palette."""
    sheet = await pane.sheet()
    fitting = sorted(
        drawn_things(sheet, (), colour),
        key=lambda region: (called(region.colour)[0] != colour, colour_distance(region.colour, COLOURS[colour])),
    )
    for region in fitting:
        alike = [
            other for other in drawn_things(sheet)
            if abs(other.box.width - region.box.width) < 5 and abs(other.box.height - region.box.height) < 5
        ]  # fmt: skip
        if len(alike) > 1 and region.box.width < 8 * sheet.unit:
            return region.box
    return None


async def _by_arrows(pane: Pane, opener: Thing, name: str) -> bool:
    """One option after the other by the arrow keys, what the closed list then shows read each time: a turn of the wheel
    may go past what hardly fits the list."""
    await pane.key("Escape")
    await pane.key("Home")
    last, same = "", 0
    for _ in range(_OPTIONS):
        shown = await pane.closer(opener.box, 2)
        held = " ".join(line.text for line in shown.texts).strip()
        if same_numbers(held, name) and similarity(held.split("  ")[0], name) >= GOOD:
            await pane.key("Return")
            return True
        same = same + 1 if held == last else 0
        if same > 2:
            return False
        last = held
        await pane.key("Down")
    return False


async def _opener(pane: Pane, label: str) -> Thing | None:
    """What opens the list: the one of that label, else the first."""
    label = re.sub(
        r"^(?:the\s+)?(?:drop-?down|list|menu|select(?:or)?|combo ?box)\s+(?:of |for )?(?=\S)", "", label, flags=re.I
    )
    named = re.sub(
        r"\s*(?:drop-?down|list|menu|box|select(?:or)?|field|combo)\b.*$", "", naming.plain_name(label), flags=re.I
    )
    if named and (field := await pane.field_named(named)) is not None and field.kind in ("select", "field", "button"):
        return field
    return (await pane.things("select") or await pane.things("field") or (None,))[0]


async def choose_date(pane: Pane, parts: Sequence[Thing], day: Day) -> None:
    """Day, month and year each in a list of its own: told by what it holds at first, or by its label."""
    sheet = await pane.sheet()
    for part in parts:
        held, label = part.text.strip().lower(), sheet.label(part.box).lower()
        month = MONTHS[day.month - 1].capitalize()
        if re.fullmatch(r"\d{4}", held) or "year" in held or label == "year":
            told = str(day.year)
        elif any(held.startswith(name[:3]) for name in MONTHS) or "month" in held or label == "month":
            told = month if len(held) > 3 else month[:3]
        else:
            told = str(day.day)
        await pane.click(part, f"Open the list for {told}.")
        await pane.hand.type(told, f"Type {told} to choose it.")
        await pane.key("Return")
