"""The namespace provider: walls of the Linux kernel alone, with no engine, no daemon and no set-uid helper.

A desktop stands behind user, mount, PID, IPC, UTS, network and cgroup namespaces, on an overlay over a read-only
image, without capabilities or a way to gain any, and under a system-call filter. What the machine does not allow is
said with its remedy, and nothing is started: walls are never left out.
"""

from __future__ import annotations

import asyncio
import os
import platform
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from deskhand.sandbox import diagnose, held, idmaps, image, session, share, store
from deskhand.sandbox.filter import compile_filter
from deskhand.sandbox.held import Ended as Ended
from deskhand.sandbox.held import HeldSandbox, Stay
from deskhand.sandbox.interface import Limits, SandboxError, Spec
from deskhand.sandbox.plan import IdMap, Lifetime, LimitPlan, Plan

_LAUNCHER = Path(__file__).with_name("launcher.py")
_DEVICE_GROUP = 65000
"""The id inside of a group of the host; no other group has it."""
_PATH = "/usr/local/bin:/usr/bin:/bin:/usr/games"


async def start(
    spec: Spec,
    *,
    argv: list[str] | None = None,
    lifetime: Lifetime = "host",
    keep_as: str = "",
    patience: float = held.PATIENCE,
) -> HeldSandbox:
    """Build the walls and start the guest inside, or ``argv`` in its place.

    With lifetime ``kept`` the sandbox outlives a host that dies, and another one finds it by the name ``keep_as`` (see
    `deskhand.sandbox.attach`) for ``patience`` seconds.

    `CannotConfine` when this machine cannot build them, `SandboxError` for anything else that failed.
    """
    if argv is None and (missing := diagnose.missing_server(spec.display)) is not None:
        raise missing.error()
    ready = await asyncio.to_thread(image.prepare)
    await asyncio.to_thread(store.collect)
    held.refuse_impossible(spec.limits)
    stay = Stay(lifetime, keep_as, patience)
    if not spec.base:
        return await _start(spec, None, ready, argv, stay)
    base = store.find(spec.base)
    if base.kind != "files":
        raise SandboxError(f"The snapshot {base} is a virtual machine: start from it with --sandbox vm.")
    kept = store.hold(base)
    try:
        return await _start(spec, base, ready, argv, stay)
    finally:
        os.close(kept)  # the launcher holds it now


async def _start(
    spec: Spec, base: store.Snapshot | None, ready: image.Image, argv: list[str] | None, stay: Stay
) -> HeldSandbox:
    return await held.hold(
        spec if base is None else replace(spec, base=base.id),
        stay,
        lambda _made: launcher(ready),
        lambda made: plan(spec, base, made, ready, argv or guest(spec, ready.python), stay),
        base="" if base is None else base.id,
    )


def guest(spec: Spec, python: str) -> list[str]:
    """The program inside, for any provider: descriptors 3 and 4 are its sockets."""
    words = [python, "-P", "-m", "deskhand.desktop.guest", "--listen-fd", "3", "--view-fd", "4"]
    words += ["--size", f"{spec.size.width}x{spec.size.height}", "--display", spec.display]
    # PID 1 is a small shell that waits: it takes up orphans, which the guest, busy with its own children, must not.
    # In the foreground, because a shell starts background programs with SIGINT ignored; and not as the last command,
    # because it would become that.
    # The guest computes on small pictures: a thread of OpenBLAS for each core would only cost memory and processes.
    return ["/bin/sh", "-c", 'OPENBLAS_NUM_THREADS=1 "$@"; exit $?', "init", *words]


def launcher(ready: image.Image) -> list[str]:
    """The words of its command line."""
    return [ready.python, "-I", "-S", str(_LAUNCHER)]


def plan(
    spec: Spec,
    base: store.Snapshot | None,
    made: session.Session,
    ready: image.Image,
    argv: list[str],
    stay: Stay,
    *,
    sockets: Sequence[str] = ("guest.sock", "view.sock"),
    devices: Sequence[str] = (),
    group: int = 0,
) -> Plan:
    """What the launcher is to do. The program inside listens at ``sockets``, its descriptors from 3 on.

    With ``group``, a group of the host, it may use the ``devices`` that belong to that. Never root's: 0 is none.
    """
    root = os.geteuid() == 0
    first = session.first_id(made.slot)
    shared = None if spec.share is None else share.plan(spec.share)
    uid_map: list[IdMap] = [{"inside": 0, "outside": first, "count": 65536}]
    gid_map = uid_map
    if not root:
        uid_map = [{"inside": 1000, "outside": os.geteuid(), "count": 1}]
        gid_map = [{"inside": 1000, "outside": os.getegid(), "count": 1}]
    elif group:
        gid_map = idmaps.with_own_id(first, _DEVICE_GROUP, group)
    return {
        "id": made.id,
        "mode": "range" if root else "single",
        "lifetime": stay.lifetime,
        "patience": stay.patience,
        "session": str(made.folder),
        "locks": [*(str(layer.lock) for layer in ready.layers), *([] if base is None else [str(base.lock)])],
        "uid_map": uid_map,
        "gid_map": gid_map,
        "layers": [str(layer.path) for layer in ready.layers],
        "snapshot": None if base is None else {"path": str(base.layer), "first_id": store.first_id()},
        "share": shared,
        "limits": limit_plan(spec.limits),
        "memory_per_process": False,
        "processes_by_rlimit": False,
        "network": None if spec.ports is None else {"ports": list(spec.ports)},
        "devices": list(devices),
        "groups": [_DEVICE_GROUP] if root and group else [],
        "sockets": list(sockets),
        "argv": argv,
        "environment": environment(spec),
        "filter": compile_filter(architecture()).hex(),
    }


def limit_plan(limits: Limits) -> LimitPlan:
    return {
        "memory": limits.memory,
        "processes": limits.processes,
        "cpus": limits.cpus,
        "disk": limits.disk,
        "open_files": limits.open_files,
    }


def environment(spec: Spec) -> dict[str, str]:
    """All of it that programs inside begin with, for any provider."""
    return {
        "PATH": _PATH,
        "HOME": "/home/user",
        "USER": "user",
        "LOGNAME": "user",
        "SHELL": "/bin/bash",
        "LANG": spec.language,
        "XDG_RUNTIME_DIR": "/run/user/1000",
        "PYTHONPATH": f"/{image.PAYLOAD}",
    }


def architecture() -> Any:
    machine = platform.machine()
    if machine not in ("x86_64", "aarch64"):
        raise diagnose.unsupported_machine(machine)
    return machine
