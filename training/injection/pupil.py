"""The reader of orders in PyTorch: six layers that begin as multilingual-e5-small's, one number for each sentence."""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import Any

import numpy as np
import torch
import torch.nn.functional as F
from lessons import Lesson
from net import WIDTH, Encoder, linear
from numpy.typing import NDArray
from torch import Tensor, nn

from deskhand.words.encoder import PADDING

LAYERS = (0, 1, 2, 3, 4, 5)
SHAPES = (32, 64, 96, 128)
"""Lengths of rows; fixed shapes are much faster."""
TOKENS = 4096
"""Pieces of a batch."""
OUT, WARM = 5, 150
"""How much faster the last layer learns; steps until the rate is full."""
SMOOTH = 0.02
SEED = 7


class Pupil(nn.Module):
    def __init__(self, layers: Sequence[int] = LAYERS) -> None:
        super().__init__()
        torch.manual_seed(SEED)
        self.encoder = Encoder(layers)
        self.out = nn.Linear(2 * WIDTH, 1)
        nn.init.normal_(self.out.weight, std=0.02)
        nn.init.zeros_(self.out.bias)

    def forward(self, rows: Tensor, places: Tensor) -> Tensor:
        """``places``: of each sentence its row, the place of the `END` before it, and of its own."""
        x = self.encoder(rows).float()
        row, before, end = places.T
        sums = torch.cat([torch.zeros_like(x[:, :1]), x.cumsum(1)], dim=1)
        whole = (sums[row, end] - sums[row, before + 1]) / (end - before - 1).clamp(min=1)[:, None]
        return self.out(torch.cat([x[row, end], whole], dim=1))[:, 0]

    def stored(self) -> dict[str, NDArray[Any]]:
        return self.encoder.stored() | linear("out", self.out)


def places_of(some: Sequence[Lesson]) -> Tensor:
    return torch.tensor(
        [
            (row, before, end)
            for row, lesson in enumerate(some)
            for before, end in zip(lesson.passage.ends, lesson.passage.ends[1:], strict=False)
        ]
    )


def padded(some: Sequence[Lesson], length: int) -> Tensor:
    rows = torch.full((len(some), length), PADDING)
    for at, lesson in enumerate(some):
        rows[at, : len(lesson.passage.row)] = torch.tensor(lesson.passage.row)
    return rows


def taught(pupil: Pupil, given: Sequence[Lesson], rate: float) -> Pupil:
    """One thread, one seed: the same every time."""
    torch.set_num_threads(1)
    batches = _batches(given, np.random.default_rng(SEED))
    optimizer = torch.optim.AdamW(
        [
            {"params": [p for p in pupil.encoder.parameters() if p.requires_grad], "most": rate},
            {"params": list(pupil.out.parameters()), "most": OUT * rate},
        ],
        rate,
        weight_decay=0.01,
    )
    pupil.train()
    began, losses = time.process_time(), []
    for at, (length, some) in enumerate(batches):
        for group in optimizer.param_groups:
            group["lr"] = group["most"] * min(1, (at + 1) / WARM) * (1 - at / len(batches))
        with torch.autocast("cpu", torch.bfloat16):
            sums = pupil(padded(some, length), places_of(some)).float()
        y = torch.tensor([label for lesson in some for label in lesson.labels]) * (1 - SMOOTH) + SMOOTH / 2
        w = torch.tensor([weight for lesson in some for weight in lesson.weights])
        loss = (F.binary_cross_entropy_with_logits(sums, y, reduction="none") * w).sum() / w.sum().clamp(min=1)
        optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(pupil.parameters(), 1.0)
        optimizer.step()
        losses.append(float(loss.detach()))
        if at % 100 == 99:
            used = time.process_time() - began
            print(f"  {at + 1} of {len(batches)}: {np.mean(losses[-100:]):.4f}, {used:.0f} s", flush=True)
    return pupil.eval()


def _batches(given: Sequence[Lesson], rng: np.random.Generator) -> list[tuple[int, list[Lesson]]]:
    """All lessons once, in batches of one shape; what fills no batch is left out."""
    by_length: dict[int, list[Lesson]] = {}
    for at in rng.permutation(len(given)):
        length = next(shape for shape in SHAPES if len(given[at].passage.row) <= shape)
        by_length.setdefault(length, []).append(given[at])
    out = [
        (length, some[begin : begin + TOKENS // length])
        for length, some in sorted(by_length.items())
        for begin in range(0, len(some) - TOKENS // length + 1, TOKENS // length)
    ]
    return [out[at] for at in rng.permutation(len(out))]
