"""From a call and what is known about it to what it would do in the world.

Which tool it is says little: a click may be a look or a purchase. So each way of acting has a judge of its own.
"""

from __future__ import annotations

from deskhand.guard.consequence import calls, hand
from deskhand.guard.consequence.guess import Guess
from deskhand.guard.consequence.sentences import Deed, sentence
from deskhand.guard.evidence import Evidence
from deskhand.guard.interface import Finding
from deskhand.tools.interface import Proposal


def judge(proposal: Proposal, evidence: Evidence) -> Finding:
    """What ``proposal`` would do. Where that cannot be told, the confidence is low, and policies ask."""
    if proposal.tool == "bash":
        return calls.shell(proposal, evidence)
    if proposal.tool == "editor":
        return calls.editor(proposal, evidence)
    if proposal.tool != "computer":
        return calls.custom(proposal, evidence)
    if proposal.action is None:  # a zoom, or where the pointer is
        return Finding("observe", 1.0, f"{proposal.words}: this only looks", evidence.place)
    guess, deed = hand.judge(proposal.action, evidence)
    return _finding(guess, deed, evidence)


def _finding(guess: Guess, deed: Deed, evidence: Evidence) -> Finding:
    place = evidence.place
    return Finding(
        guess.consequence,
        guess.confidence,
        sentence(deed, guess.consequence, guess.confidence, place, "en", guess.words),
        place,
        evidence.presses.box or evidence.target.box,
        guess.because,
        translations={"ja": sentence(deed, guess.consequence, guess.confidence, place, "ja")},
    )
