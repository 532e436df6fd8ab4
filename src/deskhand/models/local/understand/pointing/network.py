"""The reader's arithmetic in NumPy: layers that read the wish, layers that write symbols and point at its pieces.

The reading layers began as the first six of multilingual-e5-small; two layers write. About 40 ms a wish on one CPU.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np

from deskhand.models.local.understand.pointing.grammar import Grammar
from deskhand.models.local.understand.pointing.symbols import (
    BEGIN,
    DONE,
    LONGEST,
    MOST,
    NUMBER,
    POINTING,
    SYMBOLS,
    Row,
)  # fmt: skip
from deskhand.words import encoder
from deskhand.words.layers import HEADS, Layer, Linear, Norm, Vector, attended, bent
from deskhand.words.stored import Stored, layers, linear, matrix, norm, opened


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
class Written:
    row: Row
    sure: float
    """The chance the network gives to the whole row, 0 to 1."""
    least: float
    """The chance of its least sure choice."""


@dataclass(frozen=True, slots=True)
class Network:
    reads: tuple[Layer, ...]
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

    def write(self, text: str) -> Written | None:
        """The likeliest row, choice by choice; None when it does not come to an end or the wish is too long."""
        found = encoder.pieces().cut(text)
        if not 0 < len(found) <= LONGEST:
            return None
        (wish,) = encoder.encoded([[encoder.BEGIN, *(piece.number for piece in found), encoder.END]], self.reads)
        begins, ends = self.begins(wish)[1:-1], self.ends(wish)[1:-1]
        kept = [layer.keep(wish) for layer in self.writes]
        past: list[list[Vector]] = [[] for _ in self.writes]
        grammar = Grammar()
        row: Row = []
        log, least, first = 0.0, 1.0, 0
        vector, turn = self.symbols[NUMBER[BEGIN]], "symbol"
        for place in self.turns[:MOST]:
            state = (vector + place)[None]
            for layer, own, memory in zip(self.writes, past, kept, strict=True):
                state = layer(state, own, memory)
            state = self.written(state)
            if turn == "symbol":
                scores = np.where(grammar.allowed(), self.symbol(state)[0], -1e9)
            else:
                scores = (begins if turn == "begins" else ends) @ state[0] / np.float32(np.sqrt(state.shape[1]))
                if turn == "ends":
                    scores[:first] = -1e9
            chances = np.exp(scores - scores.max())
            best = int(chances.argmax())
            chance = float(chances[best] / chances.sum())
            log, least = log + float(np.log(chance)), min(least, chance)
            if turn == "symbol":
                if (symbol := SYMBOLS[best]) == DONE:
                    return Written(row, float(np.exp(log)), least)
                grammar.push(symbol)
                row.append(symbol)
                vector, turn = self.symbols[best], "begins" if symbol in POINTING else "symbol"
            elif turn == "begins":
                first, turn = best, "ends"
                vector = self.began(wish[best + 1])
            else:
                row.append((found[first].start, found[best].end))
                vector, turn = self.ended(wish[best + 1]), "symbol"
        return None


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
        layers(stored, bytewise=True), tuple(writes(f"writes.{at}") for at in range(int(stored["writes"]))),
        matrix(stored, "symbols"), matrix(stored, "turns"), norm(stored, "written"), linear(stored, "symbol"),
        linear(stored, "begins"), linear(stored, "ends"), linear(stored, "began"), linear(stored, "ended"),
    )  # fmt: skip


@cache
def network() -> Network:
    """The trained one."""
    return unpacked(opened("deskhand.models.local.understand.pointing", "reader.npz"))
