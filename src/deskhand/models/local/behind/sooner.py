"""The file itself sooner, where a command was looked for in a program's menus long and in vain.

A table that Gnumeric should sort met its limit of 60 turns in the third round of menus, before the file was thought of.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from deskhand.models.local.behind.instead import in_the_file
from deskhand.models.local.hand import Hand
from deskhand.models.local.skills.belonging import in_front
from deskhand.models.local.steps import Step, UseCommand

PATIENCE = 25
"""Turns of one command in its window."""
LOOKS = 4
"""The same in a terminal, whose programs have no menus to look through, and take each letter for a command."""


class Instead(Exception):
    """It was done to the file; the sentence for it."""


@contextmanager
def sooner(hand: Hand, step: Step) -> Iterator[None]:
    """While a command is carried out, raises `Instead` with what was done to the file after so many turns; a question
    has its own way to its file."""
    if hand.memory.elsewhere is not None or not isinstance(step, UseCommand):
        yield
        return
    last = hand.turns + PATIENCE

    async def instead(other: Hand) -> str:
        early = other.turns < last - PATIENCE + LOOKS
        if early or (other.turns < last and not await in_front(other, "terminal")):
            other.memory.elsewhere = instead
        elif done := await in_the_file(other, step):
            raise Instead(done)
        return ""

    hand.memory.elsewhere = instead
    try:
        yield
    finally:
        hand.memory.elsewhere = None
