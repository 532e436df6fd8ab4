"""The guard's presets as a person chooses one: what it is for, and each of its rules in words."""

from __future__ import annotations

from deskhand.guard.policy import PRESETS, Policy
from deskhand.server.errors import invalid
from deskhand.server.sessions.models import PolicyPreset

EVERYTHING = "everything"
"""No policy at all: a person is asked before every action."""
PRESET = "careful"
_TITLES = {
    "careful": "Careful",
    "trusting": "Trusting",
    "read-only": "Read only",
    "unattended": "Unattended",
}


def presets() -> list[PolicyPreset]:
    found = [
        PolicyPreset(
            id=name,
            title=_TITLES.get(name, name.capitalize()),
            text=Policy.preset(name).words,
            rules=[rule.words for rule in Policy.preset(name).rules],
            outcomes=[rule.do for rule in Policy.preset(name).rules],
        )
        for name in PRESETS
    ]
    every = PolicyPreset(
        id=EVERYTHING,
        title="Ask about everything",
        text="A person is asked before every action that does more than look.",
        rules=["Everything but a look at the screen is asked about."],
        outcomes=["ask"],
    )
    return [*found, every]


def check_policy(name: str) -> None:
    """400 when there is none of that name; empty is the preset one."""
    if name and name not in (*PRESETS, EVERYTHING):
        raise invalid(f"policy: there is no {name!r}; there are {', '.join((*PRESETS, EVERYTHING))}")
