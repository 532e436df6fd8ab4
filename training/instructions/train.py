"""Trains the learned reader: makes instructions without end, reads them, writes ``reader.npz``.

python training/instructions/train.py --minutes 25        # needs torch; on 2 CPUs
"""

# ruff: noqa: E501
from __future__ import annotations

import argparse
import math
import multiprocessing
import random
import time
from multiprocessing.queues import Queue
from pathlib import Path

import numpy as np
import torch
from make import Maker, Sample
from model import Reader
from numpy.typing import NDArray
from torch.nn import functional as F

from deskhand.models.local.understand.learned.symbols import BEGIN, DONE, LONGEST, NUMBER, Symbol
from deskhand.models.local.understand.learned.tokens import FEATURES, features

TARGET = Path(__file__).parents[2] / "src/deskhand/models/local/understand/learned/reader.npz"
SHAPES = ((24, 20, 144), (40, 28, 112), (72, 44, 64), (LONGEST, 72, 32))
"""Tokens, turns and batch: each new shape costs seconds of preparation, so there are four."""
BATCHES = 300
"""Batches waiting at most."""

KEPT = 600
"""Batches kept to be read again."""

Batch = tuple[NDArray[np.int32], NDArray[np.int32], NDArray[np.int32], NDArray[np.int32]]


def turns(answer: list[Symbol]) -> tuple[list[int], list[int], list[int]]:
    """What is put in before each turn and its kind, and what is to come out."""
    given, kind, wanted = [NUMBER[BEGIN]], [0], list[int]()
    for symbol in answer:
        if isinstance(symbol, tuple):
            wanted += symbol
            given += symbol
            kind += [1, 2]
        else:
            wanted.append(NUMBER[symbol])
            given.append(NUMBER[symbol])
            kind.append(0)
    wanted.append(NUMBER[DONE])
    return given, kind, wanted


def batch(samples: list[Sample], shape: tuple[int, int, int], rng: random.Random) -> Batch:
    long, most, _ = shape
    rows = np.zeros((len(samples), long, FEATURES), np.int32)
    given, kind, wanted = (np.zeros((len(samples), most), np.int32) for _ in range(3))
    wanted -= 1
    for index, sample in enumerate(samples):
        for place, token in enumerate(sample.tokens):
            found = features(token.text, sample.atoms)
            if len(found) > 4 and rng.random() < 0.08:
                found = found[1:]  # a word never met before: only its letters tell
            rows[index, place, : len(found)] = found
        for array, values in zip((given, kind, wanted), turns(sample.answer), strict=True):
            array[index, : len(values)] = values
    return rows, given, kind, wanted


def produce(seed: int, out: Queue[tuple[int, Batch]], refused: float) -> None:
    """Runs in a process of its own."""
    maker, rng = Maker(seed), random.Random(seed)
    waiting: list[list[Sample]] = [[] for _ in SHAPES]
    while True:
        sample = maker.sample("ja" if rng.random() < 0.5 else "en", refused=refused)
        needs = len(turns(sample.answer)[2])
        fits = [i for i, (long, most, _) in enumerate(SHAPES) if len(sample.tokens) <= long and needs <= most]
        if not fits:
            continue
        waiting[fits[0]].append(sample)
        if len(waiting[fits[0]]) == SHAPES[fits[0]][2]:
            out.put((fits[0], batch(waiting[fits[0]], SHAPES[fits[0]], rng)))
            waiting[fits[0]] = []


def following(queue: Queue[tuple[int, Batch]], kept: list[Batch], rng: random.Random) -> Batch:
    """The next batch; an earlier one again rather than to wait for it on a busy machine."""
    if queue.empty() and len(kept) > 60:
        return rng.choice(kept)
    data = queue.get()[1]
    kept.append(data)
    if len(kept) > KEPT:
        kept.pop(rng.randrange(len(kept)))
    return data


def loss_of(model: Reader, data: Batch) -> tuple[torch.Tensor, float]:
    rows, given, kind, wanted = (torch.from_numpy(array).long() for array in data)
    with torch.autocast("cpu", torch.bfloat16):
        symbols, starts, ends = model(rows, given, kind)
    # A slot calls for a start, a start for an end, all else for a symbol.
    turn = torch.where(kind == 1, 2, 0)
    slots = torch.tensor([symbol.endswith("=") for symbol in NUMBER])
    turn = torch.where((kind == 0) & slots[given.clamp(max=len(NUMBER) - 1)], 1, turn)
    total, right = torch.zeros(()), wanted >= 0
    count = right.sum()
    exact = torch.ones(len(wanted), dtype=torch.bool)
    for number, scores in enumerate((symbols, starts, ends)):
        here = right & (turn == number)
        total = total + F.cross_entropy(scores[here], wanted[here], reduction="sum")
        exact &= ((scores.argmax(-1) == wanted) | ~here).all(1)
    return total / count, exact.float().mean().item()


def packed(model: Reader) -> dict[str, NDArray[np.generic]]:
    """Matrices as bytes, one scale a row."""
    stored: dict[str, NDArray[np.generic]] = {"heads": np.asarray(model.heads)}
    for name, value in model.state_dict().items():
        array = value.detach().float().numpy()
        if array.ndim < 2:
            stored[name] = array
            continue
        scale = np.abs(array.reshape(len(array), -1)).max(axis=1) / 127 + 1e-12
        stored[name] = np.round(array.reshape(len(array), -1) / scale[:, None]).astype(np.int8).reshape(array.shape)
        stored[f"{name}:scale"] = scale.astype(np.float32)
    return stored


def store(model: Reader, out: Path) -> None:
    torch.save(model.state_dict(), out.with_suffix(".pt"))
    np.savez_compressed(out, **packed(model))


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--minutes", type=float, default=25)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--threads", type=int, default=1)
    options.add_argument("--producers", type=int, default=1)
    options.add_argument("--refused", type=float, default=0.14)
    options.add_argument("--out", type=Path, default=TARGET)
    options.add_argument("--start", type=Path, help="go on from these weights (.pt)")
    chosen = options.parse_args()
    torch.manual_seed(chosen.seed)
    torch.set_num_threads(chosen.threads)
    model = Reader()
    if chosen.start:
        model.load_state_dict(torch.load(chosen.start))
    print(f"{sum(p.numel() for p in model.parameters()) / 1e6:.1f} million numbers", flush=True)
    queue: Queue[tuple[int, Batch]] = multiprocessing.Queue(BATCHES)
    makers = [
        multiprocessing.Process(target=produce, args=(chosen.seed * 100 + n, queue, chosen.refused), daemon=True)
        for n in range(chosen.producers)
    ]
    for maker in makers:
        maker.start()
    peak = 1.5e-3 if not chosen.start else 5e-4
    optimiser = torch.optim.AdamW(model.parameters(), lr=peak, betas=(0.9, 0.98), weight_decay=0.02)
    kept: list[Batch] = []
    rng = random.Random(chosen.seed)
    began, seen, step, mean_loss, mean_exact = time.monotonic(), 0, 0, 0.0, 0.0
    model.train()
    while (spent := (time.monotonic() - began) / 60 / chosen.minutes) < 1:
        step += 1
        rate = peak * min(step / 150, 1) * (0.5 + 0.5 * math.cos(math.pi * min(spent, 1)) + 0.01)
        for group in optimiser.param_groups:
            group["lr"] = rate
        data = following(queue, kept, rng)
        loss, exact = loss_of(model, data)
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimiser.step()
        seen += len(data[0])
        mean_loss = loss.item() if step == 1 else mean_loss * 0.98 + loss.item() * 0.02
        mean_exact = mean_exact * 0.98 + exact * 0.02
        if step % 100 == 0:
            minutes = (time.monotonic() - began) / 60
            store(model, chosen.out)
            print(f"{minutes:5.1f} min  {seen:7d} read  loss {mean_loss:.3f}  whole answers {mean_exact:.3f}  waiting {queue.qsize()}", flush=True)  # fmt: skip
    for maker in makers:
        maker.terminate()
    store(model, chosen.out)
    print(
        f"{seen} instructions in {(time.monotonic() - began) / 60:.1f} minutes; {chosen.out.stat().st_size / 1e6:.1f} MB"
    )


if __name__ == "__main__":
    main()
