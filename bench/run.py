"""Speed of the desktop beside the usual way, in one run on one machine: the table of docs/performance.md.

``python bench/run.py [--rounds N]`` prints the table and writes bench/latest.json. Ratios compare times of the same
run, so that a slow machine makes both slower.
"""

from __future__ import annotations

import argparse
import asyncio
import base64
import json
import statistics
import time
from pathlib import Path
from typing import Any

import loop  # type: ignore[import-not-found,unused-ignore]  # beside this file
import settle  # type: ignore[import-not-found,unused-ignore]  # beside this file
from deskhand.desktop.actions import Action, Click, Drag, Key, Scroll, Type
from deskhand.desktop.remote import RemoteDesktop
from deskhand.sandbox.open import open_desktop
from deskhand.sandbox.pool import Pool
from deskhand.screen.geometry import Point

HERE = Path(__file__).parent
BUDGETS = {
    "screenshot": 3.0,
    "screenshot_host": 6.0,
    "event": 0.3,
    "click_to_picture": 80.0,
    "start": 1500.0,
    "reset": 300.0,
    "take": 150.0,
    "destroy": 100.0,
    "loop": 5.0,
}
"""Milliseconds, median."""
LABELS = {
    "screenshot": "one screenshot, lossless PNG, beside the display",
    "screenshot_again": "the same, nothing changed since the last",
    "screenshot_host": "the same as the host sees it, base64-ready",
    "event": "one event, with the X server's answer",
    "click_to_picture": "a click, settled, with its picture",
    "type_200": "200 characters typed, settled, with the picture",
    "drag": "a drag, settled, with its picture",
    "scroll": "5 wheel clicks, settled, with the picture",
    "start": "nothing → usable desktop",
    "reset": "a used desktop → a fresh one, with its picture; usually: closed, and another started",
    "take": "the next desktop from a pool, with its picture; usually: started",
    "click_beside": "a click beside a pool that makes the next desktop; usually: beside one that does not",
    "snapshot": "all files kept, programs going on",
    "fork": "three more desktops with these files",
    "destroy": "a desktop → nothing",
    "loop": "a step of the loop, without model and desktop",
}

Samples = dict[str, dict[str, list[float]]]


async def timed(work: Any) -> float:
    began = time.perf_counter()
    await work
    return time.perf_counter() - began


async def act(desktop: RemoteDesktop, action: Action) -> float:
    began = time.perf_counter()
    outcome = await desktop.act(action)
    assert outcome.frame is not None
    base64.b64encode(outcome.frame.png)
    return time.perf_counter() - began


async def picture(desktop: RemoteDesktop) -> float:
    began = time.perf_counter()
    base64.b64encode((await desktop.screenshot()).png)
    return time.perf_counter() - began


async def desktop_rows(rounds: int) -> tuple[Samples, dict[str, int]]:
    desktop = await open_desktop()
    try:
        await desktop.launch("mousepad /etc/services")
        await desktop.launch("galculator")
        await asyncio.sleep(1)
        await desktop.write_file("/tmp/inside.py", (HERE / "inside.py").read_bytes())
        command = f"PYTHONPATH=/opt/deskhand python3 /tmp/inside.py {rounds} $DISPLAY 2>/tmp/inside.log"
        result = await desktop.shell(command, timeout=900)
        if result.exit_code != 0:
            raise SystemExit((await desktop.shell("cat /tmp/inside.log")).output)
        inside = json.loads(result.output)
        rows: Samples = inside["rows"]
        windows = {window.program: window for window in await desktop.windows()}
        calculator, editor = windows["Galculator"].box, windows["Mousepad"].box
        rows["screenshot_host"] = {"ours": [], "usual": rows["screenshot"]["usual"]}
        for number in range(rounds * 5):
            rows["screenshot_host"]["ours"].append(await picture(desktop))
            place = Point(calculator.x + 60 + 65 * (number % 3), calculator.bottom - 100)
            rows["click_to_picture"]["ours"].append(await act(desktop, Click(place)))
        await desktop.focus_window(windows["Mousepad"].id)
        text = "The quick brown fox jumps over the lazy dog. "[:40] * 5
        inner = Point(editor.x + 200, editor.y + 250)
        for _ in range(rounds):
            rows["type_200"]["ours"].append(await act(desktop, Type(text)))
            drag = Drag((inner, Point(inner.x + 200, inner.y + 70)))
            rows["drag"]["ours"].append(await act(desktop, drag))
            rows["scroll"]["ours"].append(await act(desktop, Scroll("down", 5, inner)))
            await desktop.act(Key("ctrl+Home"), picture=False)
        return rows, inside["bytes"]
    finally:
        await desktop.close()


async def life_rows(rounds: int) -> Samples:
    rows: Samples = {name: {"ours": [], "usual": []} for name in ("start", "reset", "destroy")}
    for _ in range(rounds):
        began = time.perf_counter()
        desktop = await open_desktop()
        await desktop.screenshot()
        rows["start"]["ours"].append(time.perf_counter() - began)
        await desktop.prepare_reset()
        rows["reset"]["ours"].append(await timed(desktop.reset()))
        rows["destroy"]["ours"].append(await timed(desktop.close()))
    return rows | await renewal_rows(rounds, rows)


async def renewal_rows(rounds: int, life: Samples) -> Samples:
    """What is made ahead, and what is kept."""
    anew = [start + end for start, end in zip(life["start"]["ours"], life["destroy"]["ours"], strict=True)]
    rows: Samples = {name: {"ours": [], "usual": []} for name in ("reset", "take", "click_beside", "snapshot", "fork")}
    rows["reset"]["usual"], rows["take"]["usual"] = anew, life["start"]["ours"]
    desktop = await open_desktop(spare=True)
    try:
        for _ in range(rounds):
            await desktop.shell("head -c 5M /dev/urandom > ~/file; rm -r ~/Desktop")
            await desktop.prepare_reset()
            began = time.perf_counter()
            await desktop.reset()
            await desktop.screenshot()
            rows["reset"]["ours"].append(time.perf_counter() - began)
        for _ in range(min(rounds, 3)):
            rows["snapshot"]["ours"].append(await timed(desktop.snapshot(programs="keep")))
            began = time.perf_counter()
            forks = await desktop.fork(3)
            rows["fork"]["ours"].append(time.perf_counter() - began)
            await asyncio.gather(*(fork.close() for fork in forks))
    finally:
        await desktop.close()
    async with Pool(1) as pool:
        for _ in range(rounds):
            await pool.full()
            began = time.perf_counter()
            desktop = await pool.take()
            try:
                await desktop.screenshot()
                rows["take"]["ours"].append(time.perf_counter() - began)
                await asyncio.sleep(0.5)  # then it begins to make the next
                while pool.ready == 0:
                    rows["click_beside"]["ours"].append(await act(desktop, Click(Point(640, 400))))
                for _ in rows["click_beside"]["ours"][:3]:
                    rows["click_beside"]["usual"].append(await act(desktop, Click(Point(640, 400))))
            finally:
                await desktop.close()
    return rows


def summary(samples: dict[str, list[float]]) -> dict[str, float | None]:
    ours, usual = sorted(samples["ours"]), sorted(samples["usual"])
    median = statistics.median(ours) * 1e3
    usual_median = statistics.median(usual) * 1e3 if usual else None
    return {
        "ours_ms": round(median, 3),
        "usual_ms": None if usual_median is None else round(usual_median, 3),
        "ratio": None if usual_median is None else round(usual_median / median, 1),
        "p95_ms": round(ours[min(len(ours) - 1, int(len(ours) * 0.95))] * 1e3, 3),
    }


def table(rows: dict[str, Any]) -> str:
    lines = ["| what | ours, median | p95 | the usual way | times faster | budget |", "|---|---|---|---|---|---|"]
    for name, label in LABELS.items():
        row = rows.get(name)
        if row is None:
            continue
        usual = "" if row["usual_ms"] is None else f"{row['usual_ms']:,.1f} ms"
        ratio = "" if row["ratio"] is None else f"{row['ratio']:,.0f}×"
        budget = BUDGETS.get(name)
        verdict = "" if budget is None else f"{budget:g} ms {'✓' if row['ours_ms'] <= budget else '✗'}"
        lines.append(
            f"| {label} | {row['ours_ms']:,.2f} ms | {row['p95_ms']:,.2f} ms | {usual} | {ratio} | {verdict} |"
        )
    return "\n".join(lines)


async def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=10, help="how often each thing is measured (at least)")
    parser.add_argument("--settle", type=int, default=8, help="actions for each kind of program; 0: leave this out")
    parser.add_argument("--out", type=Path, default=HERE / "latest.json")
    options = parser.parse_args()
    samples, sizes = await desktop_rows(options.rounds)
    samples |= await life_rows(options.rounds)
    samples |= await loop.rows()
    rows: dict[str, Any] = {name: summary(values) for name, values in samples.items() if values["ours"]}
    print(table(rows))
    print(f"\nOne picture: {sizes['ours']:,} bytes; scrot's: {sizes['scrot']:,}.")
    if options.settle:
        print("\n| programs | actions | settled after, median | p95 | too early |\n|---|---|---|---|---|")
        every: list[settle.Sample] = []
        for name in settle.SCENES:
            found = await settle.measure(name, options.settle, None)
            every += found
            print(settle.line(name, found), flush=True)
        print(settle.line("all", every))
        rows["stale_per_1000"] = round(1000 * sum(bool(sample.late) for sample in every) / len(every), 1)
    options.out.write_text(json.dumps(rows, indent=2) + "\n")


if __name__ == "__main__":
    asyncio.run(main())
