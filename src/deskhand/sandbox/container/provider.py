"""The container provider: a desktop in a container of Docker or Podman, from our own image and under our own rules.

The guest, its stream and the gateway are those of every provider. A container has one thing of the host besides the
shared folder: a folder that cannot be written, with the socket at which `init` hands over what it has opened; that
socket is gone before the guest starts. What the engine knows of the outside (names, resolvers, hosts) does not go in.
"""

from __future__ import annotations

import asyncio
import json
import os
from pathlib import Path
from typing import Any

from deskhand.sandbox import held, image, namespaces, session, share
from deskhand.sandbox.container import docker, images, podman, sweep
from deskhand.sandbox.container import engine as engines
from deskhand.sandbox.container.engine import Engine
from deskhand.sandbox.container.init import RESOLVER
from deskhand.sandbox.container.plan import ContainerPlan
from deskhand.sandbox.container.profile import profile
from deskhand.sandbox.container.wanted import HOSTNAME, USER, Wanted
from deskhand.sandbox.held import HeldSandbox, Stay
from deskhand.sandbox.interface import CannotConfine, SandboxError, Spec
from deskhand.sandbox.plan import Loan

_START_LIMIT = 90.0
_FILES = {
    "hostname": f"{HOSTNAME}\n",
    "hosts": f"127.0.0.1 localhost {HOSTNAME}\n::1 localhost {HOSTNAME}\n",
    "resolv.conf": f"nameserver {RESOLVER}\noptions timeout:3 attempts:2\n",
}


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
    await asyncio.to_thread(sweep.now_and_then, engine)

    def plan(made: session.Session) -> ContainerPlan:
        first = session.first_id(made.slot)
        loan = None if shared is None else _loan(engine, first, shared["path"], shared["owner"])
        path = None if shared is None else shared["path"]
        wanted = _wanted(spec, made, made_of, argv or _guest(spec), path)
        ours: ContainerPlan = {
            "id": made.id,
            "mode": name,
            "lifetime": stay.lifetime,
            "patience": stay.patience,
            "session": str(made.folder),
            "engine": [*engine.words],
            "environment": engine.environment,
            "command": [],
            "create": None,
            "container": wanted.name,
            "limits": namespaces.limit_plan(spec.limits),
            "network": None if spec.ports is None else {"ports": list(spec.ports)},
            "loan": loan,
        }
        if name == "podman":
            ours["command"] = podman.run(engine, wanted, first)
        else:
            ours["create"] = {"socket": engine.socket, "name": wanted.name, "body": docker.body(wanted)}
            ours["command"] = [*engine.words, "start", "--attach", wanted.name]
        return ours

    return await held.hold(
        spec,
        stay,
        lambda _made: namespaces.launcher(image.Image((), image.system_python())),
        plan,
        start_limit=_START_LIMIT,
        failure=_failure,
    )


def _wanted(spec: Spec, made: session.Session, made_of: str, argv: list[str], shared: str | None) -> Wanted:
    host = made.folder / "host"
    for folder in (host, host / "call"):  # nobody else on this machine gets as far as here
        folder.mkdir()
        folder.chmod(0o755)
    for name, text in _FILES.items():
        (host / name).write_text(text)
        (host / name).chmod(0o644)
    rules = made.folder / "seccomp.json"
    rules.write_text(json.dumps(profile(namespaces.architecture())))
    ports = [] if spec.ports is None else ["--ports", ",".join(map(str, spec.ports))]
    words = [image.system_python(), "-I", "-S", images.INIT, *ports, "--", *argv]
    environment = namespaces.environment(spec) | {"OPENBLAS_NUM_THREADS": "1"}
    return Wanted(made.id, made_of, words, environment, spec.limits, host, rules, shared, tuple(_FILES))


def _guest(spec: Spec) -> list[str]:
    words = namespaces.guest(spec, image.system_python())
    return words[words.index("init") + 1 :]  # it is our own `init` that waits here


def _loan(engine: Engine, first: int, path: str, owner: tuple[int, int]) -> Loan | None:
    """The shared folder as something to lend, where the user inside is another than its owner."""
    user = {"podman": first + USER, "docker": USER}[engine.name]
    if engine.rootless or owner[0] == user:
        return None
    if os.geteuid() == 0:
        return {"path": path, "owner": owner, "borrower": user}
    raise SandboxError(
        f"The shared folder {path} belongs to the user {owner[0]}, and in a container of Docker programs are the user "
        f"{user}, who could not write it. Choose --sandbox podman or namespaces, or a folder of that user."
    )


def _failure(message: dict[str, Any], folder: Path) -> SandboxError:
    error = str(message.get("error", ""))
    images.forget()
    if not message:
        log = folder / "launcher.log"
        last = engines.last_words(log.read_text(errors="replace")) if log.exists() else ""
        return SandboxError(f"The process that holds the container died while starting it: {last}")
    if "hybrid mode" in error:
        return CannotConfine(
            "This machine mounts both versions of control groups, and Podman's runtime (crun) starts nothing there. "
            "Install the other one: sudo apt-get install runc"
        )
    return SandboxError(f"The container did not start: {error}")
