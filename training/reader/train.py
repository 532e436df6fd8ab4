"""Makes ``src/deskhand/models/local/understand/pointing/reader.npz``.

    python training/reader/train.py                 # wants PyTorch, and training/data/e5.npz (training/encoder)

Prints the loss of each round, and what of the wishes laid aside is read rightly. Ctrl-C keeps what has been learnt.
"""

from __future__ import annotations

import argparse
import json
import math
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

import numpy as np
import torch
from examples import Example, aside, examples, read_in
from measure import figures
from pupil import Reader, state_of
from torch import Tensor
from torch.nn import functional
from varying import Pool, varied

from deskhand.models.local.understand.pointing.network import unpacked
from deskhand.models.local.understand.pointing.symbols import BEGIN, LONGEST, MOST, NUMBER, SYMBOLS
from deskhand.words import encoder

ROOT = Path(__file__).parents[2]
TARGET = ROOT / "src/deskhand/models/local/understand/pointing/reader.npz"
STATE = ROOT / "training/data/reader.pt"
BATCH, SEED = 32, 8
PLACES, TURNS = (24, 32, 48, 64, 96, LONGEST + 2), (16, 24, 32, 48, 64, 96, MOST)
"""Shapes of batches: every new one costs PyTorch a second."""
HIDDEN = 0.06
"""The share of pieces that are not shown: neighbours have to tell."""
SLOWER, NEW = 0.9, 4
"""How much less each layer learns than the one above it, and how much more what had to begin at random."""
TAGS = 0.3
"""How much it counts which slot and act each piece belongs to, told besides."""
_NOT = -100


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--wishes", type=Path, nargs="+", default=[ROOT / "training/instructions/wishes"])
    parser.add_argument("--rounds", type=int, default=24)
    parser.add_argument("--minutes", type=float, help="so long instead; wishes written meanwhile are taught as well")
    parser.add_argument("--to", type=Path, default=TARGET)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--layers", type=int, nargs="+", default=list(range(6)), help="which of the encoder's 12")
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--newest", nargs="+", default=[], help="names of files of which all is taught in each round,")
    parser.add_argument("--rest", type=float, default=1.0, help="and of the others this share")
    parser.add_argument("--unmeasured", action="store_true", help="tell the loss alone: the figures take a minute")
    parser.add_argument("--from", dest="state", type=Path, help="a state, or weights as they ship, to go on from")
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    torch.manual_seed(SEED)
    random = Random(SEED)
    reader = Reader(options.layers)
    if options.state:
        reader.load_state_dict(state_of(options.state), strict=False)
    optimizer = torch.optim.AdamW(rates(reader, options.rate), weight_decay=0.01, fused=True)
    begun, passed, each, seconds = time.monotonic(), 0.0, 0, 0.0
    spared: list[dict[str, object]] = []
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda _: rate_at(passed))
    try:
        while passed < 1:
            files = [path for folder in options.wishes for path in read_in(folder)]
            told = {path: [json.loads(line) for line in path.open("rb")] for path in files}
            spared = [one for own in told.values() for one in own if aside(one)]
            made_of = {path: examples(one for one in own if not aside(one)) for path, own in told.items()}
            pool = Pool.of([example for own in made_of.values() for example in own])
            lesson = [
                example
                for path, own in made_of.items()
                for example in own
                if path.name in options.newest or random.random() < options.rest
            ]
            losses: list[float] = []
            reader.train()
            made = list(batches([varied(example, pool, random) for example in lesson], random))
            for at, batch in enumerate(made):
                losses.append(taught(reader, batch))
                torch.nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
                optimizer.step()
                seconds = time.monotonic() - begun
                passed = seconds / 60 / options.minutes if options.minutes else (each + at / len(made)) / options.rounds
                schedule.step()
                optimizer.zero_grad(set_to_none=True)
                if passed >= 1:
                    break
            each += 1
            line = f"{each:3} {seconds:6.0f} s  {len(lesson)} wishes  loss {np.mean(losses):.3f}"
            if each % 4 == 0:
                kept_so_far(reader, options.to)
                if not options.unmeasured:
                    line += f"  {figures(spared, unpacked(reader.stored()))}"
            print(line, flush=True)
    except KeyboardInterrupt:
        print("stopped: kept as it is")
    kept_so_far(reader, options.to)
    told_last = "" if options.unmeasured else figures(spared, unpacked(reader.stored()))
    print(options.to.name, f"{options.to.stat().st_size / 1e6:.1f} MB", told_last)


def rate_at(passed: float) -> float:
    """The share of the rate after this share of the teaching: up at first, then down to nearly nothing."""
    return min(1, (passed + 1e-3) / 0.04) * (0.01 + 0.99 * 0.5 * (1 + math.cos(math.pi * min(1, passed))))


def kept_so_far(reader: Reader, to: Path) -> None:
    """The weights as they are used, and the state to go on from."""
    np.savez_compressed(to, **reader.eval().stored())
    torch.save(reader.state_dict(), (STATE if to == TARGET else to).with_suffix(".pt"))


def rates(reader: Reader, rate: float) -> list[dict[str, object]]:
    """Lower layers know words already and learn less; what is new learns more."""
    layers = reader.encoder.layers
    groups: list[dict[str, object]] = [
        {"params": list(layer.parameters()), "lr": rate * SLOWER ** (len(layers) - 1 - at)}
        for at, layer in enumerate(layers)
    ]
    new = [weight for name, weight in reader.named_parameters() if not name.startswith("encoder.")]
    return [*groups, {"params": new, "lr": NEW * rate}]


def taught(reader: Reader, batch: tuple[Tensor, ...]) -> float:
    rows, given, kind, wanted, tags = batch
    hidden = (torch.rand(rows.shape) < HIDDEN) & (rows > encoder.UNKNOWN)
    with torch.autocast("cpu", torch.bfloat16):
        symbols, begins, ends, *tagged = reader(rows.masked_fill(hidden, encoder.UNKNOWN), given, kind)
    parts = [
        functional.cross_entropy(
            scores.flatten(0, 1), wanted[:, :, at].flatten(), ignore_index=_NOT, reduction="sum", label_smoothing=smooth
        )
        for at, (scores, smooth) in enumerate(((symbols, 0.02), (begins, 0.0), (ends, 0.0)))
    ]
    loss = torch.stack(parts).sum() / (wanted != _NOT).sum()
    for at, scores in enumerate(tagged):
        loss = loss + TAGS * functional.cross_entropy(scores.flatten(0, 1), tags[:, :, at].flatten(), ignore_index=_NOT)
    loss.backward()
    return float(loss.detach())


def batches(made: Sequence[Example], random: Random) -> Iterator[tuple[Tensor, ...]]:
    """Wishes of like lengths together, in a random order."""
    rows = [found for example in made if (found := numbers(example)) is not None]
    rows.sort(key=lambda row: (_up(len(row[0]), PLACES), _up(len(row[1]), TURNS), random.random()))
    groups = [rows[at : at + BATCH] for at in range(0, len(rows), BATCH)]
    random.shuffle(groups)
    for group in groups:
        places = _up(max(len(row[0]) for row in group), PLACES)
        turns = _up(max(len(row[1]) for row in group), TURNS)
        pieces = torch.full((BATCH, places), encoder.PADDING)
        given, kind = torch.zeros(BATCH, turns, dtype=torch.long), torch.zeros(BATCH, turns, dtype=torch.long)
        wanted = torch.full((BATCH, turns, 3), _NOT)
        tags = torch.full((BATCH, places, 2), _NOT)
        pieces[:, :2] = torch.tensor([encoder.BEGIN, encoder.END])
        for at, (own, written) in enumerate(group):
            pieces[at, : len(own)] = torch.tensor(own)
            tags[at, : len(own)] = torch.tensor(tagged(len(own), written))
            for turn, (before, what, value) in enumerate(written):
                given[at, turn], kind[at, turn] = before[1], before[0]
                wanted[at, turn, what] = value
        yield pieces, given, kind, wanted, tags


def tagged(length: int, written: Sequence[tuple[tuple[int, int], int, int]]) -> list[tuple[int, int]]:
    """Of each piece the symbol of the slot that it fills and of the act that it belongs to; 0 for none."""
    found = [[0, 0] for _ in range(length)]
    symbol = first = 0
    for _, kind, number in written:
        if kind == 0:
            symbol = number
        elif kind == 1:
            first = number
        else:
            for place in range(first, number + 1):
                found[place][SYMBOLS[symbol].startswith("act:")] = symbol
    return [(slot, act) for slot, act in found]


def numbers(example: Example) -> tuple[list[int], list[tuple[tuple[int, int], int, int]]] | None:
    """Pieces, and of each turn what went before (its kind and number), the kind of what is wanted, and its number."""
    found = encoder.pieces().cut(example.text)
    if not 0 < len(found) <= LONGEST:
        return None
    turns: list[tuple[tuple[int, int], int, int]] = []
    before = (0, NUMBER[BEGIN])
    for symbol in example.row:
        if isinstance(symbol, str):
            turns.append((before, 0, NUMBER[symbol]))
            before = (0, NUMBER[symbol])
            continue
        held = [at for at, piece in enumerate(found) if piece.end > symbol[0] and piece.start < symbol[1]]
        if not held:
            return None
        for kind, place in ((1, held[0] + 1), (2, held[-1] + 1)):
            turns.append((before, kind, place))
            before = (kind, place)
    return ([encoder.BEGIN, *(piece.number for piece in found), encoder.END], turns) if len(turns) <= MOST else None


def _up(length: int, shapes: Sequence[int]) -> int:
    return next(shape for shape in shapes if shape >= length)


if __name__ == "__main__":
    main()
