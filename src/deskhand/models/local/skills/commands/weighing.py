"""Which of many places a wish means, where its words are spread over page, section and label.

“Make the clock in the top bar show the weekday” is the switch *Weekday* below *Clock* on the page *Top Bar*: no label
says the wish, and the wish says every label on the way. So both are weighed: how much of what the place is called the
wish says, and how much of the wish the place and what stands around it say. Words that many places have tell less.
Three of four settings on programs never met were not found by their labels alone.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from deskhand.models.local.skills.commands.terms import FAINT, Term, alike, does, opposed, stem, terms

ENOUGH = 0.58
"""What wish and place must say of each other at least."""
OWN = 0.55
"""What the wish must say of the place's own label."""
CLEAR = 0.07
"""By how much the best must be ahead of the next."""
AROUND = 0.85
"""Of a word of the wish that only page or section says."""
UNKNOWN = 0.4
"""Of a Japanese word that no table has and that is no loan."""
DONE = 0.6
"""Of a word of doing at least: to insert spaces is not to show them."""
SOMEWHERE = 0.6
"""Of a word of the label that stands elsewhere in the wish, and not where the reader saw the setting's name."""
_KATAKANA = re.compile(r"[ァ-ヶー]+")
_IDLE = frozenset(
    stem(word)
    for word in (
        "when", "if", "there", "are", "was", "will", "while", "on", "off", "not", "no", "only", "also", "them", "they",
        "which", "who", "whose", "i", "you", "me", "we", "so", "than", "then", "up", "out", "do", "does", "done",
        "have", "has", "can", "should", "whether", "via", "per", "between", "under", "after", "until", "about", "each",
        "any", "some", "other", "more", "most", "very", "just", "always", "never", "use", "using", "enable", "disable",
        "show", "display", "set", "make", "turn", "switch", "let", "get", "allow", "option", "setting", "preference",
        "value", "instead", "press", "pressed",
    )
)  # fmt: skip
"""Words of sentences, which every other label has."""


@dataclass(frozen=True, slots=True)
class Called:
    """What a place says of itself, and what stands around it."""

    own: str
    around: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked for: by the setting's name as it was read, and by all that was said."""

    name: str
    said: str = ""


def weighed(asked: Asked, places: Sequence[Called]) -> list[float]:
    """For each place, from 0 to 1, how surely it is the one."""
    told = [_telling(place.own) for place in places]
    around = [[term for text in place.around for term in _telling(text)] for place in places]
    counts = Counter(word for own in told for word in {term.stem for term in own})
    name = _telling(asked.name) or list(terms(asked.name))
    said = [*name, *(term for term in _telling(asked.said) if all(term.stem != one.stem for one in name))]
    return [_weigh(name, said, own, beside, counts) for own, beside in zip(told, around, strict=True)]


def meant(asked: Asked, places: Sequence[Called]) -> int | None:
    """Which place is meant; None where none is said clearly, or two are said alike."""
    scores = weighed(asked, places)
    order = sorted(range(len(scores)), key=lambda at: -scores[at])
    if not order or scores[order[0]] < ENOUGH:
        return None
    if len(order) > 1 and scores[order[0]] - scores[order[1]] < CLEAR:
        return None
    return order[0]


def _telling(text: str) -> list[Term]:
    """The words that tell places apart, each with its weight here: what is done counts, and an unknown Japanese word
    says little of an English label."""
    found = [term for term in terms(text) if term.stem not in _IDLE and term.weight > FAINT]
    return [replace(term, weight=_weight(term)) for term in found]


def _weight(term: Term) -> float:
    if not term.ideas and not term.stem.isascii() and _KATAKANA.fullmatch(term.stem) is None:
        return UNKNOWN
    return max(term.weight, DONE) if does(term) else term.weight


def _weigh(
    name: Sequence[Term], said: Sequence[Term], own: Sequence[Term], around: Sequence[Term], counts: Counter[str]
) -> float:
    if not own or not name:
        return 0.0
    if any(_against(term, said) for term in own):
        return 0.0
    weights = [term.weight / math.sqrt(max(1, counts[term.stem])) for term in own]
    whole = sum(weight * _best(term, said) for term, weight in zip(own, weights, strict=True)) / sum(weights)
    if whole < OWN:
        return 0.0
    covered = sum(
        weight * max(_best(term, name), SOMEWHERE * _best(term, said))
        for term, weight in zip(own, weights, strict=True)
    ) / sum(weights)
    heard = sum(term.weight * max(_best(term, own), AROUND * _best(term, around)) for term in name)
    heard /= sum(term.weight for term in name)
    return math.sqrt((0.7 * whole + 0.3 * covered) * heard)


def _best(term: Term, others: Sequence[Term]) -> float:
    return max((alike(term, one) for one in others), default=0.0)


def _against(term: Term, said: Sequence[Term]) -> bool:
    """Whether the wish says the opposite of a word, and not the word."""
    return any(opposed(one, term) for one in said) and not _best(term, said)
