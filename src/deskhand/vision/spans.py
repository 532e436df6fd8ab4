"""Where each character of a line stands: the network's rough centres, refined to the gaps in the ink."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray


def character_spans(centers: Sequence[float], text: str, columns: NDArray[np.bool_]) -> tuple[tuple[int, int], ...]:
    """Left and right edge of each character of ``text``, in pixels of a crop.

    ``centers`` are pixels too, rising; ``columns`` says which columns of the crop hold ink. The edge
    between two neighbours is put into the widest gap between their centres, where there is one; then each character is
    trimmed to its ink. Spaces get the gap that is left.
    """
    width = len(columns)
    middles = [min(max(0.0, center), float(width)) for center in centers]
    solid = [index for index, character in enumerate(text) if not character.isspace()]
    spans: list[tuple[int, int]] = [(0, 0)] * len(text)
    if not solid:
        return tuple((0, width) for _ in text)
    edges: list[tuple[int, int]] = []  # (end of the left one, start of the right one)
    for left, right in itertools.pairwise(solid):
        edges.append(_gap(columns, middles[left], middles[right]))
    starts = [0, *(edge[1] for edge in edges)]
    stops = [*(edge[0] for edge in edges), width]
    for index, start, stop in zip(solid, starts, stops, strict=True):
        inked = np.flatnonzero(columns[start:stop])
        if len(inked):
            start, stop = start + int(inked[0]), start + int(inked[-1]) + 1
        spans[index] = (start, max(stop, start + 1))
    for index, character in enumerate(text):
        if character.isspace():
            before = max((spans[i][1] for i in solid if i < index), default=0)
            after = min((spans[i][0] for i in solid if i > index), default=width)
            spans[index] = (before, max(before, after))
    return tuple(spans)


def _gap(columns: NDArray[np.bool_], left: float, right: float) -> tuple[int, int]:
    """The widest run of empty columns between two centres, or the middle between them."""
    low, high = int(left), max(int(left) + 1, round(right))
    best: tuple[int, int] | None = None
    start: int | None = None
    for x in range(low, min(high, len(columns)) + 1):
        empty = x < min(high, len(columns)) and not columns[x]
        if empty and start is None:
            start = x
        elif not empty and start is not None:
            if best is None or x - start > best[1] - best[0]:
                best = (start, x)
            start = None
    if best is not None:
        return best
    middle = min(len(columns), max(0, round((left + right) / 2)))
    return middle, middle
