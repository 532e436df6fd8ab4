"""What each kind of walls costs: start of 1, 4 and 8 desktops at once, reset, end, memory. For docs/security.md.

``python bench/walls.py [--providers namespaces docker podman] [--rounds 3] [--at-once 1 4 8]``. Engines must be
running and have their image (`deskhand image build`). A desktop has started when it gives its first settled picture
(panel and icons included), which is what people wait for; the time to the first answer is told beside it.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import statistics
import time
from pathlib import Path
from typing import Any, get_args

from deskhand.sandbox.interface import ProviderName
from deskhand.sandbox.open import SandboxedDesktop, open_desktop

_SETTLED = 3.0


async def _one(provider: ProviderName, began: float) -> tuple[SandboxedDesktop, float, float]:
    desktop = await open_desktop(sandbox=provider)
    answered = time.monotonic() - began
    await desktop.screenshot()
    return desktop, answered, time.monotonic() - began


async def at_once(provider: ProviderName, count: int) -> dict[str, float]:
    """Seconds until all answer, until all are painted, and until all are gone; memory of one, idle, in MB."""
    began = time.monotonic()
    opened = await asyncio.gather(*(_one(provider, began) for _ in range(count)))
    await asyncio.sleep(_SETTLED)
    memory = [each.sandbox.pressure().memory or 0 for each, _, _ in opened]
    ending = time.monotonic()
    await asyncio.gather(*(each.close() for each, _, _ in opened))
    return {
        "answer": max(answered for _, answered, _ in opened),
        "painted": max(painted for _, _, painted in opened),
        "gone": time.monotonic() - ending,
        "memory_mb": statistics.median(memory) / 1e6,
    }


async def reset(provider: ProviderName) -> dict[str, float]:
    """Seconds of a reset from nothing, and of one with the next desktop ready."""
    desktop = await open_desktop(sandbox=provider)
    try:
        times = []
        for ahead in (False, True):
            if ahead:
                await desktop.prepare_reset()
            began = time.monotonic()
            await desktop.reset()
            await desktop.screenshot()
            times.append(time.monotonic() - began)
    finally:
        await desktop.close()
    return {"reset_from_nothing": times[0], "reset_ahead": times[1]}


async def measure(providers: list[ProviderName], counts: list[int], rounds: int) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for provider in providers:
        await (await open_desktop(sandbox=provider)).close()  # caches of the disk are warm for everybody
        rows: dict[str, Any] = {}
        for count in counts:
            samples = [await at_once(provider, count) for _ in range(rounds)]
            rows[f"{count} at once"] = {name: _median(samples, name) for name in samples[0]}
        resets = [await reset(provider) for _ in range(rounds)]
        rows["reset"] = {name: _median(resets, name) for name in resets[0]}
        found[provider] = rows
        print(json.dumps({provider: rows}), flush=True)
    return found


def _median(samples: list[dict[str, float]], name: str) -> float:
    return round(statistics.median(each[name] for each in samples), 3)


def main() -> None:
    parser = argparse.ArgumentParser(description="What each kind of walls costs.")
    parser.add_argument("--providers", nargs="+", choices=get_args(ProviderName), default=["namespaces"])
    parser.add_argument("--at-once", nargs="+", type=int, default=[1, 4, 8])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--json", type=Path, help="also write the figures there")
    options = parser.parse_args()
    found = asyncio.run(measure(options.providers, options.at_once, options.rounds))
    if options.json is not None:
        options.json.write_text(json.dumps(found, indent=1) + "\n")


if __name__ == "__main__":
    main()
