"""Weights as they lie in files: matrices of 8 or 4 bits with a step for each output, vectors as they are."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from deskhand.words.layers import Linear, Norm, Vector
from deskhand.words.stack import Bytewise, Layer, Stack, stack

Stored: TypeAlias = Mapping[str, NDArray[Any]]


@cache
def opened(package: str, name: str) -> Stored:
    """The arrays of a file that lies in a package."""
    with files(package).joinpath(name).open("rb") as stream, np.load(stream) as stored:
        return {each: stored[each] for each in stored.files}


def matrix(stored: Stored, name: str) -> Vector:
    """Inputs × outputs. int8: one number a byte; uint8: two, the low half first, each 8 too high."""
    kept = stored[name]
    if kept.dtype == np.uint8:
        kept = np.stack([kept & 15, kept >> 4], axis=-1).reshape(len(kept), -1).astype(np.float32) - 8
    return np.asarray(kept.astype(np.float32) * stored[f"{name}.step"].astype(np.float32), np.float32)


def linear(stored: Stored, name: str) -> Linear:
    return Linear(matrix(stored, f"{name}.weight"), stored[f"{name}.bias"].astype(np.float32))


def bytewise(stored: Stored, name: str) -> Bytewise:
    """As `linear`, of a matrix of 8 bits that stays as it is."""
    step = stored[f"{name}.weight.step"].astype(np.float32)
    return Bytewise(stored[f"{name}.weight"], step, stored[f"{name}.bias"].astype(np.float32))


def norm(stored: Stored, name: str) -> Norm:
    return Norm(stored[f"{name}.weight"].astype(np.float32), stored[f"{name}.bias"].astype(np.float32))


def layers(stored: Stored) -> Stack:
    """As many as ``stored["layers"]`` says, of 8 bits each."""
    return stack(
        [
            Layer(
                bytewise(stored, f"{at}.looks"), bytewise(stored, f"{at}.said"), norm(stored, f"{at}.after_said"),
                bytewise(stored, f"{at}.wide"), bytewise(stored, f"{at}.narrow"), norm(stored, f"{at}.after_narrow"),
            )
            for at in range(int(stored["layers"]))
        ]
    )  # fmt: skip


def eighths(weight: NDArray[np.floating[Any]]) -> tuple[NDArray[np.int8], NDArray[np.float16]]:
    """A matrix (inputs × outputs) in 8 bits, and the step of each output: what `matrix` reads."""
    step = np.maximum(np.abs(weight).max(axis=0), 1e-8) / 127
    step16 = step.astype(np.float16)
    step16 = np.where(step16 == 0, np.float16(6e-8), step16)
    return np.clip(np.round(weight / step16.astype(np.float32)), -127, 127).astype(np.int8), step16
