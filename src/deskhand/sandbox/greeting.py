"""The launcher's first message: one JSON line, and with it the doors of the sandbox's network as descriptors.

Read from the bare socket, because a stream drops the descriptors that come with its bytes.
"""

from __future__ import annotations

import asyncio
import json
import os
import socket
from typing import Any

_MOST = 1 << 20
_DESCRIPTORS = 64


async def receive(line: socket.socket) -> tuple[dict[str, Any], list[int]]:
    """The message and its descriptors, which are the caller's now; nothing when the launcher died without a word."""
    loop = asyncio.get_running_loop()
    data = bytearray()
    received: list[int] = []
    try:
        while not data.endswith(b"\n") and len(data) < _MOST:
            await _readable(loop, line)
            more, descriptors, _flags, _address = socket.recv_fds(
                line, 65536, _DESCRIPTORS, socket.MSG_CMSG_CLOEXEC | socket.MSG_DONTWAIT
            )
            received += descriptors
            if not more:
                break
            data += more
        message = json.loads(data) if data else {}
    except (OSError, ValueError):
        message = {}
    except BaseException:
        discard(received)
        raise
    return (message if isinstance(message, dict) else {}), received


def discard(descriptors: list[int]) -> None:
    for each in descriptors:
        os.close(each)


async def _readable(loop: asyncio.AbstractEventLoop, line: socket.socket) -> None:
    ready = asyncio.Event()
    loop.add_reader(line.fileno(), ready.set)
    try:
        await ready.wait()
    finally:
        loop.remove_reader(line.fileno())
