"""What the grammar refuses, put into words that it reads, by the book of ways to say an act.

Of 123 instructions written as different people would the grammar alone understood 35. It is asked first all the same, and
last as well: the book makes no plan, it only says the instruction again in plain words.
"""

# ruff: noqa: E501
from __future__ import annotations

from dataclasses import dataclass

from deskhand.models.local.understand.atoms import Atoms
from deskhand.models.local.understand.frame import Language
from deskhand.models.local.understand.phrasebook.matcher import readings
from deskhand.models.local.understand.phrasebook.wording import Act, Unsayable, Writer


@dataclass(frozen=True, slots=True)
class Reading:
    """An instruction in plain words, as it was understood."""

    text: str
    """With the atoms of the instruction, and of the quotations added to it."""
    atoms: Atoms


def in_the_book(protected: str, atoms: Atoms, language: Language) -> list[Reading]:
    """What the book makes of it: all readings must come to the same plan, else none of them is to be believed."""
    found = readings(protected, atoms, language)
    return [said for acts in found if (said := _said(acts, atoms, language)) is not None]


def _said(acts: list[Act], atoms: Atoms, language: Language) -> Reading | None:
    own = Atoms(dict(atoms.table))
    try:
        return Reading(Writer(own, language).write(acts), own)
    except Unsayable:
        return None
