"""A new entry among others, written as they are: an item of a list, a branch of an outline, somebody's card."""

from __future__ import annotations

import re

from deskhand.models.local.behind.changing import Unclear
from deskhand.models.local.behind.held.called import roles
from deskhand.models.local.behind.held.order import Order
from deskhand.models.local.behind.held.parts import Entry, Held, mentions, same
from deskhand.models.local.behind.held.records import CARDS

_PROPERTIES = {
    "phone": "TEL",
    "email": "EMAIL",
    "address": "ADR",
    "organization": "ORG",
    "url": "URL",
    "note": "NOTE",
    "birthday": "BDAY",
}


def added(held: Held, ending: str, order: Order) -> str | None:
    """None where no new entry of that kind can be written for certain."""
    if ending in CARDS and "BEGIN:VCARD" in held.text:
        return _card(held, order)
    if len(order.fields) != 1 or not order.value:
        return None
    return _beside(held, order)


def _beside(held: Held, order: Order) -> str | None:
    """Behind the last entry of the one that the wish names, or of the only list there is: with its marks, and no more
    of it than its name."""
    if held.text.lstrip()[:1] != "<":
        return None
    parents = [
        one
        for one in held.entries
        if any(same(name, order.on) if order.on else mentions(order.said, name) for name in one.names)
    ]
    if parents:
        if len({one.start for one in parents}) != 1:
            raise Unclear
        beside = [
            one for one in held.entries if one.of and same(one.of[-1], parents[0].names[0]) and _inside(one, parents[0])
        ]
    elif order.on:
        raise Unclear
    else:
        beside = [one for one in held.entries if one.depth == min(other.depth for other in held.entries)]
    if not beside:
        return None
    last = max(beside, key=lambda one: one.start)
    own = held.text[last.start : last.end]
    if last.title is None or not last.title.start or _says_more(own, last):
        return None
    start, end = last.title.start - last.start, last.title.end - last.start
    new = own[:start] + last.title.put(order.value) + own[end:]
    return held.text[: last.end] + new + held.text[last.end :]


def _inside(one: Entry, other: Entry) -> bool:
    return other.start <= one.start and one.end <= other.end and one.start != other.start


def _says_more(own: str, entry: Entry) -> bool:
    """Whether the entry holds what is its own alone: an address, a number, entries below it."""
    marks = re.findall(r"([\w:.-]+)\s*=\s*[\"'][^\"']*[\"']", own)
    names = {"text", "name", "title", "class", "type", "_text", "label"}
    return bool([mark for mark in marks if mark.lower() not in names]) or len(re.findall(r"<(?!/)[\w:]", own)) > 1


def _card(held: Held, order: Order) -> str | None:
    name = next(
        (value for said, value in order.fields if not said or "name" in roles(said) or said in ("contact", "連絡先")),
        "",
    )
    lines = ["BEGIN:VCARD"]
    version = re.search(r"^VERSION:([\d.]+)", held.text, re.MULTILINE)
    if not name or any(same(one, name) for entry in held.entries for one in entry.names):
        raise Unclear
    lines += [f"VERSION:{version[1]}"] if version else []
    first, _, family = name.rpartition(" ")
    lines += [f"N:{_put(family)};{_put(first)};;;" if first else f"N:{_put(name)};;;;", f"FN:{_put(name)}"]
    for said, value in order.fields:
        if value == name:
            continue
        found = [key for role, key in _PROPERTIES.items() if role in roles(said)]
        if len(found) != 1:
            raise Unclear
        lines.append(f"{found[0]}:{f';;{_put(value)};;;;' if found[0] == 'ADR' else _put(value)}")
    eol = "\r\n" if "\r\n" in held.text else "\n"
    gap = "" if not held.text or held.text.endswith("\n") else eol
    return f"{held.text}{gap}{eol.join((*lines, 'END:VCARD'))}{eol}"


def _put(text: str) -> str:
    return re.sub(r"([\\,;])", r"\\\1", text)
