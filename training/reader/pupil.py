"""The reader in PyTorch; `deskhand.models.local.understand.pointing.network` computes the same."""

from __future__ import annotations

import math
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from deskhand.models.local.understand.pointing.symbols import MOST, SYMBOLS
from deskhand.words.encoder import PADDING
from deskhand.words.layers import HEADS
from deskhand.words.stored import Stored, eighths, matrix

sys.path.insert(0, str(Path(__file__).parents[1] / "encoder"))
from net import WIDER, WIDTH, Encoder, attended, go_on, linear, norm, parts


class Writes(nn.Module):
    def __init__(self, dropped: float) -> None:
        super().__init__()
        self.first, self.second, self.third = (nn.LayerNorm(WIDTH, eps=1e-12) for _ in range(3))
        self.looks, self.said = nn.Linear(WIDTH, 3 * WIDTH), nn.Linear(WIDTH, WIDTH)
        self.asks, self.memory, self.told = (
            nn.Linear(WIDTH, WIDTH),
            nn.Linear(WIDTH, 2 * WIDTH),
            nn.Linear(WIDTH, WIDTH),
        )
        self.wide, self.narrow = nn.Linear(WIDTH, WIDER), nn.Linear(WIDER, WIDTH)
        self.drop = nn.Dropout(dropped)

    def forward(self, x: Tensor, wish: Tensor, there: Tensor) -> Tensor:
        causal = torch.ones(x.shape[1], x.shape[1], dtype=torch.bool).tril()[None, None]
        query, key, value = (_parted(part) for part in self.looks(self.first(x)).chunk(3, -1))
        heard = attended(query, key, value, causal)
        x = x + self.drop(self.said(heard.transpose(1, 2).flatten(2)))
        key, value = (_parted(part) for part in self.memory(wish).chunk(2, -1))
        query = _parted(self.asks(self.second(x)))
        heard = attended(query, key, value, there[:, None, None, :])
        x = x + self.drop(self.told(heard.transpose(1, 2).flatten(2)))
        return x + self.drop(self.narrow(functional.gelu(self.wide(self.third(x)), approximate="tanh")))


def _parted(x: Tensor) -> Tensor:
    return x.view(x.shape[0], x.shape[1], HEADS, -1).transpose(1, 2)


class Reader(nn.Module):
    def __init__(self, which: Sequence[int] = range(6), writes: int = 2, dropped: float = 0.1) -> None:
        super().__init__()
        self.encoder = Encoder(which, dropped)
        self.writes = nn.ModuleList(Writes(dropped) for _ in range(writes))
        self.symbols = nn.Parameter(torch.randn(len(SYMBOLS), WIDTH) * 0.1)
        self.turns = nn.Parameter(torch.randn(MOST, WIDTH) * 0.02)
        self.written = nn.LayerNorm(WIDTH, eps=1e-12)
        self.symbol = nn.Linear(WIDTH, len(SYMBOLS))
        self.begins, self.ends = nn.Linear(WIDTH, WIDTH), nn.Linear(WIDTH, WIDTH)
        self.began, self.ended = nn.Linear(WIDTH, WIDTH), nn.Linear(WIDTH, WIDTH)
        self.slot, self.act = nn.Linear(WIDTH, len(SYMBOLS)), nn.Linear(WIDTH, len(SYMBOLS))
        self.drop = nn.Dropout(dropped)

    def forward(self, rows: Tensor, given: Tensor, kind: Tensor) -> tuple[Tensor, ...]:
        """``rows``: wishes × places. ``given``: wishes × turns, the symbol or the place that went before each turn;
        ``kind``: 0 where that was a symbol, 1 the first piece of something, 2 the last. Scores of symbols, of first
        pieces and of last ones; and of each
        piece the slot it fills and the act it belongs to, which are only taught."""
        wish = self.encoder(rows)
        there = rows != PADDING
        pointed = wish.gather(1, given.clamp(max=rows.shape[1] - 1)[..., None].expand(-1, -1, WIDTH))
        symbols = functional.embedding(given * (kind == 0), self.symbols)
        own = torch.where((kind == 1)[..., None], self.began(pointed), self.ended(pointed))
        x = self.drop(
            torch.where((kind == 0)[..., None], symbols, own.to(symbols.dtype)) + self.turns[: given.shape[1]]
        )
        for layer in self.writes:
            x = layer(x, wish, there)
        x = self.written(x)
        hidden = ~there[:, None, :]
        begins, ends = (
            (x @ part(wish).transpose(1, 2) / math.sqrt(WIDTH)).float().masked_fill(hidden, -1e4)
            for part in (self.begins, self.ends)
        )
        return self.symbol(x).float(), begins, ends, self.slot(wish).float(), self.act(wish).float()

    def stored(self) -> dict[str, NDArray[Any]]:
        kept = self.encoder.stored() | {"writes": np.array(len(self.writes))}
        for at, layer in enumerate(self.writes):
            kept |= parts(f"writes.{at}", layer)
        for name in ("symbol", "begins", "ends", "began", "ended", "slot", "act"):
            kept |= linear(name, getattr(self, name))
        for name in ("symbols", "turns"):
            kept[name], kept[f"{name}.step"] = eighths(getattr(self, name).detach().float().numpy())
        return kept | norm("written", self.written)

    def go_on(self, kept: Stored) -> None:
        """From weights as `stored` has written them, in 8 bits."""
        go_on(self, kept)
        with torch.no_grad():
            for name in ("symbols", "turns"):
                getattr(self, name).copy_(torch.tensor(matrix(kept, name)))


def state_of(path: Path) -> dict[str, Tensor]:
    """What a training left behind (``.pt``), or weights as they ship (``.npz``), whose 8 bits lose next to nothing."""
    if path.suffix != ".npz":
        return dict(torch.load(path, weights_only=True))
    reader = Reader()
    with np.load(path) as kept:
        reader.go_on(dict(kept))
    return dict(reader.state_dict())
