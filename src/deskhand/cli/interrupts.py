"""Ctrl-C, in two strengths: once ends the run after the action under way, twice is the emergency stop.

A signal is never allowed to break out of the middle of the code as KeyboardInterrupt: then a desktop, a mount or a
cgroup could be left behind. It only tells the run to stop, and the run puts everything away itself.
"""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Callable
from types import TracebackType

from deskhand.agent.control import Control

AT_ONCE = (signal.SIGTERM, signal.SIGHUP, signal.SIGUSR1)
"""The system shuts down, the terminal is closed: nobody is there to ask twice. SIGUSR1 is for other programs: a button
on somebody's desk."""


class Interrupts:
    """While entered, SIGINT, SIGTERM, SIGHUP and SIGUSR1 stop the run; ``say`` tells the person what they did."""

    def __init__(self, control: Control, say: Callable[[str], None]) -> None:
        self._control, self._say = control, say
        self._count = 0
        self._loop: asyncio.AbstractEventLoop | None = None

    def __enter__(self) -> Interrupts:
        self._loop = asyncio.get_running_loop()
        self._loop.add_signal_handler(signal.SIGINT, self._interrupted)
        for number in AT_ONCE:
            self._loop.add_signal_handler(number, self._stop_at_once)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if self._loop is not None:
            for number in (signal.SIGINT, *AT_ONCE):
                self._loop.remove_signal_handler(number)

    def _interrupted(self) -> None:
        self._count += 1
        match self._count:
            case 1:
                self._control.stop()
                self._say("Stopping after the action under way. Ctrl-C again stops at once.")
            case 2:
                self._say("Stopping at once.")
                self._stop_at_once()
            case _:
                self._say("Already stopping; putting the desktop away.")

    def _stop_at_once(self) -> None:
        self._control.emergency()
