"""The dialog in which a program keeps its settings: whatever entry leads there, looked through page by page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from deskhand.models.local.ground import buttons
from deskhand.models.local.hand import Hand, Stuck
from deskhand.models.local.skills.commands.atlas import Entry
from deskhand.models.local.skills.commands.fit import fit, fit_value
from deskhand.models.local.skills.commands.form import put
from deskhand.models.local.skills.commands.looking import known_of
from deskhand.models.local.skills.commands.menus import Menus
from deskhand.models.local.skills.commands.pages import pages
from deskhand.models.local.skills.commands.roots import bar_roots, main_root
from deskhand.models.local.skills.commands.slots import COLOUR, Slot, slots
from deskhand.models.local.skills.commands.stage import asked_since, stage
from deskhand.models.local.skills.commands.terms import FAINT, alike, terms
from deskhand.models.local.skills.commands.ticks import wanted
from deskhand.models.local.skills.commands.values import is_number
from deskhand.screen.geometry import Rect

NAMED = 0.6
"""What the label of a place must say of a setting's name."""
_ORDER = re.compile(r"\s*#?\d{1,2}\s*[.:)]?\s*")
CALLED = 0.97
"""What a label with a colon must say of a name where nothing else tells that it has a place for it."""
SAYS = 0.75
"""What a radio button's label must say of a value."""
DIALOGS = 3
"""Entries that may lead to preferences which are tried."""
KEEPS = ("OK", "Save", "Apply", "Done", "Close")
"""Buttons that leave such a dialog with what was set, in this order."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What is to be set: by its name, to a value, or on or off."""

    name: str
    on: bool = True
    value: str = ""


async def in_preferences(hand: Hand, wish: Setting) -> str:
    """The label of the place in the preferences that was set; "" where there is none."""
    roots, main = await bar_roots(hand), await main_root(hand)
    roots = [*roots, main] if main is not None else roots
    likely = [root for root in roots if any(alike(one, word) >= 0.9 for one in terms(root.name) for word in _WORDS)]
    tried: set[Entry] = set()
    for some in (likely, roots):  # most have a menu for it, and the others need not be opened then
        if some and (label := await _by_menus(hand, Menus(hand, await known_of(hand), wish.name, some), wish, tried)):
            return label
    return ""


async def shown_now(hand: Hand, wish: Setting) -> str:
    """A place for it in the window in front: the dialog may be open already."""
    front = await hand.front()
    if front is None:
        return ""
    slot = await place_for(hand, front.body, wish)
    if slot is None or not (
        slot.kind in ("check", "radio")
        or slot.widget.role is not None
        or _takes(slot, wish.value)
        or _is_called(slot, wish.name)
    ):
        return ""
    if not await put(hand, slot, value_for(slot, wish)):
        raise grey(hand, slot)
    return slot.label or slot.column


async def _by_menus(hand: Hand, menus: Menus, wish: Setting, tried: set[Entry]) -> str:
    """The label of the place that was set; "" where no such dialog has one."""
    front = await hand.front()
    title = (await hand.view()).focus or (front.title if front is not None else "")
    leads = [(rank, entry) for entry in await menus.all() if (rank := leads_to(entry, wish, title))]
    for _, entry in sorted(leads, key=lambda pair: -pair[0])[:DIALOGS]:
        if entry in tried:
            continue
        tried.add(entry)
        before = await stage(hand)
        if not await menus.choose(entry):
            continue
        await hand.took_effect()
        area = await asked_since(hand, before)
        if area is None:
            continue
        if label := await set_in(hand, area, wish):
            await leave(hand, area)
            return label
        await hand.key("Escape", hand.say("Not here; closing the dialog.", "ここにはないので閉じます。"))
    if menus.open:
        await menus.leave()
    return ""


def leads_to(entry: Entry, wish: Setting, title: str = "") -> float:
    """How likely an entry leads to the preferences: "Preferences…", "Configure Editor…". The one that has the program's
    own name, as the window's title does, comes before "Configure Toolbars…" and its like."""
    own = {word.lower() for word in _WORD.findall(title)}
    label = " ".join(word for word in _WORD.findall(entry.label) if word.lower() not in own)
    told, wanted_terms = terms(label), terms(wish.name)
    other = [term for term in told if term.weight <= FAINT or not any(alike(term, word) >= 0.9 for word in _WORDS)]
    if entry.opens or entry.grey or len(other) == len(told):
        return 0.0
    said = sum(1 for term in other if any(alike(term, one) for one in wanted_terms))
    return 1.0 + 0.5 * said - 0.2 * (len(other) - said)


_WORDS = terms("preferences")
_WORD = re.compile(r"[^\W\d_]{3,}")


async def set_in(hand: Hand, area: Rect, wish: Setting, key: str = "Tab") -> str:
    """Set it on whichever page of the dialog has a place for it; the place's label, "" where none has."""
    async for _ in pages(hand, area, f"{wish.name} {wish.value}"):
        if (slot := await place_for(hand, area, wish)) is None:
            continue
        if await put(hand, slot, value_for(slot, wish), key=key):
            return slot.label or slot.column or wish.name
        raise grey(hand, slot)
    return ""


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
        return "on" if wish.on is (wanted(slot.label) is not False) else "off"  # "Hide the tool bar"
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
            score = fit_value(wish.value, slot.label) if fit_value(wish.value, slot.label) >= SAYS else 0.0
            score *= 0.9 + 0.1 * fit(wish.name, slot.column)
        elif slot.kind == "check":
            score = 0.8 * fit(f"{wish.name} {wish.value}", slot.label)
        else:
            score = slot.named(wish.name)
        if score >= NAMED:
            found.append((score + _takes(slot, wish.value), slot))
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


def _is_called(slot: Slot, name: str) -> bool:
    """Whether its own label, with a colon, says the whole name."""
    return slot.label.rstrip().endswith((":", "：")) and fit(name, slot.label) >= CALLED


def _takes(slot: Slot, value: str) -> float:
    """What speaks for a place of that name besides: it shows a number, or a colour's digits, as the value is one."""
    number = is_number(value) and is_number(slot.value.lstrip(": "))
    return 0.1 if number or (COLOUR.fullmatch(value) and COLOUR.fullmatch(slot.value.strip())) else 0.0


async def leave(hand: Hand, area: Rect) -> None:
    """By the button that keeps what was set; a dialog without one keeps it at once."""
    for name in KEEPS:
        found = [match for match in buttons(await hand.scene(), name, area, 0.9) if match.whole]
        if found:
            await hand.click(found[0].box.center, hand.say(f"Choosing {name}.", f"「{name}」を選びます。"))
            if name != "Apply":
                return
    await hand.key("Escape", hand.say("Closing the dialog.", "ダイアログを閉じます。"))
