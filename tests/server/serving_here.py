"""The server for tests: in this process over a real socket, or as the process that people start."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import httpx2
from starlette.types import ASGIApp

from deskhand.models.interface import Model
from deskhand.models.scripted import ScriptedModel, Turn
from deskhand.server.app import make_app
from deskhand.server.backend import Backend
from deskhand.server.model_backend import ModelBackend
from deskhand.server.serving import address_of, listen, serve


@contextlib.asynccontextmanager
async def listening(app: ASGIApp) -> AsyncIterator[str]:
    """The app on a port of its own; its address."""
    sock = listen("127.0.0.1", 0)
    up = asyncio.Event()
    work = asyncio.ensure_future(serve(app, sock, up.set, signals=False))
    waiting = asyncio.ensure_future(up.wait())
    await asyncio.wait({work, waiting}, return_when=asyncio.FIRST_COMPLETED)
    waiting.cancel()
    try:
        yield address_of(sock)
    finally:
        work.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await work
        sock.close()


@contextlib.asynccontextmanager
async def model_server(make: Callable[[], Model], name: str = "local", **options: Any) -> AsyncIterator[str]:
    backend = ModelBackend(make, name)
    await backend.start()
    async with listening(make_app(backend, **options)) as url:
        yield url


@contextlib.asynccontextmanager
async def scripted_server(turns: Sequence[Turn], **options: Any) -> AsyncIterator[tuple[str, ScriptedModel]]:
    """The embedded model's place, taken by a script."""
    model = ScriptedModel(turns)
    async with model_server(lambda: model, **options) as url:
        yield url, model


@contextlib.asynccontextmanager
async def backend_server(backend: Backend, **options: Any) -> AsyncIterator[str]:
    async with listening(make_app(backend, **options)) as url:
        yield url


def client(url: str, **headers: str) -> httpx2.AsyncClient:
    return httpx2.AsyncClient(base_url=url, headers=headers, timeout=60)


class Served:
    """`deskhand serve` as a process."""

    def __init__(self, *arguments: str, folder: Path | None = None, env: dict[str, str] | None = None) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "deskhand", "serve", "--port", "0", *arguments],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            cwd=folder,
            env={**os.environ, **(env or {})},
        )
        assert self.process.stdout is not None
        self.first_line = self.process.stdout.readline()
        if not self.first_line:
            raise AssertionError(self.process.communicate()[1])
        self.url = self.first_line.split()[-1]

    def stop(self, timeout: float = 20) -> tuple[int, str]:
        """Ctrl-C; exit status and standard error."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
        began = time.monotonic()
        try:
            _, error = self.process.communicate(timeout=timeout)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.communicate()
            raise AssertionError(f"the server did not end in {time.monotonic() - began:.0f} s") from None
        return self.process.returncode, error


@contextlib.contextmanager
def served(*arguments: str, **options: Any) -> Iterator[Served]:
    server = Served(*arguments, **options)
    try:
        yield server
    finally:
        server.stop()
