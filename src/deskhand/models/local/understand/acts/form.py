"""The form that a wish is read into: acts from one table, whose slots are filled with parts of the wish itself.

Rules that went from words straight to steps gave a right plan to 17 of 213 wishes of a stranger. Acts lie between: few
enough for a reader to learn (73, with 2 slots each), near enough to speech that 5,248 wishes could be written down in
them, and without a word that the wish does not have. `compiled` makes steps of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Literal, TypeAlias

Reach: TypeAlias = Literal["do", "ask", "refuse"]

ACTS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        act: frozenset(slots.split())
        for act, _, slots in (
            line.partition(" ")
            for line in """
open_program program
close program keep
close_all keep
switch_to program
window program how to
open_file file folder program
new_document program
save file folder format
print file to
export file format folder
type text where
press keys
click target near nth
double_click target near nth
right_click target near nth
menu path
choose option from
check target near
uncheck target near
drag target to
scroll direction to
set_value control value
find text where
replace old new where
edit_line line how text where
sort_lines order where
change_case case what
select what
copy what
cut what
paste where
undo times
redo times
format what how
zoom how to
setting name value program
rename file to folder
move file to from
copy_file file to from
delete_file file folder
make_folder name folder
compress files archive folder
extract archive to
properties file
compute expression
convert value from to
run command
go_to address
search_web text
back times
reload what
bookmark what
read what where
count what where
pick which of by where
sum what where
tell what
add kind name fields where
change thing field to
remove thing from
mark thing as
sort what by order
filter what by
draw shape where colour
fill where colour
rotate what how
flip what how
resize what to
crop what to
command words fields
if condition
each of_what
until condition
""".strip().splitlines()
        )
    }
)
"""The acts with their slots. Every act may have a `LIMIT` besides."""

LIMIT = "limit"
"""“only the first”, “except the quotes”, 「だけ」."""

FIXED: Mapping[tuple[str, str], frozenset[str]] = MappingProxyType(
    {
        (act, slot): frozenset(words.split())
        for act, slot, words in (
            ("close", "keep", "save discard"),
            ("close_all", "keep", "save discard"),
            ("window", "how", "maximize minimize restore left right fullscreen move resize"),
            ("scroll", "direction", "up down left right"),
            ("edit_line", "how", "delete replace insert_before insert_after append duplicate move_up move_down"),
            ("sort_lines", "order", "ascending descending numeric"),
            ("change_case", "case", "upper lower title"),
            ("zoom", "how", "in out reset"),
            ("setting", "value", "on off up down"),
            ("sort", "order", "ascending descending"),
        )
    }
)
"""The slots that a fixed word may fill instead of words of the wish; in JSON it is written ``"=word"``."""

BLOCKS: Mapping[str, tuple[str, ...]] = MappingProxyType({"if": ("then", "else"), "each": ("do",), "until": ("do",)})
"""The acts that hold others, and under which names in JSON."""


@dataclass(frozen=True, slots=True)
class Fixed:
    """A word of `FIXED`, without the ``=``."""

    word: str


@dataclass(frozen=True, slots=True)
class ResultOf:
    """What an earlier act read, made or worked out."""

    act: int
    """Which of the outermost acts, from 0: also where it is said within a block."""


Argument: TypeAlias = "str | Fixed | ResultOf | tuple[Argument, ...]"
"""A part of the wish, letter by letter, or one of the others. ``fields`` are pairs: the field's words, or "", and its
value."""


@dataclass(frozen=True)
class Act:
    name: str
    args: Mapping[str, Argument] = field(default_factory=dict[str, Argument])
    of: str = ""
    """The part of the wish that it comes from."""
    then: tuple[Act, ...] = ()
    """Of an ``if``."""
    otherwise: tuple[Act, ...] = ()
    do: tuple[Act, ...] = ()
    """Of an ``each`` or an ``until``."""

    def words(self, slot: str) -> str:
        """What fills the slot, where it is words of the wish; else empty."""
        value = self.args.get(slot, "")
        return value if isinstance(value, str) else ""

    def fixed(self, slot: str) -> str:
        """The fixed word that fills the slot; else empty."""
        value = self.args.get(slot)
        return value.word if isinstance(value, Fixed) else ""


@dataclass(frozen=True, slots=True)
class Reading:
    """What the learned reader makes of a wish."""

    acts: tuple[Act, ...]
    reach: Reach
    sure: float
    """0 to 1: the chance that it is right, all of it."""
    why: str = ""
    """Why it is refused or asked about: ``question-how-to``, ``talk``, ``vague``, ``beyond-desktop``,
    ``world-knowledge``, ``two things fit``."""
    chances: tuple[float, ...] = ()
    """0 to 1, of each act in the order of `within`: the chance that it is right."""
    left_out: tuple[str, ...] = ()
    """Words of the wish that seem to be meant, and are in no act."""

    @property
    def weakest(self) -> float:
        """The chance of the least sure act; of a reading without acts that of the whole."""
        return min(self.chances, default=self.sure)


def acts_of(told: object) -> tuple[Act, ...]:
    """The acts of a plan in the JSON form of the wishes.

    Raises:
        ValueError: it is no such plan; says what is wrong.
    """
    if not isinstance(told, (list, tuple)):
        raise ValueError("a plan is a list of acts")
    return tuple(_act(one) for one in told)


def _act(told: object) -> Act:
    if not isinstance(told, Mapping) or not isinstance(name := told.get("act"), str):
        raise ValueError(f"{told!r} is no act: it has no name under “act”")
    if name not in ACTS:
        raise ValueError(f"no act is called {name!r}")
    args = told.get("args", {})
    if not isinstance(args, Mapping):
        raise ValueError(f"the args of {name} are no mapping")
    if unknown := set(args) - ACTS[name] - {LIMIT}:
        raise ValueError(f"{name} has no slot {', '.join(sorted(unknown))}")
    return Act(
        name,
        {slot: _argument(value, name, slot) for slot, value in args.items()},
        str(told.get("of", "")),
        acts_of(told.get("then", ())),
        acts_of(told.get("else", ())),
        acts_of(told.get("do", ())),
    )


def _argument(value: object, act: str, slot: str) -> Argument:
    match value:
        case str():
            return Fixed(value[1:]) if value[:1] == "=" and value[1:] in FIXED.get((act, slot), ()) else value
        case {"ref": int(number)}:
            return ResultOf(number)
        case list() | tuple():
            return tuple(_argument(part, act, slot) for part in value)
        case _:
            raise ValueError(f"{value!r} is neither words of the wish nor a ref")


def within(acts: Sequence[Act]) -> Iterator[Act]:
    """The acts and those in their blocks."""
    for act in acts:
        yield act
        yield from within((*act.then, *act.otherwise, *act.do))


def shifted(act: Act, start: int, by: int) -> Act:
    """The act when ``by`` acts were put in at ``start``: what it refers to there or behind is further on."""

    def moved(value: Argument) -> Argument:
        match value:
            case ResultOf():
                return replace(value, act=value.act + by) if value.act >= start else value
            case tuple():
                return tuple(moved(part) for part in value)
            case str() | Fixed():
                return value

    return replace(
        act,
        args={slot: moved(value) for slot, value in act.args.items()},
        then=tuple(shifted(one, start, by) for one in act.then),
        otherwise=tuple(shifted(one, start, by) for one in act.otherwise),
        do=tuple(shifted(one, start, by) for one in act.do),
    )
