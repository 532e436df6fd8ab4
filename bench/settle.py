"""How soon a picture is taken after an action, and how often it was too early, over real programs.

Every picture is compared with a second one taken 2 s later, while nothing else happens: if they differ (the pointer,
the blinking caret and the panel's clock not counted), the first one was stale.
``python bench/settle.py [--samples N] [--only NAME] [--minutes M] [--desktops K] [--lines FILE]``
prints a table and writes bench/settle.json. One in a thousand cannot be told from a few hundred: ``--lines`` adds every
sample to a file as soon as it is taken, so that runs, whole or broken off, add up; ``--sum FILE …`` tells what they
come to.
"""

from __future__ import annotations

import argparse
import asyncio
import itertools
import json
import os
import shutil
import statistics
import time
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import cv2
import numpy as np

from deskhand.sandbox.open import open_desktop
from deskhand.screen.change import Change, difference
from deskhand.screen.geometry import Point, Rect
from scenes import NEEDS, SCENES  # type: ignore[import-not-found,unused-ignore]  # beside this file

HERE = Path(__file__).parent
LATER = 2.0
HEAD = "| programs | actions | settled after, median | p95 | too early |\n|---|---|---|---|---|"


@dataclass(frozen=True, slots=True)
class Sample:
    program: str
    action: str
    seconds: float
    settled: bool
    late: int
    """Pixels that were different 2 s later."""
    where: str = ""
    load: float = 0.0
    """Programs that ran or wanted to, on the whole machine, in the last minute."""


def compare(first: bytes, second: bytes, size: Rect, pointer: Point) -> Change:
    clock = Rect(size.width - 70, size.height - 40, 70, 40)
    late = difference(pixels(first), pixels(second), ignore=[clock, Rect(pointer.x, pointer.y, 1, 1).grow(32)])
    return Change(0, ()) if all(rect.width <= 3 for rect in late.regions) else late


def pixels(png: bytes) -> Any:
    picture = cv2.imdecode(np.frombuffer(png, np.uint8), cv2.IMREAD_COLOR)
    return np.ascontiguousarray(cv2.cvtColor(np.asarray(picture), cv2.COLOR_BGR2BGRA))


async def measure(
    name: str, count: int, keep: Path | None = None, lines: Path | None = None, end: float = float("inf")
) -> list[Sample]:
    """``count`` actions, or as many as there is time for before ``end`` (`time.time`)."""
    desktop = await open_desktop()
    samples: list[Sample] = []
    size = Rect(0, 0, desktop.size.width, desktop.size.height)
    try:
        async for action in SCENES[name](desktop):
            outcome = await desktop.act(action)
            assert outcome.frame is not None
            await asyncio.sleep(LATER)
            later = await desktop.screenshot()
            first, second = outcome.frame.png, later.png
            late = await asyncio.to_thread(compare, first, second, size, later.pointer)
            where = " ".join(str(tuple(asdict(rect).values())) for rect in late.regions)
            load = os.getloadavg()[0]
            sample = Sample(name, str(action), outcome.seconds, outcome.settled, late.pixels, where, load)
            samples.append(sample)
            if lines is not None:
                with lines.open("a") as file:
                    file.write(json.dumps(asdict(sample), ensure_ascii=False) + "\n")
            if late and keep is not None:
                stem = f"{name.split()[-1]}-{time.time():.0f}"
                (keep / f"{stem}-a.png").write_bytes(first)
                (keep / f"{stem}-b.png").write_bytes(second)
                print(f"  too early: {name}: {action} after {outcome.seconds:.3f} s: {late}", flush=True)
            if len(samples) >= count or time.time() >= end:
                break
    finally:
        await desktop.close()
    return samples


def line(name: str, samples: list[Sample]) -> str:
    times = sorted(sample.seconds * 1e3 for sample in samples)
    stale = sum(bool(sample.late) for sample in samples)
    p95 = times[min(len(times) - 1, int(len(times) * 0.95))]
    return f"| {name} | {len(samples)} | {statistics.median(times):.0f} ms | {p95:.0f} ms | {stale} |"


def bound(events: int, count: int) -> float:
    """The share that is not exceeded with 95 % confidence when ``events`` of ``count`` were seen (Clopper, Pearson)."""
    low, high = events / count, 1.0
    for _ in range(50):
        share = (low + high) / 2
        chance, term = 0.0, (1 - share) ** count
        for seen in range(events + 1):
            chance += term
            term *= (count - seen) / (seen + 1) * share / (1 - share)
        low, high = (share, high) if chance > 0.05 else (low, share)
    return high


def told(samples: Iterable[Sample]) -> str:
    """The table of all samples."""
    groups: dict[str, list[Sample]] = defaultdict(list)
    for sample in samples:
        groups[sample.program].append(sample)
    every = [sample for group in groups.values() for sample in group]
    stale = sum(bool(sample.late) for sample in every)
    most = bound(stale, len(every)) * 1000
    rows = [line(name, groups[name]) for name in SCENES if name in groups]
    return "\n".join([HEAD, *rows, line("all", every), f"\nAt most {most:.1f} in 1,000 with 95 % confidence."])


def installed(names: Iterable[str]) -> list[str]:
    found = [name for name in names if name not in NEEDS or shutil.which(NEEDS[name])]
    for name in set(names) - set(found):
        print(f"{name}: left out, {NEEDS[name]} is not installed")
    return found


async def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--samples", type=int, default=40, help="actions for each kind of program, in a fresh desktop")
    parser.add_argument("--only", choices=SCENES, action="append")
    parser.add_argument("--minutes", type=float, help="go on with fresh desktops that long; otherwise: one round")
    parser.add_argument("--desktops", type=int, default=1, help="so many at once")
    parser.add_argument("--keep", type=Path, help="a folder for pairs of pictures that differ")
    parser.add_argument("--lines", type=Path, help="a file to add every sample to")
    parser.add_argument("--sum", type=Path, nargs="+", help="measure nothing; tell what these files of --lines hold")
    parser.add_argument("--out", type=Path, default=HERE / "settle.json")
    options = parser.parse_args()
    if options.sum:
        print(told(Sample(**json.loads(text)) for file in options.sum for text in file.read_text().splitlines()))
        return
    names = installed(options.only or list(SCENES))
    end = time.time() + 60 * options.minutes if options.minutes else float("inf")
    queue = itertools.cycle(names) if options.minutes else iter(names)
    every: list[Sample] = []

    async def one_after_another() -> None:
        for name in queue:
            if time.time() >= end:
                return
            try:
                every.extend(await measure(name, options.samples, options.keep, options.lines, end))
            except Exception as error:
                if not options.minutes:
                    raise
                print(f"  {name} broken off: {error!r}", flush=True)

    await asyncio.gather(*(one_after_another() for _ in range(options.desktops)))
    print(told(every))
    stale = 1000 * sum(bool(sample.late) for sample in every) / len(every)
    options.out.write_text(json.dumps({"stale_per_1000": stale, "samples": len(every)}, indent=2) + "\n")


if __name__ == "__main__":
    asyncio.run(main())
