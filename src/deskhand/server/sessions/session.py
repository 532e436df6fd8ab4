"""One session: a task on its way from the queue to its end, and the person beside it.

Where it stands is never stored twice: it is read off the brake, the pause, the open questions and the events.
"""

from __future__ import annotations

import asyncio
import json
import logging
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from deskhand.agent.control import Control
from deskhand.agent.events import Acted, Event, Finished, Replied, Resumed, Started, Status
from deskhand.agent.pausing import Pausing
from deskhand.guard.vault import Vault
from deskhand.sandbox.sandboxed import SandboxedDesktop
from deskhand.server.errors import ApiError
from deskhand.server.sessions.atomic import write_text
from deskhand.server.sessions.hand import PersonsHand
from deskhand.server.sessions.models import Answer, SessionInfo, State
from deskhand.server.sessions.questions import KeepDomain, Questions

log = logging.getLogger("deskhand.server")
NOTE = "session.json"
"""Beside the journal: what was wanted, and whether the session is to go on when the server comes back."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What a session was created with, defaults filled in."""

    task: str
    options: dict[str, Any]
    """As `NewSession` has them."""
    created: float = field(default_factory=time.time)


@dataclass(frozen=True, slots=True)
class Further:
    """A session that goes on: what the model is told, and new limits."""

    text: str = ""
    limits: dict[str, Any] = field(default_factory=dict[str, Any])


class Session:
    """``changed`` is called with every change that a watcher should see."""

    def __init__(
        self,
        folder: Path,
        plan: Plan,
        changed: Callable[[], None],
        further: Further | None = None,
        *,
        vault: Vault | None = None,
        keep_domain: KeepDomain | None = None,
    ) -> None:
        self.id, self.folder, self.plan = folder.name, folder, plan
        self.further = further
        """Set when a kept run goes on."""
        self.control, self.pausing = Control(), Pausing()
        self.questions = Questions(changed, keep_domain)
        self.vault = vault or Vault()
        """The secrets that were lent to it; written down nowhere."""
        self.hand = PersonsHand(self.pausing)
        self.desktop: SandboxedDesktop | None = None
        self.work: asyncio.Task[None] | None = None
        """None while it waits in the queue."""
        self.position: int | None = None
        self.over = False
        self.leaving = False
        """The server ends, and the run is to go on when it comes back."""
        self._changed = changed
        self._began: float | None = None
        self._ended: float | None = None
        self._before = 0.0
        """Seconds that the run took before it went on here."""
        self._started: Started | None = None
        self._steps, self._usd = 0, 0.0
        self._priced = False
        self._picture: str | None = None
        self._finished: Finished | None = None
        self.error = ""

    # --- what is heard of it ------------------------------------------------------------------------------------

    def heard(self, event: Event) -> None:
        match event:
            case Started():
                self._started, self._began = event, time.time()
            case Resumed():
                self._finished = None
            case Replied():
                self._steps = event.step
                if event.usd is not None:
                    self._usd, self._priced = self._usd + event.usd, True
            case Acted() if event.picture is not None:
                self._picture = event.picture.sha256
            case Finished():
                self._finished, self._ended = event, time.time()
            case _:
                pass
        self._changed()

    def opened(self, desktop: SandboxedDesktop) -> None:
        self.desktop = desktop
        self._changed()

    def known(self, before: SessionInfo) -> None:
        """What the run had come to before it goes on here."""
        self._began, self._before = before.began, before.seconds
        self._steps, self._picture = before.steps, before.picture
        self._usd, self._priced = before.usd or 0.0, before.usd is not None
        self._started = Started(
            self.id, before.task, before.model, before.width, before.height, before.width, before.height
        )

    def ended(self, error: str = "") -> None:
        self.over, self.error, self.desktop = True, error, None
        self._ended = self._ended or time.time()
        self.note(live=self.leaving)
        self._changed()

    # --- what a person wants of it ------------------------------------------------------------------------------

    def answer(self, given: Answer, via: str) -> None:
        self.questions.answer(given, via)

    def pause(self) -> None:
        self._must_live()
        if self.pausing.wanted == "takeover":
            raise ApiError(409, "The hand is the person's: give it back first.")
        self.pausing.pause()
        self._changed()

    def go_on(self) -> None:
        self._must_live()
        if self.pausing.wanted == "takeover":
            raise ApiError(409, "The hand is the person's: give it back with handback.")
        self.pausing.go_on()
        self._changed()

    def stop(self, *, at_once: bool) -> None:
        """Of one that still waits, too."""
        if self.over:
            raise ApiError(409, "The session has ended already.")
        if at_once:
            self.control.emergency()
        else:
            self.control.stop()
        self._changed()

    async def say(self, text: str) -> None:
        self._must_live()
        await self.pausing.say(text)
        self._changed()

    def take_over(self) -> None:
        self._must_live()
        if self.desktop is None:
            raise ApiError(409, "There is no desktop yet to take over; it is being made.")
        if self.pausing.wanted != "takeover":
            self.hand.begin()
            self.pausing.take_over()
            self.questions.taken_over()
        self._changed()

    def hand_back(self, text: str) -> None:
        self._must_live()
        if self.pausing.wanted != "takeover":
            raise ApiError(409, "The hand is the agent's: there is nothing to give back.")
        self.pausing.go_on(did=self.hand.done(), said=text.strip())
        self._changed()

    @property
    def hands_on(self) -> bool:
        """Whether the person's mouse and keyboard reach the desktop now."""
        return self.pausing.standing == "takeover" and not self.over

    def _must_live(self) -> None:
        if self.over:
            raise ApiError(409, "The session has ended; `continue` goes on with it.")

    # --- what it looks like -------------------------------------------------------------------------------------

    @property
    def state(self) -> State:
        if self.over:
            return "ended" if self._finished or self.error else "cut"
        if self.work is None:
            return "queued"
        if self.control.stopping:
            return "stopping"
        if self.pausing.wanted == "takeover":
            return "taken_over" if self.pausing.standing == "takeover" else "taking_over"
        if self.questions.open:
            return "asking"
        if self.pausing.wanted == "person":
            return "paused" if self.pausing.standing == "person" else "pausing"
        return "starting" if self.desktop is None else "running"

    @property
    def status(self) -> Status | None:
        if self._finished is not None:
            return self._finished.status
        return "failed" if self.error else None

    def info(self, last: int) -> SessionInfo:
        started, finished = self._started, self._finished
        began = self._began
        if finished is not None:
            seconds = finished.seconds
        else:
            seconds = 0.0 if began is None else (self._ended or time.time()) - began
        priced = finished.usd if finished is not None else (self._usd if self._priced else None)
        return SessionInfo(
            id=self.id,
            state=self.state,
            status=self.status,
            task=self.plan.task,
            model=started.model if started else str(self.plan.options.get("model", "")),
            answer=finished.answer if finished else self.error,
            created=self.plan.created,
            began=began,
            ended=self._ended,
            steps=finished.steps if finished else self._steps,
            seconds=round(seconds, 2),
            usd=priced,
            width=started.width if started else 0,
            height=started.height if started else 0,
            position=self.position,
            questions=self.questions.open,
            last=last,
            view=self.desktop is not None and not self.over,
            picture=self._picture,
            files=list(finished.files) if finished else [],
            can_continue=self.over and bool(began),
            mine=True,
            options=self.plan.options,
        )

    def note(self, *, live: bool) -> None:
        """Write down what the next server has to know."""
        try:
            data = {"task": self.plan.task, "options": self.plan.options, "created": self.plan.created, "live": live}
            write_text(self.folder / NOTE, json.dumps(data, ensure_ascii=False))
        except OSError as error:
            log.warning("%s cannot be written: %s", self.folder / NOTE, error.strerror)


def noted(folder: Path) -> tuple[Plan, bool] | None:
    """The plan that `Session.note` wrote, and whether the session was to go on; None when there is none."""
    try:
        data = json.loads((folder / NOTE).read_text("utf-8"))
        return Plan(str(data["task"]), dict(data["options"]), float(data["created"])), bool(data["live"])
    except (OSError, ValueError, KeyError, TypeError):
        return None
