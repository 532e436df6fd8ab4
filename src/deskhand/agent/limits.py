"""How far a run may go: in steps, minutes and money. A limit stops a run *before* it is passed.

What the next step will take is not known, so it is taken to be as much as the largest step so far; a run with a limit
of one dollar that has spent 0.93 in steps of up to 0.09 ends there, and not at 1.02.
"""

from __future__ import annotations

from dataclasses import dataclass

DEFAULT_STEPS = 100
DEFAULT_MINUTES = 30.0


@dataclass(frozen=True, slots=True)
class Limits:
    """None means: no such limit."""

    steps: int | None = DEFAULT_STEPS
    """Turns of the model."""
    minutes: float | None = DEFAULT_MINUTES
    usd: float | None = None

    def __post_init__(self) -> None:
        for name, value in (("steps", self.steps), ("minutes", self.minutes), ("cost", self.usd)):
            if value is not None and not value > 0:
                raise ValueError(f"the limit on {name} must be more than 0, not {value}")


@dataclass(slots=True)
class Spent:
    """What a run has used so far, and the largest step of each kind."""

    steps: int = 0
    seconds: float = 0.0
    """By the clock, since the run began."""
    usd: float = 0.0
    priced: bool = False
    """Whether anything had a price at all."""
    largest_seconds: float = 0.0
    largest_usd: float = 0.0

    def took(self, seconds: float) -> None:
        """A step is over that took so long."""
        self.largest_seconds = max(self.largest_seconds, seconds)

    def paid(self, usd: float | None) -> None:
        """A reply has cost so much; None where there is no price."""
        if usd is not None:
            self.priced = True
            self.usd += usd
            self.largest_usd = max(self.largest_usd, usd)


def reached(limits: Limits, spent: Spent, *, next_usd: float = 0.0) -> str:
    """Why no further step may begin, as a sentence; empty when one may.

    ``next_usd`` is what the next request would cost by its own size: it counts where it is more than any step so far.
    """
    if limits.steps is not None and spent.steps >= limits.steps:
        return f"The limit of {limits.steps} {_plural(limits.steps, 'step')} is reached."
    if limits.minutes is not None:
        if spent.seconds >= limits.minutes * 60:
            return f"The limit of {_minutes(limits.minutes)} is reached."
        if spent.seconds + spent.largest_seconds > limits.minutes * 60:
            return (
                f"{spent.seconds:.0f} seconds have gone by, and another step like the longest one "
                f"({spent.largest_seconds:.0f} s) would pass the limit of {_minutes(limits.minutes)}."
            )
    if limits.usd is not None:
        following = max(spent.largest_usd, next_usd)
        if spent.usd + following > limits.usd:
            return (
                f"${spent.usd:.4f} has been spent, and the next step (about ${following:.4f}) "
                f"would pass the limit of ${limits.usd:g}."
            )
    return ""


def _plural(count: int, word: str) -> str:
    return word if count == 1 else f"{word}s"


def _minutes(minutes: float) -> str:
    return f"{minutes:g} {'minute' if minutes == 1 else 'minutes'}"
