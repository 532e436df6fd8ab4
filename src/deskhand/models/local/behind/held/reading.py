"""Which format a text has, and what it holds."""

from __future__ import annotations

import re

from deskhand.models.local.behind.held.headed import headed
from deskhand.models.local.behind.held.keyed import JSON, SETTINGS, keyed
from deskhand.models.local.behind.held.marked import marked
from deskhand.models.local.behind.held.parts import Held
from deskhand.models.local.behind.held.records import CARDS, SUBTITLES, cards, subtitles

_HEADED = frozenset("tex ltx latex bib sty cls md markdown org rst adoc wiki txt text fountain".split())  # noqa: SIM905


def held_in(text: str, ending: str) -> Held:
    """All that can be spoken of; nothing of a format that is not known, or not well written."""
    if ending in CARDS or text.startswith(("BEGIN:VCARD", "BEGIN:VCALENDAR")):
        return cards(text)
    if ending in SUBTITLES:
        return subtitles(text)
    if ending not in SETTINGS and re.match(r"\s*<[!?A-Za-z]", text):
        return marked(text, ending) or Held(text)
    if ending in JSON or (text.lstrip()[:1] == "{" and ending not in _HEADED):
        return keyed(text, "json")
    found = keyed(text, ending) if ending not in ("tex", "ltx", "latex", "bib") else Held(text)
    if ending in _HEADED:
        more = headed(text, ending)
        sections = [(entry.start, entry.end, (*entry.of, *entry.names)) for entry in more.entries]
        for slot in found.slots:
            of = max((one for one in sections if one[0] <= slot.start < one[1]), key=lambda one: one[0], default=None)
            more.slots.append(type(slot)(slot.labels, slot.start, slot.end, of[2] if of else slot.of, slot.put))
        found = more
    return found
