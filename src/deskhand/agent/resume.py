"""Going on with a run that a crash, a ``kill -9`` or its limits had ended, from nothing but its journal.

On the desktop as it was left, where the run was started with ``keep_on_crash`` and the ten minutes are not over; else
on a new one, which the model is told.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import cast

from deskhand.agent.control import Control
from deskhand.agent.journal import Journal, Reader
from deskhand.agent.pausing import Pausing
from deskhand.agent.recovery import Cut, NothingToResume, recover
from deskhand.agent.result import OnEvent, RunResult
from deskhand.agent.run import Holds, Report, reported
from deskhand.agent.runs import DEFAULT_ROOT, find_run
from deskhand.agent.stage import REMEMBERED, Cast, OnDesktop, Opener, perform, stamps
from deskhand.agent.wishes import Wishes
from deskhand.desktop.interface import Desktop
from deskhand.guard.interface import Approver
from deskhand.guard.secret_sources import wanted
from deskhand.guard.vault import Secret, SecretError, Vault
from deskhand.models.choose import make_model
from deskhand.models.interface import Model, OnDelta
from deskhand.sandbox.gateway.ask import Asker
from deskhand.screen.geometry import Size
from deskhand.tools.custom import Answer, as_tools
from deskhand.tools.interface import Tool


async def resume_run(
    run: str | Path,
    *,
    say: str = "",
    model: str | Model | None = None,
    max_steps: int | None = None,
    max_minutes: float | None = None,
    max_cost: float | None = None,
    approver: Approver | None = None,
    asker: Asker | None = None,
    record: str | Path | None = None,
    desktop: Desktop | Holds | None = None,
    tools: Sequence[Tool | Callable[..., Awaitable[Answer]]] = (),
    on_event: OnEvent | None = None,
    on_delta: OnDelta | None = None,
    control: Control | None = None,
    pausing: Pausing | None = None,
    on_desktop: OnDesktop | None = None,
    opener: Opener | None = None,
    secrets: Vault | Sequence[Secret | str] = (),
    report: Report | None = None,
) -> RunResult:
    """Go on with ``run`` (its folder, its name, ``latest``) and return how it ended.

    ``say``: what the model is told, such as the answer to its question. The limits are those of the whole run, what
    was spent before included; without, the ones it was started with hold. Neither tools that are functions nor secrets
    are kept in a journal: give them again.

    Raises `NothingToResume` for a run that is done, `RunNotFound` for none, `JournalError` for one under way,
    `SecretError` when one that it was lent is missing.
    """
    folder = find_run(str(run), Path(record or DEFAULT_ROOT).expanduser().absolute())
    reader = Reader(folder)
    try:
        cut = recover(reader.read())
        before = stamps(reader.recall(REMEMBERED))
    finally:
        reader.close()
    _refuse_the_finished(cut, say)
    started = cut.started
    wishes = Wishes.of(started.options)
    vault = wanted(secrets)
    if missing := [name for name in wishes.secrets if vault.get(name) is None]:
        raise SecretError(f"this run was lent {', '.join(missing)}, and no value is kept: lend it again (--secret)")
    wishes = replace(
        wishes,
        secrets=tuple(secret.name for secret in vault),
        max_steps=max_steps or wishes.max_steps,
        max_minutes=max_minutes or wishes.max_minutes,
        max_cost=max_cost or wishes.max_cost,
    )
    journal = Journal.reopen(folder)
    try:
        named = started.model if model is None else model
        chosen = make_model(named) if isinstance(named, str) else named
        try:
            players = Cast(
                chosen, journal, control or Control(), on_event, on_delta, approver, asker, as_tools(tools),
                pausing=pausing or Pausing(), on_desktop=on_desktop, opener=opener, vault=vault,
            )  # fmt: skip
            given = cast("Desktop | None", getattr(desktop, "body", desktop))
            size = Size(started.width, started.height)
            result = await perform(players, wishes, given, size, cut=cut, say=say, before=before)
        finally:
            if chosen is not model:
                await chosen.close()
    finally:
        journal.close()
    return await reported(result, report)


def _refuse_the_finished(cut: Cut, say: str) -> None:
    match cut.finished:
        case None:
            return
        case finished if finished.status == "done" and not say:
            raise NothingToResume("The run is done: there is nothing to go on with. With --say it gets a further word.")
        case finished if finished.status == "asks" and not say:
            raise NothingToResume(f"The model waits for an answer: give it with --say. It asked: {finished.answer}")
        case _:
            return
