"""The one place that opens an X display. Everything else asks it for atoms, properties and extensions."""

from __future__ import annotations

import struct
from typing import Any

import xcffib
import xcffib.damage
import xcffib.shm
import xcffib.xfixes
import xcffib.xkb
import xcffib.xproto
import xcffib.xtest
from xcffib.xproto import Atom

from deskhand.desktop.interface import DesktopGone
from deskhand.screen.geometry import Size

_xcffib: Any = xcffib  # most of it carries no types
_xproto: Any = xcffib.xproto

MAX_PROPERTY = 1 << 18
"""32-bit units of a property that are read at most: 1 MiB."""

X_ERRORS = (xcffib.Error, xcffib.ProtocolException, struct.error)
"""What a request about a window that has just vanished ends in."""


class Display:
    """One connection to one X server. Requests are synchronous: a round trip takes 0.05 ms."""

    def __init__(self, name: str) -> None:
        self.name = name
        try:
            self.connection: Any = _xcffib.connect(display=name)
        except xcffib.ConnectionException as error:
            raise DesktopGone(f"the X server {name} does not answer; the desktop has to be started again") from error
        self.setup = self.connection.get_setup()
        self.screen = self.setup.roots[self.connection.pref_screen]
        self.root: int = self.screen.root
        self.core: Any = self.connection.core
        self._atoms: dict[str, int] = {}
        self._names: dict[int, str] = {}

    @property
    def size(self) -> Size:
        geometry = self.core.GetGeometry(self.root).reply()
        return Size(geometry.width, geometry.height)

    def extension(self, module: Any) -> Any:
        """An extension's requests, after the greeting that the protocol asks for."""
        extension = self.connection(module.key)
        if module is xcffib.xkb:
            extension.UseExtension(1, 0).reply()
        elif module is xcffib.xtest:
            extension.GetVersion(2, 2).reply()
        elif module is xcffib.shm:
            extension.QueryVersion().reply()
        else:
            extension.QueryVersion(module.MAJOR_VERSION, module.MINOR_VERSION).reply()
        return extension

    def alive(self) -> bool:
        return not self.connection.has_error()

    def flush(self) -> None:
        self.connection.flush()

    def sync(self) -> None:
        """Return once the server has done all that was asked of it."""
        try:
            self.core.GetInputFocus().reply()
        except (xcffib.ConnectionException, xcffib.XcffibException) as error:
            raise DesktopGone("the X server has died; the desktop has to be started again") from error

    def fileno(self) -> int:
        return int(self.connection.get_file_descriptor())

    def new_id(self) -> int:
        return int(self.connection.generate_id())

    def atom(self, name: str) -> int:
        found = self._atoms.get(name)
        if found is None:
            found = int(self.core.InternAtom(False, len(name), name).reply().atom)
            self._atoms[name], self._names[found] = found, name
        return found

    def atom_name(self, atom: int) -> str:
        found = self._names.get(atom)
        if found is None:
            found = self.core.GetAtomName(atom).reply().name.to_string()
            self._atoms[found], self._names[atom] = atom, found
        return found

    def property(self, window: int, name: str) -> tuple[int, bytes]:
        """Type and bytes of a property; type 0 when there is none or the window is gone."""
        try:
            reply = self.core.GetProperty(False, window, self.atom(name), Atom.Any, 0, MAX_PROPERTY).reply()
        except X_ERRORS:
            return 0, b""
        return int(reply.type), bytes(reply.value.buf()) if reply.value_len else b""

    def cardinals(self, window: int, name: str) -> list[int]:
        _, data = self.property(window, name)
        return list(struct.unpack(f"={len(data) // 4}I", data[: len(data) // 4 * 4]))

    def text(self, window: int, name: str) -> str:
        kind, data = self.property(window, name)
        encoding = "latin-1" if kind == Atom.STRING else "utf-8"
        return data.decode(encoding, "replace").rstrip("\0")

    def send_message(self, window: int, kind: str, values: tuple[int, ...], target: int | None = None) -> None:
        """A client message about ``window``, to the root (for the window manager) or to ``target``."""
        data = _xproto.ClientMessageData.synthetic((*values, 0, 0, 0, 0, 0)[:5], "IIIII")
        event = _xproto.ClientMessageEvent.synthetic(32, window, self.atom(kind), data)
        mask = 0
        if target is None:
            target = self.root
            mask = xcffib.xproto.EventMask.SubstructureNotify | xcffib.xproto.EventMask.SubstructureRedirect
        self.core.SendEvent(False, target, mask, event.pack())
        self.flush()

    def close(self) -> None:
        try:
            self.connection.disconnect()
        except (xcffib.ConnectionException, xcffib.XcffibException):
            pass
