"""Writing a row: a few of the likeliest are followed to their ends; `weighing` chooses among them.

Beside the chance of the whole, every step keeps its own: the chance of a long row is small though each of its steps is
right, and one doubtful step makes a plan wrong however sure the others are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import copy
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

import numpy as np

from deskhand.models.local.understand.pointing.grammar import Grammar
from deskhand.models.local.understand.pointing.network import Network, Wish, likely
from deskhand.models.local.understand.pointing.symbols import BEGIN, DONE, MOST, NUMBER, POINTING, SYMBOLS, Span
from deskhand.words.layers import Vector

WIDE = 4
"""Rows that are followed."""
FAINT = 0.02
"""Choices less likely than this are not followed."""
BEHIND = 3.0
"""Nor rows whose chance is so much smaller, as a logarithm, than that of one that ended."""
_ALIKE = (NUMBER["act:open_program"], NUMBER["act:switch_to"])
"""A program that is open already is not opened again, and one that is not is."""

Part = str | Span
"""A symbol, or of a pointer the numbers of the first and the last piece."""


@dataclass(frozen=True, slots=True)
class Draft:
    grammar: Grammar
    past: tuple[list[Vector], ...]
    put: Vector
    """What goes in next."""
    turn: Literal["symbol", "begins", "ends"] = "symbol"
    row: tuple[Part, ...] = ()
    first: int = 0
    log: float = 0.0
    """Of the row's chance."""
    steps: tuple[float, ...] = (0.0,)
    """The same without what makes no difference (where an act stands in the wish, whether its program is opened or
    switched to, a quote or an article more), apart for the reach and for each act, those in blocks too. That nothing
    comes after the last one is its own chance as well."""
    done: bool = False


def drafts(wish: Wish, by: Network) -> list[Draft]:
    """The rows that came to an end."""
    followed = [Draft(Grammar(), tuple([] for _ in by.writes), by.symbols[NUMBER[BEGIN]])]
    ended: list[Draft] = []
    for turn in range(min(MOST, len(by.turns))):
        following = sorted((later for draft in followed for later in _next(draft, wish, by, turn)), key=_unlikely)
        ended += [draft for draft in following[:WIDE] if draft.done]
        least = max((draft.log for draft in ended), default=-np.inf) - BEHIND
        followed = [draft for draft in following[:WIDE] if not draft.done and draft.log > least]
        if not followed or len(ended) >= WIDE:
            break
    return ended


def _unlikely(draft: Draft) -> float:
    return -draft.log


def _next(draft: Draft, wish: Wish, by: Network, turn: int) -> Iterator[Draft]:
    """The draft with each of its likeliest next choices."""
    past = tuple(list(own) for own in draft.past)
    state = by.state(wish, draft.put, turn, past)
    match draft.turn:
        case "symbol":
            scores = np.where(draft.grammar.allowed(), by.symbol(state), -1e9)
        case "begins":
            scores = wish.begins @ state / np.float32(np.sqrt(len(state)))
        case "ends":
            scores = wish.ends @ state / np.float32(np.sqrt(len(state)))
            scores[: draft.first] = -1e9
    chances = likely(np.asarray(scores, np.float32))
    for choice in np.argsort(-chances)[:WIDE].tolist():
        if chances[choice] >= FAINT:
            log = draft.log + float(np.log(chances[choice]))
            own = float(np.log(min(1.0, _alike(draft, wish, chances, choice))))
            yield _put(replace(draft, past=past, log=log, steps=_told(draft, choice, own)), choice, wish, by)


def _told(draft: Draft, choice: int, own: float) -> tuple[float, ...]:
    if draft.turn == "symbol" and SYMBOLS[choice].startswith("act:"):
        return (*draft.steps, own)
    *before, last = draft.steps
    return (*before, last + own)


def _alike(draft: Draft, wish: Wish, chances: Vector, choice: int) -> float:
    """The chance of a choice, with those that come to the same."""
    if draft.turn == "symbol":
        return float(chances[list(_ALIKE)].sum() if choice in _ALIKE else chances[choice])
    symbol = draft.row[-1]
    if isinstance(symbol, str) and symbol.startswith("act:"):
        return 1.0
    low = high = choice
    while low > 0 and wish.idle[low - 1 if draft.turn == "begins" else low]:
        low -= 1
    while high + 1 < len(chances) and wish.idle[high if draft.turn == "begins" else high + 1]:
        high += 1
    return float(chances[low : high + 1].sum())


def _put(draft: Draft, choice: int, wish: Wish, by: Network) -> Draft:
    match draft.turn:
        case "symbol":
            symbol = SYMBOLS[choice]
            if symbol == DONE:
                return replace(draft, done=True)
            grammar = copy(draft.grammar)
            grammar.push(symbol)
            points: Literal["begins", "symbol"] = "begins" if symbol in POINTING else "symbol"
            return replace(draft, grammar=grammar, row=(*draft.row, symbol), put=by.symbols[choice], turn=points)
        case "begins":
            return replace(draft, first=choice, put=by.began(wish.vectors[choice + 1]), turn="ends")
        case "ends":
            row = (*draft.row, (draft.first, choice))
            return replace(draft, row=row, put=by.ended(wish.vectors[choice + 1]), turn="symbol")


def pointed(row: Sequence[Part]) -> Iterator[tuple[str, Span]]:
    """Each pointer with the symbol before it."""
    for symbol, span in pairwise(row):
        if isinstance(symbol, str) and isinstance(span, tuple):
            yield symbol, span
