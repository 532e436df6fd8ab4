"""The clipboard, as an X client of its own: text is read from whoever owns it, and served to whoever asks.

Typing never comes here (it would lose what the user has copied). Long texts go in pieces (INCR), as X demands.
"""

from __future__ import annotations

import asyncio
import time
from typing import Any

import xcffib
import xcffib.xproto as xproto

from deskhand.desktop.display import X_ERRORS, Display
from deskhand.desktop.interface import DesktopError

MAX_CHARACTERS = 8 << 20
_PIECE = 200_000
_PATIENCE = 3.0
_TARGETS = ("UTF8_STRING", "text/plain;charset=utf-8", "STRING", "TEXT", "text/plain")
_x: Any = xproto


class Clipboard:
    def __init__(self, display_name: str) -> None:
        self._display = Display(display_name)
        core = self._display.core
        self._window = self._display.new_id()
        core.CreateWindow(
            0,
            self._window,
            self._display.root,
            -10,
            -10,
            1,
            1,
            0,
            xproto.WindowClass.InputOnly,
            0,
            xproto.CW.EventMask,
            [xproto.EventMask.PropertyChange],
        )
        self._display.sync()
        self._text: bytes | None = None
        self._pending: dict[tuple[int, int], bytes] = {}
        """Window and property of a receiver: what it has not got yet of a long text."""
        self._notified: asyncio.Future[int] | None = None
        self._piece = asyncio.Event()
        self._loop = asyncio.get_running_loop()
        self._loop.add_reader(self._display.fileno(), self._readable)

    async def read(self) -> str:
        """The text on the clipboard; empty when there is none."""
        if self._text is not None:
            return self._text.decode()
        selection = self._display.atom("CLIPBOARD")
        if not self._display.core.GetSelectionOwner(selection).reply().owner:
            return ""
        for target in ("UTF8_STRING", "STRING"):
            data = await self._convert(selection, self._display.atom(target))
            if data is not None:
                return data.decode("latin-1" if target == "STRING" else "utf-8", "replace")
        return ""

    async def _convert(self, selection: int, target: int) -> bytes | None:
        place = self._display.atom("DESKHAND_CLIPBOARD")
        self._notified = self._loop.create_future()
        self._display.core.ConvertSelection(self._window, selection, target, place, 0)
        self._flush()
        try:
            found = await asyncio.wait_for(self._notified, _PATIENCE)
        except TimeoutError:
            raise DesktopError("the program that owns the clipboard does not answer") from None
        finally:
            self._notified = None
        if not found:
            return None
        kind, data = self._take(place)
        return await self._receive_pieces(place) if kind == self._display.atom("INCR") else data

    async def _receive_pieces(self, place: int) -> bytes:
        whole = bytearray()
        end = time.monotonic() + 10 * _PATIENCE
        while time.monotonic() < end and len(whole) <= MAX_CHARACTERS * 4:
            self._piece.clear()
            try:
                await asyncio.wait_for(self._piece.wait(), _PATIENCE)
            except TimeoutError:
                break
            _, data = self._take(place)
            if not data:
                return bytes(whole)
            whole += data
        raise DesktopError("the program that owns the clipboard stopped in the middle of the text")

    def _take(self, place: int) -> tuple[int, bytes]:
        """A property's type and bytes; it is deleted, which asks for the next piece."""
        reply = self._display.core.GetProperty(True, self._window, place, 0, 0, 1 << 26).reply()
        self._flush()
        return int(reply.type), bytes(reply.value.buf()) if reply.value_len else b""

    async def set(self, text: str) -> None:
        if len(text) > MAX_CHARACTERS:
            raise DesktopError(f"the clipboard takes at most {MAX_CHARACTERS} characters")
        selection = self._display.atom("CLIPBOARD")
        self._text = text.encode("utf-8", "surrogatepass")
        self._display.core.SetSelectionOwner(self._window, selection, 0)
        if self._display.core.GetSelectionOwner(selection).reply().owner != self._window:
            self._text = None
            raise DesktopError("another program keeps the clipboard to itself")
        self._flush()

    def _flush(self) -> None:
        """Send, and handle what came in with a reply and so does not make the descriptor readable again."""
        self._display.flush()
        self._loop.call_soon(self._readable)

    def _readable(self) -> None:
        try:
            while (event := self._display.connection.poll_for_event()) is not None:
                try:
                    self._handle(event)
                except X_ERRORS:
                    pass  # the asking program has ended meanwhile
            self._display.flush()
        except (xcffib.ConnectionException, xcffib.XcffibException):
            self._loop.remove_reader(self._display.fileno())

    def _handle(self, event: object) -> None:
        match event:
            case xproto.SelectionNotifyEvent():
                if self._notified is not None and not self._notified.done():
                    self._notified.set_result(int(event.property))
            case xproto.SelectionClearEvent():
                self._text = None
            case xproto.SelectionRequestEvent():
                self._serve(event)
            case xproto.PropertyNotifyEvent():
                if event.window == self._window and event.state == xproto.Property.NewValue:
                    self._piece.set()
                elif event.state == xproto.Property.Delete:
                    self._send_piece((int(event.window), int(event.atom)))
            case _:
                pass

    def _serve(self, event: Any) -> None:
        place = int(event.property) or int(event.target)
        granted = place if self._text is not None and self._answer(event, place) else 0
        notice = _x.SelectionNotifyEvent.synthetic(event.time, event.requestor, event.selection, event.target, granted)
        self._display.core.SendEvent(False, event.requestor, 0, notice.pack())

    def _answer(self, event: Any, place: int) -> bool:
        assert self._text is not None
        name = self._display.atom_name(int(event.target))
        if name == "TARGETS":
            atoms = [self._display.atom(target) for target in ("TARGETS", *_TARGETS)]
            self._write(event.requestor, place, xproto.Atom.ATOM, 32, atoms)
            return True
        if name not in _TARGETS:
            return False
        text = self._text
        if name == "STRING":
            text = text.decode("utf-8", "replace").encode("latin-1", "replace")
        kind = int(event.target) if name != "TEXT" else self._display.atom("UTF8_STRING")
        if len(text) <= _PIECE:
            self._write(event.requestor, place, kind, 8, text)
            return True
        self._display.core.ChangeWindowAttributes(
            event.requestor, xproto.CW.EventMask, [xproto.EventMask.PropertyChange]
        )
        self._pending[int(event.requestor), place] = text
        self._write(event.requestor, place, self._display.atom("INCR"), 32, [len(text)])
        return True

    def _send_piece(self, receiver: tuple[int, int]) -> None:
        text = self._pending.get(receiver)
        if text is None:
            return
        window, place = receiver
        self._write(window, place, self._display.atom("UTF8_STRING"), 8, text[:_PIECE])
        if text:
            self._pending[receiver] = text[_PIECE:]
        else:
            del self._pending[receiver]

    def _write(self, window: int, place: int, kind: int, form: int, data: Any) -> None:
        self._display.core.ChangeProperty(xproto.PropMode.Replace, window, place, kind, form, len(data), data)

    def close(self) -> None:
        self._loop.remove_reader(self._display.fileno())
        self._display.close()
