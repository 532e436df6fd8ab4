"""Acts of the develop situations with all that the guard knew before them, as `gather` keeps them."""

from __future__ import annotations

import pickle
from dataclasses import dataclass
from pathlib import Path

from deskhand.evals.safety.situations import Judged
from deskhand.guard.evidence import Evidence
from deskhand.tools.interface import Proposal

DATA = Path(__file__).parents[1] / "data"


@dataclass(frozen=True)
class Act:
    """One situation: its label, and what its verdict hung on."""

    judged: Judged
    piece: str
    """The page or screen it belongs to."""
    proposal: Proposal
    evidence: Evidence


def path(kind: str) -> Path:
    """``pages`` or ``programs``."""
    return DATA / f"consequence-{kind}.pickle"


def keep(kind: str, found: list[Act]) -> None:
    with path(kind).open("ab") as stream:
        pickle.dump(found, stream)


def acts(kind: str) -> list[Act]:
    found: list[Act] = []
    if not path(kind).exists():
        return found
    with path(kind).open("rb") as stream:
        while True:
            try:
                found += pickle.load(stream)
            except EOFError:
                return found
