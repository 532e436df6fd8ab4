"""A consequence with its reasons, and where an act takes place: what every judge of an act of the hand needs."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from deskhand.guard.consequence import topics
from deskhand.guard.evidence import Evidence, Thing
from deskhand.guard.interface import Consequence

BROWSERS = re.compile(
    r"chromium|chrome|firefox|epiphany|midori|falkon|(?<!sqlite)(?<!db )(?<!file )browser|edge|brave|opera",
    re.IGNORECASE,
)
_FILE_MANAGER = re.compile(r"pcmanfm|nautilus|thunar|dolphin|nemo|caja|file", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Guess:
    """A consequence with its reasons, before it is put into a sentence."""

    consequence: Consequence
    confidence: float
    because: tuple[str, ...] = field(default=())
    words: str = ""
    """What exactly happens, after “this”, where it is known better than by the consequence."""

    def less(self, factor: float) -> Guess:
        return replace(self, confidence=round(self.confidence * factor, 3))


def before(thing: Thing, evidence: Evidence) -> tuple[Thing, ...]:
    """What stands before a thing in its form, the nearest last; nothing where it stands in none."""
    for at, other in enumerate(evidence.form):
        if other.label == thing.label and other.box == thing.box:
            return evidence.form[:at]
    return ()


def is_web(evidence: Evidence) -> bool:
    return bool(evidence.place.host) or BROWSERS.search(evidence.place.program) is not None


def in_file_manager(evidence: Evidence) -> bool:
    return _FILE_MANAGER.search(evidence.place.program) is not None and not is_web(evidence)


def around(evidence: Evidence) -> str:
    return " ".join((evidence.place.window, evidence.dialog, *evidence.near[:15], *evidence.texts[:150]))


def has_secret_field(evidence: Evidence) -> bool:
    return any(topics.is_secret_field(field) for field in evidence.form)
