"""Whether the programs of the desktop are at work: processor time of each, by its own clock in the kernel.

A program that is loading a file draws nothing for a second; only its processor time tells that more is to come. A
program that was at work before the action began (a compiler in a terminal, a film) tells nothing, and is left out until
it works noticeably harder. `clock_gettime` on a process's own clock counts all its threads and takes 1 µs; the tick
counts of /proc would miss a thread that works for less than 10 ms.
"""

from __future__ import annotations

import os
import time
from dataclasses import dataclass

_NOISE = 0.03
"""A process that uses less of a core than this is idle: carets and clocks cost 0.1 to 1 %."""
_BACKGROUND = 0.10
_WINDOW = 0.1
"""Seconds over which a share is taken at least."""
_MAX_PROCESSES = 512


@dataclass(slots=True)
class _Process:
    stat: int
    """The open file ``/proc/PID/stat``."""
    used: int
    """Nanoseconds of processor time at the last sample."""
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
        self.observe()
        for process in self._known.values():
            process.newborn = False

    def observe(self) -> None:
        """See what is at work while nothing is done: called a few times a second between actions."""
        now = time.monotonic()
        for pid, process in list(self._known.items()):
            used = _used(pid)
            if used is None:
                self._forget(pid)
                continue
            elapsed = now - process.sampled
            if elapsed >= _WINDOW:
                share = (used - process.used) * 1e-9 / elapsed
                process.background = share if share >= _BACKGROUND else 0.0
                process.used, process.sampled = used, now

    def busy(self) -> bool:
        """Whether any of them is at work: has run since the last call, or waits for the processor or the disk now."""
        self._scan(newborn=True)
        now = time.monotonic()
        found = False
        for pid, process in list(self._known.items()):
            used = _used(pid)
            if used is None:
                self._forget(pid)
                continue
            share = (used - process.used) * 1e-9 / max(now - process.sampled, 1e-3)
            if process.background:
                found = found or share > process.background * 1.5 + 0.2
            elif share > _NOISE:
                found = True
            elif not found:
                found = _state(process.stat) in b"RD"  # waits for the processor or the disk
            process.used, process.sampled = used, now
        return found

    def newborn(self) -> bool:
        """Whether a process that was born since the action began is alive: a program may be starting."""
        return any(process.newborn and _state(process.stat) not in b"ZX" for process in self._known.values())

    def close(self) -> None:
        for pid in list(self._known):
            self._forget(pid)

    def _forget(self, pid: int) -> None:
        os.close(self._known.pop(pid).stat)

    def _scan(self, newborn: bool) -> None:
        """Take in processes that were born, let go of those that ended."""
        alive = {int(name) for name in os.listdir("/proc") if name.isdigit()}  # noqa: PTH208 (a tenth of the time)
        for pid in [pid for pid in self._known if pid not in alive]:
            self._forget(pid)
        self._ignored &= alive
        for pid in alive - self._known.keys() - self._ignored - self._exclude:
            if len(self._known) >= _MAX_PROCESSES:
                break
            if self._below is not None and not self._is_ours(pid):
                self._ignored.add(pid)
                continue
            used = _used(pid)
            try:
                stat = os.open(f"/proc/{pid}/stat", os.O_RDONLY | os.O_CLOEXEC)
            except OSError:
                continue
            # A newborn has done all its work since the last look.
            before = 0 if newborn or used is None else used
            self._known[pid] = _Process(stat, before, time.monotonic() - 1e-2, newborn=newborn)

    def _is_ours(self, pid: int) -> bool:
        try:
            with open(f"/proc/{pid}/stat", "rb") as file:
                parent = int(file.read(512).rpartition(b")")[2].split()[1])
        except (OSError, ValueError, IndexError):
            return False
        return parent == self._below or parent in self._known


def _used(pid: int) -> int | None:
    """Nanoseconds of processor time of all threads of a process; None when it has ended."""
    try:
        return time.clock_gettime_ns((~pid << 3) | 2)  # the kernel's name for the clock of process ``pid``
    except OSError:
        return None


def _state(stat: int) -> bytes:
    """The letter for what the main thread does; X (dead) when the process is gone."""
    try:
        text = os.pread(stat, 512, 0)
    except OSError:
        return b"X"
    return text[text.rfind(b")") + 2 :][:1] or b"X"
