"""What every attempt needs: somebody with something to steal, and a way to make the attempt in a fresh sandbox."""

from __future__ import annotations

import base64
import json
import os
import secrets
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, TypeAlias

import pytest
import pytest_asyncio
from tests.container.engine import Kind
from tests.escape import weak
from tests.escape.probe import Probe
from tests.escape.providers import ContainerProvider, NamespaceProvider, PlainUserProvider, Provider

from deskhand.sandbox import image, namespaces, syscall_table
from deskhand.sandbox.interface import Spec
from deskhand.sandbox.namespaces import Ended

HERE = Path(__file__).parent
HAND = (HERE / "hand.py").read_text()
NEIGHBOUR = (HERE / "neighbour.py").read_text()

State: TypeAlias = Literal[
    "held",
    "through",
    "broken",  # the attempt itself is wrong, or its sandbox died of it: nothing is proved
]

# Calls that the filter's table leaves out, because leaving out is how it refuses them.
_UNLISTED = {
    "x86_64": {"io_uring_setup": 425, "open_tree": 428, "move_mount": 429, "fsopen": 430, "fspick": 433},
    "aarch64": {"io_uring_setup": 425, "open_tree": 428, "move_mount": 429, "fsopen": 430, "fspick": 433},
}
_NEWER = {"clone3": 435, "mount_setattr": 442, "memfd_secret": 447}


def _numbers() -> dict[str, int]:
    machine: Any = os.uname().machine
    known = dict(_UNLISTED[machine]) | _NEWER
    for entries in (syscall_table.ALLOWED, syscall_table.REFUSED, syscall_table.CONDITIONAL):
        known |= syscall_table.numbers(entries, machine)
    return known


@dataclass(frozen=True)
class Verdict:
    state: State
    detail: str


@dataclass
class Host:
    """What somebody outside has, and what an attacker may well know about it."""

    secret: str
    files: list[str]
    abstract: str
    port: int
    memory: int
    paths: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)

    def places(self, **others: Any) -> dict[str, Any]:
        return {"files": self.files, "abstract": self.abstract, "port": self.port, "memory": self.memory} | others

    def argv(self, probe: Probe, nonce: str) -> list[str]:
        facts = self.places(paths=self.paths, names=self.names, nonce=nonce, program=probe.body, numbers=_numbers())
        packed = base64.b64encode(json.dumps(facts).encode()).decode()  # else a search of /proc would find itself
        return [image.system_python(), "-I", "-S", "-c", HAND, packed]

    async def attempt(self, probe: Probe, provider: Provider) -> Verdict:
        nonce = secrets.token_hex(8)
        return _judge(await provider.run(self.argv(probe, nonce)), nonce)

    async def attempt_without_walls(self, probe: Probe) -> Verdict:
        nonce = secrets.token_hex(8)
        places = json.dumps(self.places(unshare=True, display="/tmp/.X11-unix/X71"))
        return _judge(await weak.run(self.argv(probe, nonce), image.system_python(), self.secret, places), nonce)


def _judge(ended: Ended, nonce: str) -> Verdict:
    lines = ended.output.split("\n")
    assert nonce in lines, f"the sandbox did not come to life: {ended}"
    try:
        state, detail = json.loads(lines[-2] if ended.output.endswith("\n") else lines[-1])
    except (ValueError, IndexError):
        return Verdict("broken", f"it died of it: {ended}")
    return Verdict(state, detail)


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port: int = server.getsockname()[1]
        return port


@pytest_asyncio.fixture(scope="session")
async def host() -> AsyncIterator[Host]:
    """The host's own secrets in place, and a neighbour in another sandbox with the same."""
    secret = f"CANARY-{secrets.token_hex(8)}"
    folder = Path(tempfile.mkdtemp(prefix="deskhand-escape-", dir="/tmp"))
    folder.chmod(0o755)
    spare = Path(tempfile.mkdtemp(prefix="deskhand-escape-", dir="/var/tmp"))
    spare.chmod(0o755)
    found = Host(
        secret,
        [str(folder / "secret"), str(spare / "secret")],
        f"deskhand-escape-{secrets.token_hex(4)}",
        _free_port(),
        0x0DE5_0000 | secrets.randbelow(0xFFFF),
    )
    found.paths = [
        str(folder),
        str(spare),
        str(Path.home()),
        str(HERE.parents[1]),
        "/var/cache/",
        "deskhand-",
        "/lowerdir",
    ]
    found.paths = [path for path in found.paths if path != "/"]
    found.names = [os.uname().nodename, Path.home().name]
    found.names = [name for name in found.names if name not in ("root", "desktop", "user", "localhost", "nobody")]
    environment = {"PATH": "/usr/bin:/bin", "ANTHROPIC_API_KEY": secret}
    resident = subprocess.Popen(  # noqa: ASYNC220 (it is there at once)
        [sys.executable, "-I", "-S", "-c", NEIGHBOUR, secret, json.dumps(found.places())],
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert resident.stdin is not None and resident.stdout is not None
    assert resident.stdout.readline() == "ready\n"
    places = json.dumps(found.places(display="/tmp/.X11-unix/X71"))
    words = [
        image.system_python(),
        "-I",
        "-S",
        "-c",
        f"import os, time\n{NEIGHBOUR}\ntime.sleep(100000)",
        secret,
        places,
    ]
    neighbour = await namespaces.start(Spec(), argv=words)
    before = os.environ.get("ANTHROPIC_API_KEY")
    os.environ["ANTHROPIC_API_KEY"] = secret  # what the launcher, our child, could inherit
    try:
        yield found
        assert resident.poll() is None, "an attempt has ended a process of the host"
        assert Path(f"/proc/{neighbour.init}").exists(), "an attempt has ended a neighbour"
        folders = [Path("/usr/bin"), Path("/etc"), *(layer.path for layer in image.prepare().layers)]
        assert not [each for each in folders if list(each.rglob("deskhand-escape"))], "an attempt has changed the image"
    finally:
        os.environ.pop("ANTHROPIC_API_KEY")
        if before is not None:
            os.environ["ANTHROPIC_API_KEY"] = before
        await neighbour.destroy()
        resident.stdin.close()
        resident.wait(10)
        shutil.rmtree(folder)
        shutil.rmtree(spare)


@pytest.fixture(scope="session")
def plain_user() -> Iterator[PlainUserProvider]:
    """A user of the machine without any privilege, made for the tests and removed after them."""
    if os.geteuid() != 0 or not all(shutil.which(each) for each in ("useradd", "userdel", "setpriv")):
        pytest.skip("making a user for the test needs root, useradd, userdel and setpriv")
    provider = PlainUserProvider.create()
    try:
        yield provider
    finally:
        provider.close()


@pytest.fixture(scope="session")
def container(container_engine: Kind) -> ContainerProvider:
    """Docker, then Podman, each an engine of the tests' own."""
    return ContainerProvider(container_engine)


@pytest.fixture(scope="session")
def own_user() -> NamespaceProvider:
    """Whoever runs the tests: root gets the mode ``range``, others ``single``."""
    return NamespaceProvider()
