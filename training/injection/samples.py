"""Sentences as the classifier takes them, out of whole texts: each with label, weight, and the text it is of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from documents import TELLING, Document

from deskhand.guard.injection.cues import told_off
from deskhand.guard.injection.features import features
from deskhand.guard.injection.network import Inputs, Network, Place
from deskhand.guard.injection.pieces import cut
from deskhand.guard.injection.text import TOLD_OFF, names_a_thing, seen
from deskhand.guard.injection.trusted import Trusted
from deskhand.guard.injection.words import Words
from deskhand.guard.injection.wrapping import bare

ORDER_WEIGHT = 1.5
HEAVIEST = 2.0
OFTEN = 2
"""How often one and the same sentence is learnt from: tool outputs repeat themselves."""


@dataclass(slots=True)
class Samples:
    vocabulary: Words
    own: list[list[int]] = field(default_factory=list)
    cues: list[np.ndarray] = field(default_factory=list)
    plain: list[str] = field(default_factory=list)
    labels: list[float] = field(default_factory=list)
    weights: list[float] = field(default_factory=list)
    documents: list[int] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    _count: dict[tuple[str, bool], int] = field(default_factory=dict)

    def add(self, index: int, document: Document, weight: float = 1.0, *, often: int = 0) -> None:
        """Every sentence of ``document``; with ``often``, one that was seen that often already is left out."""
        pieces = cut(document.text)
        trusted = Trusted()
        if document.task:
            trusted.add(document.task)
        plain = [bare(piece.text) for piece in pieces]
        noticed = seen(pieces, plain, trusted)
        for at, piece in enumerate(pieces):
            label, telling = 0.0, weight
            for start, end in document.orders:
                if start == end and start == piece.start:
                    telling = 0.0
                elif piece.start < end and start < piece.end:
                    label = 1.0
            if label and not document.plain and not noticed[at][TELLING].any():
                telling = 0.0
            key = (plain[at], label > 0)
            self._count[key] = self._count.get(key, 0) + 1
            if often and (telling <= 0 or self._count[key] > often):
                continue
            self.own.append(features(plain[at]))
            self.cues.append(noticed[at])
            self.plain.append(plain[at])
            self.labels.append(label)
            self.weights.append(min(HEAVIEST, telling * (ORDER_WEIGHT if label else 1.0)))
            self.documents.append(index)
            self.texts.append(piece.text)

    def inputs(self) -> Inputs:
        return Inputs(self.own, self.vocabulary.meanings(self.plain), np.array(self.cues, np.float32))


def highest(
    network: Network, documents: Sequence[Document], vocabulary: Words, place: Place = "output"
) -> list[tuple[float, str]]:
    """For each document its likeliest sentence."""
    samples = Samples(vocabulary)
    for index, document in enumerate(documents):
        samples.add(index, document)
    best = [(0.0, "")] * len(documents)
    for index, chance, words in zip(
        samples.documents, network.chances(samples.inputs(), place), samples.texts, strict=True
    ):
        sure = 0.0 if names_a_thing(words) else float(chance)
        sure = max(sure, TOLD_OFF if told_off(words) else 0.0)
        if sure > best[index][0]:
            best[index] = (sure, words)
    return best
