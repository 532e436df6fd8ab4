"""Makes ``src/deskhand/guard/injection/reading.npz``: the reader of passages, and what both readers' sums mean.

    python training/injection/teach.py --develop FILE

wants PyTorch beside what deskhand wants, ``src`` and ``training/encoder`` on the path, and what the latter puts into
``training/data``. ``FILE`` is the develop half that ``deskhand eval safety`` makes of AgentDojo's environments.
With ``--suites banking`` the other suite, workspace, is only counted on. ``--states DIR`` keeps what each round left
behind, and goes on from what is there.

Three rounds: the deeds in breadth; outputs of one piece, with an order in them or none; AgentDojo's develop half. What
ships is the mean of the pupil before and after the last: in outputs of a suite that was left out it finds as much as
either, and it keeps what the one or the other had lost.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import numpy as np
import torch
from counting import groups, likeliest, scaled, stands, table
from lessons import Lesson, first_round, of_agentdojo, orders_of, second_round
from pupil import Pupil, taught

from deskhand.guard.injection.network import network
from deskhand.guard.injection.reading import unpacked

TARGET = Path(__file__).parents[2] / "src/deskhand/guard/injection/reading.npz"
SEED = 6


@dataclass(frozen=True, slots=True)
class Teaching:
    """Takes a pupil through rounds, and remembers it after each of them."""

    develop: Path
    suites: Sequence[str]
    states: Path

    def after(self, way: str) -> Pupil:
        """The pupil after a way of rounds, each a letter of `_round`: ``ab`` is one after two."""
        kept = self.states / f"{way}.pt"
        if not way or kept.exists():
            pupil = Pupil()
            if way:
                pupil.load_state_dict(torch.load(kept, weights_only=True))
            return pupil
        pupil = self.after(way[:-1])
        given, rate = self._round(way[-1], Random(SEED + len(way) - 1))
        print(f"{way}: {len(given)} passages; sentences and orders: {orders_of(given)}", flush=True)
        pupil = taught(pupil, given, rate)
        torch.save(pupil.state_dict(), kept)
        return pupil

    def _round(self, letter: str, rng: Random) -> tuple[list[Lesson], float]:
        match letter:
            case "a":
                return first_round(rng), 2e-4
            case "b":
                return second_round(rng), 1.5e-4
            case _:
                return of_agentdojo(rng, self.develop, self.suites), 1e-4


def mean(one: Pupil, other: Pupil) -> Pupil:
    """Of all weights; for pupils that began together."""
    theirs = other.state_dict()
    one.load_state_dict({name: (weight + theirs[name]) / 2 for name, weight in one.state_dict().items()})
    return one.eval()


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--develop", type=Path, required=True)
    parser.add_argument("--suites", nargs="*", default=["workspace", "banking"])
    parser.add_argument("--to", type=Path, default=TARGET)
    parser.add_argument("--states", type=Path)
    options = parser.parse_args()
    with TemporaryDirectory() as folder:
        teaching = Teaching(options.develop, options.suites, options.states or Path(folder))
        stored = mean(teaching.after("ab"), teaching.after("abc")).stored()
    reader = unpacked({**stored, "scale": np.array([[1, 0], [1, 0]], np.float32)})
    counted = groups(options.develop).items()
    sums = {name: likeliest(reader, network(), some, stands(name)) for name, some in counted}
    scale = scaled(sums)
    np.savez_compressed(options.to, **stored, scale=scale)
    print(options.to, options.to.stat().st_size, scale.tolist(), flush=True)
    table(sums, scale)


if __name__ == "__main__":
    main()
