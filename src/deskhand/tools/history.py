"""What edits can be undone: the last versions of each file, bounded, since a run may edit for hours."""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from dataclasses import dataclass

MAX_STEPS = 20
"""Edits of one file that can be undone."""
MAX_BYTES = 64 << 20
"""Of all old versions together; the oldest files go first."""


@dataclass(frozen=True, slots=True)
class Step:
    before: bytes
    after: bytes
    """SHA-256 of what the edit made of the file."""

    def made(self, data: bytes) -> bool:
        """Whether the file still is as this edit left it."""
        return hashlib.sha256(data).digest() == self.after


class History:
    def __init__(self) -> None:
        self._steps: OrderedDict[str, list[Step]] = OrderedDict()
        self._bytes = 0

    def remember(self, path: str, before: bytes, after: bytes) -> None:
        steps = self._steps.setdefault(path, [])
        self._steps.move_to_end(path)
        steps.append(Step(before, hashlib.sha256(after).digest()))
        self._bytes += len(before)
        if len(steps) > MAX_STEPS:
            self._drop(path)
        while self._bytes > MAX_BYTES and self._steps:
            self._drop(next(iter(self._steps)))

    def latest(self, path: str) -> Step | None:
        steps = self._steps.get(path)
        return steps[-1] if steps else None

    def forget(self, path: str) -> None:
        """The latest edit has been undone."""
        self._bytes -= len(self._steps[path].pop().before)
        if not self._steps[path]:
            del self._steps[path]

    def _drop(self, path: str) -> None:
        self._bytes -= len(self._steps[path].pop(0).before)
        if not self._steps[path]:
            del self._steps[path]
