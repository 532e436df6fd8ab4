"""A wish read by the network: acts, how sure it is of them, and whether they are in reach."""

from __future__ import annotations

from deskhand.models.local.understand.acts.form import Reading
from deskhand.models.local.understand.pointing.network import Network, network
from deskhand.models.local.understand.pointing.symbols import ASK, REFUSE, NoRow, acts_in
from deskhand.models.local.understand.pointing.weighing import write
from deskhand.words.alone import alone


def read(wish: str, by: Network | None = None) -> Reading | None:
    """What the wish most likely means; None where the network comes to no end, or the wish is longer than it reads."""
    with alone():
        written = write(wish, by or network())
    if written is None:
        return None
    reach, *rest = written.row
    if reach in REFUSE:
        return Reading((), "refuse", written.sure, str(reach).partition(":")[2])
    try:
        acts = acts_in(rest, wish)
    except NoRow:
        return None
    left_out = tuple(wish[start:end] for start, end in written.left_out)
    return Reading(
        acts, "ask" if reach == ASK else "do", written.sure, "two things fit" if reach == ASK else "",
        written.steps, left_out,
    )  # fmt: skip
