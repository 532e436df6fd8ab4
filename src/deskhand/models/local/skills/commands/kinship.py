"""How near two names are in meaning, by the vectors of their pieces alone: a hunch, where no table has the words.

Of 30 pairs such as 「難しさ」 and “Difficulty”, 「町」 and “City”, the right one of 30 names came first for 11 and
among the first three for 20. So it says what to look into first, and never what to choose.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from deskhand.words.encoder import BEGIN, END, pieces, table
from deskhand.words.layers import Vector


def kinship(one: str, other: str) -> float:
    """From about 0.7 (nothing in common) to 1."""
    first, second = _vector(one), _vector(other)
    return 0.0 if first is None or second is None else float(first @ second)


@lru_cache(maxsize=2048)
def _vector(text: str) -> Vector | None:
    found = [piece.number for piece in pieces().cut(text)[:24]]
    if not found:
        return None
    mean = table()([[BEGIN, *found, END]])[1:-1].mean(axis=0)
    return np.asarray(mean / np.linalg.norm(mean), np.float32)
