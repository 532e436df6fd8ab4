"""The pictures of a report, small enough to send by mail.

Lossless screenshots are about 40 KB each on plain desktops, but 1 MB and more on photographs: 100 steps of that would
make a page no mail program takes. Up to the budget they stay as they are; past it they are made lossy, then smaller.
"""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterable, Mapping

BUDGET = 15_000_000
"""Bytes of all pictures together, before base64."""


def embed(hashes: Iterable[str], load: Callable[[str], bytes | None], budget: int = BUDGET) -> Mapping[str, str]:
    """``sha256 → data: URL`` for every picture that can be loaded; ones that are gone are left out."""
    files: dict[str, bytes] = {}
    for sha in dict.fromkeys(hashes):
        data = load(sha)
        if data:
            files[sha] = data
    if sum(map(len, files.values())) <= budget:
        return {sha: _url(data) for sha, data in files.items()}
    for quality, scale in ((85, 1.0), (75, 0.75), (60, 0.5), (50, 0.35)):
        smaller = {sha: _lossy(data, quality, scale) for sha, data in files.items()}
        if sum(map(len, smaller.values())) <= budget:
            break
    return {sha: _url(data) for sha, data in smaller.items()}


def _lossy(data: bytes, quality: int, scale: float) -> bytes:
    """As WebP; the file as it was where that is not smaller or it cannot be read."""
    import cv2  # here, because most reports never need it and it takes 0.1 s to load
    import numpy as np

    picture = cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_COLOR)
    if picture is None:
        return data
    if scale < 1:
        picture = cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    done, encoded = cv2.imencode(".webp", picture, [cv2.IMWRITE_WEBP_QUALITY, quality])
    return encoded.tobytes() if done and encoded.nbytes < len(data) else data


def _url(data: bytes) -> str:
    if data.startswith(b"\x89PNG"):
        kind = "image/png"
    elif data[:4] == b"RIFF":
        kind = "image/webp"
    elif data[:2] == b"\xff\xd8":
        kind = "image/jpeg"
    else:
        kind = "image/gif"
    return f"data:{kind};base64,{base64.b64encode(data).decode('ascii')}"
