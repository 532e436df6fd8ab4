"""The pages, served from outside the walls: what an episode came to is told here and nowhere inside.

An agent with a shell can fetch what its browser fetches. So the server gives out pages and the next order only; the
reward goes one way. Each desktop has a path of its own with a secret in it.
"""

from __future__ import annotations

import contextlib
import json
import mimetypes
import secrets
import threading
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Self
from urllib.parse import unquote, urlsplit

from deskhand.sandbox.gateway.policy import NetworkPolicy

HOST = "miniwob.test"
_SCRIPT = Path(__file__).with_name("stage.js")
_MOST = 4096
"""Bytes of what a page may post."""


@dataclass(slots=True)
class Booth:
    """What one browser is told, and what it tells."""

    key: str
    episode: int = 0
    task: str = ""
    seed: str = ""
    ready: threading.Event = field(default_factory=threading.Event)
    done: threading.Event = field(default_factory=threading.Event)
    reward: float | None = None
    lock: threading.Lock = field(default_factory=threading.Lock)

    def order(self, task: str, seed: str) -> None:
        """The next episode; the one before it counts for nothing any more."""
        with self.lock:
            self.episode += 1
            self.task, self.seed, self.reward = task, seed, None
            self.ready, self.done = threading.Event(), threading.Event()

    def told(self, what: str, body: object) -> None:
        if not isinstance(body, dict) or body.get("episode") != self.episode:
            return  # an older episode's word
        with self.lock:
            if what == "ready":
                self.ready.set()
            elif not self.done.is_set():
                reward = body.get("reward")
                self.reward = float(reward) if isinstance(reward, int | float) else 0.0
                self.done.set()

    def as_json(self) -> dict[str, object]:
        with self.lock:
            return {"episode": self.episode, "task": self.task, "seed": self.seed}


class Stage:
    """The server of all desktops. On loopback, at a free port; desktops reach it through their gateway."""

    def __init__(self, html: Path) -> None:
        self.html = html.resolve()
        self.booths: dict[str, Booth] = {}
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
        """What a desktop may reach: this and nothing else."""
        return NetworkPolicy.of(addresses=[f"{HOST}=127.0.0.1:{self._server.server_address[1]}"])

    def booth(self) -> Booth:
        made = Booth(secrets.token_hex(12))
        self.booths[made.key] = made
        return made

    def address(self, booth: Booth) -> str:
        """What the browser opens: an empty page until there is an order."""
        return f"http://{HOST}/{booth.key}/miniwob/{booth.task}.html"

    def file(self, path: str) -> tuple[bytes, str] | None:
        """A file of the package, and its kind."""
        found = (self.html / path).resolve()
        if not found.is_relative_to(self.html) or not found.is_file():
            return None
        data = found.read_bytes()
        kind = mimetypes.guess_type(found.name)[0] or "application/octet-stream"
        if found.parent.name == "miniwob" and found.suffix == ".html":
            data += b"\n<script>\n" + _SCRIPT.read_bytes() + b"</script>\n"
            kind = "text/html; charset=utf-8"
        return data, kind


def _handler(stage: Stage) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        timeout = 60

        def log_message(self, format: str, *args: object) -> None:
            pass

        def do_GET(self) -> None:
            booth, rest = self._booth()
            if booth is None:
                self._answer(404, b"", "text/plain")
            elif rest == "order":
                self._answer(200, json.dumps(booth.as_json()).encode(), "application/json")
            elif (found := stage.file(rest)) is not None:
                self._answer(200, *found)
            else:
                self._answer(404, b"", "text/plain")

        def do_POST(self) -> None:
            booth, rest = self._booth()
            length = self.headers.get("content-length", "")
            if booth is None or rest not in ("ready", "done") or not length.isdecimal() or int(length) > _MOST:
                self.close_connection = True
                self._answer(404, b"", "text/plain")
                return
            with contextlib.suppress(ValueError):
                booth.told(rest, json.loads(self.rfile.read(int(length))))
            self._answer(204, b"", "")

        def _booth(self) -> tuple[Booth | None, str]:
            key, _, rest = unquote(urlsplit(self.path).path).lstrip("/").partition("/")
            return stage.booths.get(key), rest

        def _answer(self, status: int, body: bytes, kind: str) -> None:
            self.send_response(status)
            if kind:
                self.send_header("content-type", kind)
            if status != 204:
                self.send_header("content-length", str(len(body)))
            self.send_header(
                "cache-control", "no-store" if status != 200 or kind == "application/json" else "max-age=3600"
            )
            self.end_headers()
            self.wfile.write(body)

    return Handler
