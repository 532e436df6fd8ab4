"""Desktops that programs have over HTTP: a few at once, each with its tools, its guard and what happened on it."""

from __future__ import annotations

import asyncio
import contextlib
import secrets
import time
from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any, Self

from deskhand.desktop.interface import Desktop, DesktopGone
from deskhand.guard.review import Review
from deskhand.messages import ToolUse
from deskhand.screen.geometry import Size
from deskhand.server.errors import ApiError
from deskhand.tools.collection import Tools
from deskhand.tools.interface import Proposal, ToolRun

IDLE = 3600.0
"""Seconds without a request after which a desktop is put away."""
EVENTS = 1000
"""Kept per desktop."""

Opener = Callable[[Size], Awaitable[Desktop]]


@dataclass(slots=True)
class Event:
    number: int
    time: float
    kind: str
    words: str
    details: dict[str, Any] = field(default_factory=dict[str, Any])

    def as_json(self) -> dict[str, Any]:
        return {"number": self.number, "time": self.time, "kind": self.kind, "words": self.words, **self.details}


class Session:
    """One desktop. Its calls run one after the other: there is one pointer and one keyboard."""

    def __init__(self, desktop: Desktop, review: Review) -> None:
        self.id = f"desk_{secrets.token_hex(8)}"
        self.desktop = desktop
        self.created = time.time()
        self.touched = time.monotonic()
        self.lock = asyncio.Lock()
        self.tools = Tools(desktop, picture_size=desktop.size)
        self.events: deque[Event] = deque(maxlen=EVENTS)
        self._review = review.at(desktop)
        self._count = 0
        self._news = asyncio.Condition()

    def as_json(self) -> dict[str, Any]:
        size = self.desktop.size
        return {"id": self.id, "width": size.width, "height": size.height, "created": self.created}

    async def run(self, use: ToolUse) -> ToolRun:
        """One call of a tool, after the guard. 403 when it says no, 400 for a call that is wrong in itself."""
        async with self.lock:
            proposal = await self.permit(use)
            run = await self.tools.run(use, proposal)
            self._review.saw(run)
            await self.tell("act" if proposal.tool == "computer" else proposal.tool, proposal.words, result=run.text)
            return run

    async def permit(self, use: ToolUse) -> Proposal:
        """What the call would do, when the guard lets it. To be asked with the lock held, right before doing it."""
        proposal = await self.tools.describe(use)
        if proposal.error:
            raise ApiError(400, proposal.error)
        decision = await self._review.decide(proposal)
        if not decision.allowed:
            await self.tell("refused", proposal.words, reason=decision.reason)
            raise ApiError(403, f"Refused: {decision.reason or 'a person said no'}")
        return proposal

    async def tell(self, kind: str, words: str, **details: Any) -> None:
        self._count += 1
        self.events.append(Event(self._count, time.time(), kind, words, details))
        async with self._news:
            self._news.notify_all()

    async def after(self, number: int, wait: float) -> list[Event]:
        """Events with higher numbers; when there are none yet, the next ones, for at most ``wait`` seconds."""
        found = [event for event in self.events if event.number > number]
        if found or wait <= 0:
            return found
        async with self._news:
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._news.wait(), wait)
        return [event for event in self.events if event.number > number]


class Desktops:
    """An async context manager: at its end every desktop is closed."""

    def __init__(self, opener: Opener, limit: int, review: Review | None = None) -> None:
        self.limit = limit
        self._opener = opener
        self._review = review or Review()
        self._open: dict[str, Session] = {}
        self._starting = 0
        self._sweeper: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Self:
        self._sweeper = asyncio.ensure_future(self._sweep())
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._sweeper is not None:
            self._sweeper.cancel()
        await asyncio.gather(*(self._close(id) for id in list(self._open)), return_exceptions=True)

    async def create(self, size: Size) -> Session:
        if len(self._open) + self._starting >= self.limit:
            raise ApiError(
                429,
                f"There may be {self.limit} desktops at once here; delete one first.",
                headers={"retry-after": "5", "x-should-retry": "false"},
            )
        self._starting += 1
        try:
            session = Session(await self._opener(size), self._review)
        finally:
            self._starting -= 1
        self._open[session.id] = session
        await session.tell("created", f"A desktop of {size}")
        return session

    def all(self) -> list[Session]:
        return list(self._open.values())

    def get(self, id: str) -> Session:
        session = self._open.get(id)
        if session is None:
            raise ApiError(404, f"There is no desktop {id[:80]!r}; GET /desktops lists those there are.")
        session.touched = time.monotonic()
        return session

    @contextlib.asynccontextmanager
    async def using(self, id: str) -> AsyncIterator[Session]:
        """A desktop for one request; one that turns out to be dead is put away, and the request gets 410."""
        session = self.get(id)
        try:
            yield session
        except DesktopGone as gone:
            await self._close(id)
            raise ApiError(410, f"The desktop has ended: {gone}") from gone
        finally:
            session.touched = time.monotonic()

    async def delete(self, id: str) -> None:
        self.get(id)
        await self._close(id)

    async def _close(self, id: str) -> None:
        session = self._open.pop(id, None)
        if session is not None:
            await session.tell("deleted", "The desktop is gone")
            await session.desktop.close()

    async def _sweep(self) -> None:
        while True:
            await asyncio.sleep(30)
            for session in self.all():
                if time.monotonic() - session.touched > IDLE and not session.lock.locked():
                    with contextlib.suppress(Exception):
                        await self._close(session.id)
