"""What the two readers say, made one: a bag of words with its cues, and the reader of passages.

Neither is enough: the bag knows that an address was named that the task does not, the other who is told to do what, and
among what. In passages of which the bag is sure that no sentence is an order nothing is read a second time.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from deskhand.guard.injection.cues import NAMES, calls_a_machine, cues
from deskhand.guard.injection.features import features
from deskhand.guard.injection.network import PLACES, Inputs, Network, Place, Vector, network, vocabulary
from deskhand.guard.injection.passages import prepared
from deskhand.guard.injection.pieces import Piece
from deskhand.guard.injection.reading import Reader, reader
from deskhand.guard.injection.trusted import Trusted, content
from deskhand.guard.injection.wrapping import bare

SHARE = 0.7
"""Of the reader of passages; the rest is the bag's."""
FLOOR = -2.0
"""What the bag is taken to say at least: it is sure for wrong reasons where a request has words it never saw in one."""
HOPELESS: Mapping[Place, float] = {"output": -5.0, "screen": -4.0}
"""Below this, though, it is right. On a screen, which is read again before each act, the reader of passages is spared
more: what it would find between the two is a hundredth of the attacks there, for a third more reading."""
MOST = 5.0
"""The reader's sums lie between this and its opposite: it was taught to be sure in 99 of 100, not more."""


def plain_of(text: str) -> str:
    """What is read of a sentence: without what wraps it, unless that calls a machine."""
    return text if calls_a_machine(text) else bare(text)


def sums(
    pieces: Sequence[Piece], task: Trusted, place: Place, bag: Network | None = None, passages: Reader | None = None
) -> Vector:
    """How like an order each sentence of a text is that stands at ``place``."""
    said, hopeless = (bag or network()).sums(inputs(pieces, task)), HOPELESS[place]
    sentences = [prepared(plain_of(piece.text), task.folded) for piece in pieces]
    read = np.clip((passages or reader()).sums(task.text, sentences, (said >= hopeless).tolist()), -MOST, MOST)
    both = (1 - SHARE) * np.maximum(said, FLOOR) + SHARE * read
    return np.asarray(np.where(said < hopeless, np.minimum(both, said), both), np.float32)


def chances(pieces: Sequence[Piece], task: Trusted, place: Place) -> Vector:
    """Of each sentence of a text, read at ``place``, how likely it is an order that nobody gave, 0 to 1."""
    factor, more = reader().scale[PLACES.index(place)]
    return np.asarray(1 / (1 + np.exp(-(factor * sums(pieces, task, place) + more))), np.float32)


def inputs(pieces: Sequence[Piece], task: Trusted) -> Inputs:
    """What the bag gets of each sentence."""
    plain = [bare(piece.text) for piece in pieces]
    return Inputs([features(text) for text in plain], vocabulary().meanings(plain), seen(pieces, plain, task))


def seen(pieces: Sequence[Piece], plain: Sequence[str], task: Trusted) -> Vector:
    """The cues of each piece, ``plain`` being what stands in its wrapping."""
    words = [content(piece.text) for piece in pieces]
    counts: dict[str, int] = {}
    for some in words:
        for word in some:
            counts[word] = counts.get(word, 0) + 1
    found = np.zeros((len(pieces), len(NAMES)), np.float32)
    for index, piece in enumerate(pieces):
        elsewhere = frozenset(word for word in words[index] if counts[word] > 1)
        found[index] = cues(piece.text, task, elsewhere, plain[index])
    return found
