"""Layers of attention over the pieces of many texts side by side, in NumPy: no other run-time library is worth loading.

Texts of different lengths stand one after the other in one array, so that none is padded to the longest.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Vector = NDArray[np.float32]
HEADS = 12


@dataclass(frozen=True, slots=True)
class Linear:
    weight: Vector | NDArray[np.int8]
    """Inputs × outputs."""
    bias: Vector
    step: Vector | None = None
    """Of each output, where the weights are bytes: a quarter of the memory, for a millisecond a layer."""

    def __call__(self, x: Vector) -> Vector:
        if self.step is None:
            return np.asarray(x @ self.weight + self.bias, np.float32)
        return np.asarray((x @ self.weight.astype(np.float32)) * self.step + self.bias, np.float32)


@dataclass(frozen=True, slots=True)
class Norm:
    weight: Vector
    bias: Vector

    def __call__(self, x: Vector) -> Vector:
        middle = x - x.mean(axis=-1, keepdims=True)
        spread = np.sqrt((middle * middle).mean(axis=-1, keepdims=True) + 1e-12)
        return np.asarray(middle / spread * self.weight + self.bias, np.float32)


@dataclass(frozen=True, slots=True)
class Layer:
    """One layer of BERT."""

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
        return self.after_narrow(x + self.narrow(bent(self.wide(x))))


def _heard(asks: Vector) -> Vector:
    """What each piece of one text hears from the others."""
    length, width = len(asks), asks.shape[1] // 3
    query, key, value = asks.reshape(length, 3, HEADS, width // HEADS).transpose(1, 2, 0, 3)
    return attended(query, key, value).transpose(1, 0, 2).reshape(length, width)


def attended(query: Vector, key: Vector, value: Vector) -> Vector:
    """Scaled dot-product attention; heads × places × width each."""
    weights = query @ key.transpose(0, 2, 1) / np.float32(np.sqrt(query.shape[-1]))
    weights = np.exp(weights - weights.max(axis=-1, keepdims=True))
    weights /= weights.sum(axis=-1, keepdims=True)
    return np.asarray(weights @ value, np.float32)


def bent(x: Vector) -> Vector:
    """GELU, by its usual approximation with tanh."""
    return np.asarray(
        0.5 * x * (1 + np.tanh(np.float32(0.7978845608) * (x + np.float32(0.044715) * x * x * x))), np.float32
    )
