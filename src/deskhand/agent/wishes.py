"""What a run was started with, in the form that the journal keeps and a resumed run takes up again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from deskhand.agent.limits import DEFAULT_MINUTES, DEFAULT_STEPS, Limits
from deskhand.guard.interface import Ask


@dataclass(frozen=True, slots=True)
class Wishes:
    share: str | None = None
    """The person's own folder; None: the one inside the record."""
    max_steps: int | None = DEFAULT_STEPS
    max_minutes: float | None = DEFAULT_MINUTES
    max_cost: float | None = None
    ask: Ask = "never"
    system: str = ""
    hint: str = ""
    example: tuple[str, ...] = ()
    mcp: tuple[str, ...] = ()
    resumable: bool = False
    """Whether the desktop outlives a crash of the process."""
    network: Mapping[str, Any] | None = None
    """What it may reach, as `NetworkPolicy.to_data` has it; None: no network."""
    base: str = ""
    """The snapshot that a desktop of its own begins with."""
    secrets: tuple[str, ...] = ()
    """The names of the secrets that were lent to it. Their values are kept nowhere."""
    policy: str = ""
    """What may happen without asking: a preset's name, or a file; empty: what fits whether somebody can be asked."""
    sandbox: str = ""
    """What the walls of a desktop of its own are made of (`deskhand.sandbox.providers`); empty: the usual."""

    @property
    def limits(self) -> Limits:
        return Limits(self.max_steps, self.max_minutes, self.max_cost)

    def options(self) -> dict[str, Any]:
        """For `Started.options`; what was not asked for is left out, the limits excepted."""
        always = ("share", "max_steps", "max_minutes", "max_cost", "ask", "system")
        values = {each.name: getattr(self, each.name) for each in fields(self)}
        kept = {name: value for name, value in values.items() if name in always or value}
        return {name: list(value) if isinstance(value, tuple) else value for name, value in kept.items()}

    @classmethod
    def of(cls, options: Mapping[str, Any]) -> Wishes:
        """What `options` gave; options that another version wrote are ignored."""
        known = {each.name for each in fields(cls)}
        values: dict[str, Any] = {name: value for name, value in options.items() if name in known}
        values |= {name: tuple(value) for name, value in values.items() if isinstance(value, list | tuple)}
        return cls(**values)
