"""A text after an order was carried out on what it holds; never by a guess: two that fit alike are nobody's."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from deskhand.models.local.behind.changing import Unclear
from deskhand.models.local.behind.held.adding import added
from deskhand.models.local.behind.held.grid import in_text
from deskhand.models.local.behind.held.headed import one_more
from deskhand.models.local.behind.held.marks import elements
from deskhand.models.local.behind.held.meaning import entry_meant, part_meant, plainer, slot_meant
from deskhand.models.local.behind.held.moments import as_much_later, moved
from deskhand.models.local.behind.held.order import Order
from deskhand.models.local.behind.held.parts import (
    EXACT,
    Held,
    Slot,
    as_is,
    fits,
    same,
)
from deskhand.models.local.behind.held.reading import held_in
from deskhand.models.local.behind.held.records import SUBTITLES, shifted
from deskhand.models.local.behind.held.ticking import ticked

_SWITCHES = (
    ("true", "false"),
    ("yes", "no"),
    ("on", "off"),
    ("1", "0"),
    ("enabled", "disabled"),
    ("enable", "disable"),
)


def done(text: str, ending: str, order: Order) -> str:
    """Raises Unclear where it is not told once and clearly what is meant, or nothing would become different."""
    if ending in ("csv", "tsv", "tab") and (table := in_text(text, ending, order)) is not None:
        if table == text:
            raise Unclear
        return table
    held = held_in(text, ending)
    match order.deed:
        case "set":
            after = _set(held, order)
        case "replace":
            after = _replaced(held, order)
        case "more":
            after = _lengthened(held, ending, order)
        case "rename":
            entry = entry_meant(held, order)
            after = None if entry.title is None else _put(held, entry.title, order.value)
        case "delete":
            after = _deleted(held, order)
        case "duplicate":
            entry = entry_meant(held, order)
            after = text[: entry.end] + text[entry.start : entry.end] + text[entry.end :]
        case "tick" | "untick":
            after = ticked(text, ending, order.on, on=order.deed == "tick")
        case "shift":
            seconds = seconds_in(order.said) if ending in SUBTITLES else None
            after = None if seconds is None else shifted(text, seconds)
        case "add":
            after = added(held, ending, order)
        case _:
            after = None
    if after is None or after == text:
        raise Unclear
    return after


_SECONDS = re.compile(
    r"(?P<number>\d+(?:\.\d+)?)\s*(?:-\s*)?(?P<unit>m(?:illi)?s(?:ec(?:onds?)?)?\b|milliseconds?|s(?:ec(?:onds?)?)?\b|minutes?|ミリ秒|秒|分)",
    re.IGNORECASE,
)
_SOONER = re.compile(
    r"\b(?:earlier|sooner|back(?:wards?)?|before|advance|forward\s+in)\b|早|前に|前へ|繰り上げ|マイナス", re.IGNORECASE
)


def seconds_in(said: str) -> float | None:
    """How many seconds later the wish wants it (less than 0: sooner)."""
    found = list(_SECONDS.finditer(said))
    if len(found) != 1:
        return None
    unit = found[0]["unit"].lower()
    by = 0.001 if unit.startswith(("milli", "ms", "ミリ")) else 60 if unit.startswith(("min", "分")) else 1
    seconds = float(found[0]["number"]) * by
    return -seconds if _SOONER.search(said) else seconds


def _put(held: Held, slot: Slot, text: str) -> str:
    return held.text[: slot.start] + slot.put(text) + held.text[slot.end :]


def _set(held: Held, order: Order) -> str | None:
    text = held.text
    order = plainer(held, order)
    if order.label and (slot := slot_meant(held, order)) is not None:
        now = held.value(slot)
        if slot.labels[0] in ("dtstart", "dtend", "due"):
            return _at_another_time(held, slot, order.value)
        value = _switched(now, order.value)
        if order.doubtful and not _alike(now, value):
            raise Unclear
        if order.old and now != slot.put(order.old):
            return _once(text, slot.start, slot.end, slot.put(order.old), slot.put(value))
        return _put(held, slot, value)
    old = order.old or ("" if order.label in order.on else order.label)  # “server” in a server's own name is no server
    if order.on and old:  # a part of what the entry says: “10:00 to 11:00 in the note Friday”
        entry = entry_meant(held, order)
        span = entry.body or (entry.start, entry.end)
        return _once(text, *span, held.escape(old), held.escape(order.value))
    if order.on and not order.label:
        entry = entry_meant(held, order)
        if entry.title is not None:
            return _put(held, entry.title, order.value)
    return None


def _alike(one: str, other: str) -> bool:
    """Whether both are numbers, or both a yes or no."""
    words = {word for pair in _SWITCHES[:3] for word in pair}
    both = (one.strip().lower(), other.strip().lower())
    return all(re.fullmatch(r"-?\d[\d.,:]*\s*\w{0,3}", text) for text in both) or all(text in words for text in both)


def _at_another_time(held: Held, slot: Slot, said: str) -> str | None:
    """An appointment begins at another time, and ends as much later."""
    now = held.value(slot).strip()
    new = moved(now, said)
    if new is None:
        return None
    entry = next((one for one in held.entries if one.start <= slot.start < one.end), None)
    ends = [
        one
        for one in held.slots
        if one.labels[0] == "dtend" and entry is not None and entry.start <= one.start < entry.end
    ]
    changes = [(slot, new)]
    if slot.labels[0] == "dtstart" and ends:
        later = as_much_later(held.value(ends[0]).strip(), now, new)
        if later is None:
            return None
        changes.append((ends[0], later))
    text = held.text
    for one, value in sorted(changes, key=lambda change: -change[0].start):
        text = text[: one.start] + value + text[one.end :]
    return text


def _switched(now: str, value: str) -> str:
    """Yes and no in the words that stand there."""
    if value.lower() not in ("on", "off"):
        return value
    on = value.lower() == "on"
    for yes, no in _SWITCHES:
        if now.lower() in (yes, no):
            word = yes if on else no
            return word.capitalize() if now[:1].isupper() else word
    raise Unclear


def _once(text: str, start: int, end: int, old: str, new: str) -> str | None:
    if not old or text.count(old, start, end) != 1:
        raise Unclear
    at = text.index(old, start, end)
    return text[:at] + new + text[at + len(old) :]


def _replaced(held: Held, order: Order) -> str | None:
    """Every one in what a person reads, between the marks and not in them; only in the part that the wish names."""
    text, old, new = held.text, held.escape(order.old), held.escape(order.value)
    part = part_meant(held, order)
    spans = [part] if part is not None else [(0, len(text))]
    if held.escape is as_is:
        return _all(text, spans, lambda some: some.replace(old, new)) if old else None
    inner = _readable(text)
    if inner is None or not old:
        return None
    spans = [one for one in inner if part is None or (part[0] <= one[0] and one[1] <= part[1])]
    after = _all(text, spans, lambda some: some.replace(old, new))
    return after if after != text else None


def _all(text: str, spans: Sequence[tuple[int, int]], change: Callable[[str], str]) -> str:
    for start, end in reversed(spans):
        text = text[:start] + change(text[start:end]) + text[end:]
    return text


def _readable(text: str) -> list[tuple[int, int]] | None:
    """Where between and in the marks something stands that is read: texts, and what names things."""
    found = elements(text) or elements(text, web=True)
    if found is None:
        return None
    inside = [
        span
        for one in found
        for key, span in one.attributes.items()
        if key.lower() in ("name", "title", "text", "_note", "note")
    ]
    between: list[tuple[int, int]] = []
    marks = sorted(edge for one in found for edge in ((one.start, one.inner), (one.inner_end, one.end)))
    for one, other in itertools.pairwise(marks):
        if one[1] < other[0]:
            between.append((one[1], other[0]))
    return sorted({*inside, *between})


def _lengthened(held: Held, ending: str, order: Order) -> str | None:
    entry = entry_meant(held, order)
    if entry.body is None:  # what holds others of its kind, and no text
        return added(held, ending, replace(order, fields=(("", order.value),)))
    start, end = entry.body
    longer = entry.longer or one_more
    return held.text[:start] + longer(held.text[start:end], order.value) + held.text[end:]


_SAID = re.compile(
    r"^[ \t]*(?:[-*+•][ \t]+|\d+[.)][ \t]+|\\item[ \t]+)?(?:\[[ xX]\][ \t]+)?(?:x[ \t]+)?(?:\([A-Z]\)[ \t]+)?"
    r"(?P<said>\S[^\n]*?)[ \t\r]*$",
    re.MULTILINE,
)
"""A line of a list, without what marks it as one."""
_TAIL = re.compile(r"(?:\s+(?:[@+]\S+|\w+:\S+))+$")


def _deleted(held: Held, order: Order) -> str | None:
    """An entry whole; else the one line that says it, or that sets the value of that name."""
    try:
        entry = entry_meant(held, order)
        return held.text[: entry.start] + held.text[entry.end :]
    except Unclear:
        if held.escape is not as_is or any(same(name, order.on) for one in held.entries for name in one.names):
            raise
    slot = slot_meant(held, replace(order, label=order.on, on=""))
    if slot is not None and fits(order.on, slot) == EXACT:
        at = slot.start
    else:
        lines = [(found.start(), found["said"]) for found in _SAID.finditer(held.text)]
        found = [at for at, said in lines if same(said, order.on) or same(_TAIL.sub("", said), order.on)]
        if len(found) != 1:
            raise Unclear
        at = found[0]
    start, end = held.text.rfind("\n", 0, at) + 1, held.text.find("\n", at)
    return held.text[:start] + held.text[end + 1 :] if end >= 0 else held.text[:start]
