"""Docker and Podman by their own commands: one place that knows what they are called and what they answer.

The commands, not their HTTP interface: they know the user's contexts, sockets and stores, and Podman has no server.
Nothing of our environment goes along but what tells them where their engine is.
"""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeAlias, get_args

from deskhand.sandbox import cgroups
from deskhand.sandbox.interface import CannotConfine, SandboxError

EngineName: TypeAlias = Literal["docker", "podman"]
NAMES: tuple[EngineName, ...] = get_args(EngineName)

_PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
_HANDED_ON = re.compile(r"HOME|USER|XDG_\w+|DOCKER_\w+|CONTAINER_\w+|CONTAINERS_\w+|DBUS_SESSION_BUS_ADDRESS|TMPDIR")
_SECRET = re.compile(r"PASSWORD|TOKEN|KEY|AUTH")
_REMOTE = ("tcp://", "ssh://", "http://", "https://")
_PATIENCE = 120.0


@dataclass(frozen=True, slots=True)
class Engine:
    name: EngineName
    words: tuple[str, ...]
    """Its command, and options that go before all others."""
    environment: dict[str, str]
    socket: str = ""
    """Of Docker's engine."""

    def run(self, *words: str, patience: float = _PATIENCE) -> str:
        """What the command wrote to its standard output. `SandboxError` has what it wrote to the other."""
        try:
            done = subprocess.run(
                [*self.words, *words],
                env=self.environment,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                text=True,
                errors="replace",
                timeout=patience,
                check=False,
            )
        except subprocess.TimeoutExpired:
            raise SandboxError(f"`{self.name} {words[0]}` has not ended within {patience:.0f} s.") from None
        if done.returncode:
            raise SandboxError(f"`{self.name} {words[0]}` failed: {last_words(done.stderr)}")
        return done.stdout

    def remove(self, container: str) -> None:
        """End a container, if there still is one."""
        force = ("--time", "0") if self.name == "podman" else ()
        subprocess.run(
            [*self.words, "rm", "--force", *force, container],
            env=self.environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_PATIENCE,
            check=False,
        )

    @property
    def rootless(self) -> bool:
        """Whether containers run as the caller's own ids."""
        return self.name == "podman" and os.geteuid() != 0


def last_words(text: str) -> str:
    lines = [line.strip() for line in text.splitlines() if line.strip() and "--help'" not in line]
    return " ".join(lines[-3:])[-600:] or "it did not say why."


def environment() -> dict[str, str]:
    """Where the caller's engine is, and no more."""
    told = {name: value for name, value in os.environ.items() if _HANDED_ON.fullmatch(name)}
    return {name: value for name, value in told.items() if not _SECRET.search(name)} | {"PATH": _PATH}


def find(name: EngineName) -> Engine:
    """The engine, if it answers. `CannotConfine` says what to do where it does not."""
    program = shutil.which(name, path=_PATH)
    if program is None:
        package = {"docker": "docker.io", "podman": "podman"}[name]
        raise CannotConfine(f"{name} is not installed: sudo apt-get install {package}")
    engine = Engine(name, (program,), environment())
    return _docker(engine) if name == "docker" else _podman(engine)


def _docker(engine: Engine) -> Engine:
    address = _address(engine)
    if address.startswith(_REMOTE):
        raise CannotConfine(
            f"Docker's engine is at {address}: it has to run on this machine, because a desktop's network is handed "
            "over from the container to deskhand. Set DOCKER_HOST to the socket of an engine here."
        )
    path = address.removeprefix("unix://")
    try:
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as line:
            line.settimeout(5)
            line.connect(path)
    except PermissionError:
        raise CannotConfine(
            "This user may not speak to Docker's engine. Who may is as powerful as root; to allow it: "
            'sudo usermod -aG docker "$USER", and log in again. Or choose --sandbox podman or namespaces.'
        ) from None
    except OSError:
        raise CannotConfine(
            f"No Docker engine is running at {address}. Start it: sudo systemctl start docker (or sudo dockerd), or "
            "say in DOCKER_HOST where it is. `docker` itself is only the client."
        ) from None
    return Engine(engine.name, engine.words, engine.environment | {"DOCKER_HOST": address}, path)


def _address(engine: Engine) -> str:
    """As the command finds it: from its environment, or else from the context in use."""
    told = engine.environment.get("DOCKER_HOST", "")
    if told or not (Path(engine.environment.get("HOME", "/")) / ".docker/config.json").exists():
        return told or "unix:///var/run/docker.sock"
    return engine.run("context", "inspect", "--format", "{{.Endpoints.docker.Host}}", patience=20).strip()


def _podman(engine: Engine) -> Engine:
    # crun, Podman's usual runtime, starts nothing where both versions of control groups are mounted; runc does.
    mixed = Path("/sys/fs/cgroup/unified").is_dir() or (os.geteuid() == 0 and cgroups.find_parents()[0] == 1)
    runtime = shutil.which("runc", path=_PATH)
    if mixed and runtime is not None:
        engine = Engine(engine.name, (*engine.words, "--runtime", runtime), engine.environment)
    try:
        engine.run("version", patience=20)
    except SandboxError as error:
        raise CannotConfine(f"Podman does not work for this user: {error}") from None
    return engine
