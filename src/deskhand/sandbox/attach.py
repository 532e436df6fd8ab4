"""Taking over a sandbox whose host has died: a run that was cut off goes on at the desk as it was left.

Its launcher waits at a socket in the session folder, which only the same user can enter. One host at a time: while
the first one lives, nobody else gets in.
"""

from __future__ import annotations

import asyncio
import os
import select
import signal
import socket
import struct

from deskhand.sandbox import greeting, host, session
from deskhand.sandbox.held import HeldSandbox, doors_of
from deskhand.sandbox.interface import SandboxError
from deskhand.sandbox.vm import provider as machines
from deskhand.sandbox.vm.machine_sandbox import MachineSandbox

_LIMIT = 5.0


class NothingKept(SandboxError):
    """No sandbox waits under that name: it has ended, or was never to be kept."""


async def attach(name: str) -> HeldSandbox:
    """The sandbox that was started as ``keep_as=name``.

    `NothingKept` when it is gone, `SandboxError` when its host is still there.
    """
    folder = await asyncio.to_thread(session.find, name)
    if folder is None:
        raise NothingKept("The desktop is gone: it waits for ten minutes after a crash, and no longer.")
    line = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    try:
        line.connect(str(folder / host.CONTROL))
        process, _user, _group = struct.unpack("iii", line.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, 12))
        held = _Launcher(process)
        line.setblocking(False)
    except OSError as error:
        line.close()
        raise NothingKept(f"The desktop is gone ({error.strerror}).") from None
    descriptors: list[int] = []
    try:
        message, descriptors = await asyncio.wait_for(greeting.receive(line), _LIMIT)
    except TimeoutError:
        message = {}
    if message.get("event") != "started":
        greeting.discard(descriptors)
        line.close()
        if message.get("event") == "taken":
            raise SandboxError("The desktop is in use: the process that started it is still there.")
        raise NothingKept("The desktop is gone: it ended just now.")
    reader, writer = await asyncio.open_connection(sock=line, limit=1 << 20)
    doors = doors_of(message, descriptors)
    found = HeldSandbox(
        folder, str(message.get("mode", "")), message["init"], message["limits"], doors, held, reader, writer
    )
    return MachineSandbox.of(found) if machines.is_machine(folder) else found


class _Launcher:
    """A launcher that is not our child; the descriptor means this process, whoever gets its number later."""

    def __init__(self, process: int) -> None:
        self._handle = os.pidfd_open(process)

    def kill(self) -> None:
        signal.pidfd_send_signal(self._handle, signal.SIGKILL)

    def wait(self) -> None:
        if self._handle >= 0:
            select.select([self._handle], [], [])
            os.close(self._handle)
            self._handle = -1
