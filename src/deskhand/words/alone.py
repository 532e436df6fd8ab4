"""Small matrices on one core: two cores that wait for each other gain nothing, and on a busy machine lose all.

A wish was read in 0.19 s by one core and in 10.8 s by two, with seventeen programs running beside them.
"""

from __future__ import annotations

from contextlib import AbstractContextManager
from functools import cache
from typing import Any

from threadpoolctl import ThreadpoolController


@cache
def _controller() -> Any:
    return ThreadpoolController()


def alone() -> AbstractContextManager[Any]:
    """While this holds, NumPy multiplies on the calling thread only. Cheap to enter."""
    held: AbstractContextManager[Any] = _controller().limit(limits=1, user_api="blas")
    return held
