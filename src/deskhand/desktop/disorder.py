"""Programs that put fast typing out of order, and where to let them catch up.

LibreOffice takes in letters, line ends and characters beyond the first 65,536 (emoji) on three ways of different
length: "one⏎two⏎three", typed at once, becomes "onetwothree⏎⏎". Within each kind the order is kept, but of a letter
that comes twice at once ("Hello") Writer may take one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Literal, TypeAlias

from deskhand.desktop.keynames import keysym_of

Kind: TypeAlias = Literal["letter", "control", "astral"]

_DISORDERLY = ("libreoffice", "soffice")
_ASTRAL = keysym_of("\U00010000")
_CONTROLS = range(0xFF00, 0x10000)


def disorderly(program: str) -> bool:
    """Whether ``program`` (the class of its window) mixes up kinds of characters."""
    return program.lower().startswith(_DISORDERLY)


def kind(symbol: int) -> Kind:
    if symbol in _CONTROLS:
        return "control"
    return "astral" if symbol >= _ASTRAL else "letter"


def pieces(symbols: Sequence[int], start: int, end: int, longest: int, *, orderly: bool) -> Iterator[tuple[int, int]]:
    """``start`` to ``end`` in pieces of at most ``longest``; if ``orderly``, each of one kind only.

    Of two letters alike, one is in each then.
    """
    cuts = [start]
    for place in range(start + 1, end):
        before, now = symbols[place - 1], symbols[place]
        changed = orderly and (kind(now) != kind(before) or (now == before and kind(now) == "letter"))
        if changed or place - cuts[-1] == longest:
            cuts.append(place)
    return pairwise([*cuts, end])
