"""Options ticked by what the wish says of the things it wants to see: "vegetarian starters for less than 8 euros"."""

from __future__ import annotations

import re

from deskhand.models.local.page.aims.hear import Aim
from deskhand.models.local.page.aims.likeness import spoken_of, words
from deskhand.models.local.page.pane import Pane

_UNDER = re.compile(r"\b(?:less than|below|cheaper than|no more than|at most|up to|within|not over)\b", re.IGNORECASE)
_OVER = re.compile(r"\b(?:more than|above|at least|or more|no less than)\b", re.IGNORECASE)
_ALLOWED = {"open", "filter", "search", "tick", "on", "set", "sort", "add"}


async def narrow(pane: Pane, aim: Aim) -> bool:
    """Whether any box or option was ticked because the wish has its words."""
    if not set(aim.acts) <= _ALLOWED or "off" in aim.acts:
        return False
    said = _OVER.sub("over", _UNDER.sub("under", aim.said)) + " " + " ".join(aim.quotes)
    done: set[str] = set()
    for _ in range(8):
        sheet = await pane.sheet()
        fitting = [
            thing for thing in sheet.of("checkbox", "radio")
            if thing.text and thing.text not in done and words(thing.text) and spoken_of(thing.text, said) >= 0.8
        ]  # fmt: skip
        if not fitting:
            break
        best = max(fitting, key=lambda thing: (spoken_of(thing.text, said), len(thing.text)))
        done.add(best.text)
        if not best.checked:
            await pane.click(best, f"Tick “{best.text}”.")
            await pane.hand.took_effect()
    return bool(done)
