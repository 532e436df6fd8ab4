"""Which value, entry or part of a file is meant, by what it is called and whose it is; one, or none."""

from __future__ import annotations

import re
from dataclasses import replace

from deskhand.models.local.behind.changing import Unclear
from deskhand.models.local.behind.held.called import roles
from deskhand.models.local.behind.held.moments import is_moment
from deskhand.models.local.behind.held.order import Order, without
from deskhand.models.local.behind.held.parts import EXACT, Entry, Held, Slot, bare, fits, mentions, same, unique
from deskhand.models.local.behind.held.places import place_named, told_as_place

_ANY = re.compile(r"value|setting|text|content|values?|entry|値|設定値?|内容|文字列?|テキスト", re.IGNORECASE)


def plainer(held: Held, order: Order) -> Order:
    """What a value is called apart from whose it is: “the value of "name"”, “Aki's age”, “move Dentist to 16:00”."""
    if order.on and _ANY.fullmatch(order.label.strip()) and not any(fits(order.label, one) for one in held.slots):
        return replace(order, label=order.on, on="")
    if order.on or not order.label or any(fits(order.label, one) for one in held.slots):
        return order
    own = [one for one in held.slots if _belongs(one, order.label)]
    if not own:
        return order
    if is_moment(order.value) and any(one.labels[0] == "dtstart" for one in own):
        return replace(order, on=order.label, label="start")
    said = without(order.said, order.label)
    scored = [
        (max(mentions(said, label) * EXACT for label in one.labels) or len(_shared(said, one)), one) for one in own
    ]
    best = max(score for score, _ in scored)
    names = {one.labels[0] for score, one in scored if score == best}
    return replace(order, on=order.label, label=names.pop()) if best and len(names) == 1 else order


def _shared(said: str, slot: Slot) -> frozenset[str]:
    return roles(said) & frozenset(role for label in slot.labels for role in roles(label))


def slot_meant(held: Held, order: Order) -> Slot | None:
    """The one value meant: by what it is called, whose it is, and what stands there now."""
    scored = [(fits(order.label, slot), slot) for slot in held.slots]
    found = [one for one in scored if one[0]]
    if order.old:
        found = [(score, one) for score, one in found if one.put(order.old) in held.value(one)]
    if order.on and not same(order.on, order.label):
        found = [(score, one) for score, one in found if _belongs(one, order.on)]
    if not found:
        return None
    best = max(score for score, _ in found)
    slots = [one for score, one in found if score == best]
    if len(slots) > 1:
        apart = [sum(mentions(order.said, name) for name in _own(held, one)) for one in slots]
        slots = [one for one, count in zip(slots, apart, strict=True) if count == max(apart)]
        if max(apart) == 0 and best < EXACT:
            raise Unclear
    if len(slots) > 1 and not any(slot.of for slot in slots[:1]) and all(slot.of for slot in slots[1:]):
        slots = slots[:1]  # what stands before all sections is the whole's own
    if not unique(one.start for one in slots):
        raise Unclear
    return slots[0]


def _own(held: Held, slot: Slot) -> tuple[str, ...]:
    """The names that tell it from its like."""
    return tuple(dict.fromkeys(bare(name) for name in slot.of))


def _belongs(slot: Slot, name: str) -> bool:
    return any(
        same(one, name) or mentions(one, name) or (len(bare(one)) > 2 and mentions(name, one)) for one in slot.of
    )


def part_meant(held: Held, order: Order) -> tuple[int, int] | None:
    """The section or note that alone is meant, where the wish speaks of one by its kind and its name."""
    said = order.said
    for text in (order.old, order.value):
        said = said.replace(text, " ") if text else said
    named = [entry for entry in held.entries if any(told_as_place(said, name) for name in entry.names)]
    if not named:
        if place_named(said).strip():
            raise Unclear  # only there, and it is not to be found
        return None
    if not unique(entry.start for entry in named):
        raise Unclear
    return named[0].body or (named[0].start, named[0].end)


def entry_meant(held: Held, order: Order) -> Entry:
    """The one entry that is meant: by its name as said, else by the only one that the wish mentions."""
    if order.on:
        found = [one for one in held.entries if any(same(name, order.on) for name in one.names)]
        found = found or [one for one in held.entries if any(mentions(name, order.on) for name in one.names)]
        if not found:
            found = [
                one
                for one in held.entries
                if any(len(bare(name)) > 2 and mentions(order.on, name) for name in one.names)
            ]
    else:
        found = [one for one in held.entries if any(mentions(order.said, name) for name in one.names)]
    if len(found) > 1:  # one lies in another, or the wish says in which
        within = [one for one in found if any(mentions(order.said, name) for name in one.of)]
        found = within or found
    if len({one.start for one in found}) != 1:
        raise Unclear
    return found[0]
