"""Whether anything travels over the desktop's network: a page that waits for its server neither works nor draws.

Behind the walls there is only the loopback interface, over which everything goes, to the gateway too; its packet
counter tells of a request and of its answer, not of the silence between. So traffic counts as under way until it has
paused.
"""

from __future__ import annotations

import os
import time

PAUSE = 0.45
"""Seconds without a packet after which nothing is taken to be under way; browser drivers call 0.5 s idle."""
_STEADY = 4.0
"""Packets a second from before the action that make traffic a background matter (a film, a chat)."""


class Traffic:
    def __init__(self) -> None:
        self._file = os.open("/proc/self/net/dev", os.O_RDONLY | os.O_CLOEXEC)
        self._packets, self._own = self._read()
        self._sampled = time.monotonic()
        self._steady = False
        self._last = 0.0

    def begin(self) -> None:
        """An action begins: what travels steadily from now on is background."""
        packets, self._own = self._read()
        now = time.monotonic()
        elapsed = now - self._sampled
        if elapsed >= 0.3:
            self._steady = (packets - self._packets) / elapsed > _STEADY
        self._packets, self._sampled, self._last = packets, now, 0.0

    def under_way(self, now: float) -> bool:
        """Whether a packet has travelled in the last `PAUSE` seconds of this action."""
        if not self._own or self._steady:
            return False
        packets, _ = self._read()
        if packets != self._packets:
            self._packets, self._last = packets, now
        self._sampled = now
        return now - self._last < PAUSE

    def _read(self) -> tuple[int, bool]:
        """Packets received on all interfaces, and whether there is none but the loopback: a network of our own."""
        lines = os.pread(self._file, 8192, 0).splitlines()[2:]
        counts = {line.split(b":")[0].strip(): int(line.split(b":")[1].split()[1]) for line in lines}
        return sum(counts.values()), set(counts) == {b"lo"}

    def close(self) -> None:
        os.close(self._file)
