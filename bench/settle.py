"""How soon a picture is taken after an action, and how often it was too early, over real programs.

Every picture is compared with a second one taken 2 s later, while nothing else happens: if they differ (the pointer,
the blinking caret and the panel's clock not counted), the first one was stale.
``python bench/settle.py [--samples N] [--only NAME]``
prints a table and writes bench/settle.json.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import random
import statistics
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np

from deskhand.desktop.actions import Action, Click, Key, Scroll, Type
from deskhand.desktop.remote import RemoteDesktop
from deskhand.sandbox.open import open_desktop
from deskhand.screen.change import Change, difference
from deskhand.screen.geometry import Point, Rect

HERE = Path(__file__).parent
LATER = 2.0

TK = r"""
wm title . tk; wm geometry . 500x300+300+200
label .l -text 0 -font {Helvetica 30}; pack .l
set n 0
button .a -text Quick -command {incr n; .l configure -text $n}
button .b -text Slow -command {after 1 {set e [expr {[clock milliseconds]+300}]; while {[clock milliseconds]<$e} {}
  incr n; .l configure -text $n}}
pack .a .b -fill x -padx 40 -pady 10
"""

SERVER = r"""
import http.server, time
PAGE = '''<!doctype html><meta charset=utf-8><title>page %(n)d</title>
<link rel=stylesheet href="/style/%(n)d.css"><body><h1>Page %(n)d</h1>
<a id=next href="/%(m)d" style="font-size:40px;display:block;padding:20px">Next page</a>
<img src="/image/%(n)d.svg" width=300 height=200><p id=p>loading…</p>
<script>fetch("/data/%(n)d").then(r=>r.text()).then(t=>p.textContent=t)</script>'''
class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    def do_GET(self):
        n = int("".join(c for c in self.path if c.isdigit()) or 0)
        if self.path.startswith("/style"):
            time.sleep(0.15)
            kind, body = "text/css", f"body{{background:hsl({n * 50},60%,90%);font-family:sans-serif}}"
        elif self.path.startswith("/image"):
            time.sleep(0.35); kind = "image/svg+xml"
            circle = f'<circle cx="{50 + n % 9 * 20}" cy="99" r="50"/>'
            body = f'<svg xmlns="http://www.w3.org/2000/svg" width="300" height="200">{circle}</svg>'
        elif self.path.startswith("/data"):
            time.sleep(0.25); kind, body = "text/plain", f"data of page {n}"
        else:
            time.sleep(0.1); kind, body = "text/html; charset=utf-8", PAGE % {"n": n, "m": n + 1}
        data = body.encode()
        self.send_response(200); self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "no-store"); self.end_headers(); self.wfile.write(data)
    def log_message(self, *a): pass
http.server.ThreadingHTTPServer(("127.0.0.1", 8124), Handler).serve_forever()
"""

Steps = AsyncIterator[Action]


async def front(desktop: RemoteDesktop) -> Rect:
    return (await desktop.windows())[0].box


async def editor(desktop: RemoteDesktop) -> Steps:
    """GTK 3: menus, dialogs, typing."""
    await desktop.launch("mousepad /etc/services")
    box = await front(desktop)
    while True:
        for x in (18, 55, 105, 155):
            yield Click(Point(box.x + x, box.y + 40))
            yield Key("Escape")
        yield Click(Point(box.x + 200, box.y + 200))
        yield Type("some words 世界 ")
        yield Key("Return")
        yield Scroll("down", 5, Point(box.x + 200, box.y + 300))
        yield Key("ctrl+f")
        yield Type("tcp")
        yield Key("Escape")
        yield Key("ctrl+o")
        yield Key("Escape")
        yield Key("ctrl+z")


async def calculator(desktop: RemoteDesktop) -> Steps:
    """GTK 3: buttons that flash."""
    await desktop.launch("galculator")
    box = await front(desktop)
    chance = random.Random(1)
    while True:
        for _ in range(8):
            column, row = chance.randrange(4), chance.randrange(3)
            yield Click(Point(box.x + 37 + 65 * column, box.bottom - 170 + 46 * row))
        yield Key("Escape")
        yield Type("12*34=")


async def terminal(desktop: RemoteDesktop) -> Steps:
    """xterm and the shell in it."""
    await desktop.launch("xterm")
    while True:
        yield Type("ls -la /usr/lib | head -40\n")
        yield Type("seq 1 3000\n")
        yield Key("ctrl+l")
        yield Type("python3 -c 'print(sum(range(3000000)))'\n")
        yield Type("echo 日本語\n")
        yield Scroll("up", 3, Point(500, 400))
        yield Key("Return")


async def tk(desktop: RemoteDesktop) -> Steps:
    """Tk: an answer at once, and one after 0.3 s of work."""
    await desktop.write_file("/tmp/tk.tcl", TK.encode())
    await desktop.launch("wish /tmp/tk.tcl")
    box = await front(desktop)
    while True:
        for y in (105, 150, 150, 105):
            yield Click(Point(box.x + 250, box.y + y))


async def files(desktop: RemoteDesktop) -> Steps:
    """The file manager: folders, views."""
    await desktop.launch("pcmanfm /usr")
    box = await front(desktop)
    while True:
        yield Click(Point(box.x + 230, box.y + 120), count=2)
        yield Key("alt+Left")
        yield Click(Point(box.x + 400, box.y + 300))
        yield Key("ctrl+2")
        yield Scroll("down", 3, Point(box.x + 400, box.y + 300))
        yield Key("ctrl+1")


async def programs(desktop: RemoteDesktop) -> Steps:
    """Programs started from the desktop and closed again."""
    while True:
        for y in (140, 250, 360, 470):
            yield Click(Point(60, y), count=2)
            yield Key("alt+F4")
        yield Click(Point(60, 780))
        yield Key("Escape")


async def pages(desktop: RemoteDesktop) -> Steps:
    """Chromium: pages that come in stages (0.1 s, style 0.15 s, data 0.25 s, picture 0.35 s)."""
    await desktop.write_file("/tmp/server.py", SERVER.encode())
    await desktop.shell("setsid python3 /tmp/server.py >/dev/null 2>&1 &", timeout=10)
    await asyncio.sleep(0.5)
    await desktop.launch("chromium --no-first-run --password-store=basic --start-maximized http://127.0.0.1:8124/1")
    await asyncio.sleep(3)
    while True:
        yield Click(Point(120, 185))
        yield Key("F5")
        yield Key("alt+Left")
        yield Key("alt+Right")
        yield Click(Point(700, 500))


SCENES: dict[str, Callable[[RemoteDesktop], Steps]] = {
    "GTK 3 editor": editor,
    "GTK 3 calculator": calculator,
    "xterm": terminal,
    "Tk": tk,
    "file manager": files,
    "programs started and closed": programs,
    "Chromium, pages in stages": pages,
}


@dataclass(frozen=True, slots=True)
class Sample:
    action: str
    seconds: float
    settled: bool
    late: Change


def pixels(png: bytes) -> np.ndarray:
    return np.asarray(cv2.imdecode(np.frombuffer(png, np.uint8), cv2.IMREAD_COLOR))


def with_unused(picture: np.ndarray) -> np.ndarray:
    return np.ascontiguousarray(cv2.cvtColor(picture, cv2.COLOR_BGR2BGRA))


async def measure(name: str, count: int, keep: Path | None) -> list[Sample]:
    desktop = await open_desktop()
    samples: list[Sample] = []
    clock = Rect(desktop.size.width - 70, desktop.size.height - 40, 70, 40)
    try:
        steps = SCENES[name](desktop)
        async for action in steps:
            outcome = await desktop.act(action)
            assert outcome.frame is not None
            await asyncio.sleep(LATER)
            later = await desktop.screenshot()
            first, second = with_unused(pixels(outcome.frame.png)), with_unused(pixels(later.png))
            pointer = Rect(later.pointer.x, later.pointer.y, 1, 1).grow(32)
            late = difference(first, second, ignore=[clock, pointer])
            if late.pixels and all(rect.width <= 3 for rect in late.regions):
                late = Change(0, ())
            samples.append(Sample(str(action), outcome.seconds, outcome.settled, late))
            if late and keep is not None:
                stem = f"{name.split()[0]}-{len(samples)}"
                (keep / f"{stem}-a.png").write_bytes(outcome.frame.png)
                (keep / f"{stem}-b.png").write_bytes(later.png)
                print(f"  stale: {name}: {action} after {outcome.seconds:.3f} s: {late}", flush=True)
            if len(samples) >= count:
                break
    finally:
        await desktop.close()
    return samples


def line(name: str, samples: list[Sample]) -> str:
    times = sorted(sample.seconds * 1e3 for sample in samples)
    stale = sum(bool(sample.late) for sample in samples)
    p95 = times[min(len(times) - 1, int(len(times) * 0.95))]
    return f"| {name} | {len(samples)} | {statistics.median(times):.0f} ms | {p95:.0f} ms | {stale} |"


async def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--samples", type=int, default=40, help="actions for each kind of program")
    parser.add_argument("--only", choices=SCENES)
    parser.add_argument("--keep", type=Path, help="a folder for pairs of pictures that differ")
    parser.add_argument("--out", type=Path, default=HERE / "settle.json")
    options = parser.parse_args()
    print("| programs | actions | median | p95 | stale |\n|---|---|---|---|---|")
    every: list[Sample] = []
    for name in [options.only] if options.only else SCENES:
        samples = await measure(name, options.samples, options.keep)
        every += samples
        print(line(name, samples), flush=True)
    print(line("all", every))
    stale = 1000 * sum(bool(sample.late) for sample in every) / len(every)
    options.out.write_text(json.dumps({"stale_per_1000": stale, "samples": len(every)}, indent=2) + "\n")


if __name__ == "__main__":
    asyncio.run(main())
