"""The keyboard: chords, held keys, and any Unicode text by key events alone.

A keyboard map has a place for a few hundred symbols; a text may hold any of 150,000. So symbols that the map lacks are
put on keycodes that nobody misses (`loans`) before the first key is pressed. A program looks a keycode up when it gets
to the event, perhaps much later: no keycode gets another symbol before the programs have caught up.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from typing import Any

import xcffib.xkb
import xcffib.xtest

from deskhand.desktop.disorder import Kind, disorderly, kind, pieces
from deskhand.desktop.display import Display
from deskhand.desktop.interface import InvalidAction
from deskhand.desktop.keynames import MAX_REPEAT, MODIFIER_SYMS, keysym_of, parse_keys
from deskhand.desktop.loans import Loans
from deskhand.desktop.pace import MOST, Pace, TakenIn
from deskhand.desktop.windows import Windows

_PRESS, _RELEASE = 2, 3
_XKB_CORE = 0x100
_XKB_NEWS = 3
"""NewKeyboardNotify and MapNotify."""
_SHIFT = 0xFFE1

PUT_OFF = 0.25
"""Seconds: LibreOffice collects letters that long, and emoji do not make it write them down as other keys do."""

Until = Callable[[], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class _Place:
    keycode: int
    shift: bool


class Keyboard:
    def __init__(self, display: Display, *, noticed: Until, caught_up: Until, taken_in: TakenIn) -> None:
        """``noticed`` returns once the programs have fetched a new keyboard map, ``caught_up`` once they have surely
        read all events sent so far, ``taken_in`` once the program with the keyboard says so."""
        self._noticed = noticed
        self._caught_up = caught_up
        self._taken_in = taken_in
        self._display = display
        self._windows = Windows(display)
        self._xtest: Any = display.extension(xcffib.xtest)
        self._xkb: Any = display.extension(xcffib.xkb)
        # A client that has greeted XKB is told of a new map by XKB's own events alone.
        self._xkb.SelectEvents(_XKB_CORE, _XKB_NEWS, 0, _XKB_NEWS, 0, 0, b"")
        self._first = int(display.setup.min_keycode)
        self._last = int(display.setup.max_keycode)
        self._held: list[int] = []
        self._let_go = asyncio.Event()
        self._places: dict[int, _Place] = {}
        self._loans = self._read_map()

    # The map

    def _read_map(self) -> Loans:
        reply = self._display.core.GetKeyboardMapping(self._first, self._last - self._first + 1).reply()
        width = int(reply.keysyms_per_keycode)
        flat = list(reply.keysyms)
        table = [flat[start : start + width] for start in range(0, len(flat), width)]
        modifiers = self._display.core.GetModifierMapping().reply()
        loans = Loans(self._display, self._first, table, frozenset(int(code) for code in modifiers.keycodes if code))
        spare = set(loans.pool)
        self._places = {}
        for keycode, symbols in enumerate(table, self._first):
            if keycode in spare:
                continue
            for level, symbol in enumerate(_levels(symbols)):
                if symbol:
                    self._places.setdefault(symbol, _Place(keycode, level == 1))
        return loans

    def refresh(self) -> None:
        """Take in what others have done to the map (``setxkbmap``). Own loans that were swept away are forgotten."""
        seen = False
        while self._display.connection.poll_for_event() is not None:
            seen = True  # nothing but changes of the map is asked for on this connection
        if seen and not self._loans.intact():
            self._loans = self._read_map()

    def restore(self) -> None:
        """Give lent keycodes their own symbols back. Only when no program can still be reading events."""
        self._loans.restore()

    @property
    def borrowed(self) -> int:
        """How many keycodes carry a symbol that is not their own."""
        return len(self._loans)

    def _place(self, symbol: int) -> _Place | None:
        place = self._places.get(symbol)
        if place is not None:
            return place
        keycode = self._loans.keycode(symbol)
        return None if keycode is None else _Place(keycode, False)

    # Pressing

    def _send(self, kind: int, keycode: int) -> None:
        self._xtest.FakeInput(kind, keycode, 0, self._display.root, 0, 0, 0)

    def _down(self, keycode: int) -> None:
        self._held.append(keycode)
        self._send(_PRESS, keycode)

    def _up(self, keycode: int) -> None:
        self._send(_RELEASE, keycode)
        if keycode in self._held:
            self._held.remove(keycode)

    def release_all(self) -> None:
        """Let go of every key, also of one that somebody else pressed, and end a hold that is under way."""
        keys = bytes(self._display.core.QueryKeymap().reply().keys)
        down = [code for code in range(self._first, self._last + 1) if keys[code >> 3] >> (code & 7) & 1]
        for keycode in {*self._held, *down}:
            self._send(_RELEASE, keycode)
        self._held.clear()
        self._let_go.set()
        self._display.sync()

    async def press(self, keys: str, repeat: int) -> None:
        """Chords one after another, each pressed in order and released in reverse."""
        if not 1 <= repeat <= MAX_REPEAT:
            raise InvalidAction(f"a key can be repeated 1 to {MAX_REPEAT} times, not {repeat}")
        chords = parse_keys(keys)
        careful = disorderly(self._windows.focused_program())
        self.refresh()
        await self._make_room({symbol for chord in chords for symbol in chord.keysyms})
        last: Kind | None = None
        pace, sent = Pace(self._taken_in), 0
        for _ in range(repeat):
            for chord in chords:
                this = kind(chord.keysyms[-1])
                if careful and last not in (None, this):
                    await self._let_catch_up(this)
                last = this
                if sent >= pace.size:
                    await pace.rest()
                    sent = 0
                sent += 1
                down = self._press_chord(chord.keysyms)
                self._release(down)
        self._display.sync()

    async def hold(self, keys: str, seconds: float) -> None:
        """All named keys down, for ``seconds`` or until `release_all`, then up."""
        if not 0 <= seconds <= 300:
            raise InvalidAction(f"a key can be held for 0 to 300 seconds, not {seconds:g}")
        symbols = [symbol for chord in parse_keys(keys) for symbol in chord.keysyms]
        self.refresh()
        await self._make_room(set(symbols))
        self._let_go.clear()
        down = self._press_chord(tuple(symbols))
        try:
            self._display.sync()
            await asyncio.wait_for(self._let_go.wait(), seconds)
        except TimeoutError:
            pass
        finally:
            self._release(down)
            self._display.sync()

    def press_modifiers(self, modifiers: Iterable[str]) -> list[int]:
        """Hold modifiers; give what comes back to `release_modifiers`."""
        down: list[int] = []
        try:
            for name in modifiers:
                place = self._place(MODIFIER_SYMS[name])
                if place is None:
                    raise InvalidAction(f"this keyboard has no {name} key")
                self._down(place.keycode)
                down.append(place.keycode)
        except BaseException:
            self._release(down)
            raise
        self._display.flush()
        return down

    def release_modifiers(self, down: list[int]) -> None:
        self._release(down)
        self._display.sync()

    def _press_chord(self, symbols: tuple[int, ...]) -> list[int]:
        down: list[int] = []
        try:
            shifted = any(symbol in (0xFFE1, 0xFFE2) for symbol in symbols)
            for symbol in symbols:
                place = self._place(symbol)
                if place is None:
                    raise InvalidAction(f"the keyboard has no room for the keysym {symbol:#x}")
                if place.shift and not shifted:
                    shift = self._places[_SHIFT].keycode
                    self._down(shift)
                    down.append(shift)
                    shifted = True
                self._down(place.keycode)
                down.append(place.keycode)
        except BaseException:
            self._release(down)
            raise
        return down

    def _release(self, down: list[int]) -> None:
        for keycode in reversed(down):
            self._up(keycode)

    # Text

    async def type(self, text: str) -> None:
        """``text`` by key events, whatever the layout and whatever locks are on."""
        symbols = [keysym_of(character) for character in text.replace("\r\n", "\n")]
        careful = disorderly(self._windows.focused_program())
        self.refresh()
        locks = self._unlock()
        try:
            start = 0
            pace = Pace(self._taken_in)
            while start < len(symbols):
                end = await self._next_run(symbols, start)
                for first, last in pieces(symbols, start, end, MOST, orderly=careful):
                    await self._type_paced(symbols[first:last], pace, more=last < len(symbols))
                    if careful and last < len(symbols):
                        await self._let_catch_up(kind(symbols[last]))
                start = end
            self._display.sync()
            if locks != (0, 0):
                await self._caught_up()
        finally:
            self._lock(locks)

    async def _type_paced(self, symbols: list[int], pace: Pace, *, more: bool) -> None:
        while symbols:
            portion, symbols = symbols[: pace.size], symbols[pace.size :]
            self._type_run(portion)
            await asyncio.sleep(0)
            if symbols or more:
                await pace.rest()

    async def _let_catch_up(self, coming: Kind) -> None:
        """Until the programs have also done what they put off when they read their keys."""
        self._display.sync()
        await self._caught_up()
        await asyncio.sleep(PUT_OFF if coming == "astral" else 0.03)
        await self._caught_up()

    async def _next_run(self, symbols: list[int], start: int) -> int:
        """Where the run that begins at ``start`` ends: as far as the keyboard has room for all its symbols at once."""
        wanted: dict[int, None] = {}
        end = start
        while end < len(symbols):
            symbol = symbols[end]
            if symbol not in self._places and symbol not in wanted:
                if len(wanted) == len(self._loans.pool):
                    break
                wanted[symbol] = None
            end += 1
        await self._make_room(wanted)
        return end

    async def _make_room(self, wanted: Iterable[int]) -> None:
        """Give every wanted symbol a keycode, taking back old loans only after the programs have caught up."""
        wanted = list(wanted)
        missing = [symbol for symbol in wanted if self._place(symbol) is None]
        if not missing:
            return
        if len(missing) > self._loans.free:
            self._display.sync()
            await self._caught_up()
            self._loans.forget()
            missing = [symbol for symbol in wanted if symbol not in self._places]
        if len(missing) > self._loans.free:
            raise InvalidAction("the keyboard map has no room for these characters; type a shorter text")
        self._loans.lend(missing)
        # Chromium asks for the new map and goes on reading keys by the old one until the answer comes.
        await self._noticed()

    def _type_run(self, symbols: list[int]) -> None:
        shift = self._places[_SHIFT].keycode
        shifted = False
        try:
            for symbol in symbols:
                place = self._place(symbol)
                assert place is not None, "every symbol of a run has a place"
                if place.shift != shifted and symbol in self._places:
                    (self._down if place.shift else self._up)(shift)
                    shifted = place.shift
                self._down(place.keycode)
                self._up(place.keycode)
        finally:
            if shifted:
                self._up(shift)
        self._display.flush()

    def _unlock(self) -> tuple[int, int]:
        """Take Caps Lock, Num Lock and a second layout out of the way; returns what `_lock` puts back."""
        state = self._xkb.GetState(_XKB_CORE).reply()
        locks = (int(state.lockedMods), int(state.lockedGroup))
        if locks != (0, 0):
            self._xkb.LatchLockState(_XKB_CORE, 0xFF, 0, True, 0, 0xFF, True, 0)
            self._display.sync()
        return locks

    def _lock(self, locks: tuple[int, int]) -> None:
        if locks != (0, 0):
            modifiers, group = locks
            self._xkb.LatchLockState(_XKB_CORE, modifiers, modifiers, True, group, 0, False, 0)
            self._display.sync()


def _levels(symbols: list[int]) -> tuple[int, int]:
    """What a keycode gives without and with Shift; a lone letter gives its upper case with it."""
    first, second = (*symbols, 0, 0)[:2]
    if not second and 0x61 <= first <= 0x7A:
        second = first - 32
    return first, second
