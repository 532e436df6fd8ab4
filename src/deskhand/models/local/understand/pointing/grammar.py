"""Which symbols may come next: the network chooses among these only, so that every row it ends is one of acts."""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray

from deskhand.models.local.understand.acts.form import ACTS, BLOCKS, FIXED, LIMIT
from deskhand.models.local.understand.pointing.symbols import (
    ASK,
    CLOSE,
    DO,
    DONE,
    END,
    FIELDS,
    ITEM,
    NUMBER,
    NUMBERS,
    REFUSE,
    SYMBOLS,
    UNNAMED,
    slot_of,
)  # fmt: skip

Mask = NDArray[np.bool_]
_BLOCK = {"then": "then", "else": "else", "do": "each:do"}


class Grammar:
    """Follows a row symbol by symbol; pointers are not told to it. A shallow copy goes its own way."""

    def __init__(self) -> None:
        self.begun = False
        self.over = False
        self.acts = 0
        """Outermost acts so far: what an ``@`` may speak of."""
        self.blocks: tuple[tuple[str, tuple[str, ...]], ...] = ()
        """Of each open block its act, and what may follow when it ends."""
        self.act, self.slot = "", ""
        """The act that slots belong to, and its last slot."""
        self.open: tuple[str, ...] = ()
        """The blocks that it may still have."""
        self.inside = ""
        """``list``, ``pairs``, ``value`` (of a pair), or nothing."""
        self.numbering = False
        self.empty = True
        """Nothing stands yet in this block."""

    def allowed(self) -> Mask:
        if not self.begun:
            return _mask((DO, ASK, *REFUSE))
        if self.over:
            return _mask((DONE,))
        if self.numbering:
            return _mask(NUMBERS[: max(1, min(self.acts, len(NUMBERS)))])
        match self.inside:
            case "list":
                return _mask((ITEM, f"{ITEM}@", CLOSE))
            case "pairs":
                return _mask((ITEM, UNNAMED, CLOSE))
            case "value":
                return _mask((ITEM, f"{ITEM}@"))
        ends = () if self.empty else ((END,) if self.blocks else (DONE,))
        return _mask((*_ACTS, *ends)) | (_slots(self.act, self.slot) | _mask(self.open) if self.act else _NOTHING)

    def push(self, symbol: str) -> None:
        """``symbol`` was written (and pointed, if it points)."""
        if not self.begun:
            self.begun, self.over, self.empty = True, symbol in REFUSE, symbol != ASK
        elif self.numbering:
            self.numbering = False
            self.inside = "pairs" if self.inside == "value" else self.inside
        elif symbol.startswith("act:"):
            self.acts += not self.blocks
            self.act, self.slot, self.empty = symbol.removeprefix("act:"), "", False
            self.open = tuple(_BLOCK[name] for name in BLOCKS.get(self.act, ()))
        elif symbol in _BLOCK.values():
            self.blocks = (*self.blocks, (self.act, self.open[self.open.index(symbol) + 1 :]))
            self.act, self.slot, self.open, self.empty = "", "", (), True
        elif symbol == END:
            *outer, (self.act, self.open) = self.blocks
            self.blocks = tuple(outer)
            self.slot, self.empty = "~", False
        elif symbol == CLOSE:
            self.inside = ""
        elif self.inside:
            self._list(symbol)
        else:
            self.slot = slot_of(symbol)
            self.numbering = symbol.endswith("@")
            if symbol.endswith("["):
                self.inside = "pairs" if self.slot == FIELDS else "list"

    def _list(self, symbol: str) -> None:
        if self.inside == "pairs":
            self.inside = "value"
        elif self.inside == "value":
            self.inside = "pairs" if symbol == ITEM else "value"
        self.numbering = symbol.endswith("@")


@cache
def _mask(symbols: tuple[str, ...]) -> Mask:
    mask = np.zeros(len(SYMBOLS), np.bool_)
    mask[[NUMBER[symbol] for symbol in symbols]] = True
    return mask


@cache
def _slots(act: str, last: str) -> Mask:
    """The slots that may follow ``last``: they stand in the order of their names."""
    later = [slot for slot in (*ACTS[act], LIMIT) if slot > last]
    fixed = [f"{slot}={word}" for slot in later for word in FIXED.get((act, slot), ())]
    return _mask((*later, *(f"{slot}@" for slot in later), *(f"{slot}[" for slot in later), *fixed))


_ACTS = tuple(f"act:{act}" for act in ACTS)
_NOTHING = np.zeros(len(SYMBOLS), np.bool_)
