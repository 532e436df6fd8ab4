"""The reader of labels in PyTorch: layers of the shared encoder and one linear layer, and how they are taught.

Run with PYTHONPATH=src:training/encoder, in whose ``net`` the encoder stands.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from random import Random
from typing import Any

import numpy as np
import torch
from lessons import CONSEQUENCES, Lesson
from net import WIDTH, Encoder, go_on, linear
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from deskhand.guard.consequence.learned import ROOM, row
from deskhand.guard.consequence.seen import Seen
from deskhand.words.encoder import PADDING
from deskhand.words.stored import Stored

LENGTHS = (18, 24, 30, 36, 42, 48, 54, sum(ROOM) + 4)
"""Places in a batch: few shapes, for which the arithmetic is made ready once."""
BATCH = 32


@dataclass(frozen=True)
class Plan:
    layers: int = 6
    epochs: int = 5
    rate: float = 2e-4
    dropped: float = 0.1
    seed: int = 1


class Reader(nn.Module):
    def __init__(self, plan: Plan) -> None:
        super().__init__()
        self.encoder = Encoder(range(plan.layers), plan.dropped)
        self.drop = nn.Dropout(plan.dropped)
        self.head = nn.Linear(2 * WIDTH, 1 + len(CONSEQUENCES))

    def forward(self, rows: Tensor, own: Tensor) -> Tensor:
        """``own``: 1 at the pieces of the label, texts × places."""
        x = self.encoder(rows)
        mean = (x * own[..., None]).sum(1) / own.sum(1, keepdim=True)
        return self.head(self.drop(torch.cat([x[:, 0], mean], -1)))

    def stored(self) -> dict[str, NDArray[Any]]:
        return {**self.encoder.stored(), **linear("head", self.head)}


def varied(seen: Seen, chance: Random) -> Seen:
    """The same with less around it: no two programs tell the same of a thing."""
    around = [text for text in seen.around if chance.random() > 0.2]
    if chance.random() < 0.3:
        chance.shuffle(around)
    return replace(
        seen,
        around=tuple(around) if chance.random() > 0.12 else (),
        title=seen.title if chance.random() > 0.2 else "",
        kind=seen.kind if chance.random() > 0.06 else "text",
    )


def rows_of(every: Sequence[Seen]) -> tuple[Tensor, Tensor]:
    given_all = [row(one) for one in every]
    length = next(room for room in LENGTHS if room >= max(len(given) for given, _ in given_all))
    rows = np.full((len(every), length), PADDING)
    own = np.zeros((len(every), length), np.float32)
    for at, (given, end) in enumerate(given_all):
        rows[at, : len(given)] = given
        own[at, 1:end] = 1
    return torch.from_numpy(rows), torch.from_numpy(own)


def loss_of(said: Tensor, some: Sequence[Lesson]) -> Tensor:
    ask = torch.tensor([0.5 if one.ask is None else 0.97 if one.ask else 0.03 for one in some])
    sure = torch.tensor([0.2 if one.ask is None else 1.0 for one in some])
    means = torch.tensor([[name in one.means for name in CONSEQUENCES] for one in some], dtype=torch.float32)
    given = means.sum(1, keepdim=True)
    means = (0.95 * means / given.clamp(min=1) + 0.05 / len(CONSEQUENCES)) * (given > 0)
    asked = functional.binary_cross_entropy_with_logits(said[:, 0], ask, weight=sure)
    return asked + 0.5 * functional.cross_entropy(said[:, 1:], means)


def taught(every: Sequence[Lesson], plan: Plan, begin: Stored | None = None) -> Reader:
    """``begin``: weights to go on from."""
    torch.manual_seed(plan.seed)
    chance = Random(plan.seed)
    reader = Reader(plan)
    if begin is not None:
        go_on(reader, begin)
    body = [p for p in reader.encoder.parameters() if p.requires_grad]
    optimizer = torch.optim.AdamW(
        [{"params": body, "lr": plan.rate}, {"params": reader.head.parameters(), "lr": 1e-3}],
        weight_decay=0.01,
        fused=True,
    )
    steps = plan.epochs * (len(every) // BATCH)
    rate = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / (0.08 * steps), max(0.0, (steps - step) / (0.92 * steps)))
    )
    for epoch in range(plan.epochs):
        began, total = time.time(), 0.0
        order = [replace(one, seen=varied(one.seen, chance)) for one in chance.sample(every, len(every))]
        for some in batches(order, chance):
            with torch.autocast("cpu", torch.bfloat16):
                said = reader(*rows_of([one.seen for one in some]))
            loss = loss_of(said.float(), some)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
            optimizer.step()
            rate.step()
            total += loss.item()
        print(f"epoch {epoch + 1}: loss {total / (len(order) // BATCH):.3f}, {time.time() - began:.0f} s", flush=True)
    return reader.eval()


def batches(order: Sequence[Lesson], chance: Random) -> list[list[Lesson]]:
    """Of lessons of like length, in any order."""
    found: list[list[Lesson]] = []
    for at in range(0, len(order), 8 * BATCH):
        near = sorted(order[at : at + 8 * BATCH], key=lambda one: len(row(one.seen)[0]))
        found += [near[start : start + BATCH] for start in range(0, len(near) - BATCH + 1, BATCH)]
    return chance.sample(found, len(found))


@torch.no_grad()
def said_of(weights: Stored, every: Sequence[Seen]) -> tuple[NDArray[Any], NDArray[Any]]:
    """Of each, how likely it is to be asked, and how likely each consequence is, by weights in 8 bits as they ship."""
    reader = Reader(Plan())
    go_on(reader, weights)
    reader.eval()
    asks, means = [], []
    for at in range(0, len(every), BATCH):
        part = [*every[at : at + BATCH]]
        with torch.autocast("cpu", torch.bfloat16):
            said = reader(*rows_of(part + [part[0]] * (BATCH - len(part)))).float()[: len(part)]
        asks.append(torch.sigmoid(said[:, 0]).numpy())
        means.append(torch.softmax(said[:, 1:], 1).numpy())
    return np.concatenate(asks), np.concatenate(means)
