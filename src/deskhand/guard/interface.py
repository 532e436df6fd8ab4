"""May this happen? The words that the guard, its policies and the people it asks share."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Literal, TypeAlias

from deskhand.tools.interface import Proposal

Ask: TypeAlias = Literal[
    "always",  # a person is asked before every action
    "never",  # nobody is asked: the walls are trusted to hold
]


@dataclass(frozen=True, slots=True)
class Decision:
    """A word on one call, before it runs."""

    allowed: bool
    by: Literal["policy", "person"]
    reason: str = ""
    """Why not; the model gets to read it."""
    stop: bool = False
    """With a refusal: the run ends here, instead of letting the model try something else."""


def allow() -> Decision:
    """What an approver answers for yes."""
    return Decision(True, "person")


def refuse(reason: str = "", *, stop: bool = False) -> Decision:
    """What an approver answers for no."""
    return Decision(False, "person", reason, stop)


Approver: TypeAlias = Callable[[Proposal], Awaitable[Decision]]
"""Asks a person (or decides like one). If it raises, or answers something else than a Decision, that is a no."""
