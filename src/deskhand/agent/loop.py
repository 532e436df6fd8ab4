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
from typing import Any

import deskhand
from deskhand.agent import prices, telling
from deskhand.agent.acting import Hands
from deskhand.agent.asking import Asking, TakenOver
from deskhand.agent.compaction import is_due
from deskhand.agent.control import Control
from deskhand.agent.ending import outcome
from deskhand.agent.events import Event, Finished, Noted, Said, Started
from deskhand.agent.held import Held
from deskhand.agent.journal import Journal, JournalError
from deskhand.agent.limits import Limits, Spent
from deskhand.agent.pausing import Pausing
from deskhand.agent.recovery import Cut
from deskhand.agent.result import Closing, Left, OnEvent
from deskhand.agent.result import RunResult as RunResult
from deskhand.agent.stops import Failed, Interrupted, ModelAsks, Stop
from deskhand.agent.take_up import take_up
from deskhand.desktop.interface import Desktop, DesktopError, DesktopGone
from deskhand.guard.review import Review
from deskhand.messages import Block, Message, Usage, user
from deskhand.models.interface import Model, OnDelta, traits_of
from deskhand.tools.collection import Tools

_log = logging.getLogger(__name__)

NUDGE = (
    "Your last turn was empty. If the task is done, say in a sentence what you saw that shows it and end with DONE on "
    "a line of its own; otherwise go on, or end with QUESTION or CANNOT."
)
LATER = "The embedded model hears this when it has come to the end of what it is doing, as a further task."
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
        pausing: Pausing | None = None,
    ) -> None:
        """``began``: the `time.monotonic()` from which the run's time is counted, when that is before now.

        ``brief``: what the model is shown before the task.
        """
        self.model, self.tools, self.desktop, self.journal = model, tools, desktop, journal
        self.review = review or Review()
        self.limits = limits or Limits()
        self.system = system
        self.control = control or Control()
        self._traits = traits_of(model)
        self._on_event = on_event
        self._options = options or {}
        self._brief = tuple(brief)
        self._nudged = False
        self.pausing = pausing or Pausing()
        self._asking = Asking(
            model,
            tools,
            system,
            self.limits,
            self.control,
            journal,
            self._emit,
            on_delta,
            time.monotonic() if began is None else began,
            taking=self.pausing.taking,
        )
        self._held = Held(
            self.pausing,
            self.control,
            desktop,
            journal,
            self._emit,
            tools.picture_size,
            self._stop_clock,
            self._went_on,
            follows_a_plan=not self._traits.ends_by_word,
        )
        self._hands = Hands(tools, self.review, self.control, journal, self._emit, self._hold)

    @property
    def messages(self) -> list[Message]:
        """The conversation so far, unpruned."""
        return self._asking.messages

    @property
    def spent(self) -> Spent:
        return self._asking.spent

    @property
    def usage(self) -> Usage:
        return self._asking.usage

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
        self.control.brake(self.desktop.halt)
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
        await self._hold()
        if self._traits.ends_by_word:
            self._pass_on()
        try:
            await self._turn()
        except TakenOver:
            pass  # the next step waits until the hand is given back, and asks anew

    async def _turn(self) -> None:
        reply = await self._asking.ask()
        match reply.stop_reason:
            case "pause_turn":  # the turn goes back as it is, and the model goes on with it
                return
            case "refusal":
                raise ModelAsks(reply.message.text or "The model's provider refused to go on, and did not say why.")
            case "model_context_window_exceeded":
                await self._asking.shorten()
                return
            case _ if calls := reply.message.tool_uses:
                self._nudged = False
                await self._hands.act(self.steps, calls, self.messages)
            case _ if self._traits.ends_by_word and not reply.message.text.strip() and not self._nudged:
                self._nudged = True
                self._asking.say(NUDGE)
            case _:
                stop = outcome(reply, ends_by_word=self._traits.ends_by_word, refusal=self._hands.refusal)
                handed_back = await self._hold()
                if not (self._pass_on() or (handed_back and self._traits.ends_by_word)):
                    raise stop
        if is_due(reply.usage, self._traits):
            await self._asking.summarize()

    # --- a person in between ------------------------------------------------------------------------------------

    async def _hold(self) -> bool:
        """Wait while a person wants it; whether they had the hand, and the screen may be another now."""
        handed_back = await self._held.hold(self.steps)
        if handed_back is None:
            return False
        words = handed_back.words if self._traits.ends_by_word else ""  # to the embedded model they would be a task
        self._asking.say(words, *([handed_back.picture] if handed_back.picture else []))
        return handed_back.picture is not None

    def _pass_on(self) -> bool:
        """Tell the model what a person said meanwhile; whether there was anything."""
        words = self.pausing.told()
        for text in words:
            self._asking.say(f"[A person who watches says:]\n{text}" if self._traits.ends_by_word else text)
        return bool(words)

    async def _said(self, text: str) -> None:
        self.review.watch.task(text)
        await self._emit(Said(text, self.steps))
        if not self._traits.ends_by_word:
            await self._emit(Noted(LATER, self.steps))

    def _stop_clock(self) -> None:
        self.control.limit(None, "")

    def _went_on(self, seconds: float) -> None:
        self._asking.began += seconds
        self._limit_time()

    # --- beginning and ending -----------------------------------------------------------------------------------

    async def _take_up(self, cut: Cut, same_desktop: bool, say: str) -> None:
        """Bring journal and conversation to where the model can be asked again."""
        self._limit_time()
        for trusted in (cut.started.task, say, *cut.words):
            self.review.watch.task(trusted)
        self.pausing.words[:0] = cut.words
        await take_up(cut, self._asking, self._hands, self.desktop, same_desktop=same_desktop, say=say)
        await self.pausing.begun(self._said)

    def _limit_time(self) -> None:
        if (minutes := self.limits.minutes) is not None:
            left = minutes * 60 - self._asking.seconds
            self.control.limit(left, f"The limit of {minutes:g} minutes was reached in the middle of a step.")

    async def _begin(self, task: str) -> None:
        self._limit_time()
        self.review.watch.task(task)
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
        await self.pausing.begun(self._said)
        name = self.model.name
        if self.limits.usd is not None and self._traits.ends_by_word and prices.price_of(name) is None:
            raise Failed(f"{name} has no known price, so a limit on its cost cannot be kept: leave the limit out.")

    async def _finish(self, stop: Stop, closing: Closing | None) -> RunResult:
        """Let go of everything, put it away, and say how it ended: the last event of every journal."""
        await self._let_go()
        left = Left()
        warnings: list[str] = []
        try:
            if (halted := self.control.halted_after) is not None:
                told = f"Emergency stop: after {1000 * halted:.0f} ms nothing moved and nothing was held down any more."
                await self._emit(Noted(told, self.steps))
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
        seconds = round(self._asking.seconds, 2)
        finished = Finished(stop.status, stop.answer, self.steps, seconds, self.run_id, usd, left.files)
        try:
            await self._emit(finished)
        except Failed as error:  # it is in the journal all the same
            warnings.append(str(error))
        return RunResult(
            stop.status,
            self.journal.clean(stop.answer),
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
        self.control.brake(None)
        await self.control.has_halted()
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
