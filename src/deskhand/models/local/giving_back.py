"""Memory that a run has let go of goes back to the system: the allocator would keep it for the next one.

Pictures and what networks compute of them come and go in pieces of many sizes, and glibc keeps what lies between: a
process that had done 62 tasks one after the other held 1,027 MB, one that had done two of them 636.
"""

from __future__ import annotations

import ctypes
import gc


def give_back() -> None:
    """Some 10 ms. Does nothing where the C library has no ``malloc_trim``."""
    gc.collect()
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trim is not None:
        trim(0)
