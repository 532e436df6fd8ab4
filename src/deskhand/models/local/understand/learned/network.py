"""The learned reader's arithmetic in NumPy: it reads an instruction's tokens and answers with acts and pointers.

A transformer of 2.9 million numbers, as many bytes: three layers read, two write. It is asked only where grammar and book
refuse, and takes some 40 ms on one CPU, so that no other runtime is worth its loading.
"""

# ruff: noqa: E501
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from deskhand.models.local.understand.learned.symbols import BEGIN, DONE, MOST, NUMBER, SYMBOLS, Symbol, points

Array = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Answer:
    symbols: list[Symbol]
    sure: float
    """The chance the network gives to the whole answer, 0 to 1."""
    least: float
    """The chance of its least sure choice."""


class Network:
    def __init__(self, weights: dict[str, Array], heads: int) -> None:
        self.w = weights
        self.heads = heads
        self.width = int(weights["into.weight"].shape[0])
        self.reads = _layers(weights, "reads")
        self.writes = _layers(weights, "writes")

    def answer(self, features: Sequence[Sequence[int]]) -> Answer | None:
        """The likeliest answer, choice by choice; None when it does not come to an end."""
        memory = self._read(features)
        starts, ends = self._linear(memory, "starts"), self._linear(memory, "ends")
        kept: list[tuple[Array, Array]] = []
        for layer in range(self.writes):
            keys, values = _split(self._linear(memory, f"writes.{layer}.memory"), 2)
            kept.append((keys, values))
        past: list[list[tuple[Array, Array]]] = [[] for _ in range(self.writes)]
        out: list[Symbol] = []
        log, least = 0.0, 1.0
        vector = self.w["symbols"][NUMBER[BEGIN]]
        phase, start = "symbol", 0
        for step in range(MOST * 2):
            state = self._write(vector + self.w["turns"][step], past, kept)
            match phase:
                case "symbol":
                    scores = self._linear(state, "symbol")
                case "start":
                    scores = starts @ state / np.sqrt(self.width)
                case _:
                    scores = ends @ state / np.sqrt(self.width)
                    scores[:start] = -1e9
            chances = _softmax(scores)
            best = int(chances.argmax())
            log += float(np.log(chances[best] + 1e-9))
            least = min(least, float(chances[best]))
            if phase == "symbol":
                symbol = SYMBOLS[best]
                if symbol == DONE:
                    return Answer(out, float(np.exp(log)), least)
                out.append(symbol)
                vector = self.w["symbols"][best]
                phase = "start" if points(symbol) else "symbol"
            elif phase == "start":
                start, phase = best, "end"
                vector = self._linear(memory[best], "began")
            else:
                out.append((start, best))
                vector = self._linear(memory[best], "ended")
                phase = "symbol"
            if step + 1 >= len(self.w["turns"]):
                return None
        return None

    def _read(self, features: Sequence[Sequence[int]]) -> Array:
        """One vector for each token."""
        table = self.w["table"]
        bags = np.stack([table[np.asarray(rows)].sum(axis=0) / np.sqrt(len(rows)) for rows in features])
        x = self._linear(bags, "into") + self.w["places"][: len(features)]
        padded = np.pad(x, ((2, 2), (0, 0)))
        near = sum(
            (padded[offset : offset + len(x)] @ self.w["near.weight"][:, :, offset].T for offset in range(5)),
            start=self.w["near.bias"],
        )
        x = x + np.maximum(near, 0)
        for layer in range(self.reads):
            name = f"reads.{layer}"
            q, k, v = _split(self._linear(self._norm(x, f"{name}.first"), f"{name}.mixed"), 3)
            x = x + self._linear(self._attend(q, k, v), f"{name}.joined")
            x = x + self._feed(self._norm(x, f"{name}.second"), name)
        return self._norm(x, "read")

    def _write(self, x: Array, past: list[list[tuple[Array, Array]]], kept: list[tuple[Array, Array]]) -> Array:
        """The state after one more symbol."""
        x = x[None]
        for layer in range(self.writes):
            name = f"writes.{layer}"
            q, k, v = _split(self._linear(self._norm(x, f"{name}.first"), f"{name}.mixed"), 3)
            past[layer].append((k, v))
            keys = np.concatenate([pair[0] for pair in past[layer]])
            values = np.concatenate([pair[1] for pair in past[layer]])
            x = x + self._linear(self._attend(q, keys, values), f"{name}.joined")
            asked = self._linear(self._norm(x, f"{name}.third"), f"{name}.asks")
            x = x + self._linear(self._attend(asked, *kept[layer]), f"{name}.told")
            x = x + self._feed(self._norm(x, f"{name}.second"), name)
        return np.asarray(self._norm(x, "written")[0], np.float32)

    def _attend(self, q: Array, k: Array, v: Array) -> Array:
        size = self.width // self.heads
        parts = []
        for head in range(self.heads):
            cut = slice(head * size, (head + 1) * size)
            parts.append(_softmax(q[:, cut] @ k[:, cut].T / np.sqrt(size)) @ v[:, cut])
        return np.concatenate(parts, axis=1)

    def _feed(self, x: Array, name: str) -> Array:
        return self._linear(np.maximum(self._linear(x, f"{name}.wide"), 0), f"{name}.narrow")

    def _linear(self, x: Array, name: str) -> Array:
        return np.asarray(x @ self.w[f"{name}.weight"].T + self.w[f"{name}.bias"], np.float32)

    def _norm(self, x: Array, name: str) -> Array:
        centred = x - x.mean(axis=-1, keepdims=True)
        spread = np.sqrt((centred**2).mean(axis=-1, keepdims=True) + 1e-5)
        return np.asarray(centred / spread * self.w[f"{name}.weight"] + self.w[f"{name}.bias"], np.float32)


def _layers(weights: dict[str, Array], name: str) -> int:
    return 1 + max(int(key.split(".")[1]) for key in weights if key.startswith(f"{name}."))


def _split(x: Array, parts: int) -> tuple[Array, ...]:
    return tuple(np.split(x, parts, axis=-1))


def _softmax(scores: Array) -> Array:
    raised = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return np.asarray(raised / raised.sum(axis=-1, keepdims=True), np.float32)


def unpacked(stored: dict[str, NDArray[np.generic]]) -> dict[str, Array]:
    """Weights as they are kept: a matrix as bytes with one scale for each row, the rest as it is."""
    found: dict[str, Array] = {}
    for name, value in stored.items():
        if value.dtype == np.int8:
            rows = np.asarray(value, np.float32).reshape(len(value), -1)
            scale = np.asarray(stored[f"{name}:scale"], np.float32)
            found[name] = np.asarray(rows * scale[:, None], np.float32).reshape(value.shape)
        elif not name.endswith(":scale"):
            found[name] = np.asarray(value, np.float32)
    return found


@cache
def network() -> Network:
    """The trained one."""
    with files("deskhand.models.local.understand.learned").joinpath("reader.npz").open("rb") as stream, np.load(stream) as stored:  # fmt: skip
        return Network(unpacked({name: stored[name] for name in stored.files if name != "heads"}), int(stored["heads"]))
