"""The container provider: a desktop in a container of Docker or Podman, from our own image and under our own rules.

Of the engine's choices none is left to it: no network, no capability, no way to gain one, our list of system calls, a
root that cannot be written, files in memory of a fixed size, and an ordinary user. What the engine knows of the
outside (names, resolvers, hosts) does not go in.

The guest, its stream and the gateway are those of every provider. A container has one thing of the host besides the
shared folder: a folder that cannot be written, with the socket at which `init` hands over what it has opened; that
socket is gone before the guest starts.
"""

from __future__ import annotations

import asyncio
import json
import os
import resource
from pathlib import Path
from typing import Any

from deskhand.sandbox import held, image, namespaces, session, share
from deskhand.sandbox.container import engine as engines
from deskhand.sandbox.container import images, sweep
from deskhand.sandbox.container.engine import Engine
from deskhand.sandbox.container.init import RESOLVER
from deskhand.sandbox.container.plan import ContainerPlan
from deskhand.sandbox.container.profile import profile
from deskhand.sandbox.held import HeldSandbox, Stay
from deskhand.sandbox.interface import CannotConfine, Limits, SandboxError, Spec
from deskhand.sandbox.plan import Loan

HOSTNAME = "desktop"
USER = 1000
_START_LIMIT = 90.0
_FILES = {
    "hostname": f"{HOSTNAME}\n",
    "hosts": f"127.0.0.1 localhost {HOSTNAME}\n::1 localhost {HOSTNAME}\n",
    "resolv.conf": f"nameserver {RESOLVER}\noptions timeout:3 attempts:2\n",
}
# What may be written, with its share of the limit on the disk in sixteenths: one size cannot hold for several folders.
_SCRATCH = {"/home/user": 8, "/tmp": 5, "/run/user/1000": 1, "/var/tmp": 1, "/dev/shm": 1}
_MODES = {"/home/user": "755", "/tmp": "1777", "/run/user/1000": "700", "/var/tmp": "1777"}
_ITS_USERS = ("/home/user", "/run/user/1000")


async def start(spec: Spec, stay: Stay, *, argv: list[str] | None = None) -> HeldSandbox:
    """Start a container with the guest in it, or ``argv`` in its place.

    `CannotConfine` when there is no engine or no image, `SandboxError` for anything else that failed.
    """
    if spec.provider not in ("docker", "podman"):
        raise SandboxError(f"{spec.provider} is no container engine.")
    if spec.base:
        raise SandboxError(
            "A desktop in a container cannot begin with a snapshot: its files lie in memory that only the engine can "
            "reach. Leave --sandbox out, or the snapshot."
        )
    held.refuse_impossible(spec.limits)
    shared = None if spec.share is None else share.plan(spec.share)
    name = spec.provider
    engine = await asyncio.to_thread(engines.find, name)
    made_of = await asyncio.to_thread(images.ready, engine)
    await asyncio.to_thread(sweep.sweep, engine)

    def plan(made: session.Session) -> ContainerPlan:
        host = _prepare(made)
        first, loan = USER, None
        if shared is not None:
            first, loan = _owner(engine, made, shared["path"], shared["owner"])
        words = _command(engine, spec, made, host, made_of, argv or _guest(spec), first, shared)
        return {
            "id": made.id,
            "mode": name,
            "lifetime": stay.lifetime,
            "patience": stay.patience,
            "session": str(made.folder),
            "engine": [*engine.words],
            "environment": engine.environment,
            "command": words,
            "container": _name(made),
            "limits": namespaces.limit_plan(spec.limits),
            "network": None if spec.ports is None else {"ports": list(spec.ports)},
            "loan": loan,
        }

    return await held.hold(
        spec,
        stay,
        lambda _made: namespaces.launcher(image.Image((), image.system_python())),
        plan,
        start_limit=_START_LIMIT,
        failure=_failure,
    )


def _name(made: session.Session) -> str:
    return f"deskhand-{made.id}"


def _prepare(made: session.Session) -> Path:
    """The folder that shows inside, read-only: nobody else on this machine gets as far as it."""
    host = made.folder / "host"
    host.mkdir(mode=0o755)
    for name, text in _FILES.items():
        (host / name).write_text(text)
        (host / name).chmod(0o644)
    host.chmod(0o755)
    rules = made.folder / "seccomp.json"
    rules.write_text(json.dumps(profile(namespaces.architecture())))
    return host


def _owner(engine: Engine, made: session.Session, path: str, owner: tuple[int, int]) -> tuple[int, Loan | None]:
    """What the user inside is on this machine, and the folder that has to be lent to it to be writable there."""
    if engine.rootless:
        return os.geteuid(), None
    user = session.first_id(made.slot) + USER if _own_ids(engine) else USER
    if owner[0] == user:
        return user, None
    if os.geteuid() == 0:
        return user, {"path": path, "owner": owner, "borrower": user}
    raise SandboxError(
        f"The shared folder {path} belongs to the user {owner[0]}, and on this machine a program in a container of "
        f"Docker is the user {user}, who could not write it. Choose --sandbox podman or namespaces, or a folder of "
        "that user."
    )


def _own_ids(engine: Engine) -> bool:
    """Whether each container gets 65,536 ids of its own, which are nobody's on this machine."""
    return engine.name == "podman" and os.geteuid() == 0


def _guest(spec: Spec) -> list[str]:
    words = namespaces.guest(spec, image.system_python())
    return [*words[words.index("init") + 1 :]]  # `init` is what waits here


def _command(
    engine: Engine,
    spec: Spec,
    made: session.Session,
    host: Path,
    made_of: str,
    argv: list[str],
    user: int,
    shared: Any,
) -> list[str]:
    limits = spec.limits
    words = [*engine.words, "run", "--rm", "--pull=never", "--name", _name(made)]
    words += ["--label", f"{engines.LABEL}={made.id}", "--hostname", HOSTNAME, "--log-driver", "none"]
    words += ["--network", "none", "--cap-drop", "ALL", "--security-opt", "no-new-privileges", "--read-only"]
    words += ["--security-opt", f"seccomp={made.folder / 'seccomp.json'}", "--ipc", "private", "--cgroupns", "private"]
    words += ["--user", f"{USER}:{USER}", "--workdir", "/", "--oom-score-adj", "500"]
    words += ["--sysctl", "net.ipv4.ip_unprivileged_port_start=0"]
    words += _limits(limits)
    for target, mode in _MODES.items():
        words += _memory_folder(engine, target, mode, limits.disk * _SCRATCH[target] // 16)
    words += ["--volume", f"{host}:/run/host:ro"]
    words += [word for name in _FILES for word in ("--volume", f"{host / name}:/etc/{name}:ro")]
    if shared is not None:
        words += ["--volume", f"{shared['path']}:/home/user/Shared:rw"]
    if engine.name == "podman":
        words += ["--read-only-tmpfs=false", "--image-volume=ignore", "--no-healthcheck"]
        if engine.rootless:
            words += ["--userns", f"keep-id:uid={USER},gid={USER}"]
        elif _own_ids(engine):
            first = session.first_id(made.slot)
            words += ["--uidmap", f"0:{first}:65536", "--gidmap", f"0:{first}:65536"]
    for key, value in namespaces.environment(spec).items():
        words += ["--env", f"{key}={value}"]
    words += ["--env", "OPENBLAS_NUM_THREADS=1"]
    ports = [] if spec.ports is None else ["--ports", ",".join(map(str, spec.ports))]
    return [*words, made_of, image.system_python(), "-I", "-S", images.INIT, *ports, "--", *argv]


def _memory_folder(engine: Engine, target: str, mode: str, size: int) -> list[str]:
    if target in _ITS_USERS and engine.name == "podman":
        return ["--mount", f"type=tmpfs,destination={target},tmpfs-size={size},tmpfs-mode={mode},exec,U=true"]
    own = f",uid={USER},gid={USER}" if target in _ITS_USERS else ""
    return ["--tmpfs", f"{target}:rw,nosuid,nodev,exec,size={size},mode={mode}{own}"]


def _limits(limits: Limits) -> list[str]:
    words = ["--memory", str(limits.memory), "--memory-swap", str(limits.memory)]
    words += ["--pids-limit", str(limits.processes), "--shm-size", str(limits.disk * _SCRATCH["/dev/shm"] // 16)]
    # A core file of size 1: at 0 the machine's own handler of core files would still run.
    words += ["--ulimit", f"nofile={limits.open_files}:{limits.open_files}", "--ulimit", "core=1:1"]
    # Engines raise this one by themselves, which not every root may. It counts all processes of a user, with Docker
    # those of other desktops too: the cgroup is what limits.
    hard = resource.getrlimit(resource.RLIMIT_NPROC)[1]
    most = max(8192, 2 * limits.processes) if hard == resource.RLIM_INFINITY else min(8192, hard)
    words += ["--ulimit", f"nproc={most}:{most}"]
    return words if limits.cpus is None else [*words, "--cpus", f"{limits.cpus:.2f}"]


def _failure(message: dict[str, Any], folder: Path) -> SandboxError:
    error = str(message.get("error", ""))
    if not message:
        return SandboxError("The process that holds the container died while starting it.")
    if "hybrid mode" in error:
        return CannotConfine(
            "This machine mounts both versions of control groups, and Podman's runtime (crun) starts nothing there. "
            "Install the other one: sudo apt-get install runc"
        )
    return SandboxError(f"The container did not start: {error}")
