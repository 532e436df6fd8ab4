"""What a label means, as a value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from deskhand.guard.interface import Consequence

Kind: TypeAlias = Literal[
    "plain",  # the whole label is known
    "phrase",  # its verb and its object are
    "yes",  # it only says yes
    "opens",  # it sends, or only opens the form for it
    "unclear",  # it does something, and nobody can say what
]


@dataclass(frozen=True, slots=True)
class Meaning:
    consequence: Consequence
    confidence: float
    kind: Kind = "plain"
