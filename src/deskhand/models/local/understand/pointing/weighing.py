"""Of several rows for one wish the one that leaves the least of it unsaid; and what even that one leaves out.

Choice by choice alone, the network now and then takes the first act of a wish for all of it: ‘show the statistics in
Pluma’ became the opening of Pluma, with 0.9. But what each piece of a wish is for it knows apart from that, too.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from deskhand.models.local.understand.pointing.network import Network, Wish
from deskhand.models.local.understand.pointing.symbols import Row, Span
from deskhand.models.local.understand.pointing.writing import Draft, Part, drafts, pointed

UNSAID = 1.0
"""How much each piece counts that should fill a slot and is in none."""
FLATTER, LESS = 0.6, 0.12
"""What the network itself gives lies too far from one half: of 1,235 acts that it was not taught 0.9 meant right in 77
of 100 cases. Its odds, so much flatter and so much less, are those of being right (`training/reader`)."""
MEANT = 0.5
"""From this chance on a piece should be in the row."""
_MEANS = re.compile(r"[^\W\u3040-\u309f]|[\u3040-\u309f]{2}")
"""More than a particle and marks."""


@dataclass(frozen=True)
class Written:
    draft: Draft
    wish: Wish
    text: str

    @cached_property
    def row(self) -> Row:
        """Symbols, and of pointers where they stand in the text."""
        return [part if isinstance(part, str) else self.span(part) for part in self.draft.row]

    def span(self, pieces: Span) -> Span:
        return self.wish.pieces[pieces[0]].start, self.wish.pieces[pieces[1]].end

    @property
    def steps(self) -> tuple[float, ...]:
        """The chance of each act, in the order of `within`; of a row without acts the chance of its reach."""
        reach, *acts = self.draft.steps
        return tuple(_right(reach + act) for act in acts) if acts else (_right(reach),)

    @property
    def sure(self) -> float:
        """Of the whole row."""
        return _right(sum(self.draft.steps))

    @cached_property
    def unsaid(self) -> float:
        """How many pieces of the wish should be in it and are not, by what each piece seems to be for."""
        return float(((1 - self.wish.apart) * self._missing(1 - self.wish.apart, False)).sum())

    @property
    def weight(self) -> float:
        return self.draft.log - UNSAID * self.unsaid

    @cached_property
    def left_out(self) -> tuple[Span, ...]:
        """The words of the wish that should be in the row and are not."""
        missing = self._missing(1 - self.wish.apart, False) | self._missing(1 - self.wish.outside, True)
        return _runs(missing, self)

    def _missing(self, meant: NDArray[np.float32], whole: bool) -> NDArray[np.bool_]:
        """The pieces that are likely to be meant and stand in no argument; ``whole``: nor in the part of an act."""
        said = np.zeros(len(meant), np.bool_)
        if not _has_acts(self.draft.row):
            return said  # a wish that is refused says nothing of its pieces
        for symbol, (first, last) in pointed(self.draft.row):
            if whole or not symbol.startswith("act:"):
                said[first : last + 1] = True
        return np.asarray(~said & (meant > MEANT), np.bool_)


def write(text: str, by: Network) -> Written | None:
    """The best row for a wish; None when none comes to an end, or the wish is empty or too long."""
    return next(iter(ranked(text, by)), None)


def ranked(text: str, by: Network) -> list[Written]:
    """The rows for a wish that came to an end, best first."""
    wish = by.read(text)
    if wish is None:
        return []
    return sorted((Written(draft, wish, text) for draft in drafts(wish, by)), key=lambda done: -done.weight)


def _right(log: float) -> float:
    """How likely it is that something is right to which the network gives so much, as a logarithm."""
    given = min(float(np.exp(log)), 1 - 1e-6)
    return 1 / (1 + float(np.exp(LESS - FLATTER * np.log(given / (1 - given)))))


def _has_acts(row: Sequence[Part]) -> bool:
    return any(isinstance(part, str) and part.startswith("act:") for part in row)


def _runs(missing: NDArray[np.bool_], written: Written) -> tuple[Span, ...]:
    """Where the missing pieces stand: together where they follow each other, without blanks about them."""
    found: list[Span] = []
    for at in np.flatnonzero(missing).tolist():
        start, end = written.span((at, at))
        if found and not written.text[found[-1][1] : start].strip():
            start = found.pop()[0]
        found.append((start, end))
    trimmed = []
    for start, end in found:
        words = written.text[start:end]
        if _MEANS.search(words):
            start += len(words) - len(words.lstrip())
            trimmed.append((start, start + len(words.strip())))
    return tuple(trimmed)
