"""What a wish forbids is no act: “Nothing else should be closed” was read as the closing of everything, with 0.7."""

from __future__ import annotations

import re
from dataclasses import replace

from deskhand.models.local.understand.acts.form import Reading, within

_FORBIDS = re.compile(
    r"\W*(?:and\s+|but\s+)?(?:nothing\s+else|nothing\b.*\b(?:should|must|may|is\s+to)|no\s+others?\b|none\s+of|(?:do\s+not|don't|never)\s+"
    r"(?:close|delete|remove|run|print|touch))|\W*(?:ほか|他|それ以外|そのほか|その他).*(?:ない|ず|そのまま)",
    re.I,
)


def permitted(reading: Reading) -> Reading:
    """The reading without acts at its end that were made of what is forbidden."""
    while reading.acts and forbids(reading.acts[-1].of):
        count = len(list(within(reading.acts[:-1])))
        reading = replace(reading, acts=reading.acts[:-1], chances=reading.chances[:count])
    return reading


def forbids(words: str) -> bool:
    """Whether these words of a wish say what is not to be done."""
    return _FORBIDS.match(words) is not None
