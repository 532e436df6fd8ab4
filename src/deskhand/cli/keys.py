"""Esc or q while a run is under way is the emergency stop, without Return and without a second press.

For that the terminal hands over single keys instead of lines. While a question is asked it does lines again, as people
expect, and at the end it is as it was; so it is after Ctrl-Z and ``fg`` as well.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import sys
import termios
from collections.abc import Callable, Iterator
from types import TracebackType
from typing import Any

_STOP = frozenset({b"\x1b", b"q", b"Q"})
_SEQUENCE = 0.03
"""Seconds within which the rest of an arrow key's sequence follows its Esc."""


class Keys:
    """While entered, ``stop`` is called when the person presses Esc or q. Does nothing without a terminal."""

    def __init__(self, stop: Callable[[], None]) -> None:
        self._stop = stop
        self._usual: list[Any] | None = None
        self._pending: asyncio.TimerHandle | None = None
        self._descriptor = -1
        self._asking = 0

    def __enter__(self) -> Keys:
        try:
            descriptor = sys.stdin.fileno()
            if not sys.stdin.isatty() or os.tcgetpgrp(descriptor) != os.getpgrp():
                return self  # no terminal, or in the background: reading would stop the whole process
            self._usual = termios.tcgetattr(descriptor)
        except (OSError, ValueError, termios.error):
            return self
        self._descriptor = descriptor
        asyncio.get_running_loop().add_signal_handler(signal.SIGCONT, self._listen)
        self._listen()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if self._usual is not None:
            asyncio.get_running_loop().remove_signal_handler(signal.SIGCONT)
            self._rest()
            self._usual = None

    @contextlib.contextmanager
    def asking(self) -> Iterator[None]:
        """While entered, the terminal does lines, for a question."""
        self._asking += 1
        self._rest()
        try:
            yield
        finally:
            self._asking -= 1
            self._listen()

    def _listen(self) -> None:
        if self._usual is None or self._asking:
            return
        single = [*self._usual]
        single[3] &= ~(termios.ICANON | termios.ECHO)
        single[6] = [*self._usual[6]]
        single[6][termios.VMIN], single[6][termios.VTIME] = 1, 0
        with contextlib.suppress(termios.error):
            termios.tcsetattr(self._descriptor, termios.TCSANOW, single)
        asyncio.get_running_loop().add_reader(self._descriptor, self._read)

    def _rest(self) -> None:
        if self._usual is None:
            return
        if self._pending is not None:
            self._pending.cancel()
            self._pending = None
        asyncio.get_running_loop().remove_reader(self._descriptor)
        with contextlib.suppress(termios.error):
            termios.tcsetattr(self._descriptor, termios.TCSANOW, self._usual)

    def _read(self) -> None:
        try:
            data = os.read(self._descriptor, 64)
        except OSError:
            data = b""
        if not data:  # the terminal is gone; SIGHUP says the rest
            asyncio.get_running_loop().remove_reader(self._descriptor)
            return
        if self._pending is not None:  # what follows an Esc at once is an arrow key, and no stop
            self._pending.cancel()
            self._pending = None
            return
        if data == b"\x1b":
            self._pending = asyncio.get_running_loop().call_later(_SEQUENCE, self._stop)
        elif data in _STOP:
            self._stop()
