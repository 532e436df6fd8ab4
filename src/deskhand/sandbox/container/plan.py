"""What the keeper of a container is told: like `deskhand.sandbox.plan`, one JSON message, all decided beforehand."""

from __future__ import annotations

from typing import Any, Literal, TypedDict

from deskhand.sandbox.plan import Common, LimitPlan, Loan, NetworkPlan


class CreatePlan(TypedDict):
    socket: str
    """Of Docker's engine."""
    name: str
    body: dict[str, Any]


class ContainerPlan(Common):
    mode: Literal["docker", "podman"]
    engine: list[str]
    """The engine's command, with the options that go before all others."""
    environment: dict[str, str]
    """In which that command finds its engine."""
    command: list[str]
    """The whole command line that starts the container and stays for as long as it lives."""
    create: CreatePlan | None
    """What the engine is told first, where the command cannot say it all."""
    container: str
    """Its name."""
    limits: LimitPlan
    network: NetworkPlan | None
    loan: Loan | None
    """The shared folder, where it has to change hands for the user inside to write it."""
