"""How the network sees an instruction: words, single Japanese characters, atoms; each by what it is made of.

A word is the sum of its own vector and those of its letter groups, so that *fodler* stays close to *folder*. Atoms are
one token each, by their kind: the network never sees what a person quoted, and cannot be talked into anything by it.
"""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass

from deskhand.models.local.understand.atoms import KINDS, Atoms, any_of

BUCKETS = 16384
"""Rows of the table of words and letter groups."""
FEATURES = 12
"""Letter groups of a token at most, its own vector included."""
FIRST = 16
"""Rows before this one are the atoms' and the padding's."""

_TOKEN = re.compile(rf"{any_of()}|[a-z]+(?:'[a-z]+)?|\d+(?:[.,]\d+)*|[ァ-ヶー]+|\n|\S", re.I)


@dataclass(frozen=True, slots=True)
class Token:
    text: str
    start: int
    end: int


def tokens(protected: str) -> list[Token]:
    return [Token(found[0], *found.span()) for found in _TOKEN.finditer(protected)]


def features(token: str, atoms: Atoms) -> list[int]:
    """The rows of the table that make up this token, its own first."""
    atom = atoms.get(token)
    if atom is not None:
        return [1 + KINDS.index(atom.kind)]
    if re.fullmatch(r"\d+(?:[.,]\d+)*", token):
        shape = f"#{min(len(token), 5)}"
        return [_row(shape), _row("#"), *([_row(f"={token}")] if len(token) < 3 else [])]
    word = token.lower()
    rows = [_row(f"={word}")]
    if token[:1].isupper():
        rows.append(_row("^A" if token[1:].islower() or len(token) == 1 else "^AA"))
    if len(word) > 2:
        edged = f"<{word}>"
        groups = [edged[i : i + n] for n in (3, 4) for i in range(len(edged) - n + 1)]
        rows += [_row(group) for group in groups]
    return rows[:FEATURES]


def _row(name: str) -> int:
    return FIRST + zlib.crc32(name.encode()) % (BUCKETS - FIRST)
