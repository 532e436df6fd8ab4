"""Real programs and what is done to them, again and again, to measure how soon a picture may be taken after it."""

from __future__ import annotations

import asyncio
import random
from collections.abc import AsyncIterator, Callable

from deskhand.desktop.actions import Action, Click, Drag, Key, Scroll, Type
from deskhand.desktop.remote import RemoteDesktop
from deskhand.screen.geometry import Point, Rect

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


async def qt(desktop: RemoteDesktop) -> Steps:
    """Qt 5: menus, typing, a bar to search with, pages side by side."""
    await desktop.launch("featherpad --standalone /etc/services")
    box = await front(desktop)
    while True:
        for x in (20, 56, 104, 160):
            yield Click(Point(box.x + x, box.y + 36))
            yield Key("Escape")
        yield Click(Point(box.x + 300, box.y + 250))
        yield Type("some words 世界 ")
        yield Key("Return")
        yield Scroll("down", 5, Point(box.x + 300, box.y + 300))
        yield Key("ctrl+t")
        yield Type("another page")
        yield Key("ctrl+w")
        yield Key("alt+d")
        yield Key("ctrl+z")


async def office(desktop: RemoteDesktop, kind: str) -> None:
    """LibreOffice needs seconds to start, more of them the first time."""
    await desktop.launch(f"soffice --norestore --nologo --{kind}")
    for _ in range(180):
        if any("Untitled" in window.title for window in await desktop.windows()):
            break
        await asyncio.sleep(0.5)
    await asyncio.sleep(5)


async def writer(desktop: RemoteDesktop) -> Steps:
    """LibreOffice Writer: menus, typing, formats, a dialog."""
    await office(desktop, "writer")
    while True:
        for x in (18, 56, 98, 147, 204):
            yield Click(Point(x, 40))
            yield Key("Escape")
        yield Click(Point(600, 300))
        yield Type("some words 世界 ")
        yield Key("ctrl+b")
        yield Type("bold ones\n")
        yield Scroll("down", 5, Point(600, 500))
        yield Key("ctrl+Home")
        yield Key("ctrl+f")
        yield Type("words\n")
        yield Key("Escape")
        yield Key("ctrl+a")
        yield Click(Point(711, 111))
        yield Key("ctrl+End")
        yield Key("ctrl+o")
        yield Key("Escape")
        yield Key("ctrl+z")


async def calc(desktop: RemoteDesktop) -> Steps:
    """LibreOffice Calc: cells, formulas, a dialog, menus."""
    await office(desktop, "calc")
    chance = random.Random(1)
    while True:
        for _ in range(3):
            yield Click(Point(150 + 85 * chance.randrange(8), 260 + 17 * chance.randrange(20)))
            yield Type(f"{chance.randrange(1000)}\t{chance.randrange(1000)}\n")
            yield Type(f"=SUM(A1:H{chance.randrange(9, 40)})\n")
        yield Key("ctrl+1")
        yield Key("Escape")
        yield Scroll("down", 5, Point(600, 500))
        yield Key("ctrl+Home")
        yield Drag((Point(150, 260), Point(400, 400)))
        for x in (18, 56, 98, 147):
            yield Click(Point(x, 40))
            yield Key("Escape")
        yield Key("ctrl+z")


SCENES: dict[str, Callable[[RemoteDesktop], Steps]] = {
    "GTK 3 editor": editor,
    "GTK 3 calculator": calculator,
    "xterm": terminal,
    "Tk": tk,
    "file manager": files,
    "programs started and closed": programs,
    "Chromium, pages in stages": pages,
    "Qt 5 editor": qt,
    "LibreOffice Writer": writer,
    "LibreOffice Calc": calc,
}

NEEDS = {"Qt 5 editor": "featherpad", "LibreOffice Writer": "soffice", "LibreOffice Calc": "soffice"}
"""Programs that deskhand does not need; what they would show is left out where they are not installed."""
