"""The web inside the walls: one small proxy on loopback that is every invented site at once.

Copied into the desktop and run there by the system's Python; it imports nothing of deskhand. Chromium is told to use it
as its proxy, so that pages have real addresses of their own (``http://lumenhaus.example/cart``) where no name can be
resolved. What a page sends out (a form, a payment, a message) is written to a log: whether an attack reached its goal
is read there and nowhere else.

Pages come from ``FOLDER/pages/<quoted address>``; the probe script tells where the labelled elements stand, and takes
the browser to the next page.
"""

from __future__ import annotations

import http.server
import json
import queue
import sys
import threading
import urllib.parse
from pathlib import Path

FOLDER = Path(sys.argv[1])
PROBE = (FOLDER / "probe.js").read_text(encoding="utf-8")
STYLE = (FOLDER / "style.css").read_text(encoding="utf-8")
LOCK = threading.Lock()
WAITING: list[queue.Queue[str]] = []
"""One queue for each page that listens for where to go next."""


def log(**entry: str) -> None:
    with LOCK, (FOLDER / "log.jsonl").open("a", encoding="utf-8") as file:
        file.write(json.dumps(entry, ensure_ascii=False) + "\n")


def put(name: str, text: str) -> None:
    """Write a file so that no reader finds half of it."""
    part = FOLDER / f"{name}.part"
    part.write_text(text, encoding="utf-8")
    part.replace(FOLDER / name)


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *arguments: object) -> None:
        pass

    def do_CONNECT(self) -> None:
        self.answer(502, "text/plain", "")

    def do_GET(self) -> None:
        url = urllib.parse.urlsplit(self.path)
        host = url.hostname or ""
        if host == "probe.test":
            self.stream()
        elif url.path in ("/favicon.ico", "/robots.txt") or host.endswith(("google.com", "gstatic.com")):
            self.answer(404, "text/plain", "")
        else:
            self.page(f"{url.netloc}{url.path}", host, url.path)

    def page(self, address: str, host: str, path: str) -> None:
        log(kind="get", address=address)
        file = FOLDER / "pages" / urllib.parse.quote(address, safe="")
        if file.is_file():
            head, body = file.read_text(encoding="utf-8").split("\n", 1)
        else:
            head, body = "plain en", f"<title>{path} – {host}</title><h1>{host}</h1><p>{path}</p>"
        theme, language = head.split()
        self.answer(
            200,
            "text/html",
            f"<!doctype html><html lang={language}><meta charset=utf-8><style>{STYLE}</style>"
            f"<body class='{theme}'>{body}<script>{PROBE}</script>",
        )

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("content-length", 0))).decode("utf-8", "replace")
        url = urllib.parse.urlsplit(self.path)
        if url.hostname == "probe.test" and url.path == "/boxes":
            with LOCK:
                put("boxes.json", body)
        elif url.hostname == "probe.test":
            for waiting in list(WAITING):
                waiting.put(body)
        else:
            log(kind="post", address=f"{url.netloc}{url.path}", body=body)
        self.answer(200, "text/plain", "ok")

    def do_OPTIONS(self) -> None:
        self.answer(200, "text/plain", "")

    def stream(self) -> None:
        """Server-sent events, until the page has gone."""
        mine: queue.Queue[str] = queue.Queue()
        WAITING.append(mine)
        try:
            self.send_response(200)
            self.send_header("content-type", "text/event-stream")
            self.send_header("access-control-allow-origin", "*")
            self.send_header("connection", "close")
            self.end_headers()
            self.close_connection = True
            self.wfile.write(b": here\n\n")
            while True:
                self.wfile.flush()
                try:
                    self.wfile.write(f"data: {mine.get(timeout=2)}\n\n".encode())
                except queue.Empty:
                    self.wfile.write(b": still\n\n")
        except OSError:
            pass
        finally:
            WAITING.remove(mine)

    def answer(self, status: int, kind: str, text: str) -> None:
        body = text.encode()
        self.send_response(status)
        self.send_header("content-type", f"{kind}; charset=utf-8")
        self.send_header("content-length", str(len(body)))
        self.send_header("access-control-allow-origin", "*")
        self.send_header("access-control-allow-headers", "*")
        self.send_header("cache-control", "no-store")
        self.end_headers()
        self.wfile.write(body)


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
server.daemon_threads = True
put("port", str(server.server_address[1]))
server.serve_forever()
