"""The questions of one session that wait for a person, wherever the person is: on the page, or at a program.

An answer settles its question once; what comes later is told that it came too late. Silence is a no, and the model is
told that nobody answered.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Generic, TypeAlias, TypeVar

from deskhand.agent.pausing import Leaving
from deskhand.guard.interface import Decision, allow, refuse
from deskhand.guard.interface import Question as GuardQuestion
from deskhand.sandbox.gateway.ask import Answer as DomainAnswer
from deskhand.sandbox.gateway.ask import Question as DomainQuestion
from deskhand.server.errors import ApiError
from deskhand.server.sessions.models import Answer

T = TypeVar("T")
KeepDomain: TypeAlias = Callable[[str], None]
"""Writes a domain that was allowed for good into the user's settings."""
TAKEN_OVER = "the person took over the desktop instead"


class _Open(Generic[T]):
    def __init__(self, editable: tuple[str, ...] = ()) -> None:
        self.editable = editable
        self.answer: asyncio.Future[T] = asyncio.get_running_loop().create_future()


class Questions:
    """``changed`` is called whenever a question comes or goes."""

    def __init__(self, changed: Callable[[], None], keep_domain: KeepDomain | None = None) -> None:
        self._changed, self._keep_domain = changed, keep_domain
        self._calls: dict[str, tuple[_Open[Decision], GuardQuestion]] = {}
        self._domains: dict[str, tuple[_Open[DomainAnswer], DomainQuestion]] = {}

    @property
    def open(self) -> list[str]:
        return [*self._calls, *self._domains]

    async def approve(self, question: GuardQuestion) -> Decision:
        """For the guard."""
        waits: _Open[Decision] = _Open(question.editable)
        self._calls[question.id] = (waits, question)
        self._changed()
        try:
            return await asyncio.wait_for(waits.answer, question.patience)
        except TimeoutError:
            return refuse(f"nobody answered within {question.patience:.0f} seconds", stop=True)
        finally:
            del self._calls[question.id]
            self._changed()

    async def ask_domain(self, question: DomainQuestion) -> DomainAnswer:
        """For the gateway, which has a patience of its own."""
        waits: _Open[DomainAnswer] = _Open()
        self._domains[question.id] = (waits, question)
        self._changed()
        try:
            return await waits.answer
        finally:
            del self._domains[question.id]
            self._changed()

    def answer(self, given: Answer, via: str) -> None:
        """409 when the question is not open (any more), 400 when it does not take this answer."""
        if given.question in self._domains:
            waits_for, asked = self._domains[given.question]
            answer = _domain(given, asked, self._keep_domain)
            _settle(waits_for, answer)
            if answer == "always" and not asked.can_keep and self._keep_domain is not None:
                self._keep_domain(asked.name)
        elif given.question in self._calls:
            waits, question = self._calls[given.question]
            _settle(waits, _decision(given, question, via))
        else:
            raise ApiError(409, "That question is not open: it was answered, or nobody waits for it any more.")

    def leave(self) -> None:
        """The server ends: what is open is asked again by the next one."""
        for waits, _ in self._calls.values():
            if not waits.answer.done():
                waits.answer.set_exception(Leaving())

    def taken_over(self) -> None:
        """Whoever takes the hand has given the answer: they do it themselves."""
        for waits, _ in self._calls.values():
            if not waits.answer.done():
                waits.answer.set_result(refuse(TAKEN_OVER))


def _settle(waits: _Open[T], answer: T) -> None:
    if waits.answer.done():
        raise ApiError(409, "That question has been answered already.")
    waits.answer.set_result(answer)


def _decision(given: Answer, question: GuardQuestion, via: str) -> Decision:
    from dataclasses import replace

    if given.edited is not None:
        if given.answer != "once":
            raise ApiError(400, "edited: goes with the answer once.")
        if wrong := set(given.edited) - set(question.editable):
            may = ", ".join(question.editable) or "nothing"
            raise ApiError(400, f"edited: {', '.join(sorted(wrong))} cannot be changed here; what can be: {may}.")
    match given.answer:
        case "refuse":
            decision = refuse(given.reason.strip())
        case "stop":
            decision = refuse(given.reason.strip() or "stopped by the person", stop=True)
        case "once" if given.edited:
            decision = allow(edited={**question.proposal.call.input, **given.edited})
        case scope:
            decision = allow(scope)
    return replace(decision, via=via)


def _domain(given: Answer, question: DomainQuestion, keep: KeepDomain | None) -> DomainAnswer:
    match given.answer:
        case "refuse" | "stop":
            return "no"
        case "always" if not question.can_keep and keep is None:
            raise ApiError(400, "answer: there is nothing that “always” could be written to; take run.")
        case answer:
            return answer
