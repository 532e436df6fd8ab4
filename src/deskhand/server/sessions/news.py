"""Who wants to hear of what: everyone who watches a session is woken when something of it changes.

Nothing is put into a queue for a watcher but the model's words as they come, which stand nowhere else: the events are
in the journal, and each watcher reads on from the last one it has. A slow watcher therefore holds up nobody and costs
no memory.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager

from deskhand.models.interface import Delta

_DELTAS = 500


class Watcher:
    def __init__(self) -> None:
        self.deltas: deque[Delta] = deque(maxlen=_DELTAS)
        self.changed: set[str] = set()
        """Sessions that have changed since it last looked."""
        self._woken = asyncio.Event()

    def wake(self, id: str) -> None:
        self.changed.add(id)
        self._woken.set()

    async def wait(self, seconds: float) -> set[str]:
        """Until something changes, for so long at most; which sessions did."""
        try:
            await asyncio.wait_for(self._woken.wait(), seconds)
        except TimeoutError:
            pass
        self._woken.clear()
        changed, self.changed = self.changed, set()
        return changed


class News:
    """Of one user's sessions."""

    def __init__(self) -> None:
        self._one: dict[str, set[Watcher]] = {}
        self._all: set[Watcher] = set()

    @contextmanager
    def of(self, id: str) -> Iterator[Watcher]:
        watcher = Watcher()
        self._one.setdefault(id, set()).add(watcher)
        try:
            yield watcher
        finally:
            self._one[id].discard(watcher)
            if not self._one[id]:
                del self._one[id]

    @contextmanager
    def of_all(self) -> Iterator[Watcher]:
        watcher = Watcher()
        self._all.add(watcher)
        try:
            yield watcher
        finally:
            self._all.discard(watcher)

    def tell(self, id: str) -> None:
        for watcher in (*self._one.get(id, ()), *self._all):
            watcher.wake(id)

    def stream(self, id: str, delta: Delta) -> None:
        for watcher in self._one.get(id, ()):
            watcher.deltas.append(delta)
            watcher.wake(id)
