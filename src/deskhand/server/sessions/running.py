"""From a session's plan to the run: the same `run_task` and `resume_run` that the command line uses, with a person at
the other end of the line instead of at a terminal."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

from deskhand import report
from deskhand.agent.journal import Reader
from deskhand.agent.recovery import recover
from deskhand.agent.resume import resume_run
from deskhand.agent.run import run_task
from deskhand.agent.stage import Opener
from deskhand.models.interface import Delta, Model
from deskhand.sandbox.gateway.policy import NetworkPolicy
from deskhand.server.sessions.policies import EVERYTHING, PRESET
from deskhand.server.sessions.session import Session


class Models(Protocol):
    """Lends models to sessions; the embedded one is the same for all."""

    def lend(self, name: str, user: str) -> Model:
        """Raises `ModelError` when there is none of that name, or its key is missing."""
        ...

    async def give_back(self, model: Model) -> None: ...


async def run(session: Session, user: str, models: Models, opener: Opener, stream: Callable[[Delta], None]) -> None:
    """The whole run. Raises what is wrong before it begins, as `run_task` and `resume_run` do."""
    options = session.plan.options

    async def on_delta(delta: Delta) -> None:
        stream(delta)

    model = models.lend(str(options["model"]), user)
    shared: dict[str, Any] = {
        "model": model,
        "record": session.folder.parent,
        "approver": session.questions.approve,
        "asker": session.questions.ask_domain,
        "on_event": session.heard,
        "on_delta": on_delta,
        "control": session.control,
        "pausing": session.pausing,
        "on_desktop": session.opened,
        "opener": opener,
        "report": write_report,
        "secrets": session.vault,
    }
    try:
        if session.further is not None:
            if held_when_cut(session.folder):
                session.pausing.pause()
            limits = {name: value for name, value in session.further.limits.items() if value is not None}
            await resume_run(session.folder, say=session.further.text, **limits, **shared)
        else:
            await run_task(
                session.plan.task,
                name=session.id,
                share=options["share"],
                size=options["size"],
                max_steps=options["max_steps"],
                max_minutes=options["max_minutes"],
                max_cost=options["max_cost"],
                system=options["system"],
                network=network_of(options),
                keep_on_crash=True,
                **guard_of(options),
                **shared,
            )
    finally:
        await models.give_back(model)


def network_of(options: dict[str, Any]) -> NetworkPolicy | None:
    """`PolicyError` says which domain is none."""
    domains, ask = options["domains"], options["ask_domains"]
    return NetworkPolicy.of(*domains, ask=ask) if domains or ask else None


def guard_of(options: dict[str, Any]) -> dict[str, Any]:
    """What the policy's name comes to."""
    if options["policy"] == EVERYTHING:
        return {"ask": "always"}
    return {"ask": "consequential", "policy": options["policy"] or PRESET}


def held_when_cut(folder: Path) -> bool:
    reader = Reader(folder)
    try:
        return recover(reader.read()).held
    finally:
        reader.close()


def write_report(folder: Path) -> None:
    report.write(folder)
