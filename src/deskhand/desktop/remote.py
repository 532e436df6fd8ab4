"""The desktop as the host sees it: the same interface, spoken over one stream to the guest inside the walls."""

from __future__ import annotations

import asyncio
import itertools
from pathlib import Path
from typing import Any, Self

from deskhand.desktop import codec
from deskhand.desktop.actions import Action, Drag, HoldKey, Type, Wait
from deskhand.desktop.interface import (
    DesktopError,
    DesktopGone,
    Element,
    FileInfo,
    Frame,
    InvalidAction,
    Outcome,
    ShellResult,
    Window,
)
from deskhand.desktop.wire import Fields, WireError, pack, receive
from deskhand.screen.geometry import Point, Rect, Size

PATIENCE = 30.0
"""Seconds beyond an action's own length that the guest may take to answer: ten times what the slowest settle takes."""
PROTOCOL = 1


class RemoteDesktop:
    """Implements `deskhand.desktop.interface.Desktop`."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader = reader
        self._writer = writer
        self._numbers = itertools.count(1)
        self._waiting: dict[int, asyncio.Future[Any]] = {}
        self._given_up: set[int] = set()
        self._gone: DesktopGone | None = None
        self._size = Size(1, 1)
        self._task = asyncio.create_task(self._read())

    @classmethod
    async def connect(cls, path: Path | str, *, timeout: float = 20.0) -> Self:
        """Connect to a guest's socket; waits until the desktop is up, at most ``timeout`` seconds."""
        try:
            reader, writer = await asyncio.open_unix_connection(str(path))
        except OSError as error:
            raise DesktopGone(f"there is no desktop at {path}: {error.strerror}") from error
        desktop = cls(reader, writer)
        try:
            fields = Fields(await desktop._ask("hello", timeout), "the greeting")
            if fields.integer("protocol") != PROTOCOL:
                raise WireError(f"the guest speaks protocol {fields.integer('protocol')}, this host {PROTOCOL}")
            size = codec.decode_point(fields.array("size", 2))
            if not (1 <= size.x <= codec.MAX_SIDE and 1 <= size.y <= codec.MAX_SIDE):
                raise WireError("the guest claims an impossible screen")
            desktop._size = Size(size.x, size.y)
        except BaseException as error:
            await desktop.close()
            if isinstance(error, WireError):
                raise DesktopGone(f"what answers at {path} is not a desktop of ours: {error}") from error
            raise
        return desktop

    # The stream

    async def _read(self) -> None:
        reason = "the stream to the desktop has ended"
        try:
            while True:
                reply = Fields(await receive(self._reader), "a reply")
                number = reply.integer("id", 0)
                if number in self._given_up:
                    self._given_up.discard(number)
                    continue
                future = self._waiting.get(number)
                if future is None:
                    raise WireError("a reply came to a question that was not asked")
                if not future.done():
                    self._fulfil(future, reply)
                del self._waiting[number]  # only now: an answer that is none must not leave its asker waiting
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        except WireError as error:
            reason = f"the desktop sent what it may not ({error}); the stream to it was cut"
        except asyncio.CancelledError:
            return  # who cancels this has closed the stream, or goes on with it (`become`)
        except BaseException:
            self._break(reason)
            raise
        self._break(reason)

    @staticmethod
    def _fulfil(future: asyncio.Future[Any], reply: Fields) -> None:
        if not reply.has("error"):
            future.set_result(reply.raw.get("ok"))
            return
        error = reply.fields("error")
        message = error.text("message", codec.MAX_NAME)
        match error.text("kind", 32):
            case "invalid":
                future.set_exception(InvalidAction(message))
            case "gone":
                future.set_exception(DesktopGone(message))
            case _:
                future.set_exception(DesktopError(message))

    def _break(self, reason: str) -> None:
        self._gone = self._gone or DesktopGone(reason)
        for future in self._waiting.values():
            if not future.done():
                future.set_exception(DesktopGone(str(self._gone)))
        self._waiting.clear()
        self._writer.close()

    async def _ask(self, method: str, patience: float, /, **params: Any) -> Any:
        if self._gone is not None:
            raise DesktopGone(str(self._gone))
        number = next(self._numbers)
        try:
            request = pack({"id": number, "method": method, "params": params})
        except (WireError, ValueError, OverflowError, TypeError) as error:
            raise InvalidAction(f"this cannot be sent to the desktop: {error}") from error
        future: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
        self._waiting[number] = future
        try:
            self._writer.write(request)
            await self._writer.drain()
            return await asyncio.wait_for(future, patience)
        except TimeoutError:
            self._give_up(number)
            raise DesktopError(f"the desktop has not answered in {patience:.0f} seconds; look at it again") from None
        except ConnectionError as error:
            self._break("the stream to the desktop is broken")
            raise DesktopGone("the stream to the desktop is broken") from error
        except asyncio.CancelledError:
            self._give_up(number)
            raise

    def _give_up(self, number: int) -> None:
        """Nobody waits for this answer any more: have the guest stop what it does, and release what it holds."""
        if self._waiting.pop(number, None) is not None and self._gone is None:
            self._given_up.add(number)
            self._writer.write(pack({"id": next(self._numbers), "method": "cancel", "params": {"id": number}}))

    # The desktop

    @property
    def size(self) -> Size:
        return self._size

    async def act(self, action: Action, *, picture: bool = True) -> Outcome:
        answer = await self._ask("act", _length(action) + PATIENCE, action=codec.encode_action(action), picture=picture)
        with _Believing(self):
            outcome = codec.decode_outcome(answer)
            if outcome.frame is not None and outcome.frame.size != self._size:
                raise WireError("the picture is not of the screen's size")
            return outcome

    async def screenshot(self) -> Frame:
        return self._frame(await self._ask("screenshot", PATIENCE), self._size)

    async def zoom(self, region: Rect) -> Frame:
        answer = await self._ask("zoom", PATIENCE, region=codec.encode_rect(region))
        return self._frame(answer, Size(region.width, region.height))

    def _frame(self, answer: object, size: Size) -> Frame:
        with _Believing(self):
            frame = codec.decode_frame(Fields(answer, "a picture"))
            if frame.size != size:
                raise WireError("the picture is not of the size that was asked for")
            return frame

    async def pointer(self) -> Point:
        answer = await self._ask("pointer", PATIENCE)
        with _Believing(self):
            return codec.decode_point(answer)

    async def tell_in_flight(self, count: int, age: float) -> None:
        """Have it know that so many requests wait at its gateway, the oldest for ``age`` seconds.

        It then gives what it did last more time before it takes a picture; it may be told in the middle of that.
        """
        await self._ask("in_flight", PATIENCE, count=count, age=age)

    async def release_all(self) -> None:
        await self._ask("release_all", PATIENCE)

    async def halt(self) -> None:
        await self._ask("halt", PATIENCE)

    async def shell(self, command: str, *, timeout: float = 120.0) -> ShellResult:
        answer = await self._ask("shell", timeout + PATIENCE, command=command, timeout=timeout)
        with _Believing(self):
            return codec.decode_shell(answer)

    async def restart_shell(self) -> None:
        await self._ask("restart_shell", PATIENCE)

    async def read_file(self, path: str) -> bytes:
        answer = await self._ask("read_file", PATIENCE, path=path)
        with _Believing(self):
            if not isinstance(answer, bytes):
                raise WireError("a file's bytes are not bytes")
            return answer

    async def write_file(self, path: str, data: bytes, *, create_new: bool = False) -> None:
        await self._ask("write_file", PATIENCE, path=path, data=data, create_new=create_new)

    async def list_files(self, path: str, *, depth: int = 1) -> list[FileInfo]:
        answer = await self._ask("list_files", PATIENCE, path=path, depth=depth)
        return self._list(answer, codec.decode_file)

    async def clipboard(self) -> str:
        answer = await self._ask("clipboard", PATIENCE)
        with _Believing(self):
            return Fields({"text": answer}, "the clipboard").text("text")

    async def set_clipboard(self, text: str) -> None:
        await self._ask("set_clipboard", PATIENCE, text=text)

    async def windows(self) -> list[Window]:
        return self._list(await self._ask("windows", PATIENCE), codec.decode_window)

    async def focus_window(self, window_id: int) -> None:
        await self._ask("focus_window", PATIENCE, window=window_id)

    async def close_window(self, window_id: int) -> None:
        await self._ask("close_window", PATIENCE, window=window_id)

    async def launch(self, program: str) -> None:
        await self._ask("launch", 2 * PATIENCE, program=program)

    async def elements(self) -> list[Element]:
        return self._list(await self._ask("elements", PATIENCE), codec.decode_element)

    def _list(self, answer: object, decode: Any) -> list[Any]:
        with _Believing(self):
            return [decode(item) for item in Fields({"list": answer}, "the answer").array("list")]

    async def become(self, other: RemoteDesktop, reason: str) -> None:
        """Be the desktop that ``other`` is, whoever holds this object; ``other`` is used up.

        What was still asked of the desktop before is answered by `DesktopGone` with the reason.
        """
        await self._stop_reading()
        await other._stop_reading()
        self._break(reason)
        self._reader, self._writer, self._size = other._reader, other._writer, other._size
        self._given_up, self._gone = set(), None
        self._task = asyncio.create_task(self._read())

    @classmethod
    async def instead_of(cls, other: RemoteDesktop) -> Self:
        """The desktop that ``other`` is; ``other`` is used up."""
        await other._stop_reading()
        desktop = cls(other._reader, other._writer)
        desktop._size = other._size
        return desktop

    async def _stop_reading(self) -> None:
        self._task.cancel()
        await asyncio.wait([self._task])

    async def close(self) -> None:
        """Let go of the desktop; it lives on."""
        self._break("this connection to the desktop was closed")
        await self._stop_reading()


class _Believing:
    """What the guest says is believed only in here: what does not hold breaks the stream, and is said."""

    def __init__(self, desktop: RemoteDesktop) -> None:
        self._desktop = desktop

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if isinstance(error, WireError):
            reason = f"the desktop answered what it may not ({error}); the stream to it was cut"
            self._desktop._break(reason)
            raise DesktopGone(reason) from error


def _length(action: Action) -> float:
    """How long the action itself may take, in seconds."""
    match action:
        case Wait(seconds) | HoldKey(_, seconds):
            return max(0.0, min(seconds, 300.0))
        case Type(text):
            return len(text) * 0.05
        case Drag(path):
            return len(path) * 0.5
        case _:
            return 0.0
