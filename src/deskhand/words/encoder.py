"""A text's pieces as vectors that know their neighbours: pieces, their vectors, and the layers of one reader.

Pieces and their vectors (``pieces.npz``) are shared; the layers belong to a reader that was taught something with them
(``training/encoder``). 27,956 pieces of multilingual-e5-small's 250,002 are enough for English and Japanese screens.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from deskhand.words.layers import Norm, Vector
from deskhand.words.pieces import Pieces
from deskhand.words.stack import Stack
from deskhand.words.stored import norm, opened

BEGIN, PADDING, END, UNKNOWN = 0, 1, 2, 3
"""Numbers of the pieces that are no text."""


@dataclass(frozen=True, slots=True)
class Table:
    """Vectors of pieces, 8 bits a number: as floats they would take 43 MB."""

    numbers: NDArray[np.int8]
    """Pieces × width."""
    steps: Vector
    """Of each piece."""
    places: Vector
    """Of the first, second … place."""
    first: Norm

    def __call__(self, rows: Sequence[Sequence[int]]) -> Vector:
        """The vectors of all pieces of all ``rows``, one after the other."""
        flat = np.concatenate([np.asarray(row, np.int64) for row in rows])
        places = np.concatenate([self.places[: len(row)] for row in rows])
        return self.first(self.numbers[flat].astype(np.float32) * self.steps[flat][:, None] + places)

    @property
    def longest(self) -> int:
        """Places in a row."""
        return len(self.places)


@cache
def pieces() -> Pieces:
    stored = opened("deskhand.words", "pieces.npz")
    names = str(stored["pieces"]).split("\n")
    scores = stored["scores"].astype(np.float32).tolist()
    known = {name: (at, score) for at, (name, score) in enumerate(zip(names, scores, strict=True)) if at > UNKNOWN}
    return Pieces(known, UNKNOWN, min(scores))


@cache
def table() -> Table:
    stored = opened("deskhand.words", "pieces.npz")
    return Table(
        stored["vectors"], stored["vectors.step"].astype(np.float32), stored["places"].astype(np.float32),
        norm(stored, "first"),
    )  # fmt: skip


def encoded(rows: Sequence[Sequence[int]], stack: Stack) -> list[Vector]:
    """Of each row of pieces (with `BEGIN` and `END` where the reader was taught so) its vectors, pieces × width."""
    x = table()(rows)
    return [stack(each) for each in np.split(x, np.cumsum([len(row) for row in rows])[:-1])]
