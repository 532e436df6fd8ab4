"""Asking a program whether it has read all that was sent to it: the window managers' ping (_NET_WM_PING).

The question takes its place behind the keys in the program's queue, so the answer comes when they have been read. GTK,
Qt and Chromium answer; xterm does not know the question.
"""

from __future__ import annotations

import asyncio
import itertools
from pathlib import Path

import xcffib
import xcffib.xproto

from deskhand.desktop.display import X_ERRORS, Display

_PROMPT = 0.4
"""Seconds within which a program that has nothing else to do answers; it takes 1 ms."""


class Ping:
    def __init__(self, display_name: str) -> None:
        self._display = Display(display_name)
        mask = xcffib.xproto.EventMask.SubstructureNotify
        self._display.core.ChangeWindowAttributes(self._display.root, xcffib.xproto.CW.EventMask, [mask])
        self._display.sync()
        self._protocols = self._display.atom("WM_PROTOCOLS")
        self._ping = self._display.atom("_NET_WM_PING")
        self._numbers = itertools.count(1_000_000)
        self._asked: dict[int, asyncio.Future[None]] = {}
        self._mute: set[int] = set()
        """Windows that promise an answer and do not give it."""
        self._loop = asyncio.get_running_loop()
        self._loop.add_reader(self._display.fileno(), self._readable)

    async def ask(self, window: int, patience: float) -> bool | None:
        """Whether ``window`` answers within ``patience`` seconds; None at once if it does not know the question."""
        if not window or window in self._mute or self._ping not in self._display.cardinals(window, "WM_PROTOCOLS"):
            return None
        number = next(self._numbers)
        answer: asyncio.Future[None] = self._loop.create_future()
        self._asked[number] = answer
        try:
            self._display.send_message(window, "WM_PROTOCOLS", (self._ping, number, window), target=window)
            self._loop.call_soon(self._readable)
            end = self._loop.time() + patience
            while not (await asyncio.wait([answer], timeout=min(_PROMPT, patience)))[0]:
                if self._sleeps(window):
                    self._mute.add(window)
                    return None
                if self._loop.time() > end:
                    return False
        except X_ERRORS:
            return None
        finally:
            self._asked.pop(number, None)
        return True

    def _sleeps(self, window: int) -> bool:
        """Whether the program behind ``window`` waits for something to do: one that leaves a question unanswered then
        will never answer (FeatherPad, which is Qt, does not)."""
        pids = self._display.cardinals(window, "_NET_WM_PID")
        try:
            text = Path(f"/proc/{pids[0]}/stat").read_text(errors="replace")
        except (OSError, IndexError):
            return True
        return text[text.rfind(")") + 2 :][:1] == "S"

    def _readable(self) -> None:
        try:
            while (event := self._display.connection.poll_for_event()) is not None:
                if isinstance(event, xcffib.xproto.ClientMessageEvent) and int(event.type) == self._protocols:
                    kind, number = event.data.data32[:2]
                    answer = self._asked.get(number)
                    if kind == self._ping and answer is not None and not answer.done():
                        answer.set_result(None)
        except X_ERRORS:
            pass
        except (xcffib.ConnectionException, xcffib.XcffibException):
            self._loop.remove_reader(self._display.fileno())

    def close(self) -> None:
        self._loop.remove_reader(self._display.fileno())
        self._display.close()
