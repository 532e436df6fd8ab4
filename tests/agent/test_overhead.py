"""What the loop itself costs per step stays below 5 ms, at the end of a long run as well."""

from __future__ import annotations

import statistics
from pathlib import Path

from bench.loop import measure


async def test_a_step_of_the_loop_costs_less_than_five_milliseconds(tmp_path: Path):
    costs = await measure(150, tmp_path / "run")
    median, late = statistics.median(costs) * 1000, statistics.median(costs[-20:]) * 1000
    print(f"loop overhead per step: median {median:.2f} ms, last 20 {late:.2f} ms")
    assert median < 5
