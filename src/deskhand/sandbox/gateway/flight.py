"""Is the desktop waiting for the network? What a screen that looks settled cannot tell.

A connection is in flight from the moment it is made until its server has answered and fallen silent, and again from
each thing it sends that asks for an answer. What is said inside TLS is not known; but a request is longer than the
frames that keep a connection alive (WINDOW_UPDATE, PING and SETTINGS of HTTP/2 have at most 57 bytes in TLS, the
shortest request some 70), and a server that has said nothing for four seconds is not about to: a connection held open
for news must not hold up every screenshot.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

QUIET = 0.08
"""Seconds of a server's silence after which its answer counts as complete."""
WAIT = 4.0
"""Seconds that an unanswered request counts."""
SMALL = 64
"""Bytes that ask for no answer, on a connection that has had one."""


@dataclass(frozen=True, slots=True)
class InFlight:
    count: int
    """Connections on which something is under way."""
    since: float | None
    """The `time.monotonic()` at which the oldest of these began; None when there is none."""


class Flight:
    """The state of one connection."""

    __slots__ = ("_answered", "_asked", "_began", "_closed", "_holds", "_stirred")

    def __init__(self, stirred: Callable[[], None]) -> None:
        """``stirred`` is called at once when something is under way again."""
        self._began = self._asked = time.monotonic()
        self._answered = 0.0
        self._closed = False
        self._holds = False
        self._stirred = stirred

    def hold(self, held: bool) -> None:
        """While a person is asked, it counts however long that takes."""
        self._holds = held
        self._asked = time.monotonic()

    def sent(self, count: int) -> None:
        """The desktop has sent bytes."""
        if count > SMALL or not self._answered:
            now = time.monotonic()
            rested = not self.since(now)
            self._asked = now
            if rested:
                self._began = now
                self._stirred()

    def received(self) -> None:
        """The server has sent bytes."""
        now = time.monotonic()
        rested = not self.since(now)
        self._answered = now
        if rested:
            self._began = now
            self._stirred()

    def closed(self) -> None:
        self._closed = True

    def since(self, now: float) -> float:
        """When what is under way began; 0 when nothing is."""
        if self._closed:
            return 0.0
        waiting = self._asked > self._answered and now - self._asked < WAIT
        flowing = now - self._answered < QUIET
        return self._began if self._holds or waiting or flowing else 0.0


def summary(flights: list[Flight]) -> InFlight:
    now = time.monotonic()
    began = [since for flight in flights if (since := flight.since(now))]
    return InFlight(len(began), min(began, default=None))
