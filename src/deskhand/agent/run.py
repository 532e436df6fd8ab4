"""From a sentence to a finished task: a desktop is opened, a model works at it, all is recorded, the desktop is gone.

The one function here puts the rooms together: sandbox, tools, model, guard, journal. Whatever happens in between, the
desktop is destroyed before the run is declared finished, and only then are the files it left looked at: nobody is
inside any more who could exchange one for a link while it is being copied.
"""

from __future__ import annotations

import asyncio
import inspect
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Protocol, TypeAlias, cast

import deskhand
from deskhand.agent import shared_folder
from deskhand.agent.control import Control
from deskhand.agent.events import Event, Finished, Started
from deskhand.agent.history import picture_size
from deskhand.agent.journal import Journal
from deskhand.agent.limits import DEFAULT_MINUTES, DEFAULT_STEPS, Limits
from deskhand.agent.loop import Agent
from deskhand.agent.prompt import system_prompt
from deskhand.agent.result import Left, OnEvent, RunResult
from deskhand.agent.runs import DEFAULT_ROOT, new_run_id
from deskhand.agent.stops import Failed, Interrupted, Stop
from deskhand.desktop.interface import Desktop, DesktopError
from deskhand.guard.interface import Approver, Ask
from deskhand.guard.review import Review
from deskhand.models.choose import make_model
from deskhand.models.interface import Model, OnDelta, traits_of
from deskhand.sandbox.interface import SandboxError
from deskhand.sandbox.open import open_desktop
from deskhand.screen.geometry import Size
from deskhand.tools.collection import Tools

DEFAULT_SIZE = Size(1280, 800)

Report: TypeAlias = Callable[[Path], Awaitable[None] | None]
"""Makes something to look at of a run's folder, once its journal is complete."""


class Holds(Protocol):
    """Something that holds a desktop, such as the face that ``deskhand.open_desktop()`` gives."""

    @property
    def body(self) -> Desktop: ...


async def run_task(
    task: str,
    *,
    model: str | Model = "local",
    share: str | Path | None = None,
    size: Size | str = DEFAULT_SIZE,
    max_steps: int | None = DEFAULT_STEPS,
    max_minutes: float | None = DEFAULT_MINUTES,
    max_cost: float | None = None,
    ask: Ask = "never",
    approver: Approver | None = None,
    record: str | Path | None = None,
    desktop: Desktop | Holds | None = None,
    system: str = "",
    on_event: OnEvent | None = None,
    on_delta: OnDelta | None = None,
    control: Control | None = None,
    report: Report | None = None,
) -> RunResult:
    """Do ``task`` on a desktop of its own and return how it ended.

    ``model``: a name (see `make_model`) or a model. ``share``: a folder of this computer that appears as ``~/Shared``
    inside; without it the run's own ``shared/`` does. ``record``: the folder that keeps runs, each in a folder named
    by its id (``runs/``). ``desktop``: one that is open already; it stays open, and ``share`` and ``size`` then only
    describe it. ``system``: what a large model is told besides the product's own system prompt. ``control``: stop the
    run with it. ``report``: called with the run's folder at the very end.

    Raises `ValueError`, `ModelError` or `JournalError` for what is wrong before anything has begun; whatever goes
    wrong later is in the result.
    """
    if not task.strip():
        raise ValueError("the task is empty: say what should be done")
    limits = Limits(max_steps, max_minutes, max_cost)
    size = Size.parse(size) if isinstance(size, str) else size
    chosen = make_model(model) if isinstance(model, str) else model
    journal: Journal | None = None
    try:
        root = Path(record or DEFAULT_ROOT).expanduser().absolute()
        shared = None if share is None else _folder(Path(share), root)
        journal = Journal.create(root / new_run_id())
        options = {
            "share": None if shared is None else str(shared),
            "max_steps": max_steps,
            "max_minutes": max_minutes,
            "max_cost": max_cost,
            "ask": ask,
            "system": system,
        }
        begun = _Beginning(task, chosen, journal, control or Control(), on_event, on_delta, options)
        given = cast("Desktop | None", getattr(desktop, "body", desktop))
        result = await _through(begun, given, shared, size, limits, Review(ask, approver), system)
    finally:
        if journal is not None:
            journal.close()
        if isinstance(model, str):
            await chosen.close()
    return await _reported(result, report)


@dataclass(frozen=True, slots=True)
class _Beginning:
    """What there is before there is a desktop."""

    task: str
    model: Model
    journal: Journal
    control: Control
    on_event: OnEvent | None
    on_delta: OnDelta | None
    options: dict[str, Any]
    began: float = field(default_factory=time.monotonic)


async def _through(
    begun: _Beginning,
    desktop: Desktop | None,
    share: Path | None,
    size: Size,
    limits: Limits,
    review: Review,
    system: str,
) -> RunResult:
    """Open, work, put away."""
    kept = begun.journal.folder / "shared"
    kept.mkdir(exist_ok=True)
    own: Desktop | None = None
    if desktop is None:
        try:
            own = await begun.control.run(open_desktop(size=size, share=share or kept), action=False)
        except (SandboxError, DesktopError) as error:
            return await _never_began(begun, size, Failed(f"The desktop could not be started: {error}"))
        except Interrupted as stop:
            return await _never_began(begun, size, stop)
    at = own or desktop
    assert at is not None
    before = {} if share is None else await asyncio.to_thread(shared_folder.contents, share)

    async def put_away() -> Left:
        if own is not None:
            await own.close()
        if share is None:
            return Left(tuple(sorted(await asyncio.to_thread(shared_folder.contents, kept))))
        copied = await asyncio.to_thread(shared_folder.copy_changes, share, before, kept)
        return Left(copied.names, copied.skipped)

    try:
        traits = traits_of(begun.model)
        picture = picture_size(at.size, traits)
        tools = Tools(at, begun.model.computer_tool, picture_size=picture)
        zoom = "zoom" in tools.computer.enabled
        agent = Agent(
            begun.model,
            tools,
            at,
            begun.journal,
            review=review,
            limits=limits,
            system=system_prompt(picture, zoom=zoom, extra=system) if traits.ends_by_word else system,
            on_event=begun.on_event,
            on_delta=begun.on_delta,
            control=begun.control,
            options=begun.options,
            began=begun.began,
        )
        return await agent.run(begun.task, closing=put_away)
    finally:
        if own is not None:
            await own.close()


async def _never_began(begun: _Beginning, size: Size, stop: Stop) -> RunResult:
    """The record of a run that has no desktop to tell of: a beginning and an end."""
    run = begun.journal.folder.name
    wide, high = size.width, size.height
    events: tuple[Event, ...] = (
        Started(run, begun.task, begun.model.name, wide, high, wide, high, begun.options, deskhand.__version__),
        Finished(stop.status, stop.answer, 0, 0.0, run),
    )
    for event in events:
        entry = begun.journal.append(event)
        if begun.on_event is not None:
            answer = begun.on_event(entry.event)
            if inspect.isawaitable(answer):
                await answer
    return RunResult(stop.status, stop.answer, 0, 0.0, run, begun.journal.folder)


async def _reported(result: RunResult, report: Report | None) -> RunResult:
    """The work is done and kept: a report that fails takes nothing of it away."""
    if report is None:
        return result
    try:
        answer = report(result.folder)
        if inspect.isawaitable(answer):
            await answer
    except Exception as error:
        warning = f"The report could not be written ({type(error).__name__}: {error})."
        return replace(result, warnings=(*result.warnings, warning))
    return result


def _folder(share: Path, record: Path) -> Path:
    """The folder to be shared, made if it is not there.

    The record must not lie in it: whoever can write there can put a link in the place of a folder that we write to.
    """
    try:
        share = share.expanduser().absolute()
        share.mkdir(parents=True, exist_ok=True)
        inside = record.resolve().is_relative_to(share.resolve())
    except OSError as error:
        raise ValueError(f"{share} cannot be shared: {error.strerror}") from None
    if inside:
        raise ValueError(
            f"the record ({record}) would lie inside the shared folder, where the desktop could change it: share a "
            "folder of its own (--share out), or keep the record elsewhere (--record DIR)"
        )
    return share
