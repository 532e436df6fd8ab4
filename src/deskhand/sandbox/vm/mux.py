"""Many streams over one pair of wires: all that connects a virtual machine with the outside.

The machine has no network card. It has one serial port, and over it go the requests to the guest, the viewers' VNC
and the connections to the gateway, each as a stream of frames of its own:

    kind (1 byte), stream (4), length (4), then that many bytes

A sender may send 256 KB of a stream before the other end has passed them on: a viewer that does not read holds up
itself alone. Streams that the keeper opens have even numbers, those of the machine odd ones.

Both ends can fall silent (`hush`): then nothing is under way, and the machine's memory can be kept as a file. Runs in
the machine as well as outside, under an interpreter without packages.
"""

from __future__ import annotations

import asyncio
import collections
import contextlib
import json
import os
import struct

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine
    from typing import Any, Final

OPEN, DATA, END, CUT, CREDIT, WORD, GRAM = range(1, 8)
_HEAD: Final = struct.Struct(">BII")
_WINDOW: Final = 256 << 10
_PIECE: Final = 32 << 10
_LONGEST: Final = 1 << 17  # of one frame
_MOST: Final = 2048  # streams at once: the gateway takes 1,024 connections at most
_BACKLOG: Final = 1 << 20  # bytes on their way to the wire; above it senders wait


class Broken(ConnectionError):
    """The stream was cut, or the wire it goes over."""


class Stream:
    def __init__(self, mux: Mux, number: int) -> None:
        self._mux = mux
        self._number = number
        self._credit = _WINDOW
        self._credited = asyncio.Event()
        self._chunks: collections.deque[bytes] = collections.deque()
        self._held = 0
        self._came = asyncio.Event()
        self._ended = False
        self._said_end = False
        self._cut = False

    async def send(self, data: bytes) -> None:
        view = memoryview(data)
        while view:
            while not self._credit and not self._cut:
                self._credited.clear()
                await self._credited.wait()
            await self._mux.clear()
            if self._cut:
                raise Broken("the stream was cut")
            piece = view[: min(_PIECE, self._credit)]
            self._credit -= len(piece)
            self._mux.put(DATA, self._number, bytes(piece))
            view = view[len(piece) :]

    async def receive(self) -> bytes:
        """The next bytes; none at the end. What was given out last counts as passed on."""
        while not self._chunks:
            if self._cut:
                raise Broken("the stream was cut")
            if self._ended:
                return b""
            self._came.clear()
            await self._came.wait()
        chunk = self._chunks.popleft()
        self._held -= len(chunk)
        await self._mux.clear()
        if not self._cut:
            self._mux.put(CREDIT, self._number, struct.pack(">I", len(chunk)))
        return chunk

    async def end(self) -> None:
        """No more comes from here."""
        await self._mux.clear()
        if not self._said_end and not self._cut:
            self._said_end = True
            self._mux.put(END, self._number)
            self._forget_when_over()

    async def close(self) -> None:
        await self._mux.clear()
        if not self._cut and not (self._said_end and self._ended):
            self._mux.put(CUT, self._number)
        self.broken()
        self._mux.forget(self._number, self)

    # --- from the wire ------------------------------------------------------------------------------------------

    def data(self, data: bytes) -> None:
        self._held += len(data)
        if self._held > _WINDOW + _PIECE:
            raise Broken("the other end sends more than was agreed")
        self._chunks.append(data)
        self._came.set()

    def credit(self, amount: int) -> None:
        self._credit = min(_WINDOW, self._credit + amount)
        self._credited.set()

    def ended(self) -> None:
        self._ended = True
        self._came.set()
        self._forget_when_over()

    def broken(self) -> None:
        self._cut = True
        self._came.set()
        self._credited.set()

    def _forget_when_over(self) -> None:
        if self._ended and self._said_end:
            self._mux.forget(self._number, self)


class Mux:
    """One end. ``opened`` is called with each stream that the other end opens and with what it says of it."""

    def __init__(
        self,
        wire: int,
        first: int,
        opened: Callable[[Stream, dict[str, Any]], Coroutine[Any, Any, None]],
        said: Callable[[dict[str, Any]], None],
        gram: Callable[[int, bytes], None],
    ) -> None:
        self._wire = wire
        self._next = first
        self._opened, self._said, self._gram = opened, said, gram
        self._streams: dict[int, Stream] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._loop = asyncio.get_running_loop()
        self._coming = bytearray()
        self._going: collections.deque[memoryview] = collections.deque()
        self._backlog = 0
        self._writing = False
        self._open = asyncio.Event()
        self._open.set()
        self._empty = asyncio.Event()
        self._empty.set()
        self._hushed = False
        self.over = asyncio.Event()
        os.set_blocking(wire, False)
        self._loop.add_reader(wire, self._read)

    async def connect(self, **what: Any) -> Stream:
        await self.clear()
        number, self._next = self._next, self._next + 2
        if self._next > 0xFFFF_FF00:
            self._next = self._next % 2 + 2
        stream = self._streams[number] = Stream(self, number)
        self.put(OPEN, number, json.dumps(what).encode())
        return stream

    def say(self, **word: Any) -> None:
        """A word to the other end itself, hushed or not."""
        self.put(WORD, 0, json.dumps(word).encode())

    def send_gram(self, number: int, data: bytes) -> None:
        """A datagram; lost when we are hushed, or when too much is under way already."""
        if self._open.is_set():
            self.put(GRAM, number, data)

    async def hush(self) -> None:
        """Send nothing but words from here on; returns when all that was to be sent is on its way."""
        self._hushed = True
        self._open.clear()
        await self._empty.wait()

    def speak(self, *, afresh: bool) -> None:
        """Go on; ``afresh``: to another end than before, which knows of no stream."""
        if afresh:
            for stream in self._streams.values():
                stream.broken()
            self._streams.clear()
        self._hushed = False
        self._reopen()

    def close(self) -> None:
        """The wire has ended, or is to."""
        if not self.over.is_set():
            self.over.set()
            self._loop.remove_reader(self._wire)
            self._loop.remove_writer(self._wire)
            os.close(self._wire)
            self._hushed = False
            self._backlog = 0
            self._reopen()
            self._empty.set()
            for stream in self._streams.values():
                stream.broken()
            for task in self._tasks:
                task.cancel()

    # --- for streams --------------------------------------------------------------------------------------------

    async def clear(self) -> None:
        """Until something may be sent."""
        while not self._open.is_set():
            await self._open.wait()

    def put(self, kind: int, stream: int, payload: bytes = b"") -> None:
        if self.over.is_set():
            return
        self._going.append(memoryview(_HEAD.pack(kind, stream, len(payload)) + payload))
        self._backlog += _HEAD.size + len(payload)
        if self._backlog > _BACKLOG:
            self._open.clear()
        self._empty.clear()
        if not self._writing:
            self._write()

    def forget(self, number: int, stream: Stream) -> None:
        if self._streams.get(number) is stream:  # after a sleep, another may have the number
            del self._streams[number]

    # --- the wire -----------------------------------------------------------------------------------------------

    def _reopen(self) -> None:
        if not self._hushed and self._backlog <= _BACKLOG // 2:
            self._open.set()

    def _write(self) -> None:
        try:
            while self._going:
                written = os.write(self._wire, self._going[0])
                self._backlog -= written
                if written < len(self._going[0]):
                    self._going[0] = self._going[0][written:]
                else:
                    self._going.popleft()
        except BlockingIOError:
            pass
        except OSError:
            self.close()
            return
        self._reopen()
        if self._going and not self._writing:
            self._writing = True
            self._loop.add_writer(self._wire, self._write)
        elif not self._going:
            self._empty.set()
            if self._writing:
                self._writing = False
                self._loop.remove_writer(self._wire)

    def _read(self) -> None:
        try:
            data = os.read(self._wire, 1 << 17)
        except BlockingIOError:
            return
        except OSError:
            data = b""
        if not data:
            self.close()
            return
        self._coming += data
        try:
            self._take()
        except (ValueError, KeyError, TypeError, Broken):
            self.close()  # what comes makes no sense: there is nothing to go on with

    def _take(self) -> None:
        start = 0
        while len(self._coming) - start >= _HEAD.size and not self.over.is_set():
            kind, number, length = _HEAD.unpack_from(self._coming, start)
            if length > _LONGEST:
                raise Broken("a frame is too long")
            if len(self._coming) - start - _HEAD.size < length:
                break
            start += _HEAD.size
            payload = bytes(self._coming[start : start + length])
            start += length
            self._dispatch(kind, number, payload)
        del self._coming[:start]

    def _dispatch(self, kind: int, number: int, payload: bytes) -> None:
        if kind == WORD:
            self._said(_map(payload))
        elif kind == GRAM:
            self._gram(number, payload)
        elif kind == OPEN:
            if number in self._streams or number % 2 == self._next % 2:
                raise Broken("a stream was opened that is none of theirs to open")
            if len(self._streams) >= _MOST:
                self.put(CUT, number)
                return
            stream = self._streams[number] = Stream(self, number)
            task = self._loop.create_task(self._serve(stream, _map(payload)))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)
        elif (known := self._streams.get(number)) is not None:  # else it was closed here a moment ago
            if kind == DATA:
                known.data(payload)
            elif kind == CREDIT and len(payload) == 4:
                known.credit(int.from_bytes(payload, "big"))
            elif kind == END:
                known.ended()
            elif kind == CUT:
                known.broken()
                self.forget(number, known)
            else:
                raise Broken("a frame of no known kind")

    async def _serve(self, stream: Stream, what: dict[str, Any]) -> None:
        try:
            await self._opened(stream, what)
        except (OSError, ValueError):
            await stream.close()


async def join(stream: Stream, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Pass on in both directions until both have ended, or either is cut."""

    async def outward() -> None:
        while data := await reader.read(_PIECE):
            await stream.send(data)
        await stream.end()

    async def inward() -> None:
        while data := await stream.receive():
            writer.write(data)
            await writer.drain()
        if writer.can_write_eof():
            writer.write_eof()

    ways = [asyncio.ensure_future(outward()), asyncio.ensure_future(inward())]
    try:
        await asyncio.gather(*ways)
    except OSError:
        pass
    finally:
        for way in ways:
            way.cancel()
        writer.close()
        with contextlib.suppress(OSError):
            await stream.close()


def _map(payload: bytes) -> dict[str, Any]:
    value = json.loads(payload)
    if not isinstance(value, dict):
        raise ValueError("a word is a map")
    return value
