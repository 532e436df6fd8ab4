"""The classifier's arithmetic: what a sentence has and what its words mean, one hidden layer, one number out.

Three networks, trained alike from other beginnings, whose answers are averaged: one alone is now and then sure of
nonsense. Together they take a tenth of a millisecond a sentence in NumPy. The weights are our own
(``training/injection``), learnt from texts made for it and the develop half of AgentDojo's environments; the vectors of
words come from all-MiniLM-L6-v2.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cache
from importlib.resources import files
from typing import Any, Literal, TypeAlias, get_args

import numpy as np
from numpy.typing import NDArray

from deskhand.guard.injection.words import Words

Vector = NDArray[np.float32]
Place: TypeAlias = Literal["output", "screen"]
"""Where a text stands: what people look at is full of instructions to them, what a tool or file returns has few."""
PLACES: tuple[Place, ...] = get_args(Place)


@dataclass(frozen=True, slots=True)
class Inputs:
    """Of each sentence: its features, the meaning of its words, its cues."""

    own: Sequence[Sequence[int]]
    meanings: Vector
    cues: Vector


@dataclass(frozen=True, slots=True)
class Network:
    """Each array has one entry for each of the networks."""

    table: Vector
    """One row for each bucket."""
    squeeze: Vector
    squeeze_bias: Vector
    hidden: Vector
    hidden_bias: Vector
    out: Vector
    out_bias: Vector

    def sums(self, given: Inputs) -> Vector:
        """For each sentence, how like an order that nobody gave it is; 0 is undecided."""
        each = [self._sum(member, given) for member in range(len(self.table))]
        return np.asarray(np.mean(each, axis=0), np.float32)

    def _sum(self, member: int, given: Inputs) -> Vector:
        words = np.maximum(0, given.meanings @ self.squeeze[member] + self.squeeze_bias[member])
        layer = np.concatenate([self._pooled(member, given.own), words, given.cues], axis=1) @ self.hidden[member]
        layer = np.maximum(0, layer + self.hidden_bias[member])
        return np.asarray(layer @ self.out[member] + self.out_bias[member], np.float32)

    def _pooled(self, member: int, bags: Sequence[Sequence[int]]) -> Vector:
        table = self.table[member]
        rows = np.zeros((len(bags), table.shape[1]), np.float32)
        for index, bag in enumerate(bags):
            if bag:
                rows[index] = table[np.asarray(bag)].sum(axis=0) / np.sqrt(len(bag))
        return rows


@cache
def network() -> Network:
    """The trained one."""
    kept = _stored()
    arrays = {field.name: np.asarray(kept[field.name], np.float32) for field in fields(Network)}
    arrays["table"] *= kept["table_step"]
    return Network(**arrays)


@cache
def vocabulary() -> Words:
    """The vectors of words that it was trained with."""
    kept = _stored()
    places = {word: place for place, word in enumerate(str(kept["words"]).split("\n"))}
    return Words(places, kept["vectors"].astype(np.float32) * np.float32(kept["step"]))


@cache
def _stored() -> Mapping[str, NDArray[Any]]:
    with files("deskhand.guard.injection").joinpath("orders.npz").open("rb") as stream, np.load(stream) as stored:
        return {name: stored[name] for name in stored.files}
