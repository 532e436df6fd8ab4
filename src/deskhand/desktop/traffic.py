"""Whether anything travels over the desktop's network: a page that waits for its server neither works nor draws.

The gateway at the host knows which requests wait for their answer, and has it told here (`heard`). What stays inside,
and all of it where there is no gateway, is guessed: behind the walls everything goes over the loopback interface, whose
packet counter tells of a request and of its answer, not of the silence between; so traffic counts as under way until it
has paused.
"""

from __future__ import annotations

import os
import time
from collections import deque

PAUSE = 0.45
"""Seconds without a packet after which nothing is taken to be under way; browser drivers call 0.5 s idle."""
_STEADY = 4.0
"""Packets a second from before the action that make traffic a background matter (a film, a chat)."""
_HALF = 0.5
_HALVES = 3
"""Requests in each of the last three half seconds before the action make requests one, too: a ticker, a film."""


class Traffic:
    def __init__(self) -> None:
        self._file = os.open("/proc/self/net/dev", os.O_RDONLY | os.O_CLOEXEC)
        self._packets, self._own = self._read()
        self._sampled = time.monotonic()
        self._steady = False
        self._last = 0.0
        self._count = 0
        self._since = 0.0
        self._grown: deque[float] = deque(maxlen=64)
        self._before = 0
        """Of the requests in flight, how many at most were there when the action began."""
        self._began = self._sampled
        self._ticking = False
        self._waited = 0.0

    def begin(self) -> None:
        """An action begins: what travels steadily from now on is background, and what is in flight already."""
        packets, self._own = self._read()
        now = time.monotonic()
        elapsed = now - self._sampled
        if elapsed >= 0.3:
            self._steady = (packets - self._packets) / elapsed > _STEADY
        if now - self._waited >= _HALF * _HALVES:  # else the last action's own requests are among them
            halves = {int((now - when) / _HALF) for when in self._grown}
            self._ticking = halves.issuperset(range(_HALVES))
        self._packets, self._sampled, self._last = packets, now, 0.0
        self._before, self._began = self._count, now

    def heard(self, count: int, age: float) -> None:
        """The gateway: so many requests are in flight, the oldest of them for ``age`` seconds."""
        now = time.monotonic()
        if count > self._count:
            self._grown.append(now)
        self._count, self._since = count, now - age
        self._before = min(self._before, count)

    def asked(self, now: float) -> bool:
        """Whether a request that was made after the action began waits for its answer."""
        self._waited = now
        new = self._count > self._before or (self._count > 0 and self._since > self._began)
        return new and not self._ticking

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
        """Packets received over the loopback, and whether none ever were over another: a network of our own.

        Other interfaces may well be there: some kernels put idle ones (tunl0, sit0, gre0, …) into every new network.
        """
        lines = os.pread(self._file, 16384, 0).splitlines()[2:]
        counts = {name.strip(): int(rest.split()[1]) for name, _, rest in (line.partition(b":") for line in lines)}
        loopback = counts.pop(b"lo", 0)
        return loopback, not any(counts.values())

    def close(self) -> None:
        os.close(self._file)
