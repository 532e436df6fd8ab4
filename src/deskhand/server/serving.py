"""From an application to a listening address: the socket first, so that the address is known before anyone is told."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import signal
import socket
from collections.abc import Callable, Iterator

import uvicorn
from starlette.types import ASGIApp


class CannotListen(OSError):
    """The address cannot be had; the text says why."""


def listen(host: str, port: int) -> socket.socket:
    """A listening socket; port 0 is any free one."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        sock = socket.socket(family, kind, protocol)
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            sock.bind(address)
            sock.listen(128)
        except BaseException:
            sock.close()
            raise
    except OSError as error:
        raise CannotListen(
            f"cannot listen on {host}:{port}: {error.strerror or error}; choose another --port, or 0 for any free one"
        ) from None
    return sock


def address_of(sock: socket.socket) -> str:
    host, port = sock.getsockname()[:2]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


async def serve(
    app: ASGIApp,
    sock: socket.socket,
    ready: Callable[[], None] | None = None,
    *,
    signals: bool = True,
    ends: Callable[[int], None] = lambda _: None,
) -> None:
    """Until SIGINT or SIGTERM, or until cancelled. Requests under way get a moment to end.

    ``ends`` is told of the signal that ends it, before anything is put away.
    """
    logging.getLogger("uvicorn.error").setLevel(logging.WARNING)
    config = uvicorn.Config(
        app,
        log_config=None,
        access_log=False,
        server_header=False,
        date_header=True,
        lifespan="on",
        timeout_graceful_shutdown=3,
        timeout_keep_alive=75,
        h11_max_incomplete_event_size=64 << 10,
        ws="websockets-sansio",
        ws_max_size=4 << 20,
        ws_per_message_deflate=False,
    )
    server = _Server(config)
    work = asyncio.ensure_future(server.serve(sockets=[sock]))
    loop = asyncio.get_running_loop()
    numbers = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP) if signals else ()
    for number in numbers:
        loop.add_signal_handler(number, _end, number, server, ends)
    try:
        up = asyncio.ensure_future(server.up.wait())
        await asyncio.wait({work, up}, return_when=asyncio.FIRST_COMPLETED)
        up.cancel()
        if server.started and ready is not None:
            ready()
        await asyncio.wait({work})  # not awaited itself: being cancelled here must not cut it off in the middle
        if not server.started:
            raise CannotListen("the server did not start; its log says why")
    finally:
        server.stop()
        await asyncio.wait({work})
        for number in numbers:
            loop.remove_signal_handler(number)


def _end(number: int, server: _Server, ends: Callable[[int], None]) -> None:
    ends(number)
    server.stop()


class _Server(uvicorn.Server):
    """Without uvicorn's own signal handlers, which raise the signal again after the end."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.up = asyncio.Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.up.set()

    def stop(self) -> None:
        if self.should_exit:
            self.force_exit = True
        self.should_exit = True

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield
