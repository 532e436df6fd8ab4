"""Whether the programs of the desktop are at work: processor time from /proc, 10 µs for each process.

A program that is loading a file draws nothing for a second; only its processor time tells that more is to come. A
program that was at work before the action began (a compiler in a terminal, a film) tells nothing, and is left out until
it works noticeably harder.
"""

from __future__ import annotations

import os
import time
from dataclasses import dataclass

_TICK = 1.0 / os.sysconf("SC_CLK_TCK")
_NOISE = 0.04
"""A process that uses less of a core than this is idle: carets and clocks cost 0.1 to 1 %."""
_BACKGROUND = 0.10
_MAX_PROCESSES = 512


@dataclass(slots=True)
class _Process:
    descriptors: tuple[int, int]
    """Open files: ``stat`` and ``schedstat``."""
    ticks: int
    run: int
    """Nanoseconds that the main thread has run."""
    sampled: float
    background: float = 0.0
    """Share of a core used before the action began."""
    newborn: bool = False


class Processes:
    """All processes in sight but the X server and the guest itself; ``below`` limits it to one process's children."""

    def __init__(self, exclude: frozenset[int], below: int | None = None) -> None:
        self._exclude = exclude | {os.getpid()}
        self._below = below
        self._known: dict[int, _Process] = {}
        self._ignored: set[int] = set()
        self._scan(newborn=False)

    def begin(self) -> None:
        """An action begins: what works already from now on counts as background."""
        self._scan(newborn=False)
        now = time.monotonic()
        for pid, process in list(self._known.items()):
            sample = _read(process.descriptors)
            if sample is None:
                self._forget(pid)
                continue
            _, ticks, run, _ = sample
            elapsed = now - process.sampled
            if elapsed >= 0.1:
                share = max((run - process.run) * 1e-9, (ticks - process.ticks) * _TICK) / elapsed
                process.background = share if share >= _BACKGROUND else 0.0
            process.ticks, process.run, process.sampled, process.newborn = ticks, run, now, False

    def busy(self) -> bool:
        """Whether any of them is at work: has run since the last call, or waits for the processor or the disk now."""
        self._scan(newborn=True)
        now = time.monotonic()
        found = False
        for pid, process in list(self._known.items()):
            sample = _read(process.descriptors)
            if sample is None:
                self._forget(pid)
                continue
            state, ticks, run, _ = sample
            elapsed = max(now - process.sampled, 1e-3)
            share = max((run - process.run) * 1e-9, (ticks - process.ticks) * _TICK if ticks - process.ticks > 1 else 0)
            share /= elapsed
            moved = ticks > process.ticks
            if process.background:
                found = found or share > process.background * 1.5 + 0.2
            else:
                found = found or state in b"RD" or share > _NOISE or (moved and process.newborn)
            process.ticks, process.run, process.sampled = ticks, run, now
        return found

    def newborn(self) -> bool:
        """Whether a process that was born since the action began is alive: a program may be starting."""
        return any(process.newborn for process in self._known.values())

    def close(self) -> None:
        for pid in list(self._known):
            self._forget(pid)

    def _forget(self, pid: int) -> None:
        for descriptor in self._known.pop(pid).descriptors:
            if descriptor >= 0:
                os.close(descriptor)

    def _scan(self, newborn: bool) -> None:
        """Take in processes that were born, let go of those that ended."""
        alive = {int(name) for name in os.listdir("/proc") if name.isdigit()}  # noqa: PTH208 (a tenth of the time)
        for pid in [pid for pid in self._known if pid not in alive]:
            self._forget(pid)
        self._ignored &= alive
        for pid in alive - self._known.keys() - self._ignored - self._exclude:
            if len(self._known) >= _MAX_PROCESSES:
                break
            descriptors = _open(pid)
            sample = _read(descriptors) if descriptors else None
            if descriptors is None or sample is None:
                continue
            _, ticks, run, parent = sample
            if self._below is not None and parent != self._below and parent not in self._known:
                self._ignored.add(pid)
                for descriptor in descriptors:
                    if descriptor >= 0:
                        os.close(descriptor)
                continue
            # A newborn has done all its work since the last look.
            self._known[pid] = _Process(
                descriptors, 0 if newborn else ticks, 0 if newborn else run, time.monotonic() - 1e-2, newborn=newborn
            )


def _open(pid: int) -> tuple[int, int] | None:
    try:
        stat = os.open(f"/proc/{pid}/stat", os.O_RDONLY | os.O_CLOEXEC)
    except OSError:
        return None
    try:
        return stat, os.open(f"/proc/{pid}/schedstat", os.O_RDONLY | os.O_CLOEXEC)
    except OSError:
        return stat, -1


def _read(descriptors: tuple[int, int]) -> tuple[bytes, int, int, int] | None:
    """State, clock ticks of all threads, nanoseconds of the main thread, parent; None when it has ended."""
    try:
        text = os.pread(descriptors[0], 512, 0)
        run = int(os.pread(descriptors[1], 64, 0).split(b" ", 1)[0]) if descriptors[1] >= 0 else 0
    except (OSError, ValueError):
        return None
    fields = text[text.rfind(b")") + 2 :].split(b" ", 14)
    if len(fields) < 14 or fields[0] in (b"Z", b"X"):
        return None
    return fields[0], int(fields[11]) + int(fields[12]), run, int(fields[1])
