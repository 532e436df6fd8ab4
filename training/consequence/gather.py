"""Gathers what the guard knows before each act of the develop situations, on real desktops, and keeps it for teaching.

    python training/consequence/gather.py pages      # or programs; six minutes each on a quiet core

It goes on where it was cut short. Only the develop half is ever opened here.
"""

from __future__ import annotations

import argparse
import asyncio
from dataclasses import replace

from kept import Act, acts, keep

from deskhand.desktop.interface import DesktopError
from deskhand.evals.safety import pages, parts, programs
from deskhand.evals.safety.pages import Page
from deskhand.evals.safety.programs import Screen
from deskhand.evals.safety.situations import judge_page


async def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kind", choices=("pages", "programs"))
    kind = parser.parse_args().kind
    done = {act.piece for act in acts(kind)}
    every: list[Page | Screen] = [*(pages.load("develop") if kind == "pages" else programs.load("develop"))]
    stage = parts.Stage()
    try:
        for number, one in enumerate(every, 1):
            if name(one) in done:
                continue
            for _ in range(2):
                try:
                    keep(kind, await gathered(one, stage))
                    break
                except DesktopError as error:
                    print(name(one), error, flush=True)
                    await stage.close()
            print(f"{number}/{len(every)} {name(one)}", flush=True)
    finally:
        await stage.close()


def name(one: Page | Screen) -> str:
    return one.address if isinstance(one, Page) else one.family


async def gathered(one: Page | Screen, stage: parts.Stage) -> list[Act]:
    site, guarded = await stage.ready()
    judging = judge_page(one, site, guarded) if isinstance(one, Page) else programs.judge_screen(one, site, guarded)
    found: list[Act] = []
    async for judged in judging:
        if judged.verdict is not None and guarded.last is not None:
            evidence = replace(guarded.last.evidence, picture=b"")
            found.append(Act(judged, name(one), guarded.last.proposal, evidence))
        elif judged.trouble:
            print(judged.id, judged.trouble, flush=True)
        guarded.last = None
    return found


if __name__ == "__main__":
    asyncio.run(main())
