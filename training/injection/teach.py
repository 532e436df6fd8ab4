"""Makes ``src/deskhand/guard/injection/reading.npz``: the reader of passages, and what both readers' sums mean.

    python training/injection/teach.py --develop FILE

wants PyTorch beside what deskhand wants, ``src`` and ``training/encoder`` on the path, and what the latter puts into
``training/data``. ``FILE`` is the develop half that ``deskhand eval safety`` makes of AgentDojo's environments.
With ``--suites banking`` the other suite, workspace, is only counted on. ``--states DIR`` keeps what each round left
behind; with ``--begin N`` it goes on with round N (from 0) there.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from random import Random

import numpy as np
import torch
from counting import groups, likeliest, scaled, table
from lessons import crossed_round, first_round, of_agentdojo, orders_of, second_round
from pupil import Pupil, taught

from deskhand.guard.injection.network import network
from deskhand.guard.injection.reading import unpacked

TARGET = Path(__file__).parents[2] / "src/deskhand/guard/injection/reading.npz"
SEED = 6
RATES = (2e-4, 1e-4, 1.5e-4, 1.5e-4, 1e-4)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--develop", type=Path, required=True)
    parser.add_argument("--suites", nargs="*", default=["workspace", "banking"])
    parser.add_argument("--to", type=Path, default=TARGET)
    parser.add_argument("--states", type=Path)
    parser.add_argument("--begin", type=int, default=0)
    options = parser.parse_args()
    pupil = Pupil()
    if options.begin:
        pupil.load_state_dict(torch.load(options.states / f"{options.begin - 1}.pt", weights_only=True))
    rounds = (
        first_round,
        second_round,
        crossed_round,
        crossed_round,
        lambda rng: of_agentdojo(rng, options.develop, options.suites),
    )
    for at, round_ in list(enumerate(rounds))[options.begin :]:
        given = round_(Random(SEED + at))
        print(f"{len(given)} passages; sentences and orders: {orders_of(given)}", flush=True)
        pupil = taught(pupil, given, RATES[at])
        if options.states:
            torch.save(pupil.state_dict(), options.states / f"{at}.pt")
    stored = pupil.stored()
    reader = unpacked({**stored, "scale": np.array([[1, 0], [1, 0]], np.float32)})
    sums = {name: likeliest(reader, network(), some) for name, some in groups(options.develop).items()}
    scale = scaled(sums)
    np.savez_compressed(options.to, **stored, scale=scale)
    print(options.to, options.to.stat().st_size, scale.tolist(), flush=True)
    table(sums, scale)


if __name__ == "__main__":
    main()
