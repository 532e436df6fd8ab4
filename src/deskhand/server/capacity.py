"""How many requests are worked on at once. More are refused at once, with a time to come back, and lose nothing:
the SDKs wait and ask again by themselves. A queue without an end would hold every picture of every request in memory.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

from deskhand.server.errors import ApiError

DEFAULT = 16


class Capacity:
    """``limit`` requests in all; one client (a key, or an address without one) has at most three quarters of them."""

    def __init__(self, limit: int = DEFAULT) -> None:
        self.limit = max(1, limit)
        self._share = max(1, self.limit * 3 // 4)
        self._clients: Counter[str] = Counter()

    @property
    def busy(self) -> int:
        return self._clients.total()

    @contextmanager
    def place(self, client: str) -> Iterator[None]:
        if self.busy >= self.limit:
            raise ApiError(
                529,
                f"Overloaded: {self.busy} requests are being worked on, the most at once here.",
                headers={"retry-after": "2"},
            )
        if self._clients[client] >= self._share:
            raise ApiError(
                429,
                f"Rate limit: {self._clients[client]} of your requests are being worked on, the most at once for one "
                "client.",
                headers={"retry-after": "1"},
            )
        self._clients[client] += 1
        try:
            yield
        finally:
            self._clients[client] -= 1
            if not self._clients[client]:
                del self._clients[client]
