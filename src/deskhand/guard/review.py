"""Asked before every single call, because a batch can finish a purchase within one turn of the model.

Deny by default: where a person must be asked and nobody can answer, nothing happens and the run ends, with the reason.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass

from deskhand.guard.interface import Approver, Ask, Decision, Origin, Question
from deskhand.tools.interface import Proposal

_LOOKS = frozenset({"screenshot", "zoom", "cursor_position", "wait"})
"""Calls of the computer tool that leave the world as it is: being asked about each look would teach people to say
yes without reading."""

_ALLOWED = Decision(True, "policy")


@dataclass(frozen=True, slots=True)
class Review:
    """The policy of one run."""

    ask: Ask = "never"
    approver: Approver | None = None

    async def decide(self, proposal: Proposal) -> Decision:
        """May this call run? Never raises for what an approver does wrong."""
        if proposal.error:
            return _ALLOWED  # such a call does nothing: running it only returns the error's sentence
        if not proposal.concerns and (self.ask == "never" or _only_looks(proposal)):
            return _ALLOWED
        if self.approver is None and proposal.concerns:
            why = "; ".join(proposal.concerns)
            return _denied(
                f"the model's provider wants a person to confirm it ({why}), and there is nobody to ask here"
            )
        if self.approver is None:
            return _denied("every action has to be approved, and there is nobody to ask here")
        try:
            answer: object = await self.approver(_question(proposal))
        except Exception as error:
            return _denied(f"the person could not be asked: {str(error) or type(error).__name__}")
        if not isinstance(answer, Decision):
            return _denied(f"the answer was neither yes nor no ({type(answer).__name__})")
        return answer


def _question(proposal: Proposal) -> Question:
    origins: tuple[Origin, ...] = ("provider",) if proposal.concerns else ("every",)
    return Question(uuid.uuid4().hex, proposal, proposal.words, origins)


def _only_looks(proposal: Proposal) -> bool:
    return proposal.tool == "computer" and proposal.name in _LOOKS


def _denied(reason: str) -> Decision:
    return Decision(False, "policy", reason, stop=True)
