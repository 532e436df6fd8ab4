"""Sentences as the classifier takes them, out of whole texts: each with label, weight, and the text it is of."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from documents import Document

from deskhand.guard.injection.cues import asks_something
from deskhand.guard.injection.features import features
from deskhand.guard.injection.network import Inputs
from deskhand.guard.injection.pieces import cut
from deskhand.guard.injection.together import seen
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
            if label and not document.plain and not asks_something(piece.text):
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
