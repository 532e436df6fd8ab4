"""Single marks: the + − × ÷ = . / of a calculator's keys, which the line reader gets right only 7 times in 10.

It was trained on lines, so that an isolated + is 十 to it, / is 1 and a lone dot is nothing. A perceptron on 20×20
pixels (made by ``training/marks.py`` from the fonts of a Debian desktop) tells those marks from each other and from
letters; letters, digits and kanji it leaves to the line reader.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import cv2
import numpy as np
from numpy.typing import NDArray

from deskhand.vision.picture import Picture

SIDE = 20
SPECK = 3
"""A mark no larger than this has no shape but being long, high or neither."""
OTHER = "\0"
"""The class of everything that is not a mark: kanji, kana, pictures."""

PICTURES = frozenset("▾▴▸◂■□●○☰✓←→↑↓")
"""Marks that are drawn rather than written: on a button they are icons."""

ALIKE = ("-_", ".•●", "■□")
"""Marks that only their place or size tells apart: how sure a guess is, is counted for all of them together."""

LETTERS = frozenset("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyzπΣ")


@dataclass(frozen=True, slots=True)
class Guess:
    mark: str
    probability: float

    @property
    def is_symbol(self) -> bool:
        return self.mark not in LETTERS and self.mark != OTHER


def features(strength: NDArray[np.float32]) -> NDArray[np.float32]:
    """A mark as numbers: its ink (0 to 1), trimmed, scaled into a square of 20×20 pixels; its shape and its size."""
    height, width = strength.shape
    longest = max(height, width)
    square = np.zeros((SIDE, SIDE), np.float32)
    w, h = max(1, round(width * SIDE / longest)), max(1, round(height * SIDE / longest))
    scaled = _resized(strength, w, h)
    top, left = (SIDE - h) // 2, (SIDE - w) // 2
    square[top : top + h, left : left + w] = scaled
    shape = np.array([width / longest, height / longest, np.log2(longest) / 6], np.float32)
    return np.concatenate([square.ravel(), shape])


def ink_strength(crop: Picture) -> NDArray[np.float32] | None:
    """How far each pixel is from the background (the commonest colour of the rim), 0 to 1, trimmed; None when empty."""
    values = crop.astype(np.int16)
    rim = np.concatenate([values[0], values[-1], values[:, 0], values[:, -1]])
    away = np.abs(values - np.median(rim, axis=0).astype(np.int16)).max(axis=2).astype(np.float32)
    peak = float(away.max())
    if peak < 24:
        return None
    strength = away / peak
    rows, columns = np.flatnonzero((strength > 0.25).any(axis=1)), np.flatnonzero((strength > 0.25).any(axis=0))
    return np.asarray(strength[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1])


def guess(crop: Picture) -> Guess:
    """What mark ``crop`` (one mark with a rim of background) shows."""
    strength = ink_strength(crop) if crop.size else None
    if strength is None:
        return Guess(OTHER, 1.0)
    height, width = strength.shape
    unbroken = bool((strength > 0.25).any(axis=0).all())
    if height <= 2 <= 2 * height <= width and unbroken:
        return Guess("-", 1.0)
    if max(height, width) <= SPECK:
        return Guess("." if height == width else "-" if width > height else ",", 1.0)
    network = _network()
    hidden = np.maximum(0, features(strength) @ network.first + network.first_bias)
    scores = hidden @ network.second + network.second_bias
    chances = np.exp(scores - scores.max())
    chances /= chances.sum()
    best = int(chances.argmax())
    mark = network.classes[best]
    alike = next((group for group in ALIKE if mark in group), mark)
    return Guess(mark, sum(float(chances[network.classes.index(one)]) for one in alike))


@dataclass(frozen=True, slots=True)
class _Network:
    classes: str
    first: NDArray[np.float32]
    first_bias: NDArray[np.float32]
    second: NDArray[np.float32]
    second_bias: NDArray[np.float32]


@cache
def _network() -> _Network:
    with files("deskhand.vision").joinpath("marks.npz").open("rb") as stream, np.load(stream) as stored:
        layers = [stored[name].astype(np.float32) for name in ("first", "first_bias", "second", "second_bias")]
        classes = "".join(chr(code) for code in stored["classes"])
    return _Network(classes, *layers)


def _resized(strength: NDArray[np.float32], width: int, height: int) -> NDArray[np.float32]:
    shrinks = width < strength.shape[1]
    method = cv2.INTER_AREA if shrinks else cv2.INTER_LINEAR
    return np.asarray(cv2.resize(strength, (width, height), interpolation=method), np.float32)
