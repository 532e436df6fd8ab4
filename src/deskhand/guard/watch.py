"""Who looks out for orders that come from the screen: the seam between the guard and what finds injections.

The task and the person's words are trusted; everything that was read is not. So a watch is told both, each with where
it comes from, and is asked before every act whether the act serves the one or the other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, Protocol, TypeAlias

from deskhand.guard.evidence import Evidence
from deskhand.guard.interface import Alarm
from deskhand.tools.interface import Proposal
from deskhand.vision.scene import Scene

Source: TypeAlias = Literal[
    "screen",  # a picture of it, or what was read on it
    "shell",  # the output of a command
    "file",  # what an editor showed
    "tool",  # the result of a custom tool or an MCP server
    "network",  # what the gateway told
]


@dataclass(frozen=True, slots=True)
class Seen:
    """One thing that the model got to read, and that nobody vouches for."""

    source: Source
    text: str = ""
    """As words: the output, the file, the result."""
    picture: bytes = b""
    """The screen as a PNG in the model's pixels; empty for what is no picture."""
    scene: Scene | None = None
    """What was read on it, where somebody has read it already."""
    about: str = ""
    """What was done to see it: the command, the path, the action in words."""


class Watch(Protocol):
    """One run's lookout. ``task`` and ``saw`` are called as things happen and must return at once (a few
    milliseconds: what takes longer is put off to `inspect`, or to a thread)."""

    def task(self, text: str) -> None:
        """Trusted words: the task, and whatever the person says later."""
        ...

    def saw(self, seen: Seen) -> None:
        """Untrusted: what the model has been shown."""
        ...

    def ahead(self, evidence: Evidence) -> None:
        """The screen while the model thinks, with its tree: whoever has to read pictures can begin. Returns at once."""
        ...

    def fine(self, alarm: Alarm) -> None:
        """A person looked at this alarm, and let the act happen."""
        ...

    def close(self) -> None:
        """The run is over."""
        ...

    async def inspect(self, proposal: Proposal, evidence: Evidence) -> Sequence[Alarm]:
        """The signs that this act serves what was read. Asked before the act, for every call that is not a mere look;
        each alarm makes the policy stop it."""
        ...


class NoWatch:
    """Nobody looks out."""

    def task(self, text: str) -> None:
        pass

    def saw(self, seen: Seen) -> None:
        pass

    def ahead(self, evidence: Evidence) -> None:
        pass

    def fine(self, alarm: Alarm) -> None:
        pass

    def close(self) -> None:
        pass

    async def inspect(self, proposal: Proposal, evidence: Evidence) -> Sequence[Alarm]:
        return ()


class Watches:
    """Several that look out together; one that fails raises an alarm of its own, since silence would read as peace."""

    def __init__(self, *watches: Watch) -> None:
        self._watches = watches

    def task(self, text: str) -> None:
        for watch in self._watches:
            watch.task(text)

    def saw(self, seen: Seen) -> None:
        for watch in self._watches:
            watch.saw(seen)

    def ahead(self, evidence: Evidence) -> None:
        for watch in self._watches:
            watch.ahead(evidence)

    def fine(self, alarm: Alarm) -> None:
        for watch in self._watches:
            watch.fine(alarm)

    def close(self) -> None:
        for watch in self._watches:
            watch.close()

    async def inspect(self, proposal: Proposal, evidence: Evidence) -> Sequence[Alarm]:
        alarms: list[Alarm] = []
        for watch in self._watches:
            try:
                alarms.extend(await watch.inspect(proposal, evidence))
            except Exception as error:
                sentence = f"the check for foreign orders failed ({type(error).__name__}: {error})"
                alarms.append(Alarm("injection", "check-failed", sentence, 0.5))
        return alarms
