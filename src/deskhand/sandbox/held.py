"""A sandbox and the process that holds it, whatever its walls are made of.

Every provider is a launcher: a clean process of its own that builds one sandbox, watches it and ends it. All speak as
`launcher` does: one JSON plan comes in over a socket; out go one line when the guest runs (`plan.Started`, with the
doors of its network as descriptors, or `plan.Failed`) and one when all is over (`plan.Ended`). In its session folder
lie guest.sock and view.sock, and orders.sock for other processes of the same user (see `orders`). So a desktop is
driven, kept, attached to, listed, stopped and swept in one way.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import socket
import subprocess
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from deskhand.sandbox import description, diagnose, greeting, session, sweep
from deskhand.sandbox.gateway.doors import Doors
from deskhand.sandbox.interface import Limits, Sandbox, SandboxError, Spec
from deskhand.sandbox.plan import Lifetime
from deskhand.sandbox.pressure import Pressure, news, of, read

START_LIMIT = 20.0  # seconds; it takes 0.06, but a loaded machine must not be mistaken for a broken one
_END_LIMIT = 5.0
PATIENCE = 600.0
"""Seconds that a kept sandbox waits for another host: time for a person to notice a crash and to resume."""


@dataclass(frozen=True, slots=True)
class Ended:
    """How the program inside ended."""

    code: int
    """Exit status; 128 + signal when a signal ended it."""
    output: str
    """The end of what it wrote to its standard output and error."""
    pressure: Pressure = Pressure()
    """What the limits did to it, as far as somebody counts that here."""

    @property
    def why(self) -> str:
        """Which limit it may have died of, as a sentence; empty when none was met."""
        return " ".join(news(Pressure(), self.pressure))


class LauncherProcess(Protocol):
    """The launcher as a process: our child, or one that an earlier host has left us."""

    def kill(self) -> None: ...

    def wait(self) -> object: ...


@dataclass(slots=True)
class HeldSandbox:
    """One running sandbox, held by its launcher process."""

    folder: Path
    mode: str
    """How it is held: `IdMode`, or the name of an engine or of a machine's kind."""
    init: int
    """Process id of PID 1 inside, as the host sees it; 0 where the host does not see it."""
    limits: dict[str, str]
    """What enforces each limit, or why nothing does."""
    doors: Doors | None
    """Of its network, for a gateway to answer at; None when it has none. Whoever takes them closes them."""
    _launcher: LauncherProcess
    _reader: asyncio.StreamReader
    _writer: asyncio.StreamWriter
    _ended: Ended | None = field(default=None)
    _ending: asyncio.Lock = field(default_factory=asyncio.Lock)

    @property
    def id(self) -> str:
        return self.folder.name

    @property
    def guest_socket(self) -> Path:
        return self.folder / "guest.sock"

    @property
    def view_socket(self) -> Path:
        return self.folder / "view.sock"

    def pressure(self) -> Pressure:
        """How hard it presses against its limits now; when it has ended, what was counted last."""
        if self._ended is not None:
            return self._ended.pressure
        return read(session.read(self.folder, "launcher.json"), self.init)

    async def wait(self) -> Ended:
        """Until the program inside has ended and everything of the sandbox is gone."""
        async with self._ending:
            if self._ended is None:
                message = await read_message(self._reader)
                counts = message.get("counts")
                pressure = of(counts) if isinstance(counts, dict) else Pressure()
                self._ended = Ended(int(message.get("code", 255)), str(message.get("output", "")), pressure)
                self._writer.close()
                await asyncio.to_thread(self._bury)
        return self._ended

    async def destroy(self) -> None:
        """End every process, unmount, remove every file and cgroup of it. May be called twice."""
        if self._ended is None:
            with contextlib.suppress(OSError):
                self._writer.write(b"end\n")
            try:
                await asyncio.wait_for(self.wait(), _END_LIMIT)
            except TimeoutError:
                self._launcher.kill()  # the kernel then kills PID 1 inside
                await self.wait()

    async def leave(self) -> None:
        """Be its host no longer. What is to be kept waits for another; what is not, ends."""
        self._ended = Ended(0, "")
        self._writer.close()
        with contextlib.suppress(OSError):
            await self._writer.wait_closed()

    def _bury(self) -> None:
        """Wait for the launcher, and clear up for one that was killed."""
        self._launcher.wait()
        if self.folder.exists():
            with session.exclusively():
                sweep.clear(self.folder)


@dataclass(frozen=True, slots=True)
class Stay:
    """How long a sandbox lives."""

    lifetime: Lifetime = "host"
    keep_as: str = ""
    """The name under which another process finds it (see `deskhand.sandbox.attach`)."""
    patience: float = PATIENCE
    """Seconds for which a kept one waits for another host."""


async def hold(
    spec: Spec,
    stay: Stay,
    launcher: Callable[[session.Session], list[str]],
    plan: Callable[[session.Session], Mapping[str, object]],
    *,
    base: str = "",
    start_limit: float = START_LIMIT,
    failure: Callable[[dict[str, Any], Path], SandboxError] = diagnose.failure,
) -> HeldSandbox:
    """Have a launcher build what its plan says. ``launcher`` gives the words of its command line.

    ``failure`` turns its ``failed`` message, or its silence, into an error.
    """
    # In one go with the launch: what is interrupted between would be left behind.
    made = _new_session(
        {
            "host": os.getpid(),
            "lifetime": stay.lifetime,
            "keep_as": stay.keep_as,
            "made": time.time(),
            "base": base,
            "spec": description.to_data(spec),
        }
    )
    ours, theirs = socket.socketpair()
    try:
        wanted = plan(made)
        process = _launch(launcher(made), theirs, made)
    except BaseException:
        ours.close()
        os.close(made.lock)
        sweep.clear(made.folder)
        raise
    finally:
        theirs.close()
    os.close(made.lock)
    writer: asyncio.StreamWriter | None = None
    descriptors: list[int] = []
    try:
        ours.setblocking(False)
        await asyncio.get_running_loop().sock_sendall(ours, json.dumps(wanted).encode() + b"\n")
        message, descriptors = await asyncio.wait_for(greeting.receive(ours), start_limit)
        if message.get("event") != "started":
            raise failure(message, made.folder)
        reader, writer = await asyncio.open_connection(sock=ours, limit=1 << 20)
    except BaseException as error:
        greeting.discard(descriptors)
        if writer is None:
            ours.close()
        else:
            writer.transport.abort()
        process.kill()
        process.wait()
        sweep.clear(made.folder)
        if isinstance(error, TimeoutError):
            late = f"The sandbox did not start within {start_limit:.0f} s: this machine is overloaded."
            raise SandboxError(late) from None
        raise
    doors = doors_of(message, descriptors)
    return HeldSandbox(
        made.folder, str(wanted["mode"]), message["init"], message["limits"], doors, process, reader, writer
    )


def doors_of(message: dict[str, Any], descriptors: list[int]) -> Doors | None:
    """From the launcher's greeting."""
    return Doors.take(descriptors, message["ports"], str(message.get("fakes", ""))) if descriptors else None


def refuse_impossible(limits: Limits) -> None:
    """Limits under which not even an empty desktop lives, named now rather than met as a riddle later."""
    least = Limits(memory=32 << 20, processes=8, disk=4 << 20, open_files=64)
    for name in ("memory", "processes", "disk", "open_files"):
        if getattr(limits, name) < getattr(least, name):
            raise SandboxError(
                f"The limit on {name} must be at least {getattr(least, name)}, not {getattr(limits, name)}."
            )
    if limits.cpus is not None and limits.cpus < 0.01:
        raise SandboxError(f"The limit on cpus must be at least 0.01, not {limits.cpus}.")


def _new_session(description: dict[str, Any]) -> session.Session:
    try:
        with session.exclusively() as folder:
            sweep.sweep(folder)
            return session.create(folder, description)
    except OSError as error:
        raise SandboxError(f"The sandbox's session folder cannot be made: {error}.") from None


def _launch(words: list[str], control: socket.socket, made: session.Session) -> subprocess.Popen[bytes]:
    with (made.folder / "launcher.log").open("wb") as log:
        return subprocess.Popen(
            words,
            env={},
            cwd="/",
            stdin=control.fileno(),
            stdout=log,
            stderr=log,
            pass_fds=[made.lock],
            start_new_session=True,
        )


async def read_message(reader: asyncio.StreamReader) -> dict[str, Any]:
    """The launcher's next message; empty when it died without one."""
    try:
        line = await reader.readline()
        message = json.loads(line) if line else {}
    except (OSError, ValueError):
        message = {}
    return message if isinstance(message, dict) else {}


def _conforms(sandbox: HeldSandbox) -> Sandbox:
    return sandbox
