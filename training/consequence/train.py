"""Teaches the reader of labels, and says what it is worth on sites and lots that it has not seen.

PYTHONPATH=src:training/encoder python training/consequence/train.py            # src/…/labels.npz
PYTHONPATH=src:training/encoder python training/consequence/train.py --folds 4  # what it would be worth
"""

from __future__ import annotations

import argparse
import zlib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
import torch
from lessons import CONSEQUENCES, Lesson, lessons
from numpy.typing import NDArray
from teach import Plan, mean, said_of, taught

ROOT = Path(__file__).parents[2]
OLDER = frozenset({"develop", "written", "own", "bare", "everyday", "later"})
"""What the weights before these were taught by, but for the groups of `OPENED`."""
OPENED = Path(__file__).with_name("opened.txt")
"""Sites and programs of the situations that came last."""
WRITTEN_LAST = frozenset({"daily", "dialogs"})
"""Written with some of those in view: of these, a label that stands in what is left out is left out too."""
_COMMON = frozenset({"yes", "no", "ok", "cancel", "save", "send"})
OUT = ROOT / "src/deskhand/guard/consequence/labels.npz"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folds", type=int, default=0, help="leave sites out instead, in this many parts")
    parser.add_argument("--only", type=int, default=None, help="only this part")
    parser.add_argument("--layers", type=int, default=Plan.layers)
    parser.add_argument("--epochs", type=int, default=Plan.epochs)
    parser.add_argument("--to", type=Path, default=OUT)
    parser.add_argument("--begin", type=Path, help="weights to go on from")
    parser.add_argument(
        "--older", type=float, default=1.0, help="the share of what those were taught by that is told again"
    )
    parser.add_argument("--quarter", type=int, help="leave this quarter (0–3) of the last sites out, and tell about it")
    parser.add_argument("--mean", type=Path, nargs="+", help="weights whose mean is kept; nothing is taught")
    options = parser.parse_args()
    torch.set_num_threads(1)
    if options.mean:
        np.savez_compressed(options.to, **mean([_stored(path) for path in options.mean]).stored())
        return
    every, plan = lessons(), Plan(options.layers, options.epochs)
    if options.begin is not None:
        _go_on(every, plan, options)
        return
    if options.folds:
        asks, means = left_out(every, plan, options.folds, options.only)
        np.savez(options.to, asks=asks, means=means)
        told(every, asks, means)
        return
    np.savez_compressed(options.to, **taught(every, plan).stored())
    print(f"{options.to}: {options.to.stat().st_size / 1e6:.1f} MB")


def _go_on(every: Sequence[Lesson], plan: Plan, options: argparse.Namespace) -> None:
    """Teaches weights further: by all that is new, and by some of what they know, or they would forget it."""
    opened = {*OPENED.read_text("utf-8").splitlines()}
    known = [one for one in every if one.source in OLDER and one.group not in opened]
    new = [one for one in every if one.source not in OLDER or one.group in opened]
    told_again = Random(3).sample(known, int(len(known) * options.older))
    held = [one for one in new if one.group in opened and fold(one, 4) == options.quarter]
    same = {one.seen.label.casefold() for one in held} - _COMMON
    out = {id(one) for one in new if one.source in WRITTEN_LAST and one.seen.label.casefold() in same}
    out |= {id(one) for one in held}
    some = [one for one in (*new, *told_again) if id(one) not in out]
    reader = taught(some, replace(plan, rate=2e-4), _stored(options.begin))
    np.savez_compressed(options.to, **reader.stored())
    if held:
        told(held, *said_of(reader, [one.seen for one in held]))


def _stored(path: Path) -> dict[str, NDArray[Any]]:
    with np.load(path) as stored:
        return dict(stored)


def fold(lesson: Lesson, folds: int) -> int:
    """By site or program: nothing of it is in two folds."""
    return zlib.crc32(lesson.group.encode()) % folds


def left_out(every: Sequence[Lesson], plan: Plan, folds: int, only: int | None) -> tuple[NDArray[Any], NDArray[Any]]:
    """Of each lesson, what a reader says that was taught without its site."""
    asks, means = np.full(len(every), np.nan), np.full((len(every), len(CONSEQUENCES)), np.nan)
    for out in range(folds) if only is None else [only]:
        reader = taught([one for one in every if fold(one, folds) != out], plan)
        held = [at for at, one in enumerate(every) if fold(one, folds) == out]
        asks[held], means[held] = said_of(reader, [every[at].seen for at in held])
    return asks, means


def told(every: Sequence[Lesson], asks: NDArray[Any], means: NDArray[Any]) -> None:
    for source in sorted({one.source for one in every}):
        for where in ("web", "program"):
            some = [
                at for at, one in enumerate(every) if (one.source, one.seen.where) == (source, where) and asks[at] >= 0
            ]
            need, free = ([asks[at] for at in some if every[at].ask is wish] for wish in (True, False))
            right = [CONSEQUENCES[int(means[at].argmax())] in every[at].means for at in some]
            if not need or not free:
                continue
            shares = " ".join(
                f"{line:.2f}: {np.mean(np.array(need) >= line):.3f}/{np.mean(np.array(free) >= line):.3f}"
                for line in (0.3, 0.4, 0.5, 0.6, 0.7)
            )
            print(f"{source} {where}: {len(some)}, named right {np.mean(right):.3f}; asked/needless from {shares}")


if __name__ == "__main__":
    main()
