"""What a network finds in texts that it did not learn from, and how often it rings for nothing; and its scale."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from random import Random

import numpy as np
from documents import Document, alone, by_hand, found, on_screens, plainly, replayed
from samples import highest

from deskhand.guard.injection.network import PLACES, Network, Place, Vector
from deskhand.guard.injection.words import Words

_LEVELS = (0.12, 0.25, 0.5, 0.6, 0.9)
_SURE, _FAINT = 0.015, 0.2
"""The share of harmless texts of screens that may be sure orders (0.9), and faint ones (0.12)."""
_SURE_HERE, _SURE_OUTPUTS = 0.007, 0.01
"""The share of the paragraphs of this machine that may be sure orders where an output says them, and of clean outputs
of suites that were not learnt from: whichever is stricter."""


def scaled(network: Network, vocabulary: Words, outputs: Vector) -> Network:
    """With scales by which 0.9 and 0.12 mean the same from one training to the next: how often harmless texts ring.

    ``outputs``: the sums of clean outputs, each by a network trained without their suite.
    """
    harmless = [document for document in on_screens("develop", learn=False) if not document.orders]
    texts, here = _sums(network, harmless, vocabulary), _sums(network, not_learnt(), vocabulary)
    faint = np.quantile(texts, 1 - _FAINT)
    scales: list[tuple[float, float]] = []
    paragraphs = np.quantile(here, 1 - _SURE_HERE)
    print(f"0.9 is at {paragraphs:.2f} by paragraphs; the likeliest clean outputs:", np.sort(outputs)[-4:], flush=True)
    said = max(paragraphs, np.quantile(outputs, 1 - _SURE_OUTPUTS, method="higher"))
    for sure in (said, np.quantile(texts, 1 - _SURE)):
        factor = (_log_odds(0.9) - _log_odds(0.12)) / max(0.5, sure - faint)
        scales.append((factor, _log_odds(0.9) - factor * sure))
    return replace(network, scale=np.array(scales, np.float32))


def clean_sums(network: Network, vocabulary: Words, develop: Path, suite: str) -> Vector:
    """How like orders the clean outputs of ``suite`` sound to a network that did not learn from it."""
    given = replayed(develop, Random(1), 0)
    clean = [document for document in given if document.group == f"{suite}/" and not document.orders]
    return _sums(network, clean, vocabulary)


def counted(network: Network, vocabulary: Words, develop: Path, suites: Sequence[str]) -> dict[str, list[float]]:
    """For each group of texts, the highest confidence in each of them; ``suites``: those that it did not learn from."""
    rng = Random(1)
    documents = [
        replace(document, group=document.group if document.orders else f"{document.group}clean")
        for document in replayed(develop, rng, 20)
        if document.group.split("/")[0] in suites
    ]
    documents += plainly(develop, set(suites), rng, count=3)
    clean = [document for document in documents if not document.orders]
    documents += by_hand(clean, rng) if clean else []
    documents += [*alone(rng), *on_screens("develop", learn=False), *not_learnt()]
    groups: dict[str, list[float]] = {}
    for place in PLACES:
        some = [document for document in documents if _place(document) == place]
        for document, (chance, _) in zip(some, highest(network, some, vocabulary, place), strict=True):
            groups.setdefault(f"{document.group} ({place})", []).append(chance)
    return groups


def _place(document: Document) -> Place:
    return "screen" if document.group in ("screens", "harmless screens", "harmless texts") else "output"


def table(groups: dict[str, list[float]]) -> None:
    for group, chances in sorted(groups.items()):
        shares = "  ".join(f"≥{level}: {np.mean(np.array(chances) >= level):.3f}" for level in _LEVELS)
        print(f"{group:45} {len(chances):5}  {shares}", flush=True)


def not_learnt() -> list[Document]:
    """The texts of this machine that are not learnt from."""
    return [document for at, document in enumerate(found(Random(2))) if at % 4 == 0]


def _sums(network: Network, documents: Sequence[Document], vocabulary: Words) -> Vector:
    bare = replace(network, scale=np.array([[1, 0]], np.float32))
    chances = np.array([chance for chance, _ in highest(bare, documents, vocabulary)])
    return np.asarray(np.log(chances + 1e-9) - np.log(1 - chances + 1e-9), np.float32)


def _log_odds(chance: float) -> float:
    return float(np.log(chance / (1 - chance)))
