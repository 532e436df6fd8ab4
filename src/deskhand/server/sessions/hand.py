"""The person's hand at the desktop: counted, never read.

What was typed may have been a password, so that it was typed, and how much, is all that is kept. When the hand has
rested for a second, what it did can be seen on the screen, and a picture is taken.
"""

from __future__ import annotations

import asyncio

from deskhand.agent.pausing import Pausing

REST = 1.0
"""Seconds."""


class PersonsHand:
    def __init__(self, pausing: Pausing) -> None:
        self._pausing = pausing
        self._clicks = self._scrolls = self._keys = self._pastes = 0
        self._buttons = 0
        self._resting: asyncio.TimerHandle | None = None

    def begin(self) -> None:
        self._clicks = self._scrolls = self._keys = self._pastes = 0
        self._buttons = 0

    def pointer(self, buttons: int) -> None:
        """The pointer moved, or its buttons changed; a bit for each: 1 left, 2 middle, 4 right, 8 to 64 the wheel."""
        pressed = buttons & ~self._buttons
        self._buttons = buttons
        if pressed & 0b111:
            self._clicks += 1
        if pressed & 0b1111000:
            self._scrolls += 1
        if pressed:
            self._moved()

    def key(self, down: bool) -> None:
        if down:
            self._keys += 1
            self._moved()

    def pasted(self) -> None:
        self._pastes += 1
        self._moved()

    def done(self) -> str:
        """What it did, as a sentence."""
        if self._resting is not None:
            self._resting.cancel()
        parts = [
            _times(self._clicks, "clicked"),
            _times(self._scrolls, "scrolled"),
            f"pressed {self._keys} key{'' if self._keys == 1 else 's'}" if self._keys else "",
            "sent text to the clipboard" if self._pastes else "",
        ]
        told = [part for part in parts if part]
        if not told:
            return "They touched neither mouse nor keyboard."
        return f"They {', '.join(told[:-1])}{' and ' if told[:-1] else ''}{told[-1]}."

    def _moved(self) -> None:
        if self._resting is not None:
            self._resting.cancel()
        self._resting = asyncio.get_running_loop().call_later(REST, self._pausing.rested)


def _times(count: int, verb: str) -> str:
    return "" if not count else f"{verb} once" if count == 1 else f"{verb} {count} times"
