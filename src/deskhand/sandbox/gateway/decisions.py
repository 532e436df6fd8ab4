"""What the gateway decided, told once and not a thousand times.

Every decision reaches whoever keeps the journal. A program that knocks 5,000 times at a closed door would fill it
with one sentence: repetitions are counted, and told with the next telling of the same.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

Kind: TypeAlias = Literal[
    "name",  # a name was looked up
    "connection",  # a connection was made, or refused
    "request",  # a further request on a connection was refused
    "proxy",  # what somebody said to the explicit proxy
    "limit",  # a cap was reached
    "policy",  # the policy changed
]


@dataclass(frozen=True, slots=True)
class Decision:
    kind: Kind
    name: str
    """The host; empty where none was named."""
    port: int | None
    allowed: bool
    reason: str = ""
    by: Literal["policy", "person"] = "policy"
    times: int = 1
    """How often the same was decided since it was last told."""
    again: bool = False
    """Whether it was told before."""

    @property
    def words(self) -> str:
        what = self.name or "a connection"
        if self.port is not None:
            what += f":{self.port}" if self.name else f" on port {self.port}"
        verdict = "reached" if self.allowed and self.kind == "connection" else "allowed" if self.allowed else "refused"
        if self.kind in ("limit", "policy"):
            text = f"Network: {self.reason}"
        else:
            text = f"Network: {what} {verdict}"
            text += " by a person" if self.by == "person" else ""
            text += f": {self.reason}" if self.reason else ""
        more = ["again"] if self.again else []
        more += [f"{self.times} times"] if self.times > 1 else []
        return f"{text} ({', '.join(more)})." if more else f"{text}."


OnDecision: TypeAlias = Callable[[Decision], None]

_AGAIN = 30.0
"""Seconds after which the same decision is told again."""
_DISTINCT = 500
"""Different decisions that are told at all: past it, only how many there were. Names can be made up for ever."""


class Ledger:
    def __init__(self, on_decision: OnDecision | None) -> None:
        self._tell = on_decision
        self._told: dict[Decision, float] = {}
        self._untold: dict[Decision, int] = {}
        self.counts = {True: 0, False: 0}
        """How often something was allowed, and refused."""

    def note(self, decision: Decision) -> None:
        self.counts[decision.allowed] += 1
        now = time.monotonic()
        last = self._told.get(decision)
        if last is None and len(self._told) >= _DISTINCT:
            decision = Decision("limit", "", None, False, "more different refusals than are worth telling")
            last = self._told.get(decision)
        if last is not None and now - last < _AGAIN:
            self._untold[decision] = self._untold.get(decision, 0) + 1
            return
        self._told[decision] = now
        self._pass_on(replace(decision, times=1 + self._untold.pop(decision, 0), again=last is not None))

    def close(self) -> None:
        """Tell what was only counted."""
        for decision, times in self._untold.items():
            self._pass_on(replace(decision, times=times, again=True))
        self._untold.clear()

    def _pass_on(self, decision: Decision) -> None:
        if self._tell is not None:
            self._tell(decision)
