"""Reads the order of a sentence's words: is it told to whoever reads to do something, or told of something done?

A bag of words cannot tell ‘Ann paid the invoice’ from ‘pay Ann the invoice’, nor advice from an order; of 156 requests
in places that no training text had, the bag (`deskhand.guard.injection.network`) found 29 in 100 where one in a hundred
harmless sentences of such places rang, and half of the others were beyond it at any threshold. So there is a second
reader beside it: two layers of attention over pieces of words, which began as the first layers of all-MiniLM-L6-v2 and
were taught on sentences made for it (``training/injection``). English only; 4 bits a weight.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np
from numpy.typing import NDArray

from deskhand.guard.injection.wordpieces import Vocabulary, prepared

Vector = NDArray[np.float32]
HEADS = 12
AT_ONCE = 64
"""Sentences that are read side by side."""


@dataclass(frozen=True, slots=True)
class Linear:
    weight: Vector
    """Inputs × outputs."""
    bias: Vector

    def __call__(self, x: Vector) -> Vector:
        return x @ self.weight + self.bias


@dataclass(frozen=True, slots=True)
class Norm:
    weight: Vector
    bias: Vector

    def __call__(self, x: Vector) -> Vector:
        middle = x - x.mean(axis=1, keepdims=True)
        spread = np.sqrt((middle * middle).mean(axis=1, keepdims=True) + 1e-12)
        return np.asarray(middle / spread * self.weight + self.bias, np.float32)


@dataclass(frozen=True, slots=True)
class Layer:
    looks: Linear
    """What each piece asks for, offers and says, side by side."""
    said: Linear
    after_said: Norm
    wide: Linear
    narrow: Linear
    after_narrow: Norm

    def __call__(self, x: Vector, lengths: Sequence[int]) -> Vector:
        asks = self.looks(x)
        heard, at = np.empty_like(x), 0
        for length in lengths:
            heard[at : at + length] = _heard(asks[at : at + length])
            at += length
        x = self.after_said(x + self.said(heard))
        return self.after_narrow(x + self.narrow(_bent(self.wide(x))))


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


def _heard(asks: Vector) -> Vector:
    """What each piece of one sentence hears from the others."""
    length, width = len(asks), asks.shape[1] // 3
    query, key, value = asks.reshape(length, 3, HEADS, width // HEADS).transpose(1, 2, 0, 3)
    weights = query @ key.transpose(0, 2, 1) / np.float32(np.sqrt(width // HEADS))
    weights = np.exp(weights - weights.max(axis=-1, keepdims=True))
    weights /= weights.sum(axis=-1, keepdims=True)
    return np.asarray((weights @ value).transpose(1, 0, 2).reshape(length, width), np.float32)


def _bent(x: Vector) -> Vector:
    return np.asarray(
        0.5 * x * (1 + np.tanh(np.float32(0.7978845608) * (x + np.float32(0.044715) * x * x * x))), np.float32
    )


@cache
def reader() -> Reader:
    """The trained one."""
    return unpacked(kept())


@cache
def kept() -> Mapping[str, NDArray[Any]]:
    with files("deskhand.guard.injection").joinpath("reading.npz").open("rb") as stream, np.load(stream) as stored:
        return {name: stored[name] for name in stored.files}


def unpacked(stored: Mapping[str, NDArray[Any]]) -> Reader:
    """The reader that ``stored`` holds: matrices of 4 bits with a step for each column, and vectors as they are."""

    def matrix(name: str) -> Vector:
        low, high = stored[name] & 15, stored[name] >> 4
        whole = np.stack([low, high], axis=-1).reshape(len(low), -1).astype(np.float32) - 8
        return np.asarray(whole * stored[f"{name}.step"].astype(np.float32), np.float32)

    def linear(name: str) -> Linear:
        return Linear(matrix(f"{name}.weight"), stored[f"{name}.bias"].astype(np.float32))

    def norm(name: str) -> Norm:
        return Norm(stored[f"{name}.weight"].astype(np.float32), stored[f"{name}.bias"].astype(np.float32))

    layers = tuple(
        Layer(
            linear(f"{at}.looks"), linear(f"{at}.said"), norm(f"{at}.after_said"),
            linear(f"{at}.wide"), linear(f"{at}.narrow"), norm(f"{at}.after_narrow"),
        )
        for at in range(int(stored["layers"]))
    )  # fmt: skip
    vocabulary = Vocabulary({piece: place for place, piece in enumerate(str(stored["vocabulary"]).split("\n"))})
    places = stored["places"].astype(np.float32)
    return Reader(vocabulary, matrix("pieces"), linear("widen"), places, norm("first"), layers, linear("out"))
