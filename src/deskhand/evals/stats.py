"""Success rates with honest margins: 3 of 3 is not 100 %."""

from __future__ import annotations

import math
import statistics
from collections.abc import Sequence
from dataclasses import dataclass

_Z = 1.959963984540054
"""Of the normal distribution, for 95 %."""


@dataclass(frozen=True, slots=True)
class Rate:
    successes: int
    trials: int

    @property
    def share(self) -> float:
        return self.successes / self.trials if self.trials else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        """Wilson's 95 % interval: right for few trials and for rates near 0 and 1, where the usual one is not."""
        if not self.trials:
            return (0.0, 1.0)
        n, p = self.trials, self.share
        middle = (p + _Z**2 / (2 * n)) / (1 + _Z**2 / n)
        half = _Z / (1 + _Z**2 / n) * math.sqrt(p * (1 - p) / n + _Z**2 / (4 * n**2))
        return (max(0.0, middle - half), min(1.0, middle + half))

    def __str__(self) -> str:
        low, high = self.interval
        return f"{self.successes}/{self.trials} = {self.share:.0%} ({low:.0%}–{high:.0%})"


def median(values: Sequence[float]) -> float:
    return statistics.median(values) if values else 0.0
