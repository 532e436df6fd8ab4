"""Real programs behind the walls that text is typed into, and how each is read back."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

from deskhand.desktop.actions import Click, Key, Wait
from deskhand.desktop.interface import DesktopError
from deskhand.desktop.remote import RemoteDesktop
from deskhand.screen.geometry import Point

Read = Callable[[], Awaitable[str]]

TK = r"""
wm title . tk-text
text .t -font {Helvetica 12} -width 80 -height 20
pack .t -fill both -expand 1
focus -force .t
bind .t <Control-s> {
    set f [open /tmp/tk.txt.new w]; fconfigure $f -encoding utf-8
    puts -nonewline $f [.t get 1.0 {end -1 char}]; close $f
    file rename -force /tmp/tk.txt.new /tmp/tk.txt
    break
}
"""

PAGE = """<!doctype html><meta charset=utf-8><title>typing</title>
<style>body{margin:0;font:16px sans-serif} #t{display:block;width:900px;height:300px;font:16px sans-serif}</style>
<body><script>
const kind=location.hash.slice(1); let e;
if(kind=="input"){e=document.createElement("input");e.type="text"}
else if(kind=="textarea"){e=document.createElement("textarea")}
else{e=document.createElement("div");e.contentEditable="plaintext-only"}
e.id="t";document.body.append(e);e.focus();
e.addEventListener("keydown",k=>{if(k.key=="Tab"){k.preventDefault();document.execCommand("insertText",false,"\\t")}
 if(k.ctrlKey&&k.key=="s"){k.preventDefault();fetch("/said",{method:"POST",body:e.value??e.textContent})}});
</script>"""

SERVER = r"""
import http.server, pathlib, sys
page = pathlib.Path("/tmp/page.html").read_bytes()
class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200); self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page))); self.end_headers(); self.wfile.write(page)
    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        pathlib.Path("/tmp/said.new").write_bytes(body); pathlib.Path("/tmp/said.new").rename("/tmp/said")
        self.send_response(204); self.end_headers()
    def log_message(self, *a): pass
http.server.ThreadingHTTPServer(("127.0.0.1", 8123), Handler).serve_forever()
"""


def reader(desktop: RemoteDesktop, file: str, keys: str) -> Read:
    """Have the program save with ``keys`` and read ``file`` once it stands there anew."""

    async def read() -> str:
        await desktop.shell(f"rm -f {file}", timeout=10)
        await desktop.act(Key(keys), picture=False)
        for _ in range(100):
            try:
                return (await desktop.read_file(file)).decode()
            except DesktopError:
                await asyncio.sleep(0.05)
        raise AssertionError(f"nothing was written to {file}")

    return read


async def editor(desktop: RemoteDesktop) -> Read:
    """A GTK 3 text editor."""
    await desktop.write_file("/tmp/gtk.txt", b"")
    await desktop.launch("mousepad /tmp/gtk.txt")

    async def read() -> str:
        await desktop.act(Key("ctrl+s"), picture=False)
        await desktop.act(Wait(0.2), picture=False)
        return (await desktop.read_file("/tmp/gtk.txt")).decode()

    return read


async def qt(desktop: RemoteDesktop) -> Read:
    """A Qt 5 text editor."""
    await desktop.write_file("/tmp/qt.txt", b"")
    await desktop.launch("featherpad --standalone /tmp/qt.txt")
    await desktop.act(Wait(0.3), picture=False)

    async def read() -> str:
        await desktop.act(Key("ctrl+s"), picture=False)
        await desktop.act(Wait(0.3), picture=False)
        return (await desktop.read_file("/tmp/qt.txt")).decode().removesuffix("\n")

    return read


async def terminal(desktop: RemoteDesktop) -> Read:
    """A terminal; control+d ends the input."""
    await desktop.shell("rm -f /tmp/xterm.txt", timeout=10)
    await desktop.launch("xterm -e sh -c 'stty -ixon; cat > /tmp/xterm.new; mv /tmp/xterm.new /tmp/xterm.txt; sleep 1'")

    async def read() -> str:
        await desktop.act(Key("Return ctrl+d"), picture=False)
        for _ in range(100):
            try:
                return (await desktop.read_file("/tmp/xterm.txt")).decode().removesuffix("\n")
            except DesktopError:
                await asyncio.sleep(0.05)
        raise AssertionError("the terminal did not end")

    return read


async def tk(desktop: RemoteDesktop) -> Read:
    await desktop.write_file("/tmp/tk.tcl", TK.encode())
    await desktop.launch("wish /tmp/tk.tcl")
    return reader(desktop, "/tmp/tk.txt", "ctrl+s")


async def browser(desktop: RemoteDesktop, kind: str) -> Read:
    """A page with one field: ``input``, ``textarea`` or ``editable``."""
    await desktop.write_file("/tmp/page.html", PAGE.encode())
    await desktop.write_file("/tmp/server.py", SERVER.encode())
    await desktop.shell(
        "pgrep -f server.py >/dev/null || (setsid python3 /tmp/server.py >/dev/null 2>&1 &)", timeout=10
    )
    await asyncio.sleep(0.3)
    await desktop.launch(
        f"chromium --no-first-run --password-store=basic --user-data-dir=/tmp/profile-{kind}"
        f" --app=http://127.0.0.1:8123/#{kind}"
    )
    await desktop.act(Wait(1.0), picture=False)
    windows = await desktop.windows()
    box = windows[0].box
    await desktop.act(Click(Point(box.x + 60, box.y + 60)), picture=False)
    return reader(desktop, "/tmp/said", "ctrl+s")


AUTOCORRECT = (
    "AddNonBreakingSpace CapitalAtStartSentence ChangeAngleQuotes ChangeDash ChangeOrdinalNumber"
    " CorrectAccidentalCapsLock ReplaceDoubleQuote ReplaceSingleQuote SetInetAttribute TransliterateRTL"
    " TwoCapitalsAtStart UseReplacementTable"
)
OFFICE_SETTINGS = [("Common/AutoCorrect", name) for name in AUTOCORRECT.split()] + [
    ("Writer/AutoFunction/Format/ByInput", "Enable"),
    ("Writer/AutoFunction/Completion", "Enable"),
]
"""What an office writes in place of what was typed, all of it switched off: curly quotes, capitals, dashes, guesses."""


async def office(desktop: RemoteDesktop) -> Read:
    """LibreOffice Writer, read back over the clipboard."""
    items = "".join(
        f'<item oor:path="/org.openoffice.Office.{group}"><prop oor:name="{name}" oor:op="fuse"><value>false</value>'
        "</prop></item>"
        for group, name in OFFICE_SETTINGS
    )
    settings = f'<oor:items xmlns:oor="http://openoffice.org/2001/registry">{items}</oor:items>'
    await desktop.shell("pkill -f soffice.bin; mkdir -p /tmp/office/user", timeout=10)
    await desktop.write_file("/tmp/office/user/registrymodifications.xcu", settings.encode())
    await desktop.launch("soffice -env:UserInstallation=file:///tmp/office --norestore --nologo --writer")
    for _ in range(600):
        if any("Untitled" in window.title for window in await desktop.windows()):
            break
        await asyncio.sleep(0.1)
    await desktop.act(Wait(2.0), picture=False)

    async def read() -> str:
        await desktop.set_clipboard("")
        await desktop.act(Key("ctrl+a ctrl+c"), picture=False)
        for _ in range(100):
            if text := await desktop.clipboard():
                return text
            await asyncio.sleep(0.05)
        raise AssertionError("nothing came to the clipboard")

    return read


STARTED = "'^(wish|mousepad|featherpad|xterm|galculator|gtk4-demo)$'"


async def close_front(desktop: RemoteDesktop) -> None:
    if not (open := await desktop.windows()):
        return
    for window in open:
        await desktop.close_window(window.id)
    await desktop.shell(
        f"sleep 0.1; for i in $(seq 50); do pkill {STARTED} || pkill -f 'chromium/chromium|soffice.bin' || break;"
        " sleep 0.02; done",
        timeout=10,
    )
    for _ in range(50):
        if not await desktop.windows():
            break
        await asyncio.sleep(0.02)
