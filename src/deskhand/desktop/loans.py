"""Keycodes lent to symbols that the keyboard map lacks.

The usual map has 19 empty keycodes and some 80 that carry media symbols nobody types. Every change of the map makes
every program fetch it anew (and the window manager grab its keys anew), so symbols are put on whole runs of
neighbouring keycodes, one request for a run: 90 new symbols cost three requests.
"""

from __future__ import annotations

from collections.abc import Iterable

from deskhand.desktop.display import Display

_BRIDGE_FROM = 147
_COMMANDS = frozenset(
    0x1008FF00 + code
    for code in (0x18, 0x1B, 0x26, 0x27, 0x28, 0x29, 0x30, 0x56, 0x57, 0x58, 0x68, 0x6B, 0x6D, 0x73, 0x77, 0x8B, 0x8C)
)
"""Home page, search, back, forward, stop, refresh, favourites, close, copy, cut, new, open, paste, reload, save, zoom:
browsers obey these by key code, whatever symbol the key carries."""


class Loans:
    def __init__(self, display: Display, first: int, table: list[list[int]], taken: frozenset[int]) -> None:
        """``table``: the symbols of each keycode from ``first`` on; ``taken``: keycodes of modifiers."""
        self._display = display
        self._first = first
        self._table = table
        spare = [
            first + index
            for index, symbols in enumerate(table)
            if first + index not in taken and all(map(_spare, symbols))
        ]
        # Keycodes without a modifier, most of them media keys: writing them over with what they have changes nothing.
        self._bridge = frozenset(range(_BRIDGE_FROM, first + len(table))) - taken
        spans = _spans(spare, self._bridge)
        spans.sort(key=lambda span: (span[0] - span[1], span))
        self.pool = [code for span in spans for code in spare if span[0] <= code <= span[1]]
        self._lent: dict[int, int] = {}
        self._touched: set[int] = set()
        """Keycodes that do not carry their own symbols now."""

    def __len__(self) -> int:
        return len(self._lent)

    @property
    def free(self) -> int:
        return len(self.pool) - len(self._lent)

    def keycode(self, symbol: int) -> int | None:
        return self._lent.get(symbol)

    def lend(self, symbols: Iterable[int]) -> None:
        """Give each symbol a keycode; the caller has made sure that enough are free."""
        used = set(self._lent.values())
        free = [code for code in self.pool if code not in used]
        fresh = dict(zip(symbols, free, strict=False))
        self._lent |= fresh
        self._touched |= set(fresh.values())
        self._write(set(fresh.values()))

    def _write(self, codes: set[int]) -> None:
        """Put what ``codes`` are to carry into the map; keycodes between them are written over with what they have."""
        carried = {code: symbol for symbol, code in self._lent.items()}
        for first, last in _spans(sorted(codes), self._bridge):
            width = max(2, *(len(_trimmed(self._table[code - self._first])) for code in range(first, last + 1)))
            flat: list[int] = []
            for code in range(first, last + 1):
                # Both levels the same, so that no lock and no held Shift makes another symbol of it.
                own = _trimmed(self._table[code - self._first])
                symbols = [carried[code]] * 2 if code in carried else own
                flat += symbols + [0] * (width - len(symbols))
            self._display.core.ChangeKeyboardMapping(last - first + 1, first, width, flat)
        self._display.sync()

    def intact(self) -> bool:
        """Whether the map is the one that was read, but for what was lent."""
        reply = self._display.core.GetKeyboardMapping(self._first, len(self._table)).reply()
        width = int(reply.keysyms_per_keycode)
        flat = list(reply.keysyms)
        by_code = {code: symbol for symbol, code in self._lent.items()}
        for index, known in enumerate(self._table):
            code, now = self._first + index, flat[index * width : (index + 1) * width]
            if code in self._touched:
                if code in by_code and now[0] != by_code[code]:
                    return False
            elif _trimmed(now) != _trimmed(known):
                return False
        return True

    def forget(self) -> None:
        """All loans may be given to others now."""
        self._lent.clear()

    def restore(self) -> None:
        """Every keycode that was ever lent gets its own symbols again."""
        self._lent.clear()
        touched, self._touched = self._touched, set()
        self._write(touched)


def _spans(codes: list[int], bridge: frozenset[int]) -> list[tuple[int, int]]:
    """First and last of runs of sorted ``codes``, joined where all between them may be written over."""
    spans: list[tuple[int, int]] = []
    for code in codes:
        if spans and all(between in bridge for between in range(spans[-1][1] + 1, code)):
            spans[-1] = (spans[-1][0], code)
        else:
            spans.append((code, code))
    return spans


def _trimmed(symbols: list[int]) -> list[int]:
    """Without the empty levels at the end: the width of the map changes with what others put into it."""
    end = len(symbols)
    while end and not symbols[end - 1]:
        end -= 1
    return symbols[:end]


def _spare(symbol: int) -> bool:
    """Whether a keycode that carries only such symbols can be used for others: nothing, or a media key."""
    media = 0x10080000 <= symbol <= 0x1008FFFF or 0x10081000 <= symbol <= 0x10082000
    return symbol == 0 or (media and symbol not in _COMMANDS)
