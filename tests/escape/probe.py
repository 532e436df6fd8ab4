"""One row of the table of attempts: what is tried, how, and in which way the walls must answer."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from typing import Literal, TypeAlias

Control: TypeAlias = Literal[
    "fires",  # succeeds where there are no walls: it is known not to be blind
    "may",  # succeeds there on some machines: the kernel's settings, a missing module or program can prevent it
    "never",  # only the machine's own root could, whom the control does not let anyone be
]


@dataclass(frozen=True)
class Probe:
    row: int
    """Of the list of attempts in docs/security.md."""
    name: str
    attempt: str
    """What is tried, in words."""
    program: str
    """The body of a function of `hand`: stopped when it raises OSError or returns something false."""
    control: Control = "fires"
    quick: bool = False
    """Made at every run of the tests, 0.15 s each; the others by `make test-all`."""

    @property
    def id(self) -> str:
        return f"{self.row:02}-{self.name.replace(' ', '-')}"

    @property
    def body(self) -> str:
        return textwrap.dedent(self.program).strip()
