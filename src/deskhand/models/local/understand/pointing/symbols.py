"""What the reader writes, one symbol after the other, and how acts become such a row and come back from it.

A row begins with the wish's reach. An act is its name and where it stands in the wish; then its slots in the order of
their names, each a symbol that says what follows: ``file`` two pointers, ``value=on`` nothing, ``what@`` the number
of an act, ``text[`` more of these up to ``]``. Blocks stand after the slots: ``then`` … ``end``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from deskhand.models.local.understand.acts.form import ACTS, BLOCKS, FIXED, LIMIT, Act, Argument, Fixed, ResultOf

WHYS = ("question-how-to", "talk", "vague", "beyond-desktop", "world-knowledge")
BEGIN, DONE, DO, ASK, END = "<begin>", "<done>", "do", "ask", "end"
REFUSE = tuple(f"refuse:{why}" for why in WHYS)
ITEM, CLOSE, UNNAMED, FIELDS = ",", "]", "unnamed", "fields"
NUMBERS = tuple(str(number) for number in range(10))
_SLOTS = sorted({slot for slots in ACTS.values() for slot in slots} | {LIMIT})
SYMBOLS: tuple[str, ...] = (
    BEGIN, DONE, DO, ASK, *REFUSE, END, "then", "else", "each:do", ITEM, f"{ITEM}@", CLOSE, UNNAMED, *NUMBERS,
    *(f"act:{act}" for act in ACTS),
    *_SLOTS, *(f"{slot}@" for slot in _SLOTS), *(f"{slot}[" for slot in _SLOTS),
    *sorted({f"{slot}={word}" for (_, slot), words in FIXED.items() for word in words}),
)  # fmt: skip
NUMBER: Mapping[str, int] = {symbol: number for number, symbol in enumerate(SYMBOLS)}
POINTING = frozenset((*_SLOTS, ITEM, *(f"act:{act}" for act in ACTS)))
"""The symbols after which two pointers stand: to the first piece and to the last."""
LONGEST = 192
"""Pieces of a wish that are read."""
MOST = 160
"""Turns of writing: a symbol or a pointer each."""

Span: TypeAlias = tuple[int, int]
"""Where something begins and ends in the wish, in characters."""
Row: TypeAlias = list[str | Span]


class NoRow(ValueError):
    """The symbols make no acts; or acts do not fit into symbols."""


def row(acts: Sequence[Act], reach: str, why: str, find: Spans) -> Row:
    """The symbols of a reading.

    Raises:
        NoRow: something in it has no symbol, or does not stand in the wish.
    """
    if reach == "refuse":
        return [f"refuse:{why if why in WHYS else 'vague'}", DONE]
    return [ASK if reach == "ask" else DO, *_acts(acts, find), DONE]


def _acts(acts: Sequence[Act], find: Spans) -> Iterator[str | Span]:
    for act in acts:
        whole = find.part(act.of or find.text)
        yield f"act:{act.name}"
        yield whole
        for slot in sorted(act.args):
            yield from _slot(slot, act.args[slot], whole, find)
        for name, block in (("then", act.then), ("else", act.otherwise), ("each:do", act.do)):
            if block:
                yield name
                yield from _acts(block, find)
                yield END


def _slot(slot: str, value: Argument, near: Span, find: Spans) -> Iterator[str | Span]:
    match value:
        case str():
            yield slot
            yield find.argument(value, near)
        case Fixed(word):
            if f"{slot}={word}" not in NUMBER:
                raise NoRow(f"{slot}={word}")
            yield f"{slot}={word}"
        case ResultOf(number):
            yield f"{slot}@"
            yield NUMBERS[min(number, 9)]
        case _:
            yield f"{slot}["
            for part in value:
                yield from _pair(part, near, find) if slot == FIELDS else _item(part, near, find)
            yield CLOSE


def _item(value: Argument, near: Span, find: Spans) -> Iterator[str | Span]:
    if isinstance(value, (str, ResultOf)):
        yield from _slot(ITEM, value, near, find)
    else:
        raise NoRow(f"a list within a list: {value!r}")


def _pair(value: Argument, near: Span, find: Spans) -> Iterator[str | Span]:
    if not isinstance(value, tuple) or len(value) != 2:
        raise NoRow(f"no field with its value: {value!r}")
    name, filled = value
    if name == "":
        yield UNNAMED
    else:
        yield from _item(name, near, find)
    yield from _item(filled, near, find)


@dataclass(frozen=True, slots=True)
class Spans:
    """Where the parts of one wish stand."""

    text: str

    def part(self, words: str) -> Span:
        at = self.text.find(words)
        if at < 0 or not words:
            raise NoRow(f"“{words}” does not stand in the wish")
        return at, at + len(words)

    def argument(self, words: str, near: Span) -> Span:
        """Within its act's part of the wish if it stands there, else the nearest before or after."""
        start, end = near
        at = self.text.find(words, start, end)
        if at < 0:
            places = [place for place in range(len(self.text)) if self.text.startswith(words, place)]
            if not places or not words:
                raise NoRow(f"“{words}” does not stand in the wish")
            at = min(places, key=lambda place: min(abs(place - start), abs(place - end)))
        return at, at + len(words)


def acts_in(row: Sequence[str | Span], text: str) -> tuple[Act, ...]:
    """The acts of a whole row, its first symbol and `DONE` left out.

    Raises:
        NoRow: the symbols stand in no order that has a meaning.
    """
    reader = _Row(row, text)
    found = reader.acts(())
    if reader.at != len(row):
        raise NoRow("something stands after the last act")
    return found


class _Row:
    def __init__(self, row: Sequence[str | Span], text: str) -> None:
        self.row, self.text, self.at = row, text, 0

    def peek(self) -> str:
        found = self.row[self.at] if self.at < len(self.row) else DONE
        return found if isinstance(found, str) else ""

    def next(self) -> str:
        found = self.peek()
        if found in (DONE, ""):
            raise NoRow("it ends too early")
        self.at += 1
        return found

    def words(self) -> str:
        span = self.row[self.at] if self.at < len(self.row) else None
        if not isinstance(span, tuple):
            raise NoRow("nothing is pointed at")
        self.at += 1
        return self.text[span[0] : span[1]]

    def acts(self, until: tuple[str, ...]) -> tuple[Act, ...]:
        found: list[Act] = []
        while self.peek().startswith("act:"):
            found.append(self.act())
        if until and self.next() not in until:
            raise NoRow("a block has no end")
        return tuple(found)

    def act(self) -> Act:
        name = self.next().removeprefix("act:")
        of = self.words()
        args: dict[str, Argument] = {}
        while (symbol := self.peek()) and (slot := slot_of(symbol)) in ACTS[name] | {LIMIT}:
            if slot in args:
                raise NoRow(f"{slot} twice")
            args[slot] = self.value(self.next(), slot)
        held: dict[str, tuple[Act, ...]] = {"then": (), "else": (), "each:do": ()}
        while name in BLOCKS and (symbol := self.peek()) in held:
            self.next()
            held[symbol] = self.acts((END,))
        return Act(name, args, of, held["then"], held["else"], held["each:do"])

    def value(self, symbol: str, slot: str) -> Argument:
        if symbol.endswith("@"):
            return self.number()
        if symbol.endswith("["):
            parts: list[Argument] = []
            while self.peek() != CLOSE:
                parts.append((self.name(), self.item()) if slot == FIELDS else self.item())
            self.next()
            return tuple(parts)
        if "=" in symbol:
            return Fixed(symbol.partition("=")[2])
        return self.words()

    def name(self) -> Argument:
        if self.peek() == UNNAMED:
            self.next()
            return ""
        return self.item()

    def item(self) -> Argument:
        match self.next():
            case ",":
                return self.words()
            case ",@":
                return self.number()
            case symbol:
                raise NoRow(f"{symbol} in a list")

    def number(self) -> ResultOf:
        if not (symbol := self.next()).isdigit():
            raise NoRow(f"{symbol} is no act's number")
        return ResultOf(int(symbol))


def slot_of(symbol: str) -> str:
    return symbol.partition("=")[0].rstrip("@[")
