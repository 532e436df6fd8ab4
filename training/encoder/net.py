"""The encoder in PyTorch, to be taught further: begins with the first layers of multilingual-e5-small.

`stored` writes what `deskhand.words.stored` reads. The vectors of pieces stay as they are: readers share them.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from deskhand.words.encoder import PADDING, table
from deskhand.words.layers import HEADS
from deskhand.words.stored import Stored, eighths, matrix

BASE = Path(__file__).parents[1] / "data/e5.npz"
WIDTH, WIDER = 384, 1536
_NAMES = (("said", "ao"), ("wide", "fi"), ("narrow", "fo"), ("after_said", "aln"), ("after_narrow", "oln"))


class Layer(nn.Module):
    def __init__(self, dropped: float) -> None:
        super().__init__()
        self.looks = nn.Linear(WIDTH, 3 * WIDTH)
        self.said = nn.Linear(WIDTH, WIDTH)
        self.after_said = nn.LayerNorm(WIDTH, eps=1e-12)
        self.wide = nn.Linear(WIDTH, WIDER)
        self.narrow = nn.Linear(WIDER, WIDTH)
        self.after_narrow = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = nn.Dropout(dropped)

    def forward(self, x: Tensor, masked: Tensor) -> Tensor:
        """``x`` is texts × places × width; ``masked`` is true at padding."""
        count, length, _ = x.shape
        query, key, value = self.looks(x).view(count, length, 3, HEADS, -1).permute(2, 0, 3, 1, 4)
        heard = attended(query, key, value, ~masked[:, None, None, :])
        x = self.after_said(x + self.drop(self.said(heard.transpose(1, 2).reshape(count, length, WIDTH))))
        return self.after_narrow(x + self.drop(self.narrow(functional.gelu(self.wide(x), approximate="tanh"))))


def attended(query: Tensor, key: Tensor, value: Tensor, seen: Tensor) -> Tensor:
    """Attention by hand: on two cores the fused one takes three times as long to go back through."""
    scores = query @ key.transpose(2, 3) / math.sqrt(query.shape[-1])
    return scores.masked_fill(~seen, -1e4).softmax(-1).to(value.dtype) @ value


class Encoder(nn.Module):
    """``which``: the numbers of the layers to begin with, of 12."""

    def __init__(self, which: Sequence[int] = range(6), dropped: float = 0.1, base: Path = BASE) -> None:
        super().__init__()
        vectors = table()
        self.register_buffer(
            "vectors", torch.tensor(vectors.numbers.astype(np.float32) * vectors.steps[:, None]), False
        )
        self.register_buffer("places", torch.tensor(vectors.places), False)
        self.first = nn.LayerNorm(WIDTH, eps=1e-12)
        self.first.weight.data = torch.tensor(vectors.first.weight)
        self.first.bias.data = torch.tensor(vectors.first.bias)
        self.first.requires_grad_(False)
        self.drop = nn.Dropout(dropped)
        self.layers = nn.ModuleList(Layer(dropped) for _ in which)
        with np.load(base) as stored:
            for layer, at in zip(self.layers, which, strict=True):
                _begin(layer, at, stored)

    def forward(self, rows: Tensor) -> Tensor:
        """Numbers of pieces, texts × places, filled up with `PADDING`."""
        masked = rows == PADDING
        x = self.drop(self.first(self.vectors[rows] + self.places[: rows.shape[1]]))
        for layer in self.layers:
            x = layer(x, masked)
        return x

    def stored(self) -> dict[str, NDArray[Any]]:
        kept: dict[str, NDArray[Any]] = {"layers": np.array(len(self.layers))}
        for at, layer in enumerate(self.layers):
            kept |= parts(str(at), layer)
        return kept


def go_on(reader: nn.Module, kept: Stored) -> None:
    """From weights as `stored` has written them, and not from the encoder's own: what ships can be taught further."""
    for name, part in reader.named_modules():
        own = name.removeprefix("encoder.layers.")
        if not isinstance(part, (nn.Linear, nn.LayerNorm)) or f"{own}.weight" not in kept:
            continue
        weight = matrix(kept, f"{own}.weight").T if isinstance(part, nn.Linear) else kept[f"{own}.weight"]
        with torch.no_grad():
            part.weight.copy_(torch.tensor(weight.astype(np.float32)))
            part.bias.copy_(torch.tensor(kept[f"{own}.bias"].astype(np.float32)))


def _begin(layer: nn.Module, at: int, stored: Mapping[str, NDArray[Any]]) -> None:
    parts = dict(layer.named_children())

    def put(part: nn.Module, weight: NDArray[Any], bias: NDArray[Any]) -> None:
        part.weight.data = torch.tensor(weight.astype(np.float32))
        part.bias.data = torch.tensor(bias.astype(np.float32))

    looks = [(stored[f"l{at}.{name}.w"], stored[f"l{at}.{name}.b"]) for name in "qkv"]
    put(parts["looks"], np.concatenate([weight for weight, _ in looks]), np.concatenate([bias for _, bias in looks]))
    for name, theirs in _NAMES:
        put(parts[name], stored[f"l{at}.{theirs}.w"], stored[f"l{at}.{theirs}.b"])


def parts(name: str, layer: nn.Module) -> dict[str, NDArray[Any]]:
    """All matrices and norms of a layer, each under its own name behind the layer's."""
    kept: dict[str, NDArray[Any]] = {}
    for own, part in layer.named_children():
        if isinstance(part, nn.Linear):
            kept |= linear(f"{name}.{own}", part)
        elif isinstance(part, nn.LayerNorm):
            kept |= norm(f"{name}.{own}", part)
    return kept


def linear(name: str, part: nn.Linear) -> dict[str, NDArray[Any]]:
    """A matrix in 8 bits, as `deskhand.words.stored.linear` reads it."""
    weight, step = eighths(part.weight.detach().float().numpy().T)
    return {f"{name}.weight": weight, f"{name}.weight.step": step, f"{name}.bias": _half(part.bias)}


def norm(name: str, part: nn.LayerNorm) -> dict[str, NDArray[Any]]:
    return {f"{name}.weight": _half(part.weight), f"{name}.bias": _half(part.bias)}


def _half(value: Tensor) -> NDArray[Any]:
    return value.detach().float().numpy().astype(np.float16)
