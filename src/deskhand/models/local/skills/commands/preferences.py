"""The dialog in which a program keeps its settings: whatever entry leads there, looked through page by page."""

from __future__ import annotations

import re
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
from deskhand.models.local.skills.commands.slots import Slot, slots
from deskhand.models.local.skills.commands.stage import asked_since, stage
from deskhand.models.local.skills.commands.terms import FAINT, alike, terms
from deskhand.models.local.skills.commands.ticks import wanted
from deskhand.screen.geometry import Rect

NAMED = 0.6
"""What the label of a place must say of a setting's name."""
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
    roots = await bar_roots(hand)
    main = await main_root(hand)
    return await _by_menus(
        hand, Menus(hand, await known_of(hand), wish.name, [*roots, main] if main is not None else roots), wish
    )


async def shown_now(hand: Hand, wish: Setting) -> str:
    """A place for it in the window in front: the dialog may be open already."""
    front = await hand.front()
    if front is None:
        return ""
    slot = await place_for(hand, front.body, wish)
    if slot is None or not (slot.kind in ("check", "radio") or slot.widget.role is not None):
        return ""
    if not await put(hand, slot, value_for(slot, wish)):
        raise grey(hand, slot)
    return slot.label or slot.column


async def _by_menus(hand: Hand, menus: Menus, wish: Setting) -> str:
    """The label of the place that was set; "" where no such dialog has one."""
    front = await hand.front()
    title = (await hand.view()).focus or (front.title if front is not None else "")
    leads = [(rank, entry) for entry in await menus.all() if (rank := leads_to(entry, wish, title))]
    for _, entry in sorted(leads, key=lambda pair: -pair[0])[:DIALOGS]:
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
    for slot in slots(scene, view.pixels, area):
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
            found.append((score, slot))
    return max(found, key=lambda pair: pair[0])[1] if found else None


async def leave(hand: Hand, area: Rect) -> None:
    """By the button that keeps what was set; a dialog without one keeps it at once."""
    for name in KEEPS:
        found = [match for match in buttons(await hand.scene(), name, area, 0.9) if match.whole]
        if found:
            await hand.click(found[0].box.center, hand.say(f"Choosing {name}.", f"「{name}」を選びます。"))
            if name != "Apply":
                return
    await hand.key("Escape", hand.say("Closing the dialog.", "ダイアログを閉じます。"))
