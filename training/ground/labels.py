"""What a picture of the training ground is labelled with, and how pictures and labels lie in a shard.

A shard is one ``.npz``: the pictures as PNG bytes one after the other, the labels as JSON. 64 screens take about 4 MB.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

TYPES = (
    "button",  # with words on it
    "field",  # one line to type into
    "area",  # several lines to type into
    "checkbox",
    "radio",
    "switch",
    "select",  # shows one of several, opens a list
    "slider",
    "spinner",  # a number with arrows
    "tab",
    "item",  # of a menu, a menu bar or a side bar
    "row",  # of a list, a tree or a table
    "link",
    "icon",  # a button without words
    "image",
    "scrollbar",
    "header",  # of a column
)
STATES = ("checked", "focused", "disabled")
"""Checked also means: the selected tab or row, the pressed icon."""


@dataclass(frozen=True)
class Label:
    type: str
    box: tuple[int, int, int, int]
    """x, y, width, height: what shows of it, in pixels of the picture."""
    name: str = ""
    """What a person would call it: its words, or those of its label; of an icon what a screen reader would say."""
    written: bool = True
    """The name stands on the screen."""
    states: tuple[str, ...] = ()
    also: tuple[int, int, int, int] | None = None
    """Where a click does the same: the words beside a check box."""
    stateless: bool = False
    """Its toolkit does not tell its states: they are not learned from it."""


@dataclass
class Shot:
    """One screen."""

    picture: NDArray[np.uint8]
    """Red, green, blue."""
    labels: list[Label]
    ignored: list[tuple[int, int, int, int]] = field(default_factory=list)
    """Places where nothing is known: half covered things, what a toolkit keeps to itself."""
    source: str = ""
    """The kit or toolkit."""
    language: str = "en"


def write(path: Path, shots: Sequence[Shot]) -> None:
    """All or nothing: a shard that was interrupted is not there."""
    blobs = []
    for shot in shots:
        done, data = cv2.imencode(".png", shot.picture[:, :, ::-1], [cv2.IMWRITE_PNG_COMPRESSION, 6])
        assert done
        blobs.append(np.asarray(data, np.uint8).ravel())
    notes = [
        {
            "labels": [asdict(label) for label in s.labels],
            "ignored": s.ignored,
            "source": s.source,
            "language": s.language,
        }
        for s in shots
    ]
    partial = path.with_suffix(".part")
    with partial.open("wb") as stream:
        np.savez(
            stream,
            pictures=np.concatenate(blobs),
            lengths=np.array([len(blob) for blob in blobs], np.int64),
            notes=np.frombuffer(json.dumps(notes, ensure_ascii=False).encode(), np.uint8),
        )
    partial.replace(path)


def read(path: Path) -> list[Shot]:
    return list(unpacked(path))


def unpacked(path: Path, rng: random.Random | None = None) -> Iterator[Shot]:
    """The screens one by one, in any order if ``rng`` says so: all of a ground at once would take 10 GB."""
    with np.load(path) as stored:
        ends = np.cumsum(stored["lengths"])
        pictures = stored["pictures"]
        notes = json.loads(stored["notes"].tobytes().decode())
    order = list(range(len(notes)))
    if rng is not None:
        rng.shuffle(order)
    for index in order:
        note = notes[index]
        start = int(ends[index - 1]) if index else 0
        decoded = cv2.imdecode(pictures[start : int(ends[index])], cv2.IMREAD_COLOR)
        assert decoded is not None
        picture = np.ascontiguousarray(decoded[:, :, ::-1], dtype=np.uint8)
        labels = [_label(entry) for entry in note["labels"]]
        yield Shot(picture, labels, [tuple(box) for box in note["ignored"]], note["source"], note["language"])


def _label(entry: dict[str, Any]) -> Label:
    also = entry["also"]
    return Label(
        entry["type"],
        tuple(entry["box"]),
        entry["name"],
        entry["written"],
        tuple(entry["states"]),
        tuple(also) if also else None,
        entry["stateless"],
    )
