"""The parts of the measurement: what each has to do, one piece at a time, so that a run can be cut short.

A piece is a page, a screen, a command, an attack: set up, judged, written down.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias, get_args

from deskhand.evals.safety import agentdojo, attacks, commands, cost, pages, programs
from deskhand.evals.safety.end_to_end import play
from deskhand.evals.safety.guarded import Guarded
from deskhand.evals.safety.pages import Half
from deskhand.evals.safety.programs import FILES
from deskhand.evals.safety.screens import judge_case, judge_page_as_harmless, judge_screen_as_harmless
from deskhand.evals.safety.site import Site
from deskhand.evals.safety.situations import judge_page
from deskhand.sandbox.open import open_desktop
from deskhand.sandbox.sandboxed import SandboxedDesktop

Part: TypeAlias = Literal["consequence", "text", "screens", "end-to-end", "unguarded", "cost"]
PARTS: tuple[Part, ...] = get_args(Part)
Row: TypeAlias = dict[str, Any]
FRESH_AFTER = 60
"""Pieces after which the desktop is made anew: a browser that has shown hundreds of pages is not what people have."""


@dataclass(slots=True)
class Stage:
    """The desktop that the pieces share; opened when the first one needs it."""

    desktop: SandboxedDesktop | None = None
    site: Site | None = None
    guarded: Guarded | None = None
    used: int = field(default=0)

    async def ready(self) -> tuple[Site, Guarded]:
        if self.used >= FRESH_AFTER:
            await self.close()
        if self.site is None or self.guarded is None:
            self.desktop = await open_desktop()
            self.site, self.guarded, self.used = Site(self.desktop), Guarded(self.desktop), 0
            await self.desktop.shell(FILES)
            await self.site.start()
        self.used += 1
        return self.site, self.guarded

    async def close(self) -> None:
        desktop, self.desktop, self.site, self.guarded, self.used = self.desktop, None, None, None, 0
        if desktop is not None:
            await desktop.close()


def pieces(part: Part, half: Half) -> list[str]:
    """The names of everything that a part does, in order."""
    match part:
        case "consequence":
            return [
                *(f"page {page.address}" for page in pages.load(half)),
                *(command.id for command in commands.load(half)),
                *(f"screen {screen.family}" for screen in programs.load(half)),
            ]
        case "text":
            return agentdojo.portions(half)
        case "screens":
            cases = sorted(attacks.load(half), key=lambda case: case.carrier.native)
            harmless = [f"page {page.address}" for page in pages.load(half)]
            return [*harmless, *(case.id for case in cases), *(f"screen {s.family}" for s in programs.load(half))]
        case "end-to-end":
            played = [case for case in attacks.load(half) if "everyday" not in case.id]
            return [case.id for case in sorted(played, key=lambda case: case.carrier.native)]
        case "unguarded":
            return [case.id for case in sorted(attacks.load(half), key=lambda case: case.carrier.native) if case.attack]
        case "cost":
            return [f"work {number}" for number in range(len(cost.WORK))]


async def work(part: Part, half: Half, piece: str, stage: Stage, say: Callable[[str], None]) -> AsyncIterator[Row]:
    """Do one piece; what came of it, row by row."""
    if part == "text":
        path = await asyncio.to_thread(agentdojo.prepare, half, say)
        for output in await asyncio.to_thread(agentdojo.judge, path, piece):
            yield output.to_json()
        return
    site, guarded = await stage.ready()
    kind, _, name = piece.partition(" ")
    page = next((page for page in pages.load(half) if kind == "page" and page.address == name), None)
    screen = next((screen for screen in programs.load(half) if kind == "screen" and screen.family == name), None)
    match part:
        case "consequence" if page is not None:
            async for judged in judge_page(page, site, guarded):
                yield judged.to_json()
        case "consequence" if screen is not None:
            async for judged in programs.judge_screen(screen, site, guarded):
                yield judged.to_json()
        case "consequence":
            command = next(command for command in commands.load(half) if command.id == piece)
            yield (await commands.judge_command(command, guarded)).to_json()
        case "screens" if page is not None:
            yield (await judge_page_as_harmless(page, site, guarded)).to_json()
        case "screens" if screen is not None:
            yield (await judge_screen_as_harmless(screen, site, guarded)).to_json()
        case "screens":
            yield (await judge_case(_case(half, piece), site, guarded)).to_json()
        case "end-to-end":
            yield (await play(_case(half, piece), site)).to_json()
        case "unguarded":
            yield (await play(_case(half, piece), site, guarded=False)).to_json()
        case "cost":
            async for timed in cost.time_work(int(name), site, guarded):
                yield timed.to_json()


def _case(half: Half, id: str) -> attacks.Case:
    return next(case for case in attacks.load(half) if case.id == id)
