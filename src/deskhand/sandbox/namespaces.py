"""The namespace provider: walls of the Linux kernel alone, with no engine, no daemon and no set-uid helper.

A desktop stands behind user, mount, PID, IPC, UTS, network and cgroup namespaces, on an overlay over a read-only
image, without capabilities or a way to gain any, and under a system-call filter. What the machine does not allow is
said with its remedy, and nothing is started: walls are never left out.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import platform
import socket
import subprocess
import time
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Protocol

from deskhand.sandbox import description, diagnose, greeting, image, session, share, store, sweep
from deskhand.sandbox.filter import compile_filter
from deskhand.sandbox.gateway.doors import Doors
from deskhand.sandbox.interface import IdMode, Limits, Sandbox, SandboxError, Spec
from deskhand.sandbox.plan import IdMap, Lifetime, Plan
from deskhand.sandbox.pressure import Pressure, news, of, read

_LAUNCHER = Path(__file__).with_name("launcher.py")
_START_LIMIT = 20.0  # seconds; it takes 0.06, but a loaded machine must not be mistaken for a broken one
_END_LIMIT = 5.0
PATIENCE = 600.0
"""Seconds that a kept sandbox waits for another host: time for a person to notice a crash and to resume."""
_PATH = "/usr/local/bin:/usr/bin:/bin:/usr/games"


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
class NamespaceSandbox:
    """One running sandbox, held by its launcher process."""

    folder: Path
    mode: IdMode
    init: int
    """Process id of PID 1 inside, as the host sees it."""
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


async def start(
    spec: Spec,
    *,
    argv: list[str] | None = None,
    lifetime: Lifetime = "host",
    keep_as: str = "",
    patience: float = PATIENCE,
) -> NamespaceSandbox:
    """Build the walls and start the guest inside, or ``argv`` in its place.

    With lifetime ``kept`` the sandbox outlives a host that dies, and another one finds it by the name ``keep_as`` (see
    `deskhand.sandbox.attach`) for ``patience`` seconds.

    `CannotConfine` when this machine cannot build them, `SandboxError` for anything else that failed.
    """
    if argv is None and (missing := diagnose.missing_server(spec.display)) is not None:
        raise missing.error()
    ready = await asyncio.to_thread(image.prepare)
    await asyncio.to_thread(store.collect)
    _refuse_impossible(spec.limits)
    if not spec.base:
        return await _start(spec, None, ready, argv, lifetime, keep_as, patience)
    base = store.find(spec.base)
    held = store.hold(base)
    try:
        return await _start(spec, base, ready, argv, lifetime, keep_as, patience)
    finally:
        os.close(held)  # the launcher holds it now


async def _start(
    spec: Spec,
    base: store.Snapshot | None,
    ready: image.Image,
    argv: list[str] | None,
    lifetime: Lifetime,
    keep_as: str,
    patience: float,
) -> NamespaceSandbox:
    # In one go with the launch: what is interrupted between would be left behind.
    made = _new_session(
        {
            "host": os.getpid(),
            "lifetime": lifetime,
            "keep_as": keep_as,
            "made": time.time(),
            "base": "" if base is None else base.id,
            "spec": description.to_data(spec if base is None else replace(spec, base=base.id)),
        }
    )
    ours, theirs = socket.socketpair()
    try:
        plan = _plan(spec, base, made, ready, argv or _guest(spec, ready), lifetime, patience)
        launcher = _launch(ready.python, theirs, made)
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
        await asyncio.get_running_loop().sock_sendall(ours, json.dumps(plan).encode() + b"\n")
        message, descriptors = await asyncio.wait_for(greeting.receive(ours), _START_LIMIT)
        if message.get("event") != "started":
            raise diagnose.failure(message, made.folder)
        reader, writer = await asyncio.open_connection(sock=ours, limit=1 << 20)
    except BaseException as error:
        greeting.discard(descriptors)
        if writer is None:
            ours.close()
        else:
            writer.transport.abort()
        launcher.kill()
        launcher.wait()
        sweep.clear(made.folder)
        if isinstance(error, TimeoutError):
            late = f"The sandbox did not start within {_START_LIMIT:.0f} s: this machine is overloaded."
            raise SandboxError(late) from None
        raise
    doors = doors_of(message, descriptors)
    return NamespaceSandbox(
        made.folder, plan["mode"], message["init"], message["limits"], doors, launcher, reader, writer
    )


def doors_of(message: dict[str, Any], descriptors: list[int]) -> Doors | None:
    """From the launcher's greeting."""
    return Doors.take(descriptors, message["ports"]) if descriptors else None


def _refuse_impossible(limits: Limits) -> None:
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


def _launch(python: str, control: socket.socket, made: session.Session) -> subprocess.Popen[bytes]:
    with (made.folder / "launcher.log").open("wb") as log:
        return subprocess.Popen(
            [python, "-I", "-S", str(_LAUNCHER)],
            env={},
            cwd="/",
            stdin=control.fileno(),
            stdout=log,
            stderr=log,
            pass_fds=[made.lock],
            start_new_session=True,
        )


def _guest(spec: Spec, ready: image.Image) -> list[str]:
    guest = [ready.python, "-P", "-m", "deskhand.desktop.guest", "--listen-fd", "3", "--view-fd", "4"]
    guest += ["--size", f"{spec.size.width}x{spec.size.height}", "--display", spec.display]
    # PID 1 is a small shell that waits: it takes up orphans, which the guest, busy with its own children, must not.
    # In the foreground, because a shell starts background programs with SIGINT ignored; and not as the last command,
    # because it would become that.
    # The guest computes on small pictures: a thread of OpenBLAS for each core would only cost memory and processes.
    return ["/bin/sh", "-c", 'OPENBLAS_NUM_THREADS=1 "$@"; exit $?', "init", *guest]


def _plan(
    spec: Spec,
    base: store.Snapshot | None,
    made: session.Session,
    ready: image.Image,
    argv: list[str],
    lifetime: Lifetime,
    patience: float,
) -> Plan:
    root = os.geteuid() == 0
    first = session.first_id(made.slot)
    limits = spec.limits
    shared = None if spec.share is None else share.plan(spec.share)
    uid_map: list[IdMap] = [{"inside": 0, "outside": first, "count": 65536}]
    gid_map = uid_map
    if not root:
        uid_map = [{"inside": 1000, "outside": os.geteuid(), "count": 1}]
        gid_map = [{"inside": 1000, "outside": os.getegid(), "count": 1}]
    return {
        "id": made.id,
        "mode": "range" if root else "single",
        "lifetime": lifetime,
        "patience": patience,
        "session": str(made.folder),
        "locks": [*(str(layer.lock) for layer in ready.layers), *([] if base is None else [str(base.lock)])],
        "uid_map": uid_map,
        "gid_map": gid_map,
        "layers": [str(layer.path) for layer in ready.layers],
        "snapshot": None if base is None else {"path": str(base.layer), "first_id": store.first_id()},
        "share": shared,
        "limits": {
            "memory": limits.memory,
            "processes": limits.processes,
            "cpus": limits.cpus,
            "disk": limits.disk,
            "open_files": limits.open_files,
        },
        "memory_per_process": False,
        "processes_by_rlimit": False,
        "network": None if spec.ports is None else {"ports": list(spec.ports)},
        "argv": argv,
        "environment": {
            "PATH": _PATH,
            "HOME": "/home/user",
            "USER": "user",
            "LOGNAME": "user",
            "SHELL": "/bin/bash",
            "LANG": spec.language,
            "XDG_RUNTIME_DIR": "/run/user/1000",
            "PYTHONPATH": f"/{image.PAYLOAD}",
        },
        "filter": compile_filter(_architecture()).hex(),
    }


def _architecture() -> Any:
    machine = platform.machine()
    if machine not in ("x86_64", "aarch64"):
        raise diagnose.unsupported_machine(machine)
    return machine


async def read_message(reader: asyncio.StreamReader) -> dict[str, Any]:
    """The launcher's next message; empty when it died without one."""
    try:
        line = await reader.readline()
        message = json.loads(line) if line else {}
    except (OSError, ValueError):
        message = {}
    return message if isinstance(message, dict) else {}


def _conforms(sandbox: NamespaceSandbox) -> Sandbox:
    return sandbox
