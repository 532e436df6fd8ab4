"""What the network gateway decided, as notes in the run's journal.

Decisions come from outside the loop, at any moment: before the run's first event they wait, after its last one they
are nobody's news. That an allowed name was looked up is not told; the connection is.
"""

from __future__ import annotations

import asyncio
import inspect
from collections.abc import Awaitable

from deskhand.agent.events import Event, Finished, Noted, Resumed, Started
from deskhand.agent.journal import Journal, JournalError
from deskhand.agent.result import OnEvent
from deskhand.sandbox.gateway.decisions import Decision


class NetworkNotes:
    def __init__(self, journal: Journal, on_event: OnEvent | None) -> None:
        self._journal, self._on_event = journal, on_event
        self._waiting: list[str] = []
        self._open = False
        self._step = 0
        self._telling: set[asyncio.Task[None]] = set()

    def decided(self, decision: Decision) -> None:
        """For `open_desktop(on_decision=…)`."""
        if decision.kind == "name" and decision.allowed and decision.by == "policy":
            return
        if self._open:
            self._note(decision.words)
        else:
            self._waiting.append(decision.words)

    def heard(self, event: Event) -> Awaitable[None] | None:
        """For the run's ``on_event``: passes each event on, and learns from it where the run stands."""
        self._step = getattr(event, "step", self._step)
        answer = None if self._on_event is None else self._on_event(event)
        match event:
            case Started() | Resumed():
                self._open = True
                while self._waiting:
                    self._note(self._waiting.pop(0))
            case Finished():
                self._open = False
            case _:
                pass
        return answer

    def _note(self, text: str) -> None:
        try:
            entry = self._journal.append(Noted(text, self._step), fact="network")
        except JournalError:
            return  # the run is over, or about to fail for the same reason
        answer = None if self._on_event is None else self._on_event(entry.event)
        if inspect.isawaitable(answer):
            telling = asyncio.ensure_future(_finish(answer))
            self._telling.add(telling)
            telling.add_done_callback(self._telling.discard)


async def _finish(answer: Awaitable[None]) -> None:
    await answer
