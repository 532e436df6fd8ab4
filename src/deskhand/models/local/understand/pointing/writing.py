"""Writing a row: a few of the likeliest are followed, and the one that leaves the least of the wish unsaid wins.

Choice by choice alone, the network now and then takes the first act of a wish for all of it: ‘show the statistics in
Pluma’ became the opening of Pluma, with 0.9. But what each piece of a wish is for it knows apart from that, too.
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
from deskhand.models.local.understand.pointing.symbols import BEGIN, DONE, MOST, NUMBER, POINTING, SYMBOLS, Row
from deskhand.words.layers import Vector

WIDE = 4
"""Rows that are followed."""
FAINT = 0.02
"""Choices less likely than this are not followed."""
UNSAID = 1.0
"""How much each piece counts that should fill a slot and is in none."""


_ALIKE = (NUMBER["act:open_program"], NUMBER["act:switch_to"])
"""A program that is open already is not opened again, and one that is not is."""


@dataclass(frozen=True, slots=True)
class Written:
    row: Row
    chance: float
    """What the network gives to the whole row, 0 to 1: little for a long one, which can be said in several ways."""
    sure: float
    """The same without what makes no difference: where an act stands in the wish, and whether its program is opened or
    switched to."""
    unsaid: float
    """How many pieces of the wish should be in it and are not, by what each piece seems to be for."""

    @property
    def weight(self) -> float:
        return float(np.log(self.chance + 1e-30)) - UNSAID * self.unsaid


@dataclass(frozen=True, slots=True)
class _Draft:
    grammar: Grammar
    past: tuple[list[Vector], ...]
    put: Vector
    """What goes in next."""
    turn: Literal["symbol", "begins", "ends"] = "symbol"
    row: tuple[str | tuple[int, int], ...] = ()
    """Symbols, and of pointers the numbers of the first and the last piece."""
    first: int = 0
    log: float = 0.0
    """Of the row's chance."""
    doubt: float = 0.0
    """The same, of what makes a difference."""
    done: bool = False


def write(text: str, by: Network) -> Written | None:
    """The best row for a wish; None when none comes to an end, or the wish is empty or too long."""
    wish = by.read(text)
    if wish is None:
        return None
    drafts = [_Draft(Grammar(), tuple([] for _ in by.writes), by.symbols[NUMBER[BEGIN]])]
    ended: list[Written] = []
    for turn in range(min(MOST, len(by.turns))):
        following = sorted((next_ for draft in drafts for next_ in _next(draft, wish, by, turn)), key=lambda d: -d.log)
        ended += [_written(draft, wish) for draft in following[:WIDE] if draft.done]
        drafts = [draft for draft in following[:WIDE] if not draft.done]
        best = max((done.weight for done in ended), default=-np.inf)
        drafts = [draft for draft in drafts if draft.log > best]
        if not drafts:
            break
    return max(ended, key=lambda done: done.weight, default=None)


def _next(draft: _Draft, wish: Wish, by: Network, turn: int) -> Iterator[_Draft]:
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
            log, doubt = float(np.log(chances[choice])), _doubt(draft, chances, choice)
            yield _put(replace(draft, past=past, log=draft.log + log, doubt=draft.doubt + doubt), choice, wish, by)


def _doubt(draft: _Draft, chances: Vector, choice: int) -> float:
    if draft.turn != "symbol":
        last = draft.row[-1]
        return 0.0 if isinstance(last, str) and last.startswith("act:") else float(np.log(chances[choice]))
    return float(np.log(chances[list(_ALIKE)].sum() if choice in _ALIKE else chances[choice]))


def _put(draft: _Draft, choice: int, wish: Wish, by: Network) -> _Draft:
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


def _written(draft: _Draft, wish: Wish) -> Written:
    row: Row = [
        part if isinstance(part, str) else (wish.pieces[part[0]].start, wish.pieces[part[1]].end) for part in draft.row
    ]
    return Written(row, float(np.exp(draft.log)), float(np.exp(draft.doubt)), _unsaid(draft.row, wish.apart))


def _unsaid(row: Sequence[str | tuple[int, int]], apart: Vector) -> float:
    """The pieces in no slot, each counted by how likely it is to fill one."""
    if not any(isinstance(part, str) and part.startswith("act:") for part in row):
        return 0.0  # a wish that is refused says nothing of its pieces
    said = np.zeros(len(apart), np.bool_)
    for symbol, span in pairwise(row):
        if isinstance(span, tuple) and isinstance(symbol, str) and not symbol.startswith("act:"):
            said[span[0] : span[1] + 1] = True
    return float(((1 - apart) * ~said)[apart < 0.5].sum())
