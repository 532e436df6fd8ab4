"""Gives the memory that a network computed in back to the system.

A whole screen takes a network through 200 MB of workspace, and glibc keeps such blocks for later, in as many heaps as
there are threads: a run of 12 tasks held 890 MB at its peak on two cores. Two heaps, no more networks at once than the
cores can carry, and giving back after large pictures brought it to 710 MB, for 8 % more time per whole screen.
"""

from __future__ import annotations

import ctypes
import os
import threading
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

LARGE = 2_000_000
"""Bytes that go into a network from which on its workspace is worth giving back: half a screen."""
_ARENA_MAX, _ARENAS = -8, 2
"""``M_ARENA_MAX`` of mallopt(3), and how many heaps there may be."""


class Frugal:
    """An onnxruntime session that waits for free cores and leaves no workspace behind. Safe for several threads."""

    def __init__(self, session: Any, threads: int) -> None:
        """``threads``: how many the session computes on."""
        self._session = session
        self._turn = _turns(threads)
        _few_heaps()

    def run(self, outputs: Sequence[str] | None, given: Mapping[str, NDArray[np.float32]]) -> list[Any]:
        with self._turn:
            found: list[Any] = self._session.run(outputs, given)
        if sum(array.nbytes for array in given.values()) >= LARGE:
            give_back()
        return found

    def __getattr__(self, name: str) -> Any:
        return getattr(self._session, name)


def give_back() -> None:
    """What malloc keeps unused goes back to the system; nothing happens where the C library cannot do that."""
    trim = getattr(_libc(), "malloc_trim", None)
    if trim is not None:
        trim(0)


@cache
def _turns(threads: int) -> threading.Semaphore:
    """As many networks of ``threads`` threads run at once as there are cores for them."""
    return threading.Semaphore(max(1, len(os.sched_getaffinity(0)) // threads))


@cache
def _few_heaps() -> None:
    set_option = getattr(_libc(), "mallopt", None)
    if set_option is not None:
        set_option(_ARENA_MAX, _ARENAS)


@cache
def _libc() -> Any:
    try:
        return ctypes.CDLL(None)
    except OSError:  # a static build has no library to ask
        return None
