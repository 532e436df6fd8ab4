"""Whether the programs of the desktop are at work: processor time from /proc, 20 µs for each process."""

from __future__ import annotations

import os
import time
from pathlib import Path

_RESCAN = 0.25


class Processes:
    """All processes below ``root`` (a process id), the X server and the guest itself left out."""

    def __init__(self, root: int, exclude: frozenset[int]) -> None:
        self._root = root
        self._exclude = exclude | {os.getpid()}
        self._ticks: dict[int, int] = {}
        self._scanned = 0.0

    def busy(self) -> bool:
        """Whether any of them has used processor time since the last call, or is running right now."""
        now = time.monotonic()
        if now - self._scanned > _RESCAN:
            self._scanned = now
            self._scan()
        found = False
        for pid, before in list(self._ticks.items()):
            sample = _sample(pid)
            if sample is None:
                del self._ticks[pid]
                continue
            state, ticks, _ = sample
            if state == "R" or (before >= 0 and ticks > before):
                found = True
            self._ticks[pid] = ticks
        return found

    def _scan(self) -> None:
        parents: dict[int, int] = {}
        for name in os.listdir("/proc"):
            if name.isdigit():
                sample = _sample(int(name))
                if sample is not None:
                    parents[int(name)] = sample[2]
        alive = {pid for pid in parents if pid not in self._exclude and self._below(pid, parents)}
        self._ticks = {pid: self._ticks.get(pid, -1) for pid in alive}

    def _below(self, pid: int, parents: dict[int, int]) -> bool:
        for _ in range(64):
            if pid == self._root:
                return True
            pid = parents.get(pid, 0)
            if not pid:
                break
        return self._root == 1


def _sample(pid: int) -> tuple[str, int, int] | None:
    """State, processor time in clock ticks, and parent of a process; None when it has ended."""
    try:
        text = Path(f"/proc/{pid}/stat").read_bytes()
    except OSError:
        return None
    fields = text[text.rindex(b")") + 2 :].split()
    return fields[0].decode(), int(fields[11]) + int(fields[12]), int(fields[1])
