"""Programs under way, found again by the conversation they are in.

The Messages API sends the whole conversation each time and remembers nothing. A program (see `effects`) does remember,
so it is kept between two requests under the last tool use it made. When a conversation comes that no program here
belongs to (the host process died and the run is resumed; another process serves the next request), the recorded
results are replayed through a fresh program, which must make the same calls again. If it does not, or if pictures it
needs are gone, a fresh program goes on from the step that the last tool use names: its id carries the step.
"""

from __future__ import annotations

import re
import secrets
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from deskhand.messages import Message, Text, ToolUse, Usage
from deskhand.models.interface import ModelError, Reply
from deskhand.models.local.dialect import Dialect
from deskhand.models.local.effects import Answered, Effect, Question, Reading, Turn, as_effect
from deskhand.models.local.memory import Memory
from deskhand.models.local.talk import Exchange, Talk, answered, picture_of
from deskhand.vision.scene import Scene

KEPT = 64
"""Programs (and replies) kept at most; one holds a few hundred kilobytes, mostly its last picture."""

_MARK = re.compile(r"s(\d+)n\d+$")


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a program ends: what it says last, and whether that is a question or a refusal rather than success."""

    text: str
    asks: bool = False


@dataclass(frozen=True, slots=True)
class Task:
    """What a program is started with."""

    text: str
    dialect: Dialect
    memory: Memory
    picture: bytes | None = None
    """A picture that came with the task."""
    resume_at: int = 0
    """Steps before this one are known to have been carried out."""


Program: TypeAlias = Coroutine[Any, Any, Outcome]
Start: TypeAlias = Callable[[Task], Program]
See: TypeAlias = Callable[[Reading], Awaitable[Scene]]


@dataclass(slots=True)
class Run:
    """One conversation's program, and where it stands."""

    task: Task
    start: Start
    program: Program = field(init=False)
    pending: Effect | Outcome | None = None
    """What it waits for; an Outcome once it has ended; None before it has begun."""
    salt: str = field(default_factory=lambda: secrets.token_hex(6))
    count: int = 0
    last_id: str = ""
    """The last tool use made."""
    opening: str = ""
    """The conversation's first words."""

    def __post_init__(self) -> None:
        self.program = self.start(self.task)
        self.opening = self.task.text

    def close(self) -> None:
        self.program.close()

    async def begin(self, see: See) -> None:
        if self.pending is None:
            await self._send(None, see)
        elif isinstance(self.pending, Reading):  # cancelled in the middle of it
            await self._read(self.pending, see)

    async def feed(self, exchange: Exchange, see: See) -> None:
        """Give the program what came back for its last turn, and run it to its next one."""
        match self.pending:
            case Reading():
                await self._read(self.pending, see)
            case Turn():
                await self._send(answered(exchange), see)
            case Question():
                await self._send(exchange.back.text, see)
            case Outcome() | None:  # a new task in the same conversation
                self.task = Task(exchange.back.text, self.task.dialect, self.task.memory, picture_of(exchange.back))
                self.program = self.start(self.task)
                await self._send(None, see)

    def agrees(self, recorded: Message) -> bool:
        """Whether the recorded turn is the one this program would have made here."""
        uses = recorded.tool_uses
        match self.pending:
            case Turn():
                ours = self.task.dialect.encode(self.pending.calls, [use.id for use in uses])
                return [_gist(use) for use in ours] == [_gist(use) for use in uses] and len(uses) > 0
            case Question() | Outcome():
                return not uses
            case _:
                return False

    def reply(self, model: str) -> Reply:
        match self.pending:
            case Turn():
                calls = self.pending.calls
                ids = [self._id(self.pending.step) for _ in range(self.task.dialect.needed(calls))]
                uses = self.task.dialect.encode(calls, ids)
                self.last_id = uses[-1].id
                text = (Text(self.pending.say),) if self.pending.say else ()
                return Reply((*text, *uses), "tool_use", Usage(), model)
            case Question():
                return Reply((Text(self.pending.text),), "end_turn", Usage(), model, asks=True)
            case Outcome():
                return Reply((Text(self.pending.text),), "end_turn", Usage(), model, asks=self.pending.asks)
            case _:  # pragma: no cover - begin() or feed() runs first
                raise ModelError("The embedded model has nothing to say here; this is a defect, please report it.")

    def _id(self, step: int) -> str:
        self.count += 1
        return f"toolu_{self.salt}s{step}n{self.count}"

    async def _send(self, value: Answered | Scene | str | None, see: See) -> None:
        try:
            self.pending = as_effect(self.program.send(value))
        except StopIteration as end:
            self.pending = end.value
        if isinstance(self.pending, Reading):
            await self._read(self.pending, see)

    async def _read(self, reading: Reading, see: See) -> None:
        pending: Effect | Outcome | None = reading
        while isinstance(pending, Reading):
            scene = await see(pending)
            try:
                pending = as_effect(self.program.send(scene))
            except StopIteration as end:
                pending = end.value
            self.pending = pending


class Conversations:
    """The programs under way, least recently used ones forgotten first."""

    def __init__(self, start: Start, see: See, model: str) -> None:
        self._start = start
        self._see = see
        self._model = model
        self._runs: OrderedDict[str, Run] = OrderedDict()
        self._replies: OrderedDict[str, Reply] = OrderedDict()

    async def respond(self, messages: Sequence[Message], dialect: Dialect) -> Reply:
        talk = Talk.of(messages)
        if not talk.exchanges:
            run = Run(Task(talk.task.text, dialect, Memory(), picture_of(talk.task)), self._start)
            await run.begin(self._see)
            return self._keep(run)
        request = f"{talk.key}<{talk.exchanges[-1].back.text!r}"
        if request in self._replies:  # the same request again: the answer was lost on its way
            return self._replies[request]
        run_or_none = self._runs.pop(talk.key, None)
        if run_or_none is None:
            run = await self._replay(talk, dialect)
        else:
            run = run_or_none
            try:
                await run.feed(talk.exchanges[-1], self._see)
            except BaseException:
                if isinstance(run.pending, Reading):  # cancelled while reading: the same request may come again
                    self._runs[talk.key] = run
                raise
        reply = self._keep(run)
        self._replies[request] = reply
        while len(self._replies) > KEPT:
            self._replies.popitem(last=False)
        return reply

    def close(self) -> None:
        for run in self._runs.values():
            run.close()
        self._runs.clear()
        self._replies.clear()

    def _keep(self, run: Run) -> Reply:
        reply = run.reply(self._model)
        uses = reply.message.tool_uses
        key = uses[-1].id if uses else f"{run.last_id or repr(run.opening)}+{reply.message.text!r}"
        self._runs[key] = run
        while len(self._runs) > KEPT:
            _, forgotten = self._runs.popitem(last=False)
            forgotten.close()
        return reply

    async def _replay(self, talk: Talk, dialect: Dialect) -> Run:
        run = Run(Task(talk.task.text, dialect, Memory(), picture_of(talk.task)), self._start)
        await run.begin(self._see)
        for exchange in talk.exchanges:
            if not run.agrees(exchange.turn):
                run.close()
                return await self._go_on(talk, dialect)
            if exchange.turn.tool_uses:
                run.last_id = exchange.turn.tool_uses[-1].id
            await run.feed(exchange, self._see)
        return run

    async def _go_on(self, talk: Talk, dialect: Dialect) -> Run:
        """The record cannot be followed: begin anew at the step that the last tool use was for."""
        ids = [use.id for exchange in talk.exchanges for use in exchange.turn.tool_uses]
        mark = _MARK.search(ids[-1]) if ids else None
        step = int(mark.group(1)) if mark else 0
        run = Run(Task(talk.task.text, dialect, Memory(), None, resume_at=step), self._start)
        await run.begin(self._see)
        return run


def _gist(use: ToolUse) -> tuple[object, ...]:
    return (use.name, use.toolset_name, dict(use.input))
