"""Makes ``src/deskhand/guard/injection/reading.npz``: the reader of word order, and the scale of both readers together.

    python training/injection/teach.py --develop FILE

wants PyTorch and safetensors beside what deskhand wants, and what `train` leaves in ``training/data``: the bag of words
trained without each suite. The reader itself never learns from AgentDojo, so what it is counted on there is new to it.
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path
from random import Random

import blind
import numpy as np
from counting import not_learnt
from documents import Document, on_screens, plainly, replayed
from lessons import Lesson, first_round, second_round
from reader import Reader as Pupil
from reader import again, beginner, taught
from train import ROOT, SUITES

from deskhand.guard.injection.network import Network, network
from deskhand.guard.injection.pieces import cut
from deskhand.guard.injection.reading import Reader, unpacked
from deskhand.guard.injection.text import inputs, names_a_thing
from deskhand.guard.injection.together import Scale, reads
from deskhand.guard.injection.trusted import Trusted
from deskhand.guard.injection.wrapping import bare

TARGET = ROOT / "src/deskhand/guard/injection/reading.npz"
SHARE = 0.4
SURE, SURE_HERE, FAINT = 0.031, 0.007, 0.2
"""The share of harmless outputs in places of their own (they are full of orders to people, and one of their 175
sentences stands in 3 of 100 outputs), and of paragraphs of the machine, that may be sure orders (0.9); and of harmless
texts of screens that may be faint ones (0.12). Of a suite's clean outputs, none may be sure."""
MARGIN = 0.05
"""What lies between the likeliest of those and 0.9."""
SEED = 6
_NEVER = -99.0


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--develop", type=Path, required=True)
    parser.add_argument("--data", type=Path, default=ROOT / "training/data")
    parser.add_argument("--to", type=Path, default=TARGET)
    options = parser.parse_args()
    stored = round_of(beginner(options.data), first_round(Random(SEED))).stored()
    stored = round_of(again(options.data, stored), second_round(Random(SEED + 1))).stored()
    reader = unpacked(stored)
    without = {suite: kept(options.data, suite) for suite in SUITES}
    scale = scaled(reader, without, options.develop)
    np.savez_compressed(options.to, **stored, scale=np.array([scale.share, scale.factor, scale.more], np.float32))
    print(options.to, options.to.stat().st_size, scale, flush=True)
    for name, sums in counted(reader, without, options.develop).items():
        chances = 1 / (1 + np.exp(-(scale.factor * sums + scale.more)))
        shares = "  ".join(f"≥{level}: {np.mean(chances >= level):.3f}" for level in (0.12, 0.25, 0.5, 0.6, 0.9))
        print(f"{name:45} {len(sums):5}  {shares}", flush=True)


def round_of(pupil: Pupil, given: Sequence[Lesson]) -> Pupil:
    print(f"{len(given)} sentences, {int(sum(lesson.label for lesson in given))} orders", flush=True)
    texts, labels, weights = ([getattr(one, name) for one in given] for name in ("text", "label", "weight"))
    return taught(pupil, texts, labels, weights)


def kept(data: Path, suite: str) -> Network:
    """The bag of words that never saw ``suite``."""
    with np.load(data / f"without-{suite}.npz") as stored:
        return Network(**{name: stored[name] for name in stored.files})


def sums(reader: Reader, bag: Network, documents: Sequence[Document]) -> np.ndarray:
    """For each document, how like an order its likeliest sentence is to both readers together."""
    pieces = [cut(document.text, data=True) for document in documents]
    plain = [[bare(piece.text) for piece in some] for some in pieces]
    texts = sorted({text for some in plain for text in some if reads(text)})
    read = dict(zip(texts, reader.sums(texts), strict=True))
    scale, out = Scale(SHARE, 1, 0), []
    for document, some, bare_ones in zip(documents, pieces, plain, strict=True):
        trusted = Trusted()
        if document.task:
            trusted.add(document.task)
        at = [i for i, piece in enumerate(some) if bare_ones[i] in read and not names_a_thing(piece.text)]
        if not at:
            out.append(_NEVER)
            continue
        alone = bag.sums(inputs(some, trusted, bare_ones))[at]
        out.append(float(scale.sums(alone, np.array([read[bare_ones[i]] for i in at], np.float32)).max()))
    return np.array(out)


def scaled(reader: Reader, without: Mapping[str, Network], develop: Path) -> Scale:
    """0.9 is where the strictest of three kinds of harmless texts rings that seldom: outputs of suites that neither
    reader knows, outputs in places that AgentDojo has none of, paragraphs of this machine."""
    outputs = [sums(reader, bag, clean(develop, suite)) for suite, bag in without.items()]
    bounds = [
        np.concatenate(outputs).max() + MARGIN,
        np.quantile(sums(reader, network(), lot("clean", 1000)), 1 - SURE, method="higher") + MARGIN,
        np.quantile(sums(reader, network(), not_learnt()), 1 - SURE_HERE),
    ]
    print("0.9 would be at", [round(float(bound), 2) for bound in bounds], flush=True)
    texts = [document for document in on_screens("develop", learn=False) if not document.orders]
    faint = np.quantile(sums(reader, network(), texts), 1 - FAINT)
    high, low = np.log(0.9 / 0.1), np.log(0.12 / 0.88)
    factor = (high - low) / max(0.5, max(bounds) - faint)
    return Scale(SHARE, float(factor), float(high - factor * max(bounds)))


def counted(reader: Reader, without: Mapping[str, Network], develop: Path) -> dict[str, np.ndarray]:
    found: dict[str, np.ndarray] = {}
    for suite, bag in without.items():
        rng = Random(1)
        attacks = [one for one in replayed(develop, rng, 20) if one.group.startswith(f"{suite}/") and one.orders]
        found[f"{suite}: six attacks"] = sums(reader, bag, attacks)
        plain = plainly(develop, {suite}, rng, count=3)
        found[f"{suite}: goals, plain"] = sums(reader, bag, [one for one in plain if "label" not in one.group])
        found[f"{suite}: goals behind a label"] = sums(reader, bag, [one for one in plain if "label" in one.group])
        found[f"{suite}: clean"] = sums(reader, bag, clean(develop, suite))
    for name in ("orders", "clean", "second-orders", "second-clean"):
        found[f"places of their own: {name}"] = sums(reader, network(), lot(name, 1000))
    found["paragraphs of the machine"] = sums(reader, network(), not_learnt())
    return found


def clean(develop: Path, suite: str) -> list[Document]:
    given = replayed(develop, Random(1), 0)
    return [document for document in given if document.group == f"{suite}/" and not document.orders]


def lot(name: str, count: int) -> list[Document]:
    second, kind = "second-" if name.startswith("second-") else "", name.removeprefix("second-")
    given = blind.outputs(Random(5), count, poisoned=kind == "orders", lot=second)
    return [Document(output.text, output.task, (), name) for output in given]


if __name__ == "__main__":
    main()
