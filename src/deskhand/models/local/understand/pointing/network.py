"""The reader's arithmetic in NumPy: layers that read the wish, layers that write symbols and point at its pieces.

The reading layers began as the first six of multilingual-e5-small; two layers write. About 40 ms a wish on one CPU.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np

from deskhand.models.local.understand.pointing.symbols import LONGEST
from deskhand.words import encoder
from deskhand.words.layers import HEADS, Linear, Norm, Vector, attended, bent
from deskhand.words.pieces import Piece
from deskhand.words.stack import Stack
from deskhand.words.stored import Stored, layers, linear, matrix, norm, opened

_IDLE = re.compile(r"[\s\"'“”‘’「」『』、。,.:;!?！？（）()]*(?:the|an?)?", re.I)


@dataclass(frozen=True, slots=True)
class Writes:
    """One layer that writes: it looks at what it wrote before, then at the wish."""

    first: Norm
    looks: Linear
    said: Linear
    second: Norm
    asks: Linear
    memory: Linear
    told: Linear
    third: Norm
    wide: Linear
    narrow: Linear

    def __call__(self, x: Vector, past: list[Vector], kept: tuple[Vector, Vector]) -> Vector:
        """The state after one more turn; ``past`` grows by what this turn offers and says."""
        query, *offered = np.split(self.looks(self.first(x)), 3, axis=1)
        past.append(np.concatenate(offered, axis=1))
        key, value = np.split(np.concatenate(past), 2, axis=1)
        x = x + self.said(_together(attended(_parted(query), _parted(key), _parted(value))))
        asked = _parted(self.asks(self.second(x)))
        x = x + self.told(_together(attended(asked, *kept)))
        return np.asarray(x + self.narrow(bent(self.wide(self.third(x)))), np.float32)

    def keep(self, wish: Vector) -> tuple[Vector, Vector]:
        key, value = np.split(self.memory(wish), 2, axis=1)
        return _parted(key), _parted(value)


@dataclass(frozen=True, slots=True)
class Wish:
    """A wish as it was read: what every turn of writing looks at."""

    pieces: tuple[Piece, ...]
    vectors: Vector
    """Of its pieces, between those of the row's begin and end."""
    begins: Vector
    ends: Vector
    kept: tuple[tuple[Vector, Vector], ...]
    """What each writing layer looks at."""
    apart: Vector
    """Of each piece the chance that it fills no slot at all."""
    outside: Vector
    """Of each piece the chance that it belongs to no act."""
    idle: tuple[bool, ...]
    """Of each piece whether it makes no difference at the edge of an argument: a quote, a stop, an article."""


@dataclass(frozen=True, slots=True)
class Network:
    reads: Stack
    writes: tuple[Writes, ...]
    symbols: Vector
    turns: Vector
    written: Norm
    symbol: Linear
    begins: Linear
    """What of the wish offers itself as the first piece of something."""
    ends: Linear
    began: Linear
    """What is put in after a pointer to a first piece."""
    ended: Linear
    slot: Linear
    """Which slot a piece fills, by itself; the first number is for none."""
    act: Linear
    """Which act a piece belongs to, likewise."""

    def read(self, text: str) -> Wish | None:
        """None when the wish is empty or too long."""
        found = encoder.pieces().cut(text)
        if not 0 < len(found) <= LONGEST:
            return None
        row = [encoder.BEGIN, *(piece.number for piece in found), encoder.END]
        (vectors,) = encoder.encoded([row], self.reads)
        inner = vectors[1:-1]
        return Wish(
            tuple(found), vectors, self.begins(inner), self.ends(inner),
            tuple(layer.keep(vectors) for layer in self.writes), likely(self.slot(inner))[:, 0],
            likely(self.act(inner))[:, 0],
            tuple(_IDLE.fullmatch(text[piece.start : piece.end]) is not None for piece in found),
        )  # fmt: skip

    def state(self, wish: Wish, put: Vector, turn: int, past: Sequence[list[Vector]]) -> Vector:
        """What is known after ``put`` was put in as the ``turn``-th; ``past`` grows by it."""
        state = (put + self.turns[turn])[None]
        for layer, own, memory in zip(self.writes, past, wish.kept, strict=True):
            state = layer(state, own, memory)
        return np.asarray(self.written(state)[0], np.float32)


def likely(scores: Vector) -> Vector:
    """Chances of scores, along the last axis."""
    raised = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return np.asarray(raised / raised.sum(axis=-1, keepdims=True), np.float32)


def _parted(x: Vector) -> Vector:
    """Places × width into heads × places × width of a head."""
    return x.reshape(len(x), HEADS, -1).transpose(1, 0, 2)


def _together(x: Vector) -> Vector:
    return x.transpose(1, 0, 2).reshape(x.shape[1], -1)


def unpacked(stored: Stored) -> Network:
    def writes(name: str) -> Writes:
        return Writes(
            norm(stored, f"{name}.first"), linear(stored, f"{name}.looks"), linear(stored, f"{name}.said"),
            norm(stored, f"{name}.second"), linear(stored, f"{name}.asks"), linear(stored, f"{name}.memory"),
            linear(stored, f"{name}.told"),
            norm(stored, f"{name}.third"), linear(stored, f"{name}.wide"), linear(stored, f"{name}.narrow"),
        )  # fmt: skip

    return Network(
        layers(stored), tuple(writes(f"writes.{at}") for at in range(int(stored["writes"]))),
        matrix(stored, "symbols"), matrix(stored, "turns"), norm(stored, "written"), linear(stored, "symbol"),
        linear(stored, "begins"), linear(stored, "ends"), linear(stored, "began"), linear(stored, "ended"),
        linear(stored, "slot"), linear(stored, "act"),
    )  # fmt: skip


@cache
def network() -> Network:
    """The trained one."""
    return unpacked(opened("deskhand.models.local.understand.pointing", "reader.npz"))
