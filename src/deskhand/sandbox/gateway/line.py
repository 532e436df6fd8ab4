"""One end of a connection: bytes read with a limit and a deadline, and written with back-pressure.

Plain non-blocking sockets instead of asyncio's streams, because a stream reads ahead: with 256 connections that can
wait for a slow reader, what is read but not written must have a bound. asyncio's socket calls do not yield while data
is there; so this does after each of them, or one download would stop the whole host.
"""

from __future__ import annotations

import asyncio
import contextlib
import socket

CHUNK = 64 << 10


class TooLong(ValueError):
    """What should have ended by now goes on."""


class Ended(ConnectionError):
    """The other end closed in the middle of something."""


class Line:
    def __init__(self, end: socket.socket) -> None:
        self._end = end
        self._loop = asyncio.get_running_loop()
        self._ahead = b""

    async def read(self, most: int = CHUNK) -> bytes:
        """Some bytes; none at the end."""
        if self._ahead:
            data, self._ahead = self._ahead[:most], self._ahead[most:]
            return data
        data = await self._loop.sock_recv(self._end, min(most, CHUNK))
        await asyncio.sleep(0)
        return data

    async def until(self, mark: bytes, most: int) -> bytes:
        """Up to and with ``mark``; nothing at the end of the stream. `TooLong` past ``most`` bytes, else `Ended`."""
        data, searched = bytearray(), 0
        while (found := data.find(mark, searched)) < 0:
            if len(data) > most:
                raise TooLong
            searched = max(0, len(data) - len(mark) + 1)
            more = await self.read()
            if not more:
                if data:
                    raise Ended("the connection ended in the middle of a request")
                return b""
            data += more
        end = found + len(mark)
        if end > most:
            raise TooLong
        self._ahead = bytes(data[end:]) + self._ahead
        return bytes(data[:end])

    async def exactly(self, count: int) -> bytes:
        data = bytearray()
        while len(data) < count:
            more = await self.read(count - len(data))
            if not more:
                raise Ended("the connection ended in the middle of a message")
            data += more
        return bytes(data)

    def put_back(self, data: bytes) -> None:
        """To be read again."""
        self._ahead = data + self._ahead

    async def send(self, data: bytes) -> None:
        await self._loop.sock_sendall(self._end, data)
        await asyncio.sleep(0)

    def end_sending(self) -> None:
        with contextlib.suppress(OSError):
            self._end.shutdown(socket.SHUT_WR)

    def cut(self) -> None:
        """End it in both directions, now: whoever reads or writes here gets an error or an end."""
        with contextlib.suppress(OSError):
            self._end.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        self._end.close()
