"""A shop's pages, served inside the walls, where secrets are typed: some where they belong, some where they do not."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from deskhand.desktop.interface import Desktop, Element

PORT = 8765
SHOP = f"http://127.0.0.1:{PORT}"
OTHER = f"http://localhost:{PORT}"
"""The same server under another name: to a browser, and to the guard, another place."""

_STYLE = "<style>body{font:22px sans-serif;margin:20px} input{font:22px monospace;width:420px;margin:6px}</style>"
LOGIN = f"""<!doctype html><meta charset=utf-8><title>Sign in – my shop</title>{_STYLE}<h1>Sign in</h1>
<form action=welcome.html>
<p><label>User name <input id=user name=user></label>
<p><label>Password <input id=password type=password name=secret></label>
<button type=button onclick="password.type='text'">Show</button>
<p><label>API token <input id=token name=token></label>
<p><label>Search <input id=search name=search></label>
<p><button>Sign in</button></form>
<p id=echo></p>
<iframe src="{OTHER}/frame.html" width=700 height=120></iframe>
<script>password.addEventListener('input', e => navigator.sendBeacon('/typed', password.value))</script>
"""
FRAME = f"<!doctype html><meta charset=utf-8><title>Frame</title>{_STYLE}<label>Code <input type=password></label>"
WELCOME = f"<!doctype html><meta charset=utf-8><title>Welcome</title>{_STYLE}<h1>Welcome back</h1>"

SERVER = f"""
import http.server, pathlib, threading
turn = threading.Lock()
class Handler(http.server.SimpleHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers.get('content-length', 0))).decode()
        typed = pathlib.Path('/tmp/typed')
        with turn:  # one request for each letter, in any order
            if not typed.exists() or len(typed.read_text()) < len(body):
                typed.write_text(body)
        self.send_response(204); self.end_headers()
    def log_message(self, *a): pass
http.server.ThreadingHTTPServer(('127.0.0.1', {PORT}), Handler).serve_forever()
"""


async def serve(desktop: Desktop) -> None:
    """Put the pages inside and serve them there."""
    for name, text in (("login.html", LOGIN), ("frame.html", FRAME), ("welcome.html", WELCOME), ("serve.py", SERVER)):
        await desktop.write_file(f"/home/user/www/{name}", text.encode())
    await desktop.shell("cd ~/www && (python3 serve.py >/dev/null 2>&1 &)")
    await desktop.shell(f"for i in $(seq 100); do curl -s {SHOP}/frame.html >/dev/null && break; sleep 0.1; done")


async def browse(desktop: Desktop, address: str) -> None:
    """Open the page in the browser, and wait until it describes itself."""
    await desktop.launch(f"chromium --no-first-run --password-store=basic --start-maximized {address}")
    await element(desktop, "password text")


async def arrived(desktop: Desktop, wanted: str) -> bool:
    """Whether the page has got ``wanted`` in its password field; it tells the server letter by letter."""
    for _ in range(100):
        if (await desktop.shell("cat /tmp/typed")).output == wanted:
            return True
        await asyncio.sleep(0.1)
    return False


async def element(desktop: Desktop, role: str, name: str = "") -> Element:
    """The first element of this role and name, as soon as there is one."""
    for _ in range(100):
        for found in await desktop.elements():
            if found.role == role and name in found.name and (found.page or role == "entry"):
                return found
        await asyncio.sleep(0.1)
    raise AssertionError(f"no {role} {name!r} came: {[(e.role, e.name) for e in await desktop.elements()]}")
