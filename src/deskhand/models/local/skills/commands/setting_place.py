"""A setting that is wished, and the place of a form that says it best."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from deskhand.models.local.hand import Hand, Stuck
from deskhand.models.local.skills.commands.fit import fit, fit_value
from deskhand.models.local.skills.commands.slots import COLOUR, Slot, slots
from deskhand.models.local.skills.commands.terms import alike, terms
from deskhand.models.local.skills.commands.ticks import wanted
from deskhand.models.local.skills.commands.values import is_number
from deskhand.screen.geometry import Rect
from deskhand.vision.match import similarity

NAMED = 0.6
"""What the label of a place must say of a setting's name."""
_ORDER = re.compile(r"\s*#?\d{1,2}\s*[.:)]?\s*")
CALLED = 0.97
"""What a label with a colon must say of a name where nothing else tells that it has a place for it."""
SAYS = 0.75
"""What a radio button's label must say of a value."""
_SAYS_NOT = re.compile(r"^(?:do not|don['’]t|never)\b|しない$|ない$", re.IGNORECASE)
ALONE = 0.9
"""The same where nothing beside it says the setting's name: “windows” is no “Keep dock below other windows”."""
NOT = re.compile(
    r"\b(?:not|n't|never|no longer|no more|stop|without|hide|disable|off|untick|uncheck)\b|n't\b"
    r"|ない|なく|やめ|止め|消|オフ|無効|外し|隠",
    re.IGNORECASE,
)
"""How what was read as a value says that something is not to be so."""
SAME = 0.8
"""How alike a value is to itself, read off the screen."""
NEAR = 12
"""Pixels by which a place may move when it is set."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What is to be set: by its name, to a value, or on or off."""

    name: str
    on: bool = True
    value: str = ""


def grey(hand: Hand, slot: Slot) -> Stuck:
    return Stuck(
        hand.say(
            f"“{slot.label}” took no mark when I clicked it; it may be grey.",
            f"「{slot.label}」をクリックしましたが、変わりませんでした。今は選べないようです。",
        )
    )


def value_for(slot: Slot, wish: Setting) -> str:
    if slot.kind == "radio":
        return "on"
    if slot.kind == "check" and not wish.value:
        says_no = wanted(slot.label) is False or _SAYS_NOT.search(slot.label) is not None
        return "on" if wish.on is not says_no else "off"  # "Hide the tool bar", "Do not ask again"
    return wish.value


async def place_for(hand: Hand, area: Rect, wish: Setting) -> Slot | None:
    """The place on the page that shows which says the setting best."""
    scene, view = await hand.scene(), await hand.view()
    found: list[tuple[float, Slot]] = []
    places = slots(scene, view.pixels, area)
    for slot in places:
        if not wish.value:
            score = slot.named(wish.name) if slot.kind == "check" else 0.0
        elif slot.kind == "radio":
            says = fit_value(wish.value, slot.label)
            about = fit(wish.name, slot.column)
            named = about > 0 or any(
                alike(one, other) >= 0.85 for one in terms(wish.name) for other in terms(slot.label)
            )
            score = says * (0.9 + 0.1 * about) if says >= (SAYS if named else ALONE) else 0.0
        elif slot.kind == "check":
            score = 0.8 * fit(f"{wish.name} {wish.value}", slot.label)
        else:
            score = slot.named(wish.name)
        if score >= NAMED:
            found.append((score + takes(slot, wish.value), slot))
    if not found and COLOUR.fullmatch(wish.value.strip()):  # whatever it is called: where a colour's digits stand
        found = [(1.0, slot) for slot in places if slot.kind == "text" and COLOUR.fullmatch(slot.value.strip())][:1]
    if found:
        return max(found, key=lambda pair: pair[0])[1]
    return numbered(places, [line.text for line in scene.texts if area.contains(line.box.center)], wish)


def numbered(places: Sequence[Slot], told: Sequence[str], wish: Setting) -> Slot | None:
    """“Player 1's name”: the first of fields that have only their numbers before them, where the form speaks of
    players."""
    said = terms(wish.name)
    numbers = [term.stem for term in said if term.stem.isdigit()]
    own = {slot.label.strip(" .:)#"): slot for slot in places if slot.kind == "text" and _ORDER.fullmatch(slot.label)}
    if len(numbers) != 1 or len(own) < 2 or not wish.value:
        return None
    things = [one for one in said if not one.stem.isdigit() and one.weight >= 1]
    things = [one for one in things if not any(alike(one, other) >= 0.9 for other in terms("name"))]
    named = bool(things) and all(
        any(alike(one, term) >= 0.85 for text in told for term in terms(text)) for one in things
    )
    return own.get(numbers[0]) if named else None


def is_called(slot: Slot, name: str) -> bool:
    """Whether its own label, with a colon, says the whole name."""
    return slot.label.rstrip().endswith((":", "：")) and fit(name, slot.label) >= CALLED


def takes(slot: Slot, value: str) -> float:
    """What speaks for a place of that name besides: it shows a number, or a colour's digits, as the value is one."""
    number = is_number(value) and is_number(slot.value.lstrip(": "))
    return 0.1 if number or (COLOUR.fullmatch(value) and COLOUR.fullmatch(slot.value.strip())) else 0.0


async def taken(hand: Hand, area: Rect, slot: Slot, value: str) -> None:
    """Look whether a place shows what was put into it.

    Raises:
        Stuck: it shows something else.
    """
    for attempt in range(2):
        if await shows(hand, area, slot, value) is not False:
            return
        if not attempt:
            await hand.step_aside()
            await hand.wait(1)
    raise Stuck(
        hand.say(
            f"I found “{slot.label or slot.column}”, but it did not take {value}.",
            f"「{slot.label or slot.column}」は見つかりましたが、{value} に設定できませんでした。",
        )
    )


async def shows(hand: Hand, area: Rect, slot: Slot, value: str) -> bool | None:
    """Whether the same place shows a value now; None where it cannot be told."""
    same = [
        one
        for one in slots(await hand.scene(), (await hand.view()).pixels, area)
        if one.kind == slot.kind and one.label == slot.label and abs(one.box.center.y - slot.box.center.y) <= NEAR
    ]
    now = min(same, key=lambda one: abs(one.box.x - slot.box.x), default=None)
    if now is None:
        return None
    if now.kind in ("check", "radio"):
        return None if now.widget.checked is None else now.widget.checked is (value == "on")
    if now.kind == "area" or not now.value:
        return None
    return said_by(value, now.value)


def said_by(value: str, shown: str) -> bool:
    """Whether what a place shows is the value, its unit or some more of its words beside it."""
    bare = value.strip().lower()
    number = re.match(r"[-+]?\d+(?:[.,]\d+)?", bare)
    if number is not None:
        return number[0] in re.findall(r"[-+]?\d+(?:[.,]\d+)?", shown)
    return bare in shown.lower() or similarity(value, shown) >= SAME or fit_value(value, shown) >= SAYS
