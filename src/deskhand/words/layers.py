"""What layers of attention are made of, in NumPy, for what a reader does turn by turn (`stack` has whole layers)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Vector = NDArray[np.float32]
HEADS = 12


@dataclass(frozen=True, slots=True)
class Linear:
    weight: Vector
    """Inputs × outputs."""
    bias: Vector

    def __call__(self, x: Vector) -> Vector:
        return np.asarray(x @ self.weight + self.bias, np.float32)


@dataclass(frozen=True, slots=True)
class Norm:
    weight: Vector
    bias: Vector

    def __call__(self, x: Vector) -> Vector:
        middle = x - x.mean(axis=-1, keepdims=True)
        spread = np.sqrt((middle * middle).mean(axis=-1, keepdims=True) + 1e-12)
        return np.asarray(middle / spread * self.weight + self.bias, np.float32)


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
