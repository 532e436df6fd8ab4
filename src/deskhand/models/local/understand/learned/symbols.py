"""What the network may answer with: the acts, their slots, the kinds of things, and pointers into the instruction."""

# ruff: noqa: E501
from __future__ import annotations

from typing import TypeAlias

from deskhand.models.local.understand.learned.tokens import Token
from deskhand.models.local.understand.learned.wording import BLOCKS, KINDS, REFUSE, SLOTS, WORDINGS, Act, Slot

Symbol: TypeAlias = str | tuple[int, int]
"""An act, a slot (``file=``) or a kind (``is button``); or the first and last token of what fills the slot before it."""

BEGIN, DONE = "<", ">"
SYMBOLS: tuple[str, ...] = (
    BEGIN, DONE, REFUSE, *BLOCKS, *WORDINGS, *(f"{slot}=" for slot in SLOTS), *(f"is {kind}" for kind in KINDS),
)  # fmt: skip
NUMBER = {symbol: index for index, symbol in enumerate(SYMBOLS)}
LONGEST = 112
"""Tokens of an instruction that the network reads; a longer one is not for it."""
MOST = 60
"""Symbols and pointers of an answer."""


def points(symbol: str) -> bool:
    """Whether a pointer must follow."""
    return symbol.endswith("=")


def acts(answer: list[Symbol], protected: str, tokens: list[Token]) -> list[Act] | None:
    """The answer as acts, or None where it is none: a slot without an act, a pointer without a slot."""
    found: list[Act] = []
    slot: Slot | None = None
    for symbol in answer:
        if isinstance(symbol, tuple):
            if slot is None or not found:
                return None
            start, end = tokens[symbol[0]].start, tokens[symbol[1]].end
            found[-1].slots.setdefault(slot, []).append(protected[start:end])
            slot = None
        elif points(symbol):
            slot = next(known for known in SLOTS if known == symbol[:-1])
            if not found:
                return None
        elif symbol.startswith("is "):
            if not found or found[-1].kind:
                return None
            found[-1].kind = symbol[3:]
        else:
            found.append(Act(symbol))
    return found if found and slot is None else None
