"""Makes ``src/deskhand/guard/injection/orders.npz``: the classifier that tells foreign orders in texts.

    python training/injection/train.py --develop FILE      # 4 minutes on one CPU
    python training/injection/train.py --develop FILE --without-suite banking --without-attack injecagent

``FILE`` is the develop half that ``make eval-safety`` makes of AgentDojo's environments. With ``--without-…`` nothing
is written: the network is trained without those suites and attacks and measured on them.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from random import Random

import numpy as np

sys.path.insert(0, str(Path(__file__).parent))

from documents import TELLING, Document, by_hand, found, made, plainly, replayed, with_order

from deskhand.guard.injection import text as detector
from deskhand.guard.injection.cues import NAMES, told_off
from deskhand.guard.injection.features import BUCKETS
from deskhand.guard.injection.network import Network
from deskhand.guard.injection.pieces import cut
from deskhand.guard.injection.trusted import Trusted

TARGET = Path(__file__).parents[2] / "src/deskhand/guard/injection/orders.npz"
WIDTH = 12
HIDDEN = 24
BATCH = 256
SEED = 6


class Samples:
    """Sentences as the network takes them, with label and weight; and which document each is of."""

    def __init__(self) -> None:
        self.own: list[list[int]] = []
        self.cues: list[np.ndarray] = []
        self.labels: list[float] = []
        self.weights: list[float] = []
        self.documents: list[int] = []
        self.texts: list[str] = []

    def add(self, index: int, document: Document, weight: float = 1.0) -> None:
        pieces = cut(document.text)
        if not pieces:
            return
        trusted = Trusted()
        if document.task:
            trusted.add(document.task)
        own, seen = detector.inputs(pieces, trusted)
        for at, piece in enumerate(pieces):
            label, telling = 0.0, weight
            for start, end in document.orders:
                if start == end and start == piece.start:
                    telling = 0.0
                elif piece.start < end and start < piece.end:
                    label = 1.0
            if label and not seen[at][TELLING].any():
                telling = 0.0
            self.own.append(own[at])
            self.cues.append(seen[at])
            self.labels.append(label)
            self.weights.append(telling * (1.5 if label else 1.0))
            self.documents.append(index)
            self.texts.append(piece.text)


def train(samples: Samples, epochs: int, rng: np.random.Generator, onto: Network | None = None) -> Network:
    """A network of ``samples``; with ``onto``, that one goes on learning, at a third of the rate."""
    y, w = np.array(samples.labels, np.float32), np.array(samples.weights, np.float32)
    x = np.array(samples.cues, np.float32)
    keep = np.flatnonzero(w > 0)
    table = rng.normal(0, 0.1, (BUCKETS, WIDTH)).astype(np.float32)
    size = WIDTH + x.shape[1]
    hidden = rng.normal(0, np.sqrt(2 / size), (size, HIDDEN)).astype(np.float32)
    weights = [
        table,
        hidden,
        np.zeros(HIDDEN, np.float32),
        rng.normal(0, 0.2, HIDDEN).astype(np.float32),
        np.zeros(1, np.float32),
    ]
    if onto is not None:
        weights = [
            np.array(v, np.float32) for v in (onto.table, onto.hidden, onto.hidden_bias, onto.out, onto.out_bias)
        ]
    fastest = 3e-3 if onto is None else 1e-3
    first, second = [np.zeros_like(v) for v in weights], [np.zeros_like(v) for v in weights]
    steps, step = epochs * (len(keep) // BATCH), 0
    for epoch in range(epochs):
        order = rng.permutation(keep)
        total = 0.0
        for begin in range(0, len(order) - BATCH + 1, BATCH):
            rows = order[begin : begin + BATCH]
            own = [dropped(samples.own[row], rng) for row in rows]
            network = Network(*weights[:4], weights[4])
            flat, place, scale = flattened(own)
            gathered = weights[0][flat] * scale[:, None]
            pooled = np.zeros((BATCH, WIDTH), np.float32)
            np.add.at(pooled, place, gathered)
            a = np.concatenate([pooled, x[rows] * (rng.random(x[rows].shape) > 0.1)], axis=1)
            z = a @ network.hidden + network.hidden_bias
            h = np.maximum(0, z) * (rng.random(z.shape) > 0.2) / 0.8
            p = 1 / (1 + np.exp(-(h @ network.out + network.out_bias)))
            smooth = y[rows] * 0.98 + 0.01
            total += float(-(w[rows] * (smooth * np.log(p + 1e-7) + (1 - smooth) * np.log(1 - p + 1e-7))).mean())
            d = ((p - smooth) * w[rows] / BATCH)[:, None]
            back = (d @ network.out[None, :]) * (z > 0)
            inward = back @ network.hidden.T
            slopes = [
                None,
                a.T @ back,
                back.sum(axis=0),
                (h.T @ d)[:, 0],
                d.sum(axis=0),
            ]
            used, where = np.unique(flat, return_inverse=True)
            slope = np.zeros((len(used), WIDTH), np.float32)
            np.add.at(slope, where, inward[place, :WIDTH] * scale[:, None])
            step += 1
            rate = fastest * 0.5 * (1 + np.cos(np.pi * step / max(1, steps)))
            m, v = first[0], second[0]
            m[used] += 0.1 * (slope - m[used])
            v[used] += 0.02 * (slope**2 - v[used])
            weights[0][used] -= rate * (m[used] / (np.sqrt(v[used]) + 1e-6) * 0.3 + 2e-3 * weights[0][used])
            for index in range(1, 5):
                g = np.asarray(slopes[index], np.float32)
                first[index] += 0.1 * (g - first[index])
                second[index] += 0.001 * (g * g - second[index])
                m_hat, v_hat = first[index] / (1 - 0.9**step), second[index] / (1 - 0.999**step)
                decay = 1e-3 * weights[index] if index in (1, 3) else 0
                weights[index] -= (rate * (m_hat / (np.sqrt(v_hat) + 1e-8) + decay)).astype(np.float32)
        print(f"epoch {epoch + 1}: {total / max(1, len(order) // BATCH):.4f}", flush=True)
    return Network(*weights)


def stored(path: Path) -> Network:
    """Weights as they were written."""
    with np.load(path) as kept:
        return Network(
            *(kept[name].astype(np.float32) for name in ("table", "hidden", "hidden_bias", "out", "out_bias"))
        )


def dropped(bag: Sequence[int], rng: np.random.Generator) -> Sequence[int]:
    """A bag without some of its features: no single word may decide."""
    if len(bag) < 4:
        return bag
    return np.asarray(bag)[rng.random(len(bag)) > 0.25].tolist()


def flattened(own: Sequence[Sequence[int]]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    flat: list[int] = []
    place: list[int] = []
    scale: list[float] = []
    for index, bag in enumerate(own):
        flat.extend(bag)
        place.extend([index] * len(bag))
        scale.extend([1 / np.sqrt(len(bag))] * len(bag) if len(bag) else [])
    return np.array(flat, np.int64), np.array(place, np.int64), np.array(scale, np.float32)


def highest(network: Network, samples: Samples) -> dict[int, tuple[float, str]]:
    """For each document its likeliest sentence."""
    chances = network.chances(samples.own, np.array(samples.cues, np.float32))
    best: dict[int, tuple[float, str]] = {}
    chances = np.where([told_off(words) for words in samples.texts], np.maximum(chances, detector.TOLD_OFF), chances)
    for index, chance, words in zip(samples.documents, chances, samples.texts, strict=True):
        if chance > best.get(index, (-1.0, ""))[0]:
            best[index] = (float(chance), words)
    return best


def report(network: Network, documents: Sequence[Document], title: str, show: int = 12) -> None:
    samples = Samples()
    for index, document in enumerate(documents):
        samples.add(index, document)
    best = highest(network, samples)
    groups: dict[str, list[tuple[float, str, int]]] = {}
    for index, document in enumerate(documents):
        chance, words = best.get(index, (0.0, ""))
        groups.setdefault(document.group, []).append((chance, words, index))
    print(f"== {title}")
    for group, members in sorted(groups.items()):
        chances = [member[0] for member in members]
        shares = "  ".join(f"≥{at}: {np.mean(np.array(chances) >= at):.3f}" for at in (0.5, 0.8, 0.9, 0.95))
        print(f"  {group:50} {len(members):5}  {shares}")
        poisoned = bool(documents[members[0][2]].orders)
        ordered = sorted(members, reverse=not poisoned)[:show]
        for chance, words, index in ordered:
            if (chance < 0.9) if poisoned else (chance > 0.5):
                what = documents[index].text[slice(*documents[index].orders[0])] if poisoned else ""
                print(f"      {chance:.2f} {words[:110]!r} {what[:110]!r} task={documents[index].task[:70]!r}")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--develop", type=Path, required=True)
    parser.add_argument("--without-suite", default="")
    parser.add_argument("--without-attack", default="")
    parser.add_argument("--count", type=int, default=14000)
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--onto", type=Path, help="weights that go on learning, on a fifth of the texts")
    parser.add_argument("--to", type=Path, default=TARGET)
    options = parser.parse_args()
    suites = set(filter(None, options.without_suite.split(",")))
    attacks = set(filter(None, options.without_attack.split(",")))
    rng = Random(SEED)
    share = 5 if options.onto else 1
    onto = stored(options.onto) if options.onto else None
    given = replayed(options.develop, rng, 60 // share)
    held = [d for d in given if d.group.split("/")[0] in suites and (not d.orders or d.group.split("/")[1] in attacks)]
    learn = [d for d in given if d.group.split("/")[0] not in suites and d.group.split("/")[1] not in attacks]
    clean = [d for d in learn if not d.orders]
    others = list(found(rng))
    rng.shuffle(others)
    held_found, others = others[:400], others[400 : 400 + 5600 // share]
    samples = Samples()
    index = 0
    documents = [(made(rng), 1.0) for _ in range(options.count // share)]
    documents += [(d, 1.0) for d in learn if d.orders]
    documents += [(d, 3.0) for d in clean]
    documents += [(with_order(rng, rng.choice(clean)), 0.5) for _ in range(1600 // share)]
    learnt = {"workspace", "banking"} - suites
    documents += [(d, 0.5) for d in plainly(options.develop, learnt, rng, labels=("",), count=4 if share == 1 else 1)]
    documents += [(d, 1.5) for d in others]
    documents += [(with_order(rng, rng.choice(others)), 1.0) for _ in range(2500 // share)]
    for document, weight in documents:
        samples.add(index, document, weight)
        index += 1
    print(f"{index} documents, {len(samples.labels)} sentences, {int(sum(samples.labels))} orders", flush=True)
    network = train(samples, options.epochs, np.random.default_rng(SEED), onto)
    if suites or attacks:
        report(network, held, "held out")
        bare = [d for d in held if not d.orders]
        plain = plainly(options.develop, suites, Random(SEED))
        report(network, plain, "their goals as plain requests in held-out outputs", 25)
        report(network, by_hand(bare, Random(SEED)), "written by hand, in held-out outputs", 40)
        report(network, [with_order(rng, rng.choice(bare)) for _ in range(400)], "own orders in held-out outputs", 25)
    report(network, held_found, "held-out texts of this machine")
    report(network, by_hand(clean, Random(SEED)), "written by hand, in outputs")
    test = [made(rng) for _ in range(1500 // share)]
    report(network, [Document(d.text, d.task, d.orders, "made+" if d.orders else "made") for d in test], "made")
    if not suites and not attacks:
        np.savez_compressed(
            options.to,
            table=network.table.astype(np.float16),
            hidden=network.hidden.astype(np.float32),
            hidden_bias=network.hidden_bias,
            out=network.out,
            out_bias=network.out_bias,
            names=np.array(NAMES),
        )
        print(options.to, options.to.stat().st_size)


if __name__ == "__main__":
    main()
