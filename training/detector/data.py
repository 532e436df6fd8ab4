"""Cut-outs of the training ground with what the network should say about each cell of them."""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray
from torch.utils.data import IterableDataset

sys.path.insert(0, str(Path(__file__).parent.parent / "ground"))
from labels import STATES, TYPES, Label, Shot, unpacked

HEIGHT, WIDTH = 384, 512
STRIDE = 8
CUT = 3
"""A thing of which more pixels than this lie outside the cut-out is not learned from it."""
MIDDLE = 0.8
"""Cells that are so near count as the middle: where exactly that of a long row is, nobody can see."""
FROM_ONE = 3
"""Cut-outs taken from a screen once it is unpacked (15 ms)."""
WINDOWS = 0.35
"""The part of the cut-outs that is of programs rather than pages."""
RARE = {
    "area": 3.0,
    "slider": 4.0,
    "spinner": 3.0,
    "switch": 2.5,
    "radio": 3.0,
    "tab": 2.0,
    "scrollbar": 2.0,
    "select": 2.0,
    "field": 1.5,
    "checkbox": 1.5,
}
"""How much rather than a row or a button a cut-out is laid around such a thing."""

Array = NDArray[np.float32]
Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Sample:
    picture: NDArray[np.uint8]
    heat: Array
    """(types, rows, columns): 1 in the middle of a thing, falling off around it."""
    box: Array
    """(4, rows, columns): distances to its sides in cells."""
    states: Array
    inside: Array
    """How much the cell's box counts; 0 away from middles."""
    stated: Array
    """The same for its states."""
    known: Array
    """0 where nothing is known about what stands there."""


class Samples(IterableDataset[dict[str, Any]]):
    """Endless, in any order; for a `DataLoader` with one worker."""

    def __init__(self, folder: Path, seed: int) -> None:
        self._folder, self._seed = folder, seed

    def __iter__(self) -> Iterator[dict[str, Any]]:
        cv2.setNumThreads(1)
        rng = random.Random(self._seed)
        kinds = {kind: _shots(self._folder, kind, rng) for kind in ("pages", "windows")}
        pool: list[Sample] = []
        while True:
            shot = next(kinds["windows" if rng.random() < WINDOWS else "pages"])
            pool += [_sample(shot, rng) for _ in range(FROM_ONE)]
            while len(pool) > 48:
                sample = pool.pop(rng.randrange(len(pool)))
                yield {field: getattr(sample, field) for field in Sample.__dataclass_fields__}


def _shots(folder: Path, kind: str, rng: random.Random) -> Iterator[Shot]:
    while True:
        paths = sorted(folder.glob(f"{kind}-*.npz"))
        if not paths:
            raise SystemExit(f"no {kind} in {folder}: make them first with training/ground/make.py")
        rng.shuffle(paths)
        for path in paths:
            yield from unpacked(path, rng)


def _sample(shot: Shot, rng: random.Random) -> Sample:
    scale = rng.choice((1.0, 1.0, 1.0, rng.uniform(0.75, 1.35)))
    high, wide = shot.picture.shape[:2]
    cut_w, cut_h = min(wide, round(WIDTH / scale)), min(high, round(HEIGHT / scale))
    x, y = _corner(shot, rng, cut_w, cut_h)
    part = shot.picture[y : y + cut_h, x : x + cut_w]
    if scale != 1.0:
        method = cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR
        part = cv2.resize(part, None, fx=scale, fy=scale, interpolation=method)
    picture = np.full((HEIGHT, WIDTH, 3), rng.randrange(256), np.uint8)
    part = part[:HEIGHT, :WIDTH]
    picture[: part.shape[0], : part.shape[1]] = part
    return _targets(_recoloured(picture, rng), shot, (x, y, scale, part.shape[1], part.shape[0]))


def _corner(shot: Shot, rng: random.Random, wide: int, high: int) -> tuple[int, int]:
    """Around one of the labelled things, rather a rare one."""
    height, width = shot.picture.shape[:2]
    if not shot.labels:
        return rng.randint(0, width - wide), rng.randint(0, height - high)
    label = rng.choices(shot.labels, [RARE.get(one.type, 1.0) for one in shot.labels])[0]
    x = label.box[0] + label.box[2] // 2 - rng.randint(wide // 6, wide * 5 // 6)
    y = label.box[1] + label.box[3] // 2 - rng.randint(high // 6, high * 5 // 6)
    return max(0, min(width - wide, x)), max(0, min(height - high, y))


def _recoloured(picture: NDArray[np.uint8], rng: random.Random) -> NDArray[np.uint8]:
    if rng.random() < 0.2:
        picture = picture[:, :, rng.sample(range(3), 3)]
    if rng.random() < 0.1:
        picture = 255 - picture
    if rng.random() < 0.4:
        table = np.linspace(0, 1, 256) ** rng.uniform(0.7, 1.4) * rng.uniform(0.75, 1.0) + rng.uniform(0, 0.08)
        picture = np.clip(table * 255, 0, 255).astype(np.uint8)[picture]
    return np.ascontiguousarray(picture)


def _targets(picture: NDArray[np.uint8], shot: Shot, cut: tuple[int, int, float, int, int]) -> Sample:
    rows, columns = HEIGHT // STRIDE, WIDTH // STRIDE
    heat = np.zeros((len(TYPES), rows, columns), np.float32)
    box = np.ones((4, rows, columns), np.float32)
    states = np.zeros((len(STATES), rows, columns), np.float32)
    inside, stated = np.zeros((rows, columns), np.float32), np.zeros((rows, columns), np.float32)
    known = np.ones((rows, columns), np.float32)
    x0, y0, scale, wide, high = cut

    def moved(place: tuple[int, int, int, int]) -> Box:
        return tuple((v - o) * scale for v, o in zip(_sides(place), (x0, y0, x0, y0), strict=True))  # type: ignore[return-value]

    def forget(place: Box) -> None:
        left, top = max(0, int(place[0] // STRIDE)), max(0, int(place[1] // STRIDE))
        right, bottom = int(place[2] // STRIDE) + 1, int(place[3] // STRIDE) + 1
        if right > 0 and bottom > 0:
            known[top:bottom, left:right] = 0

    for place in shot.ignored:
        forget(moved(place))
    whole: list[tuple[Label, Box]] = []
    for label in shot.labels:
        place = moved(label.box)
        seen = max(0.0, min(wide, place[2]) - max(0.0, place[0])) * max(0.0, min(high, place[3]) - max(0.0, place[1]))
        area = (place[2] - place[0]) * (place[3] - place[1])
        if seen <= 0:
            continue
        cut_off = max(-place[0], -place[1], place[2] - wide, place[3] - high) > CUT
        if cut_off or min(place[2] - place[0], place[3] - place[1]) < 5:
            if seen > 0.1 * area:
                forget(place)
        else:
            whole.append((label, place))
    whole.sort(key=lambda pair: -(pair[1][2] - pair[1][0]) * (pair[1][3] - pair[1][1]))  # small ones win their cells
    grid_y, grid_x = np.mgrid[0:rows, 0:columns].astype(np.float32)
    for label, (left, top, right, bottom) in whole:
        middle_x, middle_y = (left + right) / 2 / STRIDE - 0.5, (top + bottom) / 2 / STRIDE - 0.5
        far_x = max(0.55, min(6.0, (right - left) / STRIDE * 0.13))
        far_y = max(0.55, min(3.0, (bottom - top) / STRIDE * 0.13))
        bump = np.exp(-((grid_x - middle_x) ** 2 / (2 * far_x**2) + (grid_y - middle_y) ** 2 / (2 * far_y**2)))
        r, c = min(rows - 1, max(0, round(middle_y))), min(columns - 1, max(0, round(middle_x)))
        bump[bump > MIDDLE] = 1
        bump[r, c] = 1
        type_ = TYPES.index(label.type)
        heat[type_] = np.maximum(heat[type_], bump)
        cells = bump > 0.55
        xs, ys = (grid_x[cells] + 0.5) * STRIDE, (grid_y[cells] + 0.5) * STRIDE
        sides = np.stack([xs - left, ys - top, right - xs, bottom - ys]) / STRIDE
        box[:, cells] = np.maximum(sides, 0.1)
        inside[cells] = bump[cells]
        stated[cells] = 0.0 if label.stateless else bump[cells]
        states[:, cells] = np.array([[state in label.states] for state in STATES], np.float32)
        known[r, c] = 1
    return Sample(picture, heat, box, states, inside, stated, known)


def _sides(place: tuple[int, int, int, int]) -> Box:
    return place[0], place[1], place[0] + place[2], place[1] + place[3]
