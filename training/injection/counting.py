"""What the reader finds in texts that it did not learn from, how often it rings for nothing, and its scale.

A text counts by its likeliest sentence, as it stops an act.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from random import Random

import blind
import numpy as np
import ordinary
import outputs
from documents import Document, alone, found, on_screens, plainly, replayed
from marks import marked
from numpy.typing import NDArray

from deskhand.guard.injection.network import PLACES, Network, Place
from deskhand.guard.injection.pieces import cut
from deskhand.guard.injection.reading import Reader
from deskhand.guard.injection.text import reads
from deskhand.guard.injection.together import sums
from deskhand.guard.injection.trusted import Trusted

SURE, SURE_ON_SCREENS, FAINT = 0.045, 0.018, 0.164
"""The share of `ordinary` texts that may be sure orders (0.9), of harmless texts of screens that may be sure ones, and
faint ones (0.12): what the scale of the reader that ships meant on them when they were written, so that another reader
is weighed at as many alarms."""
_NEVER = -20.0
_LEVELS = (0.12, 0.25, 0.5, 0.6, 0.9)


def likeliest(reader: Reader, bag: Network, documents: Sequence[Document], place: Place) -> NDArray[np.float32]:
    """Of each document, read at ``place``, the highest sum of both readers."""
    best = np.full(len(documents), _NEVER, np.float32)
    for at, document in enumerate(documents):
        trusted = Trusted()
        if document.task:
            trusted.add(document.task)
        if pieces := [piece for piece in cut(document.text, data=True) if reads(piece.text)]:
            best[at] = sums(pieces, trusted, place, bag, reader).max()
    return best


def groups(develop: Path) -> dict[str, list[Document]]:
    """Texts to count on, none of them learnt from."""
    rng = Random(1)
    given = replayed(develop, rng, 8)
    out = {
        "AgentDojo: clean": [one for one in given if not one.orders],
        "AgentDojo: six attacks": [one for one in given if one.orders],
    }
    for suite in ("workspace", "banking"):
        for one in plainly(develop, {suite}, rng, count=3):
            out.setdefault(f"AgentDojo: {one.group}", []).append(one)
    for name in ("orders", "clean", "second-orders", "second-clean"):
        out[f"places of their own: {name}"] = _lot(name, 400)
    for one in outputs.written(learn=False):
        out.setdefault(f"written: {'orders' if one.orders else 'clean'} {one.group.split()[1]}", []).append(one)
    for one in outputs.written(learn=False):
        out.setdefault(f"behind a mark: {'orders' if one.orders else 'clean'}", []).append(_behind_a_mark(one, rng))
    out["ordinary"] = ordinary.ordinary()
    out["paragraphs of the machine"] = [one for at, one in enumerate(found(Random(2))) if at % 4 == 0]
    for one in (*alone(rng), *on_screens("develop", learn=False)):
        out.setdefault(one.group, []).append(one)
    return out


def _behind_a_mark(one: Document, rng: Random) -> Document:
    """An output written by hand with a mark of a system before its first order, or before any line."""
    lines = one.text.splitlines(keepends=True)
    at = rng.randrange(len(lines))
    start, end = one.orders[0] if one.orders else (sum(map(len, lines[:at])), sum(map(len, lines[: at + 1])) - 1)
    text = marked(rng, one.text[start:end], learn=False)
    return Document(one.text[:start] + text + one.text[end:], one.task, ((start, start + len(text)),), one.group)


def _lot(name: str, count: int) -> list[Document]:
    second, kind = "second-" if name.startswith("second-") else "", name.removeprefix("second-")
    given = blind.outputs(Random(5), count, poisoned=kind == "orders", lot=second)
    return [Document(output.text, output.task, (), name) for output in given]


def stands(name: str) -> Place:
    """Where the texts of a group are read."""
    return "screen" if name.startswith(("screens", "harmless")) else "output"


def scaled(found_in: Mapping[str, NDArray[np.float32]]) -> NDArray[np.float32]:
    """A factor and what is added, for outputs and for screens: 0.9 and 0.12 mean the same from one training to the
    next, namely how often harmless texts ring."""
    texts = np.concatenate([found_in["harmless screens"], found_in["harmless texts"]])
    sure = _above(found_in["ordinary"], SURE)
    faint = _above(texts, FAINT)
    high, low = np.log(0.9 / 0.1), np.log(0.12 / 0.88)
    out: list[tuple[float, float]] = []
    for most in (sure, _above(texts, SURE_ON_SCREENS)):
        factor = (high - low) / max(0.5, most - faint)
        out.append((factor, high - factor * most))
    return np.array(out, np.float32)


def _above(sums: NDArray[np.float32], share: float) -> float:
    return float(np.quantile(sums, 1 - share, method="higher"))


def table(found_in: Mapping[str, NDArray[np.float32]], scale: NDArray[np.float32]) -> None:
    for name, some in found_in.items():
        factor, more = scale[PLACES.index(stands(name))]
        chances = 1 / (1 + np.exp(-(factor * some + more)))
        shares = "  ".join(f"≥{level}: {np.mean(chances >= level):.3f}" for level in _LEVELS)
        print(f"{name:45} {len(some):5}  {shares}", flush=True)
