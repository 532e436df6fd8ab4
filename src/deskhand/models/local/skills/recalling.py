"""A thing on the screen whose name was found out on the way: “click the cheapest flight” clicks what was picked."""

from __future__ import annotations

from dataclasses import replace

from deskhand.models.local.hand import Hand
from deskhand.models.local.steps import ClickOn, Ref, Step, Target, UseCommand


def recalled(hand: Hand, step: Step) -> Step:
    """The step with the names that were stored for it."""
    match step:
        case ClickOn(target=Target(stored=str(stored)) as target) if stored:
            return replace(step, target=_named(hand, target))
        case UseCommand(on=Target(stored=str(stored)) as target) if stored:
            return replace(step, on=_named(hand, target))
        case _:
            return step


def _named(hand: Hand, target: Target) -> Target:
    return replace(target, name=hand.memory.fill((Ref(target.stored),)), stored="")
