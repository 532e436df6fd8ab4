"""Things of a row that a window shows one at a time: which of them shows, and what goes on or back."""

from __future__ import annotations

import re

from deskhand.models.local.hand import Hand
from deskhand.models.local.skills.commands.terms import SAME_IDEA, alike, terms

NAMED = 0.85
"""How alike its name and a word of the wish are at least."""
_COUNTED = re.compile(r"([^\d]+?)\s*#?(\d{1,3})")


async def number_shown(hand: Hand, words: str) -> int | None:
    """The number that the window tells of what is sought, in its title or in a line of its own: “Puzzle 1”."""
    front, view = await hand.front(), await hand.view()
    lines = (await hand.scene()).texts if front is not None else ()
    inside = [line.text for line in lines if front is not None and front.box.contains(line.box.center)]
    asked = terms(words)
    for text in (view.focus or "", *inside):
        found = _COUNTED.fullmatch(text.strip())
        told = terms(found[1]) if found is not None else ()
        if found is not None and told and all(any(alike(one, term) >= NAMED for term in asked) for one in told):
            return int(found[2])
    return None


def says_way(way: str, label: str) -> bool:
    """Whether a label says on or back."""
    return any(alike(one, other) >= SAME_IDEA for one in terms(way) for other in terms(label))
