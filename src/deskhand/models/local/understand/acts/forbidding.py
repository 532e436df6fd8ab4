"""What a wish forbids is no act: “Nothing else should be closed” was read as the closing of everything, with 0.7."""

from __future__ import annotations

import re
from dataclasses import replace

from deskhand.models.local.understand.acts.form import Act, Reading, within

_FORBIDS = re.compile(
    r"\W*(?:and\s+|but\s+)?(?:nothing\s+else|nothing\b.*\b(?:should|must|may|is\s+to)|no\s+others?\b|none\s+of|(?:do\s+not|don't|never)\s+"
    r"(?:close|delete|remove|run|print|touch))|\W*(?:ほか|他|それ以外|そのほか|その他).*(?:ない|ず|そのまま)",
    re.I,
)
_ALLOWS = re.compile(
    r"(?:you\s+(?:may|can)\s+(?:just\s+|simply\s+)?(?:close|dismiss|ignore)\b|(?:it\s+is|it['’]s)\s+(?:fine|ok|okay)\s+to\s+(?:close|dismiss|ignore)\b)"
    r"|(?:閉じ|無視し|消し)て(?:も)?(?:かまいません|構いません|かまわない|構わない|いいです|よいです|大丈夫です|結構です)",
    re.I,
)
"""What may be done with what is in the way is no order: “You may close the warning” ended in a search for one."""


def permitted(reading: Reading) -> Reading:
    """The reading without acts at its end that were made of what is forbidden."""
    while (len(reading.acts) > 1 and _only_said(reading.acts[-1])) or (reading.acts and forbids(reading.acts[-1].of)):
        count = len(list(within(reading.acts[:-1])))
        reading = replace(reading, acts=reading.acts[:-1], chances=reading.chances[:count])
    return reading


def _only_said(act: Act) -> bool:
    return act.name in ("if", "close", "close_all") and _ALLOWS.search(act.of) is not None


def forbids(words: str) -> bool:
    """Whether these words of a wish say what is not to be done, or what only may be done."""
    return _FORBIDS.match(words) is not None or _ALLOWS.search(words) is not None
