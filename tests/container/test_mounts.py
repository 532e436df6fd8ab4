"""What the table of mounts tells inside a container, which nobody can hide: each path of the host in it is known.

The kernel shows everyone where a mount comes from. Of the root that is the engine's own storage, of the four files that
we put in our session's folder, and of the shared folder that folder itself. Anything more would be a leak.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.container.engine import Kind

from deskhand.sandbox import providers
from deskhand.sandbox.container import engine as engines
from deskhand.sandbox.held import Stay
from deskhand.sandbox.interface import Spec

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]

_STORAGE = {"docker": "{{.DockerRootDir}}", "podman": "{{.Store.GraphRoot}}"}


async def _table(kind: Kind, share: Path | None) -> tuple[Path, list[str]]:
    """The session's folder, and the table as a program inside reads it."""
    argv = ["/bin/cat", "/proc/self/mountinfo"]
    sandbox = await providers.start(Spec(provider=kind, share=share), Stay(), argv=argv)
    try:
        return sandbox.folder, (await sandbox.wait()).output.splitlines()
    finally:
        await sandbox.destroy()


def _root(line: str) -> str:
    """Which part of its file system is mounted."""
    return line.split()[3]


def _options(line: str) -> dict[str, str]:
    """What its file system was mounted with."""
    return dict(each.partition("=")[::2] for each in line.partition(" - ")[2].split()[2].split(","))


@pytest.mark.parametrize("shared", [False, True], ids=["nothing shared", "shared"])
async def test_every_path_of_the_host_is_accounted_for(container_engine: Kind, shared: bool, tmp_path: Path) -> None:
    folder, lines = await _table(container_engine, tmp_path if shared else None)
    storage = engines.find(container_engine).run("info", "--format", _STORAGE[container_engine]).strip()
    overlays = [_options(line) for line in lines if " - overlay " in line]
    assert len(overlays) == 1, "its root, and no other"
    written = [path for name in ("lowerdir", "upperdir", "workdir") for path in overlays[0][name].split(":")]
    assert all(path.startswith(f"{storage}/") for path in written), written
    # A part of one component (/null, /sys) is of /dev and /proc, and tells nothing.
    parts = sorted(_root(line) for line in lines if _root(line).count("/") > 1)
    expected = [f"{folder}/host/{name}" for name in ("call", "hostname", "hosts", "resolv.conf")]
    expected += [str(tmp_path)] if shared else []
    assert len(parts) == len(expected), parts
    # A file system of its own, such as one in memory at /run, shows its part without the place where it is mounted.
    assert all(any(path.endswith(part) for path in expected) for part in parts), parts


async def test_nobody_is_named(container_engine: Kind) -> None:
    _, lines = await _table(container_engine, None)
    for path in (Path.home(), Path(__file__).parents[2]):
        assert not [line for line in lines if f"{path}/" in line], path
