"""The reader's network as PyTorch trains it; `deskhand.models.local.understand.learned.network` computes the same."""

from __future__ import annotations

import math

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from deskhand.models.local.understand.learned.symbols import LONGEST, MOST, SYMBOLS
from deskhand.models.local.understand.learned.tokens import BUCKETS

TURNS = MOST * 2


class Layer(nn.Module):
    """Reads itself; the writing ones also look at what was read."""

    def __init__(self, width: int, heads: int, *, looks: bool) -> None:
        super().__init__()
        self.heads, self.looks = heads, looks
        self.first, self.second = nn.LayerNorm(width), nn.LayerNorm(width)
        self.mixed, self.joined = nn.Linear(width, 3 * width), nn.Linear(width, width)
        self.wide, self.narrow = nn.Linear(width, 4 * width), nn.Linear(4 * width, width)
        if looks:
            self.third = nn.LayerNorm(width)
            self.asks, self.memory, self.told = (
                nn.Linear(width, width),
                nn.Linear(width, 2 * width),
                nn.Linear(width, width),
            )

    def forward(self, x: Tensor, mask: Tensor | None, memory: Tensor | None, seen: Tensor | None) -> Tensor:
        q, k, v = self.mixed(self.first(x)).chunk(3, -1)
        x = x + self.joined(self._attend(q, k, v, mask))
        if self.looks:
            assert memory is not None
            k, v = self.memory(memory).chunk(2, -1)
            x = x + self.told(self._attend(self.asks(self.third(x)), k, v, seen))
        return x + self.narrow(F.relu(self.wide(self.second(x))))

    def _attend(self, q: Tensor, k: Tensor, v: Tensor, mask: Tensor | None) -> Tensor:
        def parted(t: Tensor) -> Tensor:
            return t.view(t.shape[0], t.shape[1], self.heads, -1).transpose(1, 2)

        # By hand: on this kind of CPU the fused one takes four times as long to go back through.
        q, k, v = parted(q), parted(k), parted(v)
        scores = q @ k.transpose(2, 3) / math.sqrt(q.shape[-1])
        if mask is not None:
            scores = scores.masked_fill(~mask, -1e4)
        out = scores.softmax(-1) @ v
        return out.transpose(1, 2).flatten(2)


class Reader(nn.Module):
    def __init__(self, width: int = 128, heads: int = 4, reads: int = 3, writes: int = 2, slim: int = 96) -> None:
        super().__init__()
        self.width, self.heads = width, heads
        self.table = nn.Parameter(torch.randn(BUCKETS, slim) * 0.3)
        self.into = nn.Linear(slim, width)
        self.places = nn.Parameter(torch.randn(LONGEST, width) * 0.1)
        self.near = nn.Conv1d(width, width, 5, padding=2)
        self.reads = nn.ModuleList(Layer(width, heads, looks=False) for _ in range(reads))
        self.read = nn.LayerNorm(width)
        self.symbols = nn.Parameter(torch.randn(len(SYMBOLS), width) * 0.3)
        self.turns = nn.Parameter(torch.randn(TURNS, width) * 0.1)
        self.writes = nn.ModuleList(Layer(width, heads, looks=True) for _ in range(writes))
        self.written = nn.LayerNorm(width)
        self.symbol = nn.Linear(width, len(SYMBOLS))
        self.starts, self.ends = nn.Linear(width, width), nn.Linear(width, width)
        self.began, self.ended = nn.Linear(width, width), nn.Linear(width, width)

    def forward(self, features: Tensor, given: Tensor, kind: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """``features``: batch × tokens × rows (0: none). ``given``: batch × turns, the symbol or token put in before
        each turn; ``kind``: 0 a symbol, 1 a start, 2 an end. Returns scores of symbols, of starts and of ends."""
        there = features > 0
        bag = (F.embedding(features, self.table) * there[..., None]).sum(2) / there.sum(2).clamp(min=1).sqrt()[
            ..., None
        ]
        x = self.into(bag) + self.places[: features.shape[1]]
        tokens = there.any(2)
        x = x * tokens[..., None]
        x = x + F.relu(self.near(x.transpose(1, 2)).transpose(1, 2))
        seen = tokens[:, None, None, :]
        for layer in self.reads:
            x = layer(x, seen, None, None)
        memory = self.read(x)
        inside = given.clamp(max=memory.shape[1] - 1)[..., None].expand(-1, -1, self.width)
        pointed = memory.gather(1, inside)
        y = torch.where(
            (kind == 0)[..., None],
            F.embedding(given * (kind == 0), self.symbols),
            torch.where((kind == 1)[..., None], self.began(pointed), self.ended(pointed)),
        )
        y = y + self.turns[: given.shape[1]]
        size = given.shape[1]
        causal = torch.ones(size, size, dtype=torch.bool).tril()[None, None]
        for layer in self.writes:
            y = layer(y, causal, memory, seen)
        y = self.written(y)
        hidden = ~tokens[:, None, :]
        scale = math.sqrt(self.width)
        starts = (y @ self.starts(memory).transpose(1, 2) / scale).float().masked_fill(hidden, -1e4)
        ends = (y @ self.ends(memory).transpose(1, 2) / scale).float().masked_fill(hidden, -1e4)
        return self.symbol(y).float(), starts, ends
