"""Asking a person about a new name, while the connection waits.

The connection waits, not the look-up: a resolver gives up after five seconds, a browser after thirty and more. One
question at a time, and one for all connections to the same name. Silence is no; so is a person who cannot
be asked.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Literal, TypeAlias

Answer: TypeAlias = Literal[
    "once",  # what waits now, and what follows within half a minute
    "run",  # as long as this desktop lives
    "always",  # and written to the policy file
    "no",  # as long as this desktop lives
]


@dataclass(frozen=True, slots=True)
class Question:
    name: str
    can_keep: bool
    """Whether there is a policy file that "always" could be written to."""
    id: str = ""
    """What it goes by in the journal; given by whoever keeps one."""


Asker: TypeAlias = Callable[[Question], Awaitable[Answer]]
"""Asks a person. If it raises, or answers something else, that is a no."""

PATIENCE = 30.0
"""Seconds that a person gets to answer."""
ONCE = 30.0
"""Seconds that "once" holds: a page needs more than one connection, and asks for them bit by bit."""
UNANSWERED = 60.0
"""Seconds that silence counts as no: a browser that tries again must not ask again."""
_QUEUE = 16
HOUSEKEEPING = frozenset(
    {
        "clients2.google.com",  # the time of day, updates of extensions
        "clients4.google.com",
        "edgedl.me.gvt1.com",
        "optimizationguide-pa.googleapis.com",
        "redirector.gvt1.com",  # the spelling dictionary
        "safebrowsing.googleapis.com",
        "update.googleapis.com",  # updates of components
    }
)
"""What a browser wants for itself within seconds of every start. Nobody's task needs it, so nobody is asked about it;
whoever does want it allowed writes a rule."""


@dataclass(frozen=True, slots=True)
class Word:
    """What came of a question."""

    answer: Answer
    by: Literal["policy", "person"]
    reason: str


class Asking:
    def __init__(self, asker: Asker | None, patience: float = PATIENCE) -> None:
        self._asker, self._patience = asker, patience
        self._turn = asyncio.Lock()
        self._open: dict[Question, asyncio.Future[Word]] = {}
        self._remembered: dict[str, tuple[Word, float]] = {}

    async def ask(self, question: Question) -> Word:
        """The answer; the same question is put only once at a time."""
        remembered = self._remembered.get(question.name)
        if remembered is not None and time.monotonic() < remembered[1]:
            return remembered[0]
        if question.name in HOUSEKEEPING:
            return Word("no", "policy", "not on the list, and only for the browser itself, so nobody is asked")
        if self._asker is None:
            return Word("no", "policy", "not on the list, and there is nobody to ask")
        if question not in self._open:
            if len(self._open) >= _QUEUE:
                return Word("no", "policy", "not on the list, and too many questions are open")
            asked = asyncio.ensure_future(self._ask(self._asker, question))
            self._open[question] = asked
            asked.add_done_callback(lambda _: self._open.pop(question, None))
        # Shielded: that one of the connections has gone does not take the question back for the others.
        return await asyncio.shield(self._open[question])

    async def _ask(self, asker: Asker, question: Question) -> Word:
        async with self._turn:
            try:
                answer = await asyncio.wait_for(asker(question), self._patience)
            except TimeoutError:
                answer, word = "no", Word("no", "policy", f"nobody answered within {self._patience:g} s")
            except Exception as error:
                answer, word = "no", Word("no", "policy", f"nobody could be asked ({error})")
            else:
                word = Word(answer, "person", "") if answer in ("once", "run", "always") else Word("no", "person", "")
        lasts = ONCE if answer == "once" else UNANSWERED if word.by == "policy" else 0.0
        self._remembered[question.name] = (word, time.monotonic() + lasts)
        return word

    def close(self) -> None:
        for each in list(self._open.values()):
            each.cancel()
