"""Reads the order of a sentence's words: is it told to whoever reads to do something, or told of something done?

A bag of words cannot tell ‘Ann paid the invoice’ from ‘pay Ann the invoice’, nor advice from an order; of 156 requests
in places that no training text had, the bag (`deskhand.guard.injection.network`) found 29 in 100 where one in a hundred
harmless sentences of such places rang, and half of the others were beyond it at any threshold. So there is a second
reader beside it: two layers of attention over pieces of words, which began as the first layers of all-MiniLM-L6-v2 and
were taught on sentences made for it (``training/injection``). English only; 4 bits a weight.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np

from deskhand.guard.injection.wordpieces import Vocabulary, prepared
from deskhand.words.layers import Layer, Linear, Norm, Vector
from deskhand.words.stored import Stored, layers, linear, matrix, norm, opened

AT_ONCE = 64
"""Sentences that are read side by side."""


@dataclass(frozen=True, slots=True)
class Reader:
    """The trained one; ``sums`` is how like an order each sentence is, 0 being undecided."""

    vocabulary: Vocabulary
    pieces: Vector
    widen: Linear
    places: Vector
    first: Norm
    layers: tuple[Layer, ...]
    out: Linear

    def sums(self, texts: Sequence[str]) -> Vector:
        rows = [self.vocabulary.ids(prepared(text), len(self.places)) for text in texts]
        order = sorted(range(len(rows)), key=lambda at: len(rows[at]))
        found = np.zeros(len(rows), np.float32)
        for begin in range(0, len(order), AT_ONCE):
            some = order[begin : begin + AT_ONCE]
            found[some] = self._read([rows[at] for at in some])
        return found

    def _read(self, rows: Sequence[Sequence[int]]) -> Vector:
        lengths = [len(row) for row in rows]
        x = self.widen(self.pieces[np.concatenate([np.asarray(row) for row in rows])])
        x = self.first(x + np.concatenate([self.places[:length] for length in lengths]))
        for layer in self.layers:
            x = layer(x, lengths)
        starts = np.cumsum([0, *lengths[:-1]])
        whole = np.add.reduceat(x, starts, axis=0) / np.array(lengths, np.float32)[:, None]
        return np.asarray(self.out(np.concatenate([x[starts], whole], axis=1))[:, 0], np.float32)


@cache
def reader() -> Reader:
    """The trained one."""
    return unpacked(kept())


def kept() -> Stored:
    return opened("deskhand.guard.injection", "reading.npz")


def unpacked(stored: Stored) -> Reader:
    """The reader that ``stored`` holds: matrices of 4 bits with a step for each column, and vectors as they are."""
    vocabulary = Vocabulary({piece: place for place, piece in enumerate(str(stored["vocabulary"]).split("\n"))})
    return Reader(
        vocabulary, matrix(stored, "pieces"), linear(stored, "widen"), stored["places"].astype(np.float32),
        norm(stored, "first"), layers(stored), linear(stored, "out"),
    )  # fmt: skip
