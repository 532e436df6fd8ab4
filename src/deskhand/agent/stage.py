"""The rooms put together: sandbox, tools, model, guard, journal; for a new run, and for one that goes on.

Whatever happens in between, the desktop is destroyed before the run is declared finished, and only then are the files
it left looked at: nobody is inside any more who could exchange one for a link while it is being copied. Only a process
that is killed leaves a desktop behind, and only where that was asked for.
"""

from __future__ import annotations

import asyncio
import inspect
import time
from collections.abc import Callable, Mapping
from contextlib import AsyncExitStack
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any, Protocol, TypeAlias

import deskhand
from deskhand.agent import shared_folder
from deskhand.agent.control import Control
from deskhand.agent.domain_questions import DomainQuestions
from deskhand.agent.events import Event, Finished, Started
from deskhand.agent.guarding import guard_of
from deskhand.agent.history import picture_size
from deskhand.agent.journal import Journal
from deskhand.agent.limit_notes import LimitNotes
from deskhand.agent.loop import Agent
from deskhand.agent.network_notes import NetworkNotes
from deskhand.agent.pausing import Leaving, Pausing
from deskhand.agent.prompt import system_prompt
from deskhand.agent.recovery import Cut
from deskhand.agent.result import Left, OnEvent, RunResult
from deskhand.agent.stops import Failed, Interrupted, Stop
from deskhand.agent.wishes import Wishes
from deskhand.desktop.interface import Desktop, DesktopError
from deskhand.guard.clean_results import CleanTool, quiet_logs
from deskhand.guard.interface import Approver
from deskhand.guard.lending import LendingDesktop
from deskhand.guard.vault import Vault
from deskhand.messages import Block
from deskhand.models.interface import Model, OnDelta, traits_of
from deskhand.sandbox import providers
from deskhand.sandbox.attach import NothingKept
from deskhand.sandbox.gateway.ask import Asker
from deskhand.sandbox.gateway.policy import NetworkPolicy
from deskhand.sandbox.interface import SandboxError
from deskhand.sandbox.open import Reach, SandboxedDesktop, attach_desktop, open_desktop
from deskhand.screen.geometry import Size
from deskhand.tools.collection import Tools
from deskhand.tools.interface import Tool, ToolError

_BEFORE = "shared folder before"

OnDesktop: TypeAlias = Callable[[SandboxedDesktop], None]
"""Told of the run's own desktop as soon as there is one, to look at it."""


class Opener(Protocol):
    """Opens the desktop of one run, as `open_desktop` does and with the same keywords."""

    async def __call__(self, **wanted: Any) -> SandboxedDesktop: ...


@dataclass(frozen=True, slots=True)
class Cast:
    """Who takes part, before there is a desktop."""

    model: Model
    journal: Journal
    control: Control
    on_event: OnEvent | None = None
    on_delta: OnDelta | None = None
    approver: Approver | None = None
    asker: Asker | None = None
    """Asks a person about a new domain."""
    tools: tuple[Tool, ...] = ()
    brief: tuple[Block, ...] = ()
    pausing: Pausing = field(default_factory=Pausing)
    on_desktop: OnDesktop | None = None
    opener: Opener | None = None
    """Has desktops in stock; None: one is opened."""
    vault: Vault = field(default_factory=Vault)
    """The secrets that the run may use."""
    began: float = field(default_factory=time.monotonic)


async def perform(
    cast: Cast,
    wishes: Wishes,
    desktop: Desktop | None,
    size: Size,
    *,
    task: str = "",
    cut: Cut | None = None,
    say: str = "",
    before: Mapping[str, shared_folder.Stamp] | None = None,
) -> RunResult:
    """Open, work, put away. With ``cut``, the run that it tells of goes on in place of a new one with ``task``."""
    notes = NetworkNotes(cast.journal, cast.on_event)
    if wishes.network is not None:
        cast = replace(cast, on_event=notes.heard)
    kept = cast.journal.folder / "shared"
    kept.mkdir(exist_ok=True)
    share = None if wishes.share is None else Path(wishes.share)
    task = task if cut is None else cut.started.task
    secret = cast.vault.redactor()
    async with AsyncExitStack() as stack:
        if cast.vault:
            cast.journal.hide(secret)
            stack.enter_context(quiet_logs(secret))
        own: SandboxedDesktop | None = None
        same = False
        try:
            tools = await cast.control.run(_attached(wishes, stack), action=False) if wishes.mcp else ()
            if desktop is None:
                own, same = await cast.control.run(
                    _open(cast, wishes, size, share or kept, notes, left_behind=cut is not None), action=False
                )
        except (SandboxError, DesktopError) as error:
            return await _never_began(
                cast, wishes, size, task, cut, Failed(f"The desktop could not be started: {error}")
            )
        except ToolError as error:
            return await _never_began(cast, wishes, size, task, cut, Failed(str(error)))
        except Interrupted as stop:
            return await _never_began(cast, wishes, size, task, cut, stop)
        at = own or desktop
        assert at is not None
        met: LimitNotes | None = None
        if own is not None:
            walled = own
            if cast.on_desktop is not None:
                cast.on_desktop(own)
            met = LimitNotes(cast.journal, cast.on_event, lambda: walled.sandbox.pressure())
            cast = replace(cast, on_event=met.heard)

        async def put_away() -> Left:
            if own is not None:
                await own.close()
            last = () if met is None else tuple(met.news())  # what the desktop itself may have died of
            if share is None:
                return Left(tuple(sorted(await asyncio.to_thread(shared_folder.contents, kept))), last)
            copied = await asyncio.to_thread(shared_folder.copy_changes, share, before or {}, kept)
            return Left(copied.names, (*copied.skipped, *last))

        try:
            if share is not None and before is None:
                before = await asyncio.to_thread(shared_folder.contents, share)
                cast.journal.remember(_BEFORE, before)
            extra: tuple[Tool, ...] = (*cast.tools, *tools)
            if cast.vault:
                at = LendingDesktop(at, cast.vault, lambda told: cast.journal.audit("secret", told))
                extra = tuple(CleanTool(tool, secret) for tool in extra)
            agent = _agent(cast, wishes, at, extra, cut)
            stack.push_async_callback(agent.review.close)
            if cut is None:
                return await agent.run(task, closing=put_away)
            return await agent.resume(cut, same_desktop=same or desktop is not None, say=say, closing=put_away)
        except Leaving:
            if own is not None:
                await own.leave()
                own = None
            raise
        finally:
            if own is not None:
                await own.close()


def _agent(cast: Cast, wishes: Wishes, at: Desktop, extra: tuple[Tool, ...], cut: Cut | None) -> Agent:
    traits = traits_of(cast.model)
    picture = picture_size(at.size, traits)
    tools = Tools(at, cast.model.computer_tool, picture_size=picture, also=traits.also, extra=extra)
    zoom = "zoom" in tools.computer.enabled
    return Agent(
        cast.model,
        tools,
        at,
        cast.journal,
        review=guard_of(wishes, cast.approver, at, cast.vault),
        limits=wishes.limits,
        system=system_prompt(picture, zoom=zoom, extra=wishes.system, credentials=cast.vault.credentials())
        if traits.ends_by_word
        else wishes.system,
        on_event=cast.on_event,
        on_delta=cast.on_delta,
        control=cast.control,
        options=wishes.options(),
        began=cast.began - (cut.spent.seconds if cut is not None else 0.0),
        brief=cast.brief if traits.ends_by_word else (),
        pausing=cast.pausing,
    )


async def _open(
    cast: Cast, wishes: Wishes, size: Size, share: Path, notes: NetworkNotes, *, left_behind: bool
) -> tuple[SandboxedDesktop, bool]:
    """A desktop, and whether it is the one that a killed process left behind."""
    name = str(cast.journal.folder.resolve()) if wishes.resumable else ""
    network = None if wishes.network is None else NetworkPolicy.from_data(wishes.network)
    asker = None if cast.asker is None else DomainQuestions(cast.asker, cast.journal, cast.on_event)
    reach = Reach(network=network, asker=asker, on_decision=notes.decided)
    if left_behind and name:
        try:
            return await attach_desktop(name, **reach), True
        except NothingKept:
            pass
    opener = cast.opener or open_desktop
    if wishes.sandbox:  # what is in stock is of the usual kind
        opener = partial(open_desktop, sandbox=providers.check_name(wishes.sandbox))
    return await opener(size=size, share=share, keep_as=name, base=wishes.base, **reach), False


async def _attached(wishes: Wishes, stack: AsyncExitStack) -> tuple[Tool, ...]:
    from deskhand.tools.mcp import attach  # brings the MCP SDK along, 0.4 s

    found: list[Tool] = []
    for server in wishes.mcp:
        found.extend(await attach(server, stack))
    return tuple(found)


async def _never_began(cast: Cast, wishes: Wishes, size: Size, task: str, cut: Cut | None, stop: Stop) -> RunResult:
    """The record of a run that has no desktop to tell of: a beginning, if there was none, and an end."""
    run = cast.journal.folder.name
    steps, seconds = (0, 0.0) if cut is None else (cut.spent.steps, cut.spent.seconds)
    wide, high = size.width, size.height
    begun = Started(run, task, cast.model.name, wide, high, wide, high, wishes.options(), deskhand.__version__)
    finished = Finished(stop.status, stop.answer, steps, seconds, run)
    events: tuple[Event, ...] = (begun, finished) if cut is None else (finished,)
    for event in events:
        entry = cast.journal.append(event)
        if cast.on_event is not None:
            answer = cast.on_event(entry.event)
            if inspect.isawaitable(answer):
                await answer
    return RunResult(stop.status, stop.answer, steps, seconds, run, cast.journal.folder)


def stamps(recalled: object) -> dict[str, shared_folder.Stamp] | None:
    """What was remembered of the shared folder, as `perform` wants it; None when there is nothing."""
    if not isinstance(recalled, dict):
        return None
    return {str(name): (int(stamp[0]), int(stamp[1]), int(stamp[2])) for name, stamp in recalled.items()}


REMEMBERED = _BEFORE
