"""What the two readers say, made one: the bag of words with its cues, and the reader of word order.

Neither is enough: the bag knows what the task asks for and that an address was named, the other who does what. What is
left of an output's sentences after the bag (it is sure of most that they are none, and no word of the other could make
them one) is read a second time. On a screen, where much is told to people in the same words, and in Japanese the bag
decides alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np

from deskhand.guard.injection.network import Inputs, Network, Place, Vector
from deskhand.guard.injection.reading import kept, reader

_JAPANESE = re.compile("[\u3040-\u30ff\u4e00-\u9fff]")
_LETTERS = re.compile("[A-Za-z]{2}")
FLOOR = -2.0
"""What the bag is taken to say at least: it is sure for wrong reasons where a request has words it never saw in one."""
HOPELESS = -4.0
"""Below this, though, it is right: three of 321 requests that both find lay there. It is not read a second time."""
_MOST = 5.0
"""The second reader's sums lie between this and its opposite: it was taught to be sure in 99 of 100, not more."""
KEPT = 4096
"""Sentences whose answer is remembered: outputs repeat themselves, and are read again."""


@dataclass(frozen=True, slots=True)
class Scale:
    """How sums become a confidence."""

    share: float
    """Of the reader of word order; the rest is the bag's."""
    factor: float
    more: float

    def chances(self, bag: Vector, read: Vector) -> Vector:
        return np.asarray(1 / (1 + np.exp(-(self.factor * self.sums(bag, read) + self.more))), np.float32)

    def sums(self, bag: Vector, read: Vector) -> Vector:
        kept_up = np.maximum(bag, FLOOR)
        both = (1 - self.share) * kept_up + self.share * np.clip(read, -_MOST, _MOST)
        return np.asarray(np.where(bag < HOPELESS, np.minimum(both, bag), both), np.float32)


@cache
def scale() -> Scale:
    return Scale(*(float(number) for number in kept()["scale"]))


def together(network: Network, given: Inputs, texts: Sequence[str], place: Place) -> Vector:
    """For each sentence, how likely it is an order that nobody gave, 0 to 1."""
    chances = network.chances(given, place)
    if place != "output":
        return chances
    bag = network.sums(given)
    twice = [at for at, text in enumerate(texts) if reads(text)]
    read = np.full(len(texts), -_MOST, np.float32)
    if unsure := [at for at in twice if bag[at] >= HOPELESS]:
        read[unsure] = _read([texts[at] for at in unsure])
    chances[twice] = scale().chances(bag, read)[twice]
    return chances


def reads(text: str) -> bool:
    """Whether the reader of word order knows the language."""
    return bool(_LETTERS.search(text)) and not _JAPANESE.search(text)


def _read(texts: Sequence[str]) -> Vector:
    unknown = [text for text in dict.fromkeys(texts) if text not in _REMEMBERED]
    if len(_REMEMBERED) + len(unknown) > KEPT:
        _REMEMBERED.clear()
        unknown = list(dict.fromkeys(texts))
    if unknown:
        _REMEMBERED.update(zip(unknown, reader().sums(unknown).tolist(), strict=True))
    return np.array([_REMEMBERED[text] for text in texts], np.float32)


_REMEMBERED: dict[str, float] = {}
