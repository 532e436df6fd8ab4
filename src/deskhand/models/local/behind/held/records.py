"""People, appointments and subtitles: files that are a list of cards of the same kind."""

# ruff: noqa: E501
from __future__ import annotations

import re

from deskhand.models.local.behind.held.parts import Entry, Held, Slot

CARDS = frozenset(["vcf", "ics", "vcard", "ical"])
SUBTITLES = frozenset(["srt", "vtt", "sbv"])
_CARD = re.compile(r"^BEGIN:(VCARD|VEVENT|VTODO|VJOURNAL)\r?$(?P<in>.*?)^END:\1\r?(?:\n|\Z)", re.MULTILINE | re.DOTALL)
_PROPERTY = re.compile(
    r"^(?:[\w-]+\.)?(?P<name>[A-Za-z][\w-]*)(?P<more>(?:;[^:\n]*)?):(?P<value>[^\n]*(?:\n[ \t][^\n]*)*)", re.MULTILINE
)
_CALLED = {
    "FN": ("name",), "SUMMARY": ("title", "name", "summary"), "TEL": ("phone",), "ADR": ("address",), "ORG": ("organization",),
    "TITLE": ("job title",), "BDAY": ("birthday",), "DTSTART": ("start",), "DTEND": ("end",), "DUE": ("due date",),
    "DESCRIPTION": ("description", "note"),
}  # fmt: skip


def cards(text: str) -> Held:
    """Cards of people and appointments by their names. A card has one of each, told apart by what it is for."""
    held = Held(text, escape=_put)
    for card in _CARD.finditer(text):
        at = card.start("in")
        found = list(_PROPERTY.finditer(text, at, card.end("in")))
        names = tuple(
            _plain(one["value"])
            for one in found
            if one["name"].upper() in ("FN", "SUMMARY", "NICKNAME") and one["value"].strip()
        )
        names = names or tuple(
            _plain(" ".join(reversed(one["value"].split(";")[:2]))) for one in found if one["name"] == "N"
        )
        title = None
        for one in found:
            name = one["name"].upper()
            kinds = " ".join(re.findall(r"[A-Za-z]+", one["more"])).lower()
            labels = (name.lower(), *(f"{called} {kinds}".strip() for called in _CALLED.get(name, (name.lower(),))))
            end = one.end("value") - (1 if one["value"].endswith("\r") else 0)
            slot = Slot(labels, one.start("value"), end, names, _put)
            held.slots.append(slot)
            title = slot if name in ("FN", "SUMMARY") and title is None else title
        held.entries.append(Entry(names, card.start(), card.end(), None, title))
    return held


def _plain(value: str) -> str:
    value = re.sub(r"\r?\n[ \t]", "", value).strip()
    return re.sub(r"\\([\\,;nN])", lambda one: " " if one[1] in "nN" else one[1], value)


def _put(text: str) -> str:
    return re.sub(r"([\\,;])", r"\\\1", text).replace("\n", "\\n")


_BLOCK = re.compile(
    r"(?P<number>^\d+[ \t]*\r?\n)?^(?P<times>[\d:.,]+[ \t]*-->[ \t]*[\d:.,]+[^\n]*)\n(?P<said>(?:[^\n]*[^\s\n][^\n]*(?:\n|\Z))*)(?:\r?\n)*",
    re.MULTILINE,
)
_TIME = re.compile(r"(?:(\d+):)?(\d\d):(\d\d)([.,])(\d{1,3})")


def subtitles(text: str) -> Held:
    """What is said, by its number."""
    held = Held(text)
    for count, block in enumerate(_BLOCK.finditer(text), 1):
        number = (block["number"] or "").strip() or str(count)
        words = block["said"].rstrip("\r\n")
        start, end = block.start("said"), block.start("said") + len(words)
        slot = Slot(("text", "subtitle"), start, end, (number,), lambda said: said)
        held.slots.append(slot)
        held.entries.append(Entry((number, " ".join(words.split())), block.start(), block.end(), (start, end), slot))
    return held


def shifted(text: str, seconds: float) -> str | None:
    """All times so many seconds later (less than 0: sooner); None where one would come before the beginning."""
    below = False

    def moved(found: re.Match[str]) -> str:
        nonlocal below
        hours, minutes, whole, sign, part = found.groups()
        length = len(part)
        total = ((int(hours or 0) * 60 + int(minutes)) * 60 + int(whole)) * 1000 + int(part.ljust(3, "0"))
        total += round(seconds * 1000)
        below = below or total < 0
        rest, thousandths = divmod(max(0, total), 1000)
        shown = f"{rest // 60 % 60:02d}:{rest % 60:02d}{sign}{f'{thousandths:03d}'[:length]}"
        return f"{rest // 3600:0{len(hours or '00')}d}:{shown}" if hours or rest >= 3600 else shown

    lines = [_TIME.sub(moved, line) if "-->" in line else line for line in text.split("\n")]
    after = "\n".join(lines)
    return None if below or after == text else after
