"""The learned reader: what an instruction that grammar and book refuse most likely means, where it is sure enough."""

from __future__ import annotations

from deskhand.models.local.understand.atoms import Atoms
from deskhand.models.local.understand.frame import Language
from deskhand.models.local.understand.learned.checks import unexplained
from deskhand.models.local.understand.learned.network import network
from deskhand.models.local.understand.learned.symbols import LONGEST, acts
from deskhand.models.local.understand.learned.tokens import features, tokens
from deskhand.models.local.understand.learned.wording import REFUSE, Act

SURE = 0.8
"""The whole answer's chance below which it is no answer."""
SURE_TO_LOSE = 0.9
"""The same where something could be lost by it."""
LOSES = frozenset(("delete", "close unsaved", "close window unsaved", "close all unsaved", "rewrite", "clear", "run"))


def guessed(protected: str, atoms: Atoms, language: Language) -> list[Act] | None:
    """The acts of a protected instruction, or None: it is out of reach, or not sure enough."""
    found = tokens(protected)
    if not 0 < len(found) <= LONGEST:
        return None
    answer = network().answer([features(token.text, atoms) for token in found])
    if answer is None or not answer.symbols or REFUSE in answer.symbols:
        return None
    meant = acts(answer.symbols, protected, found)
    if meant is None:
        return None
    if answer.sure < (SURE_TO_LOSE if any(act.name in LOSES for act in meant) else SURE):
        return None
    if any(not _named(value, atoms) for act in meant for value in _files(act)):
        return None
    spans = [symbol for symbol in answer.symbols if isinstance(symbol, tuple)]
    return None if unexplained(found, spans, meant, atoms) else meant


def _files(act: Act) -> list[str]:
    names = act.slots.get("name", []) if act.name != "make folder" else []
    return [*act.slots.get("file", []), *names]


def _named(value: str, atoms: Atoms) -> bool:
    """Whether this is a file's whole name, and no piece of one."""
    atom = atoms.get(value)
    return atom is not None and atom.kind in ("file", "quote")
