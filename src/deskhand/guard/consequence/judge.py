"""From a call and what is known about it to what it would do in the world.

Which tool it is says little: a click may be a look or a purchase. So each way of acting has a judge of its own.
"""

from __future__ import annotations

from deskhand.guard.evidence import Evidence
from deskhand.guard.interface import Finding
from deskhand.tools.interface import Proposal


def judge(proposal: Proposal, evidence: Evidence) -> Finding:
    """What ``proposal`` would do. Where that cannot be told, the confidence is low, and policies ask."""
    return Finding("edit", 0.6, proposal.words, evidence.place)
