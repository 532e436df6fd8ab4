"""Reads sentences where they stand: is this told to whoever reads, to do something that the person did not ask for?

A bag of words cannot tell ‘Ann paid the invoice’ from ‘pay Ann the invoice’, and a reader of single sentences not what
a school tells parents from what a row of a table tells an agent. Six layers of attention, which began as the first
ones of multilingual-e5-small and were taught in English and Japanese (``training/injection``), read passages of a
hundred pieces behind the task; one number for each sentence comes out. 2 ms of one CPU a sentence. Three layers,
taught with half as many outputs, found 66 of 100 orders where these find 84, in half the time.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from threading import Lock

import numpy as np

from deskhand.guard.injection.passages import Passage, passages, prepared
from deskhand.words.encoder import encoded
from deskhand.words.layers import Linear, Vector
from deskhand.words.stack import Stack
from deskhand.words.stored import Stored, layers, linear, opened

AT_ONCE = 16
"""Passages that are read side by side."""
NEVER = -20.0
KEPT = 2048
"""Passages whose sums are remembered: outputs repeat themselves, and are read again."""


@dataclass(frozen=True, slots=True)
class Reader:
    """The trained one."""

    layers: Stack
    out: Linear
    scale: Vector
    """What `together` makes of its sums and the other reader's: for each of `PLACES` a factor and what is added."""
    _known: OrderedDict[Passage, tuple[float, ...]] = field(default_factory=OrderedDict)
    _one_at_a_time: Lock = field(default_factory=Lock)

    def sums(self, task: str, sentences: Sequence[str], doubtful: Sequence[bool] | None = None) -> Vector:
        """Of each of the `prepared` sentences of one text how like an order that nobody gave it is; 0 is undecided.

        ``doubtful``: which of them matter; passages in which none does are not read, and theirs is `NEVER`.
        """
        distinct = dict.fromkeys(sentences, doubtful is None)
        for sentence, matters in zip(sentences, doubtful or (), strict=False):
            distinct[sentence] |= bool(matters)
        wanted, at = list(distinct.values()), 0
        given: list[Passage] = []
        of: dict[str, float] = dict.fromkeys(distinct, NEVER)
        whose: list[list[str]] = []
        names = list(distinct)
        for passage in passages(prepared(task), names):
            own = slice(at, at + len(passage.ends) - 1)
            at = own.stop
            if any(wanted[own]):
                given.append(passage)
                whose.append(names[own])
        with self._one_at_a_time:
            for some, sums in zip(whose, self._all(given), strict=True):
                of.update(zip(some, sums, strict=True))
        return np.array([of[sentence] for sentence in sentences], np.float32)

    def _all(self, given: Sequence[Passage]) -> list[tuple[float, ...]]:
        unknown = [passage for passage in given if passage not in self._known]
        for begin in range(0, len(unknown), AT_ONCE):
            some = unknown[begin : begin + AT_ONCE]
            self._known.update(zip(some, self._read(some), strict=True))
        for passage in given:
            self._known.move_to_end(passage)
        found = [self._known[passage] for passage in given]
        while len(self._known) > KEPT:
            self._known.popitem(last=False)
        return found

    def _read(self, some: Sequence[Passage]) -> list[tuple[float, ...]]:
        found: list[tuple[float, ...]] = []
        for passage, x in zip(some, encoded([passage.row for passage in some], self.layers), strict=True):
            ends, starts = np.array(passage.ends[1:]), np.array(passage.ends[:-1]) + 1
            whole = np.stack([x[start:end].mean(axis=0) for start, end in zip(starts, ends, strict=True)])
            found.append(tuple(self.out(np.concatenate([x[ends], whole], axis=1))[:, 0].tolist()))
        return found


@cache
def reader() -> Reader:
    return unpacked(opened("deskhand.guard.injection", "reading.npz"))


def unpacked(stored: Stored) -> Reader:
    return Reader(layers(stored), linear(stored, "out"), np.asarray(stored["scale"], np.float32))
