"""From a sentence to a finished task: a desktop is opened, a model works at it, all is recorded, the desktop is gone.

Here everything that can be wrong beforehand is found out; `stage` then does the work.
"""

from __future__ import annotations

import inspect
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Protocol, TypeAlias, cast

from deskhand.agent import guarding
from deskhand.agent.control import Control
from deskhand.agent.examples import brief, load
from deskhand.agent.journal import Journal
from deskhand.agent.limits import DEFAULT_MINUTES, DEFAULT_STEPS, Limits
from deskhand.agent.pausing import Pausing
from deskhand.agent.result import OnEvent, RunResult
from deskhand.agent.runs import DEFAULT_ROOT, new_run_id
from deskhand.agent.stage import Cast, OnDesktop, Opener, perform
from deskhand.agent.wishes import Wishes
from deskhand.desktop.interface import Desktop
from deskhand.guard.interface import Approver, Ask
from deskhand.guard.secret_sources import wanted
from deskhand.guard.vault import Secret, Vault
from deskhand.models.choose import make_model
from deskhand.models.interface import Model, OnDelta
from deskhand.sandbox import store
from deskhand.sandbox.gateway.ask import Asker
from deskhand.sandbox.gateway.policy import NetworkPolicy
from deskhand.sandbox.interface import ProviderName
from deskhand.screen.geometry import Size
from deskhand.tools.custom import Answer, as_tools
from deskhand.tools.interface import Tool

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
    ask: Ask = "consequential",
    approver: Approver | None = None,
    policy: str | Path = "",
    record: str | Path | None = None,
    desktop: Desktop | Holds | None = None,
    system: str = "",
    hint: str = "",
    example: Sequence[str | Path] = (),
    mcp: Sequence[str] = (),
    tools: Sequence[Tool | Callable[..., Awaitable[Answer]]] = (),
    keep_on_crash: bool = False,
    network: NetworkPolicy | str | Sequence[str] | None = None,
    asker: Asker | None = None,
    base: str = "",
    on_event: OnEvent | None = None,
    on_delta: OnDelta | None = None,
    control: Control | None = None,
    pausing: Pausing | None = None,
    on_desktop: OnDesktop | None = None,
    opener: Opener | None = None,
    name: str = "",
    secrets: Vault | Sequence[Secret | str] = (),
    sandbox: ProviderName = "namespaces",
    report: Report | None = None,
) -> RunResult:
    """Do ``task`` on a desktop of its own and return how it ended.

    ``model``: a name (see `make_model`) or a model. ``share``: a folder of this computer that appears as ``~/Shared``
    inside; without it the run's own ``shared/`` does. ``record``: the folder that keeps runs, each in a folder named
    by its id (``runs/``). ``desktop``: one that is open already; it stays open, and ``share`` and ``size`` then only
    describe it. ``control``: stop the run with it; ``pausing``: hold it up, take the hand, say something.
    ``on_desktop`` is told of the run's own desktop, to look at it; ``opener`` opens it in place of `open_desktop`.
    ``name``: of the run, if it is to have another than one made of the time. ``report``: called with the run's folder
    at the very end.

    A large model can be told more: ``system`` is added to the product's own system prompt, ``hint`` to the task,
    ``example`` names folders with examples (see `deskhand.agent.examples`). ``tools`` are typed async functions, or
    tools; ``mcp`` names MCP servers, by command line or URL (see `deskhand.tools.mcp`).

    ``keep_on_crash``: should this process be killed, the desktop waits ten minutes for `resume_run`.

    ``ask``: when a person is asked: before what matters in the world (``consequential``), before ``always`` every
    action, or ``never``. ``approver`` is the person; without one nothing that would be asked about is done. ``policy``
    says what matters: ``careful`` (usual with an approver), ``trusting``, ``read-only``, ``unattended`` (usual without
    one: work inside the walls is done, what reaches the world outside is refused), or a file (see docs/safety.md).

    ``network``: what can be reached from the desktop: a policy, or domains (``"example.com"``); nothing without it.
    ``asker`` is asked about a new domain where the policy says so.

    ``base``: the snapshot that the desktop begins with (see `SandboxedDesktop.snapshot`).

    ``sandbox``: what the walls of a desktop of its own are made of (see `deskhand.sandbox.providers`).

    ``secrets``: lent to the run, as `Secret`s or as ``"NAME@domain"`` (the value comes from the environment variable or
    the keyring); the model sees their placeholders, and they are typed into matching fields only.

    Raises `ValueError`, `ModelError`, `SandboxError`, `SecretError` or `JournalError` for what is wrong before anything
    has begun; whatever goes wrong later is in the result.
    """
    if not task.strip():
        raise ValueError("the task is empty: say what should be done")
    Limits(max_steps, max_minutes, max_cost)  # raises for what is wrong with them
    size = Size.parse(size) if isinstance(size, str) else size
    root = Path(record or DEFAULT_ROOT).expanduser().absolute()
    reach = NetworkPolicy.wanted(network)
    guarding.check(str(policy))
    if base:
        store.find(base)  # raises when there is none: known now, not when the desktop should start
    vault = wanted(secrets)
    own = as_tools(tools)
    examples = tuple(str(Path(folder).expanduser().absolute()) for folder in example)
    shown = brief(hint, [load(Path(folder)) for folder in examples])
    chosen = make_model(model) if isinstance(model, str) else model
    journal: Journal | None = None
    try:
        shared = None if share is None else _folder(Path(share), root)
        journal = Journal.create(root / (name or new_run_id()))
        wishes = Wishes(
            None if shared is None else str(shared), max_steps, max_minutes, max_cost, ask, system, hint, examples,
            tuple(mcp), keep_on_crash and desktop is None, None if reach is None else reach.to_data(), base,
            tuple(secret.name for secret in vault), str(policy), "" if sandbox == "namespaces" else sandbox,
        )  # fmt: skip
        cast_ = Cast(
            chosen, journal, control or Control(), on_event, on_delta, approver, asker, own, shown,
            pausing or Pausing(), on_desktop, opener, vault,
        )  # fmt: skip
        given = cast("Desktop | None", getattr(desktop, "body", desktop))
        result = await perform(cast_, wishes, given, size, task=task)
    finally:
        if journal is not None:
            journal.close()
        if isinstance(model, str):
            await chosen.close()
    return await reported(result, report)


async def reported(result: RunResult, report: Report | None) -> RunResult:
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
