"""What the loop itself costs per step: journal, pictures, guard, history; no model and no desktop in it."""

from __future__ import annotations

import itertools
import os
import statistics
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
PICTURE = 40_000
"""Bytes of a usual screenshot."""


class NoDesktop:
    """Answers at once, so that what is left of a step is the loop's own."""

    size = SIZE

    async def act(self, action: Action, *, picture: bool = True) -> Outcome:
        frame = Frame(os.urandom(PICTURE), SIZE, Point(1, 1))
        return Outcome(True, (Rect(0, 0, 9, 9),), 81, "a window", Point(1, 1), frame=frame)

    async def release_all(self) -> None:
        pass


async def test_a_step_of_the_loop_costs_less_than_five_milliseconds(tmp_path: Path):
    steps = 150
    moments: list[float] = []

    def watch(event: Event) -> None:
        if isinstance(event, Replied | Finished):
            moments.append(time.perf_counter())

    def turn(request: Request) -> Any:
        return "Done." if len(request.messages) > 2 * steps else computer("left_click", coordinate=[3, 4])

    model = ScriptedModel([turn] * (steps + 1), traits=Traits(forgets=True, caches=True))
    desktop: Any = NoDesktop()
    journal = Journal.create(tmp_path / "run")
    agent = Agent(model, Tools(desktop), desktop, journal, limits=Limits(steps=None), on_event=watch)
    result = await agent.run("Click.")
    journal.close()
    assert result.status == "done" and result.steps == steps + 1
    costs = [later - earlier for earlier, later in itertools.pairwise(moments)]
    median = statistics.median(costs) * 1000
    print(f"loop overhead per step: median {median:.2f} ms, last 20 {statistics.median(costs[-20:]) * 1000:.2f} ms")
    assert median < 5
