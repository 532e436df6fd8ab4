"""Makes ``src/deskhand/guard/injection/orders.npz``: the bag of words that tells foreign orders in texts.

    python training/injection/train.py --develop FILE

Trains without each suite in turn, which is for counting, and then on both. ``FILE`` is the develop half that
``deskhand eval safety`` makes of AgentDojo's environments; ``training/data`` holds the wheel that `vectors` reads.
README.md beside this says what is learnt from and what is only counted on.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from random import Random

import numpy as np

sys.path.insert(0, str(Path(__file__).parent))

from documents import Document, found, made, on_screens, plainly, replayed, with_order
from samples import OFTEN, Samples
from vectors import vectors

from deskhand.guard.injection.cues import NAMES
from deskhand.guard.injection.features import BUCKETS
from deskhand.guard.injection.network import Network
from deskhand.guard.injection.words import Words

ROOT = Path(__file__).parents[2]
TARGET = ROOT / "src/deskhand/guard/injection/orders.npz"
SUITES = ("workspace", "banking")
MEMBERS, WIDTH, SQUEEZED, HIDDEN = 3, 12, 32, 32
BATCH, EPOCHS, RATE, DECAY = 256, 4, 3e-3, 1e-2
SEED = 6
DOCUMENTS, FOUND, GIVEN, REPEATED = 7000, 3000, 20, 1500


def material(develop: Path, suites: Sequence[str], rng: Random) -> list[tuple[Document, float]]:
    """What is learnt from, with weights; and nothing of the other suite."""
    given = [document for document in replayed(develop, rng, GIVEN) if document.group.split("/")[0] in suites]
    clean = [document for document in given if not document.orders]
    others = learnt(rng)
    documents = [(made(rng), 1.0) for _ in range(DOCUMENTS)]
    documents += [(document, 1.0 if document.orders else 2.0) for document in given]
    documents += [(with_order(rng, rng.choice(clean)), 1.0) for _ in range(REPEATED)]
    documents += [(document, 0.5) for document in plainly(develop, set(suites), rng, labels=("",))]
    documents += [(document, 1.5) for document in others]
    documents += [(with_order(rng, rng.choice(others)), 1.0) for _ in range(REPEATED)]
    documents += [(document, 2.0) for document in on_screens("develop", learn=True)]
    return documents


def learnt(rng: Random) -> list[Document]:
    """The texts of this machine that are learnt from; every fourth is counted on."""
    texts = [document for at, document in enumerate(found(Random(2))) if at % 4]
    return rng.sample(texts, min(FOUND, len(texts)))


def train(samples: Samples, seed: int) -> list[np.ndarray]:
    """One network: the arrays of `Network`, without the scale."""
    rng = np.random.default_rng(seed)
    given = samples.inputs()
    y, w = np.array(samples.labels, np.float32), np.array(samples.weights, np.float32)
    sizes = np.array([max(1, len(bag)) for bag in given.own])
    size = WIDTH + SQUEEZED + given.cues.shape[1]
    weights = [
        rng.normal(0, 0.1, (BUCKETS, WIDTH)),
        rng.normal(0, np.sqrt(1 / given.meanings.shape[1]), (given.meanings.shape[1], SQUEEZED)),
        np.zeros(SQUEEZED),
        rng.normal(0, np.sqrt(1 / size), (size, HIDDEN)),
        np.zeros(HIDDEN),
        rng.normal(0, np.sqrt(1 / HIDDEN), HIDDEN),
        np.zeros(1),
    ]
    weights = [np.asarray(v, np.float32) for v in weights]
    first, second = [np.zeros_like(v) for v in weights], [np.zeros_like(v) for v in weights]
    steps, step = EPOCHS * (len(y) // BATCH), 0
    touched = np.zeros(BUCKETS, bool)
    for epoch in range(EPOCHS):
        order, total = rng.permutation(len(y)), 0.0
        for begin in range(0, len(order) - BATCH + 1, BATCH):
            rows = order[begin : begin + BATCH]
            bags = [_dropped(given.own[row], rng) for row in rows]
            flat = np.concatenate(bags)
            place = np.repeat(np.arange(BATCH), [len(bag) for bag in bags])
            share = (1 / np.sqrt(np.array([max(1, len(bag)) for bag in bags], np.float32)))[place]
            pooled = np.zeros((BATCH, WIDTH), np.float32)
            np.add.at(pooled, place, weights[0][flat] * share[:, None])
            meant = _noisy(given.meanings[rows], 0.2, rng)
            s = meant @ weights[1] + weights[2]
            a = np.concatenate([pooled, np.maximum(0, s), _noisy(given.cues[rows], 0.1, rng)], axis=1)
            z = a @ weights[3] + weights[4]
            mask = (rng.random(z.shape) > 0.2).astype(np.float32) / np.float32(0.8)
            h = np.maximum(0, z) * mask
            p = 1 / (1 + np.exp(-(h @ weights[5] + weights[6])))
            smooth = y[rows] * 0.98 + 0.01
            total += float(-(w[rows] * (smooth * np.log(p + 1e-7) + (1 - smooth) * np.log(1 - p + 1e-7))).mean())
            d = ((p - smooth) * w[rows] / BATCH)[:, None]
            back = (d @ weights[5][None, :]) * mask * (z > 0)
            inward = back @ weights[3].T
            through = inward[:, WIDTH : WIDTH + SQUEEZED] * (s > 0)
            used, where = np.unique(flat, return_inverse=True)
            slope = np.zeros((len(used), WIDTH), np.float32)
            np.add.at(slope, where, inward[place, :WIDTH] * share[:, None])
            touched[used] = True
            slopes = [slope, meant.T @ through, through.sum(0), a.T @ back, back.sum(0), (h.T @ d)[:, 0], d.sum(0)]
            step += 1
            rate = RATE * 0.5 * (1 + np.cos(np.pi * step / steps))
            for at, g in enumerate(slopes):
                rows = used if at == 0 else slice(None)  # of the table, what this batch had
                m = first[at][rows] * 0.9 + 0.1 * g
                v = second[at][rows] * 0.999 + 0.001 * g * g
                first[at][rows], second[at][rows] = m, v
                move = (m / (1 - 0.9**step)) / (np.sqrt(v / (1 - 0.999**step)) + 1e-8) + DECAY * weights[at][rows]
                weights[at][rows] -= rate * move
        print(f"  round {epoch + 1}: {total / max(1, len(order) // BATCH):.4f}", flush=True)
    weights[0][~touched] = 0  # what no text had says nothing
    assert sizes.min() > 0
    return weights


def _dropped(bag: Sequence[int], rng: np.random.Generator) -> np.ndarray:
    """A bag without some of its features: no single word may decide."""
    whole = np.asarray(bag, np.int64)
    return whole if len(whole) < 4 else whole[rng.random(len(whole)) > 0.2]


def _noisy(rows: np.ndarray, share: float, rng: np.random.Generator) -> np.ndarray:
    return rows * ((rng.random(rows.shape) > share).astype(np.float32) / np.float32(1 - share))


def network(develop: Path, suites: Sequence[str], vocabulary: Words) -> Network:
    """Trained on ``suites``."""
    samples = Samples(vocabulary)
    for index, (document, weight) in enumerate(material(develop, suites, Random(SEED))):
        samples.add(index, document, weight, often=OFTEN)
    print(f"{len(samples.labels)} sentences, {int(sum(samples.labels))} orders", flush=True)
    with ProcessPoolExecutor(2, mp_context=get_context("fork")) as pool:
        members = list(pool.map(train, [samples] * MEMBERS, range(SEED, SEED + MEMBERS)))
    return Network(*(np.stack(arrays) for arrays in zip(*members, strict=True)))


def whole_numbers(table: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The table in steps from -127 to 127, and the size of a step for each network and column."""
    step = np.abs(table).max(axis=1, keepdims=True) / 127
    return np.round(table / step).astype(np.int8), step


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--develop", type=Path, required=True)
    parser.add_argument("--data", type=Path, default=ROOT / "training/data")
    parser.add_argument("--to", type=Path, default=TARGET)
    options = parser.parse_args()
    vocabulary, whole, step = vectors(options.data)
    for left in SUITES:
        other = network(options.develop, [suite for suite in SUITES if suite != left], vocabulary)
        np.savez(options.data / f"without-{left}.npz", **{name: getattr(other, name) for name in Network.__slots__})
    trained = network(options.develop, SUITES, vocabulary)
    kept = {name: getattr(trained, name) for name in Network.__slots__}
    kept["table"], kept["table_step"] = whole_numbers(kept["table"].astype(np.float16).astype(np.float32))
    words = np.array("\n".join(vocabulary.places))
    np.savez_compressed(options.to, **kept, words=words, vectors=whole, step=step, names=NAMES)
    print(options.to, options.to.stat().st_size, flush=True)


if __name__ == "__main__":
    main()
