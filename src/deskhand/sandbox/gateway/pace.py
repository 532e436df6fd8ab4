"""How fast a desktop may knock: a flood inside must cost the host, and the desktops beside it, a little at most."""

from __future__ import annotations

import resource
import time


class Bucket:
    """``rate`` a second, and as many at once."""

    def __init__(self, rate: float) -> None:
        self._rate = self._left = rate
        self._when = time.monotonic()

    def take(self) -> float:
        """Seconds to wait until there is one; 0 when it has been taken."""
        now = time.monotonic()
        self._left = min(self._rate, self._left + (now - self._when) * self._rate)
        self._when = now
        if self._left < 1:
            return (1 - self._left) / self._rate
        self._left -= 1
        return 0.0


ASSURED = 16
"""Connections that every desktop may have, however many the others hold."""
_KEPT_FREE = 256


class Room:
    """The connections of all gateways in this process: each has two ends, and descriptors are few (1,024 usually)."""

    def __init__(self) -> None:
        self.taken = 0

    def has(self, own: int, most: int) -> bool:
        """Whether one who has ``own`` and may have ``most`` gets another one."""
        if own >= most:
            return False
        # The limit is not raised: whatever else runs in this process may use select(), which fails above 1,024.
        soft = resource.getrlimit(resource.RLIMIT_NOFILE)[0]
        most_of_all = 1 << 20 if soft == resource.RLIM_INFINITY else max(0, soft - _KEPT_FREE) // 2
        return own < ASSURED or self.taken < most_of_all


ROOM = Room()
