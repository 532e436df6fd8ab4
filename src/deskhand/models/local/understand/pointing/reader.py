"""A wish read by the network: acts, how sure it is of them, and whether they are in reach."""

from __future__ import annotations

from functools import lru_cache

from deskhand.models.local.understand.acts.form import Reading
from deskhand.models.local.understand.pointing.network import Network, network
from deskhand.models.local.understand.pointing.symbols import ASK, REFUSE, NoRow, acts_in
from deskhand.models.local.understand.pointing.weighing import Written, ranked
from deskhand.words.alone import alone

KEPT = 16
"""Wishes whose rows are kept: several readers ask for the same one."""


def read(wish: str, by: Network | None = None) -> Reading | None:
    """What the wish most likely means; None where the network comes to no end, or the wish is longer than it reads."""
    rows = _rows(wish) if by is None else _written(wish, by)
    return _reading(rows[0]) if rows else None


def readings(wish: str) -> tuple[Reading, ...]:
    """All that was followed to an end, most likely first: what a window offers may tell which of them is meant."""
    return tuple(found for row in _rows(wish) if (found := _reading(row)) is not None)


def weighed(wish: str) -> tuple[tuple[Reading, float], ...]:
    """The same with what the network itself gives each, as a logarithm: no two of them can be right at once."""
    return tuple((found, row.draft.log) for row in _rows(wish) if (found := _reading(row)) is not None)


@lru_cache(KEPT)
def _rows(wish: str) -> tuple[Written, ...]:
    return _written(wish, network())


def _written(wish: str, by: Network) -> tuple[Written, ...]:
    with alone():
        return tuple(ranked(wish, by))


def _reading(written: Written) -> Reading | None:
    reach, *rest = written.row
    if reach in REFUSE:
        return Reading((), "refuse", written.sure, str(reach).partition(":")[2])
    try:
        acts = acts_in(rest, written.text)
    except NoRow:
        return None
    left_out = tuple(written.text[start:end] for start, end in written.left_out)
    return Reading(
        acts, "ask" if reach == ASK else "do", written.sure, "two things fit" if reach == ASK else "",
        written.steps, left_out,
    )  # fmt: skip
