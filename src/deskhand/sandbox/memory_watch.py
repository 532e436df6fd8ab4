"""The limit on memory where no cgroup can hold it: the launcher looks four times a second, and ends the largest.

A plain user without a delegated cgroup has only RLIMIT_DATA, which holds for each process: forty of them may take
forty times the limit. Looking at thirty processes takes 0.4 ms. What grows faster is caught by the limit on each
process; and the machine's own OOM killer takes a sandbox before any program of the host (`oom_score_adj`).

Counted is what processes have written for themselves, and the sandbox's files, which lie in memory too. Not counted is
memory that several processes share: nobody can be named as its owner.
"""

# The launcher runs this, and does without `pathlib`: 4 ms at every start.

from __future__ import annotations

import contextlib
import os
import signal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

_PAGE = os.sysconf("SC_PAGE_SIZE")


class MemoryWatch:
    PERIOD = 0.25  # seconds

    def __init__(self, init: int, limit: int, killed: Callable[[], None]) -> None:
        self._init, self._limit, self._killed = init, limit, killed

    def look(self) -> None:
        """End the largest process when all together are too large."""
        sizes = {process: _private(process) for process in _family(self._init)}
        if sum(sizes.values()) + self._files() <= self._limit:
            return
        # As the kernel chooses, by size and `oom_score_adj`; but PID 1 last: with it everything goes.
        worth = {process: size + _adjustment(process) * self._limit // 1000 for process, size in sizes.items()}
        largest = max(worth, key=lambda process: (process != self._init, worth[process]))
        with contextlib.suppress(OSError):
            os.kill(largest, signal.SIGKILL)
            self._killed()

    def _files(self) -> int:
        try:
            disk = os.statvfs(f"/proc/{self._init}/root/tmp")
        except OSError:
            return 0
        return (disk.f_blocks - disk.f_bfree) * disk.f_frsize


def _family(init: int) -> list[int]:
    """PID 1 inside and all below it: orphans become its children, so that nobody is missing."""
    found, waiting = [], [init]
    while waiting:
        process = waiting.pop()
        found.append(process)
        with contextlib.suppress(OSError):
            for thread in os.listdir(f"/proc/{process}/task"):  # noqa: PTH208
                with open(f"/proc/{process}/task/{thread}/children") as file:
                    waiting += [int(child) for child in file.read().split()]
    return found


def _adjustment(process: int) -> int:
    try:
        with open(f"/proc/{process}/oom_score_adj") as file:
            return int(file.read())
    except (OSError, ValueError):
        return 0


def _private(process: int) -> int:
    try:
        with open(f"/proc/{process}/statm") as file:
            resident, shared = file.read().split()[1:3]
    except (OSError, ValueError):
        return 0
    return (int(resident) - int(shared)) * _PAGE
