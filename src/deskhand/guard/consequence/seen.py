"""What is read of a thing to judge it by its words: what it is called, where it stands, what stands around it.

The same texts that the learned reader was taught with (``training/consequence``) are made here from evidence, so that
what it meets in a run looks like what it knows.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from deskhand.guard.consequence.guess import is_web
from deskhand.guard.evidence import Evidence, Thing

Where: TypeAlias = Literal["web", "program"]
AROUND = 9
"""Texts from around a thing that count."""
_LONGEST = 70
"""Characters of each."""
_BROWSER = re.compile(r"\s[-–—]\s(Chromium|Google Chrome|Mozilla Firefox|Microsoft\W?Edge|Brave|Web)$")
_OBJECT = "\ufffc"
"""What stands in a paragraph's text for a thing in it."""
_KINDS: Mapping[str, str] = {
    "push button": "button", "check box": "checkbox", "radio button": "radio", "page tab": "tab", "list item": "option",
    "toggle button": "switch", "check menu item": "menu item", "radio menu item": "menu item", "": "text",
    "push button menu": "button", "table cell": "row", "static": "text", "label": "text", "image": "icon",
}  # fmt: skip
"""What the accessibility tree calls a thing, and what people do."""


@dataclass(frozen=True, slots=True)
class Seen:
    where: Where
    kind: str
    """``button``, ``link``, ``menu item`` …"""
    label: str
    title: str
    """Of its window or page."""
    asked: str = ""
    """What its dialog says."""
    around: tuple[str, ...] = ()
    """Headings above it, then its neighbours, nearest first."""

    def texts(self) -> tuple[str, str, str]:
        """What is read, in its three parts."""
        around = " | ".join((self.asked[:200], *self.around) if self.asked else self.around)
        # Letters that a page's style makes great are read as they were written: DISARM is cut into other pieces.
        label = self.label.capitalize() if self.label.isupper() and len(self.label) > 3 else self.label
        return f"{self.where} {self.kind}: {label}", self.title, around


def seen(thing: Thing, evidence: Evidence) -> Seen:
    label = thing.label or thing.caption
    return Seen(
        "web" if is_web(evidence) else "program",
        kind(thing.role),
        label[:120],
        _BROWSER.sub("", evidence.place.window)[:80],
        evidence.dialog,
        _around(thing, label, evidence),
    )


def kind(role: str) -> str:
    return _KINDS.get(role, role)


def _around(thing: Thing, label: str, evidence: Evidence) -> tuple[str, ...]:
    """Without what the browser itself has around every page."""
    page = {text for e in evidence.elements if e.page for text in (e.name, e.value)}
    near = [text for text in evidence.near if evidence.chrome or not page or text in page]
    found = [*_headings(thing, evidence)[:2], *([] if thing.caption == label else [thing.caption]), *near]
    short = [text.replace(_OBJECT, " ").strip()[:_LONGEST] for text in found]
    known = {"", label, evidence.place.window, _BROWSER.sub("", evidence.place.window)}
    return tuple(dict.fromkeys(text for text in short if text not in known and text not in evidence.dialog))[:AROUND]


def _headings(thing: Thing, evidence: Evidence) -> Sequence[str]:
    """What stands above it as a heading, the nearest first."""
    if thing.box is None:
        return ()
    top = thing.box.bottom
    above = [e for e in evidence.elements if e.role == "heading" and e.name and e.box.y <= top]
    return [e.name for e in sorted(above, key=lambda e: -e.box.y)]
