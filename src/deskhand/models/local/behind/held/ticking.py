"""Tasks of a list ticked off: boxes of Markdown and Org, todo.txt, and tasks of a calendar."""

from __future__ import annotations

import re

from deskhand.models.local.behind.changing import Unclear
from deskhand.models.local.behind.held.parts import bare, mentions, plain, same

_BOX = re.compile(r"^(?P<before>\s*(?:[-*+]|\d+[.)])?\s*\[)(?P<mark>[ xX*✓])(?P<after>\][ \t]*)(?P<said>.*?)\s*$")
_ORG = re.compile(r"^(?P<before>\*+[ \t]+)(?P<mark>TODO|DONE)(?P<after>[ \t]+)(?P<said>.*?)\s*$")
_SIGN = re.compile(r"^(?P<before>\s*)(?P<mark>[☐☑☒□■✓✔])(?P<after>[ \t]*)(?P<said>.*?)\s*$")
_SIGNS = {"☐": "☑", "□": "■"}


def ticked(text: str, ending: str, name: str, *, on: bool) -> str | None:
    """The text with the one task of that name ticked off (or, not ``on``, open again)."""
    if ending in ("ics", "ical"):
        return _of_calendar(text, name, on=on)
    lines = text.split("\n")
    boxes = [
        (at, found) for at, line in enumerate(lines) for form in (_BOX, _ORG, _SIGN) if (found := form.match(line))
    ]
    if boxes:
        at = _one([(at, found["said"]) for at, found in boxes], name)
        found = dict(boxes)[at]
        lines[at] = lines[at][: found.start("mark")] + _mark(found["mark"], on=on) + lines[at][found.end("mark") :]
        return "\n".join(lines)
    tasks = [
        (at, re.sub(r"^(?:x\s+)?(?:\([A-Z]\)\s+)?(?:\d{4}-\d\d-\d\d\s+)*", "", line))
        for at, line in enumerate(lines)
        if line.strip()
    ]
    tells = any(re.match(r"x \S|\([A-Z]\) ", line) for line in lines) or any(
        re.search(r"(?:^|\s)[+@]\w", line) for line in lines
    )
    if not tells:
        return None
    at = _one([(at, re.sub(r"\s+[+@]\S+|\s+\w+:\S+", "", said)) for at, said in tasks], name)
    is_done = lines[at].startswith("x ")
    if is_done is not on:
        lines[at] = f"x {lines[at]}" if on else lines[at][2:]
    return "\n".join(lines)


def _mark(now: str, *, on: bool) -> str:
    if now in ("TODO", "DONE"):
        return "DONE" if on else "TODO"
    if now in "☐☑☒□■✓✔":
        return _SIGNS.get(now, now) if on else {other: one for one, other in _SIGNS.items()}.get(now, "☐")
    return "x" if on else " "


def _one(tasks: list[tuple[int, str]], name: str) -> int:
    found = [at for at, said in tasks if same(said, name)]
    found = found or [at for at, said in tasks if plain(said).startswith(bare(name))]
    found = found or [at for at, said in tasks if mentions(said, name)]
    if len(found) != 1:
        raise Unclear
    return found[0]


def _of_calendar(text: str, name: str, *, on: bool) -> str | None:
    blocks = list(re.finditer(r"^BEGIN:VTODO\r?\n(.*?)^END:VTODO\r?$", text, re.MULTILINE | re.DOTALL))
    found = [
        one
        for one in blocks
        if (said := re.search(r"^SUMMARY[^:\n]*:([^\r\n]*)", one[1], re.MULTILINE)) and same(said[1], name)
    ]
    if len(found) != 1:
        raise Unclear
    start, end = found[0].span(1)
    inside, eol = text[start:end], "\r\n" if "\r\n" in text else "\n"
    word = "COMPLETED" if on else "NEEDS-ACTION"
    if re.search(r"^STATUS:", inside, re.MULTILINE):
        inside = re.sub(r"^STATUS:[^\r\n]*", f"STATUS:{word}", inside, count=1, flags=re.MULTILINE)
    else:
        inside += f"STATUS:{word}{eol}"
    inside = re.sub(r"^PERCENT-COMPLETE:\d+", f"PERCENT-COMPLETE:{100 if on else 0}", inside, flags=re.MULTILINE)
    return text[:start] + inside + text[end:]
