"""Programs that the wish says are open: 「X で開いている」 starts none, though a reader put it so into its own words.

A second window without the document came to the front instead, and what it showed was told for the answer.
"""

from __future__ import annotations

from dataclasses import replace

from deskhand.models.local.named import names
from deskhand.models.local.steps import Plan


def as_open(plan: Plan, instruction: str) -> Plan:
    """The plan, in which only those programs are to be started that the wish's own words have opened."""
    is_open = {named.name.lower() for named in names(instruction) if not named.starts}
    stands = tuple(replace(one, starts=one.starts and one.name.lower() not in is_open) for one in plan.named)
    return replace(plan, named=stands)
