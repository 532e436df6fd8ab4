"""What the loop itself costs per step: journal, pictures, guard, history; no model and no desktop in it.

``python bench/loop.py [--steps N]``; also a row of ``bench/run.py``. A test holds that it does not grow with the run.
"""

from __future__ import annotations

import argparse
import asyncio
import itertools
import os
import statistics
import tempfile
import time
from pathlib import Path
from typing import Any

from deskhand.agent.events import Event, Finished, Replied
from deskhand.agent.journal import Journal
from deskhand.agent.limits import Limits
from deskhand.agent.loop import Agent
from deskhand.desktop.actions import Action
from deskhand.desktop.interface import Frame, Outcome
from deskhand.models.interface import Request, Traits
from deskhand.models.scripted import ScriptedModel, computer
from deskhand.screen.geometry import Point, Rect, Size
from deskhand.tools.collection import Tools

SIZE = Size(1280, 800)
PICTURE = 110_000
"""Bytes of a usual screenshot."""


class NoDesktop:
    """Answers at once, so that what is left of a step is the loop's own."""

    size = SIZE

    async def act(self, action: Action, *, picture: bool = True) -> Outcome:
        frame = Frame(os.urandom(PICTURE), SIZE, Point(1, 1))
        return Outcome(True, (Rect(0, 0, 9, 9),), 81, "a window", Point(1, 1), frame=frame)

    async def release_all(self) -> None:
        pass

    async def halt(self) -> None:
        pass


async def measure(steps: int, folder: Path) -> list[float]:
    """Seconds from each turn of the model to the next, in a run that is kept in ``folder``."""
    moments: list[float] = []

    def watch(event: Event) -> None:
        if isinstance(event, Replied | Finished):
            moments.append(time.perf_counter())

    def turn(request: Request) -> Any:
        return "Done." if len(request.messages) > 2 * steps else computer("left_click", coordinate=[3, 4])

    model = ScriptedModel([turn] * (steps + 1), traits=Traits(forgets=True, caches=True))
    desktop: Any = NoDesktop()
    journal = Journal.create(folder)
    try:
        agent = Agent(model, Tools(desktop), desktop, journal, limits=Limits(steps=None), on_event=watch)
        result = await agent.run("Click.")
    finally:
        journal.close()
    if (result.status, result.steps) != ("done", steps + 1):
        raise RuntimeError(f"the run did not go through: {result}")
    return [later - earlier for earlier, later in itertools.pairwise(moments)]


async def rows(steps: int = 150) -> dict[str, dict[str, list[float]]]:
    """As `bench/run.py` has them."""
    with tempfile.TemporaryDirectory() as folder:
        return {"loop": {"ours": await measure(steps, Path(folder) / "run"), "usual": []}}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--steps", type=int, default=300)
    costs = asyncio.run(rows(parser.parse_args().steps))["loop"]["ours"]
    late = statistics.median(costs[-20:]) * 1e3
    p95 = sorted(costs)[int(len(costs) * 0.95)] * 1e3
    print(
        f"a step of the loop: median {statistics.median(costs) * 1e3:.2f} ms, p95 {p95:.2f} ms, last 20 {late:.2f} ms"
    )


if __name__ == "__main__":
    main()
