"""A step of the loop costs as much at the end of a long run as at its beginning.

A ratio within one run, so that a busy machine does not matter; ``make bench`` counts the milliseconds.
"""

from __future__ import annotations

import statistics
from pathlib import Path

from bench.loop import measure


async def test_a_late_step_of_the_loop_costs_no_more_than_an_early_one(tmp_path: Path):
    costs = await measure(150, tmp_path / "run")
    early, late = statistics.median(costs[10:50]), statistics.median(costs[-40:])
    assert late < 3 * early, f"{early * 1000:.2f} ms early in the run, {late * 1000:.2f} ms late"
