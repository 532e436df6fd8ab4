"""What the desktop's limits did, as notes in the run's journal.

A window that vanishes because the kernel ended its program for its memory looks, on the screen, like one that was
closed. After each action the kernel's counters are asked (0.3 ms), and what they tell is noted beside it.
"""

from __future__ import annotations

import inspect
from collections.abc import Awaitable, Callable

from deskhand.agent.events import Acted, Event, Noted
from deskhand.agent.journal import Journal, JournalError
from deskhand.agent.result import OnEvent
from deskhand.sandbox.pressure import News, Pressure


class LimitNotes:
    def __init__(self, journal: Journal, on_event: OnEvent | None, now: Callable[[], Pressure]) -> None:
        self._journal, self._on_event = journal, on_event
        self.news = News(now)
        """What has not been noted yet, as sentences."""

    def heard(self, event: Event) -> Awaitable[None] | None:
        """For the run's ``on_event``: passes each event on, and adds notes behind an action that met a limit."""
        answer = None if self._on_event is None else self._on_event(event)
        if isinstance(event, Acted) and (said := self.news()):
            return self._note(answer, said, event.step)
        return answer

    async def _note(self, before: Awaitable[None] | None, said: list[str], step: int) -> None:
        if inspect.isawaitable(before):
            await before
        for text in said:
            try:
                entry = self._journal.append(Noted(text, step))
            except JournalError:
                return  # the run is about to fail for the same reason
            answer = None if self._on_event is None else self._on_event(entry.event)
            if inspect.isawaitable(answer):
                await answer
