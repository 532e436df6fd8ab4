"""The brake: stopping a run from outside, softly or at once, and the deadline that works the same way.

Two strengths, because a click cut in half is worse than a click: a soft stop lets the action under way end (but not
the model's thinking, which leaves nothing half done), a hard one, the emergency stop, cancels whatever is under way and
has the desktop let go of every key and button, within 100 ms (measured by `tests/agent/test_emergency.py`).
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

from deskhand.agent.stops import Interrupted, LimitReached

T = TypeVar("T")

_LETTING_GO = 5.0
"""Seconds that cancelled work gets to let go of what it holds."""


class Control:
    """Given to a run by whoever may stop it. ``stop`` may be called at any time, from any thread."""

    def __init__(self) -> None:
        self._soft = asyncio.Event()
        self._hard = asyncio.Event()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._deadline: float | None = None
        self._deadline_text = ""
        self._halt: Callable[[], Coroutine[Any, Any, None]] | None = None
        self._halting: asyncio.Task[None] | None = None
        self.halted_after: float | None = None
        """Seconds from a hard stop to the desktop's word that everything is let go; None when there was none."""

    @property
    def stopping(self) -> bool:
        return self._soft.is_set()

    def stop(self, *, after_action: bool = True) -> None:
        """End the run after the action under way, or at once."""
        loop = self._loop
        if loop is not None and not loop.is_closed():
            loop.call_soon_threadsafe(self._set, after_action)
        else:
            self._set(after_action)

    def emergency(self) -> None:
        """The emergency stop: everything halts, and every key and button is let go, at once."""
        self.stop(after_action=False)

    def brake(self, halt: Callable[[], Coroutine[Any, Any, None]] | None) -> None:
        """``halt`` is begun with a hard stop, beside the cancelling: what is under way is abandoned where it happens,
        while this side still tidies up."""
        self._halt = halt

    def _set(self, after_action: bool) -> None:
        self._soft.set()
        if after_action or self._hard.is_set():
            return
        self._hard.set()
        if self._halt is not None and self._loop is not None and not self._loop.is_closed():
            self._halting = self._loop.create_task(self._halted(self._halt))

    async def has_halted(self) -> None:
        """Wait for the end of what a hard stop has begun."""
        if self._halting is not None:
            await asyncio.wait({self._halting})

    async def _halted(self, halt: Callable[[], Coroutine[Any, Any, None]]) -> None:
        began = time.monotonic()
        try:
            await asyncio.wait_for(halt(), _LETTING_GO)
        except Exception:  # a desktop that is gone holds nothing; one that hangs is ended with the run
            return
        self.halted_after = time.monotonic() - began

    def limit(self, seconds: float | None, text: str) -> None:
        """From now on, whatever is under way when ``seconds`` have gone by is cancelled with `LimitReached`."""
        self._deadline = None if seconds is None else time.monotonic() + seconds
        self._deadline_text = text

    def check(self) -> None:
        """Raises `Interrupted` when a stop of either strength has been asked for."""
        if self.stopping:
            raise Interrupted("Stopped by a person.")

    async def run(self, work: Coroutine[Any, Any, T], *, action: bool) -> T:
        """Await ``work``. Raises `Interrupted` or `LimitReached` if it is stopped; ``action`` is what a soft stop
        spares."""
        self._loop = asyncio.get_running_loop()
        left = None if self._deadline is None else self._deadline - time.monotonic()
        task = asyncio.ensure_future(work)
        brake = asyncio.ensure_future((self._hard if action else self._soft).wait())
        try:
            await asyncio.wait({task, brake}, timeout=left, return_when=asyncio.FIRST_COMPLETED)
            if task.done():
                return task.result()
            if brake.done():
                raise Interrupted("Stopped by a person.")
            raise LimitReached(self._deadline_text)
        finally:
            brake.cancel()
            if not task.done():
                task.cancel()
                await asyncio.wait({task}, timeout=_LETTING_GO)
            if task.done() and not task.cancelled():
                task.exception()  # looked at, so that asyncio does not complain about it
