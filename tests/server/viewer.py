"""A viewer that speaks RFB over a WebSocket, as noVNC does, with pixels as they are."""

from __future__ import annotations

import asyncio
import contextlib
import struct
from collections.abc import AsyncIterator, Mapping
from typing import Self

import websockets


class Viewer:
    def __init__(self, socket: websockets.ClientConnection) -> None:
        self._socket = socket
        self._buffer = bytearray()
        self.width = self.height = 0
        self.rectangles = 0

    @classmethod
    @contextlib.asynccontextmanager
    async def at(cls, address: str, headers: Mapping[str, str]) -> AsyncIterator[Self]:
        async with websockets.connect(
            address,
            additional_headers=dict(headers),
            subprotocols=[websockets.Subprotocol("binary")],
            max_size=None,
            proxy=None,
        ) as socket:
            viewer = cls(socket)
            async with asyncio.timeout(20):
                await viewer._greet()
            yield viewer

    async def _greet(self) -> None:
        assert await self._take(12) == b"RFB 003.008\n"
        await self._socket.send(b"RFB 003.008\n")
        (count,) = await self._take(1)
        assert 1 in await self._take(count)
        await self._socket.send(b"\x01")
        assert await self._take(4) == b"\0\0\0\0"
        await self._socket.send(b"\x00")  # alone, please: which the server does not grant
        self.width, self.height = struct.unpack(">HH", await self._take(4))
        await self._take(16)
        (length,) = struct.unpack(">I", await self._take(4))
        await self._take(length)
        await self._socket.send(struct.pack(">BxHi", 2, 1, 0))

    async def frame(self, *, incremental: bool = True) -> int:
        """Ask for a picture and wait for it; how many rectangles had changed."""
        await self._socket.send(struct.pack(">BBHHHH", 3, incremental, 0, 0, self.width, self.height))
        while True:
            (kind,) = await self._take(1)
            match kind:
                case 0:
                    break
                case 2:
                    pass
                case 3:
                    (length,) = struct.unpack(">3xI", await self._take(7))
                    await self._take(length)
                case other:
                    raise AssertionError(f"message {other}")
        (count,) = struct.unpack(">xH", await self._take(3))
        for _ in range(count):
            _, _, width, height, encoding = struct.unpack(">HHHHi", await self._take(12))
            assert encoding == 0
            await self._take(width * height * 4)
        return int(count)

    async def pointer(self, x: int, y: int, buttons: int = 0) -> None:
        await self._socket.send(struct.pack(">BBHH", 5, buttons, x, y))

    async def double_click(self, x: int, y: int) -> None:
        for buttons in (0, 1, 0, 1, 0):
            await self.pointer(x, y, buttons)
            await asyncio.sleep(0.03)

    async def type(self, text: str) -> None:
        for letter in text:
            for down in (1, 0):
                await self._socket.send(struct.pack(">BBxxI", 4, down, ord(letter)))

    async def send(self, data: bytes) -> None:
        await self._socket.send(data)

    async def closed(self) -> int:
        await asyncio.wait_for(self._socket.wait_closed(), 10)
        return self._socket.close_code or 0

    async def _take(self, length: int) -> bytes:
        while len(self._buffer) < length:
            data = await self._socket.recv()
            assert isinstance(data, bytes)
            self._buffer += data
        taken = bytes(self._buffer[:length])
        del self._buffer[:length]
        return taken
