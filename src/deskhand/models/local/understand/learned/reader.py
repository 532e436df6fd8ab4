"""The learned reader: what the grammar refuses, put into words that the grammar reads.

Of 123 instructions written as different people would (the first lot of ``training/instructions/README.md``) the grammar
alone understood 33. It is asked first all the same: what it takes, it takes rightly, and at once.
"""

from __future__ import annotations

from dataclasses import dataclass

from deskhand.models.local.understand.atoms import Atoms
from deskhand.models.local.understand.frame import Language
from deskhand.models.local.understand.learned.checks import unexplained
from deskhand.models.local.understand.learned.network import network
from deskhand.models.local.understand.learned.symbols import LONGEST, acts
from deskhand.models.local.understand.learned.tokens import features, tokens
from deskhand.models.local.understand.learned.wording import REFUSE, Act, Unsayable, Writer

SURE = 0.6
"""The whole answer's chance below which it is no answer."""
SURE_TO_LOSE = 0.8
"""The same where something could be lost by it."""
LOSES = frozenset(("delete", "close unsaved", "close window unsaved", "close all unsaved", "rewrite", "clear", "run"))


@dataclass(frozen=True, slots=True)
class Reading:
    """An instruction in plain words, as it was understood."""

    text: str
    """With the atoms of the instruction, and of the quotations added to it."""
    atoms: Atoms
    sure: float
    acts: tuple[str, ...]


def read(protected: str, atoms: Atoms, language: Language, *, trusting: bool = False) -> Reading | None:
    """The reading of a protected instruction, or None: it is out of reach, or not sure enough.

    ``trusting`` leaves the chances out, for those who measure them.
    """
    found = tokens(protected)
    if not 0 < len(found) <= LONGEST:
        return None
    answer = network().answer([features(token.text, atoms) for token in found])
    if answer is None or not answer.symbols or REFUSE in answer.symbols:
        return None
    meant = acts(answer.symbols, protected, found)
    if meant is None:
        return None
    if not trusting and answer.sure < _needed(meant):
        return None
    spans = [symbol for symbol in answer.symbols if isinstance(symbol, tuple)]
    if unexplained(found, spans, meant, atoms):
        return None
    own = Atoms(dict(atoms.table))
    try:
        text = Writer(own, language).write(meant)
    except Unsayable:
        return None
    return Reading(text, own, answer.sure, tuple(act.name for act in meant))


def _needed(meant: list[Act]) -> float:
    return SURE_TO_LOSE if any(act.name in LOSES for act in meant) else SURE
