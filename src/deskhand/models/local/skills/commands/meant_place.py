"""Of all places that were seen in a window's pages, the one that a wish means."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from deskhand.models.local.skills.commands.fit import fit_value
from deskhand.models.local.skills.commands.setting_place import Setting
from deskhand.models.local.skills.commands.spots import Spot
from deskhand.models.local.skills.commands.values import is_number
from deskhand.models.local.skills.commands.weighing import Asked, Called, meant, weighed
from deskhand.vision.match import similarity

SURE = 0.88
"""How surely a place must be the one for the other pages not to be looked at."""
SAYS = 0.8
"""What one of several must say of a value."""
SAME = 0.85
"""How alike a label is to itself, read again."""
_GLOSS = re.compile(r"[((]\s*([A-Za-z][^()()]*?)\s*[))]")


@dataclass(frozen=True, slots=True)
class Seen:
    """A place, and how one comes to it."""

    path: tuple[str, ...]
    """The names of the pages, the outer one first; () for what shows at first."""
    scrolled: int
    spot: Spot

    @property
    def told(self) -> tuple[str, ...]:
        return (*self.path, self.spot.section, self.spot.slot.column, self.spot.told)


def meant_of(seen: Sequence[Seen], wish: Setting, said: str) -> Seen | None:
    """The place that is clearly meant by all that was said; None where none is, or two are."""
    fits, called = _candidates(seen, wish)
    at = meant(_asked(wish, said), called)
    return None if at is None else fits[at]


def surely(seen: Sequence[Seen], wish: Setting, said: str) -> bool:
    """Whether one place is so surely meant that no other page need be looked at."""
    scores = weighed(_asked(wish, said), _candidates(seen, wish)[1])
    return max(scores, default=0.0) >= SURE and meant_of(seen, wish, said) is not None


def with_glosses(said: str, wish: str) -> str:
    """What was said, with what the screen calls it, which a wish may tell in brackets: 「時(hours)」."""
    return f"{said} {' '.join(_GLOSS.findall(wish))}"


def _asked(wish: Setting, said: str) -> Asked:
    return Asked(wish.name if is_number(wish.value) else f"{wish.name} {wish.value}".strip(), said)


def _candidates(seen: Sequence[Seen], wish: Setting) -> tuple[list[Seen], list[Called]]:
    fits = [(one, own) for one in _once(seen) if (own := _own(one, wish)) is not None]
    return [one for one, _ in fits], [Called(own, one.told) for one, own in fits]


def _once(seen: Sequence[Seen]) -> list[Seen]:
    """Each place once: the page that showed at first may have been turned to again, by its name."""
    named = [one for one in seen if one.path]
    return [one for one in seen if one.path or not any(_same(one, other) for other in named)]


def _same(one: Seen, other: Seen) -> bool:
    first, second = one.spot, other.spot
    return (
        first.slot.kind == second.slot.kind
        and similarity(first.label, second.label) >= SAME
        and similarity(first.section, second.section) >= SAME
    )


def _own(one: Seen, wish: Setting) -> str | None:
    """What a place says of itself for this wish; None where it could not hold what is wished."""
    slot, value = one.spot.slot, wish.value
    if slot.grey:
        return None
    if slot.kind == "check":
        return None if is_number(value) else slot.label
    if slot.kind == "radio":
        if not value:
            return slot.label if wish.on else None
        return f"{slot.label} {slot.column}" if fit_value(value, slot.label) >= SAYS else None
    if not value or slot.kind == "area":
        return None
    if is_number(value) and slot.kind == "text" and slot.value and not any(c.isdigit() for c in slot.value):
        return None
    return one.spot.label
