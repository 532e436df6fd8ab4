"""The dialog in which a program keeps its settings: whatever entry leads there, looked through page by page."""

from __future__ import annotations

import re

from deskhand.models.local.ground import buttons
from deskhand.models.local.hand import Hand
from deskhand.models.local.skills.commands.atlas import Entry
from deskhand.models.local.skills.commands.form import put
from deskhand.models.local.skills.commands.looking import known_of
from deskhand.models.local.skills.commands.menus import Menus
from deskhand.models.local.skills.commands.roots import bar_roots, main_root
from deskhand.models.local.skills.commands.setting_place import (
    Setting,
    grey,
    is_called,
    place_for,
    taken,
    takes,
    value_for,
)
from deskhand.models.local.skills.commands.sliding import slid
from deskhand.models.local.skills.commands.stage import asked_since, stage
from deskhand.models.local.skills.commands.survey import Survey
from deskhand.models.local.skills.commands.terms import FAINT, alike, terms
from deskhand.screen.geometry import Rect

DIALOGS = 3
"""Entries that may lead to preferences which are tried."""
KEEPS = ("OK", "Save", "Apply", "Done", "Close")
"""Buttons that leave such a dialog with what was set, in this order."""


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
        or takes(slot, wish.value)
        or is_called(slot, wish.name)
    ):
        return ""
    if (moved := await slid(hand, front.body, slot, wish.value)) is False:
        raise grey(hand, slot)
    if not moved and not await put(hand, slot, value_for(slot, wish)):
        raise grey(hand, slot)
    await taken(hand, front.body, slot, value_for(slot, wish))
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

    async def at_once() -> str:
        slot = await place_for(hand, area, wish)
        if slot is None or (slot.kind == "check" and wish.value):
            return ""  # a box that shares words with a value is one of many: all are to be seen first
        if (moved := await slid(hand, area, slot, wish.value)) is False:
            raise grey(hand, slot)
        if not moved and not await put(hand, slot, value_for(slot, wish), key=key):
            raise grey(hand, slot)
        await taken(hand, area, slot, value_for(slot, wish))
        return slot.label or slot.column or wish.name

    return await Survey(hand, area, wish, at_once).carried_out()


async def leave(hand: Hand, area: Rect) -> None:
    """By the button that keeps what was set; a dialog without one keeps it at once."""
    for name in KEEPS:
        found = [match for match in buttons(await hand.scene(), name, area, 0.9) if match.whole]
        if found:
            await hand.click(found[0].box.center, hand.say(f"Choosing {name}.", f"「{name}」を選びます。"))
            if name != "Apply":
                return
    await hand.key("Escape", hand.say("Closing the dialog.", "ダイアログを閉じます。"))
