"""What the grammar refuses, put into words that it reads: by the book of ways to say an act, then by the learned reader.

Of 123 instructions written as different people would the grammar alone understood 35. It is asked first all the same, and
last as well: neither the book nor the network makes a plan, each only says the instruction again in plain words.
"""

# ruff: noqa: E501
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from deskhand.models.local.understand.atoms import Atoms
from deskhand.models.local.understand.frame import Language
from deskhand.models.local.understand.learned.reader import guessed
from deskhand.models.local.understand.learned.wording import Act, Unsayable, Writer
from deskhand.models.local.understand.phrasebook.matcher import readings


@dataclass(frozen=True, slots=True)
class Reading:
    """An instruction in plain words, as it was understood."""

    text: str
    """With the atoms of the instruction, and of the quotations added to it."""
    atoms: Atoms


def rewritten(protected: str, atoms: Atoms, language: Language) -> Iterator[list[Reading]]:
    """Readings in turn: all in a list must come to the same plan, else none of them is to be believed."""
    if by_book := in_the_book(protected, atoms, language):
        yield by_book
        return  # where the book finds two meanings, the network must not choose
    acts = guessed(protected, atoms, language)
    if acts is not None and (said := _said(acts, atoms, language)) is not None:
        yield [said]


def in_the_book(protected: str, atoms: Atoms, language: Language) -> list[Reading]:
    """What the book of ways to say an act makes of it."""
    found = readings(protected, atoms, language)
    return [said for acts in found if (said := _said(acts, atoms, language)) is not None]


def _said(acts: list[Act], atoms: Atoms, language: Language) -> Reading | None:
    own = Atoms(dict(atoms.table))
    try:
        return Reading(Writer(own, language).write(acts), own)
    except Unsayable:
        return None
