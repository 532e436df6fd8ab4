"""The loop: ask the model, ask the guard, let the tool run, tell the model what happened, again.

Everything is journalled before anybody sees it. Every way out is an exception with a name (`stops`). Whatever ends
the run, held keys are let go, every call of the model has an answer, and the journal ends with `Finished`.
"""

from __future__ import annotations

import asyncio
import inspect
import logging
import time
from collections.abc import Coroutine, Sequence
from dataclasses import replace
from typing import Any

import deskhand
from deskhand.agent import prices, telling
from deskhand.agent.acting import Hands
from deskhand.agent.compaction import PROMPT, continuation, is_due, newest, summary_request
from deskhand.agent.control import Control
from deskhand.agent.ending import judge
from deskhand.agent.events import Asked, Event, Finished, Noted, Resumed, Started
from deskhand.agent.forecast import Forecast
from deskhand.agent.history import outgoing
from deskhand.agent.journal import Journal, JournalError, Reader
from deskhand.agent.limits import Limits, Spent, reached
from deskhand.agent.recovery import Cut
from deskhand.agent.result import Closing, Left, OnEvent
from deskhand.agent.result import RunResult as RunResult
from deskhand.agent.stops import Failed, Interrupted, LimitReached, ModelAsks, Refused, Stop, TaskDone
from deskhand.agent.take_up import NEW_DESKTOP, SAME_DESKTOP, answers
from deskhand.agent.transcript import conversation, counts
from deskhand.desktop.interface import Desktop, DesktopError, DesktopGone
from deskhand.guard.review import Review
from deskhand.messages import Block, Image, Message, Usage, user
from deskhand.models.interface import Delta, Model, ModelError, OnDelta, Reply, Request, traits_of
from deskhand.tools.collection import Tools

_log = logging.getLogger(__name__)

MOST_TOKENS = 64_000
NUDGE = (
    "Your last turn was empty. If the task is done, say in a sentence what you saw that shows it and end with DONE on "
    "a line of its own; otherwise go on, or end with QUESTION or CANNOT."
)
_RELEASE_SECONDS = 3.0


class Agent:
    """One run of one task. ``desktop`` is only for letting go of held keys; all else goes through ``tools``."""

    def __init__(
        self,
        model: Model,
        tools: Tools,
        desktop: Desktop,
        journal: Journal,
        *,
        review: Review | None = None,
        limits: Limits | None = None,
        system: str = "",
        on_event: OnEvent | None = None,
        on_delta: OnDelta | None = None,
        control: Control | None = None,
        options: dict[str, Any] | None = None,
        began: float | None = None,
        brief: Sequence[Block] = (),
    ) -> None:
        """``began``: the `time.monotonic()` from which the run's time is counted, when that is before now.

        ``brief``: what the model is shown before the task.
        """
        self.model, self.tools, self.desktop, self.journal = model, tools, desktop, journal
        self.review = review or Review()
        self.limits = limits or Limits()
        self.system = system
        self.control = control or Control()
        self.messages: list[Message] = []
        """The conversation so far, unpruned."""
        self.spent = Spent()
        self.usage = Usage()
        self._traits = traits_of(model)
        self._on_event, self._on_delta = on_event, on_delta
        self._options = options or {}
        self._began = time.monotonic() if began is None else began
        self._hands = Hands(tools, self.review, self.control, journal, self._emit)
        self._brief = tuple(brief)
        self._forecast = Forecast(model.name, self._traits.caches)
        self._say = ""
        """What it is told with the next request."""
        self._nudged = False
        self._anew: tuple[Image, ...] | None = None
        """Set when the conversation is to begin again: the pictures that are shown again."""
        self._turn: Reply | None = None
        """A turn that was heard before the run was cut off."""

    @property
    def run_id(self) -> str:
        return self.journal.folder.name

    @property
    def steps(self) -> int:
        """Turns asked of the model so far."""
        return self.spent.steps

    def stop(self, *, after_action: bool = True) -> None:
        """End the run after the action under way, or at once. May be called from any thread."""
        self.control.stop(after_action=after_action)

    # --- the loop -----------------------------------------------------------------------------------------------

    async def run(self, task: str, *, closing: Closing | None = None) -> RunResult:
        """Do the task. Raises only `JournalError` (there is no run without a journal) and a cancellation from outside
        (after putting everything away)."""
        return await self._live(self._begin(task), closing)

    async def resume(self, cut: Cut, *, same_desktop: bool, say: str = "", closing: Closing | None = None) -> RunResult:
        """Go on with a run whose journal ends as ``cut`` says; ``say``: a person's word to the model."""
        return await self._live(self._take_up(cut, same_desktop, say), closing)

    async def _live(self, beginning: Coroutine[Any, Any, None], closing: Closing | None) -> RunResult:
        cancelled = False
        stop: Stop
        try:
            await beginning
            while True:
                began = time.monotonic()
                await self._step()
                self.spent.took(time.monotonic() - began)
        except Stop as reason:
            stop = reason
        except asyncio.CancelledError:
            stop, cancelled = Interrupted("Stopped from outside."), True
        except DesktopGone as error:
            stop = Failed(f"The desktop is gone: {error}")
        except JournalError:
            await self._let_go()
            raise
        except Exception as error:
            _log.debug("the run ended by a defect", exc_info=True)
            stop = Failed(f"A defect of deskhand ended the run ({type(error).__name__}: {error}).")
        result = await self._finish(stop, closing)
        if cancelled:
            raise asyncio.CancelledError
        return result

    async def _step(self) -> None:
        reply = await self._ask()
        match reply.stop_reason:
            case "pause_turn":  # the turn goes back as it is, and the model goes on with it
                return
            case "refusal":
                raise ModelAsks(reply.message.text or "The model's provider refused to go on, and did not say why.")
            case "model_context_window_exceeded":
                if self.messages and self.messages[-1].role == "assistant":
                    self.messages.pop()  # cut off by the window: no whole turn
                if len(self.messages) <= 2:
                    raise LimitReached("The conversation no longer fits the model's window.")
                await self._summarize()
                return
            case _ if calls := reply.message.tool_uses:
                await self._hands.act(self.spent.steps, calls, self.messages)
            case _ if self._traits.ends_by_word and not reply.message.text.strip() and not self._nudged:
                self._say, self._nudged = NUDGE, True
            case _:
                raise self._ending(reply)
        if is_due(reply.usage, self._traits):
            await self._summarize()

    async def _summarize(self) -> None:
        """Have the conversation replaced by the model's own summary of it, from the next request on."""
        await self._emit(Noted("The conversation fills the model's window: it is being summarised.", self.steps))
        pictures = newest(self.messages)
        reply = await self._respond(summary_request(self.messages), Asked(self.steps + 1, PROMPT, anew=True))
        summary = reply.message.text.strip()
        if not summary:
            raise LimitReached("The conversation no longer fits the model's window, and the model did not sum it up.")
        self._begin_anew(continuation(summary), pictures)

    def _begin_anew(self, said: str, pictures: tuple[Image, ...] = ()) -> None:
        self._say, self._anew = said, pictures

    async def _ask(self) -> Reply:
        """One turn of the model, asked for again with more room while the output limit cuts it off."""
        if self._turn is not None:
            turn, self._turn = self._turn, None
            return turn
        room, said, anew = self._traits.max_tokens, self._say, self._anew
        self._say, self._anew = "", None
        if anew is not None:
            self.messages[1:] = [user(*([said] if said else []), *anew)] if said or anew else []
        elif said:
            self.messages.append(user(said))
        kept = () if anew is None else tuple(self.journal.keep_bytes(picture.data) for picture in anew)
        asked = Asked(0, said, anew is not None, kept)
        while True:
            request = Request(outgoing(self.messages, self._traits), self.tools.definitions, self.system, room)
            reply = await self._respond(request, replace(asked, step=self.steps + 1))
            if counts(reply.stop_reason):
                if reply.content:
                    self.messages.append(reply.message)
                if reply.message.tool_uses:
                    self._nudged = False
                return reply
            if room >= MOST_TOKENS:
                raise Failed(f"The model's turn did not fit into {room} tokens of output: ask for less at a time.")
            room, asked = min(2 * room, MOST_TOKENS), Asked(0)
            await self._emit(Noted(f"The answer was cut off; asking again with room for {room} tokens.", self.steps))

    async def _respond(self, request: Request, asked: Asked) -> Reply:
        """Ask, within the limits, and journal both."""
        self._check(request)
        self.spent.steps += 1
        await self._emit(asked)
        began = time.monotonic()
        try:
            reply = await self.control.run(self.model.respond(request, self._delta), action=False)
        except ModelError as error:
            raise Failed(str(error)) from error
        self._forecast.learn(request, reply)
        usd = prices.cost(reply.model or self.model.name, reply.usage)
        self.usage += reply.usage
        self.spent.paid(usd)
        await self._emit(telling.replied(self.steps, reply, time.monotonic() - began, usd))
        return reply

    def _check(self, request: Request) -> None:
        """Raises `Interrupted` or `LimitReached` when no further step may begin."""
        self.control.check()
        self.spent.seconds = self._seconds()
        following = self._forecast.next_usd(request) if self.limits.usd is not None else 0.0
        if reason := reached(self.limits, self.spent, next_usd=following):
            raise LimitReached(reason)

    def _ending(self, reply: Reply) -> Stop:
        """What a turn without calls means."""
        text = reply.message.text.strip()
        if reply.asks:
            return Refused(text) if self._hands.refusal else ModelAsks(text)
        if not self._traits.ends_by_word:
            return TaskDone(text)
        ending = judge(text)
        match ending.kind:
            case "done" if text:
                return TaskDone(ending.text)
            case "cannot" if self._hands.refusal:  # it gave up on what a person had just refused it
                return Refused(ending.text or self._hands.refusal)
            case _:
                return ModelAsks(ending.text or "The model stopped without saying whether the task is done.")

    # --- beginning and ending -----------------------------------------------------------------------------------

    async def _take_up(self, cut: Cut, same_desktop: bool, say: str) -> None:
        """Bring journal and conversation to where the model can be asked again."""
        self._limit_time()
        self.spent, self.usage = cut.spent, cut.usage
        await self._emit(Resumed(same_desktop, self.steps))
        where = "the same desktop" if same_desktop else "a new desktop"
        await self._emit(Noted(f"The run was resumed at {where}.", self.steps))
        async for event in answers(cut, self.desktop, self.tools.picture_size, self.journal, same_desktop=same_desktop):
            await self._emit(event)
        reader = Reader(self.journal.folder)
        try:
            entries = await asyncio.to_thread(reader.read)
            self.messages[:] = conversation((entry.event for entry in entries), reader.picture)
        finally:
            reader.close()
        self._turn, self._hands.refusal = cut.turn, cut.refusal
        if cut.summary:
            self._begin_anew(continuation(cut.summary), newest(self.messages))
        if say:
            self._turn, self._say = None, "\n\n".join(part for part in (self._say, say) if part)
        elif not self._traits.ends_by_word:
            if not same_desktop and cut.turn is None:  # it goes by what its programs did, and these are gone
                self._begin_anew("")
        elif cut.turn is None:
            told = SAME_DESKTOP if same_desktop else NEW_DESKTOP
            self._say = "\n\n".join(part for part in (self._say, told) if part)

    def _limit_time(self) -> None:
        if (minutes := self.limits.minutes) is not None:
            left = minutes * 60 - self._seconds()
            self.control.limit(left, f"The limit of {minutes:g} minutes was reached in the middle of a step.")

    async def _begin(self, task: str) -> None:
        self._limit_time()
        screen, picture = self.desktop.size, self.tools.picture_size
        await self._emit(
            Started(
                run=self.run_id,
                task=task,
                model=self.model.name,
                width=screen.width,
                height=screen.height,
                picture_width=picture.width,
                picture_height=picture.height,
                options=self._options,
                version=deskhand.__version__,
                brief=telling.kept_blocks(self._brief, self.journal),
            )
        )
        self.messages.append(user(*self._brief, task))
        name = self.model.name
        if self.limits.usd is not None and self._traits.ends_by_word and prices.price_of(name) is None:
            raise Failed(f"{name} has no known price, so a limit on its cost cannot be kept: leave the limit out.")

    async def _finish(self, stop: Stop, closing: Closing | None) -> RunResult:
        """Let go of everything, put it away, and say how it ended: the last event of every journal."""
        await self._let_go()
        left = Left()
        warnings: list[str] = []
        try:
            if closing is not None:
                left = await closing()
            for note in left.notes:
                await self._emit(Noted(note, self.steps))
        except Failed as error:  # whoever watched has failed: the journal goes on
            warnings.append(str(error))
        except Exception as error:
            warnings.append(f"Not everything could be put away: {error}")
            self.journal.append(Noted(warnings[-1], self.steps))
        usd = self.spent.usd if self.spent.priced else None
        seconds = round(self._seconds(), 2)
        finished = Finished(stop.status, stop.answer, self.steps, seconds, self.run_id, usd, left.files)
        try:
            await self._emit(finished)
        except Failed as error:  # it is in the journal all the same
            warnings.append(str(error))
        return RunResult(
            stop.status,
            stop.answer,
            self.steps,
            seconds,
            self.run_id,
            self.journal.folder,
            self.usage,
            usd,
            left.files,
            tuple(warnings),
        )

    async def _let_go(self) -> None:
        """Release held keys and buttons; a desktop that is gone holds none."""
        try:
            await asyncio.wait_for(self.desktop.release_all(), _RELEASE_SECONDS)
        except (DesktopError, TimeoutError):
            pass

    # --- telling ------------------------------------------------------------------------------------------------

    async def _emit(self, event: Event) -> None:
        """Into the journal, and only then to whoever watches."""
        entry = self.journal.append(event)
        if self._on_event is None:
            return
        try:
            answer = self._on_event(entry.event)
            if inspect.isawaitable(answer):
                await answer
        except Exception as error:
            self._on_event = None
            raise Failed(f"What watched the run failed ({type(error).__name__}: {error}), so it was ended.") from error

    async def _delta(self, delta: Delta) -> None:
        if delta.kind == "retry":
            await self._emit(Noted(delta.text, self.steps))
        if self._on_delta is not None:
            await self._on_delta(delta)

    def _seconds(self) -> float:
        return time.monotonic() - self._began
