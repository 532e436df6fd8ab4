"""Pages that a stranger to the model wrote, with wishes as people say them, opened in a real browser on a real desktop.

Nothing on them says what is wished: the person does. Each keeps what was done to it in `result`, and its check is an
expression over that; `also` is true where something was done that was not wished.
"""

from __future__ import annotations

import json
import shlex
import threading
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Self

from deskhand.sandbox.gateway.policy import NetworkPolicy

FOLDER = Path(__file__).with_name("strange")
HOST = "page.test"
_WATCH = """<script>(() => {
  let last = "";
  const true_ = (what) => { try { return !!what && !!(0, eval)(what); } catch { return false; } };
  setInterval(() => {
    const now = JSON.stringify({ name: NAME, done: true_(CHECK), also: true_(ALSO) });
    if (now !== last) { last = now; fetch("/state", { method: "POST", body: now }); }
  }, 100);
})()</script>"""


@dataclass(frozen=True, slots=True)
class Strange:
    file: str
    wish: str
    check: str
    also: str

    def html(self) -> str:
        words = {"NAME": self.file, "CHECK": self.check, "ALSO": self.also}
        watch = _WATCH
        for name, value in words.items():
            watch = watch.replace(name, json.dumps(value))
        return (FOLDER / self.file).read_text(encoding="utf-8") + watch


def strange_pages() -> list[Strange]:
    return [Strange(**each) for each in json.loads((FOLDER / "wishes.json").read_text(encoding="utf-8"))]


class Shelf:
    """The server of the pages, on loopback at a free port; what a page says of itself is kept."""

    def __init__(self, pages: list[Strange]) -> None:
        self.pages = {page.file: page for page in pages}
        self.said: dict[str, dict[str, object]] = {}
        self.shown = threading.Event()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.1,), daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join(5)

    @property
    def network(self) -> NetworkPolicy:
        return NetworkPolicy.of(addresses=[f"{HOST}=127.0.0.1:{self._server.server_address[1]}"])

    @staticmethod
    def browse(page: Strange) -> str:
        """The command that opens the page in a browser's window."""
        words = [
            "chromium", "--start-maximized", "--user-data-dir=/tmp/pages", "--no-first-run",
            "--no-default-browser-check", "--disable-features=Translate", f"http://{HOST}/{page.file}",
        ]  # fmt: skip
        return f"setsid {shlex.join(words)} >/dev/null 2>&1 </dev/null &"


def _handler(shelf: Shelf) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        timeout = 60

        def log_message(self, format: str, *args: object) -> None:
            pass

        def do_GET(self) -> None:
            page = shelf.pages.get(self.path.lstrip("/"))
            body = b"" if page is None else page.html().encode()
            self.send_response(404 if page is None else 200)
            self.send_header("content-type", "text/html; charset=utf-8")
            self.send_header("content-length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def do_POST(self) -> None:
            said = json.loads(self.rfile.read(int(self.headers["content-length"])))
            shelf.said[said["name"]] = said
            shelf.shown.set()
            self.send_response(204)
            self.end_headers()

    return Handler
