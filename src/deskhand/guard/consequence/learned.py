"""What pressing a thing means, as a reader judges it that was taught by examples: words nobody listed.

Lists of words asked about 87 % of what mattered on pages by strangers, however often they were mended: the next
stranger's words were others. This reader has layers of attention over the pieces of a label and what stands around it
(`deskhand.words`), taught by situations of our own (``training/consequence``, its card has the figures).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import get_args

import numpy as np

from deskhand.guard.consequence.seen import Seen
from deskhand.guard.interface import Consequence
from deskhand.words.encoder import BEGIN, END, encoded, pieces
from deskhand.words.layers import Linear
from deskhand.words.stack import Stack
from deskhand.words.stored import layers, linear, opened

CONSEQUENCES: tuple[Consequence, ...] = get_args(Consequence)
ROOM = (20, 10, 28)
"""Pieces of the label, the title, and of what stands around it."""


@dataclass(frozen=True, slots=True)
class Learned:
    ask: float
    """How likely a careful person would want to be asked, 0 to 1."""
    means: Mapping[Consequence, float]
    """How likely each consequence is; 1 together."""


@lru_cache(maxsize=4096)
def learned(seen: Seen) -> Learned:
    """Some 7 ms for words that are met for the first time."""
    given, first = row(seen)
    stack, head = _reader()
    vectors = encoded([given], stack)[0]
    said = head(np.concatenate([vectors[0], vectors[1:first].mean(axis=0)]))
    chances = np.exp(said[1:] - said[1:].max())
    chances /= chances.sum()
    return Learned(float(1 / (1 + np.exp(-said[0]))), dict(zip(CONSEQUENCES, map(float, chances), strict=True)))


def row(seen: Seen) -> tuple[list[int], int]:
    """The numbers of the pieces that are read, and where those of the label end."""
    given, ends = [BEGIN], list[int]()
    for text, room in zip(seen.texts(), ROOM, strict=True):
        given += [piece.number for piece in pieces().cut(text)[:room]]
        ends.append(len(given))
        given.append(END)
    return given, ends[0]


@cache
def _reader() -> tuple[Stack, Linear]:
    stored = opened("deskhand.guard.consequence", "labels.npz")
    return layers(stored), linear(stored, "head")
