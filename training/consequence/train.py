"""Teaches the reader of labels, in three rounds, and says what it is worth on sites that it has not seen.

PYTHONPATH=src:training/encoder python training/consequence/train.py             # src/…/labels.npz
PYTHONPATH=src:training/encoder python training/consequence/train.py --unseen --to OTHER.npz   # what it is worth

The first round is given all that was there before the sites of ``opened.txt`` and what was written last; the second
what was written last, but for labels that stand on those sites, since they may have been in view; the third those sites
and all that was kept back. The later two are told some of the others again, or they would be forgotten. With
``--unseen`` it ends before the third, and tells about those sites. ``--states DIR`` keeps what each round left behind,
and goes on from it.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
import torch
from lessons import CONSEQUENCES, WRITTEN_LAST, Lesson, lessons
from numpy.typing import NDArray
from teach import Plan, said_of, taught

OUT = Path(__file__).parents[2] / "src/deskhand/guard/consequence/labels.npz"
OPENED = Path(__file__).with_name("opened.txt")
"""Sites and programs of the situations that came last."""
FIRST = Plan()
SECOND = Plan(epochs=1, rate=1.5e-4, dropped=0)
THIRD = Plan(epochs=2, rate=1e-4, dropped=0)
AGAIN = (0.15, 0.03)
"""The share of the lessons before them that the second and third rounds tell again."""
_COMMON = frozenset({"yes", "no", "ok", "cancel", "save", "send"})
Weights = dict[str, NDArray[Any]]


@dataclass(frozen=True)
class Rounds:
    first: Sequence[Lesson]
    second: Sequence[Lesson]
    third: Sequence[Lesson]
    opened: Sequence[Lesson]
    """The part of the third that the others know nothing of."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--unseen", action="store_true", help="leave the last sites out, and tell about them")
    parser.add_argument("--states", type=Path, help="where the weights after each round are kept")
    parser.add_argument("--to", type=Path, default=OUT)
    options = parser.parse_args()
    torch.set_num_threads(1)
    given = rounds(lessons())
    weights = after("first", given.first, FIRST, None, options.states)
    weights = after("second", [*given.second, *again(given.first, AGAIN[0])], SECOND, weights, options.states)
    if options.unseen:
        told(given.opened, weights)
    else:
        third = [*given.third, *again([*given.first, *given.second], AGAIN[1])]
        weights = after("third", third, THIRD, weights, None)
    np.savez_compressed(options.to, **weights)  # type: ignore[arg-type]
    print(f"{options.to}: {options.to.stat().st_size / 1e6:.1f} MB")


def rounds(every: Sequence[Lesson]) -> Rounds:
    groups = {*OPENED.read_text("utf-8").splitlines()}
    opened = [one for one in every if one.group in groups]
    same = {one.seen.label.casefold() for one in opened} - _COMMON
    first = [one for one in every if one.group not in groups and one.source not in WRITTEN_LAST]
    last = [one for one in every if one.source in WRITTEN_LAST]
    second = [one for one in last if one.seen.label.casefold() not in same]
    kept_back = [one for one in last if one.seen.label.casefold() in same]
    return Rounds(first, second, [*opened, *kept_back], opened)


def again(before: Sequence[Lesson], share: float) -> list[Lesson]:
    return Random(3).sample(before, int(len(before) * share))


def after(name: str, some: Sequence[Lesson], plan: Plan, begin: Weights | None, states: Path | None) -> Weights:
    """The weights after a round, as they are stored."""
    kept = None if states is None else states / f"{name}.npz"
    if kept is not None and kept.exists():
        with np.load(kept) as stored:
            return dict(stored)
    print(f"{name} round: {len(some)} lessons", flush=True)
    weights = taught(some, plan, begin).stored()
    if kept is not None:
        np.savez_compressed(kept, **weights)  # type: ignore[arg-type]
    return weights


def told(every: Sequence[Lesson], weights: Weights) -> None:
    asks, means = said_of(weights, [one.seen for one in every])
    for where in ("web", "program"):
        some = [at for at, one in enumerate(every) if one.seen.where == where]
        need, free = (np.array([asks[at] for at in some if every[at].ask is wish]) for wish in (True, False))
        right = [CONSEQUENCES[int(means[at].argmax())] in every[at].means for at in some]
        shares = " ".join(
            f"{line:.2f}: {np.mean(need >= line):.3f}/{np.mean(free >= line):.3f}"
            for line in (0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8)
        )
        print(f"{where}: {len(some)}, named right {np.mean(right):.3f}; asked/needlessly from {shares}")


if __name__ == "__main__":
    main()
