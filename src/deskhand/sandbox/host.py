"""The launcher's line to the process that the sandbox is for: there, gone, or followed by another one.

One JSON line goes out for each of the launcher's events; the one word that comes in is ``end``. A kept sandbox has a
second way in, the socket ``control.sock`` of its session folder, at which the next host may call (see `attach`).
"""

# The launcher runs this, and does without `pathlib`: 4 ms at every start.
# ruff: noqa: PTH118

from __future__ import annotations

import contextlib
import json
import os
import socket
import time

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

    from deskhand.sandbox.plan import Common

CONTROL: Final = "control.sock"
_PATIENCE = 2.0
_END = b"end\n"


class Host:
    """The process that the sandbox is for: there, gone, or followed by another one."""

    def __init__(self, plan: Common, control: socket.socket) -> None:
        self._control: socket.socket | None = control
        self._patience = plan["patience"] if plan["lifetime"] == "kept" else 0.0
        self._until = 0.0
        self._greeting: dict[str, object] = {}
        self._network: list[int] = []
        """Doors of the sandbox's network. Kept here too: a host that dies must not close them for the next one."""
        self._door: socket.socket | None = None
        self._session = plan["session"]
        if plan["lifetime"] == "kept":
            self._open(plan["session"])

    def _open(self, folder: str) -> None:
        self._door = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self._door.bind(os.path.join(folder, CONTROL))
        self._door.listen(4)

    def greet(self, greeting: dict[str, object], network: list[int]) -> None:
        self._greeting, self._network = greeting, network
        if self._control is not None:
            send(self._control, greeting, network)

    def about(self) -> dict[str, object]:
        """Whether somebody drives the sandbox, and for how long it waits without."""
        return {"driven": self._control is not None, "patience": self._patience, "waits": self.waits()}

    def keep(self, patience: float) -> None:
        """From now on the sandbox outlives a host that dies."""
        self._patience = patience
        if self._door is None:
            self._open(self._session)

    def descriptors(self) -> list[int]:
        """What is to be listened to."""
        return [each.fileno() for each in (self._control, self._door) if each is not None]

    def waits(self) -> float | None:
        """For how many more seconds we may be without a host; None while there is one."""
        return None if self._control is not None else max(0.0, self._until - time.monotonic())

    def wants_end(self, ready: set[int]) -> bool:
        """Hear what was said; whether the sandbox is to end now."""
        if self._control is not None and self._control.fileno() in ready:
            try:
                heard = self._control.recv(len(_END))
            except ConnectionError:
                heard = b""
            if heard == _END:
                return True
            if not heard:
                self._control.close()
                self._control = None
                self._until = time.monotonic() + self._patience
        if self._door is not None and self._door.fileno() in ready:
            self._open_door(self._door)
        return self.waits() == 0

    def _open_door(self, door: socket.socket) -> None:
        caller, _address = door.accept()
        caller.settimeout(_PATIENCE)
        if self._control is None:
            send(caller, self._greeting, self._network)
            caller.settimeout(None)
            self._control = caller
        else:
            send(caller, {"event": "taken"})
            caller.close()

    def say_last(self, ending: dict[str, object]) -> None:
        if self._control is not None:
            self._control.settimeout(_PATIENCE)  # a host that no longer listens must not keep us
            send(self._control, ending)


def send(control: socket.socket, message: dict[str, object], descriptors: list[int] | None = None) -> None:
    data = json.dumps(message).encode() + b"\n"
    with contextlib.suppress(OSError):
        sent = socket.send_fds(control, [data], descriptors) if descriptors else 0
        control.sendall(data[sent:])
