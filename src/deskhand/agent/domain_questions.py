"""Questions about new domains, in the journal like those about calls: asked, and how they were answered.

The gateway asks from outside the loop, while a connection waits; the run goes on meanwhile.
"""

from __future__ import annotations

import inspect
import time
import uuid
from dataclasses import replace
from typing import Literal

from deskhand.agent.events import Decided, Event, Questioned
from deskhand.agent.journal import Journal, JournalError
from deskhand.agent.result import OnEvent
from deskhand.sandbox.gateway.ask import PATIENCE, Answer, Asker, Question


class DomainQuestions:
    """An `Asker` round another one."""

    def __init__(self, asker: Asker, journal: Journal, on_event: OnEvent | None) -> None:
        self._asker, self._journal, self._on_event = asker, journal, on_event

    async def __call__(self, question: Question) -> Answer:
        id, name = uuid.uuid4().hex, question.name
        sentence = f"The desktop wants to reach {name}."
        await self._tell(
            Questioned(0, id, "", sentence, ("domain",), words=sentence, domain=name, until=time.time() + PATIENCE)
        )
        answered, answer, reason = False, _NO, "nobody answered in time"
        try:
            answer, answered, reason = await self._asker(replace(question, id=id)), True, ""
            return answer
        finally:
            scope = answer if answer in ("once", "run", "always") else "once"
            by: Literal["person", "policy"] = "person" if answered else "policy"
            await self._tell(Decided(0, "", answer != "no", by, reason, sentence, id, scope))

    async def _tell(self, event: Event) -> None:
        try:
            entry = self._journal.append(event)
        except JournalError:
            return  # the run is over, or about to fail for the same reason
        told = None if self._on_event is None else self._on_event(entry.event)
        if inspect.isawaitable(told):
            await told


_NO: Answer = "no"
