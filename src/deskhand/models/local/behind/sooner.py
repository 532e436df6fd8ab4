"""The file itself sooner, where a command was looked for in a program's menus long and in vain.

A table that Gnumeric should sort met its limit of 60 turns in the third round of menus, before the file was thought of.
A window's way counts as failed when a step says that it is stuck, when the guard stops a click that nobody was asked
about, when saving asks for a name that the file has, and here: when its turns are spent.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from deskhand.models.local.behind.file import File, named
from deskhand.models.local.behind.held.order import order_of
from deskhand.models.local.behind.instead import in_the_file
from deskhand.models.local.hand import Hand
from deskhand.models.local.memory import NothingRead
from deskhand.models.local.skills.belonging import in_front
from deskhand.models.local.steps import SetChecked, SetSetting, Step, UseCommand

PATIENCE = 25
"""Turns of one command in its window."""
SOON = 10
"""The same for what a plain text that the wish names holds: an editor's menus know nothing of it."""
LATEST = 36
"""Turns of a whole wish, after which it is tried with less patience still: a run has 60, and some are needed to find
the file, to change it, and to read it back."""
LEAST = 8
"""Turns that a command has in its window at any rate."""
LOOKS = 4
"""The same in a terminal, whose programs have no menus to look through, and take each letter for a command."""


class Instead(Exception):
    """It was done to the file; the sentence for it."""


@contextmanager
def sooner(hand: Hand, step: Step) -> Iterator[None]:
    """While a command is carried out, raises `Instead` with what was done to the file after so many turns; a question
    has its own way to its file."""
    if hand.memory.elsewhere is not None or not isinstance(step, UseCommand | SetSetting | SetChecked):
        yield
        return
    first = hand.turns
    last = max(first + LEAST, min(first + (SOON if _of_a_text(hand, step) else PATIENCE), LATEST))

    async def instead(other: Hand) -> str:
        early = other.turns < first + LOOKS
        if early or (other.turns < last and not await in_front(other, "terminal")):
            other.memory.elsewhere = instead
        elif done := await in_the_file(other, step):
            raise Instead(done)
        return ""

    async def rather() -> None:
        hand.memory.elsewhere = None
        if done := await in_the_file(hand, step):
            raise Instead(done)

    hand.memory.elsewhere, hand.before_asking = instead, rather
    try:
        yield
    finally:
        hand.memory.elsewhere = hand.before_asking = None


def _of_a_text(hand: Hand, step: Step) -> bool:
    """Whether it is about a value or an entry of a text file that the wish names."""
    files = named(hand.wish)
    if len(files) != 1 or not File(files[0]).is_plain:
        return False
    try:
        return order_of(step, hand.memory, hand.wish) is not None
    except NothingRead:
        return False
