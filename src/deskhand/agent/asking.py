"""Asking the model for its turns: what it is sent and told, within the limits, asked again with more room or anew.

The other half of the loop is `acting`: this one has the conversation, that one the hands.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace

from deskhand.agent import prices, telling
from deskhand.agent.compaction import PROMPT, continuation, newest, summary_request
from deskhand.agent.control import Control
from deskhand.agent.events import Asked, Event, Noted
from deskhand.agent.forecast import Forecast
from deskhand.agent.history import outgoing
from deskhand.agent.journal import Journal
from deskhand.agent.limits import Limits, Spent, reached
from deskhand.agent.stops import Failed, LimitReached
from deskhand.agent.transcript import counts
from deskhand.messages import Image, Message, Usage, user
from deskhand.models.interface import Delta, Model, ModelError, OnDelta, Reply, Request, traits_of
from deskhand.tools.collection import Tools

MOST_TOKENS = 64_000
_LETTING_GO = 5.0
"""Seconds that a turn which is given up gets to close its connection."""


class TakenOver(Exception):
    """A person has taken the hand while the model was being asked: it is to be asked again when they give it back."""


@dataclass(slots=True)
class Asking:
    """The conversation of one run."""

    model: Model
    tools: Tools
    system: str
    limits: Limits
    control: Control
    journal: Journal
    emit: Callable[[Event], Awaitable[None]]
    on_delta: OnDelta | None
    began: float
    """The `time.monotonic()` from which the run's time is counted."""
    messages: list[Message] = field(default_factory=list[Message])
    """The conversation so far, unpruned."""
    spent: Spent = field(default_factory=Spent)
    usage: Usage = field(default_factory=Usage)
    heard: Reply | None = None
    """A turn that was heard before the run was cut off, and stands in the conversation."""
    taking: asyncio.Event = field(default_factory=asyncio.Event)
    """Set when a person takes the hand: the turn that is being waited for is given up."""
    _say: str = ""
    """What it is told with the next request."""
    _show: tuple[Image, ...] = ()
    """What it is shown with it."""
    _anew: tuple[Image, ...] | None = None
    """Set when the conversation is to begin again: the pictures that are shown again."""
    _forecast: Forecast = field(init=False)

    def __post_init__(self) -> None:
        self._forecast = Forecast(self.model.name, traits_of(self.model).caches)

    @property
    def seconds(self) -> float:
        return time.monotonic() - self.began

    def say(self, text: str, *pictures: Image) -> None:
        """Tell the model with the next request, after what it is to be told already."""
        self._say = "\n\n".join(part for part in (self._say, text) if part)
        self._show += pictures

    def begin_anew(self, said: str, pictures: tuple[Image, ...] = ()) -> None:
        """With the next request: the task, what is said here, and nothing of what came before."""
        self._say, self._anew = said, pictures

    async def ask(self) -> Reply:
        """One turn of the model, asked for again with more room while the output limit cuts it off.

        Raises `TakenOver` when a person takes the hand meanwhile; what the model was to be told stays said.
        """
        if self.heard is not None:
            turn, self.heard = self.heard, None
            return turn
        asked, traits = self._told(), traits_of(self.model)
        room = traits.max_tokens
        while True:
            request = Request(outgoing(self.messages, traits), self.tools.definitions, self.system, room)
            reply = await self._respond(request, replace(asked, step=self.spent.steps + 1))
            if counts(reply.stop_reason):
                if reply.content:
                    self.messages.append(reply.message)
                return reply
            if room >= MOST_TOKENS:
                raise Failed(f"The model's turn did not fit into {room} tokens of output: ask for less at a time.")
            room, asked = min(2 * room, MOST_TOKENS), Asked(0)
            await self._note(f"The answer was cut off; asking again with room for {room} tokens.")

    async def summarize(self) -> None:
        """Have the conversation replaced by the model's own summary of it, from the next request on."""
        await self._note("The conversation fills the model's window: it is being summarised.")
        pictures = newest(self.messages)
        reply = await self._respond(summary_request(self.messages), Asked(self.spent.steps + 1, PROMPT, anew=True))
        summary = reply.message.text.strip()
        if not summary:
            raise LimitReached("The conversation no longer fits the model's window, and the model did not sum it up.")
        self.begin_anew(continuation(summary), pictures)

    async def shorten(self) -> None:
        """As `summarize`, for a conversation that the model could not take any more."""
        if self.messages and self.messages[-1].role == "assistant":
            self.messages.pop()  # cut off by the window: no whole turn
        if len(self.messages) <= 2:
            raise LimitReached("The conversation no longer fits the model's window.")
        await self.summarize()

    def _told(self) -> Asked:
        """Put into the conversation what the model is to be told, and say so for the journal."""
        said, anew, pictures = self._say, self._anew is not None, (*(self._anew or ()), *self._show)
        self._say, self._anew, self._show = "", None, ()
        told = [user(*([said] if said else []), *pictures)] if said or pictures else []
        if anew:
            self.messages[1:] = told
        else:
            self.messages.extend(told)
        kept = tuple(self.journal.keep_bytes(picture.data) for picture in pictures)
        return Asked(0, said, anew, kept)

    async def _respond(self, request: Request, asked: Asked) -> Reply:
        """Ask, within the limits, and journal both."""
        self._check(request)
        self.spent.steps += 1
        await self.emit(asked)
        began = time.monotonic()
        try:
            reply = await self.control.run(self._answer(request), action=False)
        except ModelError as error:
            raise Failed(str(error)) from error
        except TakenOver:
            self.spent.steps -= 1  # no turn came of it
            raise
        if self.limits.usd is not None:
            self._forecast.learn(request, reply)
        usd = prices.cost(reply.model or self.model.name, reply.usage)
        self.usage += reply.usage
        self.spent.paid(usd)
        await self.emit(telling.replied(self.spent.steps, reply, time.monotonic() - began, usd))
        return reply

    async def _answer(self, request: Request) -> Reply:
        """The model's reply, unless a person takes the hand before it is there."""
        reply = asyncio.ensure_future(self.model.respond(request, self._delta))
        taken = asyncio.ensure_future(self.taking.wait())
        try:
            await asyncio.wait({reply, taken}, return_when=asyncio.FIRST_COMPLETED)
            if reply.done():
                return reply.result()
            raise TakenOver
        finally:
            taken.cancel()
            if not reply.done():
                reply.cancel()
                await asyncio.wait({reply}, timeout=_LETTING_GO)
            if reply.done() and not reply.cancelled():
                reply.exception()  # looked at, so that asyncio does not complain about it

    def _check(self, request: Request) -> None:
        """Raises `Interrupted` or `LimitReached` when no further step may begin."""
        self.control.check()
        self.spent.seconds = self.seconds
        following = self._forecast.next_usd(request) if self.limits.usd is not None else 0.0
        if reason := reached(self.limits, self.spent, next_usd=following):
            raise LimitReached(reason)

    async def _delta(self, delta: Delta) -> None:
        if delta.kind == "retry":
            await self._note(delta.text)
        if self.on_delta is not None:
            await self.on_delta(delta)

    async def _note(self, text: str) -> None:
        await self.emit(Noted(text, self.spent.steps))
